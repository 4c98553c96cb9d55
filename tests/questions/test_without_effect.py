"""Acts that everybody asks about and that change nothing are said to have no effect, beside the argument."""

from __future__ import annotations

from typing import Any

import pytest

import treatyclock as tc
from small_treaties import (
    BOTH,
    HALF_A_YEAR,
    SIGNED,
    TWO_OF_THREE,
    act,
    clause,
    entry,
    ratified,
    reading,
    said,
    three,
    two,
)

PACT = tc.load("soviet-japanese-neutrality-pact")


def idle(treaty: tc.Treaty, at: str, **asked: Any) -> dict[str, str]:
    return {each.act.id: each.why for each in treaty.in_force(at, **asked).without_effect}


def test_the_exchange_in_tokyo_and_the_promulgation_and_the_war() -> None:
    found = idle(PACT, "1945-08-10")
    assert found["exchange-of-instruments-sun-jpn"] == "this treaty does not wait for an exchange of instruments"
    assert found["publication-jpn"] == "publication and promulgation neither begin nor end a treaty"
    assert found["war-moscow-midnight"].endswith(": ended-by-war-moscow-midnight")


def test_what_was_done_later_is_not_told() -> None:
    assert set(idle(PACT, "1941-05-10")) == {"publication-jpn"}
    assert idle(PACT, "1941-04-28") == {}


def test_what_the_reading_admits_is_in_the_argument() -> None:
    found = idle(PACT, "1945-08-10", reading="ended-by-war-moscow-midnight")
    assert "war-moscow-midnight" not in found
    assert "war-front-midnight" in found


def test_an_act_that_the_argument_rests_on_has_an_effect() -> None:
    exchanged = (
        entry("instruments exchanged") + ratified(AAA="1936-01-01") + act("exchange of instruments", BOTH, "1936-02-01")
    )
    assert set(idle(two(exchanged), "1940-01-01")) == {"ratification-aaa"}
    assert "a step" in idle(two(exchanged), "1940-01-01")["ratification-aaa"]


@pytest.mark.parametrize(
    ("parts", "id", "why"),
    [
        (act("ratification", "AAA", "1931-01-01"), "ratification-aaa", "the signature had bound already"),
        (act("registration", "AAA", "1931-01-01"), "registration-aaa", "Charter"),
        (act("repudiation", "AAA", "1931-01-01"), "repudiation-aaa", "and none is declared"),
        (act("end of membership", "AAA", "1931-01-01"), "end-of-membership-aaa", "no clause makes parties of members"),
    ],
)
def test_of_two(parts: str, id: str, why: str) -> None:
    assert why in idle(two(SIGNED, parts), "1940-01-01")[id]


@pytest.mark.parametrize(("says", "found"), [("binds", {"ratification-ccc"}), ("does not bind", set()), (None, set())])
def test_a_ratification_changes_nothing_only_where_the_signature_surely_bound(
    says: str | None, found: set[str]
) -> None:
    signed = "".join(act("signature", party, "1936-01-01") for party in ("AAA", "BBB", "CCC"))
    left = act("withdrawal", "CCC", "1937-01-01") + act("accession", "CCC", "1938-01-01") + HALF_A_YEAR
    text = entry({"signed_by": ["AAA", "BBB"]}, **({"signature": says} if says else {})) + signed + left
    treaty = three(text, act("ratification", "CCC", "1936-01-01"))
    assert set(idle(treaty, "1940-01-01", party="CCC")) == found


def test_what_a_reading_leaves_out() -> None:
    agreed = act("termination by consent", BOTH, "1935-01-01", id="end")
    found = two(SIGNED, agreed, reading("goes-on", rejects="end"))
    assert idle(found, "1940-01-01", reading="goes-on") == {"end": "reading goes-on leaves it out"}


def test_a_second_consent_and_an_act_of_somebody_else() -> None:
    found = three(TWO_OF_THREE, act("accession", "AAA", "1938-01-01", id="again"))
    assert "given already" in idle(found, "1940-01-01", party="AAA")["again"]
    assert idle(found, "1940-01-01", party="BBB") == {}
    assert idle(found, "1940-01-01") == {}


