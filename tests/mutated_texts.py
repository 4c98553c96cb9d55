"""Texts that nobody wrote: what is written in earnest, changed at random."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_ODD = (
    *("", " ", "\x00", "\ufeff", "\u2028", "\u0301", "\U0001f600", "\u202e", "İ", "٣", "一", "½", "−", "’", "\\"),
    *('"', "'''", "[", "]", "{", "}", "[[", "=", "#", "..", "X", "~", "?", "%", "/", "Z", "T24:00", "+99:99", "-0"),
    *("_", "nan", "inf", "0", "00", "-1", "9999", "10000", "99999999999999999999", "0000-00-00", "-9999-12-31"),
    *("1e400", "Y170000002", "P1Y", "true", "[]", "{}"),
)  # fmt: skip


@dataclass(frozen=True)
class Mutator:
    """Changes texts of one kind by the pieces of others of that kind.

    Attributes:
        seeds: Texts as they are written in earnest.
    """

    seeds: Sequence[str]

    def mutated(self, chance: random.Random) -> str:
        """A seed with one to three changes."""
        text = chance.choice(self.seeds)
        for _ in range(chance.choice((1, 1, 1, 1, 2, 2, 3))):
            text = chance.choice(_CHANGES)(text, self, chance)
        return text

    def token(self, chance: random.Random) -> str:
        """A piece of some seed, or one that is odd wherever it stands."""
        if chance.random() < 0.4:
            return chance.choice(_ODD)
        found: list[str] = _TOKEN.findall(_excerpt(chance.choice(self.seeds), chance))
        return chance.choice(found or [""])

    def line(self, chance: random.Random) -> str:
        """A line of some seed."""
        lines: list[str] = chance.choice(self.seeds).split("\n")
        return chance.choice(lines)


def _excerpt(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text) + 1)
    return text[start : start + 40]


def _another_token(text: str, of: Mutator, chance: random.Random) -> str:
    found = [*_TOKEN.finditer(text)]
    if not found:
        return of.token(chance)
    at = chance.choice(found)
    return text[: at.start()] + of.token(chance) + text[at.end() :]


def _token_more(text: str, of: Mutator, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + of.token(chance) + text[at:]


def _piece_less(text: str, of: Mutator, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.choice((1, 1, 2, 5, 40)) :]


def _piece_again(text: str, of: Mutator, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    piece = text[at : at + chance.choice((1, 3, 20))]
    return text[:at] + piece * chance.choice((2, 2, 3, 50, 500)) + text[at:]


def _end_less(text: str, of: Mutator, chance: random.Random) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _lines(text: str, of: Mutator, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, of.line(chance))
        case 2:
            lines[at] = of.line(chance)
        case _:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
    return "\n".join(lines)


_CHANGES: tuple[Callable[[str, Mutator, random.Random], str], ...] = (
    *(_another_token, _another_token, _another_token, _token_more, _piece_less, _piece_again, _end_less),
    *(_lines, _lines),
)
