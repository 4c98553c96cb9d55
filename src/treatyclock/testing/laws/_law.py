"""What a law is, what it is tried on, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import chain, combinations
from typing import Any

from treatyclock.errors import NaiveTimeError, UnknownPartyError, WrongTypeError, expect
from treatyclock.testing.register import LIBRARY, NoAnswerError, Register, Reply, WithStatuses, truth_of
from treatyclock.treaty import Treaty

MOST_PARTIES, MOST_INSTANTS = 4, 24
"""Of how many parties, and at how many instants, a treaty is asked where nobody says."""

TICK = timedelta(microseconds=1)

_DECLINED = object()
"""What stands for a treaty that the register declined to load."""


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom a question is about: one party, two, or nobody in particular."""

    party: str | None = None
    between: tuple[str, str] | None = None

    def __str__(self) -> str:
        if self.between:
            return f"between {self.between[0]} and {self.between[1]}"
        return f"for {self.party}" if self.party else "generally"

    def renamed(self, names: dict[str, str]) -> Whom:
        """Return the same parties by other names."""
        pair = self.between and (names[self.between[0]], names[self.between[1]])
        return Whom(self.party and names[self.party], pair)


GENERALLY = Whom()


@contextmanager
def told(what: Callable[[], str]) -> Iterator[None]:
    """Tell with an exception of the register, whatever it is, what was asked; it goes on its way."""
    try:
        yield
    except NoAnswerError:
        raise
    except Exception as error:
        error.add_note(what())
        raise


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A register that is asked about a treaty.

    Attributes:
        register: The register.
        text: The text of the treaty file.
        at: The instants asked about.
        whom: Whom is asked about.
        anywhere: Whether nobody chose the instants, so that those are asked about at which an answer may turn.
    """

    register: Register
    text: str
    at: tuple[datetime, ...]
    whom: tuple[Whom, ...]
    anywhere: bool = False

    @property
    def parties(self) -> list[str]:
        """The parties asked about."""
        return [each.party for each in self.whom if each.party]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The pairs asked about."""
        return [each.between for each in self.whom if each.between]

    def load(self, text: str | None = None) -> Any:
        """Let the register load the treaty, or another; of what it declines to load it is asked nothing."""
        try:
            with told(lambda: "The register was to load the treaty" + (f":\n\n{text}" if text else "")):
                return self.register.load(self.text if text is None else text)
        except NoAnswerError:
            return _DECLINED

    def reply(self, treaty: Any, at: datetime, whom: Whom) -> Reply | None:
        """Ask the register; None where it declines to answer, or declined to load the treaty."""
        if treaty is _DECLINED:
            return None
        try:
            with told(lambda: f"The register was asked: in force {whom} at {at.isoformat()}?"):
                truth = truth_of(self.register.in_force(treaty, at, party=whom.party, between=whom.between))
                if not isinstance(self.register, WithStatuses):
                    return Reply(truth)
                return Reply(truth, self.register.statuses(treaty, at, party=whom.party, between=whom.between))
        except NoAnswerError:
            return None

    def questions(self, changed: str = "") -> Iterator[tuple[datetime, Whom]]:
        """Yield all that is asked; of two treaties also where the answers of the other one turn."""
        more = set(_edges(changed, self.whom)) if changed and self.anywhere else set()
        return ((at, whom) for at in sorted({*self.at, *more}) for whom in self.whom)


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """One question to which a law forbids the answer."""

    question: str
    expected: str
    found: str
    changed: str = ""


