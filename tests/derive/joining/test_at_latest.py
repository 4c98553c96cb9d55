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


SIGNED = act("signature", "AAA BBB CCC", "1935-01-01")
TAKEN_BACK = act("withdrawal of consent", "CCC", "1936-02-01")


def test_who_took_the_signature_back_before_that_day_is_no_party_by_it() -> None:
    found = three(TWO, RULE, SIGNED, TAKEN_BACK)
    assert truth(found, "1940", party="CCC") == "no"
    assert begins(three(TWO, RULE, SIGNED, TAKEN_BACK, ratified(CCC="1937-01-01")), "CCC") == ["1937-03-02"]
    again = act("signature", "CCC", "1936-03-01", id="again")
    assert begins(three(TWO, RULE, SIGNED, TAKEN_BACK, again), "CCC") == ["1936-06-01"]


def test_that_day_brings_nobody_back_who_left() -> None:
    left = clause("denunciation", when="at any time", notice="P6M", first_day="not counted")
    left += act("denunciation", "CCC", "1937-01-01")
    found = three(TWO, RULE, SIGNED, left, ratified(CCC="1939-01-01"))
    assert [truth(found, year, party="CCC") for year in ("1937-06-01", "1938", "1940")] == ["yes", "no", "yes"]
    signed_again = three(TWO, RULE, SIGNED, left, act("signature", "CCC", "1939-01-01", id="again"))
    assert truth(signed_again, "1940", party="CCC") == "no"


def test_between_two_of_whom_one_only_signed() -> None:
    found = three(TWO, RULE, SIGNED)
    assert found.in_force("1936-05-30", between=("CCC", "AAA")).truth.value == "no"
    assert found.in_force("1936-06-02", between=("AAA", "CCC")).truth.value == "yes"
    ended = act("termination by consent", "AAA CCC", "1936-07-01")
    assert three(TWO, RULE, SIGNED, ended).in_force("1937", between=("AAA", "CCC")).truth.value == "unknown"
