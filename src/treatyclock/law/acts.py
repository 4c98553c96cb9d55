"""Sources, parties, and what the parties did: the facts of a treaty's record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from treatyclock.civil.moments.moment import Moment
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

    Those that :attr:`needs_reading` end or suspend nothing by themselves: a reading must admit them (Vienna
    Convention art. 73 leaves war open; a repudiation without right has no effect in law).
    """

    SIGNATURE = "signature"
    DEFINITIVE_SIGNATURE = "definitive signature"
    AD_REFERENDUM = "signature ad referendum"
    CONFIRMATION = "confirmation of a signature"
    NOTE = "exchange of notes"
    NOTIFICATION = "notification of completion"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    EXCHANGE = "exchange of instruments"
    CONSENT_WITHDRAWN = "withdrawal of consent"
    OBJECTION = "objection to an accession"
    PROVISIONAL = "provisional application"
    PROVISIONAL_END = "end of provisional application"
    PUBLICATION = "publication"
    EVENT = "event"
    DENUNCIATION = "denunciation"
    WITHDRAWAL = "withdrawal"
    RESCISSION = "rescission"
    NOTICE_SUSPENDED = "suspension of a notice"
    NOTICE_RESUMED = "resumption of a notice"
    NOTICE_EXTENDED = "extension of a notice"
    EXIT_AGREED = "agreement on withdrawal"
    EXTENSION = "extension of the term"
    DECISION = "decision of a conference"
    TERMINATION = "termination by consent"
    MEMBERSHIP_END = "end of membership"
    CONFLICT = "engagement in a conflict"
    CONFLICT_END = "end of a conflict"
    SUSPENSION = "suspension"
    RESUMPTION = "resumption"
    CLAIMED_SUSPENSION = "claimed suspension"
    WAR = "outbreak of war"
    REPUDIATION = "repudiation"
    EXTINCTION = "extinction of a party"

    @property
    def needs_reading(self) -> bool:
        """Whether it counts only in a reading that admits it."""
        return self in _NEED_READING

    @property
    def is_notice(self) -> bool:
        """Whether it is a notice by which a party leaves: a denunciation, called a withdrawal where there are many."""
        return self in NOTICES


CONSENTS = frozenset(
    {
        ActKind.DEFINITIVE_SIGNATURE, ActKind.AD_REFERENDUM, ActKind.NOTE, ActKind.NOTIFICATION,
        ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL, ActKind.ACCESSION, ActKind.SUCCESSION,
    }
)  # fmt: skip
"""Acts that express consent to be bound (Vienna Convention arts. 11 to 15)."""

SIGNING = (ActKind.SIGNATURE, ActKind.DEFINITIVE_SIGNATURE, ActKind.AD_REFERENDUM)
RATIFYING = frozenset({ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL})
NOTICES = frozenset({ActKind.DENUNCIATION, ActKind.WITHDRAWAL})
ABOUT_NOTICES = frozenset(
    {
        ActKind.RESCISSION, ActKind.NOTICE_SUSPENDED, ActKind.NOTICE_RESUMED, ActKind.NOTICE_EXTENDED,
        ActKind.EXIT_AGREED,
    }
)  # fmt: skip
"""Acts that change what a notice does; each names it in ``of``."""

OF = {
    **dict.fromkeys(ABOUT_NOTICES, NOTICES),
    ActKind.CONFIRMATION: frozenset({ActKind.AD_REFERENDUM}),
    ActKind.OBJECTION: frozenset({ActKind.ACCESSION}),
    ActKind.CONFLICT_END: frozenset({ActKind.CONFLICT}),
    ActKind.RESUMPTION: frozenset({ActKind.SUSPENSION, ActKind.CLAIMED_SUSPENSION}),
}
"""For each kind of act that answers another, the kinds that it may answer."""

_NEED_READING = frozenset({ActKind.WAR, ActKind.REPUDIATION, ActKind.EXTINCTION, ActKind.CLAIMED_SUSPENSION})


class ActDate(Enum):
    """Which of an act's dates a rule runs from (Vienna Convention art. 78: receipt by the addressee)."""

    DATED = "dated"
    SENT = "sent"
    RECEIVED = "received"
    CIRCULATED = "circulated"
    DOMESTIC = "domestic"


class Outcome(Enum):
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
        sent: When a notice or instrument was sent, where that differs.
        received: When it reached the depositary or the other party, where that differs.
        circulated: When the depositary told the others.
        domestic: When the domestic act preceded it, such as a vote of parliament.
        known: Since when it was publicly known; since it was done where not given.
        effective: The day from which it says that it takes effect, where it names one: a later end that a notice
            names, the date of a succession, the entry into force of an extension.
        until: The last day, or the hour, to which it extends a term or a notice, or up to which it suspends.
        recorded: The day that the depositary recorded for what follows from it; it wins over a count.
        outcome: For a decision of a conference: what it decided, where that is no day.
        counts: Whether an instrument counts toward a number of them.
        disputed: Whether its very validity is disputed, so that only a reading that admits it lets it count.
        grounds: What a notice states as its grounds; empty for none.
        of: The act that it answers: the notice that it takes back, the signature that it confirms.
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
    circulated: Moment | None = None
    domestic: Moment | None = None
    known: Moment | None = None
    effective: Moment | None = None
    until: Moment | None = None
    recorded: Moment | None = None
    outcome: Outcome | None = None
    counts: bool = True
    disputed: bool = False
    grounds: str = ""
    of: str | None = None
    place: str | None = None
    sources: tuple[str, ...] = ()
    ref: str = ""
    certain: bool = True
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse what is no act."""
        expect(self.kind, ActKind, "the kind of an act", "an ActKind")
        for name in ("dated", *OTHER_DATES):
            if name == "dated" or getattr(self, name) is not None:
                expect(getattr(self, name), Moment, f"{name} of an act", "a moment: tc.moment('1945-04-05')")
        expect(self.by, tuple, "by of an act", "a tuple of party codes")

    @property
    def needs_reading(self) -> bool:
        """Whether it counts only in a reading that admits it."""
        return self.disputed or self.kind.needs_reading

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


OTHER_DATES = ("sent", "received", "circulated", "domestic", "known", "effective", "until", "recorded")
"""The dates that an act may have beside its own."""
