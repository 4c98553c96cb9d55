"""The clause on a time limit: up to which day something may be put off, or must be done, while the treaty goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from treatyclock.civil.periods import Period
from treatyclock.law.clauses.base import Basis, Clause
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
        lasts: How long.
        since: What it runs from: the treaty's entry into force, or the id of an act.
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
    lasts: Period = written(Form.SOME_PERIOD, "how long")
    since: str = written(
        Form.ENTRY_OR_EVENT,
        "what it runs from: the treaty's entry into force, or an act",
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
        return f"There is a time limit{whose} of {self.lasts.words} from {self.since}: {self.text}"
