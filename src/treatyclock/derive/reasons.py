"""Why: a graph of what is given and what is derived from it, with shared nodes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.law.acts import Act
from treatyclock.law.clauses import Clause
from treatyclock.law.readings import Reading

Stated = Act | Clause | Reading | str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Something the record or a reading states.

    Attributes:
        key: Names the same statement in every world.
        value: What is stated.
        ref: The article it stands in.
        sources: The ids of the sources for it.
    """

    key: str
    value: Stated
    ref: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """Something that follows.

    Attributes:
        key: Names the same conclusion in every world.
        rule: The rule applied.
        value: What follows: dates, an hour as text, or yes and no.
        because: The keys of the premises.
        subject: What it is about: an act, a number of a term.
    """

    key: str
    rule: Rule
    value: Days | str | bool | None
    because: tuple[str, ...]
    subject: Act | int | None = None


Reason = Given | Derived


def supporting(reasons: Mapping[str, Reason], roots: Iterable[str]) -> tuple[Reason, ...]:
    """Return all that conclusions rest on, premises first, each once."""
    found: dict[str, Reason] = {}
    stack = [(key, False) for key in reversed(tuple(roots))]
    while stack:
        key, done = stack.pop()
        if key in found:
            continue
        reason = reasons[key]
        if done or isinstance(reason, Given):
            found[key] = reason
        else:
            stack.append((key, True))
            stack.extend((premise, False) for premise in reversed(reason.because) if premise not in found)
    return tuple(found.values())
