"""What rules look at: the record under one reading, what follows from it, and where its parts stand in the file."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from treatyclock.derive.histories.history import History
from treatyclock.derive.histories.life import Life
from treatyclock.derive.reasoning.facts import Fact
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.reasoning.worlds import Outcome
from treatyclock.formats.documents.flaws import KeyPath
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.term import Renewal, Term
from treatyclock.law.record import Record
from treatyclock.law.subjects import GENERALLY, Subject
from treatyclock.show.words import under_words

C = TypeVar("C", bound=Clause)
V = TypeVar("V", bound=Hashable)
F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A record under one reading.

    Attributes:
        record: What the documents say, the reading's own clauses in place.
        life: What follows.
        number: The number of the reading in the file; None for the treaty's own text.
        others: What follows under the other readings, where a rule must look at all of them.
        file: The record of the whole file, with the acts that name a part.
        part: The number of the part in the file that the record is about; None for the treaty as a whole.
    """

    record: Record
    life: Life
    number: int | None = None
    others: tuple[Life, ...] = ()
    file: Record | None = None
    part: int | None = None
    _facts: dict[Key, tuple[Subject, tuple[Fact, ...]]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def clause(self, kind: type[C]) -> C | None:
        """Return the clause of a kind."""
        return self.record.clause(kind)

    def at(self, kind: type[Clause], *keys: str) -> KeyPath:
        """Return the path of a clause, or of a key in it: the reading's own where it has that clause."""
        if self.part is not None and self.record.part is not None and self.record.part.has(kind):
            return ("part", self.part, kind.TABLE, *keys)
        own = any(isinstance(each, kind) for each in self.life.reading.clauses)
        return (*(("reading", self.number) if own and self.number is not None else ()), kind.TABLE, *keys)

    def at_clause(self, clause: Clause, *keys: str) -> KeyPath:
        """Return the path of one clause, which may be one of several of its kind, or of a key in it."""
        number = self.record.number(clause)
        return (*self.at(type(clause)), *(() if number is None else (number,)), *keys)

    def at_act(self, act: Act, *keys: str) -> KeyPath:
        """Return the path of an act, or of a key in it."""
        numbers = [number for number, each in enumerate(self.all_acts) if each.id == act.id]
        return ("act", numbers[0], *keys)

    @property
    def all_acts(self) -> tuple[Act, ...]:
        """The acts of the file, of the whole treaty and of its parts."""
        return (self.life.record if self.file is None else self.file).acts

    def dated(self, act: Act, which: ActDate = ActDate.DATED) -> KeyPath:
        """Return the path of the date that counts of an act."""
        when = act.when(which)
        for key in ("circulated", "received", "sent", "domestic"):
            if when is getattr(act, key):
                return self.at_act(act, key)
        return self.at_act(act, "on" if when.wall is None else "at")

    def subjects(self) -> Iterator[Subject]:
        """Yield the treaty generally, then each party."""
        yield GENERALLY
        yield from (Subject((party.id,)) for party in self.record.parties)

    def total(self) -> tuple[int, int] | None:
        """Return how long a counted term is with all its renewals, in months and days; None where it has no end."""
        term, renewal = self.clause(Term), self.clause(Renewal)
        if term is None or term.lasts is None:
            return None
        whole = term.lasts
        if renewal is not None:
            if renewal.then_indefinite or None in renewal.times:
                return None
            whole += renewal.longer_by(max(filter(None, renewal.times), default=0))
        return whole.years * 12 + whole.months, whole.days

    def outcomes(self, subject: Subject, value: Callable[[History], V | None]) -> tuple[Outcome[V | None], ...]:
        """Return what a value comes to for a subject, and under which answers."""
        return self.life.course(subject).outcomes(value)

    def facts(self, kind: type[F]) -> dict[Key, F]:
        """Return the facts of a kind that were found for anybody in any world: each key once, with one of its facts."""
        of_kind = (
            (key, (each for each in facts if isinstance(each, kind))) for key, (_, facts) in self._found().items()
        )
        return {key: first for key, each in of_kind if (first := next(each, None)) is not None}

    def _found(self) -> Mapping[Key, tuple[Subject, tuple[Fact, ...]]]:
        """Return, by key, the first subject for whom a fact was found, and the facts of anybody; worked out once."""
        if not self._facts:
            for subject in self.subjects():
                for world in self.life.course(subject).worlds:
                    for key, fact in world.result.findings.facts.items():
                        first, facts = self._facts.get(key, (subject, ()))
                        # One fact of each kind is enough.
                        if not any(type(each) is type(fact) for each in facts):
                            self._facts[key] = first, (*facts, fact)
        return self._facts

    def fact(self, key: Key, kind: type[F], value: Callable[[F], V | None]) -> tuple[Outcome[V | None], ...]:
        """Return what a fact comes to for the first subject who has it in any world; nothing if none has."""

        def of(found: History) -> V | None:
            fact = found.findings.facts.get(key)
            return value(fact) if isinstance(fact, kind) else None

        found = self._found().get(key)
        return () if found is None else self.outcomes(found[0], of)


def when(outcome: Outcome[V]) -> str:
    """Write under which answers something comes out."""
    return f", if {under_words(outcome.under)}" if outcome.under else ""
