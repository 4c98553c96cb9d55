"""Until an event: when on its day something is over by it, and how a clause says so."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum


class EventDay(Enum):
    """When what lasts until an event is over, on the day of that event or with the day before."""

    EVE = "the day before"
    STARTS = "start of the day"
    HOUR = "hour of the event"
    ENDS = "end of the day"


def until_events(events: Sequence[str], day: EventDay | None, *, own: bool = False) -> str:
    """Say until which event something lasts: the first of several, and when on its day, where the text says so.

    Args:
        events: The ids of the events.
        day: When on the day of the event.
        own: Whether an event by a State counts for that State alone.

    Example:
        >>> until_events(["a-accedes", "b-accedes"], EventDay.EVE)
        'until the day before the first of a-accedes or b-accedes'
    """
    first = "the event " if len(events) == 1 else "" if own else "the first of "
    for_whom = ", each for its own State alone" if own else ""
    return f"until {'' if day is None else on_the_day(day)}{first}{' or '.join(events)}{for_whom}"


def on_the_day(day: EventDay) -> str:
    """Say when on the day of an event, before the words that name the event.

    Example:
        >>> on_the_day(EventDay.EVE)
        'the day before '
    """
    return _ON_THE_DAY[day]


_ON_THE_DAY = {
    EventDay.EVE: "the day before ",
    EventDay.STARTS: "the start of the day of ",
    EventDay.HOUR: "the hour of ",
    EventDay.ENDS: "the end of the day of ",
}
