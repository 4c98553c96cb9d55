"""A replayed answer as HTML."""

from __future__ import annotations

from dataclasses import replace

import treatyclock as tc


def test_what_has_changed_is_a_table() -> None:
    receipt = tc.load("soviet-japanese-neutrality-pact").in_force("1945-08-09").receipt()
    same = tc.replay(receipt)
    assert "The same answer: Yes, in force by its terms." in same.printed("html")
    assert "Nothing that it rests on has changed." in same.printed("html")
    other = tc.replay({**receipt, "zone_database": "<2020a>"}).printed("html")
    assert "<td>&lt;2020a&gt;</td>" in other and "Nothing" not in other
    assert replace(same).printed("html") == same.printed("html")
