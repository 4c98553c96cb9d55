"""Pictures of lives: from when to when a treaty was in force, for whom and on whose reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from treatyclock.answers.chronology import Chronology, Stage
from treatyclock.law.status import Status
from treatyclock.show.pictures.picture import Band, Bar, Fill, Mark, Picture
from treatyclock.show.pictures.scale import around, ticks
from treatyclock.show.words import status_words

_ALONE = {Status.PROVISIONAL: Fill.PROVISIONAL, Status.SURVIVING: Fill.SURVIVING}


_NEVER = "It was never in force here, by what is on record."


def fill_of(statuses: frozenset[Status]) -> Fill | None:
    """Return how a stage is filled; None where the treaty was not in force and had no other effect.

    Example:
        >>> fill_of(frozenset([Status.PARTY])), fill_of(frozenset([Status.PARTY, Status.FORMER_PARTY]))
        (<Fill.IN_FORCE: 'in force'>, <Fill.UNKNOWN: 'open: in force or not'>)
    """
    if statuses == {Status.SUSPENDED}:
        return Fill.SUSPENDED
    if not statuses or any(each.in_force for each in statuses):
        return Fill.IN_FORCE if statuses and all(each.in_force for each in statuses) else Fill.UNKNOWN
    return _ALONE.get(next(iter(statuses))) if len(statuses) == 1 else None


def picture_of(
    title: str,
    lives: Sequence[tuple[str, Chronology]],
    *,
    marks: Sequence[Mark] = (),
    compared: bool = False,
    notes: Sequence[str] = (),
    beside: Sequence[Band] = (),
) -> Picture:
    """Return a picture with a band for each life.

    Args:
        title: What it shows.
        lives: The lives, each with what its band is called.
        marks: Moments marked through all bands.
        compared: Whether to point out where a band differs from the first.
        notes: What a reader must know beside it.
        beside: Further bands, below those of the lives.
    """
    found = [(name, bars(each)) for name, each in lives]
    lines = [*(line for _, line in found), *(band.bars for band in beside)]
    edges = [edge for line in lines for bar in line for edge in (bar.start, bar.end) if edge is not None]
    placed = [*edges, *(mark.at for mark in marks)]
    first, last = around(placed)
    model = lives[0][1] if compared and lives else None
    bands = tuple(
        Band(name=name, bars=line, differs=() if model is None else tuple(differences(model, life, first, last)))
        for (name, line), (_, life) in zip(found, lives, strict=True)
    )
    return Picture(
        title=title, bands=(*bands, *beside), first=first, last=last, marks=tuple(marks),
        # Where nothing stands at a time, the years of a scale would say nothing.
        ticks=ticks(first, last) if placed else (),
        notes=tuple(notes) if any(lines) else (*notes, _NEVER),
    )  # fmt: skip


def bars(life: Chronology) -> tuple[Bar, ...]:
    """Return a bar for each stage in which there was any effect, or may have been."""
    found: list[Bar] = []
    for stage in life:
        fill = fill_of(stage.status)
        if fill is not None:
            told_before = bool(found) and found[-1].end == stage.start and found[-1].ends == stage.begins
            found.append(
                Bar(
                    start=stage.start,
                    end=stage.end,
                    fill=fill,
                    told=told_of_stage(stage),
                    begins="" if told_before else _begins(stage),
                    ends=_ends(stage),
                )
            )
    return tuple(found)


def _begins(stage: Stage) -> str:
    return "" if stage.start is None else stage.begins


def _ends(stage: Stage) -> str:
    return "" if stage.end is None or stage.ends == stage.begins else stage.ends


def told_of_stage(stage: Stage) -> str:
    """Tell a stage in words."""
    return f"{stage.begins} to {stage.ends}: {status_words(stage.status) or 'nothing was known'}"


def differences(
    model: Chronology, other: Chronology, first: datetime, last: datetime
) -> Iterable[tuple[datetime, datetime]]:
    """Yield the stretches in which two lives are not filled alike, neighbours joined."""
    edges = sorted({edge for life in (model, other) for stage in life for edge in (stage.start, stage.end) if edge})
    begun: datetime | None = None
    for start, end in zip([first, *edges], [*edges, last], strict=True):
        if start >= end:
            continue
        differs = _fill_at(model, start) is not _fill_at(other, start)
        if differs and begun is None:
            begun = start
        if not differs and begun is not None:
            yield begun, start
            begun = None
    if begun is not None:
        yield begun, last


def _fill_at(life: Chronology, at: datetime) -> Fill | None:
    inside = (
        stage for stage in life if (stage.start is None or stage.start <= at) and (stage.end is None or at < stage.end)
    )
    return next((fill_of(stage.status) for stage in inside), None)
