"""Levels: how much of the law, and of what is not known, an engine must take on to answer a question."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from treatyclock.law.clauses.conditions import InForce
from treatyclock.law.clauses.others import Companion, OtherTreaty
from treatyclock.law.record import Record
from treatyclock.law.vocabulary import ACT_KINDS
from treatyclock.testing.expectations import Expectation
from treatyclock.testing.suite.features import condition_word
from treatyclock.truth import Truth

LEVELS: Mapping[int, str] = {
    1: "two parties, exact times, definite answers",
    2: "two parties, open conventions, vague days",
    3: "many parties, each with days of its own",
    4: "readings, what was known, records in part",
    5: "parts, members, territories, other treaties",
}
"""Every level, and what it asks for beyond the levels below it."""

_OPEN, _MANY, _KNOWLEDGE, _BEYOND = 2, 3, 4, 5
_OTHER_TREATIES = (
    *(f"clause:{clause.TABLE}" for clause in (OtherTreaty, Companion)),
    *(f"act:{kind.name}" for kind in ACT_KINDS.values() if "treaty" in kind.uses),
    f"condition:{condition_word(InForce)}",
)
_LEVEL_OF: Mapping[str, int] = {
    **dict.fromkeys(("time:vague", "time:any zone"), _OPEN),
    **dict.fromkeys(("ask:reading", "ask:known_as_of", "table:record"), _KNOWLEDGE),
    **dict.fromkeys(
        ("ask:part", "table:part", "parties:members", "parties:territories", "time:event of a case"), _BEYOND
    ),
    **dict.fromkeys(_OTHER_TREATIES, _BEYOND),
}


def level_of(record: Record, expected: Expectation, features: Collection[str]) -> int:
    """Return the level of a question: the highest that anything in it needs.

    Args:
        record: The record that is asked.
        expected: The question and what must come out.
        features: What an engine must know to answer it.

    Example:
        >>> from treatyclock.testing.expectations import expectations_in
        >>> from treatyclock.testing.suite.features import features_of
        >>> found = expectations_in('''treaty: soviet-japanese-neutrality-pact
        ... ===
        ... 1945-08-09 | yes | party
        ... 1946-04-25 | unknown | party, former party | first_day
        ... 1946-04-25 reading=japanese-government | no | former party
        ... ''')
        >>> record = found.treaty.record
        >>> [level_of(record, each, features_of(record, each)) for each in found.expected]
        [1, 2, 4]
    """
    is_open = expected.truth is Truth.UNKNOWN or expected.depends_on or len(expected.values) > 1
    by_features = (_LEVEL_OF.get(feature, 1) for feature in features)
    return max(*by_features, _OPEN if is_open else 1, 1 if record.bilateral else _MANY)