BreachSearch = Callable[[Trial], Iterator[Breach]]
"""What looks for breaches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """An answer of a register that a law forbids.

    Attributes:
        law: The law.
        question: What was asked.
        expected: What the law says of the answer.
        found: What the register said.
        treaty: The text of the treaty file.
        changed: The text that the law made of it, where it compares two treaties; empty elsewhere.
    """

    law: Law
    question: str
    expected: str
    found: str
    treaty: str = field(repr=False)
    changed: str = field(default="", repr=False)

    def __str__(self) -> str:
        lines = [f"{self.law.id}: {self.law.sentence}", f"  asked     {self.question}"]
        lines += [f"  expected  {self.expected}", f"  found     {self.found}"]
        return "\n".join(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """Something that holds of every right register.

    Attributes:
        id: Its name.
        sentence: What it says.
        why: Why it holds, with the article of the Vienna Convention on the Law of Treaties (VCLT) or the source.
        applies_to: To which treaties and questions it applies.
        except_where: What it leaves out, and why: nothing where it holds without exception.
        needs: What a register must offer for it beside :class:`~treatyclock.testing.register.Register`.
        rule: What looks for breaches.

    Example:
        >>> from treatyclock.testing import laws
        >>> laws.PAIRS_ARE_SYMMETRIC.check(laws.EXAMPLE)
        ()
    """

    id: str
    sentence: str
    why: str
    applies_to: str
    except_where: tuple[str, ...] = ()
    needs: type | None = None
    rule: BreachSearch = field(repr=False)

    def applies(self, register: Register) -> bool:
        """Tell whether a register offers what the law needs."""
        return self.needs is None or isinstance(register, self.needs)

    def check(
        self,
        treaty: str,
        *,
        register: Register = LIBRARY,
        at: datetime | Iterable[datetime] | None = None,
        parties: Sequence[str] | None = None,
    ) -> tuple[Violation, ...]:
        """Return every answer of a register that the law forbids; takes what :func:`check` takes."""
        return self.of(trial(treaty, register=register, at=at, parties=parties))

    def of(self, tried: Trial) -> tuple[Violation, ...]:
        """Return every answer that the law forbids in a trial."""
        if not self.applies(tried.register):
            return ()
        return tuple(
            Violation(
                law=self,
                question=each.question,
                expected=each.expected,
                found=each.found,
                treaty=tried.text,
                changed=each.changed,
            )
            for each in self._breaches(tried)
        )

    def _breaches(self, tried: Trial) -> Iterator[Breach]:
        """Yield each breach, up to where the register declines to do what the law needs of it."""
        if tried.load() is _DECLINED:
            return
        try:
            with told(lambda: f"By the law {self.id}: {self.sentence}\n\nThe treaty:\n\n{tried.text}"):
                yield from self.rule(tried)
        except NoAnswerError:
            return


def trial(
    treaty: str,
    *,
    register: Register = LIBRARY,
    at: datetime | Iterable[datetime] | None = None,
    parties: Sequence[str] | None = None,
) -> Trial:
    """Return what laws are tried on: a register, a treaty, and what it is asked.

    Raises:
        NaiveTimeError: If an instant has no clock.
        TreatyFileError: If the text is no treaty file.
        UnknownPartyError: If the treaty names no such party.
        WrongTypeError: If the register, the text, the instants or the parties are none.
    """
    expect(treaty, str, "the treaty", "the text of a treaty file")
    if isinstance(register, type) or not all(callable(getattr(register, name, None)) for name in ("load", "in_force")):
        raise WrongTypeError("the register", register, "an object with the methods load and in_force")
    if at is not None:
        expect(at, (datetime, Iterable), "the instants", "a datetime with a clock, or a list of them")
    ours = read(treaty)
    codes = [each.id for each in ours.record.parties]
    chosen = codes[:MOST_PARTIES] if parties is None else list(parties)
    for each in chosen:
        if each not in codes:
            raise UnknownPartyError(each, ours.record.id, codes)
    whom = (GENERALLY, *map(Whom, chosen), *(Whom(None, pair) for pair in combinations(chosen, 2)))
    instants = _edges(treaty, whom) if at is None else (at,) if isinstance(at, datetime) else tuple(at)
    for instant in instants:
        expect(instant, datetime, "an instant", "a datetime with a clock")
        if instant.tzinfo is None:
            raise NaiveTimeError(instant.isoformat())
    return Trial(register=register, text=treaty, at=tuple(instants), whom=whom, anywhere=at is None)


def read(text: str) -> Treaty:
    """Load a treaty by treatyclock, whatever register is under test: its format is treatyclock's.

    Raises:
        TreatyFileError: With every fault of the text.
    """
    return LIBRARY.load(text).treaty


def _edges(text: str, whom: Iterable[Whom]) -> tuple[datetime, ...]:
    """Return instants just before and at those at which an answer of treatyclock changes, spread evenly where many."""
    treaty, found = LIBRARY.load(text), set[datetime]()
    for each in whom:
        try:
            found.update(LIBRARY.changes(treaty, party=each.party, between=each.between))
        except (NoAnswerError, UnknownPartyError):  # too much is open, or the other treaty has other parties
            continue
    near = sorted(chain.from_iterable((edge - TICK, edge) for edge in found)) or [datetime(1950, 1, 1, tzinfo=UTC)]
    step = -(-len(near) // MOST_INSTANTS)
    return tuple(near[::step])
