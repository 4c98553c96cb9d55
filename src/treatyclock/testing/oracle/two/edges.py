"""Where the life of a treaty of two parties may turn: days to act on, instants to ask about."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

from treatyclock.testing.oracle.days import (
    ONE_DAY,
    TICK,
    Moment,
    Period,
    When,
    World,
    civil_date,
    last_day,
    last_day_of_notice,
)
from treatyclock.testing.oracle.two.treaty import Spec, anchor_day, entry_day, notice_period
from treatyclock.testing.oracle.two.worlds import as_counted, worlds

# How far a treaty is followed that is renewed for ever.
LAST_YEAR_OF_INTEREST = 1955


@lru_cache(maxsize=4)  # of one treaty it is asked when it is drawn, and again when it is followed
def telling_days(spec: Spec) -> tuple[date, ...]:
    """The days on which something may happen to the treaty in some world, in order."""
    days: set[date | None] = {entry_day(spec), anchor_day(spec), spec.entry_on, spec.exchange}
    days.update((*spec.signatures.values(), *spec.ratifications.values()))
    days.update(civil_date(when) for when in _ending_acts(spec))
    days.update(world.day(when) for world in worlds(spec) for when in _ending_acts(spec))
    days.update(notice.effective for notice in spec.notices)
    days.update(act.effective for act in spec.terminations)
    days.update(day for each in spec.extensions for day in (each.in_force, each.until or each.when))
    days.add(spec.end.day if spec.end else None)
    for world in worlds(spec):
        days.update(_block_ends(spec, world))
        if spec.denunciation:
            period = notice_period(spec.denunciation)
            days.update(
                last_day_of_notice(civil_date(notice.when), period, world.notice_first_day, world.month_end)
                for notice in as_counted(spec, world).notices
                if period
            )
    return tuple(sorted({day for day in days if day is not None} | set(deadlines(spec))))


def deadlines(spec: Spec) -> list[date]:
    """The last days, in some world, for a notice to end the treaty with one of its blocks, in order."""
    clause = spec.denunciation
    if clause is None or clause.when != "at the end of the term":
        return []
    ends = {(end, world) for world in worlds(spec) for end in _block_ends(spec, world)}
    return sorted({world.deadline(end, clause.notice) for end, world in ends})


def interesting_instants(spec: Spec) -> list[datetime]:
    """The instants at which the answer may turn in some world, with their neighbours, in order."""
    edges = {when.instant for when in _ending_acts(spec) if isinstance(when, Moment)}
    days = telling_days(spec)
    for offset in set(spec.midnights):
        world = next(each for each in worlds(spec) if each.offset == offset)
        for day in days:
            edges.update((world.midnight(day), world.midnight(day + ONE_DAY)))
    return sorted({near for edge in edges for near in (edge - TICK, edge, edge + TICK)})


def _block_ends(spec: Spec, world: World) -> Iterator[date]:
    """The last days of the term and of its renewals, as counted from its anchor and from each named day."""
    term, renewal = spec.term, spec.renewal
    block, times = (renewal.block, renewal.times or 24) if renewal else (None, 0)
    anchor = anchor_day(spec)
    named = [each.until for each in spec.extensions if each.until] + ([term.until] if term and term.until else [])
    number = 0
    while term and number < 24 and (not number or (block and times >= number)):
        lasts = renewal.longer_by(Period(), 0, number) if renewal and block else Period()
        found = [last_day(each + ONE_DAY, lasts, True, world.month_end) if number else each for each in named]
        if anchor:
            found.append(last_day(anchor, term.lasts.plus(lasts, 1), world.first_day, world.month_end))
        if spec.event and term.plus and not number:
            found.append(last_day(civil_date(world.counted(spec.event)), term.plus, world.first_day, world.month_end))
        longer = [each.period for each in spec.extensions if each.period]
        found += [last_day(day + ONE_DAY, more, True, world.month_end) for day in [*found] for more in longer]
        yield from (each for each in found if each.year <= LAST_YEAR_OF_INTEREST)
        number += 1


def _ending_acts(spec: Spec) -> list[When]:
    found: list[When] = [act.when for act in spec.notices]
    found += [act.when for act in (*spec.rescissions, *spec.answers)]
    found += [act.when for act in spec.terminations]
    return found + ([spec.event] if spec.event else [])
