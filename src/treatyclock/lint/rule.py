"""What a rule is: a function that looks at a record and yields remarks, declared as a value by its decorator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from treatyclock.lint.context import Context
from treatyclock.lint.finding import Remark


@dataclass(frozen=True, slots=True)
class LintRule:
    """A rule.

    Attributes:
        find: Yields what it finds.
        of_clauses: Whether it looks at what clauses say, so that it holds for a reading's own clauses too.
    """

    find: Callable[[Context], Iterator[Remark]]
    of_clauses: bool


def of_clauses(find: Callable[[Context], Iterator[Remark]]) -> LintRule:
    """Declare a rule on what the clauses say."""
    return LintRule(find, of_clauses=True)


def of_the_record(find: Callable[[Context], Iterator[Remark]]) -> LintRule:
    """Declare a rule on the record as a whole."""
    return LintRule(find, of_clauses=False)
