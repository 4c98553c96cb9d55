"""Clocks as nodes: periods, what a date chooses of them, and claims that meet a change."""

from __future__ import annotations

import pytest

import treatyclock as tc
from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.moments.read import moment
from treatyclock.formats.cases.toml import load_case_text
from treatyclock.testimony.offset_periods import periods

HEAD = """
schema = 1
id = "made"
title = "Made"
[sources]
one = { title = "one", confidence = "good" }
[events]
e = "the event"
f = "another"
[clocks]
moscow = { name = "Moscow", zone = "Europe/Moscow" }
manchukuo = { name = "Manchuria", zone = "Manchukuo" }
tokyo = { name = "Tokyo", zone = "Asia/Tokyo" }
berlin = { name = "Berlin", zone = "Europe/Berlin" }
"""


def reconcile(claims: str) -> tc.Reconciliation:
    return tc.reconcile(load_case_text(HEAD + claims))


def starts(found: tc.Reconciliation, event: str = "e") -> set[int | None]:
    return {each.start for each in found.bounds(event)}


def at(*texts: str) -> set[int | None]:
    return {moment(text).span.start for text in texts}


def test_the_period_follows_from_the_date() -> None:
    before = '[[claim]]\nid="a"\nevent="e"\nat="1936-12-01T12:00"\nclock="manchukuo"\nsource="one"\n'
    after = '[[claim]]\nid="b"\nevent="f"\nat="1937-02-01T12:00"\nclock="manchukuo"\nsource="one"\n'
    found = reconcile(before + after)
    assert found.consistent
    assert starts(found) == at("1936-12-01T04:00Z")
    assert starts(found, "f") == at("1937-02-01T03:00Z")
    names = [each.id for each in found.model.assumptions if each.id.startswith("manchukuo")]
    assert len(names) == 2
    assert names[1] == "manchukuo@1936-12-31"


def test_a_reading_shown_twice_is_one_more_alternative() -> None:
    # Berlin's clocks went back from 03:00 to 02:00 on 2 October 1944.
    claim = '[[claim]]\nid="a"\nevent="e"\nat="1944-10-02T02:30"\nclock="berlin"\nsource="one"\n'
    found = reconcile(claim)
    wall = moment("1944-10-02T02:30", zone="UTC").wall
    assert wall is not None
    expected = zone("Europe/Berlin").instants(wall)
    assert len(expected) == 2
    assert starts(found) == set(expected)
    assert [each["kind"] for each in found.to_dict()["open"]] == ["event"]
    settled = claim + '[[claim]]\nid="b"\nevent="e"\nat="1944-10-02T01:30"\nclock="utc"\nsource="one"\n'
    with_utc = HEAD + 'utc = { name = "UTC", offset = "+00:00" }\n' + settled
    assert starts(tc.reconcile(load_case_text(with_utc))) == {expected[1]}


def test_a_reading_never_shown_cannot_be() -> None:
    # And forward from 02:00 to 03:00 on 2 April 1945.
    found = reconcile('[[claim]]\nid="a"\nevent="e"\nat="1945-04-02T02:30"\nclock="berlin"\nsource="one"\n')
    assert not found.consistent
    (conflict,) = found.to_dict()["conflicts"]
    assert {"a", "berlin@1945-03-30", "berlin@1945-04-02"} >= set(conflict["claims"]) > {"a"}
    assert conflict["text"][-1].strip() == "which no clock showed"


def test_a_difference_is_of_a_date() -> None:
    claim = (
        '[[claim]]\nid="a"\nclock="tokyo"\nahead_of="manchukuo"\nby="one hour"\non="1936-06-01"\nsource="one"\n'
        '[[claim]]\nid="b"\nclock="tokyo"\nahead_of="manchukuo"\nby="PT0H"\non="1937-06-01"\nsource="one"\n'
    )
    assert reconcile(claim).consistent
    wrong = reconcile(claim.replace("1936-06-01", "1938-06-01"))
    ids = [each.id for each in wrong.model.assumptions]
    assert any("a" in {ids[place] for place in each.assumptions} for each in wrong.conflicts.found)


