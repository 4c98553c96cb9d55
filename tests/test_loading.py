"""Treaties from files and texts, and back."""

from __future__ import annotations

from pathlib import Path

import pytest

import treatyclock as tc
from treatyclock.errors import UnknownTreatyError, WrongTypeError
from treatyclock.loading import dumps, from_dict, load, loads

PACT = load("soviet-japanese-neutrality-pact")


def test_a_file_a_text_and_tables_say_the_same(tmp_path: Path) -> None:
    file = tmp_path / "pact.toml"
    file.write_text(dumps(PACT), encoding="utf-8")
    assert load(file) == loads(dumps(PACT)) == from_dict(PACT.to_dict()) == PACT
    assert tc.load is load


def test_what_is_neither_shipped_nor_a_file_is_named_with_the_nearest() -> None:
    with pytest.raises(UnknownTreatyError, match="soviet-japanese-neutrality-pact"):
        load("soviet-japanese-neutrality-pac")


def test_only_a_treaty_is_written() -> None:
    with pytest.raises(WrongTypeError, match="a Treaty"):
        dumps("soviet-japanese-neutrality-pact")  # type: ignore[arg-type]
