"""A register of treaties that is under test: anybody's, and treatyclock as one.

Whoever wants to know whether an own register is right writes a class with two methods, as :class:`Register` has them.
No base class is needed. :mod:`treatyclock.testing.laws` holds it against the law. What a register can do beside that,
it may offer by one more method each; a law that needs it is then checked too.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Protocol, TypeVar, runtime_checkable

import treatyclock as tc
from treatyclock.errors import UnusableRecordError, WrongTypeError
from treatyclock.instants import to_datetime
from treatyclock.law.readings import Reading
from treatyclock.truth import Truth

T = TypeVar("T")


class NoAnswerError(Exception):
    """A register declines to answer a question, which is something else than the answer "unknown".

    A register raises it where it does not know a clause or an act; then nothing is held against it there.
    """


class Register(Protocol):
    """What a register must be able to do.

    Example:
        >>> class EverInForce:
        ...     def load(self, treaty):
        ...         return treaty
        ...
        ...     def in_force(self, treaty, at, party=None, between=None):
        ...         return True
        >>> from treatyclock.testing import laws
        >>> found = laws.check(laws.EXAMPLE, register=EverInForce())
        >>> {each.law.id for each in found}
        {'no-act-no-treaty'}
    """

    def load(self, treaty: str) -> Any:
        """Return a register's own object for the text of a treaty file."""
        ...

    def in_force(
        self, treaty: Any, at: datetime, party: str | None = None, between: tuple[str, str] | None = None
    ) -> bool | Truth | None:
        """Tell whether a treaty was in force: generally, for a party, or between two; None or unknown where open."""
        ...


@runtime_checkable
class WithStatuses(Protocol):
    """A register that tells more than in force or not."""

    def statuses(
        self, treaty: Any, at: datetime, party: str | None = None, between: tuple[str, str] | None = None
    ) -> frozenset[Hashable]:
        """Return every standing that is possible: one alone where it is certain."""
        ...


@runtime_checkable
class WithChanges(Protocol):
    """A register that lists when its answer changes."""

    def changes(
        self, treaty: Any, party: str | None = None, between: tuple[str, str] | None = None
    ) -> Sequence[datetime]:
        """Return the first instant of each new answer, in order."""
        ...


@runtime_checkable
class WithDays(Protocol):
    """A register that is asked about days too."""

    def on_day(
        self, treaty: Any, day: date, party: str | None = None, between: tuple[str, str] | None = None
    ) -> bool | Truth | None:
        """Tell whether a treaty was in force on all of a day of the treaty's own clock."""
        ...


@runtime_checkable
class WithWhatIf(Protocol):
    """A register that tries acts which nobody did."""

    def what_if(self, treaty: Any, act: Mapping[str, Any]) -> Any:
        """Return a treaty with one more act, which has the keys of an ``[[act]]`` of a treaty file."""
        ...


@runtime_checkable
class WithKnowledge(Protocol):
    """A register that knows what was known when."""

    def known_as_of(self, treaty: Any, day: date) -> Any:
        """Return a treaty as its record stood at the end of a day."""
        ...


@runtime_checkable
class WithWriting(Protocol):
    """A register that writes treaty files."""

    def dumps(self, treaty: Any) -> str:
        """Return the text of a treaty file that says the same."""
        ...


@dataclass(frozen=True, slots=True)
class Reply:
    """What a register says to one question; ``statuses`` are empty where it tells none."""

    truth: Truth
    statuses: frozenset[Hashable] = frozenset()

    def __str__(self) -> str:
        told = ", ".join(sorted(str(getattr(each, "value", each)) for each in self.statuses))
        return self.truth.value + (f" ({told})" if told else "")

    def may_become(self, later: Reply) -> bool:
        """Tell whether knowing more may turn this answer into another: what was certain stays, nothing new comes."""
        return self.truth in (Truth.UNKNOWN, later.truth) and later.statuses <= self.statuses


