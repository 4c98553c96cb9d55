"""Who follows another's notice: in time, and a notice that stood; the days by hand."""

from __future__ import annotations

import pytest

from small_treaties import ONE_IS_ENOUGH, act, clause, ends, ratified, reading, said, three

DAY = clause("denunciation", when="on a fixed day", chain="P1M", effect_day="last in force") + (
    '[denunciation.day]\non = "06-30"\ncut_off = "01-01"\n'
)
TEXT = ONE_IS_ENOUGH + DAY
FIRST = act("withdrawal", "AAA", "1937-12-15", id="first")
FOLLOWS = act("withdrawal", "BBB", "1938-01-10", id="second")
WITH_IT, ALONE = ["1938-06-30"], ["1939-06-30"]


def last(*acts: str, by: str | None = None) -> list[str]:
    return ends(three(TEXT, *acts), "BBB", by)


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        (FIRST, WITH_IT),
        (act("withdrawal", "CCC", "1937-12-15", id="first"), ALONE),  # no party, so its notice had no effect
        (FIRST + act("rescission", "AAA", "1938-01-05", of="first"), ALONE),  # taken back by then
        (FIRST + act("suspension of a notice", "AAA", "1938-01-05", of="first"), ALONE),
        (
            FIRST + act("suspension of a notice", "AAA", "1937-12-20", of="first")
            + act("resumption of a notice", "AAA", "1937-12-28", of="first"),
            WITH_IT,
        ),
        (
            act("withdrawal", "BBB", "1937-12-15", id="first")  # its own notice, which it took back
            + act("rescission", "BBB", "1937-12-20", of="first"),
            ALONE,
        ),
    ],
)  # fmt: skip
def test_who_follows_a_notice_that_stood_leaves_with_it(acts: str, expected: list[str]) -> None:
    assert last(acts, FOLLOWS) == expected
    assert last(FOLLOWS, acts) == expected


def either(*acts: str) -> tuple[list[str], list[str]]:
    """Return what holds by a reading by which the day of who followed stands, and by one by which it falls."""
    mine = [reading(each, choose={"followed_notice": each}) for each in ("stands", "falls")]
    return last(*acts, FOLLOWS, *mine, by="stands"), last(*acts, FOLLOWS, *mine, by="falls")


def test_whether_the_day_stands_when_the_first_notice_is_taken_back_later_is_open() -> None:
    back = FIRST + act("rescission", "AAA", "1938-03-01", of="first")
    assert either(back) == (WITH_IT, ALONE)
    assert last(back, FOLLOWS) == WITH_IT + ALONE


def test_a_notice_without_the_grounds_that_are_needed_draws_nobody() -> None:
    text = TEXT.replace('chain = "P1M"', 'chain = "P1M"\nneeds_ground = true')
    second = act("withdrawal", "BBB", "1938-01-10", grounds="g")
    strict = reading("strict", choose={"grounds": "without effect"})
    assert ends(three(text, FIRST, second, strict), "BBB", "strict") == ALONE


def test_who_had_left_before_draws_nobody() -> None:
    gone = act("withdrawal", "AAA", "1936-12-15", id="gone")  # out with 30 June 1937
    assert last(gone, FIRST, FOLLOWS) == ALONE


def test_it_is_told_whom_it_follows() -> None:
    answer = three(TEXT, FIRST, FOLLOWS).in_force("1938-12-01", party="BBB")
    assert "the notice follows that one in time, so the last day in force is 30 June 1938" in said(answer)


# AAA's notice draws BBB's of 10 January with it; a month after that, CCC's can follow BBB's alone.
JOINED = ratified(CCC="1937-01-01")
FIRST_THEN_SECOND = FIRST + FOLLOWS
THIRD = act("withdrawal", "CCC", "1938-02-01", id="third")


