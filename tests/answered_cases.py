"""The files of ``tests/cases``: a treaty, and what must come out when it is asked."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import treatyclock as tc
from treatyclock.testing.expectations import Expectations, load_expectations

FOLDER = Path(__file__).parent / "cases"
FILES = tuple(sorted(file.name for file in FOLDER.glob("*.cases")))


@cache
def expectations(file: str) -> Expectations:
    """Return what a file holds."""
    return load_expectations(FOLDER / file)


def treaty(file: str) -> tc.Treaty:
    """Return the treaty of a file."""
    return expectations(file).treaty
