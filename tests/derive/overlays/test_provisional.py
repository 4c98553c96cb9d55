"""Provisional application: by whom, from when, and what ends it."""

from __future__ import annotations

import pytest

from small_treaties import act, clause, entry, ratified, said, status, three

SIGNED = act("signature", "AAA", "1936-01-01")
LATER = entry({"instruments": 2}) + ratified(AAA="1938-01-01", BBB="1940-01-01")


def provisional(**more: object) -> str:
    return clause("provisional_application", **more)


def test_every_signatory_applies_it_until_it_is_in_force() -> None:
    found = three(LATER, SIGNED, provisional(by="every signatory"))
    assert status(found, "1935-06-01", "AAA") == {"negotiating"}
    for at in ("1936-06-01", "1939-06-01"):  # after its ratification too
        assert status(found, at, "AAA") == {"provisionally applying"}
    assert status(found, "1941", "AAA") == {"party"}
    assert status(found, "1936-06-01", "CCC") == {"never a party"}
    assert not found.in_force("1937", party="AAA")


def test_only_who_declares_it() -> None:
    text = LATER + SIGNED + provisional(by="who declares it")
    assert status(three(text), "1937-06-01", "AAA") == {"signatory"}
    declared = act("provisional application", "AAA", "1936-05-01", effective="1936-09-01")
    assert status(three(text, declared), "1936-08-30", "AAA") == {"signatory"}
    assert status(three(text, declared), "1936-09-02", "AAA") == {"provisionally applying"}
    at_once = act("provisional application", "AAA", "1936-05-01")
    assert status(three(text, at_once), "1936-04-29", "AAA") == {"signatory"}
    assert status(three(text, at_once), "1936-05-03", "AAA") == {"provisionally applying"}


def test_without_the_clause_nobody_does() -> None:
    assert status(three(LATER, SIGNED, act("provisional application", "AAA", "1936-05-01")), "1937-06-01", "AAA") == {
        "signatory"
    }


def test_not_before_the_day_that_the_clause_names_nor_after_its_last() -> None:
    found = three(LATER, SIGNED, provisional(by="every signatory", from_="1936-06-01", until="1936-12-31"))
    for at, expected in (
        ("1936-05-01", "signatory"),
        ("1936-07-01", "provisionally applying"),
        ("1937-02-01", "signatory"),
    ):
        assert status(found, at, "AAA") == {expected}


def stop(on: str, **more: object) -> str:
    return act("end of provisional application", "AAA", on, **more)


def test_a_notice_without_a_period_ends_it_when_it_is_given() -> None:
    found = three(entry({"instruments": 2}), SIGNED, provisional(by="every signatory"), stop("1937-01-01T15:00+00:00"))
    assert status(found, "1937-01-01T14:59Z", "AAA") == {"provisionally applying"}
    assert status(found, "1937-01-01T15:01Z", "AAA") == {"signatory"}


@pytest.mark.parametrize(
    ("more", "notice", "last"),
    [
        ({"notice": "P60D", "first_day": "counted"}, {}, "1937-03-01"),
        ({"notice": "P60D", "first_day": "not counted"}, {}, "1937-03-02"),
        ({"notice": "P60D", "first_day": "counted"}, {"effective": "1937-02-01"}, "1937-02-01"),
        ({"notice": "P1Y", "first_day": "counted", "until": "1937-02-28"}, {}, "1937-02-28"),
    ],
)
def test_with_which_day_it_ends(more: dict[str, str], notice: dict[str, str], last: str) -> None:
    text = entry({"instruments": 2}) + SIGNED + provisional(by="every signatory", **more)
    found = three(text, stop("1937-01-01", **notice))
    assert status(found, f"{last}T23:59Z", "AAA") == {"provisionally applying"}
    line = found.timeline(party="AAA")
    assert {each.value for each in line.values[-1]} == {"signatory"}
    assert status(found, "1937-03-03T00:00Z", "AAA") == {"signatory"}


def test_what_survives_it() -> None:
    text = entry({"instruments": 2}) + SIGNED + provisional(by="every signatory", survives="P20Y")
    found = three(text, stop("1937-01-01"))
    assert status(found, "1950", "AAA") == {"surviving effect"}
    assert [each.value for each in found.dates(party="AAA").surviving_until] == [("1957-01-01",)]
    assert "its effect survives until 1 January 1957" in said(found.in_force("1950", party="AAA"))


def test_only_the_states_that_the_clause_names_apply_it() -> None:
    both = SIGNED + act("signature", "BBB", "1936-01-01")
    found = three(LATER, both, provisional(by="every signatory", parties="AAA"))
    assert status(found, "1936-06-01", "AAA") == {"provisionally applying"}
    assert status(found, "1936-06-01", "BBB") == {"signatory"}


def test_it_begins_some_time_after_the_signature() -> None:
    months = {"period": "P2M", "counted_from": "the first of its month"}
    found = three(LATER, act("signature", "AAA", "1936-01-31"), provisional(by="every signatory", delay=months))
    assert status(found, "1936-02-28", "AAA") == {"signatory"}
    assert status(found, "1936-03-01", "AAA") == {"provisionally applying"}


@pytest.mark.parametrize(("on", "begins"), [("1937-06-01", "1937-06-01"), (None, None)])
def test_it_waits_for_what_must_come_about_before(on: str | None, begins: str | None) -> None:
    done = "" if on is None else act("ratification", "CCC", on)
    clauses = provisional(by="every signatory", when={"ratified_by": "CCC"})
    found = three(entry({"instruments": 3}), SIGNED, done, clauses)
    assert status(found, "1937-05-31", "AAA") == {"signatory"}
    expected = "signatory" if begins is None else "provisionally applying"
    assert status(found, "1937-06-01", "AAA") == {expected}


def test_what_the_record_may_lack_leaves_it_open() -> None:
    lacks = clause("record", acts="in part")
    clauses = provisional(by="every signatory", when={"ratified_by": "CCC"})
    found = three(entry({"instruments": 3}), SIGNED, clauses, lacks)
    assert status(found, "1937-06-01", "AAA") >= {"signatory", "provisionally applying"}
