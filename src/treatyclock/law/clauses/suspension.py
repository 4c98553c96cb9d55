"""The clause on suspension: who may suspend the treaty's operation alone, on which ground, after which notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from treatyclock.civil.periods import Period
from treatyclock.law.clauses.base import Basis, Clause, Problem
from treatyclock.law.conventions.first_days import NOTICE_FIRST_DAY
from treatyclock.law.form import Form
from treatyclock.law.wording import AS_WRITTEN, Wording
from treatyclock.law.written import written


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension(Clause):
    """The right of a party to suspend the treaty's operation alone (Vienna Convention art. 57(a)).

    Attributes:
        parties: Who may; any party where not given.
        notice: How long before; no time at all where it takes effect at once.
        first_day_counts: Whether the day of the notice is the first of that time; None where the text is silent.
        needs_ground: Whether a ground must be stated, such as a breach of an essential element.
        basis: Where the clause stands.
    """

    TABLE: ClassVar[str] = "suspension"
    DOC: ClassVar[str] = "the right of a party to suspend the treaty's operation alone"
    PLACE: ClassVar[int] = 85

    parties: tuple[str, ...] = written(Form.PARTY, "who may; any party if left out", many=True, default=())
    notice: Period = written(
        Form.PERIOD, "how long before; leave it out where a suspension takes effect at once", default=Period()
    )
    first_day_counts: bool | None = written(
        Form.FIRST_DAY,
        "whether the first day counts, where the text says so",
        key="first_day",
        settles=NOTICE_FIRST_DAY,
        default=None,
    )
    needs_ground: bool = written(Form.FLAG, "whether a ground must be stated", default=False)
    basis: Basis = Basis()

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        who = wording.parties(self.parties) if self.parties else "A party"
        when = f" with a notice of {self.notice.words}" if self.notice else " at once"
        ground = "; it states its grounds" * self.needs_ground
        return f"{who} may suspend its operation{when}{ground}."

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together."""
        if has("first_day") and not self.notice:
            yield "first_day", "has no period to run from", "add notice = a period, or leave it out"
