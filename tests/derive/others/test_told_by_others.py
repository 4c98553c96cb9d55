"""What another treaty's record comes to for this one: acts of those who are parties to both."""

from __future__ import annotations

from beside_treaties import LATER, NEW, OLD, THREE, ended, treaty, truths


def test_what_never_was_in_force_never_enters() -> None:
    late = treaty("old", "1999-01-01", "2000-06-01")
    assert truths(late.beside(NEW), "2000-01-15", "2000-06-02") == ["no", "no"]
    assert [each.value for each in late.beside(NEW).dates().entry_into_force] == [()]


def test_a_part_of_a_treaty_and_what_yields_move_no_date() -> None:
    for more in ({"articles": "arts. 3 and 4"}, {"effect": "yields to this one"}, {"effect": "goes on"}):
        new = treaty("new", "2000-01-01", "2000-02-01", other_treaty={**LATER, **more})
        assert truths(OLD.beside(new), "2001") == ["yes"]
    but = treaty("new", "2000-01-01", "2000-02-01", other_treaty={**LATER, "except": "art. 2"})
    assert truths(OLD.beside(but), "2001") == ["no"]


def test_from_a_day_it_is_the_later_of_that_day_and_the_entry() -> None:
    for day, last in (("2003-01-01", "2002-12-31"), ("1999-01-01", "2000-01-31")):
        new = treaty("new", "2000-01-01", "2000-02-01", other_treaty={**LATER, "from": day})
        assert [each.value for each in OLD.beside(new).dates().last_day_in_force] == [(last,)]


def test_suspended_from_provisional_application_and_ended_with_the_entry() -> None:
    applied = {"kind": "provisional application", "by": ["AAA", "BBB"], "on": "1995-01-01", "ref": "r"}
    both = [{**LATER, "effect": "suspended", "from": "provisional application"}, LATER]
    clause = {"by": "who declares it", "ref": "art. 2"}
    new = treaty("new", "1996-01-01", "1996-05-01", other_treaty=both, provisional_application=clause, acts=(applied,))
    statuses = {
        day: {status.value for status in OLD.beside(new).status(day)}
        for day in ("1994-12-31", "1995-01-01", "1996-04-30", "1996-05-01")
    }
    assert list(statuses.values()) == [{"party"}, {"suspended"}, {"suspended"}, {"former party"}]


def test_whether_what_was_suspended_is_applied_again_is_open() -> None:
    new = treaty(
        "new", "2000-01-01", "2000-02-01", other_treaty={**LATER, "effect": "suspended"}, acts=(ended("2005-01-01"),)
    )
    found = [{each.value for each in OLD.beside(new).status(day)} for day in ("2004-12-31", "2005-01-01")]
    assert found == [{"suspended"}, {"suspended", "party"}]


def test_where_not_two_are_parties_to_both_it_is_a_question() -> None:
    union = treaty("new", "2000-01-01", "2000-02-01", parties={"EUN": "Union", "BBB": "B"}, other_treaty=LATER)
    answer = OLD.beside(union).in_force("2001")
    assert answer.truth.value == "unknown"
    assert "does not list them" in answer.depends_on[0].text


def test_of_many_those_who_are_not_all_leave_it_open_between_themselves_alone() -> None:
    old = treaty("old", "1990-01-01", "1990-01-02", "1990-01-03", parties=THREE)
    new = treaty("new", "2000-01-01", "2000-01-02", "2001-01-03", parties=THREE, other_treaty=LATER)
    days = ("2000-01-01", "2000-06-01", "2002-01-01")
    assert truths(old.beside(new), *days, between=("AAA", "BBB")) == ["yes", "unknown", "no"]
    assert truths(old.beside(new), *days, between=("AAA", "CCC")) == ["yes", "yes", "no"]
    assert truths(old.beside(new), *days) == ["yes", "yes", "no"]


def test_where_the_day_of_the_later_entry_alone_is_told_one_question_is_open() -> None:
    old = treaty("old", "1990-01-01", "1990-01-02", "1990-01-03", parties=THREE)
    new = treaty("new", parties=THREE, other_treaty=LATER, entry_into_force={"recorded": "2000-02-01", "ref": "r"})
    assert truths(old.beside(new), "2000-01-31", "2000-02-01") == ["yes", "unknown"]
    (question,) = old.beside(new).in_force("2001").depends_on
    assert question.outcomes[0][0] == "termination by consent 2000-02-01"
    assert "Its record tells only the day" in question.text


def test_two_of_many_are_asked_once_however_many_become_parties_later() -> None:
    parties = {f"P{number:02}": f"State {number}" for number in range(12)}
    old = treaty("old", *["1990-01-01"] * 12, parties=parties)
    new = treaty("new", *[f"2000-{month:02}-01" for month in range(1, 13)], parties=parties, other_treaty=LATER)
    answer = old.beside(new).in_force("2000-11-15", between=("P00", "P01"))
    assert [each.key for each in answer.depends_on] == ["the treaty ended between P00 and P01 by new-ends-it"]
    assert truths(old.beside(new), "2000-11-30", "2000-12-01", between=("P00", "P11")) == ["yes", "no"]


def test_suspended_by_what_is_applied_provisionally_until_that_ends() -> None:
    applied = {"kind": "provisional application", "by": ["AAA", "BBB"], "on": "1995-01-01", "ref": "r"}
    stopped = {"kind": "end of provisional application", "by": ["AAA", "BBB"], "on": "1995-06-30", "ref": "r"}
    other = {**LATER, "effect": "suspended", "from": "provisional application"}
    clause = {"by": "who declares it", "ref": "art. 2"}
    new = treaty("new", other_treaty=other, provisional_application=clause, acts=(applied, stopped))
    days = ("1995-06-29", "1995-06-30", "1995-07-02")
    found = [{each.value for each in OLD.beside(new).status(day)} for day in days]
    assert found == [{"suspended"}, {"suspended", "party"}, {"suspended", "party"}]
    never = treaty("new", other_treaty=other, provisional_application=clause)
    assert [each.value for each in OLD.beside(never).status("1995-03-01")] == ["party"]


def test_of_many_those_who_become_parties_on_one_day_act_together() -> None:
    old = treaty("old", "1990-01-01", "1990-01-02", "1990-01-03", parties=THREE)
    new = treaty("new", "2000-01-01", "2001-01-01", "2001-01-01", parties=THREE, other_treaty=LATER)
    assert truths(old.beside(new), "2000-06-01", "2001-01-02") == ["yes", "no"]
    assert truths(old.beside(new), "2000-06-01", "2001-01-02", between=("BBB", "CCC")) == ["yes", "no"]


def test_of_many_of_whom_the_day_alone_is_told_it_may_be_open_between_those_on_both_lists() -> None:
    old = treaty("old", "1990-01-01", "1990-01-02", "1990-01-03", parties=THREE)
    two_of_them = {"AAA": "A", "BBB": "B"}
    recorded = {"recorded": "2000-02-01", "ref": "r"}
    new = treaty("new", parties=two_of_them, other_treaty=LATER, entry_into_force=recorded)
    assert truths(old.beside(new), "2001", between=("AAA", "BBB")) == ["unknown"]
    assert truths(old.beside(new), "2001", between=("AAA", "CCC")) == ["yes"]
