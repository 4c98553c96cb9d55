"""Consent to be bound: which acts express it for this treaty, and from when they count."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import (
    BOTH,
    TWO_OF_THREE,
    act,
    asked,
    begins,
    clause,
    day,
    entry,
    evaluation,
    ratified,
    said,
    status,
    three,
    two,
)
from treatyclock.derive.consent.consent import consent_kinds, consents, first_acts, signatures
from treatyclock.law.acts.act import ActDate
from treatyclock.law.acts.consent import AD_REFERENDUM, RATIFICATION
from treatyclock.law.vocabulary import ACT_KINDS, SIGNING

SIGNED = act("signature", BOTH, "1930-01-15")


@pytest.mark.parametrize(
    ("text", "consenting", "not_consenting"),
    [
        (entry("ratified by all") + SIGNED, "ratification", "signature"),
        (entry("ratified by all") + SIGNED, "definitive signature", "exchange of instruments"),
        (entry("signed") + SIGNED, "signature", "exchange of instruments"),
        (entry("instruments exchanged") + SIGNED, "exchange of instruments", "ratification"),
        (entry("instruments exchanged") + SIGNED, "accession", "signature"),
        (entry({"any_of": ["instruments exchanged", {"instruments": 1}]}) + SIGNED, "ratification", "signature"),
        (entry({"any_of": ["instruments exchanged", {"instruments": 1}]}), "exchange of instruments", "signature"),
        (entry({"all_of": ["instruments exchanged", {"event": "peace"}]}), "exchange of instruments", "ratification"),
        (entry("fixed date", on="1931-01-01") + SIGNED, "signature", "event"),
        (entry("fixed date", on="1931-01-01") + SIGNED + ratified(AAA="1930-06-01"), "ratification", "signature"),
        # A ratification after the day that the treaty names moves nothing.
        # By the date of an instrument that the clause counts.
        (
            entry("fixed date", on="1931-01-01", counts_from="domestic")
            + SIGNED
            + act("ratification", "AAA", "1931-01-02", domestic="1930-12-30"),
            "ratification",
            "signature",
        ),
        (entry("fixed date", on="1931-01-01") + SIGNED + ratified(AAA="1931-06-01"), "signature", "event"),
        (SIGNED, "exchange of notes", "signature"),
    ],
)
def test_which_kinds_are_consent(text: str, consenting: str, not_consenting: str) -> None:
    kinds = {kind.name for kind in consent_kinds(evaluation(two(text)), "AAA")}
    assert consenting in kinds
    assert not_consenting not in kinds


def test_what_a_ratification_on_the_day_that_the_treaty_names_shows_is_open() -> None:
    for ratified_on, expected in (
        ("1930-12-31", (False, [])),
        ("1931-01-01", (True, ["signature"])),
        ("1931-01-02", (True, [])),
    ):
        found = evaluation(two(entry("fixed date", on="1931-01-01") + SIGNED + ratified(AAA=ratified_on)))
        binds = ACT_KINDS["signature"] in consent_kinds(found, "BBB")
        assert (binds, asked(found)) == expected


RATIFIED_BY_B = {"ratified_by": "BBB"}


@pytest.mark.parametrize(
    ("when", "of_a", "of_b"),
    [
        ("signed", "binds", "binds"),
        ({"all_of": ["signed", {"not_before": "1931-01-01"}]}, "binds", "binds"),
        ({"all_of": ["signed", {"event": "peace"}]}, "binds", "binds"),
        ({"all_of": ["signed", "ratified by all"]}, "does not bind", "does not bind"),
        ({"all_of": ["signed", {"instruments": 1}]}, "does not bind", "does not bind"),
        ({"all_of": ["signed", "instruments exchanged"]}, "does not bind", "does not bind"),
        ({"all_of": ["signed", {"any_of": [{"instruments": 1}, RATIFIED_BY_B]}]}, "open", "does not bind"),
        ({"all_of": [{"signed_by": "AAA"}, RATIFIED_BY_B]}, "open", "does not bind"),
        ({"all_of": ["signed", RATIFIED_BY_B]}, "open", "does not bind"),
        ({"signed_by": "AAA"}, "binds", "open"),
        # A part that names others says nothing of who is named in another part.
        ({"all_of": [{"signed_by": "AAA"}, {"signed_by": ["AAA", "BBB"]}]}, "binds", "binds"),
        ({"all_of": [{"any_of": [{"signed_by": "AAA"}, {"event": "peace"}]}, "signed"]}, "binds", "binds"),
        ({"all_of": [{"signed_by": "AAA"}, {"event": "peace"}]}, "binds", "open"),
        ({"any_of": ["signed", {"instruments": 2}]}, "open", "open"),
        ({"any_of": ["signed", {"signed_by": "AAA"}]}, "binds", "open"),
        ({"any_of": [{"ratified_by": "AAA"}, RATIFIED_BY_B]}, "does not bind", "does not bind"),
    ],
)
def test_a_signature_binds_where_the_condition_asks_nothing_else_of_that_state(
    when: object, of_a: str, of_b: str
) -> None:
    for party, expected in (("AAA", of_a), ("BBB", of_b)):
        found = evaluation(two(entry(when), SIGNED))
        binds = ACT_KINDS["signature"] in consent_kinds(found, party)
        assert ("open" if asked(found) == ["signature"] else "binds" if binds else "does not bind") == expected


@pytest.mark.parametrize(("said", "bound"), [("binds", "party"), ("does not bind", "signatory")])
def test_the_clause_may_say_what_a_signature_does(said: str, bound: str) -> None:
    found = two(entry({"signed_by": "AAA"}, signature=said), SIGNED, clause("joining", delay="P1D"))
    assert status(found, "1930-03-01", "BBB") == {bound}


def test_the_argument_tells_the_question_of_the_signature() -> None:
    found = two(entry({"signed_by": "AAA"}), SIGNED, clause("joining", delay="P1D"))
    answer = found.in_force("1930-03-01", party="BBB")
    assert answer.truth is tc.Truth.UNKNOWN
    assert [each.key for each in answer.depends_on] == ["signature"]
    assert "does a signature alone bind the State that signed?" in said(answer)
    assert "that State consented by its signature alone if signature = binds" in said(answer)


def test_a_mere_signature_is_no_instrument() -> None:
    found = three(entry({"any_of": [{"signed_by": ["AAA", "BBB", "CCC"]}, {"instruments": 2}]}), SIGNED)
    assert begins(found) == ["none"]


def test_a_definitive_signature_is_consent() -> None:
    found = two(entry("fixed date", on="1936-02-29"), act("signature", BOTH, "1936-01-01"))
    assert found.status("1936-02-01") == {tc.Status.CONTRACTING}
    assert found.status("1936-03-05") == {tc.Status.PARTY}


def test_a_signature_ad_referendum_counts_once_confirmed_and_then_from_its_own_date() -> None:
    signed = act("signature ad referendum", "AAA", "1936-03-01", id="s")
    text = entry({"signed_by": ["AAA", "BBB"]}) + act("signature", "BBB", "1936-01-01") + signed
    assert begins(three(text)) == ["none"]
    confirmed = act("confirmation of a signature", "AAA", "1936-09-01", of="s")
    assert begins(three(text, confirmed)) == ["1936-03-01"]
    # It is a signature then, and no instrument.
    assert begins(three(entry({"instruments": 2}), ratified(BBB="1936-01-01"), signed, confirmed)) == ["none"]


def test_consents_come_in_the_order_of_their_dates_whatever_that_of_the_file() -> None:
    text = act("ratification", "AAA", "1938-01-01", id="later") + act("accession", "AAA", "1936-01-01", id="earlier")
    found = evaluation(three(entry({"instruments": 2}), text))
    kinds = consent_kinds(found, "AAA")
    assert [each.act.id for each in consents(found, "AAA", kinds, ActDate.RECEIVED)] == ["earlier", "later"]
    assert first_acts(found, kinds, ["AAA", "BBB"], ActDate.RECEIVED)["AAA"].act.id == "earlier"
    assert "BBB" not in first_acts(found, kinds, ["AAA", "BBB"], ActDate.RECEIVED)


def test_which_of_two_vague_acts_came_first_is_a_question_of_fact() -> None:
    text = act("ratification", "AAA", "1936", id="some-day") + act("ratification", "AAA", "1936-06-01", id="in-june")
    for answer, first in (("yes", "in-june"), ("no", "some-day")):
        found = evaluation(three(entry({"instruments": 2}), text), **{"in-june before some-day": answer})
        assert consents(found, "AAA", [RATIFICATION], ActDate.RECEIVED)[0].act.id == first


def test_a_signature_counts_from_its_own_date_and_not_from_receipt() -> None:
    found = evaluation(two(entry("ratified by all"), act("signature", BOTH, "1930-01-15", received="1930-03-01")))
    assert [each.day for each in signatures(found, "AAA")] == [day("1930-01-15")]
    assert AD_REFERENDUM in SIGNING and ACT_KINDS["signature"] in SIGNING


def test_the_first_withdrawal_is_the_one_that_counts_in_whatever_order_they_are_listed() -> None:
    text = TWO_OF_THREE + ratified(CCC="1936-02-01") + clause("joining", delay="P6M")
    late = act("withdrawal of consent", "CCC", "1937-01-01", id="late")
    early = act("withdrawal of consent", "CCC", "1936-03-01", id="early")
    assert begins(three(text, late, early), "CCC") == ["none"]
    assert begins(three(text, late), "CCC") == ["1936-08-01"]


def test_a_withdrawal_undoes_only_what_came_before_it() -> None:
    text = TWO_OF_THREE + clause("joining", delay="P6M") + act("withdrawal of consent", "CCC", "1936-03-01")
    assert status(three(text, ratified(CCC="1936-02-01")), "1937-01-01", "CCC") == {"never a party"}
    assert status(three(text, ratified(CCC="1936-03-02")), "1937-01-01", "CCC") == {"party"}


def test_a_signature_ad_referendum_is_none_until_it_is_confirmed() -> None:
    signed = act("signature ad referendum", "CCC", "1936-01-15", id="s")
    every = clause("provisional_application", by="every signatory")
    bare, confirmed = (
        three(TWO_OF_THREE, every, signed),
        three(TWO_OF_THREE, every, signed, act("confirmation of a signature", "CCC", "1936-03-01", of="s")),
    )
    assert signatures(evaluation(bare), "CCC") == ()
    assert status(bare, "1937-01-01", party="CCC") == {"negotiating"}
    assert [each.act.id for each in signatures(evaluation(confirmed), "CCC")] == ["s"]
