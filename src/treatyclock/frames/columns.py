"""Columns of a frame as arrays: codes of States, and the times asked about.

Columns are read as arrays of Arrow: it has whole numbers beside missing values, where numpy and pandas would make
floating point numbers of them, which cannot tell the microseconds of 1386 apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from treatyclock.book.compiled import Compiled
from treatyclock.book.segments import Int64
from treatyclock.civil.clocks.zones import zone as zone_of
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.errors import FrameError, FrameFault, TreatyclockError, nearest
from treatyclock.frames.walls import wall_instants
from treatyclock.instants import DAY, date_microseconds

_UNITS = {"s": 1_000_000, "ms": 1000, "us": 1, "ns": 1000}
_MOST_INSTANT = 1 << 61
_ASK = "give dates, times with a zone, times with zone=..., or text such as '1945-08-09'"


@dataclass(frozen=True, slots=True)
class TimesAsked:
    """The times that a column asks about.

    Attributes:
        first: The first instant that each may mean, in microseconds; of a day, its midnight in UTC.
        last: The last one.
        asked: Whether there is a time at all in the row.
        by: ``"day"`` where days of the treaty are asked about, ``"instant"`` elsewhere; None where nothing is asked.
        points: Whether of two different ones nothing between them is meant.
    """

    first: Int64
    last: Int64
    asked: NDArray[np.bool_]
    by: str | None
    points: bool = False


def codes_in(column: Any, name: str, book: Compiled) -> tuple[Int64, NDArray[np.bool_], list[FrameFault]]:
    """Return the code of the State in each row, whether there is one, and what is wrong.

    Args:
        column: An array of Arrow.
        name: The name of the column.
        book: The treaties.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    kind = column.type
    if pa.types.is_floating(kind):
        try:
            column = column.cast(pa.int64())
        except pa.ArrowInvalid as error:
            return *_nobody(len(column)), [_column(name, str(kind), f"no codes: {error}", "give text or whole numbers")]
    if not (pa.types.is_dictionary(kind) or column.null_count == len(column)):
        if not (_is_text(kind) or pa.types.is_integer(column.type)):
            return *_nobody(len(column)), [_column(name, str(kind), "no codes of States", "give text or whole numbers")]
        column = pc.dictionary_encode(column)
    if not pa.types.is_dictionary(column.type):
        return *_nobody(len(column)), []
    asked = np.asarray(column.is_valid())
    names = [str(each) for each in column.dictionary.to_pylist()]
    codes = book.codes(names) if names else np.empty(0, dtype=np.int64)
    places = column.indices.fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64)
    found = codes[places] if len(codes) else np.zeros(len(column), dtype=np.int64)
    return found, asked, list(_strangers(name, names, codes, book, rows=np.where(asked, places, -1)))


def _strangers(name: str, names: list[str], codes: Int64, book: Compiled, *, rows: Int64) -> Iterator[FrameFault]:
    """Yield the first row of each name that no treaty has."""
    for place in np.flatnonzero(codes == book.other).tolist():
        found = np.flatnonzero(rows == place)
        if len(found):
            near = nearest(names[place], book.actors[: book.other].tolist())
            hint = f"{near}; where no treaty need know a State: strangers=True"
            problem = "no treaty of the book names this State"
            yield FrameFault(column=name, row=int(found[0]), value=names[place], problem=problem, hint=hint)


def times_in(column: Any, name: str, *, zone: str | None, by: str | None) -> TimesAsked:
    """Return the times in a column.

    Args:
        column: An array of Arrow.
        name: The name of the column.
        zone: The clock of times without one.
        by: ``"day"`` if times at midnight are days, ``"year"`` if whole numbers are years; None for neither.

    Raises:
        FrameError: With every row that cannot be asked about.
    """
    import pyarrow as pa

    kind = column.type
    asked = np.asarray(column.is_valid())
    if column.null_count == len(column):  # there is nothing to ask about, whatever such a column is made of
        return TimesAsked(*(np.zeros(len(column), dtype=np.int64),) * 2, asked, None)
    if pa.types.is_date(kind):
        _days_need_no_zone(name, zone)
        days = _integers(column.cast(pa.date32()).cast(pa.int32())) * DAY
        return TimesAsked(days, days, asked, "day")
    if pa.types.is_timestamp(kind):
        return _of_timestamps(column, name, asked, zone, by)
    if pa.types.is_dictionary(kind):
        column = column.cast(kind.value_type)
    if _is_text(column.type):
        return _of_texts(column, name, asked, zone)
    if by == "year" and (pa.types.is_integer(kind) or pa.types.is_floating(kind)):
        return _of_years(column, name, asked)
    hint = "write by='year' for whole years; " * pa.types.is_integer(kind) + _ASK
    raise FrameError([_column(name, str(kind), "no times", hint)])


