"""How the words of a command line are read, before anything is made of them."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence


def in_utf8(argv: Sequence[str]) -> list[str]:
    """Read arguments that the locale could not decode as UTF-8, so that a date in Japanese is one in any locale."""
    try:
        return [argument if argument.isprintable() else os.fsencode(argument).decode() for argument in argv]
    except UnicodeError:
        return list(argv)


def with_signs(argv: Sequence[str]) -> list[str]:
    """Tie an offset to its option, since ``-05:00`` looks like an option of its own."""
    tied: list[str] = []
    for argument in argv:
        if tied and tied[-1] == "--zone" and re.match("-[0-9]", argument):
            tied[-1] = f"--zone={argument}"
        else:
            tied.append(argument)
    return tied
