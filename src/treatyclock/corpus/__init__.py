"""The treaties that ship with the package, one TOML file each, and the way to any other."""

from __future__ import annotations

import os
from functools import cache

from treatyclock.corpus.package_files import exists, ids, shipped_text
from treatyclock.errors import UnknownTreatyError
from treatyclock.formats.documents.toml import file_text
from treatyclock.formats.treaties.toml import load_text
from treatyclock.law.record import Record


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
        UnknownTreatyError: If it is neither.
        TreatyFileError: If the file has faults.
    """
    if isinstance(treaty, str) and treaty in shipped():
        return _shipped_record(treaty)
    text, file = text_of(treaty)
    return load_text(text, file=file)


def text_of(treaty: str | os.PathLike[str]) -> tuple[str, str]:
    """Read the text of what :func:`record_of` makes a record of, and what to call it in messages.

    Raises:
        UnknownTreatyError: If there is neither such a treaty nor such a file.
        TreatyFileError: If the file cannot be read.
    """
    if isinstance(treaty, str) and treaty in shipped():
        return shipped_text(__name__, treaty), f"{treaty}.toml"
    if not exists(treaty):
        raise UnknownTreatyError(treaty, shipped())
    return file_text(treaty), os.fspath(treaty)


@cache
def _shipped_record(id: str) -> Record:
    text, file = text_of(id)
    return load_text(text, file=file)
