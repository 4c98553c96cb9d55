"""The stretch of its term in which a treaty is on a day."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.answers.dates import DateAnswer, Outcomes


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TermAnswer(DateAnswer):
    """The last day of the stretch of the term that runs on a day; no day where none runs.

    Attributes:
        renewed: How often the term had been renewed by then, in each outcome, in digits; empty where no term runs.
    """

    renewed: Outcomes = ()
