"""When a day began where it was printed: nothing that was done on that day can have an effect before that."""

from __future__ import annotations

from datetime import UTC, datetime

from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.timing import Span
from treatyclock.instants import from_datetime

_NEVER = from_datetime(datetime.min.replace(tzinfo=UTC))


def day_begins_there(when: Moment) -> Span:
    """Return the start of an act's day where it was done: nothing can follow from it earlier.

    An act without a clock, or with no place but UTC, sets no such bound.
    """
    places = [clock for clock in when.zones if clock.key != "UTC"]
    if not places:
        return Span(_NEVER, _NEVER)
    return Span(
        min(clock.start_of_day(when.days.first) for clock in places),
        max(clock.start_of_day(when.days.last) for clock in places),
    )


def beginning(evaluation: Evaluation, when: Moment) -> Span:
    """Return since when something has an effect: an hour, or the start of a day that had begun where it was done."""
    if when.wall is not None:
        return evaluation.happening(when)
    return evaluation.start_of(when.days)[0].or_later(day_begins_there(when))
