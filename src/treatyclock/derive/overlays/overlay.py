"""What an overlay is: a status that a State has beside being a party or not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from treatyclock.civil.days import Days
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.reasoning.timing import Span
from treatyclock.law.status import Status


class WithoutLimit(Enum):
    """How long something lasts that has no last day."""

    FOR_EVER = "without limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """Something that goes on beside membership.

    Attributes:
        status: The status that it gives where membership leaves room for it.
        begins: When it begins.
        ends: When it ends; None where it does not.
        because: The reasons.
        what: What happens when it begins, in a few words.
        last_day: Its last day, for surviving effect; None for what is no surviving effect.
    """

    status: Status
    begins: Span
    ends: Span | None
    because: tuple[Key, ...]
    what: str
    last_day: Days | WithoutLimit | None = None
