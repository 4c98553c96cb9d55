"""The days on which reviews are due, and the last days of time limits."""

from __future__ import annotations

from typing import Any

import pytest

import treatyclock as tc
from small_treaties import ALL, act, clause, entry, ratified, three
from treatyclock.errors import WrongTypeError

TEXT = entry({"instruments": 3}) + ratified(AAA="2006-05-28", BBB="2006-05-28", CCC="2006-05-28")
OF_BBB = {"parties": ["BBB"], "covers": "the annexes of B", "after": "P2Y", "decides": False}
LIMIT = {"text": "B may put off article 5.", "parties": ["BBB"], "lasts": "P2Y"}
OUT = clause("denunciation", when="at any time", notice="P1D", first_day="counted")


def review(**more: object) -> str:
    return "[" + clause("review", **more).replace("[review]", "[review]]", 1)


def limit(**more: object) -> str:
    return "[" + clause("time_limit", **more).replace("[time_limit]", "[time_limit]]", 1)


def reviews(treaty: tc.Treaty, **more: Any) -> list[tuple[str, ...]]:
    return [each.value for each in treaty.reviews("2000", "2030", **more).outcomes]


def limits(treaty: tc.Treaty, **more: Any) -> list[tuple[str, ...]]:
    return sorted(each.value for each in treaty.time_limits("2000", "2030", **more).outcomes)


def test_several_reviews_come_in_the_order_of_their_days() -> None:
    found = three(TEXT, review(after="P3Y", decides=False), review(**OF_BBB))
    assert reviews(found) == [("2008-05-28", "2009-05-28")]
    assert reviews(found, party="BBB") == [("2008-05-28", "2009-05-28")]
    assert reviews(found, party="AAA") == [("2009-05-28",)]
    said = " ".join(found.reviews("2000", "2030").explain().split())
    assert "A review of the annexes of B for B is due 2 years after entry into force" in said


def test_one_of_several_may_decide() -> None:
    found = three(TEXT, review(after="P3Y", decides=False), review(after="P25Y", ref="art. 9"))
    assert found.in_force("2029-01-01").truth is tc.Truth.YES
    assert found.in_force("2035-01-01").truth is tc.Truth.UNKNOWN
    with pytest.raises(tc.TreatyFileError, match="is left out in two of these clauses"):
        three(TEXT, review(after="P3Y"), review(after="P25Y"))


def test_a_review_may_be_set_off_by_an_act() -> None:
    text = review(after="P6M", **{"from": "amended"}, decides=False)
    assert reviews(three(TEXT, text)) == [()]
    event = act("event", "AAA", "2010-01-15", id="amended")
    assert reviews(three(TEXT, text, event)) == [("2010-07-15",)]
    in_part = three(clause("record", acts="in part"), TEXT, text)
    assert len(in_part.reviews("2000", "2030").outcomes) == 2


def test_nothing_is_due_before_the_entry_into_force_nor_after_the_end() -> None:
    text = review(after="P6M", **{"from": "signed"}, decides=False)
    assert reviews(three(TEXT, text, act("event", "AAA", "2005-01-15", id="signed"))) == [()]
    left = act("withdrawal", "BBB", "2007-05-01")
    found = three(TEXT, OUT, review(**OF_BBB), limit(**LIMIT, first_day="counted"), left)
    assert (reviews(found), limits(found)) == ([()], [()])
    other = three(TEXT, OUT, review(**OF_BBB), act("withdrawal", "AAA", "2007-05-01"))
    assert reviews(other) == [("2008-05-28",)]


@pytest.mark.parametrize(
    ("on", "day", "found"),
    [
        ("2008-05-28", "2009-01-01", ["2009-01-01"]),
        ("2008-05-29", "2009-01-01", ["2008-05-28", "2009-01-01"]),
    ],
)
def test_another_day_may_be_agreed_on_by_the_day_of_the_review(on: str, day: str, found: list[str]) -> None:
    agreed = act("agreement on a review", ALL, on, effective=day)
    treaty = three(TEXT, review(**OF_BBB, or_as_agreed=True), agreed)
    assert sorted(value for (value,) in reviews(treaty)) == found
    assert reviews(three(TEXT, review(**OF_BBB), agreed)) == [("2008-05-28",)]


