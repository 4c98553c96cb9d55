"""The cases that ship with the package, one TOML file each, and the way to any other."""

from __future__ import annotations

import os
from functools import cache
from importlib import resources
from pathlib import Path

from treatyclock.errors import UnknownCaseError
from treatyclock.formats.testimony_toml import load_case_file, load_case_text
from treatyclock.testimony.case import Case


def shipped_cases() -> tuple[str, ...]:
    """Return the ids of the shipped cases in alphabetical order.

    Example:
        >>> "august-1945" in shipped_cases()
        True
    """
    names = (each.name for each in resources.files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def case_of(case: str | os.PathLike[str]) -> Case:
    """Read a shipped case by its id, or a case file by its path; the id of a shipped one comes first.

    Raises:
        UnknownCaseError: If it is neither.
        TreatyFileError: If the file has faults.
    """
    if isinstance(case, str) and case in shipped_cases():
        return _shipped(case)
    try:
        there = isinstance(case, str | os.PathLike) and case != "" and Path(case).exists()
    except PermissionError:  # something may be there, and reading it will say what is wrong
        there = True
    except (OSError, ValueError):  # a name too long for the system, or with a null character
        there = False
    if not there:
        raise UnknownCaseError(case, shipped_cases())
    return load_case_file(case)


@cache
def _shipped(id: str) -> Case:
    text = resources.files(__package__).joinpath(f"{id}.toml").read_text(encoding="utf-8")
    return load_case_text(text, file=f"{id}.toml")
