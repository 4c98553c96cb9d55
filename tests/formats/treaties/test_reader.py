"""Tables of a treaty file: parties, clocks, days and periods, each mistake with its place."""

from __future__ import annotations

from typing import Any

import treatyclock as tc
from treatyclock.formats.documents.flaws import FlawLog, KeyPath
from treatyclock.formats.treaties._reader import DeclaredNames, TreatyReader
from treatyclock.law.events import EventReference


def reader(**table: Any) -> TreatyReader:
    declared = DeclaredNames(parties=frozenset({"SUN", "JPN"}))
    return TreatyReader(table=table, path=("act", 0), log=FlawLog.of([]), declared=declared)


def told(reader: TreatyReader) -> list[tuple[KeyPath, str]]:
    return [(flaw.path[2:], flaw.problem) for flaw in reader.log.found]


def test_a_table_inside_knows_what_the_file_declares() -> None:
    inner = reader(inner={"by": "SUN"}).sub("inner")
    assert isinstance(inner, TreatyReader)
    assert (inner.parties(), inner.path) == (("SUN",), ("act", 0, "inner"))


def test_strangers_are_no_parties() -> None:
    table = reader(by=["SUN", "USA"])
    assert table.parties() == ("SUN",)
    assert told(table) == [(("by", 1), "is not a party of this treaty")]


def test_each_clock_that_there_is_not_is_told() -> None:
    table = reader(clock=["Asia/Tokyo", "Asia/Tokio", "+09:00"])
    assert table.zones("clock") == ("Asia/Tokyo", "+09:00")
    assert told(table) == [(("clock", 1), "no zone is called `Asia/Tokio`")]


def test_times_are_read_on_the_clocks_given() -> None:
    table = reader(at="1945-08-09T00:10", on="1945-02-30")
    assert table.moment("at", ("Asia/Tokyo",)) == tc.moment("1945-08-09T00:10", zone="Asia/Tokyo")
    assert table.moment("none") is None
    assert table.moment("on") is None
    assert table.moment("at") is None
    assert [path for path, _ in told(table)] == [("on",), ("at",)]


def test_an_offset_beside_a_clock() -> None:
    """Where an act was done, its offset must be the clock's; a copy may have come at another place."""
    table = reader(at="1945-08-09T00:10+09", on="1945-08-08T18:10+03:00", utc="1945-08-08T15:10Z", day="1945-08-09")
    assert table.moment_there("at", ("Manchukuo",)) == tc.moment("1945-08-09T00:10+09")
    assert table.moment_there("utc", ("Manchukuo",)) == tc.moment("1945-08-08T15:10Z")
    assert table.moment_there("day", ("Manchukuo",)) == tc.moment("1945-08-09", zone="Manchukuo")
    assert table.moment("on", ("Manchukuo",)) == tc.moment("1945-08-08T18:10+03:00")
    assert told(table) == []
    assert table.moment_there("on", ("Manchukuo",)) is None
    problem = "`1945-08-08T18:10+03:00` says offset `+03:00`, but the clocks of `Manchukuo` stood at +09:00"
    assert told(table) == [(("on",), problem)]


def test_periods() -> None:
    table = reader(lasts="P5Y", nothing="P0D", odd="5 years")
    assert table.period("lasts") == tc.Period(years=5)
    assert table.period("nothing") == tc.Period()
    assert table.period("nothing", some=True) is None
    assert table.period("odd") is None
    assert [path for path, _ in told(table)] == [("nothing",), ("odd",)]


def test_an_event_of_a_case_is_kept_as_a_reference() -> None:
    table = reader(at={"case": "august-1945", "event": "war"}, on="1945-08-09")
    assert table.event("on") is None
    event = table.event("at", ("Manchukuo",))
    assert event == EventReference(case="august-1945", event="war", clocks=("Manchukuo",))
    assert table.resolved("at", event) is None
    assert told(table) == [(("at",), "names an event of a case, and no cases are at hand")]
