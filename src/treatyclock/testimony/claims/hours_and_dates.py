"""Claims that read a clock: an hour, or a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.civil.days import Days
from treatyclock.errors import OutOfRangeError
from treatyclock.instants import DAY, SECOND, date_microseconds, local_microseconds, to_datetime
from treatyclock.intervals import Interval
from treatyclock.testimony.claims.base import (
    CLOCK,
    EVENT,
    Claim,
    ClaimKey,
    ClaimKind,
    KeyForm,
    Titles,
    WrittenClaim,
)
from treatyclock.testimony.claims.dates import read_date, read_hour
from treatyclock.testimony.nodes import UTC, ClockPeriods, EventNode, NodeDifference, WayToRead
from treatyclock.testimony.vague import moment_phrase
from treatyclock.testimony.wording import span_text

_CENTURY = 36_525 * DAY
# A clock may have changed thousands of times between, and each change is one more way to read the claim.
_TOO_WIDE = ("leaves more than a century open", "say when it was more closely, or make it an order: after")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockReading(Claim):
    """An event came between two readings of a clock, both inside: what an hour and a date have in common.

    Attributes:
        event: The event.
        clocks: The clock; several where the source does not say which.
    """

    event: str
    clocks: tuple[str, ...]

    @property
    def first(self) -> int:
        """The first reading, in microseconds since 1970 on that clock."""
        raise NotImplementedError

    @property
    def last(self) -> int:
        """The last reading."""
        raise NotImplementedError

    @property
    def clocks_named(self) -> tuple[str, ...]:
        """The clocks that it speaks of."""
        return self.clocks

    @property
    def readings_named(self) -> tuple[int, ...]:
        """The first and the last reading."""
        return self.first, self.last

    def ways_to_read(self, clocks: ClockPeriods, *, at_any_time: bool = False) -> tuple[WayToRead, ...]:
        """Return the periods of its clocks in which a clock showed the reading."""
        found = clocks.all(self.clocks) if at_any_time else clocks.showing(self.clocks, self.first, self.last)
        return tuple((node,) for node in found)

    def other_clocks(self, clocks: ClockPeriods) -> tuple[WayToRead, ...]:
        """Return the periods of the other candidates in which a clock showed the reading."""
        others = [clock for clock in clocks.candidates if clock not in self.clocks]
        return tuple((node,) for node in clocks.showing(others, self.first, self.last))

    def differences(self, read: WayToRead) -> Iterator[NodeDifference]:
        """Yield how far the event is from the clock, and in which period of the clock it lies."""
        (node,) = read
        event = EventNode(self.event)
        yield NodeDifference(start=node, end=event, least=self.first, most=self.last)
        period = node.period
        if (period.start, period.end) != (None, None):
            # Read in one period of the clock, the event lies in that period, as long as the clock's data are believed.
            end = None if period.end is None else period.end - 1
            yield NodeDifference(start=UTC, end=event, least=period.start, most=end, trusting=(node,))

    def way_text(self, titles: Titles, read: WayToRead, others: Sequence[WayToRead]) -> str:
        """Name the clock, and its offset where more than one of its periods is possible."""
        (node,) = read
        alike = [each for (each,) in others if each.clock == node.clock]
        offset = f" at {offset_text(timedelta(microseconds=node.period.offset))}" if len(alike) > 1 else ""
        return f"{_on_clocks(titles, self.clocks, read)}{offset}"


def _on_clocks(titles: Titles, clocks: Sequence[str], read: WayToRead) -> str:
    names = [titles.clock_name(each) for each in ([node.clock for node in read] or clocks)]
    return f"on the clock of {' or '.join(names)}"


# --- an hour -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class WallTime(ClockReading):
    """An event came at an hour of a clock, or between two.

    Attributes:
        between: The first and the last reading, in microseconds since 1970 on that clock.
    """

    between: tuple[int, int]

    @property
    def first(self) -> int:
        """The first reading."""
        return self.between[0]

    @property
    def last(self) -> int:
        """The last reading."""
        return self.between[1]

    def sentence(self, titles: Titles, read: WayToRead = ()) -> str:
        """Say at which hour the event came."""
        when = span_text(Interval(self.first, self.last + 1))
        event = titles.event_title(self.event)
        return f"{event} came at {when}{self.quoted()} {_on_clocks(titles, self.clocks, read)}"


def _read_wall_time(written: WrittenClaim) -> Claim | None:
    event, clocks = written.event(), written.clocks()
    hour = written.made("at", read_hour)
    phrase = written.made("words", lambda text: moment_phrase(text, written.phrases))
    shared = written.shared(phrase)
    if hour is None or not event or not clocks or (written.has("words") and phrase is None):
        return None
    first = local_microseconds(hour)
    if phrase is None:
        between = first, first + _exact_to(written.text("at")) - 1
    else:
        between = first + phrase.least, first + phrase.most
        try:
            to_datetime(between[0]), to_datetime(between[1])
        except OutOfRangeError as error:
            written.fault("words", error.sentence, error.hint)
            return None
        if phrase.most - phrase.least > _CENTURY:
            written.fault("words", *_TOO_WIDE)
            return None
    return WallTime(event=event, clocks=clocks, between=between, **shared)


def _exact_to(hour: str) -> int:
    """Return for how long a clock shows an hour that is written to the minute, the second or the microsecond."""
    if "." in hour:
        return 1
    return SECOND if hour.count(":") > 1 else 60 * SECOND


WALL_TIME = ClaimKind(
    key=ClaimKey(
        name="at",
        form=KeyForm.READING,
        doc="the reading of a clock at which it came, to the minute unless seconds are given",
    ),
    needs=(EVENT, CLOCK),
    may=(
        ClaimKey(
            name="words",
            form=KeyForm.TEXT,
            doc="the words that stand for how exact at is, such as just after midnight",
        ),
    ),
    read=_read_wall_time,
)


# --- a date ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLabel(ClockReading):
    """An event came on a date, as a clock counts its days.

    Attributes:
        days: The date, or the first and last that it may be.
    """

    days: Days

    @property
    def first(self) -> int:
        """The first reading of the clock on that date."""
        return date_microseconds(self.days.first)

    @property
    def last(self) -> int:
        """The last reading on that date."""
        return date_microseconds(self.days.last) + DAY - 1

    def sentence(self, titles: Titles, read: WayToRead = ()) -> str:
        """Say which date the event bears."""
        event = titles.event_title(self.event)
        return f"{event} is dated {self.days} {_on_clocks(titles, self.clocks, read)}"


def _read_date_label(written: WrittenClaim) -> Claim | None:
    event, clocks, days = written.event(), written.clocks(), written.made("dated", read_date)
    shared = written.shared()
    if days is None or not event or not clocks:
        return None
    if date_microseconds(days.last) - date_microseconds(days.first) > _CENTURY:
        written.fault("dated", *_TOO_WIDE)
        return None
    return DateLabel(event=event, clocks=clocks, days=days, **shared)


DATE_LABEL = ClaimKind(
    key=ClaimKey(name="dated", form=KeyForm.TEXT, doc="the date that it bears, as in 1945-08-08"),
    needs=(EVENT, CLOCK),
    read=_read_date_label,
)
