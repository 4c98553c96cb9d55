"""The table of labels, ``labels.toml``: how it names clocks. What the names mean is read in ``labels``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def label_table() -> dict[str, Any]:
    """Return the table as it is written.

    Example:
        >>> label_table()["label"][0]["id"]
        'Greenwich mean time'
    """
    return tomllib.loads(resources.files(__package__).joinpath("labels.toml").read_text(encoding="utf-8"))


def is_label(text: str) -> bool:
    """Tell whether the table has a label.

    Example:
        >>> is_label("G.M.T."), is_label("Europe/Moscow")
        (True, False)
    """
    return folded_label(text) in _names()


def folded_label(text: str) -> str:
    """Bring a label to the form in which spellings compare: its letters and digits, in small letters.

    Example:
        >>> folded_label("G.M.T.")
        'gmt'
    """
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def letter_aliases(letter: str) -> tuple[str, ...]:
    """Return what else a military letter is called.

    Example:
        >>> letter_aliases("Z")
        ('zone Z',)
    """
    return (f"zone {letter}",)


@cache
def _names() -> frozenset[str]:
    data = label_table()
    spellings = [name for entry in data["label"] for name in (entry["id"], *entry["aliases"])]
    letters = (*data["military"]["letters"], *data["military"]["local"])
    spellings += [name for letter in letters for name in (letter, *letter_aliases(letter))]
    return frozenset(map(folded_label, spellings))
