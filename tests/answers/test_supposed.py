"""What an answer supposes: every answer says the same of it."""

from __future__ import annotations

import treatyclock as tc
from treatyclock.answers.supposed import Supposed

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_every_answer_says_what_it_supposes() -> None:
    view = PACT.what_if(drop="denunciation").under(choose={"first_day": "counted"})
    asked = (view.dates(), view.chronology(), view.in_force("1945"), view.parties("1945"), view.expiry())
    assert len({each.supposed for each in asked}) == 1
    found = asked[0].supposed
    assert ([act.id for act in found.without], found.added, found.chosen, found.other_acts) == (
        ["denunciation"], (), (("first_day", "counted"),), True,
    )  # fmt: skip
    assert PACT.in_force("1945").supposed == PACT.dates().supposed == Supposed()


def test_an_act_added_and_taken_away_again_is_no_hypothesis() -> None:
    late = {"id": "late", "kind": "denunciation", "by": "SUN", "on": "1945-04-27", "ref": "r"}
    assert PACT.what_if(add=late).dates().supposed.other_acts
    assert not PACT.what_if(add=late).what_if(drop="late").dates().supposed.other_acts
