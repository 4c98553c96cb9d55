"""Who was a party on the day of an act; by hand."""

from __future__ import annotations

from small_treaties import TWO_OF_THREE, act, evaluation, three
from treatyclock.derive.entry.treaty_entry import entry_into_force
from treatyclock.derive.parties.parties_then import PartiesThen
from treatyclock.truth import Truth

LEFT = TWO_OF_THREE + act("withdrawal", "AAA", "1940-01-01", id="out", effective="1941-01-01")
ASKED = act("event", "AAA BBB CCC", "1938-01-01", id="asked")


def test_a_party_is_one_from_its_entry_and_before_the_entry_who_had_consented() -> None:
    treaty = three(LEFT, ASKED)
    found = evaluation(treaty)
    entry = entry_into_force(found)
    then = PartiesThen(found, entry)
    asked = treaty.record.act("asked")
    assert then.before_entry(asked) is Truth.NO
    assert [then.a_party(asked, party) for party in ("AAA", "CCC")] == [Truth.YES, Truth.NO]
    unborn = PartiesThen(found, None)
    assert unborn.before_entry(asked) is Truth.YES
    assert [unborn.a_party(asked, party) for party in ("AAA", "CCC")] == [Truth.YES, Truth.NO]
