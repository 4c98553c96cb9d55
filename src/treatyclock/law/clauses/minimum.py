"""The clause by which a treaty ends once too few are left (Vienna Convention art. 55: only where it says so)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from treatyclock.law.clauses.base import Basis, Clause, Problem
from treatyclock.law.form import Form
from treatyclock.law.wording import AS_WRITTEN, Wording
from treatyclock.law.written import written


@dataclass(frozen=True, slots=True, kw_only=True)
class MinimumParties(Clause):
    """A number of parties below which the treaty ends for all (Genocide Convention, art. XV).

    Attributes:
        number: How many there must be.
        among: Which parties are counted; all where not given.
        basis: Where the clause stands.
    """

    TABLE: ClassVar[str] = "minimum_parties"
    DOC: ClassVar[str] = "the least number of parties: with fewer the treaty ends for all"
    PLACE: ClassVar[int] = 100
    SEVERAL: ClassVar[bool] = True

    number: int = written(Form.COUNT, "how many parties there must be")
    among: tuple[str, ...] = written(Form.PARTY, "which parties are counted; all if left out", many=True, default=())
    basis: Basis = Basis()

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together."""
        if self.among and self.number > len(self.among):
            yield "number", f"is more than the {len(self.among)} parties that are counted", "check number and among"

    @property
    def may_end(self) -> bool:
        """Whether it can bring the treaty to an end, for all or for one."""
        return True

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        if self.among:
            number = f"fewer than {self.number}" if self.number > 1 else "none"
            return f"The treaty ends for all once {number} of {wording.parties(self.among)} is a party."
        return f"The treaty ends for all once there are fewer than {self.number} parties."

    @property
    def presupposes_many(self) -> bool:
        """Whether no treaty between two would have it."""
        return True
