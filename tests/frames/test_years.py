"""Dyads and years beside the same question asked day by day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import numpy as np
import pytest

from frame_kinds import as_rows, book, compiled
from treatyclock.errors import UnknownChoiceError, WrongTypeError
from treatyclock.frames.years import dyad_years
from treatyclock.instants import date_microseconds

STATES = ["SUN", "JPN", "DEU", "ITA"]


def by_days(rule: str, truths: list[int]) -> str:
    yes, no = 1 in truths, 0 in truths
    every_yes, every_no = set(truths) == {1}, set(truths) == {0}
    if rule == "any day":
        return "yes" if yes else "no" if every_no else "unknown"
    if rule == "all year":
        return "no" if no else "yes" if every_yes else "unknown"
    kept = truths if rule == "one day" else [truths[0 if rule == "1 January" else -1]]
    return "yes" if set(kept) == {1} else "no" if set(kept) == {0} else "unknown"


@pytest.mark.parametrize("rule", ["one day", "any day", "all year", "1 January", "31 December"])
def test_every_rule_is_what_the_days_say(rule: str) -> None:
    years = range(1939, 1948)
    rows = as_rows(dyad_years(compiled("day"), years=years, rule=rule, states=STATES, columns=["truth"]))
    assert [(row["a"], row["b"]) for row in rows[:: len(years)]] == list(combinations(sorted(STATES), 2))
    for row in rows:
        days = [
            date(row["year"], 1, 1) + timedelta(days=n)
            for n in range((date(row["year"] + 1, 1, 1) - date(row["year"], 1, 1)).days)
        ]
        codes = compiled("day").codes([row["a"], row["b"]])
        truths = compiled("day").any(codes[0], codes[1], np.array([date_microseconds(day) for day in days])).tolist()
        assert row["truth"] == by_days(rule, truths), row
        assert row["rule"] == rule


def test_each_kind_of_frame_has_the_same_rows() -> None:
    several = [
        as_rows(dyad_years(compiled("day"), years=[1945], rule="any day", backend=kind))
        for kind in ("pandas", "polars", "pyarrow")
    ]
    assert several[0] == several[1] == several[2]
    named = len([code for code in compiled("day").actors.tolist() if code])
    assert len(several[0]) > 0 and named > 9


def test_what_is_no_year_or_rule_is_refused() -> None:
    with pytest.raises(WrongTypeError, match="a year"):
        dyad_years(book(), years=["1945"], rule="any day")  # type: ignore[list-item]
    with pytest.raises(UnknownChoiceError, match="1 January"):
        dyad_years(compiled("day"), years=[1945], rule="1 july")
    with pytest.raises(UnknownChoiceError, match="pyarrow"):
        dyad_years(compiled("day"), years=[1945], rule="any day", backend="arrow")
    with pytest.raises(WrongTypeError, match="compiled by instant"):
        dyad_years(compiled("instant"), years=[1945], rule="any day")
