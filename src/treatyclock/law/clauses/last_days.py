"""The last day for an act: a day that the text names, or a period from the entry into force or from an act."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import Period
from treatyclock.law.form import Form
from treatyclock.law.wording import Wording
from treatyclock.law.written import written


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """A period from the treaty's entry into force, or from an act, within which something is to be done."""

    ENTRY: ClassVar[str] = "entry into force"
    PROVISIONAL: ClassVar[str] = "provisional application"
    WORDS: ClassVar[tuple[str, ...]] = (ENTRY, PROVISIONAL)

    period: Period = written(Form.SOME_PERIOD, "how long", key="elapsed")
    since: str = written(Form.ENTRY_OR_EVENT, "what it runs from: the treaty's entry into force, or an act")

    @staticmethod
    def named_as_a_day(since: str) -> tuple[str, str] | None:
        """Return what is wrong with the id of an act that is written as a day is, and a hint; None where it is not."""
        if not re.fullmatch(r"\d{4}(-\d\d){0,2}", since):
            return None
        return "is a day, and no act has such an id", "name an act, such as one of kind `event` on that day"

    def says(self, wording: Wording) -> str:
        """The last day."""
        since = "the treaty's entry into force" if self.since == self.ENTRY else self.since
        return f"{self.period.words} from {since}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ByDay:
    """A last day that the text names."""

    day: Moment

    def says(self, wording: Wording) -> str:
        """The last day."""
        return wording.days(self.day.days)


LastDay = ByDay | Within
