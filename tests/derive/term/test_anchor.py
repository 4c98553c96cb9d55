"""What a term runs from, and on which day that was."""

from __future__ import annotations

import pytest

from small_treaties import (
    BOTH,
    act,
    asked,
    begins,
    clause,
    day,
    entry,
    evaluation,
    findings,
    ratified,
    text_of_two,
    three,
    truth,
    two,
)
from treatyclock.derive.entry.treaty_entry import entry_into_force
from treatyclock.derive.reasoning.reasons import Derived, Key, Named
from treatyclock.derive.term.anchor import NO_ANCHOR, Anchored, anchored
from treatyclock.law.clauses.term import Term
from treatyclock.law.readings import Reading
from treatyclock.lint.rules import terms

ACTS = (
    act("signature", "AAA", "1930-01-01") + act("signature", "BBB", "1930-02-01", received="1930-06-01")
    + act("ratification", "AAA", "1930-03-01", received="1930-04-01") + act("ratification", "BBB", "1930-03-15")
)  # fmt: skip


def found_for(from_: object, *, entered: object = "ratified by all", **answers: str) -> Anchored:
    term = clause("term", lasts="P5Y", from_=from_)
    found = evaluation(two(entry(entered), ACTS, term), **answers)
    treaty, text = entry_into_force(found), found.clause(Term)
    assert treaty is not None and text is not None
    made = anchored(found, treaty, text, found.given_clause(text))
    assert asked(found) in ([], ["term_from"])
    return made


@pytest.mark.parametrize(
    ("from_", "on"),
    [
        ("entry into force", "1930-04-01"),
        ("signature", "1930-06-01"),  # with the last of all parties, as received
        ("ratification", "1930-04-01"),
        ("1929-12-31", "1929-12-31"),
    ],
)
def test_the_day_from_which_the_term_runs(from_: str, on: str) -> None:
    assert found_for(from_).day == day(on)


def test_a_list_leaves_it_open() -> None:
    several = ["ratification", "1929-12-31"]
    assert found_for(several).day == day("1930-04-01")
    assert found_for(several, term_from="1929-12-31").day == day("1929-12-31")


def test_what_is_not_recorded_of_all_parties_is_no_anchor() -> None:
    found = evaluation(
        two(
            entry({"signed_by": ["AAA"]}), clause("term", lasts="P5Y", from_="exchange of instruments"),
            act("signature", BOTH, "1930-01-01"), act("exchange of instruments", "AAA", "1930-02-01"),
        )
    )  # fmt: skip
    treaty, text = entry_into_force(found), found.clause(Term)
    assert treaty is not None and text is not None
    made = anchored(found, treaty, text, found.given_clause(text))
    reason = found.findings.reasons[made.because[0]]
    assert made.day is None
    assert isinstance(reason, Derived) and (reason.rule, reason.value) == (NO_ANCHOR, Named("exchange of instruments"))


def test_the_term_does_not_wait_for_who_joins_later() -> None:
    text = entry({"instruments": 2}) + ratified(AAA="1936-01-01", BBB="1936-02-01")
    text += clause("term", lasts="P5Y", from_="ratification", first_day="not counted")
    joined = three(text, act("accession", "CCC", "1950-01-01"))
    assert [each.value for each in joined.dates().last_day_in_force] == [("1941-02-01",)]
    assert begins(joined) == ["1936-02-01"]
    never = three(text)
    assert [each.value for each in never.dates().last_day_in_force] == [()]


def test_a_reading_may_choose_what_the_text_does_not_list() -> None:
    text = two(entry("ratified by all"), ACTS, clause("term", lasts="P5Y", from_=["signature", "1929-12-31"]))
    for choice, on in (("ratification", "1930-04-01"), ("1931-05-06", "1931-05-06"), ("signature", "1930-06-01")):
        found = evaluation(text, Reading(id="x", title="t", holder="h", choose=(("term_from", choice),)))
        treaty, term = entry_into_force(found), found.clause(Term)
        assert treaty is not None and term is not None
        assert anchored(found, treaty, term, found.given_clause(term)).day == day(on)


def test_the_convention_is_a_reason_only_where_the_text_leaves_it_open() -> None:
    open_ = Key("convention", "term_from")
    assert open_ not in found_for("signature").because
    assert open_ in found_for(["signature", "1929-12-31"]).because
    assert open_ in found_for(["signature", "1929-12-31"], term_from="1929-12-31").because


@pytest.mark.parametrize(
    ("of", "on"),
    [
        (["AAA", "BBB"], {"[..1930-06-01]", "1930-06-01"}),
        (["AAA"], {"1930-06-01"}),  # BBB's, with which the term begins, is on record
        (["BBB"], {"[1930-01-01..1930-06-01]", "1930-06-01"}),
    ],
)
def test_an_earlier_act_may_be_lacking(of: list[str], on: set[str]) -> None:
    part = clause("record", acts="in part", missing="consent", of=of)
    term = clause("term", lasts="P5Y", from_="signature")
    text = two(entry("ratified by all", recorded="1930-04-01"), ACTS, term, part)
    days = set()
    for answer in ("yes", "no"):
        found = evaluation(text, **{"signature earlier than on record": answer})
        treaty, clause_ = entry_into_force(found), found.clause(Term)
        assert treaty is not None and clause_ is not None
        days.add(str(anchored(found, treaty, clause_, found.given_clause(clause_)).day))
    assert days == on


def test_of_a_fact_the_acts_before_it_are_not_listed() -> None:
    fact = clause("entry_into_force", recorded="1950-01-01")
    term = clause("term", lasts="P5Y", from_="ratification", first_day="counted")
    found = two(fact, term)
    # It was in force on that day: the term had not ended before it.
    assert [truth(found, at) for at in ("1950-01-01", "1950-01-02", "1965")] == ["yes", "unknown", "unknown"]
    assert findings(text_of_two(fact, term), terms) == []