def test_of_several_that_may_be_put_off_the_article_tells_which() -> None:
    both = review(**OF_BBB, or_as_agreed=True, ref="a") + review(after="P3Y", decides=False, or_as_agreed=True, ref="b")
    agreed = act("agreement on a review", ALL, "2008-01-01", effective="2012-01-01", ref="b")
    assert reviews(three(TEXT, both, agreed)) == [("2008-05-28", "2012-01-01")]
    assert reviews(three(TEXT, both, agreed), known_as_of="2007-01-01") == [("2008-05-28", "2009-05-28")]


def test_where_acts_are_listed_in_part_another_day_may_have_been_agreed_on() -> None:
    found = three(clause("record", acts="in part"), TEXT, review(**OF_BBB, or_as_agreed=True))
    asked = {name for each in found.reviews("2000", "2030").outcomes for name, _ in each.under}
    assert "another day for the review due on 2008-05-28" in asked


def test_the_last_day_of_a_time_limit() -> None:
    found = three(TEXT, limit(**LIMIT), limit(text="All join the treaty on patents.", lasts="P1Y", first_day="counted"))
    assert limits(found) == [("2007-05-27", "2008-05-27"), ("2007-05-27", "2008-05-28")]
    assert limits(found, party="AAA") == [("2007-05-27",)]
    # What one chooses goes before what the text says.
    assert limits(found, choose={"time_limit_first_day": "not counted"}) == [("2007-05-28", "2008-05-28")]
    said = " ".join(found.time_limits("2000", "2030").explain().split())
    assert "There is a time limit for B of 2 years from entry into force: B may put off article 5." in said
    assert found.status("2007-01-01", party="BBB") == frozenset({tc.Status.PARTY})


def test_a_treaty_that_is_not_in_force_has_none() -> None:
    found = three(entry({"instruments": 3}), ratified(AAA="2006-05-28"), review(**OF_BBB), limit(**LIMIT))
    assert (reviews(found), limits(found)) == ([()], [()])


def test_far_away_and_vague_days() -> None:
    assert reviews(three(TEXT, review(after="P9000Y", decides=False))) == [()]
    assert limits(three(TEXT, limit(text="x", lasts="P9000Y"))) == [()]
    vague = entry({"instruments": 3}) + ratified(AAA="2006", BBB="2006", CCC="2006")
    assert reviews(three(vague, review(**OF_BBB))) == [("[2008-01-01..2008-12-31]",)]


def test_a_last_day_that_the_text_names_is_told_before_the_entry_into_force_too() -> None:
    target = limit(text="All complete their procedures.", until="2006-01-01")
    own = limit(text="B puts off article 5.", until="2008-12-31", parties=["BBB"])
    found = three(TEXT, target, own, OUT)
    assert limits(found) == [("2006-01-01", "2008-12-31")]
    assert limits(three(entry({"instruments": 3}), target, own)) == [("2006-01-01", "2008-12-31")]
    left = three(TEXT, target, own, OUT, act("withdrawal", "BBB", "2007-01-01"))
    assert limits(left) == [("2006-01-01",)]


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({}, "is missing"),
        ({"until": "2009", "lasts": "P1Y"}, "has no meaning beside `until`"),
        ({"lasts": "P1Y", "from": "2009-01-01"}, "is a day, and no act has such an id"),
    ],
)
def test_what_a_time_limit_cannot_say(wrong: dict[str, str], fault: str) -> None:
    with pytest.raises(tc.TreatyFileError, match=fault):
        three(TEXT, limit(text="x", **wrong))


def test_two_parties_together_have_none() -> None:
    found = three(TEXT, limit(**LIMIT))
    for ask in (found.reviews, found.time_limits):
        with pytest.raises(WrongTypeError, match="ask for one party"):
            ask("2000", "2010", between=("AAA", "BBB"))


