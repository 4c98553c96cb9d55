"""When a State was a party: joined, left, back again."""

from __future__ import annotations

import pytest

from small_treaties import HALF_A_YEAR, TWO_OF_THREE, act, begins, clause, ratified, three
from treatyclock.civil.days import Days
from treatyclock.derive.reasoning.reasons import Derived, Key
from treatyclock.law.subjects import Subject

OUT = act("withdrawal", "AAA", "1940-01-01", id="out")  # the last day is 30 June 1940


def back(on: str, kind: str = "accession") -> str:
    return act(kind, "AAA", on, id="back")


@pytest.mark.parametrize(
    ("on", "again"),
    [("1939-12-31", ()), ("1940-07-01", ("1940-07-01/..",)), ("1950-03-01", ("1950-03-01/..",))],
)
def test_who_has_left_may_come_back_once_it_has_left(on: str, again: tuple[str, ...]) -> None:
    found = three(TWO_OF_THREE, HALF_A_YEAR, OUT, back(on)).dates(party="AAA")
    assert tuple(text for each in found.again for text in each.value) == again
    assert [each.value for each in found.last_day_in_force] == [("1940-06-30",)]


def test_a_second_consent_of_a_party_moves_nothing() -> None:
    found = three(TWO_OF_THREE, act("acceptance", "AAA", "1950-01-01"))
    assert begins(found, "AAA") == ["1936-01-01"]
    assert found.dates(party="AAA").again == ()


def test_what_came_of_a_consent_that_brought_nothing_is_not_written_over_by_a_later_one() -> None:
    member = clause("tied_to", organisation="the Union")
    out = act("end of membership", "CCC", "1935-03-01", id="out")
    anew = act("membership", "CCC", "1939-01-01", id="in")
    joins = ratified(CCC="1935-01-01") + act("accession", "CCC", "1940-01-01", id="again")
    leaves = act("withdrawal", "CCC", "1945-01-01", id="leaves")
    found = three(TWO_OF_THREE, member, HALF_A_YEAR, out, anew, joins, leaves)
    assert begins(found, "CCC") == ["1940-01-01"]
    for world in found.life().course(Subject(("CCC",))).worlds:
        reasons = world.result.findings.reasons
        never = reasons[Key("never", "CCC")]
        assert isinstance(never, Derived)
        entered, ended = (reasons[key] for key in never.because)
        assert isinstance(entered, Derived) and isinstance(ended, Derived)
        assert isinstance(entered.value, Days) and isinstance(ended.value, Days)
        assert str(entered.value) == "1936-01-01" and str(ended.value) in ("1935-02-28", "1935-03-01")
