"""Sources, parties, and what the parties did: the facts of a treaty's record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from treatyclock.civil.moments import Moment
from treatyclock.errors import expect


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document or book that says something.

    Attributes:
        id: The short name by which the file refers to it.
        title: What it is, enough to find it.
    """

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A State named in the treaty.

    Attributes:
        id: A code such as ``"SUN"``.
        name: What to call it in a sentence.
        clock: The zone of its seat of government, where the record names one.
    """

    id: str
    name: str
    clock: str | None = None


class ActKind(Enum):
    """What was done.

    The last three end nothing by themselves: a reading must admit them (Vienna Convention
    art. 73 leaves war open; a repudiation without right has no effect in law).
    """

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    EXCHANGE = "exchange of instruments"
    PUBLICATION = "publication"
    DENUNCIATION = "denunciation"
    RESCISSION = "rescission"
    WAR = "outbreak of war"
    REPUDIATION = "repudiation"
    EXTINCTION = "extinction of a party"

    @property
    def needs_reading(self) -> bool:
        """Whether it counts only in a reading that admits it."""
        return self in (ActKind.WAR, ActKind.REPUDIATION, ActKind.EXTINCTION)


class NoticeDate(Enum):
    """Which of a notice's dates a rule runs from (Vienna Convention art. 78: receipt)."""

    DATED = "dated"
    SENT = "sent"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something that a party, or the parties together, did.

    Attributes:
        id: Its name within the record.
        kind: What it is.
        by: The parties that did it.
        dated: When it was done, as the source gives it.
        sent: When a notice was sent, where that differs.
        received: When it reached the other party, where that differs.
        known: Since when it was publicly known; since it was done where not given.
        of: For a rescission, the notice it takes back.
        place: Where it was done.
        sources: The ids of the sources that say so.
        ref: The article it was done under.
        certain: False where the date could not be found in a source that was read.
        note: Anything a reader should know.
    """

    id: str
    kind: ActKind
    by: tuple[str, ...]
    dated: Moment
    sent: Moment | None = None
    received: Moment | None = None
    known: Moment | None = None
    of: str | None = None
    place: str | None = None
    sources: tuple[str, ...] = ()
    ref: str = ""
    certain: bool = True
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse what is no act."""
        expect(self.kind, ActKind, "the kind of an act", "an ActKind")
        for name in ("dated", "sent", "received", "known"):
            if name == "dated" or getattr(self, name) is not None:
                expect(getattr(self, name), Moment, f"{name} of an act", "a moment: tc.moment('1945-04-05')")
        expect(self.by, tuple, "by of an act", "a tuple of party codes")

    def when(self, which: NoticeDate = NoticeDate.RECEIVED) -> Moment:
        """Return the date that a rule runs from; an act with one date has it for every purpose."""
        if which is NoticeDate.RECEIVED and self.received is not None:
            return self.received
        if which is NoticeDate.SENT and self.sent is not None:
            return self.sent
        return self.dated
