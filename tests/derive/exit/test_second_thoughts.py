"""What is done about a notice after it: suspended, resumed, moved and taken back, in the order of time; by hand."""

from __future__ import annotations

from itertools import permutations

import pytest

from small_treaties import BOTH, SIGNED, TWO_OF_THREE, act, clause, day, ends, evaluation, reading, said, three, two
from treatyclock.derive.histories.for_all import what_holds_for_all
from treatyclock.derive.reasoning.facts import Rescission

HALF = {"when": "at any time", "notice": "P6M", "first_day": "counted"}
TEXT = SIGNED + clause("denunciation", **HALF, effect_day="first out")
ON = reading("on", choose={"notice_clock": "goes on"})


def notice(on: str = "1940-01-01", **more: object) -> str:
    """A notice by which 30 June 1940 is the last day, if nothing else is done."""
    return act("denunciation", "AAA", on, id="n", **more)


def answer(kind: str, on: str, by: str = "AAA", **more: object) -> str:
    return act(kind, by, on, of="n", **more)


def stop(on: str, **more: str) -> str:
    return answer("suspension of a notice", on, id=f"stop-{on}", **more)


def again(on: str, **more: str) -> str:
    return answer("resumption of a notice", on, id=f"again-{on}", **more)


def test_a_suspended_notice_has_no_effect_while_it_is() -> None:
    for on, last in (("1940-06-30", "none"), ("1940-07-01", "1940-06-30")):
        assert ends(two(TEXT, notice(), answer("suspension of a notice", on))) == [last]


@pytest.mark.parametrize(("clock", "last"), [("goes on", "1940-12-01"), ("begins anew", "1941-03-01")])
def test_taken_up_again_its_clock_goes_on_or_begins_anew(clock: str, last: str) -> None:
    # suspended on 1 April with 90 days to run, taken up again on 2 September: six months from then, or those 90 days
    stopped = answer("suspension of a notice", "1940-04-01") + answer("resumption of a notice", "1940-09-02")
    found = two(TEXT, notice(), stopped, reading("mine", choose={"notice_clock": clock}))
    assert ends(found, None, "mine") == [last]
    assert set(ends(found)) == {"1940-12-01", "1941-03-01"}


def test_the_order_of_the_file_does_not_matter() -> None:
    acts = [stop("1940-04-01"), again("1940-09-02"), stop("1940-11-01"), again("1941-01-01")]
    assert {tuple(ends(two(TEXT, notice(), *order, ON), None, "on")) for order in permutations(acts)} == {
        ("1941-01-31",)
    }


def test_each_answers_what_went_before_it() -> None:
    # a second suspension of what is suspended changes nothing, nor does a resumption of what runs
    twice = two(TEXT, notice(), stop("1940-04-01"), stop("1940-05-01"), again("1940-09-02"), again("1940-10-01"), ON)
    assert ends(twice, None, "on") == ["1940-12-01"]
    assert ends(two(TEXT, notice(), again("1940-02-01"), stop("1940-04-01"))) == ["none"]


def test_a_second_suspension_must_come_before_the_new_end() -> None:
    pause = stop("1940-04-01") + again("1940-09-02") + ON
    assert ends(two(TEXT, notice(), pause, stop("1940-12-01")), None, "on") == ["none"]
    assert ends(two(TEXT, notice(), pause, stop("1940-12-02")), None, "on") == ["1940-12-01"]


def test_suspended_and_resumed_on_one_day_it_is_open_which_came_first() -> None:
    assert set(ends(two(TEXT, notice(), stop("1940-04-01"), again("1940-04-01"), ON), None, "on")) == {
        "1940-06-30",
        "none",
    }


def test_an_agreement_after_a_pause_is_measured_by_the_new_end() -> None:
    later = answer("extension of a notice", "1940-10-01", BOTH, until="1941-12-31")
    assert ends(two(TEXT, notice(), stop("1940-04-01"), again("1940-09-02"), later, ON), None, "on") == ["1941-12-31"]


def test_taken_back_while_it_is_suspended_it_cannot_be_resumed() -> None:
    found = two(TEXT, notice(), again("1940-09-02"), answer("rescission", "1940-08-01"), stop("1940-04-01"))
    assert ends(found) == ["none"]


def test_suspended_while_a_conflict_stays_it() -> None:
    text = TWO_OF_THREE + clause("denunciation", **HALF, stay=True) + act("withdrawal", "AAA", "1940-01-01", id="n")
    war = act("engagement in a conflict", "AAA", "1940-03-01", id="war") + act(
        "end of a conflict", "AAA", "1941-05-01", of="war"
    )
    assert ends(three(text, war), "AAA") == ["1941-05-01"]
    assert ends(three(text, war, stop("1940-08-01")), "AAA") == ["none"]
    assert ends(three(text, war, stop("1941-05-02")), "AAA") == ["1941-05-01"]


@pytest.mark.parametrize(("on", "last"), [("1940-06-30", "none"), ("1940-07-01", "1940-06-30")])
def test_a_notice_taken_back_before_it_took_effect_has_none(on: str, last: str) -> None:
    treaty = two(TEXT, notice(), answer("rescission", on))
    assert ends(treaty) == [last]
    found = evaluation(treaty)
    what_holds_for_all(found)
    ((_, fact),) = found.findings.facts_of(Rescission)
    assert (fact.in_time, fact.last_day, fact.act.id) == (last == "none", day("1940-06-30"), "rescission-aaa")
    told = "taken back before it took effect" if last == "none" else "had taken effect before it was taken back"
    assert told in said(treaty.in_force("1950"))


def test_up_to_which_hour_a_notice_can_be_taken_back() -> None:
    for at, last in (("1940-06-30T23:59+00:00", "none"), ("1940-07-01T00:00+00:00", "1940-06-30")):
        assert ends(two(TEXT, notice(), answer("rescission", at))) == [last]


@pytest.mark.parametrize(
    ("runs_from", "received", "last"),
    [
        ("dated", "1940-06-30", {"none"}),
        ("dated", "1940-07-02", {"none", "1940-06-30"}),  # dated in time, and received only after the end
        ("received", "1940-07-02", {"1940-06-30"}),
    ],
)
def test_a_rescission_counts_once_it_is_received(runs_from: str, received: str, last: set[str]) -> None:
    text = SIGNED + clause("denunciation", **HALF, effect_day="first out", runs_from=runs_from)
    assert set(ends(two(text, notice(), answer("rescission", "1940-06-28", received=received)))) == last
