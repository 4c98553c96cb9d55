"""A text as a terminal shows it: lines that fit, a few words in bold or in colour. Anywhere else it stays as it is."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Mapping
from textwrap import wrap
from typing import TextIO

_BOLD, _RED, _GREEN, _YELLOW, _PLAIN = "\x1b[1m", "\x1b[1;31m", "\x1b[1;32m", "\x1b[1;33m", "\x1b[0m"
_COLOURS = {"yes": _GREEN, "no": _RED, "unknown": _YELLOW}
_NAME_OF_ROW = re.compile(r"^([A-Za-z][^ \n]*(?: [^ \n]+){0,9}?)(?= {2,}\S)", re.MULTILINE)
_HEADING = re.compile(r"^(Sources|Beside it|What follows|Open|Then|Try first|How dates were read)\b.*$", re.MULTILINE)
_NARROWEST = 20


def columns(stream: TextIO | None = None) -> int | None:
    """Return how wide the terminal behind a stream is, by ``COLUMNS`` where it is set; None for no terminal."""
    stream = sys.stdout if stream is None else stream
    if not stream.isatty():
        return None
    return max(_NARROWEST, shutil.get_terminal_size().columns)


def has_colour(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a stream takes colours.

    ``NO_COLOR`` says no and ``FORCE_COLOR`` says yes, if they are not empty; where neither is set, a terminal does that
    is not ``dumb``.
    """
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    capable = os.name != "nt" or bool(environment.get("WT_SESSION"))
    return stream.isatty() and environment.get("TERM") != "dumb" and capable


def fitted(text: str, width: int) -> str:
    """Break lines that are too long, and set what follows below the last column of its row.

    Example:
        >>> print(fitted("last day in force   1946-04-25   if first_day = not counted", 40))
        last day in force   1946-04-25   if
                            first_day = not
                            counted
    """
    return "\n".join(part for line in text.splitlines() for part in _fitted_line(line, width))


def _fitted_line(line: str, width: int) -> list[str]:
    if len(line) <= width:
        return [line]
    start, limit = len(line) - len(line.lstrip()), width * 3 // 5
    # The columns of a row stand two blanks apart; what follows hangs below the rightmost that leaves room.
    places = [gap.end() for gap in re.finditer(r"(?<=\S) {2,}(?=\S)", line)]
    hanging = start if start > _BELOW * 2 else start + 2  # below a column, or of a line that is no row
    if start > limit:  # of a row whose column is too far right
        return _wrapped(line.lstrip(), width, _BELOW, _BELOW)
    if places and places[0] > limit and hanging != start:
        name = line[: places[0]].rstrip()
        return [*_fitted_line(name, width), *_wrapped(line[places[0] :], width, start + _BELOW, start + _BELOW)]
    return _wrapped(line.lstrip(), width, start, max([hanging, *(place for place in places if place <= limit)]))


_BELOW = 4
"""How far what follows is set in where it stands below the name of its row."""


def _wrapped(text: str, width: int, first: int, rest: int) -> list[str]:
    return wrap(
        text, width, initial_indent=" " * first, subsequent_indent=" " * rest,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def coloured(text: str, truth: str = "") -> str:
    r"""Set the first word of an answer in its colour, and the names of its rows in bold. The words say it without.

    Args:
        text: The text.
        truth: ``yes``, ``no`` or ``unknown``, by which the first word gets its colour; empty for none.

    Example:
        >>> coloured("Yes, in force.\n\nStatus   party", "yes")
        '\x1b[1;32mYes\x1b[0m, in force.\n\n\x1b[1mStatus\x1b[0m   party'
    """
    text = _NAME_OF_ROW.sub(lambda found: f"{_BOLD}{found[1]}{_PLAIN}", text)
    text = _HEADING.sub(lambda found: f"{_BOLD}{found[0]}{_PLAIN}", text)
    if truth in _COLOURS:
        text = re.sub(r"^\w+", lambda found: f"{_COLOURS[truth]}{found[0]}{_PLAIN}", text, count=1)
    return text
