"""By which of several clauses on leaving a notice goes."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import act, clause, ends, entry, ratified, text_of_three, three
from treatyclock.errors import TreatyFileError

TEXT = entry({"instruments": 3}) + ratified(AAA="1936-01-01", BBB="1936-01-01", CCC="1936-01-01")


def leaving(ref: str, notice: str = "P1Y", when: str = "at any time", **more: object) -> str:
    return clause("[denunciation]", when=when, notice=notice, first_day="counted", ref=ref, **more)


def after(*parts: str, of: str = "AAA") -> list[str]:
    return ends(three(TEXT, *parts), of)


ONE = act("withdrawal", "AAA", "1940-01-01")


def test_a_clause_for_named_parties_goes_before_the_general_one_of_its_kind() -> None:
    rules = leaving("art. 1") + leaving("art. 2", "P2Y", parties=["AAA"])
    assert after(rules, ONE) == ["1941-12-31"]
    assert after(rules, act("withdrawal", "BBB", "1940-01-01"), of="BBB") == ["1940-12-31"]


def test_a_notice_of_two_together_goes_by_the_clause_of_each() -> None:
    rules = leaving("art. 1") + leaving("art. 2", "P2Y", parties=["AAA"])
    both = act("withdrawal", "AAA BBB", "1940-01-01", id="both")
    assert (after(rules, both), after(rules, both, of="BBB")) == (["1941-12-31"], ["1940-12-31"])


def test_who_is_named_by_no_clause_cannot_leave() -> None:
    assert after(leaving("art. 2", parties=["BBB"]), ONE) == ["none"]
    assert after(leaving("art. 2", parties=["AAA"]), ONE) == ["1940-12-31"]


@pytest.mark.parametrize(
    ("more", "last"),
    [
        ({}, ["1940-12-31"]),
        ({"grounds": "a breach"}, ["1940-01-30"]),
        ({"ref": "art. 1", "grounds": "a breach"}, ["1940-12-31"]),
        ({"ref": "art. 2", "grounds": "a breach"}, ["1940-01-30"]),
    ],
)
def test_by_what_it_states(more: dict[str, object], last: list[str]) -> None:
    rules = leaving("art. 1") + leaving("art. 2", "P30D", needs_ground=True)
    assert after(rules, act("withdrawal", "AAA", "1940-01-01", **more)) == last


def test_where_nothing_tells_each_is_tried_and_a_reading_may_choose() -> None:
    found = three(TEXT, leaving("art. 1"), leaving("art. 1", "P2Y"), ONE)
    assert ends(found, "AAA") == ["1940-12-31", "1941-12-31"]
    answer = found.in_force("1941-06-01", party="AAA")
    assert (answer.truth, [each.key for each in answer.depends_on]) == (tc.Truth.UNKNOWN, ["notice_rule"])
    chosen = found.in_force("1941-06-01", party="AAA", choose={"notice_rule": "denunciation 2"})
    assert chosen.truth is tc.Truth.YES and "denunciation 2" in chosen.explain()


def test_a_choice_that_names_none_of_them_leaves_it_open() -> None:
    found = three(TEXT, leaving("art. 1"), leaving("art. 2", "P2Y"), ONE)
    assert found.in_force("1941-06-01", party="AAA", choose={"notice_rule": "art. 9"}).truth is tc.Truth.UNKNOWN


def test_what_each_says_of_a_first_day_is_told_apart() -> None:
    other = clause("[denunciation]", when="at any time", notice="P1Y", first_day="not counted", parties=["BBB"])
    found = three(TEXT, leaving("art. 1"), other, ONE, act("withdrawal", "BBB", "1940-01-01"))
    assert (ends(found, "AAA"), ends(found, "BBB")) == (["1940-12-31"], ["1941-01-01"])
    assert "not counted" in found.in_force("1945-01-01", party="BBB").explain()
    assert "not counted" not in found.in_force("1945-01-01", party="AAA").explain()


def test_each_for_the_end_of_the_term_has_its_own_deadline() -> None:
    term = clause("term", lasts="P10Y", from_="entry into force", first_day="counted")
    renewed = clause("renewal", block="P10Y", times="for ever")
    rules = "".join(
        clause("[denunciation]", when="at the end of the term", notice=notice, ref=ref, **more)
        for notice, ref, more in (("P6M", "art. 1", {}), ("P1Y", "art. 2", {"parties": ["AAA"]}))
    )
    late = "1945-04-01"
    found = three(TEXT, term, renewed, rules, act("withdrawal", "AAA", late), act("withdrawal", "BBB", late))
    assert (ends(found, "AAA"), ends(found, "BBB")) == (["1955-12-31"], ["1945-12-31"])
    assert str(found.last_timely_notice(party="AAA")) == "1944-12-31"
    assert str(found.last_timely_notice(party="BBB")).startswith("1945-06-30")


def test_deadlines_go_by_the_clause_of_the_party() -> None:
    found = three(TEXT, leaving("art. 1"), leaving("art. 2", "P2Y", parties=["AAA"]))
    assert str(found.earliest_exit(party="AAA", notice_on="1940-01-01")).startswith("1942-01-01")
    assert str(found.earliest_exit(party="BBB", notice_on="1940-01-01")).startswith("1941-01-01")
    assert found.notice(by="AAA", on="1940-01-01").truth is tc.Truth.YES


def test_what_holds_for_all_is_not_said_in_two_ways() -> None:
    text = text_of_three(TEXT, leaving("art. 1", ends_for="all"), leaving("art. 2", ends_for="the notifier"))
    with pytest.raises(TreatyFileError, match="not what another of these clauses says"):
        tc.loads(text)


def test_they_come_back_as_they_were_written() -> None:
    for rules in (leaving("art. 1"), leaving("art. 1") + leaving("art. 2", parties=["AAA"])):
        found = three(TEXT, rules)
        assert tc.loads(tc.dumps(found)) == found


def test_a_notice_of_two_that_ends_it_for_all_is_tried_by_the_clause_of_each() -> None:
    rules = leaving("art. 1", ends_for="all") + leaving("art. 2", "P2Y", parties=["BBB"])
    found = three(TEXT, rules, act("withdrawal", "AAA BBB", "1940-01-01", id="both"))
    answer = found.in_force("1941-06-01")
    assert (answer.truth, [each.key for each in answer.depends_on]) == (tc.Truth.UNKNOWN, ["notice_rule"])


AMENDED = leaving("art. 1", "P6M") + leaving("art. 1 as amended", given_from="1940-01-15")


def notice(on: str, by: str = "AAA", **more: object) -> str:
    return act("withdrawal", by, on, **more)


@pytest.mark.parametrize(
    ("on", "last"),
    [
        ("1940-01-14", ["1940-07-13"]),
        ("1940-01-15", ["1941-01-14"]),
        ("[1940-01-13..1940-01-14]", ["[1940-07-12..1940-07-13]"]),
        ("[1940-01-14..1940-01-15]", ["[1940-07-13..1940-07-14]", "[1941-01-13..1941-01-14]"]),  # either, on either
    ],
)
def test_a_notice_goes_by_the_clause_as_it_read_when_it_was_given(on: str, last: list[str]) -> None:
    assert sorted(after(AMENDED, notice(on))) == last


def test_an_amendment_for_some_leaves_the_others_their_clause_and_one_for_all_leaves_named_ones_theirs() -> None:
    some = leaving("art. 1", "P6M") + leaving("art. 1 as amended", parties=["AAA"], given_from="1940-01-15")
    assert (after(some, notice("1940-01-15")), after(some, notice("1940-01-14"))) == (["1941-01-14"], ["1940-07-13"])
    assert after(some, notice("1940-01-15", "BBB"), of="BBB") == ["1940-07-14"]
    own = (
        leaving("art. 1", "P6M", parties=["AAA"])
        + leaving("art. 2")
        + leaving("art. 3", "P2Y", given_from="1940-01-15")
    )
    assert after(own, notice("1940-01-15", "BBB"), of="BBB") == ["1942-01-14"]


def test_an_amendment_of_an_amendment_and_one_that_asks_for_no_grounds() -> None:
    twice = AMENDED + leaving("art. 1 as amended again", "P2Y", given_from="1945-01-15")
    assert after(twice, notice("1945-01-14")) == ["1946-01-13"]
    assert after(twice, notice("1945-01-15")) == ["1947-01-14"]
    grounds = AMENDED + leaving("art. 2", "P1M", needs_ground=True)
    assert after(grounds, notice("1940-01-15", grounds="a breach")) == ["1940-02-14"]
    assert after(grounds, notice("1940-01-15")) == ["1941-01-14"]


def test_a_right_to_leave_that_only_an_amendment_brought() -> None:
    new = leaving("art. 1", given_from="1940-01-15")
    assert (after(new, notice("1940-01-15")), after(new, notice("1940-01-14"))) == (["1941-01-14"], ["none"])
