"""The rules: each looks at a matter and yields remarks; a file for what belongs together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from treatyclock.lint.context import Matter
from treatyclock.lint.finding import Remark
from treatyclock.lint.rules import acts, clauses, leftovers, notices, openness, terms

Rule = Callable[[Matter], Iterator[Remark]]

OF_CLAUSES: tuple[Rule, ...] = (*clauses.RULES, *terms.RULES)
"""Rules on what the clauses say: they hold for a reading's own clauses too."""

OF_THE_RECORD: tuple[Rule, ...] = (*openness.RULES, *notices.RULES, *acts.RULES, *leftovers.RULES)
"""Rules on the record as a whole."""
