"""Codes for the labels by which people list parties: names of States, in any script and of any length."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from treatyclock.law.parties import PARTY_CODE

_LONGEST = 16
_NOT_OF_A_CODE = re.compile("[^A-Za-z0-9]+")


def codes_of(labels: Iterable[str]) -> Mapping[str, str]:
    """Return the code of each label: the label itself where it is one, otherwise one made of its letters.

    Labels that come to the same code are numbered in alphabetical order, so the order of the rows changes nothing.

    Example:
        >>> list(codes_of(["FRA", "Côte d'Ivoire", "United Kingdom of Great Britain", "日本"]).values())
        ['FRA', 'Cote_d_Ivoire', 'United_Kingdom', 'Party']
        >>> codes_of(["Congo (Brazzaville), Republic", "Congo (Brazzaville), Rep."])["Congo (Brazzaville), Republic"]
        'Congo_2'
    """
    several = list(dict.fromkeys(labels))
    found = {label: label for label in several if PARTY_CODE.fullmatch(label)}
    taken = {code.casefold() for code in found.values()}
    for label in sorted(label for label in several if label not in found):
        made = code = _letters(label)
        number = 1
        while code.casefold() in taken:
            number += 1
            code = made[: _LONGEST - len(f"_{number}")] + f"_{number}"
        found[label] = code
        taken.add(code.casefold())
    return {label: found[label] for label in several}


def _letters(label: str) -> str:
    """Return the words of a label that fit into a code."""
    plain = unicodedata.normalize("NFKD", label)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    code = _NOT_OF_A_CODE.sub("_", plain).strip("_")
    if not code or not code[0].isalpha():
        code = f"Party_{code}".rstrip("_")
    if len(code) > _LONGEST:  # whole words, if even the first fits
        code = code[: _LONGEST + 1].rpartition("_")[0] or code[:_LONGEST]
    return code
