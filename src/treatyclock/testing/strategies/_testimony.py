"""What happened in a drawn case, and true claims about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.civil.clocks.zones import Zone
from treatyclock.instants import DAY, HOUR, SECOND, local_microseconds, timedelta_microseconds, to_datetime
from treatyclock.testimony.vague import MINUTE, gap_phrase, moment_phrase

Keys = dict[str, str | list[str]]
"""The keys of a claim in a case file, without its name and its sources."""

_BESIDE_AN_HOUR = ("about", "just after", "shortly after", "just before", "shortly before", "o'clock", "exactly")
_BEFORE_A_LENGTH = ("about", "nearly", "almost", "just over", "within")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueStory:
    """What happened when, and which clocks there were.

    Attributes:
        events: The instant of each event.
        clocks: The zone of each clock.
    """

    events: Mapping[str, int]
    clocks: Mapping[str, Zone]

    def reading(self, event: str, clock: str) -> int:
        """Return what a clock showed at an event, in microseconds since 1970 on that clock."""
        return local_microseconds(self.clocks[clock].local(self.events[event]))

    def day(self, event: str, clock: str) -> date:
        """Return the date that a clock showed at an event."""
        return to_datetime(self.reading(event, clock)).date()

    def offset(self, event: str, clock: str) -> timedelta:
        """Return how far a clock was ahead of UTC at an event."""
        return self.clocks[clock].offset_at(self.events[event])

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return every two events that did not come at once, the later first."""
        when = self.events
        return tuple((one, other) for one in when for other in when if when[one] > when[other])

    def same(self) -> tuple[tuple[str, str], ...]:
        """Return every two events that came at once."""
        when = self.events
        return tuple((one, other) for one in when for other in when if one != other and when[one] == when[other])

    def on_one_day(self) -> tuple[tuple[str, str, str], ...]:
        """Return an event with every two clocks that showed the same date at it."""
        return tuple(
            (event, one, other)
            for event in self.events
            for one in self.clocks
            for other in self.clocks
            if one != other and self.day(event, one) == self.day(event, other)
        )


def hour_text(reading: int) -> str:
    """Write a reading of a clock to the minute, as a clock shows it.

    Example:
        >>> hour_text(90 * MINUTE + 59 * SECOND)
        '1970-01-01T01:30'
    """
    return to_datetime(reading).replace(tzinfo=None).isoformat(timespec="minutes")


def length_text(length: int) -> str:
    """Write a length of time in whole seconds as ISO 8601 does; minus for back in time.

    Example:
        >>> length_text(-(DAY + 90 * MINUTE)), length_text(0)
        ('-P1DT1H30M', 'PT0M')
    """
    sizes = ((DAY, "D"), (HOUR, "H"), (MINUTE, "M"), (SECOND, "S"))
    rest, parts = abs(length), []
    for size, sign in sizes:
        count, rest = divmod(rest, size)
        parts.append(f"{count}{sign}" if count else "")
    time = "".join(parts[1:])
    text = f"P{parts[0]}{'T' if time else ''}{time}"
    return "PT0M" if text == "P" else f"{'-' if length < 0 else ''}{text}"


@st.composite
def true_claims(draw: st.DrawFn, story: TrueStory) -> Keys:
    """Draw a claim of any kind that is true of what happened."""
    makers = [_hour, _date]
    if story.pairs():
        makers += [_order, _gap]
    if story.same():
        makers.append(_same)
    if story.on_one_day():
        makers.append(_difference)
    makers.append(_offset)
    return draw(draw(st.sampled_from(makers))(story))


def _names(names: Mapping[str, object]) -> st.SearchStrategy[str]:
    return st.sampled_from(tuple(names))


def _or_another(clock: str, story: TrueStory) -> st.SearchStrategy[str | list[str]]:
    """Return a clock alone, or with another one where the source does not say which."""
    others = [each for each in story.clocks if each != clock]
    alone: st.SearchStrategy[str | list[str]] = st.just(clock)
    return alone | st.sampled_from([[clock, other] for other in others]) if others else alone


@st.composite
def _hour(draw: st.DrawFn, story: TrueStory) -> Keys:
    event, clock = draw(_names(story.events)), draw(_names(story.clocks))
    reading = story.reading(event, clock)
    keys: Keys = {"event": event, "at": hour_text(reading), "clock": draw(_or_another(clock, story))}
    minute = reading - reading % MINUTE
    away = draw(st.integers(-30, 30))
    meant = minute - away * MINUTE
    allowed = [words for words in _BESIDE_AN_HOUR if _within(reading - meant, words)]
    words = draw(st.sampled_from(("", *allowed)))
    return {**keys, "at": hour_text(meant), "words": words} if words else keys


def _within(length: int, words: str) -> bool:
    phrase = moment_phrase(words)
    return phrase.least <= length <= phrase.most


@st.composite
def _date(draw: st.DrawFn, story: TrueStory) -> Keys:
    event, clock = draw(_names(story.events)), draw(_names(story.clocks))
    day = story.day(event, clock)
    texts = (f"{day}", f"{day:%Y-%m}", f"[{day},{day + timedelta(days=2)}]", f"[{day - timedelta(days=1)}..{day}]")
    return {"event": event, "dated": draw(st.sampled_from(texts)), "clock": draw(_or_another(clock, story))}


@st.composite
def _order(draw: st.DrawFn, story: TrueStory) -> Keys:
    event, after = draw(st.sampled_from(story.pairs()))
    return {"event": event, "after": after}


@st.composite
def _gap(draw: st.DrawFn, story: TrueStory) -> Keys:
    event, after = draw(st.sampled_from(story.pairs()))
    if draw(st.booleans()):
        event, after = after, event  # so long before
    length = story.events[event] - story.events[after]
    return {"event": event, "after": after, "gap": draw(st.sampled_from(_lengths(length)))}


def _lengths(length: int) -> list[str]:
    """Write a length of time in every way in which a source may give it."""
    found = [length_text(length), f"{length_text(length - HOUR)}/{length_text(length + HOUR)}"]
    hours = length // HOUR
    vague = [
        f"{qualifier} {count} hours" for qualifier in _BEFORE_A_LENGTH for count in (hours, hours + 1) if hours > 1
    ]
    return found + [text for text in vague if gap_phrase(text).least <= length <= gap_phrase(text).most]


@st.composite
def _same(draw: st.DrawFn, story: TrueStory) -> Keys:
    event, other = draw(st.sampled_from(story.same()))
    return {"event": event, "same_as": other}


@st.composite
def _difference(draw: st.DrawFn, story: TrueStory) -> Keys:
    event, clock, other = draw(st.sampled_from(story.on_one_day()))
    ahead = story.offset(event, clock) - story.offset(event, other)
    by = length_text(timedelta_microseconds(ahead))
    return {"clock": clock, "ahead_of": other, "by": by, "on": f"{story.day(event, clock)}"}


@st.composite
def _offset(draw: st.DrawFn, story: TrueStory) -> Keys:
    event, clock = draw(_names(story.events)), draw(_names(story.clocks))
    return {"clock": clock, "offset": offset_text(story.offset(event, clock)), "on": f"{story.day(event, clock)}"}
