"""The sub-command ``ask``: was it in force at a moment?"""

from __future__ import annotations

import argparse
from typing import Any

from treatyclock.cli.arguments import (
    add_format,
    add_json,
    add_reading,
    add_subject,
    add_times,
    add_treaty,
    asked,
    command,
)
from treatyclock.cli.output import print_answer


def add(commands: Any) -> None:
    """Add the sub-command."""
    ask = command(commands, "ask", _ask, "say whether a treaty was in force at a moment, and why")
    add_treaty(ask)
    ask.add_argument(
        "--at", required=True, metavar="WHEN", help='the moment: "1945-08-09 00:10", 1945-08-09, 1945-08-08T15:10Z'
    )
    ask.add_argument(
        "--zone", action="append", metavar="ZONE",
        help="the clock of --at: Asia/Tokyo, Manchukuo, +09:00; more than once if it may be one of several; "
        "any for a day on any clock on earth, where a bare day is one of the treaty",
    )  # fmt: skip
    add_times(ask)
    add_subject(ask)
    add_reading(ask)
    ask.add_argument("--explain", action="store_true", help="give the reasons, numbered and sourced")
    add_json(ask)
    add_format(ask)


def _ask(arguments: argparse.Namespace) -> int:
    from treatyclock.treaty import load

    answer = load(arguments.treaty).in_force(
        arguments.at, zone=arguments.zone, fold=arguments.fold, widen=arguments.widen, **asked(arguments)
    )
    return print_answer(answer, arguments)