def test_a_consent_to_what_had_ended() -> None:
    leave = clause("denunciation", when="at any time", notice="P6M", first_day="counted")
    once = entry("ratified by all") + ratified(AAA="1950-01-01", BBB="1950-01-01")
    again = act("ratification", BOTH, "1960-01-01", id="again")
    again_one = act("accession", "AAA", "1960-01-01", id="again")
    found = two(once, leave, act("denunciation", "AAA", "1955-01-01"), again)
    for asked in ({}, {"party": "BBB"}):
        assert idle(found, "1961-01-01", **asked)["again"] == "the treaty had ended before it"
    joins, takes_back = clause("joining", delay="P1Y"), act("withdrawal of consent", "AAA", "1960-02-01")
    over = three(TWO_OF_THREE, leave, joins, act("denunciation", "AAA", "1955-01-01"), again_one, takes_back)
    assert idle(over, "1961-01-01", party="AAA")["again"] == "the treaty had ended for that State before it"


def test_a_signature_that_was_not_confirmed() -> None:
    found = three(TWO_OF_THREE, act("signature ad referendum", "CCC", "1936-01-01", id="s"))
    assert "art. 12(2)(b)" in idle(found, "1940-01-01", party="CCC")["s"]


def test_a_notice_after_another_has_ended_it() -> None:
    leave = clause("denunciation", when="at any time", notice="P6M", first_day="counted")
    found = two(SIGNED, leave, act("denunciation", "AAA", "1935-01-01"), act("denunciation", "BBB", "1935-02-01"))
    assert idle(found, "1940-01-01") == {"denunciation-bbb": "another act ended the treaty first"}


def test_only_what_was_known_is_told() -> None:
    assert "war-moscow-midnight" not in idle(PACT, "1945-08-10", known_as_of="1945-08-01")


def test_the_agreement_of_all_is_not_missed_where_all_who_were_parties_agreed() -> None:
    # C consents when the other two have ended the treaty, so its agreement was not needed
    ended = act("termination by consent", BOTH, "1937-01-01", id="end")
    found = three(TWO_OF_THREE, ended, ratified(CCC="1938-01-01"))
    assert "end" not in idle(found, "1940-01-01", party="CCC")
    assert "agreement of all" not in " ".join(idle(found, "1940-01-01").values())
    by_one = act("termination by consent", "AAA", "1937-01-01", id="end")
    assert "B had to agree as well" in said(three(TWO_OF_THREE, by_one).in_force("1940-01-01"))


def test_a_suspension_towards_one_other_is_told_to_hold_between_the_two() -> None:
    found = three(TWO_OF_THREE, ratified(CCC="1936-01-01"), act("suspension", "AAA", "1937-01-01", id="s", to="BBB"))
    assert idle(found, "1940-01-01", party="AAA")["s"].startswith("it suspends the treaty only between")
    assert found.in_force("1940-01-01", between=("AAA", "BBB")).without_effect == ()
    assert "towards B" in found.in_force("1940-01-01", between=("AAA", "BBB")).explain()


@pytest.mark.parametrize(
    ("on", "why"),
    [
        ("1949-07-01", "the treaty entered into force all the same, on the day that is recorded"),
        ("1950-07-01", "a consent can be taken back only before the treaty is in force"),
    ],
)
def test_a_consent_taken_back_between_two_is_told(on: str, why: str) -> None:
    fact = clause("entry_into_force", recorded="1950-01-01")
    found = two(fact, ratified(AAA="1949-06-01", BBB="1949-06-01"), act("withdrawal of consent", "AAA", on))
    assert idle(found, "1951")["withdrawal-of-consent-aaa"] == why


@pytest.mark.parametrize(
    ("on", "why"),
    [
        ("1949-06-10", "another day was agreed on later"),
        ("1949-12-24", "the day that it names does not count"),  # the treaty is in force already
    ],
)
def test_a_day_of_entry_that_does_not_count_is_told(on: str, why: str) -> None:
    notes = act("exchange of notes", BOTH, "1949-06-20", id="last", effective="1949-12-01")
    notes += act("exchange of notes", BOTH, on, id="n", effective="1950-01-01")
    consented = act("notification of completion", BOTH, "1949-06-01")
    found = two(entry("ratified by all", delay="P30D", or_as_agreed=True), consented + notes)
    assert idle(found, "1951")["n"].endswith(why)