def test_a_time_from_the_signature_is_told_before_the_entry_into_force_too() -> None:
    signed = act("signature", "AAA BBB CCC", "2005-01-31", id="signed")
    text = limit(text="The Parties ratify.", lasts="P6M", from_="signed", first_day="not counted")
    for more in ("", ratified(AAA="2006-05-28", BBB="2006-05-28", CCC="2006-05-28")):
        answer = three(entry({"instruments": 3}) + more, signed, text).time_limits("2000", "2030")
        assert [each.value for each in answer.outcomes] == [("2005-07-31",)]


def test_what_is_due_no_more_says_why() -> None:
    denounced = act("termination by consent", "AAA BBB CCC", "2007-05-28", effective="2007-06-01")
    answer = three(TEXT, denounced, limit(text="t", lasts="P2Y", first_day="counted")).time_limits("2000", "2030")
    assert str(answer) == "none"
    assert "terminated" in str(answer.explain()) or "agreed" in str(answer.explain())


def test_who_applies_a_treaty_provisionally_is_no_party_yet_and_its_matters_are_due() -> None:
    early = (
        entry({"instruments": 2})
        + ratified(AAA="2006-05-28", CCC="2006-05-28")
        + clause("joining", by="ratification", delay="P30D")
        + clause("provisional_application", by="who declares it")
    )
    applies = act("provisional application", "BBB", "2006-06-12")
    assert reviews(three(early, review(**OF_BBB))) == [()]
    assert reviews(three(early, applies, review(**OF_BBB))) == [("2008-05-28",)]
    assert limits(three(early, applies, limit(**LIMIT, first_day="not counted"))) == [("2008-05-28",)]
    stops = act("end of provisional application", "BBB", "2007-01-01")
    assert reviews(three(early, applies, stops, review(**OF_BBB))) == [()]


# "Any reference to the date of entry into force": that of provisional application (the Union and Moldova, art. 464).
APPLIED = (
    entry("ratified by all")
    + clause("provisional_application", by="who declares it")
    + act("provisional application", "AAA BBB", "2013-08-01", id="applied")
)
FROM_APPLIED = {"from": "provisional application"}


@pytest.mark.parametrize("entered", ["", "2014-05-01", "2016-01-01"])
def test_what_runs_from_provisional_application_is_due_before_the_entry_into_force_too(entered: str) -> None:
    text = APPLIED + (ratified(AAA=entered, BBB=entered, CCC=entered) if entered else "")
    of_bbb = limit(text="B may put off article 5.", parties="BBB", lasts="P2Y", first_day="not counted", **FROM_APPLIED)
    found = three(text, of_bbb, review(after="P3Y", decides=False, **FROM_APPLIED))
    assert limits(found) == [("2015-08-01",)]
    assert limits(found, party="CCC") == [()]
    assert reviews(found) == [("2016-08-01",)]


def test_it_runs_from_an_entry_into_force_that_came_before() -> None:
    text = APPLIED + ratified(AAA="2013-03-01", BBB="2013-03-01", CCC="2013-03-01")
    assert reviews(three(text, review(after="P3Y", decides=False, **FROM_APPLIED))) == [("2016-03-01",)]


def test_where_nobody_applies_it_towards_another_nothing_is_due() -> None:
    of_ccc = limit(text="C may.", parties="CCC", lasts="P2Y", first_day="not counted", **FROM_APPLIED)
    of_all = review(after="P3Y", decides=False, **FROM_APPLIED)
    alone = APPLIED.replace('["AAA", "BBB"]', '["AAA"]')
    assert alone != APPLIED
    assert reviews(three(alone, of_all)) == [()]
    # B stopped, and A alone has nobody towards whom to apply it.
    stopped = three(APPLIED, of_all, of_ccc, act("end of provisional application", "BBB", "2014-01-01"))
    assert (reviews(stopped), limits(stopped)) == ([()], [()])
