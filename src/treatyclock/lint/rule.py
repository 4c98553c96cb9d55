"""What a rule is: a function that looks at a record and yields remarks, declared as a value by its decorator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from treatyclock.lint.context import Context
from treatyclock.lint.finding import Remark

Find = Callable[[Context], Iterator[Remark]]


@dataclass(frozen=True, slots=True)
class LintRule:
    """A rule.

    Attributes:
        find: Yields what it finds.
        of_clauses: Whether it looks at what clauses say, so that it holds for a reading's own clauses too.
        order: Of two findings on one key, the finding of the rule of the lower order comes first.
    """

    find: Find
    of_clauses: bool
    order: int = 50


def lint_rule(*, of_clauses: bool = False, order: int = 50) -> Callable[[Find], LintRule]:
    """Declare a rule.

    Args:
        of_clauses: Whether it looks at what clauses say, rather than at the record as a whole.
        order: Where its findings stand among those on the same key.
    """
    return lambda find: LintRule(find=find, of_clauses=of_clauses, order=order)
