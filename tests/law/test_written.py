"""A field of a clause says how a file writes it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from treatyclock.law.conventions.first_days import FIRST_DAY
from treatyclock.law.form import Form
from treatyclock.law.written import Written, written, written_fields


@dataclass(frozen=True, kw_only=True)
class Table:
    needed: str = written(Form.TEXT, "what must be there")
    counts: bool | None = written(Form.FIRST_DAY, "the first day", key="first_day", settles=FIRST_DAY, default=None)
    several: tuple[str, ...] = written(Form.PARTY, "several", many=True, default=())
    own: str = "not written by a file"


def test_the_fields_that_a_file_writes() -> None:
    assert list(written_fields(Table)) == [
        ("needed", Written("what must be there", Form.TEXT, many=False, key="needed"), True),
        ("counts", Written("the first day", Form.FIRST_DAY, many=False, key="first_day", settles=FIRST_DAY), False),
        ("several", Written("several", Form.PARTY, many=True, key="several"), False),
    ]


def test_defaults_and_what_is_required() -> None:
    assert Table(needed="x") == Table(needed="x", counts=None, several=())
    with pytest.raises(TypeError, match="needed"):
        Table()
