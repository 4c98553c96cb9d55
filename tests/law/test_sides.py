"""On which side a party stands, and whose act one is that acts for its side."""

from __future__ import annotations

from small_treaties import act, clause, three
from treatyclock.law.sides import for_its_side, has_sides, same_side, side_of

SIDES = clause("[side]", parties="AAA") + clause("[side]", parties=["BBB", "CCC"], represented_by="BBB")


def test_on_which_side() -> None:
    record = three(SIDES).record
    side = side_of(record, "CCC")
    assert side is not None and side.parties == ("BBB", "CCC")
    assert (same_side(record, "BBB", "CCC"), same_side(record, "AAA", "CCC")) == (True, False)
    assert has_sides(record)
    assert not has_sides(three().record) and side_of(three().record, "AAA") is None


def test_who_acts_for_its_side_consents_for_itself_alone() -> None:
    acts = act("ratification", "BBB", "1950-01-01") + act("denunciation", "BBB", "1955-01-01", id="b")
    acts += act("denunciation", "CCC", "1955-01-01", id="c")
    record = three(SIDES, acts).record
    ratification, by_it, by_another = (for_its_side(record, each) for each in record.acts)
    assert ratification.by == ("BBB",)
    assert (by_it.by, by_it.acting) == (("BBB", "CCC"), ("BBB",))
    assert (by_another.by, by_another.acting) == (("CCC",), ())
