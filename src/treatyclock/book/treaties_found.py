"""Which treaties of a book were in force at a time: those that were, those that may have been, each with its answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from treatyclock.answers.answer import Answer
from treatyclock.book.fault import BookFault
from treatyclock.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A treaty that was in force, or may have been.

    Attributes:
        treaty: Its id.
        kinds: Of which kind it is.
        answer: The answer of that treaty alone, with everything on which it depends.
    """

    treaty: str
    kinds: tuple[str, ...]
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatiesFound:
    """The treaties that were in force at a time, or may have been.

    Attributes:
        yes: Those that were.
        unknown: Those of which it is not known.
        unusable: Treaties of which no dates can be worked out, or which the book leaves out for their faults, and why.
        named: Whether the book is known to tell of whom it was asked: a treaty names each, or the book is whole.
        beyond: The last day of which the book tells, where the time asked about may lie after it; None elsewhere.
    """

    yes: tuple[Held, ...]
    unknown: tuple[Held, ...]
    unusable: tuple[BookFault, ...] = ()
    named: bool = True
    beyond: date | None = None

    @property
    def truth(self) -> Truth:
        """Whether any treaty of the book was in force."""
        if self.yes:
            return Truth.YES
        open = self.unknown or self.unusable or not self.named or self.beyond is not None
        return Truth.UNKNOWN if open else Truth.NO

    def __iter__(self) -> Iterator[Held]:
        """Yield those that were in force, then those that may have been."""
        return iter((*self.yes, *self.unknown))

    def __len__(self) -> int:
        """Count them."""
        return len(self.yes) + len(self.unknown)

    def __str__(self) -> str:
        """Write a line for each."""
        lines = [f"{each.treaty}: {each.answer.truth.value}" for each in self]
        lines += [f"{each.treaty}: unknown ({each.place_and_problem})" for each in self.unusable]
        if not self.named:
            lines.append("no treaty of the book names one of these States: whether other treaties do is not known")
        if self.beyond is not None and not self.yes:
            lines.append(f"the table goes up to {self.beyond}: whether there is a later treaty is not known")
        return "\n".join(lines) or "none of the book's treaties"
