"""The cases that ship with the package, one TOML file each, and the way to any other."""

from __future__ import annotations

import os
from functools import cache

from treatyclock.corpus._package_files import exists, ids, shipped_text
from treatyclock.errors import UnknownCaseError
from treatyclock.formats.cases.toml import load_case_file, load_case_text
from treatyclock.testimony.case import Case


def shipped_cases() -> tuple[str, ...]:
    """Return the ids of the shipped cases in alphabetical order.

    Example:
        >>> "august-1945" in shipped_cases()
        True
    """
    return ids(__name__)


def case_of(case: str | os.PathLike[str]) -> Case:
    """Read a shipped case by its id, or a case file by its path; the id of a shipped one comes first.

    Raises:
        UnknownCaseError: If there is neither such a case nor such a file.
        CaseFileError: If the file has faults.
    """
    if isinstance(case, str) and case in shipped_cases():
        return _shipped(case)
    if not exists(case):
        raise UnknownCaseError(case, shipped_cases())
    return load_case_file(case)


@cache
def _shipped(id: str) -> Case:
    return load_case_text(shipped_text(__name__, id), file=f"{id}.toml")
