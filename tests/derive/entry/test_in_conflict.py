"""Who joins while it is engaged in a conflict, worked out by hand."""

from __future__ import annotations

import pytest

from small_treaties import TWO_OF_THREE, act, begins, clause, said, three

SIX_MONTHS = clause("joining", delay="P6M", at_once_in_conflict=True)
CONSENT = act("accession", "CCC", "1940-03-01")  # by the delay alone in force from 1 September 1940


@pytest.mark.parametrize(
    ("began", "over", "entry"),
    [
        ("1939-09-01", None, "1940-03-01"),
        ("1940-05-10", None, "1940-05-10"),
        ("1940-08-31", None, "1940-08-31"),
        ("1940-09-01", None, "1940-09-01"),  # by the delay as well
        ("1941-06-22", None, "1940-09-01"),
        ("1939-09-01", "1939-12-31", "1940-09-01"),  # over before it consented
        ("1939-09-01", "1940-06-22", "1940-03-01"),
    ],
)
def test_its_instrument_has_effect_at_once(began: str, over: str | None, entry: str) -> None:
    conflict = act("engagement in a conflict", "CCC", began, id="war")
    end = "" if over is None else act("end of a conflict", "CCC", over, of="war")
    assert begins(three(TWO_OF_THREE, SIX_MONTHS, CONSENT, conflict, end), "CCC") == [entry]


def test_a_conflict_over_on_the_day_of_the_instrument_leaves_it_open() -> None:
    conflict = act("engagement in a conflict", "CCC", "1939-09-01", id="war")
    found = three(TWO_OF_THREE, SIX_MONTHS, CONSENT, conflict, act("end of a conflict", "CCC", "1940-03-01", of="war"))
    assert set(begins(found, "CCC")) == {"1940-03-01", "1940-09-01"}


def test_the_conflict_of_another_state_changes_nothing() -> None:
    conflict = act("engagement in a conflict", "AAA", "1939-09-01")
    assert begins(three(TWO_OF_THREE, SIX_MONTHS, CONSENT, conflict), "CCC") == ["1940-09-01"]


def test_without_the_clause_a_conflict_changes_nothing() -> None:
    conflict = act("engagement in a conflict", "CCC", "1939-09-01")
    found = three(TWO_OF_THREE, clause("joining", delay="P6M"), CONSENT, conflict)
    assert begins(found, "CCC") == ["1940-09-01"]


def test_it_is_told() -> None:
    conflict = act("engagement in a conflict", "CCC", "1940-05-10")
    answer = three(TWO_OF_THREE, SIX_MONTHS, CONSENT, conflict).in_force("1940-06-01", party="CCC")
    assert "was engaged in a conflict, so the treaty entered into force for it at once, on 10 May 1940" in said(answer)
