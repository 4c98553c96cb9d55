"""What a clause says of a convention: the clause's own field that settles it tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

from treatyclock.civil.moments.moment import Moment
from treatyclock.law.clauses.base import Clause
from treatyclock.law.conventions.convention import Convention
from treatyclock.law.conventions.first_days import COUNTED, NOT_COUNTED
from treatyclock.law.conventions.term import FOR_EVER
from treatyclock.law.record import Counting
from treatyclock.law.written import written_fields

Speaker = Clause | Counting

COUNTING = "counting"
"""The table in which a file says how days are counted."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a clause says of a convention.

    Attributes:
        answers: The answers: none where it is silent, several where it leaves the convention open between them.
        place: The path of the key that would settle the convention in a file; of the table alone where the clause has
            no such key, and empty where no clause asks.
    """

    answers: tuple[str, ...] = ()
    place: tuple[str, ...] = ()


def said(speaker: Speaker | None, which: Convention) -> Said:
    """Return what a clause says of a convention.

    Example:
        >>> from treatyclock.civil.periods import Period
        >>> from treatyclock.law.clauses.sunset import Sunset
        >>> from treatyclock.law.conventions.first_days import SUNSET_FIRST_DAY
        >>> said(Sunset(lasts=Period.of("P1Y"), first_day_counts=True), SUNSET_FIRST_DAY)
        Said(answers=('counted',), place=('sunset', 'first_day'))
    """
    if speaker is None:
        return Said()
    table: Any = type(speaker)
    found = next((each for each in _settling(table) if each[0] == which), None)
    place = (speaker.TABLE if isinstance(speaker, Clause) else COUNTING,)
    if found is None:
        return Said(place=place)
    _, names, keys = found
    value: Any = speaker
    for name in names:
        value = None if value is None else getattr(value, name)
    if isinstance(value, tuple):
        answers = tuple(dict.fromkeys(answer_name(each) for each in value))
    else:
        answers = () if value is None else (answer_name(value),)
    return Said(answers=answers, place=(*place, *keys))


def answer_name(value: object) -> str:
    """Return the name by which a value of a field answers a convention.

    Example:
        >>> answer_name(True), answer_name(None), answer_name(2)
        ('counted', 'for ever', '2')
    """
    if isinstance(value, bool):
        return COUNTED if value else NOT_COUNTED
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Moment):
        return str(value.days)
    return FOR_EVER if value is None else str(value)


@cache
def _settling(table: Any) -> tuple[tuple[Convention, tuple[str, ...], tuple[str, ...]], ...]:
    """Return the conventions that a clause's fields settle, with the names and the keys that lead to each field."""
    return tuple(_walked(table))


def _walked(table: type[Any]) -> Iterator[tuple[Convention, tuple[str, ...], tuple[str, ...]]]:
    for name, how, _ in written_fields(table):
        if how.settles is not None:
            yield how.settles, (name,), (how.key,)
        elif isinstance(how.form, type) and is_dataclass(how.form):
            for which, names, keys in _walked(how.form):
                yield which, (name, *names), (how.key, *keys)
