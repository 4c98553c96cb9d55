"""A replayed answer in text, as rows and in Markdown."""

from __future__ import annotations

import treatyclock as tc
from treatyclock.show.printers.replay import replay_lead


def test_the_lead_and_what_has_changed() -> None:
    receipt = tc.load("soviet-japanese-neutrality-pact").in_force("1945-08-09").receipt()
    same = tc.replay(receipt)
    assert replay_lead(same) == "The same answer: Yes, in force by its terms."
    assert same.printed("csv") == "what,then,now\n"
    assert same.printed("md") == "**The same answer: Yes, in force by its terms.**"
    other = tc.replay({**receipt, "answer": {**receipt["answer"], "truth": "no"}})
    assert replay_lead(other).startswith("Another answer: ")
    assert "| no | yes |" in other.printed("md")
    assert ",no,yes\n" in other.printed("csv")
