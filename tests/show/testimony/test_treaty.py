"""What a treaty's terms say at an event, in words."""

from __future__ import annotations

from dataclasses import replace

import treatyclock as tc
from testimony_cases import case, claim

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


def treaty_part(claims: str) -> list[str]:
    lines = str(tc.reconcile(case(claims), treaty=PACT)).splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("  at the call: "))
    return lines[start : next(at for at, line in enumerate(lines) if line.startswith("  at the answer: "))]


def test_an_answer_that_depends_says_on_what() -> None:
    said = claim("x", event="e", at=BEFORE, clock="moscow") + claim("y", event="e", at=IN_FORCE, clock="moscow")
    assert treaty_part(said)[1:] == ["    no: if y is given up", "    yes: if x is given up"]


def test_an_unknown_answer_says_what_would_decide_it() -> None:
    assert treaty_part(claim("x", event="e", dated="1941-04", clock="moscow")) == [
        "  at the call: unknown",
        "    what would decide it: at which instant within the time asked about?",
    ]


def test_an_answer_by_a_search_that_was_stopped_says_so() -> None:
    asked = tc.reconcile(case(claim("x", event="e", at=IN_FORCE, clock="moscow")), treaty=PACT)
    stopped = replace(asked, repairs=replace(asked.repairs, proven=False, complete=False))
    assert "  at the call: yes (by what was found before the search was stopped)" in str(stopped)