def _of_timestamps(column: Any, name: str, asked: NDArray[np.bool_], zone: str | None, by: str | None) -> TimesAsked:
    import pyarrow as pa

    kind = column.type
    ticks = _integers(column.cast(pa.int64()))
    unit = _UNITS[kind.unit]
    if kind.unit in ("s", "ms") and len(ticks) and int(np.abs(ticks).max()) > _MOST_INSTANT // unit:
        raise FrameError([_column(name, str(kind), "years farther than 70,000 from 1970", "give times of treaties")])
    walls = ticks // unit if kind.unit == "ns" else ticks * unit
    if kind.tz is not None and by != "day":
        return TimesAsked(walls, walls, asked, "instant")
    if by == "day":
        _days_need_no_zone(name, zone if kind.tz is None else kind.tz)
        rows = np.flatnonzero((walls % DAY != 0) & asked)
        if len(rows):
            value = str(column[int(rows[0])])
            raise FrameError(
                [_fault(name, rows[0], value, "a time of day, where days are asked about", "leave out by='day'")]
            )
        return TimesAsked(walls, walls, asked, "day")
    if zone is None:
        hint = "say on which clock: zone='Europe/Moscow'; or that the column holds days: by='day'"
        raise FrameError([_column(name, str(kind), "times without a zone", hint)])
    first, last, shown = wall_instants(zone_of(zone), np.where(asked, walls, 0))
    skipped = np.flatnonzero(~shown & asked)
    if len(skipped):
        raise FrameError(
            _fault(
                name, row, str(column[int(row)]), f"the clock of {zone} skipped this time", "mend the time or the zone"
            )
            for row in skipped.tolist()
        )
    return TimesAsked(first, last, asked, "instant", points=True)


def _of_texts(column: Any, name: str, asked: NDArray[np.bool_], zone: str | None) -> TimesAsked:
    import pyarrow.compute as pc

    coded = pc.dictionary_encode(column)
    texts: list[str] = coded.dictionary.to_pylist()
    places = _integers(coded.indices)
    bounds = np.zeros((2, len(texts)), dtype=np.int64)
    faults, kinds, several = list[FrameFault](), dict[str, int](), False
    for number, text in enumerate(texts):
        row = int(np.argmax((places == number) & asked)) if len(places) else 0
        try:
            at = moment(text, zone=zone)
        except TreatyclockError as error:
            faults.append(_fault(name, row, text, error.sentence, error.hint))
            continue
        kinds.setdefault("day" if at.wall is None else "instant", row)
        parts = at.ranges if at.wall is None else at.support.intervals
        if len(parts) > 1 and at.wall is None:
            faults.append(_fault(name, row, text, "days that do not touch", "give the first and the last as A/B"))
        several = several or len(parts) > 1
        bounds[:, number] = _bounds(at)
    if len(kinds) == 2:
        problem = f"days (as in row {kinds['day']}) and times of day (as in row {kinds['instant']}) in one column"
        faults.append(_column(name, "text", problem, "ask about each in a frame of its own"))
    if faults:
        raise FrameError(faults)
    if zone is not None and "day" in kinds:
        _days_need_no_zone(name, zone)
    first, last = (each[places] if len(texts) else np.zeros(len(column), dtype=np.int64) for each in bounds)
    return TimesAsked(first, last, asked, next(iter(kinds), "day"), points=several)


def _bounds(at: Moment) -> tuple[int, int]:
    if at.wall is None:
        return date_microseconds(at.days.first), date_microseconds(at.days.last)
    start, end = at.span.start, at.span.end
    assert start is not None and end is not None  # a wall time has two ends
    return start, end - 1


def _of_years(column: Any, name: str, asked: NDArray[np.bool_]) -> TimesAsked:
    import pyarrow as pa

    try:
        years = _integers(column.cast(pa.int64()))
    except pa.ArrowInvalid as error:
        raise FrameError([_column(name, str(column.type), f"no whole years: {error}", "give whole numbers")]) from None
    wrong = np.flatnonzero(((years < 1) | (years > 9998)) & asked)
    if len(wrong):
        hint = "give a year of our era from 1 to 9998, or leave the value out"
        raise FrameError(_fault(name, row, str(years[row]), "no year", hint) for row in wrong.tolist())
    starts = np.array([date_microseconds(date(year, 1, 1)) for year in range(1, 10_000)], dtype=np.int64)
    kept = np.where(asked, years, 1)
    return TimesAsked(starts[kept - 1], starts[kept] - DAY, asked, "day")


def _days_need_no_zone(name: str, zone: str | None) -> None:
    if zone is not None:
        hint = "leave zone out; or give times of day, such as the midnights of that zone"
        raise FrameError([_column(name, zone, "days of the treaty are compared as dates, on no clock", hint)])


def _integers(column: Any) -> Int64:
    found: Int64 = column.fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64)
    return found


def _is_text(kind: Any) -> bool:
    import pyarrow as pa

    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def _nobody(size: int) -> tuple[Int64, NDArray[np.bool_]]:
    return np.zeros(size, dtype=np.int64), np.zeros(size, dtype=bool)


def _column(name: str, value: str | None, problem: str, hint: str) -> FrameFault:
    return FrameFault(column=name, row=None, value=value, problem=problem, hint=hint)


def _fault(name: str, row: int, value: str, problem: str, hint: str) -> FrameFault:
    return FrameFault(column=name, row=int(row), value=value, problem=problem, hint=hint)
