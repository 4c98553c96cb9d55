"""Stretches in which nothing is in operation: what two have in common, and which follow each other without a gap."""

from __future__ import annotations

from treatyclock.derive.overlays.standstill import Standstill, joined, longest, meeting
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.reasoning.timing import Span

SLEEPS, GONE, LEFT, OTHER = Key("suspended", "s"), Key("end", "A"), Key("end for", "A"), Key("end for", "B")
VAGUE = Span(10, 19)
BEFORE = Standstill(Span(0, 0), VAGUE, (SLEEPS,), until=frozenset({LEFT}))
AFTER = Standstill(VAGUE, Span(30, 30), (SLEEPS,), (GONE,), since=frozenset({LEFT}))


def test_two_have_in_common_what_lies_within_both() -> None:
    found = meeting(BEFORE, Standstill(Span(5, 5), None, gone=(GONE,)))
    assert found == Standstill(Span(5, 5), VAGUE, (SLEEPS,), (GONE,), until=frozenset({LEFT}))
    assert meeting(BEFORE, Standstill(Span(20, 20), None)) is None


def test_one_exit_is_one_instant_however_vague_its_day() -> None:
    whole = next(each for each in joined([BEFORE, AFTER]) if VAGUE not in (each.begins, each.ends))
    assert (whole.begins, whole.ends) == (Span(0, 0), Span(30, 30))
    assert longest(joined([BEFORE, AFTER])) == [whole]


def test_two_instants_of_one_vague_day_may_leave_a_gap() -> None:
    of_another = Standstill(VAGUE, Span(30, 30), (SLEEPS,), since=frozenset({OTHER}))
    by_a_resumption = Standstill(Span(0, 0), VAGUE, (SLEEPS,))
    for one, other in ((BEFORE, of_another), (by_a_resumption, AFTER)):
        assert joined([one, other]) == [one, other]
