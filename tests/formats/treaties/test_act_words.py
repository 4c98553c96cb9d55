"""An act in words: lists where a file may have them, true and false, an id that is free."""

from __future__ import annotations

import pytest

from treatyclock.errors import BadOptionError
from treatyclock.formats.treaties.act_words import NO_SOURCE, act_table, choices_of


def test_words_become_the_values_that_a_file_has() -> None:
    table = act_table("kind=suspension by=SUN to=JPN,USA on=1945 counts=false note='a, b' source=a,b", [])
    assert table == {
        "kind": "suspension", "by": "SUN", "to": ["JPN", "USA"], "on": "1945", "counts": False, "note": "a, b",
        "source": ["a", "b"], "id": "suspension-sun",
    }  # fmt: skip
    assert act_table("kind=ratification by=SUN on=1945", [])["ref"] == NO_SOURCE
    assert act_table("kind=x by=A on=1945", ["x-a", "x-a-2"])["id"] == "x-a-3"
    assert act_table("kind=x by=A id=own", ["own"])["id"] == "own"
    assert "id" not in act_table("by=A on=1945", [])
    assert act_table("kind=x by=A ordinal=35", [])["ordinal"] == 35
    assert act_table(f"kind=x by=A ordinal={10**30}", [])["ordinal"] == str(10**30)  # the grammar refuses it


def test_what_is_no_such_word() -> None:
    for text in ("", "kind", "=x", "kind=", "kind=a kind=b", "kind='a"):
        with pytest.raises(BadOptionError):
            act_table(text, [])


def test_choices() -> None:
    assert "denunciation" in choices_of("kind")
    assert (choices_of("on"), "by" in choices_of("nonsense")) == ((), True)
