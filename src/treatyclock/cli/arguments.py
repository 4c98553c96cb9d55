"""Arguments that several sub-commands take, and how the words of a command line are read."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable, Sequence
from typing import Any


def command(commands: Any, name: str, run: Callable[[argparse.Namespace], int], summary: str) -> Any:
    """Add a sub-command and return its parser."""
    parser = commands.add_parser(name, help=summary, description=summary)
    parser.set_defaults(run=run)
    return parser


def add_treaty(parser: Any) -> None:
    """Let a sub-command take a treaty."""
    parser.add_argument("treaty", help="the id of a shipped treaty, or the path of a treaty file")


def add_subject(parser: Any) -> None:
    """Let a question be about a party or about two."""
    subject = parser.add_mutually_exclusive_group()
    subject.add_argument(
        "--party", metavar="PARTY", help="for which party, by its code; for the treaty generally if left out"
    )
    subject.add_argument("--between", metavar="A,B", type=names, help="for what holds between two parties")


def add_reading(parser: Any) -> None:
    """Let a question be put to a reading, and to what was known."""
    parser.add_argument("--reading", metavar="READING", help="the id of a reading; by the text if left out")
    parser.add_argument("--known-as-of", metavar="DAY", help="use only what was known on that day")


def add_times(parser: Any) -> None:
    """Let a time be shown twice, or be qualified."""
    parser.add_argument("--fold", choices=["both", "earlier", "later"], default="both",
                        help="which instant is meant if the clock showed the time twice")  # fmt: skip
    parser.add_argument("--widen", metavar="POLICY", default="none",
                        help="how far off a date marked ?, ~ or %% may be: none or one-unit")  # fmt: skip


def add_json(parser: Any) -> None:
    """Let a sub-command print data."""
    parser.add_argument("--json", action="store_true", help="print the answer as JSON; --format goes before it")


def add_format(parser: Any) -> None:
    """Let a sub-command print an answer in any format that has a printer."""
    parser.add_argument(
        "--format", metavar="FORMAT", help="how to print the answer: text, markdown, json or another that has a printer"
    )


def asked(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return whom and whose reading a question is about, as the library's questions take them."""
    return {name: getattr(arguments, name) for name in ("party", "between", "reading", "known_as_of")}


def names(text: str) -> tuple[str, ...]:
    """Read names with commas between them."""
    return tuple(name.strip() for name in text.split(","))


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
