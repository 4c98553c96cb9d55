"""Days of acts, as far as they are known for certain."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from treatyclock.law.acts.act import Act
from treatyclock.law.record import Record


def certain_day(act: Act) -> date | None:
    """Return the day of an act; None where it is not one day, was not found in a source, or the act is disputed.

    Example:
        >>> import treatyclock as tc
        >>> pact = tc.load("soviet-japanese-neutrality-pact").record
        >>> str(certain_day(pact.act("denunciation")))
        '1945-04-05'
    """
    days = act.dated.days
    sure = act.certain and not act.disputed and act.hypothetical is None and not act.needs_reading
    return days.first if sure and days.first == days.last else None


def day_of_signature(record: Record, acts: Iterable[Act]) -> date | None:
    """Return the day on which all who signed did so; None where it is not one day, or not certain.

    Args:
        record: The record.
        acts: Those of its acts that were done.

    Example:
        >>> import treatyclock as tc
        >>> pact = tc.load("soviet-japanese-neutrality-pact").record
        >>> str(day_of_signature(pact, pact.acts))
        '1941-04-13'
    """
    days = {certain_day(act) for act in acts if act.kind.signs}
    return days.pop() if len(days) == 1 and record.coverage.lists_all_acts else None
