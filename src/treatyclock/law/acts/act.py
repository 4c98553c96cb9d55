"""An act: something that a party, or the parties together, did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import Period
from treatyclock.errors import expect
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.events import EventReference


class ActDate(Enum):
    """Which of an act's dates a rule runs from (Vienna Convention art. 78: receipt by the addressee)."""

    DATED = "dated"
    SENT = "sent"
    RECEIVED = "received"
    CIRCULATED = "circulated"
    DOMESTIC = "domestic"


class EffectDay(Enum):
    """What the day on which an exit takes effect is."""

    FIRST_OUT = "first out"
    LAST_IN_FORCE = "last in force"


class Hypothesis(Enum):
    """Who is supposed to do an act that nobody did: it is tried, to see what would follow."""

    ITS_AUTHORS = "its authors"
    ANY_PARTY = "a party"


class Decision(Enum):
    """What a conference decided."""

    INDEFINITE = "indefinite"
    ENDS = "ends"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something that a party, or the parties together, did.

    Attributes:
        id: Its name within the record.
        kind: What it is.
        by: The parties that did it.
        dated: When it was done, as the source gives it.
        clock: The zone of the clock by which it was timed, where the file names one; several where it may be any.
        sent: When a notice or instrument was sent, where that differs.
        received: When it reached the depositary or the other party, where that differs; of several depositaries the
            first that has it.
        deposits: When it reached each of several depositaries, by their ids; empty where one date serves for all.
        circulated: When the depositary told the others.
        domestic: When the domestic act preceded it, such as a vote of parliament.
        known: Since when it was publicly known; since it was received, or else done, where not given.
        effective: The day from which it says that it takes effect, where it names one: a later end that a notice
            names, the date of a succession, the entry into force of an extension.
        counted_from: The day from which the period of a notice runs by the notice's own words, where it names one.
        until: The last day, or the hour, to which it extends a term or a notice, or up to which it suspends.
        recorded: The day that the depositary recorded for what follows from it; it wins over a count.
        outcome: For a decision of a conference: what it decided, where that is no day.
        period: By how much it extends the term, where it names no last day; None where it does.
        effect_day: Whether the day that it names for an end, or that was recorded, is the first out or the last in
            force; None where that is not told.
        ordinal: Which of the instruments that count it was, by its source: the 35th; None where not told.
        counts: Whether an instrument counts toward a number of them.
        disputed: Whether its very validity is disputed, so that only a reading that admits it lets it count.
        grounds: What a notice states as its grounds; empty for none.
        to: The parties that a notice reached or a suspension is addressed to, where not all; empty for all.
        of: The act that it answers: the notice that it takes back, the signature that it confirms.
        treaty: The other treaty that it is about: its id or title; empty for this one.
        timed_by: The event of a case that gives its time; ``dated`` is when the sources allow that event.
        place: Where it was done.
        sources: The ids of the sources that say so.
        ref: The article it was done under.
        part: The part of the treaty that it is about; empty for the whole treaty.
        certain: False where the date could not be found in a source that was read.
        note: Anything a reader should know.
        hypothetical: Who is supposed to do it, where it is tried and stands in no record; None for what was done.
        acting: Who did it for all of ``by``, where some acted for their side; empty elsewhere.
    """

    id: str
    kind: ActKind
    by: tuple[str, ...]
    dated: Moment
    clock: tuple[str, ...] = ()
    sent: Moment | None = None
    received: Moment | None = None
    deposits: tuple[tuple[str, Moment], ...] = ()
    circulated: Moment | None = None
    domestic: Moment | None = None
    known: Moment | None = None
    effective: Moment | None = None
    counted_from: Moment | None = None
    until: Moment | None = None
    recorded: Moment | None = None
    outcome: Decision | None = None
    period: Period | None = None
    effect_day: EffectDay | None = None
    ordinal: int | None = None
    counts: bool = True
    disputed: bool = False
    grounds: str = ""
    to: tuple[str, ...] = ()
    of: str | None = None
    treaty: str = ""
    timed_by: EventReference | None = None
    place: str | None = None
    sources: tuple[str, ...] = ()
    ref: str = ""
    part: str = ""
    certain: bool = True
    note: str = ""
    hypothetical: Hypothesis | None = None
    acting: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what is no act."""
        expect(
            self.kind,
            ActKind,
            "the kind of an act",
            "an ActKind, such as treatyclock.law.vocabulary.ACT_KINDS['denunciation']",
        )
        for name in ("dated", *OTHER_DATES):
            if name == "dated" or getattr(self, name) is not None:
                expect(getattr(self, name), Moment, f"{name} of an act", "a moment: tc.moment('1945-04-05')")
        expect(self.by, tuple, "by of an act", "a tuple of party codes")

    @property
    def needs_reading(self) -> bool:
        """Whether it counts only in a reading that admits it."""
        return self.disputed or self.kind.needs_reading

    @property
    def dates(self) -> tuple[Moment, ...]:
        """All dates that bear on what follows from it: its own, and those beside it but the day it was known."""
        others = (getattr(self, name) for name in OTHER_DATES if name != "known")
        deposits = (day for _, day in self.deposits)
        return (self.dated, *(each for each in (*others, *deposits) if each is not None))

    def when(self, which: ActDate = ActDate.RECEIVED) -> Moment:
        """Return the date that a rule runs from; an act with one date has it for every purpose."""
        if which is ActDate.CIRCULATED and self.circulated is not None:
            return self.circulated
        if which in (ActDate.RECEIVED, ActDate.CIRCULATED) and self.received is not None:
            return self.received
        if which is ActDate.SENT and self.sent is not None:
            return self.sent
        if which is ActDate.DOMESTIC and self.domestic is not None:
            return self.domestic
        return self.dated


def surely_before(one: Moment, other: Moment) -> bool:
    """Tell whether one act surely came before another: hours compare as instants, and dates as printed."""
    if one.wall is None or other.wall is None:
        return one.days.last < other.days.first
    assert one.span.end is not None and other.span.start is not None
    return one.span.end <= other.span.start


OTHER_DATES = ("sent", "received", "circulated", "domestic", "known", "effective", "counted_from", "until", "recorded")
"""The dates that an act may have beside its own."""

PARTICULAR_KEYS = (
    "until",
    "period",
    "outcome",
    "grounds",
    "counts",
    "ordinal",
    "domestic",
    "recorded",
    "effective",
    "effect_day",
    "counted_from",
    "to",
    "treaty",
)
"""What only acts of some kinds say: each kind names in ``uses`` those that it has a use for."""
