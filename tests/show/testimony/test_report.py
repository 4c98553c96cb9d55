"""The report for people."""

from __future__ import annotations

from dataclasses import replace

import pytest

import treatyclock as tc
from testimony_cases import HEAD, case, claim, reconcile
from treatyclock.formats.cases.toml import load_case_text

CLASH = claim("x", event="e", after="f") + claim("y", event="f", after="e")


def test_the_sources_agree() -> None:
    text = str(reconcile(claim("x", event="e", at="1945-08-08T12:00", clock="moscow")))
    assert text.splitlines()[:4] == [
        "Made: the sources agree.",
        "",
        "What follows",
        "  the call: 1945-08-08 09:00 UTC",
    ]
    assert "  the answer: not known" in text


def test_the_sources_clash() -> None:
    text = str(reconcile(CLASH))
    assert text.splitlines()[:4] == [
        "Made: the sources contradict each other.",
        "",
        "1 conflict; it cannot be made smaller",
        "  1. x, y",
    ]
    assert "The least that must be given up costs 8\n  1. x is given up (8)\n  2. y is given up (8)\n" in text


def test_a_search_that_was_stopped_says_so() -> None:
    found = tc.reconcile("august-1945", seconds=1e-9)
    text = str(found)
    assert "at least, since the search was stopped" in text
    assert "not proven" in text or "No repair was found" in text


def test_many_conflicts_are_named_up_to_ten() -> None:
    claims = "".join(claim(f"x{at}", event="e", at=f"1945-08-{at:02}T12:00", clock="moscow") for at in range(1, 7))
    text = str(reconcile(claims))
    assert "15 conflicts; none can be made smaller" in text
    assert "  and 5 more: see the explanation" in text


def test_the_end_is_the_last_minute_that_was_shown() -> None:
    paris = 'paris = { name = "Paris", zone = "Europe/Paris" }\n'
    letter = claim("d", event="e", dated="2021-03-27", clock="paris")
    order = claim("o", event="f", after="e")
    found = reconcile(letter + claim("q", event="f", at="2021-03-27T03:30", clock="paris") + order, paris)
    assert "the call: 2021-03-26 23:00 to 2021-03-27 02:30 UTC" in str(found)


def test_it_is_explained_by_words_costs_sources_and_notes() -> None:
    vague = claim("x", event="e", after="f", gap="nearly six hours", note="from memory")
    text = reconcile(vague).explain()
    assert '  "nearly six hours": 5 h 30 min to 6 h: ' in text
    assert "  low 2, fair 4, good 8, high 16" in text
    assert "  one: one (good)" in text
    assert "  x: from memory" in text


@pytest.mark.parametrize(
    ("at", "said"),
    [("1943-08-08T12:00", "yes"), ("1940-08-08T12:00", "no")],
)
def test_a_treaty_is_told_at_each_event(at: str, said: str) -> None:
    made = case(claim("x", event="e", at=at, clock="moscow"))
    text = str(tc.reconcile(made, treaty="soviet-japanese-neutrality-pact"))
    assert "Was soviet-japanese-neutrality-pact in force by its terms?" in text
    assert f"  at the call: {said}\n" in text
    assert "  at the answer: not asked, since nothing says when it was" in text


def test_sources_that_agree_in_more_ways_than_were_tried() -> None:
    # 12 dates each of three events: 1728 ways, of which a search that is stopped finds some.
    dates = "[" + ",".join(f"1941-04-{day:02}" for day in range(1, 25, 2)) + "]"
    claims = "".join(claim(f"x{each}", event=each, dated=dates, clock="moscow") for each in "efg")
    found = reconcile(claims)
    part = replace(found, repairs=replace(found.repairs, proven=False, complete=False))
    assert "What follows, by what was found before the search was stopped\n" in str(part)
    assert "Open, by what was found before the search was stopped\n" in str(part)
    assert "stopped" not in str(found)


def test_a_cost_that_is_proven_of_a_list_that_is_not() -> None:
    found = reconcile(CLASH)
    stopped = replace(found, repairs=replace(found.repairs, proven=False, complete=False))
    assert "costs 8; others may cost as little, since the search was stopped\n" in str(stopped)


def test_two_events_of_one_title_are_told_apart() -> None:
    same = HEAD.replace('f = "the answer"', 'f = "the call"')
    text = str(tc.reconcile(load_case_text(same + claim("x", event="f", after="e", gap="PT1H"))))
    assert "  the call (e): not known" in text
    assert "  the call (f): not known" in text
    assert "the echo (g)" not in text
