"""The dates that follow from a record: entry into force, last timely notice, last day in force."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from treatyclock.answers.dates import Dates, Outcomes
from treatyclock.answers.supposed import Supposed
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.civil.days import Days
from treatyclock.civil.moments.write import local_text
from treatyclock.derive.end.end import End
from treatyclock.derive.histories.history import History
from treatyclock.derive.histories.life import Life
from treatyclock.derive.overlays.overlay import WithoutLimit
from treatyclock.derive.reasoning.timing import Span
from treatyclock.instants import iso
from treatyclock.law.clauses.before_entry import RetroactiveEffect
from treatyclock.law.subjects import GENERALLY, Subject

NOTHING_KNOWN = ("not known",)
"""What every date comes to where nothing of the treaty was known then: there may be one, and nobody could say so."""


def dates(life: Life, subject: Subject = GENERALLY) -> Dates:
    """Return the dates that follow for a party, for a pair, or for the treaty generally."""
    course = life.course(subject)
    clocks = [zone(name) for name in life.record.midnights_by(life.reading)]

    def outcomes(value: Callable[[History], tuple[str, ...]]) -> Outcomes:
        return course.outcomes(lambda found: NOTHING_KNOWN if found.nothing_known else value(found))

    retroactive = life.record.read_as(life.reading).clause(RetroactiveEffect)

    def there(value: Callable[[History], tuple[str, ...]]) -> Outcomes:
        return tuple(outcome for outcome in outcomes(value) if outcome.value)

    def applies_from(found: History) -> tuple[str, ...]:
        return () if retroactive is None or found.entry is None else (str(retroactive.since.days),)

    return Dates(
        entry_into_force=outcomes(lambda found: () if found.entry is None else (str(found.entry.day),)),
        last_timely_notice=there(lambda found: days_text(found.last_timely_notice)),
        last_day_in_force=outcomes(lambda found: _first(found, lambda end: str(end.last_day))),
        first_day_out=outcomes(lambda found: _first(found, lambda end: str(end.first_out(clocks)))),
        hour_of_end=there(lambda found: _first_hour(found, clocks)),
        begins=outcomes(lambda found: () if found.entry is None else (_span(found.entry.begins),)),
        ends=outcomes(lambda found: _first(found, lambda end: _span(end.at))),
        again=there(_again),
        surviving_until=there(lambda found: days_text(found.surviving_until)),
        applies_from=there(applies_from),
        supposed=Supposed.by(life.record, life.reading),
    )


def days_text(days: Days | WithoutLimit | None) -> tuple[str, ...]:
    """Write a day as answers have it: ``..`` where there is no limit, nothing where there is no day."""
    return () if days is None else (".." if isinstance(days, WithoutLimit) else str(days),)


def _first(found: History, text: Callable[[End], str]) -> tuple[str, ...]:
    end = found.memberships[0].end if found.memberships else None
    return () if end is None else (text(end),)


def _first_hour(found: History, clocks: Sequence[Zone]) -> tuple[str, ...]:
    """Return the hour at which the first period ends, on the treaty's clock, where it ends at one and no midnight."""
    end = found.memberships[0].end if found.memberships else None
    if end is None or end.at.earliest != end.at.latest or end.first_out(clocks) != end.last_day:
        return ()
    return (local_text(end.at.earliest, clocks[0] if clocks else zone("UTC")),)


def _again(found: History) -> tuple[str, ...]:
    later = found.memberships[1:]
    return tuple(f"{each.entry.day}/{'..' if each.end is None else each.end.last_day}" for each in later)


def _span(span: Span) -> str:
    early, late = span
    if early == late:
        return iso(early)
    return f"{iso(early) if span.bounded_before else '..'}/{iso(late) if span.bounded_after else '..'}"
