"""The days beside a time at which a treaty was not in force: the last day in force before it, and the next after it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from treatyclock.answers.dates import Outcomes


class NotInForce(Enum):
    """Where a time at which it was not in force lies, in every world alike."""

    NOT_YET = "not yet"
    BETWEEN = "between two periods"
    NO_LONGER = "no longer"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The nearest days in force on either side, each with the answers to open questions it comes out under.

    Attributes:
        last_day_before: The last day in force before the time; empty where it was not in force before.
        first_day_after: The first day in force after the time; empty where it is not in force after.
    """

    last_day_before: Outcomes
    first_day_after: Outcomes

    @property
    def kind(self) -> NotInForce | None:
        """Where the time lies; None where the worlds differ on that."""
        sides = tuple(
            {bool(each.value) for each in outcomes} for outcomes in (self.last_day_before, self.first_day_after)
        )
        return _KINDS.get(tuple(side.pop() for side in sides) if all(len(side) == 1 for side in sides) else ())


_KINDS: dict[tuple[bool, ...], NotInForce] = {
    (False, True): NotInForce.NOT_YET,
    (True, True): NotInForce.BETWEEN,
    (True, False): NotInForce.NO_LONGER,
    (False, False): NotInForce.NEVER,
}
