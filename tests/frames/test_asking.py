"""Frames beside the scalar questions: every answer is that of `Book.in_force`, whatever the kind of frame."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import treatyclock as tc
from frame_kinds import ALLIES, KINDS, PACT, Table, as_rows, book, compiled
from small_treaties import BOTH, act, entry, two
from treatyclock.errors import FrameError, MissingExtraError, UnknownChoiceError, WrongTypeError
from treatyclock.frames.asking import in_force
from treatyclock.instants import EPOCH

ASKED: Table = {"a": ["JPN", "DEU", None, "JPN", "DEU"], "b": ["SUN", "JPN", "SUN", "SUN", "ITA"]}
BETWEEN = ("a", "b")


def asked(times: list[Any]) -> Table:
    return {**ASKED, "t": times}


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_kind_of_frame_comes_back(kind: str) -> None:
    frame = KINDS[kind](asked(["1945-08-09", "1940", "1945", "1946-04", None]))
    found = in_force(compiled("day"), frame, between=BETWEEN, at="t")
    assert type(found) is type(frame)
    rows = as_rows(found)
    assert [row["truth"] for row in rows] == ["yes", "unknown", None, "unknown", None]
    assert [row["treaties"] for row in rows] == [[PACT], [], None, [], None]
    assert [row["perhaps"] for row in rows] == [[], [ALLIES], None, [PACT], None]
    assert [row["status"] for row in rows] == [
        ["party"],
        ["negotiating or party"],
        None,
        ["former party or party"],
        None,
    ]
    assert rows[1]["depends_on"] == [f"{ALLIES}: which of these times was it?"]
    assert set(rows[3]["depends_on"]) == {
        f"{PACT}: does the first day of the term count?",
        f"{PACT}: which of these times was it?",
    }
    assert list(as_rows(frame)[0]) == ["a", "b", "t"]  # the frame itself is not changed


@pytest.mark.parametrize("kind", KINDS)
def test_days_are_those_of_the_scalar_question(kind: str) -> None:
    random = Random(1941)
    named = [code for code in compiled("day").actors.tolist() if code]
    pairs = [("JPN", "SUN")] * 40 + [tuple(random.sample(named, 2)) for _ in range(80)]
    days = [date(1941, 4, 1 + n) if n < 28 else date(1946, 4, 1 + n % 28) for n in range(40)]
    days += [date(1938 + random.randrange(9), random.randrange(1, 13), random.randrange(1, 29)) for _ in range(80)]
    frame = KINDS[kind]({"a": [a for a, _ in pairs], "b": [b for _, b in pairs], "t": days})
    rows = as_rows(in_force(compiled("day"), frame, between=BETWEEN, at="t"))
    for row, (a, b), day in zip(rows, pairs, days, strict=True):
        scalar = book().in_force(day, between=(a, b))
        assert row["treaties"] == sorted(held.treaty for held in scalar.yes), (a, b, day)
        assert row["perhaps"] == sorted(held.treaty for held in scalar.unknown), (a, b, day)


@pytest.mark.parametrize("kind", KINDS)
def test_instants_are_those_of_the_scalar_question(kind: str) -> None:
    edges = [
        datetime(1941, 4, 24, 15, tzinfo=UTC),
        datetime(1946, 4, 24, 15, tzinfo=UTC),
        datetime(1946, 4, 25, 21, tzinfo=UTC),
    ]
    times = [datetime.fromtimestamp(edge.timestamp() + away, tz=UTC) for edge in edges for away in (-1, 0, 1)]
    frame = KINDS[kind]({"a": ["JPN"] * 9, "b": ["SUN"] * 9, "t": times})
    rows = as_rows(in_force(compiled("instant"), frame, between=BETWEEN, at="t"))
    wanted = [book().in_force(at, between=("JPN", "SUN")) for at in times]
    assert [row["treaties"] for row in rows] == [[held.treaty for held in each.yes] for each in wanted]
    assert [row["perhaps"] for row in rows] == [[held.treaty for held in each.unknown] for each in wanted]
    assert {row["truth"] for row in rows} == {"no", "yes", "unknown"}


@pytest.mark.parametrize("kind", KINDS)
def test_microseconds_of_1386_beside_a_missing_value(kind: str) -> None:
    """Where a value is missing, numpy makes floating point numbers of times, and they lose microseconds."""
    own = tc.Book.of([two(entry("signed"), act("signature", BOTH, "1386-05-09T00:00:00.000001Z"))]).compile()
    last = int(own.pairs.edges[-1]) * own.pairs.tick
    times = [*(EPOCH + timedelta(microseconds=last + away) for away in (-1, 0)), None]
    frame = KINDS[kind]({"a": ["AAA"] * 3, "b": ["BBB"] * 3, "t": times})
    assert "1386-" in str(times[0])
    assert [row["truth"] for row in as_rows(in_force(own, frame, between=BETWEEN, at="t"))] == ["unknown", "yes", None]


def test_a_pandas_frame_keeps_its_index() -> None:
    frame = pd.DataFrame(asked(["1945-08-09"] * 4 + ["2019"]), index=[7, 7, 3, 1, 0])
    found = in_force(compiled("day"), frame, between=BETWEEN, at="t", columns=["truth"], prefix="pact_")
    assert list(found.index) == [7, 7, 3, 1, 0]
    assert found["pact_truth"].tolist()[0] == "yes" and list(found.columns) == ["a", "b", "t", "pact_truth"]


def test_times_on_a_clock_and_midnights_that_are_days() -> None:
    frame = pd.DataFrame({"a": ["JPN"] * 3, "b": ["SUN"] * 3, "t": pd.to_datetime(["1941-04-25", "1946-04-25", None])})
    with pytest.raises(FrameError, match="times without a zone"):
        in_force(book(), frame, between=BETWEEN, at="t")
    by_day = in_force(compiled("day"), frame, between=BETWEEN, at="t", by="day")
    assert as_rows(by_day)[0]["truth"] == "yes" and as_rows(by_day)[2]["truth"] is None
    tokyo = in_force(compiled("instant"), frame, between=BETWEEN, at="t", zone="Asia/Tokyo")
    assert [row["truth"] for row in as_rows(tokyo)] == ["unknown", "unknown", None]
    with pytest.raises(FrameError, match="a time of day, where days are asked about"):
        in_force(book(), frame.assign(t=frame["t"] + pd.Timedelta(hours=1)), between=BETWEEN, at="t", by="day")


@pytest.mark.parametrize("kind", KINDS)
def test_every_fault_is_told_with_its_column_and_row(kind: str) -> None:
    frame = KINDS[kind](
        {"a": ["JPN", "DEU", "JPM"], "b": ["SUN", "XXX", "SUN"], "t": ["1945-08-09", "Tuesday", "1945-02-30"]}
    )
    with pytest.raises(FrameError) as caught:
        in_force(compiled("day"), frame, between=BETWEEN, at="t")
    assert [(each.column, each.row, each.value) for each in caught.value.faults] == [
        ("a", 2, "JPM"), ("b", 1, "XXX"), ("t", 1, "Tuesday"), ("t", 2, "1945-02-30"),
    ]  # fmt: skip
    assert "`JPN`" in str(caught.value) and "strangers=True" in str(caught.value)


def test_a_state_with_itself_is_refused() -> None:
    frame = pl.DataFrame({"a": ["JPN", "SUN"], "b": ["SUN", "SUN"], "t": ["1945", "1945"]})
    with pytest.raises(FrameError) as caught:
        in_force(compiled("day"), frame, between=BETWEEN, at="t")
    assert [(each.column, each.row) for each in caught.value.faults] == [("b", 1)]


def test_strangers_are_unknown_unless_the_book_is_whole() -> None:
    frame = pl.DataFrame({"a": ["JPN"], "b": ["Atlantis"], "t": ["1945-08-09"]})
    (row,) = as_rows(in_force(compiled("day"), frame, between=BETWEEN, at="t", strangers=True))
    assert (row["truth"], row["treaties"], row["depends_on"]) == ("unknown", [], ["does the book lack a treaty?"])
    whole = tc.Book.of([tc.load(PACT)], whole=True).compile(by="day")
    assert as_rows(in_force(whole, frame, between=BETWEEN, at="t", strangers=True))[0]["truth"] == "no"


def test_years_and_their_rules() -> None:
    frame = pl.DataFrame({"a": ["JPN"] * 4, "b": ["SUN"] * 4, "year": [1940, 1941, 1945, 1947]})
    found = {
        rule: [
            row["truth"]
            for row in as_rows(in_force(compiled("day"), frame, between=BETWEEN, at="year", by="year", rule=rule))
        ]
        for rule in ("one day", "any day", "all year", "1 January", "31 December")
    }
    assert found == {
        "one day": ["no", "unknown", "yes", "no"],
        "any day": ["no", "yes", "yes", "no"],
        "all year": ["no", "no", "yes", "no"],
        "1 January": ["no", "no", "yes", "no"],
        "31 December": ["no", "yes", "yes", "no"],
    }


def test_whole_numbers_are_codes_and_empty_frames_have_columns() -> None:
    row = {"id": "A", "one": 2, "two": 20, "from": "1900-01-01", "to": "1910-12-31"}
    columns = {"treaty": "id", "party": ["one", "two"], "treaty_entry": "from", "treaty_end": "to"}
    numbered = tc.Book.from_table([row], columns, effect_day="last in force").compile(by="day")
    for codes in ([2, None], [2.0, None]):
        frame = pd.DataFrame({"a": codes, "b": [20, 20], "t": [date(1901, 1, 1)] * 2})
        assert [row["truth"] for row in as_rows(in_force(numbered, frame, between=BETWEEN, at="t"))] == ["yes", None]
    with pytest.raises(FrameError, match="no codes"):
        in_force(numbered, pd.DataFrame({"a": [2.5], "b": [20], "t": ["1901"]}), between=BETWEEN, at="t")
    empty = pl.DataFrame(schema={"a": pl.String, "b": pl.String, "t": pl.Date})
    assert in_force(numbered, empty, between=BETWEEN, at="t").columns[3:] == [
        "truth",
        "treaties",
        "perhaps",
        "status",
        "depends_on",
    ]


def test_what_cannot_be_asked_is_refused() -> None:
    frame = pl.DataFrame(asked(["1945-08-09"] * 5))
    for wrong in (frame.lazy(), [1, 2], "a"):
        with pytest.raises(WrongTypeError, match="frame"):
            in_force(book(), wrong, between=BETWEEN, at="t")
    with pytest.raises(FrameError, match="no such column"):
        in_force(book(), frame, between=("a", "c"), at="u")
    with pytest.raises(FrameError, match="already"):
        in_force(book(), frame.with_columns(truth=pl.lit(1)), between=BETWEEN, at="t")
    with pytest.raises(UnknownChoiceError, match="any day"):
        in_force(book(), frame, between=BETWEEN, at="t", rule="all year")
    with pytest.raises(UnknownChoiceError, match="reasons"):
        in_force(book(), frame, between=BETWEEN, at="t", columns=["reasons"])
    with pytest.raises(WrongTypeError, match="compiled by instant"):
        in_force(compiled("instant"), frame, between=BETWEEN, at="t")
    with pytest.raises(WrongTypeError, match="two columns"):
        in_force(book(), frame, between="ab", at="t")  # type: ignore[arg-type]


@pytest.mark.parametrize("package", ["narwhals", "pyarrow"])
def test_without_the_extra_it_says_what_to_install(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=r"pip install 'treatyclock\[frames\]'"):
        in_force(book(), pl.DataFrame(asked(["1945"] * 5)), between=BETWEEN, at="t")


def test_several_blocks_of_questions_are_in_order() -> None:
    size = 70_000
    years = np.random.default_rng(1).integers(1935, 1950, size)
    frame = pa.table({"a": ["JPN"] * size, "b": ["SUN"] * size, "t": years})
    found = in_force(compiled("day"), frame, between=BETWEEN, at="t", by="year", rule="31 December")
    wanted = np.where((years >= 1941) & (years <= 1945), "yes", "no")
    assert found["truth"].to_pylist() == wanted.tolist()
    assert [len(each) for each in found["treaties"].to_pylist()] == (wanted == "yes").astype(int).tolist()


def test_what_no_frame_can_be_asked_is_our_own_error() -> None:
    a, b = ["JPN", "JPN"], ["SUN", "SUN"]
    mixed = pd.DataFrame({"a": a, "b": b, "t": [date(1945, 8, 9), "1945-08"]})
    codes = pd.DataFrame({"a": ["JPN", 2], "b": b, "t": ["1945", "1946"]})
    twice = pd.DataFrame([["JPN", "SUN", "1945", "1945"]], columns=["a", "b", "t", "t"])
    for frame, column in ((mixed, "t"), (codes, "a"), (twice, "t")):
        with pytest.raises(FrameError) as caught:
            in_force(book(), frame, between=BETWEEN, at="t")
        assert [each.column for each in caught.value.faults] == [column]
    for frame in ([{"a": "JPN"}], pl.LazyFrame({"a": a}), pa.RecordBatch.from_pydict({"a": a})):
        with pytest.raises(WrongTypeError, match="give a frame"):
            in_force(book(), frame, between=BETWEEN, at="t")
    with pytest.raises(WrongTypeError, match="the book"):
        in_force(tc.load(PACT), pd.DataFrame({"a": a, "b": b, "t": a}), between=BETWEEN, at="t")  # type: ignore[arg-type]


@pytest.mark.parametrize("by", ["day", "instant"])
@pytest.mark.parametrize("type", [float, str, "datetime64[s]"])
def test_a_frame_without_rows_or_times_is_asked_nothing(by: str, type: Any) -> None:
    frame = pd.DataFrame({"a": [], "b": [], "t": []}).astype({"a": str, "b": str, "t": type})
    assert len(in_force(compiled(by), frame, between=BETWEEN, at="t")) == 0
    missing = pd.DataFrame({"a": ["JPN"], "b": ["SUN"], "t": [float("nan")]})
    assert as_rows(in_force(compiled(by), missing, between=BETWEEN, at="t", columns=["truth"]))[0]["truth"] is None
