"""Conditions that acts which are not on record may have met."""

from __future__ import annotations

import pytest

from small_treaties import act, asked, begins, clause, entry, evaluation, ratified, three, truth
from treatyclock.derive.entry.conditions import met
from treatyclock.derive.parties.not_on_record import instruments_not_on_record, may_lack_instruments, why_open
from treatyclock.law.acts.act import ActDate
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.coverage import Missing

SOME = clause("record", parties="in part")
PART = clause("record", acts="in part")
TWO = entry({"instruments": 2})


@pytest.mark.parametrize(
    ("more", "found"),
    [
        # Others may have come before; where the list is too short they may have come at all.
        (SOME + ratified(AAA="1936-01-01", BBB="1937-01-01"), ["[..1937-01-01]", "1937-01-01"]),
        (SOME + ratified(AAA="1936-01-01"), ["[..]", "none"]),
        (clause("record", until="1940-12-31") + ratified(AAA="1936-01-01"), ["[1941-01-01..]", "none"]),
        (clause("record", until="1940-12-31") + ratified(AAA="1936-01-01", BBB="1937-01-01"), ["1937-01-01"]),
        # An instrument may have come earlier or been taken back.
        (PART + ratified(AAA="1936-01-01", BBB="1937-01-01"), ["[..]", "1937-01-01"]),
        (
            clause("record", acts="in part", missing="exit") + ratified(AAA="1936-01-01", BBB="1937-01-01"),
            ["[1937-01-01..]", "1937-01-01"],
        ),
    ],
)
def test_a_number_of_instruments(more: str, found: list[str]) -> None:
    assert begins(three(TWO + more)) == found


def test_a_number_among_named_states_waits_for_nobody_else() -> None:
    closed = entry({"instruments": 2, "among": ["AAA", "BBB"]}) + ratified(AAA="1936-01-01", BBB="1937-01-01")
    assert begins(three(SOME + closed)) == ["1937-01-01"]


def test_the_first_signature_may_lack_too() -> None:
    signed = act("signature", "AAA BBB", "1935-05-05")
    found = begins(three(TWO + SOME + signed + ratified(AAA="1936-01-01", BBB="1937-01-01")))
    assert found == ["[..1937-01-01]", "1937-01-01"]


def test_an_instrument_that_counts_from_its_own_date_reaches_back_to_before_the_record_stops() -> None:
    until = clause("record", until="1940-12-31") + ratified(AAA="1936-01-01")
    assert begins(three(entry({"instruments": 2}, counts_from="dated") + until)) == ["[..]", "none"]
    assert begins(three(TWO + until)) == ["[1941-01-01..]", "none"]


def test_a_period_may_run_from_an_event_that_is_not_on_record() -> None:
    after = entry({"elapsed": "P30D", "since": "opened"}) + ratified(AAA="1936-01-01")
    after += act("event", "AAA", "1935-01-01", id="opened")
    assert begins(three(after).what_if(drop="opened")) == ["none"]
    assert begins(three(PART + after).what_if(drop="opened")) == ["[..]", "none"]


def test_all_parties_are_also_those_that_are_not_listed() -> None:
    all_three = ratified(AAA="1936-01-01", BBB="1937-01-01", CCC="1936-06-01")
    assert begins(three(SOME + entry("ratified by all") + all_three)) == ["1937-01-01", "[1937-01-01..]"]


def test_a_consent_that_is_not_on_record() -> None:
    both = ratified(AAA="1936-01-01", BBB="1937-01-01")
    open_ = clause("record", acts="in part", missing="consent", of="CCC")
    assert begins(three(open_ + entry("ratified by all") + both)) == ["[1937-01-01..]", "none"]
    closed = clause("record", acts="in part", missing="consent", of="AAA")
    assert begins(three(closed + entry("ratified by all") + both)) == ["none"]


def test_an_event_that_is_not_on_record() -> None:
    waits = entry({"event": "peace"})
    # Without the event it is not in force, and with it only if somebody had consented.
    assert begins(three(waits + PART)) == ["[..]", "none", "none"]
    assert begins(three(waits)) == ["none"]


