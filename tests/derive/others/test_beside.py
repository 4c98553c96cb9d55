"""What a treaty beside another comes to: one answer, or one of several where its own record leaves that open."""

from __future__ import annotations

import treatyclock as tc
from beside_treaties import LATER, NEW, OLD, ended, treaty, truths


def test_the_day_of_the_later_entry_is_the_first_day_out_and_no_instant_has_both_or_none() -> None:
    together = OLD.beside(NEW)
    assert truths(together, "2000-01-31", "2000-02-01") == ["yes", "no"]
    assert truths(together, "2000-01-31T23:59:59Z", "2000-02-01T00:00:00Z") == ["yes", "no"]
    assert truths(NEW, "2000-01-31T23:59:59Z", "2000-02-01T00:00:00Z") == ["no", "yes"]
    assert "By The new one, which had effect from that day" in together.in_force("2001").explain()


def test_by_what_was_known_before_the_later_one_it_goes_on() -> None:
    assert truths(OLD.beside(NEW), "2001", known_as_of="2000-01-15") == ["yes"]
    assert truths(OLD.beside(NEW), "2001", known_as_of="2000-02-15") == ["no"]


def test_what_is_open_there_is_open_here_by_one_question() -> None:
    month_later = {"when": "ratified by all", "delay": "P1M", "ref": "a"}
    open_end = treaty("new", "2000-01-01", "2000-01-31", other_treaty=LATER, entry_into_force=month_later)
    answer = OLD.beside(open_end).in_force("2000-02-29")
    assert answer.truth is tc.Truth.UNKNOWN
    assert [each.key for each in answer.depends_on] == ["what new comes to"]
    assert truths(OLD.beside(open_end), "2000-02-28", "2000-03-01") == ["yes", "no"]


def test_a_vague_entry_leaves_its_range_open() -> None:
    vague = treaty("new", "2000-01-01", "2000-02", other_treaty=LATER)
    assert truths(OLD.beside(vague), "2000-01-31", "2000-02-15", "2000-03-01") == ["yes", "unknown", "no"]


def test_the_other_is_read_by_the_reading_of_the_same_name() -> None:
    reading = {"id": "they", "title": "t", "holder": "h", "ref": "r"}
    old = treaty("old", "1990-01-01", "1990-06-01", reading=[reading])
    new = treaty(
        "new", "2000-01-01", "2000-02-01", other_treaty=LATER, reading=[{**reading, "rejects": "ratification-bbb"}]
    )
    assert truths(old.beside(new), "2001", reading="they") == ["yes"]
    assert truths(old.beside(new), "2001") == ["no"]


def test_others_stand_beside_others_in_any_order() -> None:
    newest = treaty("newest", "1999-12-01", "1999-12-02", other_treaty={**LATER, "treaty": "new"})
    one, other = OLD.beside(NEW, newest), OLD.beside(newest, NEW)
    assert one == other
    assert truths(one, "2001") == ["yes"]  # the new one never entered into force


def test_an_other_that_is_supposed_makes_the_answer_hypothetical() -> None:
    again = OLD.beside(NEW.what_if(drop="ratification-bbb"))
    assert truths(again, "2001") == ["yes"]
    more = treaty("new", "2000-01-01", other_treaty=LATER).what_if(
        add={"kind": "ratification", "by": "BBB", "on": "2000-05-01", "ref": "r"}
    )
    assert "Hypothetical" in OLD.beside(more).in_force("2001").explain()


def test_what_if_and_beside_go_together() -> None:
    over = OLD.beside(NEW).what_if(add=ended("1995-01-01"))
    assert truths(over, "1994-12-31", "1995-01-01") == ["yes", "no"]


def test_new_start_ends_the_moscow_treaty_with_its_own_entry() -> None:
    new = tc.load("new-start-2010")
    parties = {party.id: party.name for party in new.record.parties}
    moscow = tc.from_dict({
        "schema": 1,
        "id": "sort-2002",
        "title": "Treaty on Strategic Offensive Reductions of 24 May 2002",
        "parties": parties,
        "entry_into_force": {"recorded": "2003-06-01", "ref": "r"},
        "term": {"until": "2012-12-31", "ref": "art. IV(2)"},
    })  # fmt: skip
    assert truths(moscow.beside(new), "2011-02-04", "2011-02-05") == ["yes", "no"]
    assert truths(new.beside(moscow), "2011-02-04", "2011-02-05") == ["no", "yes"]
