"""What the library knows for an argument."""

from __future__ import annotations

import pytest

from treatyclock.cli import parser
from treatyclock.cli.completion.values import _VALUES, values_of
from treatyclock.errors import UnknownTreatyError


def test_every_argument_with_values_is_one_of_a_sub_command() -> None:
    known = {name: {each.dest for each in parser.options()} for name, parser in parser().sub_commands().items()}
    for key in _VALUES:
        command, _, name = key.rpartition(".")
        assert any(name in names for at, names in known.items() if command in ("", at)), key


def test_a_treaty_that_is_not_there() -> None:
    with pytest.raises(UnknownTreatyError):
        list(values_of("ask", "party", {"treaty": ["no-such-treaty"]}))
    assert list(values_of("ask", "party", {})) == list(values_of("ask", "at", {})) == []


def test_parts_of_a_treaty() -> None:
    assert list(values_of("ask", "part", {"treaty": ["soviet-japanese-neutrality-pact"]})) == []
    assert dict(values_of("ask", "reading", {"treaty": ["soviet-japanese-neutrality-pact"]}))["molotov-to-sato"]
