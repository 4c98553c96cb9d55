"""Membership of an organisation without which a State cannot stay a party."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from treatyclock.civil.periods import Period
from treatyclock.law.clauses.base import Basis, Clause, Problem
from treatyclock.law.clauses.by_event import EventDay, on_the_day
from treatyclock.law.conventions.exit import MEMBERSHIP_REGAINED
from treatyclock.law.conventions.first_days import NOTICE_FIRST_DAY
from treatyclock.law.form import Form
from treatyclock.law.wording import AS_WRITTEN, Wording
from treatyclock.law.written import written


class Regained(Enum):
    """What becomes of the end of who is a member again in time."""

    STANDS = "stands"
    FALLS = "falls"


@dataclass(frozen=True, slots=True, kw_only=True)
class TiedTo(Clause):
    """Membership of an organisation without which a State cannot stay a party.

    Attributes:
        organisation: The organisation.
        parties: Who must be a member; everybody where not given.
        grace: How long after membership has ended the State is still a party.
        event_day: When it ceases to be a party on the day on which membership ends, where there is no such time;
            where not given, a day without an hour is the first out or the last in force, which is open.
        first_day_counts: Whether the day on which it ended is the first of that time.
        regained: Whether the end stands for a State that is a member again before it comes, where the text says so.
        basis: Where the clause stands.
    """

    TABLE: ClassVar[str] = "tied_to"
    DOC: ClassVar[str] = "an organisation: only its members can be parties"
    PLACE: ClassVar[int] = 90

    organisation: str = written(Form.TEXT, "the organisation")
    parties: tuple[str, ...] = written(
        Form.PARTY, "who must be a member; every party if left out", many=True, default=()
    )
    grace: Period = written(
        Form.PERIOD, "how long a State stays a party after it has ceased to be a member", default=Period()
    )
    event_day: EventDay | None = written(
        EventDay, "when it ends on the day on which membership ends, where the text says so", default=None
    )
    first_day_counts: bool | None = written(
        Form.FIRST_DAY,
        "whether the first day counts, where the text says so",
        key="first_day",
        settles=NOTICE_FIRST_DAY,
        default=None,
    )
    regained: Regained | None = written(
        Regained,
        "whether the end stands or falls for who is a member again before it comes, where the text says so",
        settles=MEMBERSHIP_REGAINED,
        default=None,
    )
    basis: Basis = Basis()

    @property
    def may_end(self) -> bool:
        """Whether it can bring the treaty to an end, for all or for one."""
        return True

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        if self.event_day is not None:
            grace = f" with {on_the_day(self.event_day)}its ceasing to be a member"
        else:
            grace = f" {self.grace.words} after it has ceased" if self.grace else " when it has ceased"
            grace += " to be a member"
        who = f"Of {wording.parties(self.parties)}, a State" if self.parties else "A State"
        return f"{who} ceases to be a party{grace} of {self.organisation}."

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together."""
        if has("event_day") and has("grace"):
            yield "event_day", "stands beside grace", "leave one of the two out"

    def binds(self, party: str) -> bool:
        """Tell whether a party must be a member."""
        return not self.parties or party in self.parties

    @property
    def presupposes_many(self) -> bool:
        """Whether no treaty between two would have it."""
        return True
