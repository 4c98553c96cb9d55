"""Tidy CSV, one table a file: periods, dates and deadlines, a row for each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from treatyclock.exports.deadlines import deadlines
from treatyclock.exports.export_format import ExportFormat
from treatyclock.exports.exported import Exported
from treatyclock.exports.tenures import truth_of

_WHICH = ("treaty", "part", "reading", "party", "party_name")


def _text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table: RFC 4180, but with plain line ends, and blanks for what there is not."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def _treaty(exported: Exported) -> tuple[str, str]:
    part = exported.record.part
    return exported.record.id, "" if part is None else part.id


def _periods(exported: Exported) -> str:
    return _text((*_WHICH, "first_day", "last_day", "begins", "ends", "in_force", "status"), _period_rows(exported))


def _period_rows(exported: Exported) -> Iterator[Sequence[str]]:
    for reading in exported.readings:
        for holder in exported.holders:
            for stage in exported.chronology(reading, holder):
                yield (
                    *_treaty(exported), reading.id, holder.id, holder.name,
                    "" if stage.first_day is None else stage.first_day.isoformat(),
                    "" if stage.last_day is None else stage.last_day.isoformat(),
                    stage.begins.replace("..", ""), stage.ends.replace("..", ""),
                    truth_of(stage).value, " or ".join(sorted(each.value for each in stage.status)),
                )  # fmt: skip


def _dates(exported: Exported) -> str:
    return _text((*_WHICH, "date", "number", "day", "under"), _date_rows(exported))


def _date_rows(exported: Exported) -> Iterator[Sequence[str]]:
    for reading in exported.readings:
        for holder in exported.holders:
            for name, outcomes in exported.by(reading, holder).dates().by_name().items():
                for outcome in outcomes:
                    for number, day in enumerate(outcome.value, start=1) if outcome.value else [("", "")]:
                        yield (
                            *_treaty(exported), reading.id, holder.id, holder.name,
                            name, str(number), day, under_words(outcome.under),
                        )  # fmt: skip


def _deadlines(exported: Exported) -> str:
    rows = (
        (
            *_treaty(exported), each.reading.id, each.holder.id, each.holder.name,
            each.what, each.days, under_words(each.under),
        )
        for each in deadlines(exported)
    )  # fmt: skip
    return _text((*_WHICH, "deadline", "day", "under"), rows)


def under_words(under: Iterable[tuple[str, str]]) -> str:
    """Write the answers to open questions under which something holds.

    Example:
        >>> under_words((("first_day", "counted"), ("midnight", "Asia/Tokyo")))
        'first_day = counted; midnight = Asia/Tokyo'
    """
    return "; ".join(f"{key} = {answer}" for key, answer in under)


PERIODS = ExportFormat(
    name="csv-periods", meaning="a row for each reading, party and time with one status", of_treaty=_periods
)
DATES = ExportFormat(
    name="csv-dates", meaning="a row for each date that follows, and each day it may be", of_treaty=_dates
)
DEADLINES = ExportFormat(
    name="csv-deadlines", meaning="a row for each day by which something is due or ends", of_treaty=_deadlines
)