def test_only_what_may_be_lacking_is_asked_about() -> None:
    treaty = three(TWO + SOME + ratified(AAA="1936-01-01", BBB="1937-01-01"))
    one = evaluation(treaty)
    rule = treaty.record.clause(EntryIntoForce)
    assert rule is not None
    assert str(met(one, rule.when, ActDate.RECEIVED, listed=True).day) == "1937-01-01"
    assert asked(one) == []
    assert may_lack_instruments(one) and instruments_not_on_record(one, ["AAA"]) is None
    assert why_open(treaty.record, Missing.CONSENT, listed=False) == "The list of parties is in part."


def test_a_condition_was_not_met_before_those_had_consented_whose_acts_are_all_on_record() -> None:
    text = clause("record", acts="in part", missing="consent", of="AAA") + entry({"ratified_by": ["AAA", "BBB"]})
    found = three(text, ratified(AAA="1938-01-01", BBB="1937-01-01"))
    assert begins(found) == ["[1937-01-01..1938-01-01]", "1938-01-01"]


def test_those_whose_consent_is_on_record_may_have_consented_before() -> None:
    # BBB's is lacking, and so may be an earlier one of AAA's; not of AAA's where only BBB's may lack
    text = entry({"ratified_by": ["AAA", "BBB"]}) + ratified(AAA="1940-01-01")
    assert begins(three(text, PART)) == ["[..]", "none"]
    assert begins(three(text, clause("record", acts="in part", of=["BBB"]))) == ["[1940-01-01..]", "none"]


def test_of_two_conditions_one_is_met_later_and_the_other_perhaps_earlier() -> None:
    both = entry({"all_of": [{"ratified_by": ["CCC"]}, {"instruments": 2}]}) + ratified(
        AAA="1940-01-01", BBB="1940-01-01"
    )
    assert begins(three(both, clause("record", acts="in part", missing="consent"))) == ["[..]", "none"]
    assert begins(three(both, clause("record", until="1950-12-31"))) == ["[1951-01-01..]", "none"]


@pytest.mark.parametrize(
    ("when", "confirmed", "found"),
    [
        ({"signed_by": ["AAA", "BBB"]}, False, "unknown"),
        ({"signed_by": ["AAA", "BBB"]}, True, "yes"),
        ({"instruments": 2}, False, "no"),  # where instruments are asked for, it is none
    ],
)
def test_the_confirmation_of_a_signature_reaches_back_to_it(
    when: dict[str, object], confirmed: bool, found: str
) -> None:
    binds = {} if "instruments" in when else {"signature": "binds"}
    text = entry(when, **binds) + ratified(AAA="1936-01-01", BBB="1936-01-01")
    text += act("signature", "AAA BBB", "1936-01-01") + act("signature ad referendum", "CCC", "1940-01-01", id="signed")
    text += act("confirmation of a signature", "CCC", "1940-02-01", of="signed") if confirmed else ""
    part = three(text, clause("record", until="1950-12-31"))
    assert truth(part, "1940-06-01", party="CCC") == found


def test_where_a_list_in_part_leaves_nobody_who_negotiated_others_did() -> None:
    text = entry("signed") + act("accession", "AAA", "1940-01-01") + act("accession", "BBB CCC", "1940-01-01")
    assert begins(three(text, SOME)) == ["[..]", "none"]


def test_a_ratification_that_is_lacking_shows_that_signatures_were_not_enough() -> None:
    text = entry("fixed date", on="1941-09-01") + act("signature", "AAA BBB CCC", "1937-03-31")
    assert begins(three(text), "AAA") == ["1941-09-01"]
    part = three(text, clause("record", acts="in part", missing="consent", of=["CCC"]))
    assert truth(part, "1942-01-01", party="AAA") == "unknown"
    assert "signature" in {each.key for each in part.in_force("1942-01-01", party="AAA").depends_on}


def test_an_instrument_that_was_deposited_after_the_record_stops_may_reach_back() -> None:
    home = act("ratification", "AAA", "1936-01-01") + act("ratification", "BBB", "1937-02-01", domestic="1937-01-01")
    text = home + clause("record", until="1940-12-31")
    assert begins(three(entry({"instruments": 2}, counts_from="domestic") + text)) == ["[..1937-01-01]", "1937-01-01"]
    assert begins(three(TWO + text)) == ["1937-02-01"]
