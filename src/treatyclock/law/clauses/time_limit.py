"""The clause on a time limit: up to which day something may be put off, or must be done, while the treaty goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import Period
from treatyclock.law.clauses.base import Basis, Clause, Problem
from treatyclock.law.clauses.last_days import Within
from treatyclock.law.conventions.first_days import TIME_LIMIT_FIRST_DAY
from treatyclock.law.form import Form
from treatyclock.law.wording import AS_WRITTEN, Wording
from treatyclock.law.written import written


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLimit(Clause):
    """A transition period, or the time for an obligation: its last day is told, and nothing ends by it.

    Attributes:
        text: What may be put off, or is to be done, in words.
        parties: The States for which it is; all where not given.
        lasts: How long; None where the text names the last day.
        until: The last day that the text names; None where it gives a period.
        since: What it runs from: the treaty's entry into force or provisional application, or the id of an act.
        first_day_counts: Whether the day that it runs from is its first; None where the text is silent.
        basis: Where the clause stands.
    """

    TABLE: ClassVar[str] = "time_limit"
    DOC: ClassVar[str] = "up to which day something may be put off, or must be done; no status follows from it"
    PLACE: ClassVar[int] = 120
    SEVERAL: ClassVar[bool] = True
    FOR_THE_RECORD: ClassVar[bool] = True

    text: str = written(Form.TEXT, "what may be put off, or is to be done, in words")
    parties: tuple[str, ...] = written(Form.PARTY, "the States for which it is; all if left out", many=True, default=())
    lasts: Period | None = written(Form.SOME_PERIOD, "how long", default=None)
    until: Moment | None = written(Form.DAY, "its last day, where the text names one", default=None)
    since: str = written(
        Form.BEGINNING_OR_EVENT,
        "what it runs from: the treaty's entry into force or provisional application, or an act",
        key="from",
        default=Within.ENTRY,
    )
    first_day_counts: bool | None = written(
        Form.FIRST_DAY,
        "whether the first day counts, where the text says so",
        key="first_day",
        settles=TIME_LIMIT_FIRST_DAY,
        default=None,
    )
    basis: Basis = Basis()

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        whose = f" for {wording.parties(self.parties)}" if self.parties else ""
        if self.until is not None:
            return f"There is a time limit{whose} until {wording.days(self.until.days)}: {self.text}"
        assert self.lasts is not None
        return f"There is a time limit{whose} of {self.lasts.words} from {self.since}: {self.text}"

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together."""
        if not has("lasts") and not has("until"):
            yield "lasts", "is missing", "say how long: lasts = a period; or until = its last day"
        for key in ("lasts", "from", "first_day"):
            if has("until") and has(key):
                yield key, "has no meaning beside `until`", "leave out one of the two"
        if wrong := Within.named_as_a_day(self.since):
            yield ("from", *wrong)
