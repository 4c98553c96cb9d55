"""The picture of an answer: the life in which the moment lies, the readings that say otherwise, and the moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from treatyclock.answers.answer import Answer
from treatyclock.answers.chronology import Chronologies, Chronology, ChronologyOf
from treatyclock.civil.clocks.zones import zone
from treatyclock.errors import plain
from treatyclock.show.pictures.lives import bars, picture_of
from treatyclock.show.pictures.picture import Band, Mark, Picture


def picture_of_answer(answer: Answer) -> Picture | None:
    """Return the picture of an answer; None where it was never in force by any reading."""
    lives = answer.lives.value
    picture = picture_of_lives(lives, marks=marks_of(answer), title=f"{plain(answer.record.title)}: {_whose(answer)}")
    return picture if any(band.bars for band in picture.bands) else None


def picture_of_lives(
    lives: Chronologies, *, marks: Sequence[Mark] = (), title: str = "", beside: Sequence[Band] = ()
) -> Picture:
    """Return a picture with a band for each kind of life; those that look alike share one.

    Parties stand in the order in which it came into force for them.

    Args:
        lives: The lives.
        marks: Moments marked through all bands.
        title: What it shows; what the lives are about where left out.
        beside: Further bands, below those of the lives.
    """
    compared = lives.by == "reading"
    kinds: dict[tuple[object, ...], list[ChronologyOf]] = {}
    for each in lives:
        generally = not compared and not each.id  # no party, and so in no row with parties
        kinds.setdefault((generally, *bars(each.chronology)), []).append(each)
    rows = [
        (_name_of([each.id or each.name if compared else each.name for each in alike]), alike[0].chronology)
        for alike in kinds.values()
    ]
    if not compared:
        rows = [*rows[:1], *sorted(rows[1:], key=lambda row: _first_edge(row[1]))]
    return picture_of(
        title or plain(lives.title), rows, marks=marks, compared=compared and len(rows) > 1, beside=beside
    )


def _first_edge(life: Chronology) -> datetime:
    edges = [datetime.min if bar.start is None else bar.start for bar in bars(life)]
    return min(edges, default=datetime.max)


def _name_of(names: list[str]) -> str:
    return " and ".join(names) if len(names) < 3 else f"{names[0]} and {len(names) - 1} more"


def _whose(answer: Answer) -> str:
    return str(answer.subject)


def marks_of(answer: Answer) -> tuple[Mark, ...]:
    """Mark the moment asked about, where it stands on the clock that the treaty counts by; a day at its beginning."""
    days = answer.at.days
    if answer.by_date or answer.at.wall is None:
        if not days.bounded:
            return ()
        return (Mark(at=datetime.combine(days.first, time()), label=str(days)),)
    clock = zone(next(iter(answer.record.midnights_by(answer.reading)), "UTC"))
    start = answer.at.support.intervals[0].start
    if start is None:
        return ()
    shown = clock.local(start).replace(tzinfo=None)
    return (Mark(at=shown, label=f"{shown.isoformat(sep=' ')[:16]} ({clock.key})"),)
