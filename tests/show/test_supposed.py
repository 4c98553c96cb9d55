"""What an answer supposes, in words and as data."""

from __future__ import annotations

import treatyclock as tc
from treatyclock.answers.supposed import Supposed
from treatyclock.law.readings import TEXT
from treatyclock.show.supposed import as_data, by_reading, first_lines, hypotheses

PACT = tc.load("soviet-japanese-neutrality-pact").record
GONE, KEPT = PACT.act("ratification-sun"), PACT.act("ratification-jpn")


def test_words() -> None:
    assert first_lines(Supposed()) == []
    both = Supposed(without=(GONE,), added=(KEPT,), chosen=(("first_day", "counted"),))
    day = "25 April 1941"
    assert first_lines(both) == [
        f"On a hypothesis: without ratification-sun of {day}; with ratification-jpn of {day}. "
        "Chosen: first_day = counted."
    ]
    assert first_lines(Supposed(chosen=(("a", "b"),))) == ["Chosen: a = b."]
    assert by_reading(TEXT, both) == "on a hypothesis and by its terms with first_day = counted"
    assert by_reading(PACT.readings[0], Supposed()) == f"by reading {PACT.readings[0].id}"
    assert len(hypotheses(both, PACT)) == 2
    assert as_data(both) == {
        "hypothesis": {"without": ["ratification-sun"], "with": ["ratification-jpn"]},
        "choose": {"first_day": "counted"},
    }  # fmt: skip
    assert as_data(Supposed()) == {"hypothesis": None, "choose": {}}
