"""An answer: truth, status, what it depends on, who says otherwise, why, and what it rests on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.argument import Step
from treatyclock.instants import iso
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record
from treatyclock.law.status import Status
from treatyclock.questions.report import answer_text
from treatyclock.show import data
from treatyclock.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """Something that would decide the answer, or change it.

    Attributes:
        kind: ``"convention"`` where someone must choose, ``"fact"`` where a question of fact is
            open, ``"date"`` where a date is not known well enough, ``"moment"`` where the moment
            asked about is itself more than one instant.
        key: The name of the convention, or of the reason whose date it is.
        text: The question in words.
        outcomes: What each answer makes of the truth; empty for dates and moments.
    """

    kind: str
    key: str
    text: str
    outcomes: tuple[tuple[str, Truth], ...] = ()


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


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Answer:
    """Whether a treaty was in force, and why.

    Attributes:
        truth: By the treaty's terms, or by the reading asked for.
        status: Every status that is possible; of one, it is certain.
        at: The moment asked about.
        party: The party asked about; None for the treaty generally or for a pair.
        between: The pair asked about; None for one party or for the treaty generally.
        reading: The reading that answered.
        known_as_of: Only what was known then was used; None for everything.
        depends_on: What would change the answer; empty where nothing open does.
        contested_by: Readings that say otherwise.
        rests_on: Zone data, doubtful dates and assumptions.
        derivation: The argument, premises first.
        record: The record that was asked.
    """

    truth: Truth
    status: frozenset[Status]
    at: Moment
    party: str | None
    between: tuple[str, str] | None
    reading: Reading
    known_as_of: Moment | None
    depends_on: tuple[Dependency, ...]
    contested_by: tuple[Contest, ...]
    rests_on: tuple[Ground, ...]
    derivation: tuple[Step, ...]
    record: Record

    def __bool__(self) -> bool:
        """Answer for a plain yes or no.

        Raises:
            UndecidedError: If it cannot be told.
        """
        return bool(self.truth)

    def __repr__(self) -> str:
        """Name the question and the truth; the whole answer is ``explain()``."""
        return f"<Answer {self.truth.value}: {self.record.id} at {self.at}>"

    def __str__(self) -> str:
        """Write the answer without its argument."""
        return answer_text(self, explained=False)

    def explain(self) -> str:
        """Write the answer with its argument: numbered sentences, then the sources they name.

        Example:
            >>> import treatyclock as tc
            >>> answer = tc.load("soviet-japanese-neutrality-pact").in_force(at="1941-04-20T12:00Z")
            >>> print(answer.explain().splitlines()[0])
            No, not in force by its terms.
        """
        return answer_text(self, explained=True)

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as plain data, ready for JSON."""
        return {
            "treaty": self.record.id,
            "truth": self.truth.value,
            "status": sorted(status.value for status in self.status),
            "at": {
                "text": str(self.at),
                "support": [{"from": iso(part.start), "to": iso(part.end)} for part in self.at.support],
            },
            "party": self.party,
            "between": None if self.between is None else list(self.between),
            "reading": self.reading.id,
            "known_as_of": None if self.known_as_of is None else str(self.known_as_of),
            "depends_on": [
                {
                    "kind": each.kind,
                    "key": each.key,
                    "text": each.text,
                    "outcomes": [{"answer": answer, "truth": truth.value} for answer, truth in each.outcomes],
                }
                for each in self.depends_on
            ],
            "contested_by": [
                {
                    "reading": each.reading.id,
                    "title": each.reading.title,
                    "holder": each.reading.holder,
                    "sources": list(each.reading.sources),
                    "truth": each.truth.value,
                    "status": sorted(status.value for status in each.status),
                }
                for each in self.contested_by
            ],
            "rests_on": [
                {
                    "kind": each.kind,
                    "text": each.text,
                    "name": each.name,
                    "source": each.source,
                    "version": each.version,
                    "link_to": each.link_to,
                }
                for each in self.rests_on
            ],
            "derivation": [data.step(step, self.record) for step in self.derivation],
            "sources": [
                {"id": source.id, "title": source.title} for source in data.cited(self.derivation, self.record)
            ],
        }

    def to_json(self) -> str:
        """Return the answer as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)
