"""Acts that reached several depositaries on different days: which of the days counts.

Law: consent is established by the deposit with the depositary (Vienna Convention art. 16(b)), and a notice is made once
the depositary receives it (art. 78(b)). The depositary may be several States (art. 76(1)). Which of several deposits
counts is then for the treaty to say: that with any of them, or the last, with which all have it. Where it is silent, it
is open whether the first counts or the last of those that were made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment, on_days
from treatyclock.derive.reasoning.reasons import Rule
from treatyclock.derive.reasoning.worlds import Choices, Question
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.deposits import first_of, last_of
from treatyclock.law.conventions.deposits import DEPOSIT, THE_FIRST
from treatyclock.law.depositaries import Deposit
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record

_LAW = "Vienna Convention on the Law of Treaties, arts. 16(b), 76(1) and 78"
FIRST_COUNTS = Rule("first deposit", "of its deposits the first counts, that of {value}", _LAW)
LAST_COUNTS = Rule("last deposit", "of its deposits the last counts, that of {value}", _LAW)


def with_deposits(record: Record, reading: Reading, choices: Choices) -> Record:
    """Return a record in which each act is received once: by the deposit that counts in this world.

    Args:
        record: The record.
        reading: Whose choice goes before the text.
        choices: Where the text is silent, these are asked, if it makes a difference for any act.
    """
    if not any(deposits_differ(record, act) for act in (*record.acts, *record.dropped)):
        return record
    received = _by_all(record) if last_counts(record, reading, choices) else _by_the_first

    def of(acts: Sequence[Act]) -> tuple[Act, ...]:
        return tuple(replace(act, received=received(act)) if deposits_differ(record, act) else act for act in acts)

    return replace(record, acts=of(record.acts), dropped=of(record.dropped), added=of(record.added))


def last_counts(record: Record, reading: Reading, choices: Choices) -> bool:
    """Tell whether of several deposits the last counts, and not the first."""
    chosen = reading.chooses(DEPOSIT)
    said = None if record.depositary is None else record.depositary.deposit
    if chosen is None and said is not None:
        return said is not Deposit.THE_FIRST
    return (chosen or choices.choose(ASKED)) != THE_FIRST


ASKED = Question(
    key=DEPOSIT.key,
    text=DEPOSIT.question,
    alternatives=DEPOSIT.alternatives,
    settled_by=("depositary", "deposit"),
)
"""What is asked where the text is silent."""


def deposits_differ(record: Record, act: Act) -> bool:
    """Tell whether it makes a difference for an act which of its deposits counts."""
    if not act.deposits or record.depositary is None or any(each.parties for each in record.depositary.several):
        return False  # one date serves for all, or each party has a depositary of its own
    return _by_the_first(act) != _by_all(record)(act)


def _by_the_first(act: Act) -> Moment:
    return first_of([at for _, at in act.deposits])


def _by_all(record: Record) -> Callable[[Act], Moment]:
    depositary = record.depositary
    several = () if depositary is None else depositary.several
    all_of_them = depositary is not None and depositary.deposit is Deposit.WITH_ALL

    def received(act: Act) -> Moment:
        last = last_of([at for _, at in act.deposits])
        lacking = {each.id for each in several} - {id for id, _ in act.deposits}
        if lacking and (all_of_them or record.coverage.until is not None):
            # Of the others the record does not tell when they had it; after the day up to which it goes they may.
            return on_days(str(last), [Days.between(last.days.first)], last.zones)
        return last

    return received
