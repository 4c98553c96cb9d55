"""Rules by name: what is asked of a time that is longer than a moment, such as a year.

Tables of dyads and years say that a treaty was in force "in 1941", and mean different things by it. Here the rule is
named, so that a table says what it means.
"""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.book.stretches import AGREED, ANY, EVERY
from treatyclock.errors import UnknownChoiceError


@dataclass(frozen=True, slots=True)
class TimeRule:
    """What is asked of a time that is longer than a moment.

    Attributes:
        name: Its name.
        days: ``"all"``, ``"first"`` or ``"last"``: which of its days count.
        how: How what holds on them is put together.
    """

    name: str
    days: str
    how: str


RULES = {
    rule.name: rule
    for rule in (
        TimeRule("one day", "all", AGREED),
        TimeRule("any day", "all", ANY),
        TimeRule("all year", "all", EVERY),
        TimeRule("1 January", "first", AGREED),
        TimeRule("31 December", "last", AGREED),
    )
}
"""The rules. "One day" is some day of the time, nobody knows which: yes or no only where all of its days agree."""

FOR_YEARS = ("all year", "1 January", "31 December")
"""Those that only years have."""


def rule_named(name: str, by: str | None) -> TimeRule:
    """Find a rule.

    Raises:
        UnknownChoiceError: If there is none of that name, or only for years and no years are asked about.

    Example:
        >>> rule_named("any day", None).how
        'any'
    """
    known = RULES if by == "year" else [each for each in RULES if each not in FOR_YEARS]
    if name not in known:
        raise UnknownChoiceError("rule", name, known)
    return RULES[name]
