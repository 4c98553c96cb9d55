"""What the treaty's final clauses say: entry into force, term, renewal, denunciation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from treatyclock.civil.moments import Moment
from treatyclock.civil.periods import Period
from treatyclock.law.acts import NoticeDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Where a clause stands.

    Attributes:
        ref: The article, such as ``"art. 3"``.
        sources: The ids of the sources that give it.
    """

    ref: str = ""
    sources: tuple[str, ...] = ()


class EntryWhen(Enum):
    """What brings a treaty into force (Vienna Convention art. 24).

    A date that the treaty fixes waits for the last signature.
    """

    RATIFIED = "ratified by all"
    SIGNED = "signed"
    EXCHANGED = "instruments exchanged"
    FIXED = "fixed date"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryIntoForce:
    """The clause on entry into force.

    Attributes:
        when: The condition.
        on: The date, for a fixed one.
        hour: Whether it is in force from the start of the day or from the hour of the act that
            brings it about; None where the text is silent. Matters only where that hour is known.
        basis: Where the clause stands.
    """

    when: EntryWhen
    on: Moment | None = None
    hour: str | None = None
    basis: Basis = Basis()


class Anchor(Enum):
    """What a term runs from: the point most often got wrong."""

    ENTRY = "entry into force"
    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    EXCHANGE = "exchange of instruments"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A fixed term.

    Attributes:
        lasts: How long.
        anchors: What it runs from; several where the text leaves it open.
        first_day_counts: Whether the anchor's day is the first of the term; None where the
            text is silent.
        basis: Where the clause stands.
    """

    lasts: Period
    anchors: tuple[Anchor | Moment, ...] = (Anchor.ENTRY,)
    first_day_counts: bool | None = None
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """Tacit renewal at the end of the term, unless a party denounces in time.

    Attributes:
        block: By how much each time; None where the treaty goes on without a term at once.
        times: How often: a number, or None for ever; several where the text leaves it open.
        then_indefinite: Whether after the last block the treaty goes on until denounced.
        basis: Where the clause stands.
    """

    block: Period | None
    times: tuple[int | None, ...]
    then_indefinite: bool = False
    basis: Basis = Basis()


class ExitWhen(Enum):
    """When a denunciation can take effect."""

    ANY_TIME = "at any time"
    END_OF_TERM = "at the end of the term"


@dataclass(frozen=True, slots=True, kw_only=True)
class Denunciation:
    """The clause by which a party may leave (Vienna Convention art. 54(a)).

    Attributes:
        when: At any time, or only at the end of the term or a renewed one.
        notice: How long before; no time at all where it takes effect at once.
        notice_when_indefinite: The notice once the treaty runs without a term.
        runs_from: Which date of the notice counts.
        first_day_counts: Whether the day of the notice is the first of a period that runs
            from it; None where the text is silent.
        basis: Where the clause stands.
    """

    when: ExitWhen
    notice: Period
    notice_when_indefinite: Period | None = None
    runs_from: NoticeDate = NoticeDate.RECEIVED
    first_day_counts: bool | None = None
    basis: Basis = Basis()
