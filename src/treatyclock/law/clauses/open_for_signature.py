"""The time in which a treaty is open for signature."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from treatyclock.civil.moments.moment import Moment
from treatyclock.law.clauses.base import Basis, Clause, Problem
from treatyclock.law.form import Form
from treatyclock.law.wording import AS_WRITTEN, Wording
from treatyclock.law.written import written


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenForSignature(Clause):
    """From when to when a treaty is open for signature, and to whom: no date of the treaty moves with it.

    Law: who may sign, and until when, the treaty says (Vienna Convention arts. 10 to 12). A signature that is on record
    was accepted, so that one outside that time counts all the same; ``check`` tells it.

    Attributes:
        since: The first day; None where the text has none.
        until: The last day; None where it stays open.
        parties: Who may sign; everybody listed where not given.
        basis: Where it stands.
    """

    TABLE: ClassVar[str] = "open_for_signature"
    DOC: ClassVar[str] = "from when to when the treaty is open for signature, and to whom"
    PLACE: ClassVar[int] = 15
    FOR_THE_RECORD: ClassVar[bool] = True

    since: Moment | None = written(
        Form.DAY, "the first day on which it is open for signature", key="from", default=None
    )
    until: Moment | None = written(Form.DAY, "the last day on which it is", default=None)
    parties: tuple[str, ...] = written(Form.PARTY, "who may sign; everybody listed if left out", many=True, default=())
    basis: Basis = Basis()

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        days = "" if self.since is None else f" from {wording.days(self.since.days)}"
        days += "" if self.until is None else f" until {wording.days(self.until.days)}"
        whose = f" by {wording.parties(self.parties)}" if self.parties else ""
        return f"The treaty is open for signature{whose}{days}."

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together."""
        if not any(map(has, ("from", "until", "parties"))):
            yield "", "says nothing", "give until = the last day, from, or parties"
        if self.since is not None and self.until is not None and self.until.days.last < self.since.days.first:
            yield "until", "lies before the first day", f"check both days: it opens on {self.since.days}"
