"""Between two of many only while their other agreement is in force."""

from __future__ import annotations

from typing import Any

import treatyclock as tc
from beside_treaties import THREE, ended, treaty, truths

PAIR = ("AAA", "BBB")
AGREEMENT = treaty("agri", "1991-01-01", "1991-02-01", acts=(ended("1995-06-01"),))


def three(in_force: str = "only while it is", **more: Any) -> tc.Treaty:
    clause = {"treaty": "agri", "in_force": in_force, "between": list(PAIR), "ref": "art. 9"}
    return treaty("own", "1990-01-01", "1990-01-02", "1990-01-03", parties=THREE, companion=clause, **more)


def test_not_before_the_other_and_no_longer() -> None:
    own = three().beside(AGREEMENT)
    days = ("1990-06-01", "1991-01-31", "1991-02-01", "1995-05-31", "1995-06-01")
    assert truths(own, *days, between=PAIR) == ["no", "no", "yes", "yes", "no"]
    assert truths(own, *days, between=("AAA", "CCC")) == ["yes"] * 5
    dates = own.dates(between=PAIR)
    assert [each.value for each in dates.entry_into_force] == [("1991-02-01",)]
    assert [each.value for each in dates.last_day_in_force] == [("1995-05-31",)]


def test_no_longer_than_the_other_but_perhaps_before() -> None:
    own = three("no longer than it is").beside(AGREEMENT)
    assert truths(own, "1990-06-01", "1995-05-31", "1995-06-01", between=PAIR) == ["yes", "yes", "no"]


def test_one_that_never_entered_leaves_nothing_between_the_two() -> None:
    own = three().beside(treaty("agri", "1991-01-01"))
    assert truths(own, "1990-06-01", "2000", between=PAIR) == ["no", "no"]


def test_alone_it_is_open_between_the_two() -> None:
    assert truths(three(), "2000", between=PAIR) == ["unknown"]
    assert [each.key for each in three().in_force("2000", between=PAIR).depends_on] == [
        "agri in force between AAA and BBB"
    ]


def test_over_between_two_and_later_for_all() -> None:
    clauses = [
        {"treaty": "agri", "in_force": "only while it is", "between": list(PAIR), "ref": "art. 9"},
        {"treaty": "agri", "in_force": "no longer than it is", "ref": "art. 10"},
    ]
    own = treaty("own", "1990-01-01", "1990-01-02", "1990-01-03", parties=THREE, companion=clauses)
    leaves = {"kind": "withdrawal", "by": "BBB", "on": "1995-01-10", "ref": "r"}
    exit_clause = {"when": "at any time", "notice": "P6M", "first_day": "not counted", "ref": "art. 3"}
    dates = ("1989-01-01", "1989-01-02", "1989-01-03")
    goes_on = treaty("agri", *dates, parties=THREE, acts=(leaves,), denunciation=exit_clause)
    over = {
        "kind": "termination by consent", "by": ["AAA", "CCC"], "on": "2000-01-01", "effective": "2000-02-01",
        "effect_day": "first out", "ref": "r",
    }  # fmt: skip
    ended = treaty("agri", *dates, parties=THREE, acts=(leaves, over), denunciation=exit_clause)
    days = ("1995-07-10", "1995-07-11", "2000-01-31", "2000-02-01")
    for other, rest in ((goes_on, ["yes"] * 4), (ended, ["yes", "yes", "yes", "no"])):
        beside = own.beside(other)
        assert truths(beside, *days, between=PAIR) == ["yes", "no", "no", "no"]
        assert truths(beside, *days, between=("AAA", "CCC")) == rest
        assert truths(beside, *days) == rest


def test_an_entry_recorded_between_the_two_goes_before_the_others_own_answer() -> None:
    told = {
        "kind": "entry into force of another treaty", "treaty": "agri", "by": list(PAIR), "on": "1993-01-01",
        "ref": "r",
    }  # fmt: skip
    clauses = [
        {"treaty": "agri", "in_force": "only while it is", "between": list(PAIR), "ref": "art. 9"},
        {"treaty": "agri", "in_force": "no longer than it is", "ref": "art. 10"},
    ]
    own = treaty("own", "1990-01-01", "1990-01-02", "1990-01-03", parties=THREE, companion=clauses, acts=(told,))
    beside = own.beside(AGREEMENT)
    days = ("1992-12-31", "1993-01-01", "1995-05-31", "1995-06-01")
    assert truths(beside, *days, between=PAIR) == ["no", "yes", "yes", "no"]
    assert truths(beside, *days, between=("AAA", "CCC")) == ["yes", "yes", "yes", "no"]


def test_as_often_as_the_other_is_in_force_between_the_two() -> None:
    def told(kind: str, on: str, **more: Any) -> dict[str, Any]:
        return {
            "kind": f"{kind} of another treaty",
            "treaty": "agri",
            "by": list(PAIR),
            "on": on,
            "ref": "r",
            "id": f"on-{on}",
            **more,
        }

    both_times = [
        each
        for begins, over in (("1991-01-01", "1992-06-01"), ("1994-01-01", "1995-06-01"))
        for each in (
            told("entry into force", begins),
            told("end", over, effective=over, effect_day="first out"),
        )
    ]
    own = three(acts=tuple(both_times))
    days = ("1990-06-01", "1991-01-01", "1992-05-31", "1992-06-01", "1994-01-01", "1995-05-31", "1995-06-01", "2000")
    assert truths(own, *days, between=PAIR) == ["no", "yes", "yes", "no", "yes", "yes", "no", "no"]
    assert own.status("1993-01-01", between=PAIR) == own.status("2000", between=PAIR)
    assert truths(own, *days, between=("AAA", "CCC")) == ["yes"] * 8
