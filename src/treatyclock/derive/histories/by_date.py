"""A record whose dates are compared as dates: for a question about a day that is put to a calendar, not to a clock.

Law: dates of acts are labels. A treaty that enters into force on 25 April is in force on the whole of that day and not
on the 24th, whatever clocks showed where the instruments were exchanged. So a signature or a consent with a date and no
hour was done on that date of the treaty's own calendar, and a day is from one midnight of the treaty to the next. What
was done about a notice or a term stays where it was done, since it may turn on the hour whether it came in time. An act
with an hour stays an instant: its date is the one on the clock that the treaty counts by. Where nothing names that
clock, the clocks farthest from each other are tried.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.reasoning.worlds import World
from treatyclock.law.acts.act import OTHER_DATES, Act
from treatyclock.law.acts.consent import EXCHANGE
from treatyclock.law.conventions.calendar import MIDNIGHT
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.record import Record

_ANY_ONE = ("+00:00",)
"""A clock for a treaty of dates alone: on whichever clock, they compare alike."""

_FARTHEST = ("+14:00", "-12:00")
"""The clocks between which the hour of an act may lie on one date or the next."""


def by_date(record: Record, reading: Reading) -> Record:
    """Return a record in which signatures and consents of a day belong to no place, and whose days have a midnight.

    Args:
        record: What the documents say; returned as it is where nothing must change. Those beside it change too.
        reading: Who chooses what.
    """
    whole = None if record.whole is None else by_date(record.whole, reading)
    acts = tuple(_on_the_calendar(act) for act in record.acts)
    if any(mine is not theirs for mine, theirs in zip(acts, record.acts, strict=True)):
        record = replace(record, acts=acts)
    if record.beside:
        record = replace(record, beside=tuple(by_date(other, TEXT) for other in record.beside))
    if not record.midnights_by(reading):
        of_whole = () if whole is None else (whole.acts, whole.clauses)
        hours = _names_an_hour((record.acts, record.clauses, reading.clauses, *of_whole))
        counting = replace(record.counting, midnight=_FARTHEST if hours else _ANY_ONE)
        record = replace(record, counting=counting)
        whole = None if whole is None else replace(whole, counting=counting)  # both count by one clock
    return record if whole is record.whole else replace(record, whole=whole)


def clocks_of(record: Record, reading: Reading, world: World[object]) -> tuple[str, ...]:
    """Return the clocks on which a day may be counted in a world: one, unless nothing there turned on it.

    Args:
        record: A record as :func:`by_date` returns it.
        reading: Who chooses what.
        world: The world.
    """
    answer = world.answers.get(MIDNIGHT.key)
    return record.midnights_by(reading) if answer is None else (answer,)


def _on_the_calendar(act: Act) -> Act:
    """Take the clock from the dates without an hour of a signature or a consent."""
    if not (act.kind.signs or act.kind.consents or act.kind == EXCHANGE):
        return act
    dates = {name: getattr(act, name) for name in ("dated", *OTHER_DATES)}
    placed = {name: moment for name, moment in dates.items() if moment and moment.wall is None and moment.zones}
    return replace(act, **{name: moment.unplaced() for name, moment in placed.items()}) if placed else act


def _names_an_hour(value: object) -> bool:
    """Tell whether anything in an act or a clause has a date with an hour."""
    if isinstance(value, Moment):
        return value.wall is not None
    if isinstance(value, tuple):
        return any(map(_names_an_hour, value))
    if is_dataclass(value) and not isinstance(value, type):
        return any(_names_an_hour(getattr(value, each.name)) for each in fields(value))
    return False
