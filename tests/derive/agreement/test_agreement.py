"""Who must agree to what changes the treaty for all: every case by hand, on a treaty in force from 1 January 1936."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import (
    ALL,
    BOTH,
    HALF_A_YEAR,
    SIGNED,
    TWO_OF_THREE,
    act,
    asked,
    clause,
    ends,
    evaluation,
    ratified,
    said,
    text_of_three,
    three,
    truth,
    two,
)
from treatyclock.derive.agreement.agreement import with_agreed_acts
from treatyclock.derive.entry.treaty_entry import entry_into_force

TERM = clause("term", until="1950-12-31")
JOINED = ratified(CCC="1937-05-01")


def ended(by: str, on: str = "1940-03-01", **more: object) -> str:
    return act("termination by consent", by, on, **more)


@pytest.mark.parametrize(
    ("acts", "in_1941"),
    [
        (ended(BOTH), "no"),  # they are all who are parties
        (ended("AAA"), "yes"),
        (JOINED + ended(BOTH), "yes"),
        (JOINED + ended(ALL), "no"),
        (ratified(CCC="1940-02-29") + ended(BOTH), "yes"),
        (ratified(CCC="1940-03-02") + ended(BOTH), "no"),  # it joined a treaty that was over
        (ratified(CCC="1940-03-01") + ended(BOTH), "unknown"),  # on that day itself: before or after
        (ratified(CCC="1940") + ended(BOTH), "unknown"),
        (JOINED + HALF_A_YEAR + act("withdrawal", "CCC", "1939-09-01") + ended(BOTH), "no"),  # out with 29 February
        (JOINED + HALF_A_YEAR + act("withdrawal", "CCC", "1939-09-02") + ended(BOTH), "unknown"),  # of these two
        (JOINED + HALF_A_YEAR + act("withdrawal", "CCC", "1939-09") + ended(BOTH), "unknown"),
        # by notes: with the last
        (JOINED + ended(BOTH) + ended("CCC", "1940-12-01"), "no"),
        (JOINED + ended(BOTH) + ended("CCC", "1941-12-01"), "yes"),
        (JOINED + ended(BOTH, effective="1940-06-01") + ended("CCC", effective="1940-07-01"), "yes"),  # not the same
    ],
)
def test_all_who_are_parties_then_must_agree_to_an_end(acts: str, in_1941: str) -> None:
    assert truth(three(TWO_OF_THREE, acts), "1941-06-01") == in_1941


def test_before_entry_all_must_agree_who_have_consented() -> None:
    early = ended("AAA", "1936-01-01")
    slow = TWO_OF_THREE.replace("[entry_into_force]", '[entry_into_force]\ndelay = "P1Y"')
    assert ends(three(slow, early)) == ["none"]
    assert ends(three(slow, ended(BOTH, "1936-06-01"))) == ["none"]  # ended before it was in force
    assert three(slow, ended(BOTH, "1936-06-01")).in_force("1940-01-01").truth is tc.Truth.NO
    assert three(slow, ended("AAA", "1936-06-01")).in_force("1940-01-01").truth is tc.Truth.YES


def test_before_entry_who_took_its_consent_back_need_not_agree() -> None:
    slow = (TWO_OF_THREE + ratified(CCC="1936-02-01")).replace(
        "[entry_into_force]", '[entry_into_force]\ndelay = "P1Y"'
    )
    back = act("withdrawal of consent", "CCC", "1936-05-01")
    assert truth(three(slow, ended(BOTH, "1936-06-01")), "1940-01-01") == "yes"
    assert truth(three(slow, back, ended(BOTH, "1936-06-01")), "1940-01-01") == "no"
    assert truth(three(slow, back, ended(BOTH, "1936-04-01")), "1940-01-01") == "yes"


def test_an_hour_compares_as_an_instant() -> None:
    leaves = clause("denunciation", when="at any time") + act("withdrawal", "CCC", "1940-03-01T12:00Z")
    # By those two alone, who are left then: perhaps it has ended between them.
    for hour, expected in (("11:59", "unknown"), ("12:00", "no")):
        found = three(TWO_OF_THREE, JOINED, leaves, ended(BOTH, f"1940-03-01T{hour}Z"))
        assert truth(found, "1941-01-01") == expected
    # Within the day on which it left at noon, a bare date may be before or after noon.
    assert truth(three(TWO_OF_THREE, JOINED, leaves, ended(BOTH)), "1941-01-01") == "unknown"


def test_an_extension_by_some_prolongs_nothing() -> None:
    longer = {"until": "1960-12-31"}
    for by, last in ((BOTH, "1950-12-31"), (ALL, "1960-12-31")):
        assert ends(three(TWO_OF_THREE, JOINED, TERM, act("extension of the term", by, "1945-01-01", **longer))) == [
            last
        ]
    named = clause("term", until="1950-12-31", extended_by=["AAA"])
    assert ends(three(TWO_OF_THREE, JOINED, named, act("extension of the term", "AAA", "1945-01-01", **longer))) == [
        "1960-12-31"
    ]
    assert ends(three(TWO_OF_THREE, JOINED, named, act("extension of the term", "BBB", "1945-01-01", **longer))) == [
        "1950-12-31"
    ]


def test_whoever_the_clause_names_may_move_an_exit() -> None:
    text = TWO_OF_THREE + JOINED + act("withdrawal", "CCC", "1940-01-01", id="n")
    moved = act("extension of a notice", "AAA CCC", "1940-03-01", of="n", until="1941-12-31")
    assert ends(three(text, HALF_A_YEAR, moved), "CCC") == ["1940-06-30"]
    named = HALF_A_YEAR.replace("[denunciation]", '[denunciation]\nagreed_by = ["AAA", "CCC"]')
    assert ends(three(text, named, moved), "CCC") == ["1941-12-31"]


def test_one_of_two_agrees_on_nothing() -> None:
    assert ends(two(SIGNED, TERM, ended("AAA"))) == ["1950-12-31"]
    assert ends(two(SIGNED, TERM, ended(BOTH))) == ["1940-03-01"]


def test_many_vague_joiners_are_one_question() -> None:
    found = evaluation(three(TWO_OF_THREE, ratified(CCC="1940"), ended("AAA")))
    entry = entry_into_force(found)
    assert entry is not None
    with_agreed_acts(found, entry)
    assert asked(found) == []  # B surely had to agree, so C does not matter
    vague = evaluation(three(TWO_OF_THREE, ratified(CCC="1940"), ended(BOTH, id="end")))
    entry = entry_into_force(vague)
    assert entry is not None
    with_agreed_acts(vague, entry)
    assert asked(vague) == ["end agreed by all who were parties then"]


def test_the_argument_says_who_is_missing() -> None:
    answer = three(TWO_OF_THREE, JOINED, ended("AAA", id="alone")).in_force("1945-01-01")
    assert "BBB and CCC had to agree as well" not in said(answer)
    assert "B and C had to agree as well, and no such agreement is on record" in said(answer)
    remarks = tc.checks(text_of_three(TWO_OF_THREE, JOINED, ended("AAA", id="alone")))
    assert "agreed-by-some" in [remark.code for remark in remarks]


NOBODY_LISTED = clause("entry_into_force", when={"instruments": 2}, recorded="1938-05-28")


@pytest.mark.parametrize(
    ("text", "acts", "in_1941"),
    [
        (NOBODY_LISTED, ended("AAA", "1939-02-05"), "yes"),
        (NOBODY_LISTED, ended(BOTH, "1939-02-05"), "yes"),
        (NOBODY_LISTED, ended(ALL, "1939-02-05"), "no"),  # all who are listed, whoever the parties are
        (NOBODY_LISTED, '[record]\nacts = "in part"\n' + ended("AAA", "1939-02-05"), "unknown"),
        # before anybody has consented
        (TWO_OF_THREE, ended("CCC", "1935-06-01"), "unknown"),
        (TWO_OF_THREE, ratified(CCC="1935-05-01") + ended("CCC", "1935-06-01"), "no"),
    ],
)
def test_who_is_no_party_can_end_nothing(text: str, acts: str, in_1941: str) -> None:
    assert truth(three(text, acts), "1941-06-01") == in_1941


def test_an_act_of_no_party_is_told_to_have_no_effect() -> None:
    answer = three(NOBODY_LISTED, ended("AAA", "1939-02-05")).in_force("1941")
    assert "no State that agreed was a party then, so the act does not change the treaty" in said(answer)
    found = tc.checks(text_of_three(NOBODY_LISTED, ended("AAA", "1939-02-05")))
    assert [each.problem for each in found if each.code == "agreed-by-some"] == [
        "termination-by-consent-aaa needs the consent of all parties, and no State that agreed was a party then"
    ]


@pytest.mark.parametrize(("left", "told"), [("1939-01-01", True), ("1945-01-01", False)])
def test_that_one_had_left_whose_agreement_was_not_needed_is_told(left: str, told: bool) -> None:
    gone = act("withdrawal", "CCC", left)
    found = three(TWO_OF_THREE, TERM, HALF_A_YEAR, JOINED, gone, act("extension of the term", BOTH, "1940-03-01",
                  until="1960-12-31"))  # fmt: skip
    text = said(found.in_force("1938"))
    assert ("C had left by then, so the act did not need that State's agreement" in text) == told
    assert truth(found, "1955") == ("yes" if told else "no")


def test_before_anybody_has_consented_it_is_open_what_all_agree() -> None:
    assert truth(three(TWO_OF_THREE, ended(ALL, "1935-01-01")), "1937-01-01") == "unknown"
    assert truth(three(TWO_OF_THREE, ended(ALL, "1936-01-01")), "1937-01-01") == "no"
    assert truth(two(SIGNED, ended(BOTH, "1929-01-01")), "1931-01-01") == "unknown"
