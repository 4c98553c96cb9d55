"""The sub-command ``page``: a treaty or a case as one file that a browser shows."""

from __future__ import annotations

import argparse
import io
import sys
from typing import TYPE_CHECKING, Any

from treatyclock.cli.arguments import (
    add_beside,
    add_hypotheses,
    add_reading,
    add_subject,
    asked,
    command,
    treaty_asked,
)
from treatyclock.cli.output import ANSWERED
from treatyclock.errors import BadOptionError, raise_all

if TYPE_CHECKING:
    from treatyclock.pages.page import Page


def add(commands: Any) -> None:
    """Add the sub-command."""
    summary = "write a treaty or a case as one HTML file: its story, its timeline, a slider over its moments"
    parser = command(commands, "page", _page, summary)
    parser.add_argument(
        "treaty", metavar="TREATY|CASE", help="the id of a shipped treaty or case, or the path of a file of either"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file; to standard output if left out")
    parser.add_argument("--overwrite", action="store_true", help="replace the file if it exists already")
    parser.add_argument(
        "--at", action="append", default=[], metavar="WHEN",
        help="of a treaty: show this moment too, and begin with the first of them; more than once",
    )  # fmt: skip
    parser.add_argument("--zone", metavar="ZONE", help="the clock of --at: Asia/Tokyo, Manchukuo, +09:00")
    parser.add_argument(
        "--treaty", metavar="TREATY", dest="at_events", help="of a case: was this treaty in force at each event?"
    )
    add_beside(parser)
    add_subject(parser)
    add_reading(parser)
    add_hypotheses(parser)


def _page(arguments: argparse.Namespace) -> int:
    made = _made(arguments)
    if arguments.output is not None:
        made.save(arguments.output, overwrite=arguments.overwrite)
        return ANSWERED
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # as the page itself says
    print(made.html, end="")
    return ANSWERED


def _made(arguments: argparse.Namespace) -> Page:
    from treatyclock.pages.page import is_case, page

    if is_case(arguments.treaty):
        _refuse(arguments, _OF_A_TREATY, "is for a page of a treaty, and this is a case")
        return page(arguments.treaty, treaty=arguments.at_events)
    _refuse(arguments, {"--treaty": "at_events"}, "is for a page of a case, and this is a treaty")
    view = treaty_asked(arguments).under(**asked(arguments))
    return page(view, at=arguments.at, zone=arguments.zone)


_OF_A_TREATY = {
    "--at": "at", "--zone": "zone", "--beside": "beside", "--party": "party", "--between": "between",
    "--reading": "reading", "--known-as-of": "known_as_of", "--part": "part", "--without": "without",
    "--with": "added", "--choose": "choose",
}  # fmt: skip


def _refuse(arguments: argparse.Namespace, options: dict[str, str], problem: str) -> None:
    """Refuse options that say nothing here, all at once."""
    given = [(option, value) for option, name in options.items() if (value := getattr(arguments, name))]
    raise_all([BadOptionError(option, str(value), problem, "leave it out") for option, value in given])