def test_an_offset_can_be_claimed() -> None:
    found = reconcile(
        '[[claim]]\nid="a"\nclock="moscow"\noffset="+04:00"\nsource="one"\n'
        '[[claim]]\nid="b"\nevent="e"\nat="1945-08-08T17:00"\nclock="moscow"\nsource="one"\n'
    )
    ids = [each.id for each in found.model.assumptions]
    assert [{ids[place] for place in each.assumptions} for each in found.conflicts.found] == [{"moscow", "a"}]


def test_two_descriptions_are_one_event() -> None:
    found = reconcile(
        '[[claim]]\nid="a"\nevent="e"\nsame_as="f"\nsource="one"\n'
        '[[claim]]\nid="b"\nevent="e"\nat="1945-08-08T17:00"\nclock="moscow"\nsource="one"\n'
        '[[claim]]\nid="c"\nevent="f"\ndated="1945-08-08"\nclock="tokyo"\nsource="one"\n'
    )
    assert found.consistent
    assert starts(found, "f") == at("1945-08-08T14:00Z")


def test_a_strict_order_excludes_the_same_tick() -> None:
    exact = '[[claim]]\nid="{0}"\nevent="{1}"\nat="1945-08-08T17:00:00.000000"\nclock="moscow"\nsource="one"\n'
    order = '[[claim]]\nid="c"\nevent="f"\nafter="e"\nsource="one"\n'
    assert not reconcile(exact.format("a", "e") + exact.format("b", "f") + order).consistent
    later = exact.format("b", "f").replace("00.000000", "00.000001")
    assert reconcile(exact.format("a", "e") + later + order).consistent


def test_a_date_label_is_the_whole_day() -> None:
    day = '[[claim]]\nid="a"\nevent="e"\ndated="1945-08-08"\nclock="moscow"\nsource="one"\n'
    (bounds,) = reconcile(day).bounds("e")
    assert (bounds.start, bounds.end) == (
        moment("1945-08-08T00:00+03:00").span.start,
        moment("1945-08-09T00:00+03:00").span.start,
    )


def test_a_claim_computed_from_one_that_fell_falls_too_and_so_on() -> None:
    found = reconcile(
        '[[claim]]\nid="a"\nevent="e"\nat="1945-08-08T17:00"\nclock="moscow"\nsource="one"\n'
        '[[claim]]\nid="b"\nevent="e"\nat="1945-08-08T18:00"\nclock="moscow"\nsource="one"\nconfidence="low"\n'
        '[[claim]]\nid="c"\nevent="f"\nafter="e"\ngap="one hour"\nsource="one"\ncomputed_from=["b"]\n'
        '[[claim]]\nid="d"\nevent="f"\nat="1945-08-08T19:00"\nclock="moscow"\nsource="one"\ncomputed_from=["c"]\n'
    )
    changes = {each["claim"]: (each["cost"], each["fell_with"]) for each in found.to_dict()["repairs"][0]["changes"]}
    assert changes == {"b": (2, []), "c": (0, ["b"]), "d": (0, ["c"])}
    assert [each.start for each in found.bounds("f")] == [None]


@pytest.mark.parametrize(
    "name", ["Europe/Moscow", "Europe/Berlin", "Manchukuo", "Asia/Tokyo", "America/New_York", "UTC"]
)
def test_periods_are_the_clock_s(name: str) -> None:
    clock, hour = zone(name), 3_600_000_000
    low, high = (moment(f"{year}-01-01T00:00Z").span.start or 0 for year in (1936, 1947))
    found = periods(clock, low, high)
    for instant in range(low, high, 37 * hour):
        (period,) = [
            each for each in found
            if (each.start is None or each.start <= instant) and (each.end is None or instant < each.end)
        ]  # fmt: skip
        assert period.offset == clock.offset_at(instant).total_seconds() * 1_000_000
