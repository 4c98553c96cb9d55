"""Claims that cannot all be true, whatever else a case holds: what is planted in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from hypothesis import strategies as st

from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.instants import DAY, HOUR, timedelta_microseconds
from treatyclock.testimony.vague import MINUTE
from treatyclock.testing.strategies._testimony import Keys, TrueStory, hour_text, length_text

Plant = tuple[str, tuple[Keys, ...]]
"""Why claims cannot all be true, and the claims: all of them are true but the last."""

_HOURS_OFF = tuple(hours * HOUR for hours in (1, -1, 6, 12, 24, -24))
_FAR = tuple(days * DAY for days in (2, -2, 3))
"""Farther than any change of a clock could bring two events."""
_OFFSETS_OFF = tuple(timedelta(minutes=minutes) for minutes in (60, -60, 30))


@st.composite
def two_hours(draw: st.DrawFn, story: TrueStory) -> Plant:
    """Draw two readings of one clock at one event."""
    event, clock = _event(draw, story), _clock(draw, story)
    reading = story.reading(event, clock)
    wrong = reading + draw(st.sampled_from(_HOURS_OFF))
    keys = [Keys(event=event, at=hour_text(each), clock=clock) for each in (reading, wrong)]
    return f"{clock} did not show two hours at {event}", tuple(keys)


@st.composite
def two_dates(draw: st.DrawFn, story: TrueStory) -> Plant:
    """Draw two dates of one event on one clock."""
    event, clock = _event(draw, story), _clock(draw, story)
    day = story.day(event, clock)
    wrong = day + timedelta(days=draw(st.sampled_from((1, -1, 7))))
    return f"{event} had one date at {clock}", tuple(
        Keys(event=event, dated=f"{each}", clock=clock) for each in (day, wrong)
    )


@st.composite
def circle(draw: st.DrawFn, story: TrueStory) -> Plant:
    """Draw two events, each of which is to have come after the other."""
    event, after = draw(st.sampled_from(story.pairs()))
    claims = Keys(event=event, after=after), Keys(event=after, after=event)
    return f"{event} and {after} did not each come after the other", claims


@st.composite
def two_gaps(draw: st.DrawFn, story: TrueStory) -> Plant:
    """Draw two lengths of the time between two events."""
    event, after = draw(st.sampled_from(story.pairs()))
    length = story.events[event] - story.events[after]
    wrong = length + draw(st.sampled_from(_HOURS_OFF))
    keys = [Keys(event=event, after=after, gap=length_text(each)) for each in (length, wrong)]
    return f"{event} came only once after {after}", tuple(keys)


@st.composite
def hours_and_gap(draw: st.DrawFn, story: TrueStory) -> Plant:
    """Draw the hours of two events on one clock, and a length of the time between them that does not fit."""
    event, after = draw(st.sampled_from(story.pairs()))
    clock = _clock(draw, story)
    hours = [Keys(event=each, at=hour_text(story.reading(each, clock)), clock=clock) for each in (event, after)]
    wrong = story.events[event] - story.events[after] + draw(st.sampled_from(_FAR))
    gap = Keys(event=event, after=after, gap=length_text(wrong))
    return f"the time from {after} to {event} is not that between their hours at {clock}", (*hours, gap)


@st.composite
def two_offsets(draw: st.DrawFn, story: TrueStory) -> Plant:
    """Draw two offsets of one clock on one day."""
    event, clock = _event(draw, story), _clock(draw, story)
    offset, on = story.offset(event, clock), f"{story.day(event, clock)}"
    wrong = offset + draw(st.sampled_from(_OFFSETS_OFF))
    keys = [Keys(clock=clock, offset=offset_text(each), on=on) for each in (offset, wrong)]
    return f"{clock} had one offset on {on}", tuple(keys)


@st.composite
def two_differences(draw: st.DrawFn, story: TrueStory) -> Plant:
    """Draw two differences between two clocks on one day."""
    event, clock, other = draw(st.sampled_from(story.on_one_day()))
    ahead = timedelta_microseconds(story.offset(event, clock) - story.offset(event, other))
    on = f"{story.day(event, clock)}"
    wrong = ahead + draw(st.sampled_from((HOUR, -HOUR, 30 * MINUTE)))
    keys = [Keys(clock=clock, ahead_of=other, by=length_text(each), on=on) for each in (ahead, wrong)]
    return f"{clock} had one difference from {other} on {on}", tuple(keys)


_ANY: tuple[Callable[[TrueStory], st.SearchStrategy[Plant]], ...] = (two_hours, two_dates, two_offsets)
_OF_TWO_EVENTS = (circle, two_gaps, hours_and_gap)


def plants(story: TrueStory) -> st.SearchStrategy[Plant]:
    """Return a strategy for claims that cannot all be true, all of them true but the last."""
    found = [make(story) for make in _ANY]
    if story.pairs():
        found += [make(story) for make in _OF_TWO_EVENTS]
    if story.on_one_day():
        found.append(two_differences(story))
    return st.one_of(found)


def _event(draw: st.DrawFn, story: TrueStory) -> str:
    return draw(st.sampled_from(tuple(story.events)))


def _clock(draw: st.DrawFn, story: TrueStory) -> str:
    return draw(st.sampled_from(tuple(story.clocks)))
