"""The clauses on a review: a conference that decides whether the treaty goes on, or reviews that decide nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from treatyclock.civil.periods import Period
from treatyclock.law.clauses.base import Basis, Clause, Problem
from treatyclock.law.clauses.last_days import Within
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

    A review that decides nothing leaves the treaty as it is: only its day is told. Of those a treaty may have several.

    Attributes:
        covers: What is reviewed, in words, where that is not the treaty.
        parties: The States whose matter it is; all where not given.
        after: How long after the entry into force, or after an act, it is due.
        since: What that is counted from: the treaty's entry into force or provisional application, or the id of an act.
        every: How long after each review the next one is due; None for one review only.
        or_as_agreed: Whether another day may be agreed on.
        decides: Whether it decides whether the treaty goes on.
        until_decided: What holds from that day until it has decided; None where the text is silent.
        basis: Where the clause stands.
    """

    TABLE: ClassVar[str] = "review"
    DOC: ClassVar[str] = "a conference that decides whether the treaty goes on"
    PLACE: ClassVar[int] = 70
    SEVERAL: ClassVar[bool] = True

    covers: str = written(Form.TEXT, "what is reviewed, where that is not the treaty", default="")
    parties: tuple[str, ...] = written(
        Form.PARTY, "the States whose matter it is; all if left out", many=True, default=()
    )
    after: Period = written(Form.SOME_PERIOD, "how long after entry into force it is to decide, or is due")
    since: str = written(
        Form.BEGINNING_OR_EVENT,
        "what it is counted from: the treaty's entry into force or provisional application, or an act",
        key="from",
        default=Within.ENTRY,
    )
    every: Period | None = written(
        Form.SOME_PERIOD, "how long after each review that decides nothing the next one is due", default=None
    )
    or_as_agreed: bool = written(Form.FLAG, "true where another day may be agreed on", default=False)
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
        lead = f"{self.after.words} after {self.since}"
        if not self.decides:
            whose = f" for {wording.parties(self.parties)}" if self.parties else ""
            again = f", and again {self.every.words} after each review" if self.every is not None else ""
            again += ", or on another day as agreed" * self.or_as_agreed
            due = f"A review of {self.covers}{whose} is due" if self.covers else f"It is reviewed{whose}"
            return f"{due} {lead}{again}; the review by itself changes nothing."
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
        for key in ("covers", "parties", "from", "every", "or_as_agreed") if self.decides else ():
            if has(key):
                yield key, "belongs to a review that decides nothing", "add decides = false, or leave it out"
        if wrong := Within.named_as_a_day(self.since):
            yield ("from", *wrong)
        if self.every is not None and self.or_as_agreed:
            yield "or_as_agreed", "belongs to a review that is due once", "leave out every, or leave it out"

    @classmethod
    def problems_beside(cls, clauses: Sequence[Clause]) -> Iterator[tuple[int, Problem]]:
        """Yield the second of two conferences that decide whether the treaty goes on."""
        decide = [number for number, each in enumerate(clauses) if isinstance(each, Review) and each.decides]
        for number in decide[1:]:
            yield number, ("decides", "is left out in two of these clauses", "add decides = false to one of them")
