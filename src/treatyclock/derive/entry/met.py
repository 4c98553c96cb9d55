"""A condition of entry into force as it stands: met or not, by what, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from treatyclock.civil.days import EARLIEST, Days
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.law.acts.act import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A condition as it stands.

    Attributes:
        day: The day with which it was met; None if it was not.
        acts: The acts with which it was, or what was done towards it.
        because: The reasons.
        not_before: The day before which it was not met, whatever acts the record may lack.
        for_one_side: Whether it is taken to be met though those on one side alone had consented.
    """

    day: Days | None
    acts: tuple[Act, ...] = ()
    because: tuple[Key, ...] = ()
    not_before: date = EARLIEST
    for_one_side: bool = False
