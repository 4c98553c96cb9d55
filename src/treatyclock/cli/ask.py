"""The sub-commands about a moment: was it in force, and who was a party?"""

from __future__ import annotations

import argparse
from typing import Any

from treatyclock.cli.arguments import (
    add_format,
    add_hypotheses,
    add_json,
    add_reading,
    add_subject,
    add_times,
    add_treaty,
    asked,
    command,
    treaty_asked,
)
from treatyclock.cli.output import FAULTY, print_answer


def add(commands: Any) -> None:
    """Add the sub-commands."""
    ask = command(commands, "ask", _ask, "say whether a treaty was in force at a moment, and why")
    add_treaty(ask)
    _add_time(ask)
    add_subject(ask)
    add_reading(ask)
    add_hypotheses(ask)
    ask.add_argument("--explain", action="store_true", help="give the reasons, numbered and sourced")
    ask.add_argument("--cite", action="store_true", help="print it as a footnote cites it, with the line that runs it")
    add_json(ask)
    add_format(ask)

    again = command(commands, "replay", _replay, "run a cited answer again, and name what has changed")
    again.add_argument("receipt", metavar="FILE", help="a receipt, made by: treatyclock ask ... --format receipt")
    add_json(again)
    add_format(again)

    protected = command(
        commands, "protected", _protected, "say whether something made on one day is protected on another"
    )
    add_treaty(protected)
    protected.add_argument("--on", required=True, metavar="WHEN", help="when it is to be protected")
    protected.add_argument("--made", required=True, metavar="DAY", help="when it was made: an investment, a claim")
    add_subject(protected)
    add_reading(protected)
    add_hypotheses(protected)
    add_json(protected)
    add_format(protected)

    parties = command(commands, "parties", _parties, "say who was a party at a moment")
    add_treaty(parties)
    _add_time(parties)
    add_reading(parties)
    add_hypotheses(parties)
    add_json(parties)
    add_format(parties)


def _add_time(parser: Any) -> None:
    """Let a question be about a moment."""
    parser.add_argument(
        "--at", required=True, metavar="WHEN", help='the moment: "1945-08-09 00:10", 1945-08-09, 1945-08-08T15:10Z'
    )
    parser.add_argument(
        "--zone", action="append", metavar="ZONE",
        help="the clock of --at: Asia/Tokyo, Manchukuo, +09:00; more than once if it may be one of several; "
        "any for a day on any clock on earth, where a bare day is one of the treaty",
    )  # fmt: skip
    add_times(parser)


def _parties(arguments: argparse.Namespace) -> int:
    found = treaty_asked(arguments).parties(
        arguments.at, zone=arguments.zone, fold=arguments.fold, widen=arguments.widen, **asked(arguments)
    )
    return print_answer(found, arguments)


def _protected(arguments: argparse.Namespace) -> int:
    found = treaty_asked(arguments).protected(arguments.on, made=arguments.made, **asked(arguments))
    return print_answer(found, arguments)


def _ask(arguments: argparse.Namespace) -> int:
    answer = treaty_asked(arguments).in_force(
        arguments.at, zone=arguments.zone, fold=arguments.fold, widen=arguments.widen, **asked(arguments)
    )
    if arguments.cite and not (arguments.json or arguments.format):
        arguments.format = "citation"
    return print_answer(answer, arguments)


def _replay(arguments: argparse.Namespace) -> int:
    from treatyclock.replaying import replay

    found = replay(arguments.receipt)
    status = print_answer(found, arguments)
    return status if found.agrees else FAULTY
