"""Legal time against what was known when: what later documents changed, and what had been foreseen before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from treatyclock.answers.chronology import Chronology, Stage
from treatyclock.civil.days import EARLIEST, LATEST
from treatyclock.errors import plain
from treatyclock.law.acts.act import Act
from treatyclock.law.record import Record
from treatyclock.show.pictures.lives import fill_of, told_of_stage
from treatyclock.show.pictures.picture import Area, Fill, Mark, Plane
from treatyclock.show.pictures.scale import around, ticks
from treatyclock.show.words import names

_WIDER = 0.15
_NAMED = 3
_ON_THE_SIDE = 8
"""How many ticks the scale of knowledge has at most: each takes a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLife:
    """A life by what was known from a day on.

    Attributes:
        since: The day.
        became_known: What became known on it, in words.
        life: What then followed.
    """

    since: date
    became_known: str
    life: Chronology


def became_known(record: Record) -> dict[date, str]:
    """Return what became known on which day, in words, in order; what may have been known before is told apart.

    Example:
        >>> import treatyclock as tc
        >>> became_known(tc.load("yalta-far-east-1945").record)[date(1946, 2, 11)]
        'signature by the USSR, the United States and the United Kingdom'
    """
    found: dict[date, list[str]] = {}
    acts = ((act.known or act.when(), f"{act.kind.name} by {_authors(act, record)}") for act in record.acts)
    clauses = ((each.basis.known, f"the clause [{each.TABLE}]") for each in record.clauses)
    for known, text in (*acts, *clauses):
        if known is None:
            continue
        days = known.days
        if not days.known and days.first > EARLIEST:
            found.setdefault(days.first, []).append(f"perhaps {text}")
        if days.known or days.last < LATEST:
            found.setdefault(days.last, []).append(text)
    return {day: plain("; ".join(dict.fromkeys(found[day]))) for day in sorted(found)}


def _authors(act: Act, record: Record) -> str:
    return names(act.by, record) if len(act.by) <= _NAMED else f"{len(act.by)} parties"


def picture_of_known(
    title: str,
    before: Chronology,
    lives: Sequence[KnownLife],
    *,
    since: date | None = None,
    first: date | None = None,
) -> Plane:
    """Return legal time against what was known when.

    What became known and changed nothing has no mark.

    Args:
        title: What it shows.
        before: The life by what was known before anything of it.
        lives: The lives, in order of the days from which they were known; at least one.
        since: The first day of knowledge that is shown; somewhat before the first change if left out.
        first: The first day of legal time that is shown; somewhat before the first effect if left out.
    """
    changing = _changing(before, lives)
    earlier = [each for each in changing if since is not None and each.since <= since]
    shown = changing[len(earlier) :]
    known = [_at(each.since) for each in shown]
    bottom, top = around(known or [_at(lives[-1].since if since is None else since)])
    bottom = bottom if since is None else _at(since)
    top += min(max((top - bottom) * _WIDER, timedelta(days=30)), datetime.max - top)  # room for what is known last
    at_first = earlier[-1].life if earlier else before
    areas = _areas(at_first, bottom, [*known, top][0])
    for each, start, end in zip(shown, known, [*known[1:], top], strict=False):
        areas += _areas(each.life, start, end)
    lives_shown = [at_first, *(each.life for each in shown)]
    goes_on = any(fill_of(life.stages[-1].status) is Fill.IN_FORCE for life in lives_shown)
    edges = [*_edges(lives_shown), *known, *([top] if goes_on else [])]
    left, right = around(edges if first is None else [_at(first), *(edge for edge in edges if edge > _at(first))])
    left = left if first is None else _at(first)
    return Plane(
        title=title, areas=tuple(areas), first=left, last=right, known_first=bottom, known_last=top,
        ticks=ticks(left, right, most=7), known_ticks=ticks(bottom, top, most=_ON_THE_SIDE),
        marks=tuple(
            Mark(at=_at(each.since), label=f"{each.since}: {each.became_known}{_so(each.life)}") for each in shown
        ),
    )  # fmt: skip


def _so(life: Chronology) -> str:
    """Tell what then followed: from when to when it is in force, as far as that is certain."""
    surely = [stage for stage in life if fill_of(stage.status) is Fill.IN_FORCE]
    spans = (f"{each.begins} to {each.ends}" if each.end is not None else f"from {each.begins}" for each in surely)
    return f" (in force {', '.join(spans)})" if surely else ""


def _changing(before: Chronology, lives: Sequence[KnownLife]) -> list[KnownLife]:
    """Return the lives that differ from the one before."""
    found: list[KnownLife] = []
    latest = before
    for each in lives:
        if each.life.stages != latest.stages:
            found.append(each)
        latest = each.life
    return found


def _at(day: date) -> datetime:
    return datetime.combine(day, time())


def _edges(lives: Sequence[Chronology]) -> list[datetime]:
    """Return the edges of all effects, or of what is open, ever foreseen."""
    stages = [stage for life in lives for stage in life if fill_of(stage.status) is not None]
    return [edge for stage in stages for edge in (stage.start, stage.end) if edge is not None]


def _areas(life: Chronology, since: datetime, until: datetime) -> list[Area]:
    return [_area(stage, since, until) for stage in _alike_joined(life)]


def _alike_joined(life: Chronology) -> list[Stage]:
    """Return the stages, those joined of which the picture tells no difference."""
    found: list[Stage] = []
    for stage in life:
        if found and _fill(found[-1]) is _fill(stage) is Fill.NOT_IN_FORCE:
            found[-1] = Stage(start=found[-1].start, end=stage.end, status=stage.status)
        else:
            found.append(stage)
    return found


def _fill(stage: Stage) -> Fill:
    if not stage.status:
        return Fill.NOTHING_KNOWN
    return fill_of(stage.status) or Fill.NOT_IN_FORCE


def _area(stage: Stage, since: datetime, until: datetime) -> Area:
    fill = _fill(stage)
    shown = fill not in (Fill.NOT_IN_FORCE, Fill.NOTHING_KNOWN)
    return Area(
        start=stage.start, end=stage.end, since=since, until=until, fill=fill,
        begins=stage.begins if shown and stage.start is not None else "",
        ends=stage.ends if shown and stage.end is not None and stage.ends != stage.begins else "",
        told=f"by what was known on {since.date()}, {told_of_stage(stage)}" if shown else "",
    )  # fmt: skip
