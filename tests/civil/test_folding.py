"""Spellings that differ only in looks compare as one."""

from __future__ import annotations

import pytest

from treatyclock.civil._folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Shōwa", "showa"), ("  A  B ", "a b"), ("１６", "16"), ("Straße", "strasse"), ("a\u2013b\u2014c", "a-b-c"),
        ("昭和", "昭和"), ("", ""),
    ],
)  # fmt: skip
def test_to_one_form(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded
