"""What ships with a package as TOML files, by id, and whether a path names a file instead."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path


def ids(package: str) -> tuple[str, ...]:
    """Return the ids of the files that ship with a package, in alphabetical order."""
    names = (each.name for each in resources.files(package).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def shipped_text(package: str, id: str) -> str:
    """Return the text of a shipped file."""
    return resources.files(package).joinpath(f"{id}.toml").read_text(encoding="utf-8")


def exists(path: object) -> bool:
    """Tell whether there is something at a path; what cannot be looked at may be."""
    try:
        return isinstance(path, str | os.PathLike) and path != "" and Path(path).exists()
    except PermissionError:  # something may be there, and reading it will say what is wrong
        return True
    except (OSError, ValueError):  # a name too long for the system, or with a null character
        return False
