"""How the days and the parties in a clause are written: as a treaty file has them, or as a printer writes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment


@dataclass(frozen=True, slots=True)
class Wording:
    """How a clause writes what is not its own words.

    Attributes:
        days: A date, or the range it lies in.
        moment: A date that may have an hour and a clock.
        month_day: A month and its day, of every year.
        parties: Parties by their codes, at least one.
    """

    days: Callable[[Days], str]
    moment: Callable[[Moment], str]
    month_day: Callable[[tuple[int, int]], str]
    parties: Callable[[Sequence[str]], str]


AS_WRITTEN = Wording(str, str, lambda day: f"{day[0]:02}-{day[1]:02}", ", ".join)
"""As a treaty file has them."""
