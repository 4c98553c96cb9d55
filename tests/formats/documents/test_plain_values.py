"""What a parsed document holds, as JSON has it, and no deeper than is safe."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from treatyclock.formats.documents.plain_values import MOST_NESTED, plain_values, too_deep


def nested(levels: int) -> Any:
    value: Any = "x"
    for _ in range(levels):
        value = {"a": [value]}
    return value


def test_depth() -> None:
    assert not too_deep("x")
    assert not too_deep(nested(MOST_NESTED // 2))
    assert too_deep(nested(MOST_NESTED))
    endless: dict[str, Any] = {}
    endless["a"] = [endless]
    assert too_deep(endless)


def test_values_shared_many_times_over_are_looked_at_once() -> None:
    value: Any = []
    for _ in range(MOST_NESTED - 2):
        value = [value, value]  # two to the power of the depth, if each were walked anew
    assert not too_deep(value)


def test_what_json_lacks_becomes_what_it_has() -> None:
    assert plain_values({"on": date(1941, 4, 13), "at": [datetime(1941, 4, 13, 15, tzinfo=UTC)]}) == {
        "on": "1941-04-13",
        "at": ["1941-04-13T15:00:00+00:00"],
    }
    assert plain_values((1, 2.0, 2.5)) == [1, 2, 2.5]
    assert plain_values(10**5000) == "a number too large"
    assert plain_values(True) is True
