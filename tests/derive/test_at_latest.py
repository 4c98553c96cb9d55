"""In force for a signatory at the latest on a day: days by hand."""

from __future__ import annotations

from small_treaties import act, begins, clause, entry, ratified, three, truth

TWO = entry({"ratified_by": ["AAA", "BBB"]}) + ratified(AAA="1936-01-01", BBB="1936-01-01")
RULE = clause("joining", by="ratification", at_latest="1936-06-01", delay="P60D")


def test_who_signed_is_a_party_by_then_and_by_its_own_instrument_before() -> None:
    signed = act("signature", "AAA BBB CCC", "1935-01-01")
    assert begins(three(TWO, RULE, signed), "CCC") == ["1936-06-01"]
    assert begins(three(TWO, RULE, signed, ratified(CCC="1936-02-01")), "CCC") == ["1936-04-01"]
    assert begins(three(TWO, RULE, signed, ratified(CCC="1936-05-01")), "CCC") == ["1936-06-01"]
    assert begins(three(TWO, RULE, signed, ratified(CCC="1936-09-01")), "CCC") == ["1936-06-01"]


def test_where_no_signature_is_on_record_it_is_open() -> None:
    assert truth(three(TWO, RULE), "1940", party="CCC") == "unknown"
    assert truth(three(TWO, RULE, act("signature", "AAA BBB", "1935-01-01")), "1940", party="CCC") == "no"
