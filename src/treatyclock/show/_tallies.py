"""In words: how many instruments were needed and how many counted, and whose completed the number."""

from __future__ import annotations

from fractions import Fraction

from treatyclock.derive.reasoning.tally import Of, Tally
from treatyclock.errors import plain
from treatyclock.law.record import Record
from treatyclock.show.words import days, listed, names

_NAMED = {Of.SIGNATURES: "must sign", Of.CONSENTS: "must ratify", Of.EXCHANGES: "must exchange instruments"}
"""What each of the States in a list must do."""


def tally_words(value: Tally, record: Record) -> str:
    """Write a count, to stand behind the sentence of its rule."""
    needed = _needed(value)
    if value.day is not None:
        return f"with {days(value.day)}: {needed}, and {_there(value, record)}"
    lacking = f"; missing: {names(value.lacking, record)}" if value.lacking else ""
    return f"{needed}, and {_there(value, record)}{lacking}"


def _needed(value: Tally) -> str:
    if value.of is Of.SHARE:
        return f"{_percent(value.needed)} of {plain(value.table)} is needed"
    if value.of in _NAMED:
        return f"{value.needed} States {_NAMED[value.of]}"
    return f"{value.needed} {'is' if value.needed == 1 else 'are'} needed"


def _there(value: Tally, record: Record) -> str:
    """Write how much there was, and whose instruments: of many the last few and those that completed it."""
    count = f"{'up to ' if value.day is not None and not value.day.known else ''}{value.counted} counted"
    if value.of is Of.SHARE:
        count = f"{_percent(value.reached)} was reached with {value.counted} {_states(value.counted)}"
    elif value.of in _NAMED:
        count = f"{value.counted} {'has' if value.counted == 1 else 'have'} done so"
    if not value.counted:
        return count
    return f"{count}: {_whose(value, record)}"


def _whose(value: Tally, record: Record) -> str:
    earlier = value.counted - len(value.before) - len(value.with_day)
    before = [*([f"{earlier} earlier"] if earlier else []), *(names([each], record) for each in value.before)]
    # So many on one day stand in the statement of what they did.
    many = value.day is not None and len(value.with_day) > _MANY
    last = f"the {len(value.with_day)} of that day" if many else names(value.with_day, record)
    if not before:
        return last
    return f"{listed(before)}, then {last}"


_MANY = 8


def _states(number: int) -> str:
    return "State" if number == 1 else "States"


def _percent(share: Fraction) -> str:
    return f"{float(share * 100):.6g}%"
