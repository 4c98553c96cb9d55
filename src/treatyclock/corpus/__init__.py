"""The treaties that ship with the package, one TOML file each, and the way to any other."""

from __future__ import annotations

import os
from functools import cache
from importlib import resources
from pathlib import Path

from treatyclock.errors import UnknownTreatyError
from treatyclock.formats.toml import file_text, load_text
from treatyclock.law.record import Record


def shipped() -> tuple[str, ...]:
    """Return the ids of the shipped treaties in alphabetical order.

    Example:
        >>> "soviet-japanese-neutrality-pact" in shipped()
        True
    """
    names = (each.name for each in resources.files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


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
        return resources.files(__package__).joinpath(f"{treaty}.toml").read_text(encoding="utf-8"), f"{treaty}.toml"
    if not _exists(treaty):
        raise UnknownTreatyError(treaty, shipped())
    return file_text(treaty), os.fspath(treaty)


def _exists(path: object) -> bool:
    try:
        return isinstance(path, str | os.PathLike) and path != "" and Path(path).exists()
    except PermissionError:  # something may be there, and reading it will say what is wrong
        return True
    except (OSError, ValueError):  # a name too long for the system, or with a null character
        return False


@cache
def _shipped_record(id: str) -> Record:
    text, file = text_of(id)
    return load_text(text, file=file)
