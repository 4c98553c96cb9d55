"""Files of expectations by their names: those that come with the library, and those of a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from treatyclock.errors import ExpectationFileError, Fault

_ENDING = ".cases"


def case_files(paths: Iterable[str | os.PathLike[str]] = ()) -> tuple[Path, ...]:
    """Return files of expectations.

    Args:
        paths: Files, taken as they are, and folders, for the files in them; those that come with the library where
            there are none.

    Raises:
        ExpectationFileError: If a folder has no such file.

    Example:
        >>> "soviet-japanese-neutrality-pact.cases" in [each.name for each in case_files()]
        True
    """
    named = list(map(Path, paths)) or [shipped_folder()]
    return tuple(file for path in named for file in (_within(path) if path.is_dir() else [path]))


def shipped_folder() -> Path:
    """Return the folder of the files that come with the library: in the package, or in a clone of its repository."""
    package = Path(__file__).parent / "cases"
    return package if package.is_dir() else Path(__file__).parents[3] / "tests" / "cases"


def _within(folder: Path) -> list[Path]:
    found = sorted(folder.glob(f"*{_ENDING}"), key=lambda file: file.name)
    if not found:
        name = os.fspath(folder)
        problem, hint = f"has no file that ends in {_ENDING}", "name a folder that has one, or the files themselves"
        raise ExpectationFileError(name, [Fault(file=name, line=None, key="", value=None, problem=problem, hint=hint)])
    return found
