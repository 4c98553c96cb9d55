"""How many instruments were needed and how many counted, and whose."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from treatyclock.civil.days import Days


class Of(Enum):
    """What is counted."""

    INSTRUMENTS = "instruments"
    SHARE = "share"
    SIGNATURES = "signatures"
    CONSENTS = "ratifications"
    EXCHANGES = "exchanges"

    @property
    def of_each(self) -> bool:
        """Whether each of the States in a list must have done it."""
        return self in (Of.SIGNATURES, Of.CONSENTS, Of.EXCHANGES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was needed, what there was, and who completed it.

    Attributes:
        of: What is counted.
        needed: How much is needed: a number, or a share of the whole.
        reached: How much there was, with those that completed it, or in all where it was not enough.
        day: The day with which it was enough; None where it was not.
        counted: How many parties' instruments were counted.
        before: The last few of those that came before it was enough.
        with_day: Those that came with that day, or may have; where it was not enough, all, or the last few of many.
        lacking: The named States that are still missing.
        table: The table of weights, for a share.
    """

    of: Of
    needed: Fraction
    reached: Fraction
    day: Days | None
    counted: int
    before: tuple[str, ...] = ()
    with_day: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    table: str = ""


_LISTED = 6
"""As many names as a person reads in a sentence; of more only the last few before the end are named."""
_LAST_FEW = 3


def tally(
    of: Of,
    needed: Fraction,
    live: Mapping[str, Days],
    day: Days | None,
    *,
    named: Sequence[str] = (),
    weight: Callable[[str], Fraction] = lambda party: Fraction(1),
    table: str = "",
    total: Fraction = Fraction(1),
) -> Tally:
    """Count the instruments that there are, up to the day with which they are enough.

    Args:
        of: What is counted.
        needed: How much is needed.
        live: The day of each party's instrument that counts.
        day: The day with which it was enough; None where it was not.
        named: The States of which some may be missing.
        weight: How much a party's instrument weighs.
        table: The table of weights, for a share.
        total: The whole, for a share.
    """
    order = sorted(live, key=lambda party: (live[party].first, live[party].last))
    there = [party for party in order if day is None or live[party].first <= day.last]
    last = [party for party in there if day is None or live[party].last >= day.first]
    if day is None and not of.of_each and len(last) > _LISTED:
        last = last[-_LAST_FEW:]
    earlier = [party for party in there if party not in last] if day is not None else []
    return Tally(
        of=of,
        needed=needed / total,
        reached=sum(map(weight, there), Fraction(0)) / total,
        day=day,
        counted=len(there),
        before=tuple(earlier if len(there) <= _LISTED else earlier[-_LAST_FEW:]),
        with_day=tuple(last),
        lacking=tuple(party for party in named if party not in live) if day is None else (),
        table=table,
    )
