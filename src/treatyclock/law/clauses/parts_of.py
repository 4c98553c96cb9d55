"""Parts of a number of States: two thirds of them, half of them, a majority."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

A_MAJORITY = "a majority"


@dataclass(frozen=True, slots=True)
class PartOf:
    """A part of a number of States; of a fraction of a State a whole one is needed.

    Attributes:
        share: The part; None for a majority, which is more than half.
    """

    share: Fraction | None = None

    @classmethod
    def of(cls, text: str) -> PartOf:
        """Read a part as a file writes it; the grammar has checked its form.

        Example:
            >>> PartOf.of("2/3").number(46)
            31
        """
        return cls() if text == A_MAJORITY else cls(Fraction(text))

    def number(self, of: int) -> int:
        """Return how many States that is at least.

        Example:
            >>> PartOf().number(4), PartOf().number(5), PartOf(Fraction(1, 2)).number(5)
            (3, 3, 3)
        """
        return of // 2 + 1 if self.share is None else -(-of * self.share.numerator // self.share.denominator)

    def __str__(self) -> str:
        """Write it as a file does."""
        return A_MAJORITY if self.share is None else str(self.share)
