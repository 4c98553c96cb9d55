"""An answer: truth, status, what it depends on, who says otherwise, why, and what it rests on."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from treatyclock.answers.chronology import Chronologies
from treatyclock.answers.neighbours import Neighbours
from treatyclock.answers.reproduction import AskedTexts, TimeQuestion
from treatyclock.answers.supposed import Supposed
from treatyclock.civil.moments.moment import Moment
from treatyclock.deferred import Deferred
from treatyclock.derive.reasoning.argument import Step
from treatyclock.law.acts.act import Act
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record
from treatyclock.law.status import Status
from treatyclock.law.subjects import Subject
from treatyclock.printing import Explained
from treatyclock.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """Something that would decide the answer, or change it: whether it was in force, or the status alone.

    Attributes:
        kind: ``"convention"`` where someone must choose, ``"fact"`` where a question of fact is
            open, ``"record"`` where the record is in part and may lack an act, or where nothing was known,
            ``"date"`` where a date is not known well enough, ``"moment"`` where the moment asked about is itself
            more than one instant.
        key: The name of the convention, or of the reason whose date it is.
        text: The question in words.
        outcomes: What each answer makes of the truth; empty for dates and moments.
        statuses: What each answer makes of the status, in the same order; empty for dates and moments.
        decides_truth: Whether the truth itself turns on it; otherwise only the status does.
    """

    kind: str
    key: str
    text: str
    outcomes: tuple[tuple[str, Truth], ...] = ()
    statuses: tuple[frozenset[Status], ...] = ()
    decides_truth: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """A reading that says otherwise.

    Attributes:
        reading: The reading, with its holder.
        truth: What it says.
        status: The statuses that it holds possible.
    """

    reading: Reading
    truth: Truth
    status: frozenset[Status]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Something an answer rests on besides the argument.

    Attributes:
        kind: ``"zone"``, ``"clock"``, ``"record"``, ``"depositary"`` or ``"knowledge"``.
        text: What it is.
        name: The zone or act it is about; empty for none.
        source: For a zone, where its offsets come from.
        version: For a zone, the release of that source.
        link_to: For a zone that is only a link, the zone whose data answer.
    """

    kind: str
    text: str
    name: str = ""
    source: str = ""
    version: str = ""
    link_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Idle:
    """An act that had been done by then, and on which nothing in the argument rests.

    Attributes:
        act: The act.
        why: Why it has no effect.
    """

    act: Act
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfTime:
    """A part of a day, or of another time asked about, in which it was in force, or in which it was not.

    Attributes:
        truth: Whether it was in force.
        start: The instant with which the part begins, in UTC; None where it is the beginning of the time asked about.
        end: The first instant after it; None where it is the end of the time asked about.
    """

    truth: Truth
    start: datetime | None
    end: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why an answer is what it is.

    Attributes:
        derivation: The argument, premises first.
        rests_on: Zone data, doubtful dates and assumptions.
        without_effect: Acts that a reader may ask about and that change nothing.
    """

    derivation: tuple[Step, ...]
    rests_on: tuple[Ground, ...]
    without_effect: tuple[Idle, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Answer(Explained):
    """Whether a treaty was in force, and why.

    Attributes:
        truth: By the treaty's terms, or by the reading asked for.
        status: Every status that is possible; where there is only one, it is certain. None where nothing of the
            treaty was known then.
        at: The moment asked about.
        by_date: Whether it is a day, or a range of days, that was compared as a date with the first and the last day in
            force: a day named without a clock is a day of the treaty.
        subject: Whom it is about.
        reading: The reading that answered.
        known_as_of: Only what was known then was used; None for everything.
        depends_on: What would change the answer; empty where nothing open does.
        contested_by: Readings that say otherwise.
        parts: Of a day that is in force for a part only, the parts; empty where it is all of it or none, and where that
            is open.
        neighbours: Where it was not in force, the nearest days in force on either side; None for any other truth.
        record: The record that was asked.
        why: The argument and what it rests on, worked out when somebody looks at it.
        lives: The life in which the moment lies, and that by each reading that says otherwise, worked out likewise.
        question: The time as it was asked for, worked out when somebody looks at it.
        texts: The texts that were asked, written when somebody looks at them.
    """

    truth: Truth
    status: frozenset[Status]
    at: Moment
    by_date: bool
    subject: Subject
    reading: Reading
    known_as_of: Moment | None
    depends_on: tuple[Dependency, ...]
    contested_by: tuple[Contest, ...]
    parts: tuple[PartOfTime, ...]
    neighbours: Neighbours | None
    record: Record
    # It follows from the other fields, so two answers that agree in those are equal.
    why: Deferred[Why] = field(compare=False)
    lives: Deferred[Chronologies] = field(compare=False)
    question: Deferred[TimeQuestion] = field(compare=False)
    texts: Deferred[AskedTexts] = field(compare=False)

    @property
    def supposed(self) -> Supposed:
        """What it supposes that is on no record."""
        return Supposed.by(self.record, self.reading)

    @property
    def derivation(self) -> tuple[Step, ...]:
        """The argument, premises first."""
        return self.why.value.derivation

    @property
    def rests_on(self) -> tuple[Ground, ...]:
        """Zone data, doubtful dates and assumptions."""
        return self.why.value.rests_on

    @property
    def without_effect(self) -> tuple[Idle, ...]:
        """Acts that a reader may ask about and that change nothing, each with the reason."""
        return self.why.value.without_effect

    @property
    def party(self) -> str | None:
        """The party asked about; None for the treaty generally or for a pair."""
        return self.subject.party

    @property
    def between(self) -> tuple[str, str] | None:
        """The pair asked about; None for one party or for the treaty generally."""
        return self.subject.pair

    def __bool__(self) -> bool:
        """Answer for a plain yes or no.

        Raises:
            UndecidedError: If it cannot be told.
        """
        return bool(self.truth)

    def cite(self) -> str:
        """Return it as a footnote cites it: the treaty, the reading, the data, and one line that runs it again.

        Example:
            >>> import treatyclock as tc
            >>> answer = tc.load("soviet-japanese-neutrality-pact").in_force("1945-08-09", reading="first-day-counted")
            >>> print(answer.cite().splitlines()[-1])
            treatyclock ask soviet-japanese-neutrality-pact --at 1945-08-09 --reading first-day-counted
        """
        return str(self.printed("citation"))

    def receipt(self) -> dict[str, Any]:
        """Return all that it takes to run it again and to name any difference: :func:`treatyclock.replay` does both.

        It holds the question, the text of the treaty, hashes of that text, of the zone data and of the library, and the
        answer. It is plain data, ready for JSON.

        Raises:
            UnwritableTreatyError: If no file says what the treaty says.
        """
        found: dict[str, Any] = json.loads(self.printed("receipt"))
        return found

    def __repr__(self) -> str:
        """Name the question and the truth; the whole answer is ``explain()``."""
        return f"<Answer {self.truth.value}: {self.record.id} at {self.at}>"
