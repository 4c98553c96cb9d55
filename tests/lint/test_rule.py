"""A rule is a value made by its decorator."""

from __future__ import annotations

from collections.abc import Iterator

from treatyclock.declarations import declared
from treatyclock.lint.context import Context
from treatyclock.lint.finding import FindingKind, Remark
from treatyclock.lint.rule import LintRule, lint_rule

KIND = FindingKind("made-up", "It was made up.")


def test_a_function_becomes_a_rule() -> None:
    def find(context: Context) -> Iterator[Remark]:
        yield Remark(KIND, (), "a problem", "a hint")

    assert lint_rule()(find) == LintRule(find=find, of_clauses=False, order=50)
    assert lint_rule(of_clauses=True, order=3)(find) == LintRule(find=find, of_clauses=True, order=3)


def test_the_rules_there_are() -> None:
    rules = declared("treatyclock.lint.rules", LintRule)
    assert len(rules) > 10
    assert {rule.of_clauses for rule in rules} == {True, False}
    assert all(rule.find.__doc__ for rule in rules)
