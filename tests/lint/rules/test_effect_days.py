"""What a clause calls the day of effect, beside how it counts its period."""

from __future__ import annotations

import pytest

from small_treaties import clause, findings, text_of_two
from treatyclock.lint.rules import effect_days

FOUND = ["effect-day-unheeded denunciation.effect_day"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"first_day": "not counted", "effect_day": "first out"}, FOUND),
        ({"first_day": "counted", "effect_day": "last in force"}, FOUND),
        ({"first_day": "counted", "effect_day": "first out"}, []),
        ({"first_day": "not counted", "effect_day": "last in force"}, []),
        ({"first_day": "not counted"}, []),
        ({"effect_day": "first out"}, []),
        ({"effect_day": "first out", "lands": "the first of the next month"}, []),
    ],
)
def test_effect_days(said: dict[str, str], found: list[str]) -> None:
    text = text_of_two(clause("denunciation", when="at any time", notice="P6M", **said))
    assert findings(text, effect_days) == found


def test_what_takes_effect_at_once_has_no_period() -> None:
    said = clause("denunciation", when="at any time", first_day="not counted", effect_day="first out")
    assert findings(text_of_two(said), effect_days) == []
