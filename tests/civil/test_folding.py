"""Spellings that differ only in looks compare as one."""

from __future__ import annotations

import pytest

from treatyclock.civil._folding import fold, lost_sign


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


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("8\u00b9 May", "\u00b9"), ("194\u2075", "\u2075"), ("8\u00bd May", "\u00bd"), ("\u2460 May", "\u2460"),
        ("1\u03369 May", "\u0336"), ("Sh\u014dwa 16", ""), ("\uff11\uff16", ""), ("8\u00a0May", ""),
        ("\u662d\u548c", ""), ("", ""),
    ],
)  # fmt: skip
def test_signs_that_would_become_figures(text: str, sign: str) -> None:
    assert lost_sign(text) == sign
