"""The treaties that ship with the package, one TOML file each, and the way to any other."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from treatyclock.civil.moments.moment import Moment
from treatyclock.corpus._package_files import exists, ids, shipped_text
from treatyclock.errors import TreatyFileError, UnknownTreatyError
from treatyclock.formats.documents.toml import file_text
from treatyclock.formats.treaties.asked_texts import filed_text
from treatyclock.formats.treaties.toml import load_text
from treatyclock.law.events import EventReference, EventResolver
from treatyclock.law.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyText:
    """The text of a treaty file, and where it comes from.

    Attributes:
        text: The text.
        file: What to call it in messages.
        path: The path of the file, beside which its own case files may lie; empty for any other text.
    """

    text: str
    file: str = "<text>"
    path: str = ""


def shipped() -> tuple[str, ...]:
    """Return the ids of the shipped treaties in alphabetical order.

    Example:
        >>> "soviet-japanese-neutrality-pact" in shipped()
        True
    """
    return ids(__name__)


def record_of(treaty: str | os.PathLike[str]) -> Record:
    """Read a shipped treaty by its id, or a treaty file by its path; the id of a shipped one comes first.

    Raises:
        UnknownTreatyError: If there is neither such a treaty nor such a file.
        TreatyFileError: If the file has faults.
    """
    if isinstance(treaty, str) and treaty in shipped():
        return _shipped_record(treaty)
    return record_in(text_of(treaty))


def text_of(treaty: str | os.PathLike[str]) -> TreatyText:
    """Return the text from which :func:`record_of` makes a record.

    Raises:
        UnknownTreatyError: If there is neither such a treaty nor such a file.
        TreatyFileError: If the file cannot be read.
    """
    if isinstance(treaty, str) and treaty in shipped():
        return TreatyText(text=shipped_text(__name__, treaty), file=f"{treaty}.toml")
    if not exists(treaty):
        raise UnknownTreatyError(treaty, shipped(), file=file if exists(file := f"{treaty}.toml") else "")
    path = os.fspath(treaty)
    return TreatyText(text=file_text(path, error=TreatyFileError), file=path, path=path)


def record_in(text: TreatyText) -> Record:
    """Read a treaty from its text.

    Raises:
        TreatyFileError: If the text has faults.
    """
    return load_text(text.text, file=text.file, resolve=events_of_cases(beside=text.path))


def is_pipe(path: str | os.PathLike[str]) -> bool:
    """Tell whether a path names a pipe, such as /dev/stdin."""
    return exists(path) and Path(path).is_fifo()


def name_of(record: Record, text: str) -> str:
    """Return what a command line calls a treaty: the id of a shipped one, the path of a file; empty for neither.

    A file of the user's may have the name and the id of a shipped one. It is that one if it says the same.

    Args:
        record: The treaty.
        text: Its text, as :func:`treatyclock.formats.treaties.asked_texts.filed_text` writes it.
    """
    if record.file == f"{record.id}.toml" and record.id in shipped():
        same = record is _shipped_record(record.id) or text == filed_text(_shipped_record(record.id))
        return record.id if same else record.file
    return "" if record.file.startswith(("<", "/dev/")) else record.file  # what came through a pipe is gone


def events_of_cases(*, beside: str = "") -> EventResolver:
    """Return what finds out when an event of a case came: a shipped case, or a case file beside a treaty's.

    Args:
        beside: The path of the treaty's file; only shipped cases are known where it is empty.
    """

    def resolve(event: EventReference) -> Moment:
        # Imported here, since it needs the solver: a treaty that names no event of a case is loaded without one.
        from treatyclock.corpus._case_events import event_moment

        return event_moment(event, beside=beside)

    return resolve


@cache
def _shipped_record(id: str) -> Record:
    return record_in(text_of(id))
