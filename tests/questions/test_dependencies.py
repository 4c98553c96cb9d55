"""What an answer depends on: conventions, facts, dates, and the moment asked about."""

from __future__ import annotations

import treatyclock as tc
from small_treaties import BOTH, HALF_A_YEAR, SIGNED, act, clause, entry, ratified, said, three, two

TERM = clause("term", lasts="P5Y", from_="signature")  # up to 15 or 14 January 1935


def depends(answer: tc.Answer) -> list[tuple[str, str]]:
    return [(each.kind, each.key) for each in answer.depends_on]


def test_an_answer_depends_on_what_alone_would_change_it() -> None:
    found = two(SIGNED, TERM)
    assert depends(found.in_force("1935-01-15T12:00Z")) == [("convention", "first_day")]
    (why,) = found.in_force("1935-01-15T12:00Z").depends_on
    assert why.outcomes == (("not counted", tc.Truth.YES), ("counted", tc.Truth.NO))
    for sure in ("1935-01-14T12:00Z", "1935-01-16T12:00Z"):
        assert found.in_force(sure).depends_on == ()


def test_a_question_of_fact_is_told_as_one() -> None:
    found = two(
        SIGNED, HALF_A_YEAR, act("denunciation", "AAA", "1940-01-01", id="n"), act("rescission", "AAA", "1940", of="n")
    )
    assert ("fact", "rescission-aaa before n took effect") in depends(found.in_force("1941-01-01T12:00Z"))


def test_a_vague_date_is_named() -> None:
    found = two(entry("fixed date", on="1936-02"), act("signature", BOTH, "1936-01-01"))
    (why,) = found.in_force("1936-02-15").depends_on
    assert (why.kind, why.text) == ("date", "which day is the fixed date of entry into force?")
    vague = three(entry({"instruments": 1}), ratified(AAA="1936-02")).in_force("1936-02-15")
    assert depends(vague) == [("date", "act:ratification-aaa")]


def test_the_moment_asked_about_may_be_what_is_vague() -> None:
    assert depends(two(SIGNED).in_force("1930-01")) == [("moment", "at")]
    assert two(SIGNED).in_force("1930-02").truth is tc.Truth.YES


def test_the_date_that_counted_is_the_date_that_is_told() -> None:
    found = two(
        SIGNED,
        clause("denunciation", when="at any time", notice="P6M", runs_from="sent"),
        act("denunciation", "AAA", "1931-01-02", sent="1931-01", received="1931-02-01"),
        clocks=("Europe/Moscow", "Asia/Tokyo"),
    )
    answer = found.in_force("1931-07-15")
    assert "sent a day from 1 to 31 January 1931, received 1 February 1931" in said(answer)
    assert ("date", "act:denunciation-aaa") in depends(answer)


def test_the_status_alone_may_depend_on_a_convention() -> None:
    suspended = act("suspension", BOTH, "1936-06-01")
    found = two(SIGNED, suspended, clocks=("Europe/Moscow", "Asia/Tokyo"))
    answer = found.in_force("1936-05-31T18:00Z")  # 1 June in Tokyo, and not yet in Moscow
    assert (answer.truth, {each.value for each in answer.status}) == (tc.Truth.YES, {"party", "suspended"})
    (why,) = answer.depends_on
    assert (why.key, why.decides_truth) == ("midnight", False)
    assert [{each.value for each in status} for status in why.statuses] == [{"party"}, {"suspended"}]
    assert "(midnight = Europe/Moscow: party; Asia/Tokyo: suspended)" in " ".join(str(answer).split())


def test_the_status_alone_may_depend_on_the_moment() -> None:
    answer = two(SIGNED, act("suspension", BOTH, "1936-06-01")).in_force("1936")
    assert answer.truth is tc.Truth.YES
    assert [(each.key, each.decides_truth) for each in answer.depends_on] == [("at", False)]
    assert "(the status alone)" in str(answer)


def test_an_answer_of_one_status_depends_on_nothing() -> None:
    assert two(SIGNED, act("suspension", BOTH, "1936-06-01")).in_force("1937").depends_on == ()
