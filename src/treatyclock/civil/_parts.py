"""The parts of a text: each character belongs to one, and the result carries each.

A reader takes a text apart and makes a result of the parts. What it took off on the way and then forgot would be lost
without a word, and the result would be certain and wrong. So a reader says at the end which characters each part had,
and whether the result says the part again; the check is made here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from treatyclock.errors import TimeFormatError, shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some characters of a text, and what they say.

    Attributes:
        start: Where they begin.
        end: Where they end; the character there is no longer among them.
        what: What they say, such as ``"an offset"``.
        carried: Whether the result says it too, as a value or in a note.
    """

    start: int
    end: int
    what: str
    carried: bool


def check_parts(text: str, parts: Iterable[Part], hint: str, *, printed: str | None = None) -> None:
    """Refuse a text of which a part would be lost.

    Args:
        text: The text.
        parts: Its parts, in any order.
        hint: What would mend it.
        printed: The text for the message, if it was folded before it was taken apart.

    Raises:
        TimeFormatError: If the result does not carry a part, or characters other than blanks are in no part.

    Example:
        >>> check_parts("1945 +09", [Part(start=0, end=4, what="a year", carried=True)], "leave it out")
        Traceback (most recent call last):
        treatyclock.errors.TimeFormatError: `1945 +09` cannot be read as a time: `+09` belongs to no part of a time...
    """
    rest, whole = list(text), text if printed is None else printed
    for part in sorted(parts, key=lambda each: each.start):
        if not part.carried:
            problem = f"it has {part.what}, {shown(text[part.start : part.end].strip())}, which cannot be kept here"
            raise TimeFormatError(whole, problem, hint)
        rest[part.start : part.end] = " " * (part.end - part.start)
    if left := "".join(rest).split():
        raise TimeFormatError(whole, f"{shown(left[0])} belongs to no part of a time", hint)
