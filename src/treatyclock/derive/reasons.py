"""Why: a graph of what is given and what is derived from it, with shared nodes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.law.acts import Act
from treatyclock.law.clauses import Denunciation, EntryIntoForce, Renewal, Term
from treatyclock.law.readings import Reading

Stated = Act | EntryIntoForce | Term | Renewal | Denunciation | Reading | str


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
        rule: The rule applied, a name that the words are chosen by.
        value: What follows: dates, an hour as text, or yes and no.
        because: The keys of the premises.
        subject: What it is about: an act, a number of a term.
        law: The article or rule of treaty law applied.
    """

    key: str
    rule: str
    value: Days | str | bool | None
    because: tuple[str, ...]
    subject: Act | int | None = None
    law: str = ""


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
