"""Claims about clocks themselves: how far one was ahead of another, or of UTC."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from treatyclock.civil.clocks.offsets import offset_text, parse_offset
from treatyclock.instants import date_microseconds, timedelta_microseconds
from treatyclock.testimony.claims.base import (
    ANY_WAY,
    CLOCK,
    ON,
    Claim,
    ClaimKey,
    ClaimKind,
    KeyForm,
    Titles,
    WrittenClaim,
)
from treatyclock.testimony.claims.dates import read_day
from treatyclock.testimony.nodes import UTC, ClockPeriods, NodeDifference, WayToRead
from treatyclock.testimony.vague import gap_phrase
from treatyclock.testimony.wording import ahead_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockClaim(Claim):
    """Something about clocks on a date: what a difference and an offset have in common.

    Attributes:
        clock: The clock.
        on: The date on which it was; None for any time that the case is about.
    """

    clock: str
    on: date | None = None

    @property
    def readings_named(self) -> tuple[int, ...]:
        """The beginning of the date."""
        return () if self.on is None else (date_microseconds(self.on),)

    def way_text(self, titles: Titles, read: WayToRead, others: Sequence[WayToRead]) -> str:
        """Name the offsets of the clocks that changed, which tell the time that is meant."""
        changed = [node for at, node in enumerate(read.clocks) if len({each.clocks[at] for each in others}) > 1]
        stood = [
            f"{titles.clock_name(node.clock)} stood at {offset_text(timedelta(microseconds=node.period.offset))}"
            for node in changed
        ]
        return f"about the time when {' and '.join(stood)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockDifference(ClockClaim):
    """By how much one clock was ahead of another.

    Attributes:
        ahead_of: The other clock.
        least: At least so much, in microseconds.
        most: At most so much.
    """

    ahead_of: str
    least: int
    most: int

    @property
    def clocks_named(self) -> tuple[str, ...]:
        """Both clocks."""
        return self.clock, self.ahead_of

    def ways_to_read(self, clocks: ClockPeriods, *, at_any_time: bool = False) -> tuple[WayToRead, ...]:
        """Return the pairs of periods, one of each clock, that have an instant in common."""
        day = None if at_any_time else self.on
        return tuple(
            WayToRead((one, other))
            for one in clocks.on(self.clock, day)
            for other in clocks.on(self.ahead_of, day)
            if one.period.meets(other.period)
        )

    def differences(self, read: WayToRead) -> Iterator[NodeDifference]:
        """Yield how far apart the two clocks stood."""
        one, other = read.clocks
        yield NodeDifference(start=one, end=other, least=self.least, most=self.most)

    def sentence(self, titles: Titles, read: WayToRead = ANY_WAY) -> str:
        """Say how far the clock was ahead of the other."""
        name, other = titles.clock_name(self.clock), titles.clock_name(self.ahead_of)
        return f"{name} was {ahead_text(self.least, self.most)} {other}{self.quoted()}"


def _read_difference(written: WrittenClaim) -> Claim | None:
    clocks, others = written.clocks(), written.clocks("ahead_of")
    phrase, on = written.made("by", lambda text: gap_phrase(text, written.phrases)), written.made("on", read_day)
    shared = written.shared(phrase)
    if len(clocks) > 1 or (clocks and clocks == others):
        written.fault("clock", "is not one clock ahead of another", "name one clock, and another in ahead_of")
        return None
    if not clocks or not others or phrase is None:
        return None
    return ClockDifference(
        clock=clocks[0], ahead_of=others[0], least=phrase.least, most=phrase.most, on=on, **shared
    )  # fmt: skip


CLOCK_DIFFERENCE = ClaimKind(
    key=ClaimKey(name="ahead_of", form=KeyForm.CLOCK, doc="the clock that was behind"),
    needs=(CLOCK, ClaimKey(name="by", form=KeyForm.TEXT, doc="by how much: PT7H, seven hours")),
    may=(ON,),
    read=_read_difference,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockOffset(ClockClaim):
    """How far a clock stood ahead of UTC.

    Attributes:
        offset: Its offset.
    """

    offset: timedelta

    @property
    def clocks_named(self) -> tuple[str, ...]:
        """The clock."""
        return (self.clock,)

    def ways_to_read(self, clocks: ClockPeriods, *, at_any_time: bool = False) -> tuple[WayToRead, ...]:
        """Return the periods in which the clock showed the date."""
        return tuple(WayToRead((node,)) for node in clocks.on(self.clock, None if at_any_time else self.on))

    def differences(self, read: WayToRead) -> Iterator[NodeDifference]:
        """Yield how far the clock stood from UTC."""
        (node,) = read.clocks
        behind = -timedelta_microseconds(self.offset)
        yield NodeDifference(start=UTC, end=node, least=behind, most=behind)

    def sentence(self, titles: Titles, read: WayToRead = ANY_WAY) -> str:
        """Say at which offset the clock stood."""
        return f"{titles.clock_name(self.clock)} stood at {offset_text(self.offset)}"


def _read_offset(written: WrittenClaim) -> Claim | None:
    clocks, offset, on = written.clocks(), written.made("offset", parse_offset), written.made("on", read_day)
    shared = written.shared()
    if len(clocks) > 1:
        written.fault("clock", "is more than one clock", "write a claim for each")
    if not clocks or offset is None:
        return None
    return ClockOffset(clock=clocks[0], offset=offset, on=on, **shared)


CLOCK_OFFSET = ClaimKind(
    key=ClaimKey(name="offset", form=KeyForm.OFFSET, doc="the offset of clock"),
    needs=(CLOCK,),
    may=(ON,),
    read=_read_offset,
)
