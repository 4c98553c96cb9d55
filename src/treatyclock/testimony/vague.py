"""What vague phrases mean: bounds out of a table, or bounds that a case gives.

The table is a convention. It is shown with every answer that used it, and a case may give other bounds.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Any

from treatyclock.errors import UnknownWordsError
from treatyclock.instants import DAY, HOUR, SECOND

MINUTE = 60 * SECOND


@dataclass(frozen=True, slots=True, kw_only=True)
class VaguePhrase:
    """Words of a source, and the bounds that they were given.

    Attributes:
        text: The words.
        least: The least that they may mean, in microseconds.
        most: The most.
        note: Why these bounds.
    """

    text: str
    least: int
    most: int
    note: str


PhraseTable = Mapping[str, VaguePhrase]
"""Phrases to which a case gives bounds of its own, in small letters."""

_ISO = re.compile(
    r"(-?)P(?=[0-9T])(?:([0-9]{1,6})D)?(?:T(?=[0-9])(?:([0-9]{1,6})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,6})S)?)?"
)
_SIZES = (DAY, HOUR, MINUTE, SECOND)
_UNITS = {
    "day": DAY, "hour": HOUR, "hr": HOUR, "h": HOUR, "minute": MINUTE, "min": MINUTE, "second": SECOND, "sec": SECOND,
    "s": SECOND,
}  # fmt: skip
_UP_TO_TWENTY = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_NUMBERS = {word: number for number, word in enumerate(_UP_TO_TWENTY, start=1)} | {
    "a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90
}  # fmt: skip
_PART = re.compile(r"(?P<number>[0-9]{1,6}|[a-z]+) ?(?P<unit>[a-z]+?)s?\b(?:,| and)? ?")
_LEADING_NUMBER = re.compile(r"(?:[0-9]+|[a-z]+) (?=o'clock)")


def read_duration(text: str) -> int:
    """Read a length of time as ISO 8601 writes it, days the longest unit; minus for back in time.

    Raises:
        UnknownWordsError: If it is none.

    Example:
        >>> read_duration("PT5H30M") == 5 * HOUR + 30 * MINUTE
        True
    """
    match = _ISO.fullmatch(text.strip())
    if match is None:
        raise UnknownWordsError(text, (), "write a duration such as PT5H30M or -PT5M")
    size = sum(int(count or 0) * unit for count, unit in zip(match.groups()[1:], _SIZES, strict=True))
    return -size if match[1] else size


def moment_phrase(text: str, own: PhraseTable | None = None) -> VaguePhrase:
    """Return what words beside a time of day add to it.

    Args:
        text: The words, such as ``just after midnight`` or ``5 o'clock``.
        own: Words that the case gives bounds.

    Raises:
        UnknownWordsError: If no table has them.

    Example:
        >>> phrase = moment_phrase("5 o'clock")
        >>> phrase.least // MINUTE, phrase.most // MINUTE
        (-5, 5)
    """
    key = _key(text)
    known = {**_moments(), **(own or {})}
    found = known.get(key) or known.get(_LEADING_NUMBER.sub("", key))
    if found is None:
        raise UnknownWordsError(text, known, "give them bounds in [words]")
    return VaguePhrase(text=text, least=found.least, most=found.most, note=found.note)


def gap_phrase(text: str, own: PhraseTable | None = None) -> VaguePhrase:
    """Read a length of time with what is vague in it.

    Args:
        text: ``PT7H``, ``PT5H30M/PT6H``, ``seven hours``, ``5 h 30 min``, ``nearly six hours``.
        own: Words that the case gives bounds.

    Raises:
        UnknownWordsError: If it cannot be read.

    Example:
        >>> phrase = gap_phrase("nearly six hours")
        >>> phrase.least / HOUR, phrase.most / HOUR
        (5.5, 6.0)
    """
    key = _key(text)
    if own and key in own:
        return VaguePhrase(text=text, least=own[key].least, most=own[key].most, note=own[key].note)
    if key[:1] in "p-" and _ISO.fullmatch(text.partition("/")[0].strip()):
        ends = [read_duration(each) for each in text.split("/")]
        if len(ends) > 2 or ends[0] > ends[-1]:
            raise UnknownWordsError(text, (), "write the least before the most, such as PT5H30M/PT6H")
        return VaguePhrase(text=text, least=ends[0], most=ends[-1], note="as given")
    qualifier = next((each for each in _gaps() if key.startswith(each + " ")), None)
    size, unit = _counted(text, key.removeprefix(qualifier or "").strip())
    if qualifier is None:
        return VaguePhrase(text=text, least=size, most=size, note="exactly")
    least, most, note = _gaps()[qualifier]
    add = [-size if each == "-all" else int(Fraction(each) * unit) for each in (least, most)]
    return VaguePhrase(text=text, least=size + add[0], most=size + add[1], note=note)


def _counted(text: str, rest: str) -> tuple[int, int]:
    size, unit, at = 0, 0, 0
    while at < len(rest):
        match = _PART.match(rest, at)
        number = None if match is None else _NUMBERS.get(match["number"])
        if match is not None and match["number"].isdigit():
            number = int(match["number"])
        if match is None or number is None or match["unit"] not in _UNITS:
            break
        unit = _UNITS[match["unit"]]
        size, at = size + number * unit, match.end()
    if not unit or at < len(rest):
        hint = "write PT5H30M, a range such as PT5H30M/PT6H, or words: seven hours, nearly six hours"
        raise UnknownWordsError(text, (), f"{hint}; other words need bounds in [words]")
    return size, unit


def _key(text: str) -> str:
    return " ".join(text.replace("\u2019", "'").casefold().split())


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("vague.toml").read_text(encoding="utf-8"))


@cache
def _moments() -> dict[str, VaguePhrase]:
    return {
        each["words"]: VaguePhrase(
            text=each["words"], least=each["least"] * MINUTE, most=each["most"] * MINUTE, note=each["note"]
        )
        for each in _data()["moment"]
    }


@cache
def _gaps() -> dict[str, tuple[str, str, str]]:
    return {each["words"]: (each["least"], each["most"], each["note"]) for each in _data()["gap"]}
