"""An objection to an accession: between the two the treaty is not in force, and nobody's own status changes."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import HALF_A_YEAR, TWO_OF_THREE, act, clause, entry, ratified, said, three
from treatyclock.derive.reasoning.reasons import Key

TEXT = TWO_OF_THREE + act("accession", "CCC", "1940-01-01", id="joins")


def between(acts: str, at: str, one: str, other: str) -> set[str]:
    return {each.value for each in three(TEXT, acts).status(at, between=(one, other))}


OBJECTS = act("objection to an accession", "AAA", "1940-03-01", of="joins")
EXCLUDED = "excluded by an objection"


def test_it_holds_between_the_two_from_its_own_day_on() -> None:
    for pair in (("AAA", "CCC"), ("CCC", "AAA")):
        assert between(OBJECTS, "1940-02-01", *pair) == {"party"}
        assert between(OBJECTS, "1940-02-29T23:59Z", *pair) == {"party"}
        assert between(OBJECTS, "1940-03-01T12:00Z", *pair) == {"party", EXCLUDED}  # at an hour that nobody noted
        assert between(OBJECTS, "1940-03-02T00:00Z", *pair) == {EXCLUDED}
        assert between(OBJECTS, "1960", *pair) == {EXCLUDED}
    assert between(OBJECTS, "1960", "BBB", "CCC") == {"party"}
    assert not three(TEXT, OBJECTS).in_force("1960", between=("AAA", "CCC"))


def test_it_may_be_withdrawn() -> None:
    withdrawn = act("objection to an accession", "AAA", "1940-03-01", of="joins", until="1950-06-30")
    assert between(withdrawn, "1950-06-30T23:59Z", "AAA", "CCC") == {EXCLUDED}
    assert between(withdrawn, "1950-07-01T00:00Z", "AAA", "CCC") == {"party"}


def test_nobodys_own_status_changes() -> None:
    found, plain = three(TEXT, OBJECTS), three(TEXT)
    for party in (None, "AAA", "BBB", "CCC"):
        assert found.timeline(party=party) == plain.timeline(party=party)


def test_it_may_be_withdrawn_by_an_act_of_its_author() -> None:
    joint = act("objection to an accession", "AAA BBB", "1940-03-01", of="joins", id="o")
    back = act("withdrawal of an objection", "AAA", "1950-06-30T12:00Z", of="o")
    assert between(joint + back, "1950-06-30T11:59Z", "AAA", "CCC") == {EXCLUDED}
    assert between(joint + back, "1950-06-30T12:00Z", "AAA", "CCC") == {"party"}
    assert between(joint + back, "1951-01-01", "BBB", "CCC") == {EXCLUDED}
    from_then = act("withdrawal of an objection", "AAA BBB", "1950-06-30", of="o", effective="1950-08-01")
    assert between(joint + from_then, "1950-07-31T23:59Z", "BBB", "CCC") == {EXCLUDED}
    assert between(joint + from_then, "1950-08-01T00:00Z", "BBB", "CCC") == {"party"}


LEAVES = HALF_A_YEAR + act("withdrawal", "CCC", "1950-01-01")  # out with 30 June 1950
AGAIN = act("accession", "CCC", "1955-01-01", id="again")


def test_it_answers_one_accession() -> None:
    assert between(OBJECTS + LEAVES, "1950-06-30T12:00Z", "AAA", "CCC") == {EXCLUDED}
    assert between(OBJECTS + LEAVES + AGAIN, "1952-01-01", "AAA", "CCC") == {"former party"}
    assert between(OBJECTS + LEAVES + AGAIN, "1956-01-01", "AAA", "CCC") == {"party"}
    anew = act("objection to an accession", "AAA", "1955-03-01", of="again")
    assert between(LEAVES + AGAIN + anew, "1949-01-01", "AAA", "CCC") == {"party"}
    assert between(LEAVES + AGAIN + anew, "1956-01-01", "AAA", "CCC") == {EXCLUDED}


def test_whether_it_stands_when_its_author_has_come_back_is_open() -> None:
    returned = HALF_A_YEAR + act("withdrawal", "AAA", "1950-01-01") + act("accession", "AAA", "1955-01-01")
    assert between(OBJECTS + returned, "1949-01-01", "AAA", "CCC") == {EXCLUDED}
    assert between(OBJECTS + returned, "1956-01-01", "AAA", "CCC") == {"party", EXCLUDED}


def test_only_a_state_that_is_bound_can_object() -> None:
    text = entry({"instruments": 1}) + ratified(BBB="1936-01-01") + act("accession", "CCC", "1940-01-01", id="joins")
    for bound, expected in (
        ("1941-02-28", {EXCLUDED}),
        ("1941-03-01", {"party", EXCLUDED}),  # on that day itself: before or after
        ("1941-03-02", {"party"}),
    ):
        objects = act("objection to an accession", "AAA", "1941-03-01", of="joins")
        found = three(text, ratified(AAA=bound), objects)
        answer = found.in_force("1950", between=("AAA", "CCC"))
        assert {each.value for each in answer.status} == expected
        assert ("nor had it consented to become one" in said(answer)) == ("party" in expected)


def test_who_has_taken_its_consent_back_cannot_object_until_it_consents_anew() -> None:
    late = entry({"instruments": 2}, not_before="1941-01-01") + ratified(AAA="1936-01-01", BBB="1936-01-01")
    joins = act("accession", "CCC", "1940-01-01", id="joins") + act("withdrawal of consent", "AAA", "1940-02-01")
    again = act("ratification", "AAA", "1940-06-01", id="again")
    assert not three(late, joins, OBJECTS, again).in_force("1939-01-01")
    assert three(late, joins, OBJECTS, again).in_force("1942", between=("AAA", "CCC"))
    later = act("objection to an accession", "AAA", "1940-07-01", of="joins")
    assert not three(late, joins, later, again).in_force("1942", between=("AAA", "CCC"))


@pytest.mark.parametrize(
    ("told", "on", "found"),
    [
        ("1940-02-10", "1940-08-09", {EXCLUDED}),
        ("1940-02-10", "1940-08-10", {"party", EXCLUDED}),  # whether the first day counts, nobody says
        ("1940-02-10", "1940-08-11", {"party"}),
        (None, "1940-06-30", {EXCLUDED}),  # six months from the accession, and so from when it was told of
        (None, "1940-09-01", {"party", EXCLUDED}),  # the depositary may have told of it much later
    ],
)
def test_it_must_come_within_the_time_that_the_clause_allows(told: str | None, on: str, found: set[str]) -> None:
    joined = act("accession", "CCC", "1940-01-01", id="joins", **({"circulated": told} if told else {}))
    objects = act("objection to an accession", "AAA", on, of="joins")
    treaty = three(TWO_OF_THREE, clause("joining", objection_within="P6M"), joined, objects)
    assert {each.value for each in treaty.status("1960", between=("AAA", "CCC"))} == found
    if found == {"party"}:
        answer = treaty.in_force("1960", between=("AAA", "CCC"))
        assert "an objection could be made until 10 August 1940, so this one has no effect" in said(answer)
        assert "A party may object to an accession within 6 months of hearing of it." in said(answer)


NO_EFFECT = "did not become a party by that accession"


def test_it_answers_the_accession_by_which_a_state_is_a_party() -> None:
    text = entry({"instruments": 1}) + act("accession", "AAA", "1936-03-30") + ratified(BBB="1940-03-02")
    again = act("accession", "AAA", "1939-11-01", id="again")
    objects = act("objection to an accession", "BBB", "1941-03-02", of="again")
    answer = three(text, again, objects).in_force("1947", between=("AAA", "BBB"))
    assert answer and NO_EFFECT in said(answer)


@pytest.mark.parametrize(
    ("consent", "expected"),
    [
        (act("definitive signature", "CCC", "1935-01-01"), {"party"}),
        (
            act("signature ad referendum", "CCC", "1935-01-01", id="s")
            + act("confirmation of a signature", "CCC", "1935-03-01", of="s"),
            {"party", EXCLUDED},  # confirmed, it is a signature like that below
        ),
        (act("signature ad referendum", "CCC", "1935-01-01"), {EXCLUDED}),
        (act("signature", "CCC", "1935-01-01"), {"party", EXCLUDED}),  # whether it binds, the condition leaves open
    ],
)
def test_a_signature_that_binds_leaves_nothing_to_a_later_accession(consent: str, expected: set[str]) -> None:
    signed = act("signature", "AAA", "1935-01-01") + act("signature", "BBB", "1935-01-01")
    text = entry({"signed_by": ["AAA", "BBB"]}) + signed + consent + act("accession", "CCC", "1940-01-01", id="joins")
    found = three(text, OBJECTS)
    assert {each.value for each in found.status("1950", between=("AAA", "CCC"))} == expected


def test_it_stands_up_to_the_end_whatever_the_hour_of_that() -> None:
    ended = act("termination by consent", "AAA BBB CCC", "1950-06-30")
    assert between(OBJECTS + ended, "1950-06-30T12:00Z", "AAA", "CCC") == {EXCLUDED, "former party"}
    assert not three(TEXT, OBJECTS, ended).in_force("1950-06-30T12:00Z", between=("AAA", "CCC"))
    leaves = clause("denunciation", when="at any time", notice="P0D") + act("withdrawal", "CCC", "1950-06-30")
    again = act("accession", "CCC", "1950-12-01", id="again")
    left = three(TEXT, OBJECTS, leaves, again)
    assert left.in_force("1950-06-30T12:00Z", between=("AAA", "CCC")).truth is tc.Truth.NO
    assert left.in_force("1951-06-30", between=("AAA", "CCC"))


@pytest.mark.parametrize(
    ("ratified_at", "acceded_at", "expected"),
    [
        ("1940-01-01", "1940-01-01", {"party", EXCLUDED}),
        ("1940-01-01", "1940-01-01T12:00Z", {"party", EXCLUDED}),
        ("1940-01-01T11:00Z", "1940-01-01T12:00Z", {"party"}),
        ("1940-01-01T13:00Z", "1940-01-01T12:00Z", {EXCLUDED}),
    ],
)
def test_of_two_consents_of_one_day_the_first_counts(ratified_at: str, acceded_at: str, expected: set[str]) -> None:
    both = [ratified(CCC=ratified_at), act("accession", "CCC", acceded_at, id="joins")]
    for consented in (both, both[::-1]):
        found = three(TWO_OF_THREE, *consented, OBJECTS)
        assert {each.value for each in found.status("1950", between=("AAA", "CCC"))} == expected


def test_who_is_a_party_from_the_date_of_its_instrument_can_object_before_that_arrives() -> None:
    text = entry({"instruments": 1}, counts_from="dated") + ratified(BBB="1936-01-01")
    late = act("ratification", "AAA", "1941-02-01", received="1941-06-01")
    found = three(text, late, act("accession", "CCC", "1940-01-01", id="joins"), OBJECTS.replace("1940", "1941"))
    assert {each.value for each in found.status("1950", between=("AAA", "CCC"))} == {EXCLUDED}


def test_the_other_consent_of_that_day_is_a_premise_of_what_becomes_of_the_objection() -> None:
    both = [ratified(CCC="1940-01-01"), act("accession", "CCC", "1940-01-01", id="joins")]
    steps = three(TWO_OF_THREE, *both, OBJECTS).in_force("1950", between=("AAA", "CCC")).derivation
    decided = next(step for step in steps if step.key.kind == "objection")
    assert Key("act", "ratification-ccc") in {steps[number - 1].key for number in decided.because}
