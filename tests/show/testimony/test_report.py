"""The report for people."""

from __future__ import annotations

import pytest

import treatyclock as tc
from testimony_cases import case, claim, reconcile

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


PACT = "soviet-japanese-neutrality-pact"
IN_FORCE, BEFORE = "1943-08-08T12:00", "1940-08-08T12:00"


def treaty_line(claims: str) -> str:
    text = str(tc.reconcile(case(claims), treaty=PACT))
    return next(line for line in text.splitlines() if line.startswith("  at the call: "))


def test_only_the_cheapest_repairs_decide_about_a_treaty() -> None:
    # The low claim costs 2, the good one 8: that the pact was not in force yet is not as good an answer.
    cheap, dear = (
        claim("x", "two", event="e", at=BEFORE, clock="moscow"),
        claim("y", event="e", at=IN_FORCE, clock="tokyo"),
    )
    assert treaty_line(cheap + dear) == (
        "  at the call: yes (by the repair of the least cost); only with more given up: no (which costs 8)"
    )


def test_repairs_of_one_cost_decide_together() -> None:
    said = claim("x", event="e", at=BEFORE, clock="moscow") + claim("y", event="e", at=IN_FORCE, clock="moscow")
    assert treaty_line(said) == "  at the call: it depends: no or yes (by every repair of the least cost)"


def test_a_repair_that_leaves_the_event_without_a_time_is_told() -> None:
    said = claim("x", event="e", at=IN_FORCE, clock="moscow") + claim("y", event="f", after="e")
    said += claim("z", event="f", at=BEFORE, clock="moscow")
    assert treaty_line(said) == (
        "  at the call: it depends: yes or not asked, since nothing says when it was"
        " (by every repair of the least cost)"
    )
