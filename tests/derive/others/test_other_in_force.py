"""Whether another treaty is in force, as a condition of this one's entry."""

from __future__ import annotations

from beside_treaties import WAITS, ended, treaty, truths

NEW = treaty("new", "2000-01-01", "2000-02-01")
ENTRY = {
    "kind": "entry into force of another treaty", "treaty": "new", "by": ["AAA", "BBB"], "on": "2001-01-01", "ref": "r",
}  # fmt: skip


def test_it_waits_for_the_other_and_alone_it_is_open() -> None:
    own = treaty("own", "1999-01-01", "1999-02-01", entry_into_force=WAITS)
    assert truths(own, "1999-01-15", "2000-02-01") == ["no", "unknown"]
    assert "put the file of new beside this one" in own.in_force("2001").depends_on[0].text
    assert truths(own.beside(NEW), "2000-01-31", "2000-02-01") == ["no", "yes"]


def test_what_an_act_records_goes_before_the_others_own_answer() -> None:
    own = treaty("own", "1999-01-01", "1999-02-01", entry_into_force=WAITS, acts=(ENTRY,))
    for each in (own, own.beside(NEW)):
        assert truths(each, "2000-12-31", "2001-01-01") == ["no", "yes"]


def test_an_other_that_never_entered_or_was_over_by_then_brings_none() -> None:
    own = treaty("own", "1999-01-01", "2006-02-01", entry_into_force=WAITS)
    assert truths(own.beside(treaty("new", "2000-01-01")), "2010") == ["no"]
    over = treaty("new", "2000-01-01", "2000-02-01", acts=(ended("2005-01-01"),))
    assert truths(own.beside(over), "2010") == ["no"]
    assert "was over again by the time" in own.beside(over).in_force("2010").explain()


def test_a_recorded_day_of_entry_needs_nothing_of_the_other() -> None:
    own = treaty("own", entry_into_force={**WAITS, "recorded": "2002-01-01"})
    assert truths(own, "2001-12-31", "2002-01-01") == ["no", "yes"]
