"""Numbers as documents write them: in English words, in Chinese characters, with endings."""

from __future__ import annotations

import re

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_NTH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = (
    {word: value for value, word in enumerate(_UNITS)}
    | {word: value for value, word in enumerate(_NTH, 1)}
    | {word: 10 * value for value, word in enumerate(_TENS, 2)}
    | {f"{word[:-1]}ieth": 10 * value for value, word in enumerate(_TENS, 2)}
)
_SCALES = {"hundred": 100, "hundredth": 100, "thousand": 1000, "thousandth": 1000}
_WORD = "|".join(sorted([*_VALUES, *_SCALES], key=len, reverse=True))
# "and" joins parts of one number only behind hundred and thousand: "forty-first and twentieth" are two numbers.
_NUMBER = re.compile(rf"\b(?:{_WORD})(?:(?:[- ]|(?<=hundred) and |(?<=thousand) and )(?:{_WORD}))*\b")
_ENDING = re.compile(r"\b([0-9]+)(?:st|nd|rd|th)\b")

_HAN = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0}
_HAN_TENS = {"十": 10, "百": 100, "廿": 20, "卅": 30}
_HAN_PARTS = re.compile("(?:(N?)(百))?(?:(N?)(十)|([廿卅]))?(N?)".replace("N", "[一二三四五六七八九]"))
HAN = "".join(["元", *_HAN, *_HAN_TENS])  # every character that a number may have


def in_digits(text: str) -> str:
    """Replace numbers in English words, and the endings of ordinals, by digits. The text must be folded.

    Example:
        >>> in_digits("the twenty-eighth day of april of the year one thousand nine hundred and fifty-two")
        'the 28 day of april of the year 1952'
        >>> in_digits("the 13th day of the fourth month")
        'the 13 day of the 4 month'
    """
    return _ENDING.sub(r"\1", _NUMBER.sub(lambda match: _value(match[0]), text))


def _value(words: str) -> str:
    """Return a number in words as digits. Words that do not make a number are returned as they are."""
    total = current = 0
    room = 1000  # the next part must be smaller; otherwise two numbers stand beside each other
    for word in words.replace("-", " ").replace(" and ", " ").split():
        scale = _SCALES.get(word)
        if scale is None:
            value = _VALUES[word]
            if value >= room or room == 1:
                return words
            current, room = current + value, 10 if value >= 20 else 1
        elif not current or current >= scale or (total and scale == 1000):
            return words
        elif scale == 100:
            current, room = current * 100, 100
        else:
            total, current, room = current * 1000, 0, 1000
    return str(total + current)


def han_number(text: str) -> int | None:
    """Read a number below 10000 in Chinese characters or digits; return None if the text is not one.

    Example:
        >>> [han_number(text) for text in ("16", "十六", "元", "二十三", "一九四一", "百", "十十")]
        [16, 16, 1, 23, 1941, 100, None]
    """
    if re.fullmatch("[0-9]{1,4}", text):
        return int(text)
    if text == "元":
        return 1
    if 1 <= len(text) <= 4 and all(character in _HAN for character in text):
        return int("".join(str(_HAN[character]) for character in text))  # place by place, as in 一九四一
    match = _HAN_PARTS.fullmatch(text)
    if match is None or not text:
        return None
    hundreds = 100 * _HAN.get(match[1], 1) if match[2] else 0
    tens = 10 * _HAN.get(match[3], 1) if match[4] else _HAN_TENS.get(match[5], 0)
    return hundreds + tens + _HAN.get(match[6], 0)