@pytest.mark.parametrize(
    ("followers", "third", "expected"),
    [
        ({}, THIRD, [*WITH_IT, *ALONE]),
        ({"followers": "may be followed"}, THIRD, WITH_IT),
        ({"followers": "may not be followed"}, THIRD, ALONE),
        ({}, act("withdrawal", "CCC", "1938-02-11", id="third"), ALONE),
        ({}, act("withdrawal", "CCC", "1938-01-10", id="third"), WITH_IT),  # in time for the first itself
    ],
)
def test_a_notice_that_followed_another_may_be_followed_where_the_clause_says_so(
    followers: dict[str, str], third: str, expected: list[str]
) -> None:
    text = TEXT.replace('chain = "P1M"', "\n".join(['chain = "P1M"', *(f'{k} = "{v}"' for k, v in followers.items())]))
    assert ends(three(text, JOINED, FIRST_THEN_SECOND, third), "CCC") == expected


def test_the_notice_at_the_head_of_a_chain_is_a_premise() -> None:
    text = TEXT.replace('chain = "P1M"', 'chain = "P1M"\nfollowers = "may be followed"')
    answer = three(text, JOINED, FIRST_THEN_SECOND, THIRD).in_force("1938-12-01", party="CCC")
    steps = answer.to_dict()["derivation"]
    numbers = {step["number"] for step in steps if step["key"] in ("act:first", "act:second", "act:third")}
    assert any(numbers <= set(step["because"]) for step in steps if step["rule"] == "notice follows")


def test_who_had_left_when_its_notice_was_told_draws_nobody() -> None:
    late = act("withdrawal", "AAA", "1936-12-15", id="first", circulated="1937-07-10")  # out with 30 June 1937
    assert ends(three(TEXT, late, act("withdrawal", "BBB", "1937-07-20")), "BBB") == WITH_IT


@pytest.mark.parametrize(
    ("record", "on", "expected"),
    [
        ({"parties": "in part"}, "1938-01-10", ["[1938-06-30..1939-06-30]", *ALONE]),
        ({"parties": "in part"}, "1937-12-31", WITH_IT),  # no sooner day is to come
        ({"acts": "in part", "missing": "exit", "of": ["AAA"]}, "1938-01-10", ["[1938-06-30..1939-06-30]", *ALONE]),
        ({"acts": "in part", "missing": "consent", "of": ["AAA"]}, "1938-01-10", ALONE),
    ],
)
def test_a_notice_may_have_followed_one_that_the_record_lacks(
    record: dict[str, object], on: str, expected: list[str]
) -> None:
    text = TEXT.replace('ref = "r"', 'recorded = "1936-01-01"\nref = "r"', 1)
    assert ends(three(text, act("withdrawal", "BBB", on), clause("record", **record)), "BBB") == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("1937-12-31", WITH_IT),  # in time by itself
        ("1938-01-05", WITH_IT + ALONE),  # too late by itself, and before anybody was told of A's
        ("1938-01-10", WITH_IT),
        ("1938-02-11", ALONE),
    ],
)
def test_whether_one_follows_a_notice_of_which_one_was_not_told_yet_is_open(on: str, expected: list[str]) -> None:
    told_later = act("withdrawal", "AAA", "1937-12-15", id="first", circulated="1938-01-10")
    assert last(told_later, act("withdrawal", "BBB", on, id="second")) == expected


@pytest.mark.parametrize(
    "later",
    [
        act("suspension of a notice", "AAA", "1938-05-01", of="first")
        + act("resumption of a notice", "AAA", "1938-08-01", of="first"),
        act("agreement on withdrawal", "AAA BBB", "1938-05-01", of="first", effective="1940-01-01"),
    ],
)
def test_whether_the_day_stands_when_the_first_notice_comes_to_another_is_open(later: str) -> None:
    assert either(FIRST, later) == (WITH_IT, ALONE)
    assert set(last(FIRST, later, FOLLOWS)) == {*WITH_IT, *ALONE}
