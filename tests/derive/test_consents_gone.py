"""Consents taken back between the day of the condition and the entry into force."""

from __future__ import annotations

from small_treaties import act, begins, entry, ratified, said, status, three

DELAYED = entry({"instruments": 2}, delay="P1Y") + ratified(AAA="1936-01-01", BBB="1936-04-01")


def gone(on: str, by: str = "AAA") -> str:
    return act("withdrawal of consent", by, on, id=f"gone-{by.lower()}")


def test_whether_the_treaty_enters_into_force_without_it_is_open() -> None:
    found = three(DELAYED, gone("1936-04-02"))
    assert begins(found) == ["1937-04-01", "none"]
    answer = found.in_force("1938", party="BBB")
    assert [each.key for each in answer.depends_on] == ["entry into force without AAA"]
    assert "the condition had been met before this consent was taken back" in said(answer)
    assert status(found, "1938", "AAA") == {"never a party"}


def test_another_consent_may_take_its_place_later() -> None:
    found = three(DELAYED, gone("1936-04-02"), ratified(CCC="1936-09-01"))
    assert begins(found) == ["1937-04-01", "1937-09-01"]


def test_nothing_is_open_where_the_others_were_enough() -> None:
    text = DELAYED + ratified(CCC="1936-02-01")
    assert begins(three(text, gone("1936-06-01", "BBB"))) == ["1937-02-01"]


def test_what_comes_after_the_entry_is_no_matter() -> None:
    assert begins(three(DELAYED, gone("1937-04-01"))) == ["1937-04-01"]


def test_the_day_that_the_depositary_recorded_settles_it() -> None:
    text = entry({"instruments": 2}, delay="P1Y", recorded="1937-04-01")
    found = three(text, ratified(AAA="1936-01-01", BBB="1936-04-01"), gone("1936-04-02"))
    assert begins(found) == ["1937-04-01"]
