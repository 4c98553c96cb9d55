"""A recorded day of entry into force: known with the last instrument that it presupposes, and gone with any of them."""

from __future__ import annotations

import treatyclock as tc
from small_treaties import begins, entry, ratified, three, truth

TWO = {"instruments": 2}
BOTH = ratified(AAA="1936-01-01", BBB="1937-01-01")


def known(treaty: tc.Treaty, when: str) -> list[str]:
    return [" ".join(each.value) or "none" for each in treaty.dates(known_as_of=when).entry_into_force]


def test_it_is_known_with_the_last_instrument() -> None:
    treaty = three(entry(TWO, delay="P30D", recorded="1937-02-02") + BOTH)
    assert known(treaty, "1935-12-31") == ["not known"]
    assert known(treaty, "1936-12-31") == ["none"]
    assert known(treaty, "1937-01-01") == ["1937-02-02"]


def test_it_is_known_from_the_day_that_the_file_gives() -> None:
    treaty = three(entry(TWO, delay="P30D", recorded="1937-02-02", recorded_known="1937-01-20") + BOTH)
    assert known(treaty, "1937-01-19") == ["1937-01-31"]  # by the count
    assert known(treaty, "1937-01-20") == ["1937-02-02"]


def test_where_the_acts_are_too_few_the_delay_tells_when_the_last_one_came() -> None:
    treaty = three(entry({"instruments": 9}, delay="P1Y", recorded="1940-01-01") + BOTH)
    assert known(treaty, "1936-12-31") == ["none"]  # BBB's was needed
    assert known(treaty, "1938-06-30") == ["none"]
    assert known(treaty, "1939-01-05") == ["1940-01-01", "none"]  # within what depositaries' counts differ by
    assert known(treaty, "1939-06-30") == ["1940-01-01"]
    assert known(treaty, "1940-01-01") == ["1940-01-01"]


def test_it_falls_with_an_instrument() -> None:
    treaty = three(entry(TWO, delay="P30D", recorded="1937-02-02") + BOTH + ratified(CCC="1938-01-01"))
    assert begins(treaty.what_if(drop="ratification-ccc")) == ["1937-02-02"]
    assert begins(treaty.what_if(drop="ratification-bbb")) == ["1938-01-31"]
    assert begins(treaty.what_if(drop=["ratification-bbb", "ratification-ccc"])) == ["none"]


def test_it_stands_where_enough_came_on_that_day_without_it() -> None:
    treaty = three(entry(TWO, recorded="1937-01-02") + ratified(AAA="1936-01-01", BBB="1937-01-01", CCC="1937-01-01"))
    assert begins(treaty.what_if(drop="ratification-bbb")) == ["1937-01-02"]


def test_where_others_met_it_who_are_not_on_record_it_is_open() -> None:
    treaty = three(entry({"instruments": 9}, recorded="1940-01-01") + BOTH + ratified(CCC="1945-01-01"))
    assert truth(treaty.what_if(drop="ratification-bbb"), "1950-01-01") == "unknown"
    assert truth(treaty.what_if(drop="ratification-ccc"), "1950-01-01") == "yes"  # it came after


def test_an_act_that_was_only_supposed_leaves_it_alone() -> None:
    treaty = three(entry(TWO, recorded="1937-01-02") + BOTH)
    early = {"kind": "accession", "by": "CCC", "on": "1936-02-01", "ref": "r"}
    assert treaty.what_if(add=early).what_if(drop="accession-ccc") == treaty


def test_without_russia_the_kyoto_protocol_is_not_in_force() -> None:
    treaty = tc.load("kyoto-protocol-1997")
    assert begins(treaty) == ["2005-02-16"]
    assert begins(treaty.what_if(drop="ratification-rus")) == ["none"]
