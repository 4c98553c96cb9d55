"""A treaty beside another one: what a later treaty, or one with which it stands or falls, leaves of its life.

- The parties to a treaty may end it by a later one (VCLT 54(b), 59). Such a clause has its effect with the entry into
  force of the later treaty, and not from its adoption, as clauses that VCLT 24(4) names have: the day of that entry is
  the first day on which the earlier one is out. An earlier treaty that was not in force by then never enters into force
  any more.
- A treaty that provides so falls with another (VCLT 54(a)): the first day on which the other is out is its own first
  day out.

- An end that is recorded as a fact goes before all that, as it goes before what the treaty's own acts give.

Days are labels: the day of the other treaty's entry is a day of this treaty too, from this one's own midnight.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import product

from treatyclock.testing.oracle.days import UnsettledError
from treatyclock.testing.oracle.two.life import Life

Ends = set[date | None]
"""The first day out that the other treaty brings, in each way in which that one may be read; None for none."""


def by_later(later: Iterable[Life]) -> Ends:
    """The first days out by a later treaty that ends this one.

    Law: VCLT 54(b), 59(1).
    """
    return {_entry(life) for life in later}


def _entry(life: Life) -> date | None:
    """The day of entry into force; None where the treaty had ended before it could enter.

    Law: VCLT 24(1).
    """
    if life.entry is None:
        if life.over is not None:
            raise UnsettledError("the other treaty was perhaps in force by acts that are not on record")
        return None
    begins = life.world.midnight(life.entry)
    over = [end is not None and end <= begins for end in (life.perhaps_over, life.over)]
    if any(over) and not all(over):
        raise UnsettledError("perhaps it ended before it could enter into force")
    return None if all(over) else life.entry


def by_companion(others: Iterable[Life]) -> Ends:
    """The first days out by a treaty with which this one falls.

    Law: VCLT 54(a).
    """
    found: Ends = set()
    for life in others:
        if life.over != life.perhaps_over:
            raise UnsettledError("the end of the other treaty within a range")
        if _entry(life) is None or life.over is None:
            found.add(None)  # what was never in force takes nothing with it
            continue
        day = life.world.day_of(life.over)
        if life.over != life.world.midnight(day):
            raise UnsettledError("the end of the other treaty at an hour")
        found.add(day)
    return found


def as_recorded(own: Sequence[Life], ends: Ends) -> Ends:
    """What the other treaty brings: nothing, where an end is recorded and the treaty was in force before.

    Law: a fact on the record that the depositary keeps (VCLT 77).
    """
    for life, out in product(own, ends):
        if life.spec.end and out is not None and (life.entry is None or out <= life.entry):
            raise UnsettledError("an end recorded for a treaty that by another one never entered into force")
    return {None} if any(life.spec.end for life in own) else ends


def truth(own: Sequence[Life], ends: Ends, at: datetime) -> str:
    """Whether this treaty was in force beside the other: its own end that was recorded goes before all others."""
    answers = {
        "no" if out is not None and life.spec.end is None and at >= life.world.midnight(out) else life.at(at)
        for life, out in product(own, ends)
    }
    return answers.pop() if len(answers) == 1 else "unknown"
