"""The clause on a review: a conference that decides whether the treaty goes on, or one that decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from treatyclock.civil.periods import Period
from treatyclock.law.clauses.base import Basis, Clause, Problem
from treatyclock.law.conventions.term import UNTIL_DECIDED
from treatyclock.law.form import Form
from treatyclock.law.wording import AS_WRITTEN, Wording
from treatyclock.law.written import written


class UntilDecided(Enum):
    """What holds between the day by which a conference is to decide and a later decision."""

    GOES_ON = "goes on"
    HAS_ENDED = "has ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Clause):
    """A conference that decides what follows: until it has, the future is open, and the answer is unknown.

    A review that decides nothing leaves the treaty as it is: only its day is told.

    Attributes:
        after: How long after the entry into force it meets.
        every: How long after each review the next one is due; None for one review only.
        decides: Whether it decides whether the treaty goes on.
        until_decided: What holds from that day until it has decided; None where the text is silent.
        basis: Where the clause stands.
    """

    TABLE: ClassVar[str] = "review"
    DOC: ClassVar[str] = "a conference that decides whether the treaty goes on"
    PLACE: ClassVar[int] = 70

    after: Period = written(Form.SOME_PERIOD, "how long after entry into force it is to decide, or is due")
    every: Period | None = written(
        Form.SOME_PERIOD, "how long after each review that decides nothing the next one is due", default=None
    )
    decides: bool = written(Form.FLAG, "false for a review that leaves the treaty as it is", default=True)
    until_decided: UntilDecided | None = written(
        UntilDecided,
        "what holds from that day until a later decision, where the text says so",
        settles=UNTIL_DECIDED,
        default=None,
    )
    basis: Basis = Basis()

    @property
    def may_end(self) -> bool:
        """Whether it can bring the treaty to an end, for all or for one."""
        return self.decides

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        lead = f"{self.after.words} after entry into force"
        if not self.decides:
            again = f", and again {self.every.words} after each review" if self.every is not None else ""
            return f"It is reviewed {lead}{again}; the review by itself changes nothing."
        if self.until_decided is None:
            meanwhile = ""
        elif self.until_decided is UntilDecided.GOES_ON:
            meanwhile = " Until it has decided the treaty goes on."
        else:
            meanwhile = " If it has not decided by then the treaty ends."
        return f"{lead} a conference decides whether and for how long the treaty goes on.{meanwhile}"

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together."""
        if not self.decides and has("until_decided"):
            yield "until_decided", "belongs to a conference that decides", "leave it out, or leave out decides = false"
        if self.decides and has("every"):
            yield "every", "belongs to a review that decides nothing", "add decides = false, or leave it out"
