"""Why: a graph of what is given and what is derived from it, with shared nodes.

Reasons explain. What a later step or a question needs to know travels as a value of its own (:mod:`.facts`, and what
each step returns), never by finding a reason again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from treatyclock.civil.days import Days
from treatyclock.derive.reasoning.tally import Tally
from treatyclock.derive.reasoning.timing import Span
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.base import Clause
from treatyclock.law.conventions.convention import Convention
from treatyclock.law.depositaries import Practice, Profile
from treatyclock.law.readings import Reading


class Key(NamedTuple):
    """What a reason is about: one key names the same statement or conclusion in every world.

    Attributes:
        kind: What is stated or concluded.
        subject: Of which act, clause, convention or State; empty where there is one only.
        number: Which term, window or period of membership, where there are several.
        whole: Whether it is about the treaty as a whole, in an argument about a part of it.
    """

    kind: str
    subject: str = ""
    number: int | None = None
    whole: bool = False

    def __str__(self) -> str:
        """Write it as data has it: ``act:ratification-sun``, ``end for JPN:2``."""
        subject = f" {self.subject}" if self.kind.endswith((" for", " by")) else f":{self.subject}" * bool(self.subject)
        number = f":{self.number}" if self.number is not None else ""
        return f"{'treaty: ' * self.whole}{self.kind}{subject}{number}"


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to conclude, declared beside the step that uses it.

    Attributes:
        name: Its name in data.
        words: The sentence, in which ``{value}`` stands for what follows, ``{when}`` for the day with which or the hour
            at which it does, and ``{term}`` for the term it is about.
        law: The article or rule of treaty law that it applies.
    """

    name: str
    words: str
    law: str = ""


class Beside(NamedTuple):
    """A day that was recorded, and the other day that the count gives."""

    recorded: Days
    counted: Days


class Named(NamedTuple):
    """Something that a rule names: an event, what a term runs from."""

    name: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """The answer to a convention in a world.

    Attributes:
        convention: The convention.
        answer: The answer.
        name: The name under which the answer was given: the convention's own, or that of a wider one.
    """

    convention: Convention
    answer: str
    name: str


@dataclass(frozen=True, slots=True)
class ByText:
    """The record itself says so, in the article named; no article where none is given."""

    ref: str = ""


@dataclass(frozen=True, slots=True)
class ByReading:
    """A reading says so."""

    reading: Reading


@dataclass(frozen=True, slots=True)
class ByPractice:
    """The practice of a depositary says so, for the clauses that its evidence is about."""

    profile: Profile
    practice: Practice


class Open(Enum):
    """Nothing says so."""

    TRIED = "one of the answers that are tried"
    ASKED = "chosen by whoever asks"
    ONLY = "the only answer"


Stated = Act | Clause | Reading | Chosen
Origin = ByText | ByReading | ByPractice | Open
Value = Days | Span | bool | Named | Beside | Tally | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Something that the record or a reading states.

    Attributes:
        key: Names the same statement in every world.
        value: What is stated.
        origin: Who says so, and where.
        sources: The ids of the sources for it.
    """

    key: Key
    value: Stated
    origin: Origin = ByText()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """Something that follows.

    Attributes:
        key: Names the same conclusion in every world.
        rule: The rule applied.
        value: What follows: days, instants, yes or no, something named or counted; None where the rule says all.
        because: The keys of the premises.
    """

    key: Key
    rule: Rule
    value: Value
    because: tuple[Key, ...]


Reason = Given | Derived


def rests_on(reasons: Mapping[Key, Reason], conclusion: Key, premise: Key) -> bool:
    """Tell whether a conclusion rests on a premise, however far below."""
    return any(reason.key == premise for reason in supporting(reasons, [conclusion]))


def supporting(reasons: Mapping[Key, Reason], roots: Iterable[Key]) -> tuple[Reason, ...]:
    """Return all that conclusions rest on, premises first, each once.

    Where worlds have conclusions in opposite orders, their union may lead in a circle: it is cut where it closes.
    """
    found: dict[Key, Reason] = {}
    begun: set[Key] = set()
    # Depth first in post-order, with a stack of its own: a key is pushed again, to be taken after its premises.
    stack = [(key, False) for key in reversed(tuple(roots))]
    while stack:
        key, done = stack.pop()
        if key in found:
            continue
        reason = reasons[key]
        if done or isinstance(reason, Given):
            found[key] = reason
        elif key not in begun:
            begun.add(key)
            stack.append((key, True))
            stack.extend((premise, False) for premise in reversed(reason.because) if premise not in found)
    return tuple(found.values())
