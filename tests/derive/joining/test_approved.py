"""Accessions that need an approval: days by hand."""

from __future__ import annotations

from small_treaties import act, begins, clause, entry, ratified, three, truth

TWO = entry({"instruments": 2}, delay="P3M") + ratified(AAA="1936-01-01", BBB="1936-01-01")
RULE = clause("joining", by="accession", approved_by="all parties")
JOINS = act("accession", "CCC", "1937-01-01")


def approved(by: str, on: str, **more: object) -> str:
    return act(
        "approval of an accession", by, on, of="accession-ccc", id=f"approval-{by.lower().replace(' ', '-')}", **more
    )


def test_without_an_approval_on_record_it_is_open() -> None:
    found = three(TWO, RULE, JOINS)
    assert truth(found, "1940", party="CCC") == "unknown"
    assert truth(found, "1936-12-31", party="CCC") == "no"
    assert [each.key for each in found.in_force("1940-01-01", party="CCC").depends_on] == ["accession-ccc approved"]
    assert truth(three(TWO, RULE, JOINS, approved("AAA", "1937-02-01")), "1940", party="CCC") == "unknown"


def test_with_the_last_approval_it_is_a_party() -> None:
    found = three(TWO, RULE, JOINS, approved("AAA", "1936-12-01"), approved("BBB", "1937-02-01"))
    assert begins(found, "CCC") == ["1937-02-01"]


def test_an_approval_that_is_left_out_leaves_it_open() -> None:
    found = three(TWO, RULE, JOINS, approved("AAA BBB", "1937-02-01"))
    assert truth(found, "1940", party="CCC") == "yes"
    assert truth(found.what_if(drop=["approval-aaa-bbb"]), "1940", party="CCC") == "unknown"


def test_an_accession_that_may_not_be_approved_leaves_the_condition_open() -> None:
    text = entry({"instruments": 3}) + ratified(AAA="1936-01-01", BBB="1936-01-01") + RULE + JOINS
    assert truth(three(text), "1940") == "unknown"
    assert truth(three(text, approved("AAA BBB", "1936-06-01")), "1940") == "yes"
