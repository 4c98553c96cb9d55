"""Who must approve an accession where all parties must: days by hand."""

from __future__ import annotations

import pytest

from small_treaties import act, begins, clause, entry, ratified, three, truth

RULE = clause("joining", by="accession", approved_by="all parties")
JOINS = act("accession", "CCC", "1936-06-01")


def approved(by: str, on: str) -> str:
    return act("approval of an accession", by, on, of="accession-ccc", id=f"for-{by.lower().replace(' ', '-')}")


@pytest.mark.parametrize("named", ["ratified_by", "both", "all"])
def test_before_the_entry_those_approve_who_make_the_treaty(named: str) -> None:
    when = {"ratified_by": ["AAA", "BBB"]} if named == "ratified_by" else {"instruments": 2, "among": ["AAA", "BBB"]}
    text = entry("ratified by all" if named == "all" else when) + ratified(AAA="1936-01-01", BBB="1936-12-01")
    assert truth(three(text, RULE, JOINS, approved("AAA", "1936-06-01")), "1937", party="CCC") == "unknown"
    both = three(text, RULE, JOINS, approved("AAA", "1936-06-01"), approved("BBB", "1937-03-01"))
    assert begins(both, "CCC") == ["1937-03-01"]


def test_of_others_who_negotiated_it_is_open() -> None:
    text = entry({"ratified_by": ["AAA"]}) + ratified(AAA="1936-12-01") + act("signature", "BBB", "1936-01-01")
    found = three(text, RULE, JOINS, approved("AAA", "1936-06-01"))
    assert truth(found, "1937", party="CCC") == "unknown"
    keys = [each.key for each in found.in_force("1937-01-01", party="CCC").depends_on]
    assert "accessions approved without those who had negotiated and not consented" in keys
    later = three(text, RULE, act("accession", "CCC", "1938-01-01"), approved("AAA", "1938-01-01"))
    assert begins(later, "CCC") == ["1938-01-01"]


def test_who_may_have_left_leaves_it_open() -> None:
    leaves = clause("denunciation", when="at any time", ends_for="the notifier") + act(
        "denunciation", "BBB", "1936-05-01"
    )
    text = entry({"instruments": 2}) + ratified(AAA="1936-01-01", BBB="1936-01-01")
    found = three(text, RULE, leaves, JOINS, approved("AAA", "1936-06-01"))
    assert truth(found, "1937", party="CCC") == "unknown"
    keys = [each.key for each in found.in_force("1937-01-01", party="CCC").depends_on]
    assert "accession-ccc approved by all who were parties then" in keys


def test_who_was_not_yet_approved_has_no_say() -> None:
    text = entry({"ratified_by": ["AAA"]}) + ratified(AAA="1936-01-01") + act("accession", "BBB", "1936-05-01")
    late = act("approval of an accession", "AAA", "1936-09-01", of="accession-bbb", id="late")
    assert begins(three(text, RULE, late, JOINS, approved("AAA", "1936-06-01")), "CCC") == ["1936-06-01"]
    soon = late.replace("1936-09-01", "1936-05-01")
    assert truth(three(text, RULE, soon, JOINS, approved("AAA", "1936-06-01")), "1937", party="CCC") == "unknown"
    assert truth(three(text, RULE, JOINS, approved("AAA", "1936-06-01")), "1937", party="CCC") == "unknown"


@pytest.mark.parametrize(("day", "found"), [("1936-09-01", "yes"), ("1938-01-01", "yes"), ("1937-01-01", "no")])
def test_who_was_not_yet_approved_need_not_agree_to_a_longer_term(day: str, found: str) -> None:
    text = entry({"ratified_by": ["AAA", "BBB"]}) + ratified(AAA="1936-01-01", BBB="1938-06-01")
    text += clause("term", until="1940-12-31") + RULE.replace('"all parties"', '["AAA"]') + JOINS
    text += act("extension of the term", "AAA BBB", day, until="1945-12-31")
    when = {"1936-09-01": "1936-12-01", "1938-01-01": "1938-03-01", "1937-01-01": "1936-12-01"}[day]
    assert truth(three(text, approved("AAA", when)), "1942", party="AAA") == found


def test_of_a_record_that_says_it_is_whole_one_of_two_takes_in_no_third() -> None:
    whole = '[record]\nparties = "whole"\nacts = "whole"\nref = "r"\n'
    text = whole + entry({"ratified_by": ["AAA", "BBB"]}) + ratified(AAA="1936-01-01", BBB="1936-12-01")
    assert truth(three(text, RULE, JOINS, approved("AAA", "1936-06-01")), "1937", party="CCC") == "no"
    text = whole + entry({"ratified_by": ["AAA"]}) + ratified(AAA="1936-12-01") + act("signature", "BBB", "1936-01-01")
    assert truth(three(text, RULE, JOINS, approved("AAA", "1936-06-01")), "1937", party="CCC") == "unknown"


def test_who_was_not_yet_approved_has_no_say_whoever_brought_the_treaty_into_force() -> None:
    text = entry({"instruments": 1}) + ratified(AAA="1936-01-01") + act("accession", "BBB", "1936-05-01")
    late = act("approval of an accession", "AAA", "1936-09-01", of="accession-bbb", id="late")
    assert begins(three(text, RULE, late, JOINS, approved("AAA", "1936-06-01")), "CCC") == ["1936-06-01"]
