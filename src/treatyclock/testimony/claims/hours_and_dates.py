"""Claims that read a clock: an hour, or a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.civil.days import Days
from treatyclock.errors import OutOfRangeError, plain
from treatyclock.instants import DAY, SECOND, date_microseconds, local_microseconds, to_datetime
from treatyclock.intervals import Interval
from treatyclock.testimony.claims.base import (
    ANY_WAY,
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
_MOST_DATES = 31  # each date of a set is, on each clock, one more way to read the claim
_TOO_WIDE = ("leaves more than a century open", "say when it was more closely, or make it an order: after")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockReading(Claim):
    """An event came between two readings of a clock, both inside: what an hour and a date have in common.

    A set of dates is between two readings, or between two others.

    Attributes:
        event: The event.
        clocks: The clock; several where the source does not say which.
    """

    event: str
    clocks: tuple[str, ...]

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The first and the last reading, in microseconds since 1970 on that clock; of each date of a set, in order."""
        raise NotImplementedError

    @property
    def first(self) -> int:
        """The first reading."""
        return self.spans[0][0]

    @property
    def last(self) -> int:
        """The last reading."""
        return self.spans[-1][1]

    @property
    def clocks_named(self) -> tuple[str, ...]:
        """The clocks that it speaks of."""
        return self.clocks

    @property
    def readings_named(self) -> tuple[int, ...]:
        """The first and the last reading."""
        return self.first, self.last

    def ways_to_read(self, clocks: ClockPeriods, *, at_any_time: bool = False) -> tuple[WayToRead, ...]:
        """Return the periods of its clocks in which a clock showed the reading, for each date of a set."""
        if at_any_time:
            return tuple(WayToRead((node,), span) for node in clocks.all(self.clocks) for span in self.spans)
        return self._shown(clocks, self.clocks)

    def other_clocks(self, clocks: ClockPeriods) -> tuple[WayToRead, ...]:
        """Return the periods of the other candidates in which a clock showed the reading."""
        return self._shown(clocks, [clock for clock in clocks.candidates if clock not in self.clocks])

    def _shown(self, clocks: ClockPeriods, named: Sequence[str]) -> tuple[WayToRead, ...]:
        return tuple(WayToRead((node,), span) for span in self.spans for node in clocks.showing(named, *span))

    def differences(self, read: WayToRead) -> Iterator[NodeDifference]:
        """Yield how far the event is from the clock, and in which period of the clock it lies."""
        (node,) = read.clocks
        event = EventNode(self.event)
        least, most = read.between or (self.first, self.last)
        yield NodeDifference(start=node, end=event, least=least, most=most)
        period = node.period
        if (period.start, period.end) != (None, None):
            # Read in one period of the clock, the event lies in that period, as long as the clock's data are believed.
            end = None if period.end is None else period.end - 1
            yield NodeDifference(start=UTC, end=event, least=period.start, most=end, trusting=(node,))

    def way_text(self, titles: Titles, read: WayToRead, others: Sequence[WayToRead]) -> str:
        """Name the clock, its offset where more than one of its periods is possible, and the date out of a set."""
        (node,) = read.clocks
        possible = {each.clocks[0] for each in others}
        alike = [each for each in possible if each.clock == node.clock]
        offset = f" at {offset_text(timedelta(microseconds=node.period.offset))}" if len(alike) > 1 else ""
        on_clock = f"{_on_clocks(titles, self.clocks, read)}{offset}"
        if len({each.between for each in others}) < 2 or read.between is None:
            return on_clock
        dated = f"dated {_dates_text(read.between)}"
        return dated if len(possible) == 1 else f"{dated} {on_clock}"


def _on_clocks(titles: Titles, clocks: Sequence[str], read: WayToRead) -> str:
    names = [titles.clock_name(each) for each in ([node.clock for node in read.clocks] or clocks)]
    return f"on the clock of {' or '.join(names)}"


def _dates_text(between: tuple[int, int]) -> str:
    return str(Days(first=to_datetime(between[0]).date(), last=to_datetime(between[1]).date()))


# --- an hour -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class WallTime(ClockReading):
    """An event came at an hour of a clock, or between two.

    Attributes:
        between: The first and the last reading, in microseconds since 1970 on that clock.
    """

    between: tuple[int, int]

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The first and the last reading."""
        return (self.between,)

    def sentence(self, titles: Titles, read: WayToRead = ANY_WAY) -> str:
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
    """Return for how long a clock shows an hour that is written to the minute, the second or a part of one."""
    if "." in hour:
        digits: int = 10 ** (6 - len(hour.partition(".")[2]))
        return digits
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
        ranges: The dates that it may be, if those are not all of ``days``: of a mask, of a set.
        written: The date as the file writes it.
    """

    days: Days
    ranges: tuple[Days, ...] = ()
    written: str = ""

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The first and the last reading of the clock on that date, or on each of several."""
        return tuple(
            (date_microseconds(each.first), date_microseconds(each.last) + DAY - 1)
            for each in self.ranges or (self.days,)
        )

    def sentence(self, titles: Titles, read: WayToRead = ANY_WAY) -> str:
        """Say which date the event bears."""
        event = titles.event_title(self.event)
        dated = plain(self.written) if (self.ranges or self.remarks) and self.written else str(self.days)
        if self.ranges and read.between is not None:
            dated = _dates_text(read.between)
        return f"{event} is dated {dated} {_on_clocks(titles, self.clocks, read)}"


def _read_date_label(written: WrittenClaim) -> Claim | None:
    event, clocks, date = written.event(), written.clocks(), written.made("dated", read_date)
    shared = written.shared()
    if date is None or not event or not clocks:
        return None
    if date_microseconds(date.days.last) - date_microseconds(date.days.first) > _CENTURY:
        written.fault("dated", *_TOO_WIDE)
        return None
    if len(date.ranges) > _MOST_DATES:
        problem = f"leaves {len(date.ranges)} dates open that do not follow each other"
        hint = f"name at most {_MOST_DATES}, or the range that holds them all: [{date.days.first}..{date.days.last}]"
        written.fault("dated", problem, hint)
        return None
    return DateLabel(
        event=event,
        clocks=clocks,
        days=date.days,
        ranges=date.ranges,
        written=written.text("dated"),
        remarks=date.remarks,
        **shared,
    )


DATE_LABEL = ClaimKind(
    key=ClaimKey(
        name="dated", form=KeyForm.TEXT, doc="the date that it bears, as in 1945-08-08 or [1945-08-08,1945-08-10]"
    ),
    needs=(EVENT, CLOCK),
    read=_read_date_label,
)
