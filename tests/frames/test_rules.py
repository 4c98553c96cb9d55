"""Rules by name."""

from __future__ import annotations

import pytest

from treatyclock.errors import UnknownChoiceError
from treatyclock.frames.rules import FOR_YEARS, RULES, rule_named


def test_every_rule_is_found_for_years() -> None:
    assert [rule_named(name, "year").name for name in RULES] == list(RULES)


@pytest.mark.parametrize("name", FOR_YEARS)
def test_rules_of_years_need_years(name: str) -> None:
    with pytest.raises(UnknownChoiceError, match="any day"):
        rule_named(name, None)