@dataclass(frozen=True, slots=True)
class OurTreaty:
    """A treaty of :class:`OurRegister`.

    Attributes:
        treaty: The treaty.
        known_as_of: By whose knowledge it is asked; by all that is known where not given.
    """

    treaty: tc.Treaty
    known_as_of: str | None = None
    _refused: set[Hashable] = field(default_factory=set, compare=False, repr=False)
    """About whom nothing was answered, so that what is too much to try is not tried at every instant."""

    def asked(self, question: Callable[[], T], whose: Hashable) -> T:
        """Return what a question about somebody comes to.

        Raises:
            NoAnswerError: If too much is open at once to try all of it.
        """
        if whose not in self._refused:
            try:
                return question()
            except UnusableRecordError:
                self._refused.add(whose)
        raise NoAnswerError(f"too much is open at once in {self.treaty!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OurRegister:
    """treatyclock as a register under test; it can do all that a register may offer.

    Attributes:
        reading: By whose reading it is asked: that of the text where not given.

    Example:
        >>> from datetime import datetime, UTC
        >>> from treatyclock.testing import laws
        >>> pact = LIBRARY.load(laws.EXAMPLE)
        >>> LIBRARY.in_force(pact, datetime(1937, 1, 1, tzinfo=UTC), party="AAA")
        <Truth.YES: 'yes'>
    """

    reading: str | Reading | None = None

    def load(self, treaty: str) -> OurTreaty:
        """Load a treaty."""
        return _loaded(treaty)

    def in_force(
        self, treaty: OurTreaty, at: datetime, party: str | None = None, between: tuple[str, str] | None = None
    ) -> Truth:
        """Tell whether a treaty was in force."""
        return self._answer(treaty, at, party, between).truth

    def statuses(
        self, treaty: OurTreaty, at: datetime, party: str | None = None, between: tuple[str, str] | None = None
    ) -> frozenset[Hashable]:
        """Return every status that is possible."""
        return self._answer(treaty, at, party, between).status

    def changes(
        self, treaty: OurTreaty, party: str | None = None, between: tuple[str, str] | None = None
    ) -> list[datetime]:
        """Return when the statuses that are possible change."""
        whose = self._whose(treaty, party, between)
        line = treaty.asked(lambda: treaty.treaty.timeline(**whose), (party, between, self.reading))
        return [to_datetime(edge) for edge in line.edges]

    def on_day(
        self, treaty: OurTreaty, day: date, party: str | None = None, between: tuple[str, str] | None = None
    ) -> Truth:
        """Tell whether a treaty was in force on a day."""
        return self._answer(treaty, day, party, between).truth

    def what_if(self, treaty: OurTreaty, act: Mapping[str, Any]) -> OurTreaty:
        """Return a treaty with one more act."""
        return OurTreaty(treaty.treaty.what_if(add=act), treaty.known_as_of)

    def known_as_of(self, treaty: OurTreaty, day: date) -> OurTreaty:
        """Return a treaty by what was known at the end of a day."""
        return OurTreaty(treaty.treaty, day.isoformat())

    def dumps(self, treaty: OurTreaty) -> str:
        """Write a treaty file."""
        return tc.dumps(treaty.treaty)

    def _answer(
        self, treaty: OurTreaty, at: datetime | date, party: str | None, between: tuple[str, str] | None
    ) -> tc.Answer:
        whose = self._whose(treaty, party, between)
        return treaty.asked(lambda: treaty.treaty.in_force(at, **whose), (party, between, self.reading))

    def _whose(self, treaty: OurTreaty, party: str | None, between: tuple[str, str] | None) -> dict[str, Any]:
        return {"party": party, "between": between, "reading": self.reading, "known_as_of": treaty.known_as_of}


@lru_cache(maxsize=32)
def _loaded(text: str) -> OurTreaty:
    """Load a treaty once for all questions: it never changes, and keeps what was worked out."""
    return OurTreaty(tc.loads(text))


LIBRARY = OurRegister()
"""treatyclock itself, by the text alone."""


def truth_of(answer: bool | Truth | None) -> Truth:
    """Take the answer of a register over as a truth.

    Raises:
        WrongTypeError: If it is none.

    Example:
        >>> truth_of(None), truth_of(True)
        (<Truth.UNKNOWN: 'unknown'>, <Truth.YES: 'yes'>)
    """
    if isinstance(answer, Truth):
        return answer
    if answer is None:
        return Truth.UNKNOWN
    if isinstance(answer, bool):
        return Truth.of(answer)
    raise WrongTypeError("the answer of a register", answer, "True, False, None or a Truth")
