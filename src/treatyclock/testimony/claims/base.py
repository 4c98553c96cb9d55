"""What all claims share: who says them, how a file writes them, what they ask of the clocks, and how they read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol, TypeVar

from treatyclock.errors import plain
from treatyclock.testimony.nodes import ClockPeriods, NodeDifference, WayToRead
from treatyclock.testimony.vague import PhraseTable, VaguePhrase

T = TypeVar("T")

ANY_WAY = WayToRead()
"""No clock and no reading is settled."""


class Confidence(Enum):
    """How well something is vouched for, from worst to best."""

    LOW = "low"
    FAIR = "fair"
    GOOD = "good"
    HIGH = "high"


class Titles(Protocol):
    """What the events and clocks of a case are called in a sentence."""

    def event_title(self, id: str) -> str:
        """Return the title of an event."""
        ...

    def clock_name(self, id: str) -> str:
        """Return the name of a clock."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something that a source says.

    Attributes:
        id: Its name in the case.
        sources: Who says so, as names out of the case.
        confidence: How well they vouch for it.
        computed_from: The claims from which it was worked out: if one of them falls, so does this.
        phrase: A vague phrase in it, with the bounds that the phrase was given.
        remarks: What a reader must know of how its date was read.
        note: What else a reader must know.
    """

    id: str
    sources: tuple[str, ...] = ()
    confidence: Confidence = Confidence.FAIR
    computed_from: tuple[str, ...] = ()
    phrase: VaguePhrase | None = None
    remarks: tuple[str, ...] = ()
    note: str = ""

    @property
    def clocks_named(self) -> tuple[str, ...]:
        """The clocks that it speaks of."""
        return ()

    @property
    def readings_named(self) -> tuple[int, ...]:
        """The readings of a clock that it speaks of, in microseconds since 1970 on that clock."""
        return ()

    def ways_to_read(self, clocks: ClockPeriods, *, at_any_time: bool = False) -> tuple[WayToRead, ...]:
        """Return the ways in which it may be read as it stands.

        A claim that names no clock can be read in one way. A claim about clocks can be read in none if no clock
        showed what it says.

        Args:
            clocks: The clocks of the case, with their periods.
            at_any_time: Whether to leave aside when the clocks showed what it says.
        """
        return (ANY_WAY,)

    def other_clocks(self, clocks: ClockPeriods) -> tuple[WayToRead, ...]:
        """Return the ways in which it may be read on a clock that it does not name."""
        return ()

    def differences(self, read: WayToRead) -> Iterator[NodeDifference]:
        """Yield the bounds on differences that it sets if it is read in one of its ways."""
        raise NotImplementedError

    def sentence(self, titles: Titles, read: WayToRead = ANY_WAY) -> str:
        """Say what it says, without who says it.

        Args:
            titles: What the events and clocks are called.
            read: The way in which it is read, where that is settled.
        """
        raise NotImplementedError

    def way_text(self, titles: Titles, read: WayToRead, others: Sequence[WayToRead]) -> str:
        """Say in which way it is read, as ``on the clock of Moscow``.

        Args:
            titles: What the events and clocks are called.
            read: The way in which it is read.
            others: All ways in which it may be read as it stands.
        """
        raise NotImplementedError

    def quoted(self) -> str:
        """Quote its vague phrase behind a sentence; nothing where it has none."""
        return "" if self.phrase is None else f' ("{plain(self.phrase.text)}")'


class KeyForm(Enum):
    """How the value of a claim's key is written in a case file."""

    EVENT = "the name of an event"
    CLOCK = "the name of a clock"
    CLOCKS = "the name of a clock, or a list of them"
    READING = "a date and a time of day"
    OFFSET = "an offset from UTC"
    TEXT = "text that the claim reads itself"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimKey:
    """A key of a claim in a case file.

    Attributes:
        name: The key.
        form: How its value is written.
        doc: What it means, for whoever writes a file.
    """

    name: str
    form: KeyForm
    doc: str


class WrittenClaim(Protocol):
    """A claim as a case file writes it: what a kind of claim is read from, and where it notes faults."""

    @property
    def phrases(self) -> PhraseTable:
        """The vague phrases to which the case gives bounds of its own."""
        ...

    def has(self, key: str) -> bool:
        """Tell whether a key is there, well written or not."""
        ...

    def text(self, key: str) -> str:
        """Return the text of a key; empty if the key is not there."""
        ...

    def made(self, key: str, make: Callable[[Any], T]) -> T | None:
        """Make something of the value of a key; what cannot be made is a fault."""
        ...

    def fault(self, key: str, problem: str, hint: str) -> None:
        """Note a fault at a key."""
        ...

    def event(self, key: str = "event") -> str:
        """Return the name of an event; empty where the case has no such event."""
        ...

    def two_events(self, key: str) -> tuple[str, str] | None:
        """Return the event, and another one under a key; None where one is missing or both are the same."""
        ...

    def clocks(self, key: str = "clock") -> tuple[str, ...]:
        """Return the names of clocks that the case has."""
        ...

    def shared(self, phrase: VaguePhrase | None = None) -> dict[str, Any]:
        """Return the fields that every claim has."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimKind:
    """How a kind of claim is written in a case file.

    Attributes:
        key: The key that says which kind it is: a claim has one such key.
        needs: What else a claim of the kind must have.
        may: What else it may have, besides what any claim may have.
        read: Makes a claim of what is written; None if a fault was noted.
    """

    key: ClaimKey
    needs: tuple[ClaimKey, ...]
    may: tuple[ClaimKey, ...] = ()
    read: Callable[[WrittenClaim], Claim | None]

    @property
    def keys(self) -> tuple[ClaimKey, ...]:
        """All keys of its own."""
        return self.key, *self.needs, *self.may


EVENT = ClaimKey(name="event", form=KeyForm.EVENT, doc="the event that it is about")
CLOCK = ClaimKey(name="clock", form=KeyForm.CLOCKS, doc="the clock; several where the source does not say which")
ON = ClaimKey(
    name="on", form=KeyForm.TEXT, doc="the date on which the clock stood so, if its offset changed"
)  # fmt: skip
