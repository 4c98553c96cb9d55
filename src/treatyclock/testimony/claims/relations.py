"""Claims that relate two events: how long after, merely after, or one and the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treatyclock.intervals import Interval
from treatyclock.testimony.claims.base import ANY_WAY, EVENT, Claim, ClaimKey, ClaimKind, KeyForm, Titles, WrittenClaim
from treatyclock.testimony.nodes import EventNode, NodeDifference, WayToRead
from treatyclock.testimony.vague import gap_phrase
from treatyclock.testimony.wording import gap_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Claim):
    """How long after one event another came; a negative time is before it.

    Attributes:
        event: The later event.
        after: The earlier event.
        least: The least time between them; None where nothing is said.
        most: The most.
    """

    event: str
    after: str
    least: int | None
    most: int | None

    def differences(self, read: WayToRead) -> Iterator[NodeDifference]:
        """Yield the time between the events."""
        yield NodeDifference(
            start=EventNode(self.after), end=EventNode(self.event), least=self.least, most=self.most
        )  # fmt: skip

    def sentence(self, titles: Titles, read: WayToRead = ANY_WAY) -> str:
        """Say how long after the earlier event the later one came."""
        between = Interval(self.least, None if self.most is None else self.most + 1)
        return gap_text(between, titles.event_title(self.event), titles.event_title(self.after)) + self.quoted()


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Claim):
    """One event came after another.

    Attributes:
        event: The later event.
        after: The earlier event.
    """

    event: str
    after: str

    def differences(self, read: WayToRead) -> Iterator[NodeDifference]:
        """Yield that a tick at least lies between the events."""
        yield NodeDifference(start=EventNode(self.after), end=EventNode(self.event), least=1, most=None)

    def sentence(self, titles: Titles, read: WayToRead = ANY_WAY) -> str:
        """Say which came after which."""
        return f"{titles.event_title(self.event)} came after {titles.event_title(self.after)}"


def _read_after(written: WrittenClaim) -> Claim | None:
    pair = written.two_events("after")
    phrase = written.made("gap", lambda text: gap_phrase(text, written.phrases))
    shared = written.shared(phrase)
    if pair is None or (written.has("gap") and phrase is None):
        return None
    if phrase is None:
        return Order(event=pair[0], after=pair[1], **shared)
    return Gap(event=pair[0], after=pair[1], least=phrase.least, most=phrase.most, **shared)


AFTER = ClaimKind(
    key=ClaimKey(name="after", form=KeyForm.EVENT, doc="the event that it came after"),
    needs=(EVENT,),
    may=(
        ClaimKey(
            name="gap", form=KeyForm.TEXT, doc="how long after: PT5H30M, PT5H30M/PT6H, seven hours, nearly six hours"
        ),
    ),
    read=_read_after,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SameEvent(Claim):
    """Two descriptions are of one event.

    Attributes:
        event: One description.
        other: The other.
    """

    event: str
    other: str

    def differences(self, read: WayToRead) -> Iterator[NodeDifference]:
        """Yield that no time lies between the two."""
        yield NodeDifference(start=EventNode(self.other), end=EventNode(self.event), least=0, most=0)

    def sentence(self, titles: Titles, read: WayToRead = ANY_WAY) -> str:
        """Say that both are the same."""
        return f"{titles.event_title(self.event)} was {titles.event_title(self.other)}"


def _read_same_event(written: WrittenClaim) -> Claim | None:
    pair, shared = written.two_events("same_as"), written.shared()
    return None if pair is None else SameEvent(event=pair[0], other=pair[1], **shared)


SAME_EVENT = ClaimKind(
    key=ClaimKey(name="same_as", form=KeyForm.EVENT, doc="another event: both descriptions are of one and the same"),
    needs=(EVENT,),
    read=_read_same_event,
)
