"""What all clauses share: where they stand, what they say, and what they presuppose."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from treatyclock.civil.moments.moment import Moment
from treatyclock.law.wording import AS_WRITTEN, Wording

Problem = tuple[str, str, str]
"""A fault of meaning in a clause: the key (empty for the whole), what is wrong, and what would mend it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Where a clause stands.

    Attributes:
        ref: The article, such as ``"art. 3"``.
        sources: The ids of the sources that give it.
        known: The day from which it is known, of a clause that came later than the treaty; None for one of the treaty.
        before: The clause as it stood before that day, where the treaty had one.
    """

    ref: str = ""
    sources: tuple[str, ...] = ()
    known: Moment | None = None
    before: Clause | None = None


class Clause:
    """A final clause: frozen, self-describing, without computation.

    Attributes:
        TABLE: The name of its table in a treaty file.
        DOC: What the table is.
        PLACE: Where a file has it among the others: tables stand in the order of their places.
        SEVERAL: Whether a treaty may have several of it, side by side.
        FOR_THE_RECORD: Whether it moves no date of the treaty, so that no status is computed from it.
    """

    __slots__ = ()
    TABLE: ClassVar[str]
    DOC: ClassVar[str]
    PLACE: ClassVar[int]
    SEVERAL: ClassVar[bool] = False
    FOR_THE_RECORD: ClassVar[bool] = False
    basis: Basis

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says, as a sentence."""
        raise NotImplementedError

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together in it.

        Args:
            has: Tells whether a key stands in the file, well written or not.
        """
        yield from ()

    @classmethod
    def problems_beside(cls, clauses: Sequence[Clause]) -> Iterator[tuple[int, Problem]]:
        """Yield what does not hang together among several of this kind, with the number of the one at fault."""
        yield from ()

    @property
    def presupposes_many(self) -> bool:
        """Whether no treaty between two would have it."""
        return False

    @property
    def may_end(self) -> bool:
        """Whether it can bring the treaty to an end, for all or for one; a term does so where nothing renews it."""
        return False

    @property
    def presupposes_term(self) -> Problem | None:
        """What is wrong with it where there is no term; None if it needs none."""
        return None
