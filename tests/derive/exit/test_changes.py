"""What is done to a notice afterwards: moved, suspended, stayed, taken back; each by hand."""

from __future__ import annotations

import pytest

from small_treaties import BOTH, SIGNED, TWO_OF_THREE, act, clause, day, ends, evaluation, said, three, two
from treatyclock.derive.histories.for_all import what_holds_for_all
from treatyclock.derive.reasoning.facts import Recorded

HALF = {"when": "at any time", "notice": "P6M", "first_day": "counted"}
TEXT = SIGNED + clause("denunciation", **HALF, effect_day="first out")


def notice(on: str = "1940-01-01", **more: object) -> str:
    """A notice by which 30 June 1940 is the last day, if nothing else is done."""
    return act("denunciation", "AAA", on, id="n", **more)


def answer(kind: str, on: str, by: str = "AAA", **more: object) -> str:
    return act(kind, by, on, of="n", **more)


@pytest.mark.parametrize(
    ("effective", "last"),
    [("1940-07-01", "1940-06-30"), ("1940-05-01", "1940-06-30"), ("1940-12-01", "1940-11-30")],
)
def test_a_later_date_that_the_notice_names_counts_and_an_earlier_one_does_not(effective: str, last: str) -> None:
    assert ends(two(TEXT, notice(effective=effective))) == [last]


def test_the_recorded_date_counts_and_is_compared() -> None:
    for recorded, agrees in (("1940-07-01", True), ("1940-07-05", False)):
        found = evaluation(two(TEXT, notice(recorded=recorded)))
        end = what_holds_for_all(found).end
        assert end is not None and end.last_day == (day("1940-06-30") if agrees else day("1940-07-04"))
        ((_, fact),) = found.findings.facts_of(Recorded)
        assert (fact.agrees, fact.counted) == (agrees, day("1940-06-30"))


@pytest.mark.parametrize(
    ("kind", "on", "more", "last"),
    [
        ("extension of a notice", "1940-06-30", {"until": "1941-01-31"}, "1941-01-31"),  # up to the end of that day
        ("extension of a notice", "1940-07-01", {"until": "1941-01-31"}, "1940-06-30"),  # it had taken effect
        ("agreement on withdrawal", "1940-03-01", {"effective": "1940-05-01"}, "1940-04-30"),
        ("agreement on withdrawal", "1940-03-01", {"effective": "1941-05-01"}, "1941-04-30"),
    ],
)
def test_an_end_that_is_moved_by_agreement(kind: str, on: str, more: dict[str, str], last: str) -> None:
    assert ends(two(TEXT, notice(), answer(kind, on, BOTH, **more))) == [last]


def test_it_is_moved_as_often_as_it_is_agreed_in_the_order_of_the_agreements() -> None:
    second = answer("extension of a notice", "1940-08-01", BOTH, until="1941-12-31", id="second")
    first = answer("extension of a notice", "1940-06-01", BOTH, until="1940-09-30", id="first")
    assert ends(two(TEXT, notice(), second, first)) == ["1941-12-31"]


# --- stayed --------------------------------------------------------------------------------------


STAYED = TWO_OF_THREE + clause("denunciation", **HALF, stay=True) + act("withdrawal", "AAA", "1940-01-01")


def conflict(on: str, id: str = "war", by: str = "AAA") -> str:
    return act("engagement in a conflict", by, on, id=id)


def peace(on: str, of: str = "war") -> str:
    return act("end of a conflict", "AAA", on, of=of, id=f"peace-{of}")


@pytest.mark.parametrize(
    ("acts", "last"),
    [
        ("", "1940-06-30"),
        (conflict("1940-06-30"), "none"),  # it goes on
        (conflict("1940-07-01"), "1940-06-30"),  # it came when the notice had taken effect
        (conflict("1940-03-01") + peace("1940-05-01"), "1940-06-30"),
        (conflict("1940-03-01") + peace("1941-05-01"), "1941-05-01"),
        (conflict("1940-03-01", by="BBB"), "1940-06-30"),  # another's conflict
        # a second conflict that began before the first was over, whatever the order of the file
        (
            conflict("1941-02-01", "later") + conflict("1940-03-01", "earlier") + peace("1942-05-01", "later")
            + peace("1941-05-01", "earlier"),
            "1942-05-01",
        ),
    ],
)  # fmt: skip
def test_no_effect_while_the_state_is_engaged_in_a_conflict(acts: str, last: str) -> None:
    assert ends(three(STAYED, acts), "AAA") == [last]


def test_a_conflict_stays_nothing_where_the_clause_does_not_say_so() -> None:
    text = TWO_OF_THREE + clause("denunciation", **HALF) + act("withdrawal", "AAA", "1940-01-01")
    assert ends(three(text, conflict("1940-03-01")), "AAA") == ["1940-06-30"]


def test_what_keeps_a_notice_without_effect_is_told_in_every_answer() -> None:
    stopped = two(TEXT, notice(), answer("suspension of a notice", "1940-04-01")).in_force("1950")
    assert "the notice was suspended before it took effect" in said(stopped)
    stayed = three(STAYED, conflict("1940-03-01")).in_force("1950", party="AAA")
    assert "engaged in a conflict and the conflict goes on, so the notice has no effect yet" in said(stayed)
    until = three(STAYED, conflict("1940-03-01"), peace("1941-05-01")).in_force("1950", party="AAA")
    assert "the notice has no effect before the conflict is over, so the last day in force is 1 May 1941" in said(until)
