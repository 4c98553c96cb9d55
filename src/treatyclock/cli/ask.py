"""The sub-commands about a moment: was it in force, and who was a party?"""

from __future__ import annotations

import argparse
from typing import Any

from treatyclock.cli.arguments import (
    add_format,
    add_hypotheses,
    add_reading,
    add_subject,
    add_times,
    add_treaty,
    asked,
    command,
    treaty_asked,
)
from treatyclock.cli.output import ANSWERED, FAULTY, print_answer

PACT = "soviet-japanese-neutrality-pact"


def add(commands: Any) -> None:
    """Add the sub-commands."""
    summary = "say whether a treaty was in force at a moment, and why"
    ask = command(commands, "ask", _ask, summary, examples=(
        f"treatyclock ask {PACT} --at 1945-08-09",
        f"treatyclock ask {PACT} --explain \\\n"
        '      --at "1945-08-09 00:10" --zone Asia/Tokyo --reading japanese-government',
        "treatyclock ask paris-agreement-2015 --at 2020-11-04 --party USA --format md",
    ))  # fmt: skip
    add_treaty(ask)
    _add_time(ask)
    add_subject(ask)
    add_reading(ask)
    add_hypotheses(ask)
    ask.add_argument("--explain", action="store_true", help="give the reasons, numbered and sourced")
    ask.add_argument("--cite", action="store_true", help="print it as a footnote cites it, with the line that runs it")
    add_format(ask, "explained", "citation", "receipt")

    summary = "run a cited answer again, and name what has changed"
    again = command(commands, "replay", _replay, summary, examples=(
        "treatyclock ask inf-treaty-1987 --at 1990 --format receipt > receipt.json",
        "treatyclock replay receipt.json",
    ))  # fmt: skip
    again.add_argument("receipt", metavar="FILE", help="a receipt, made by: treatyclock ask ... --format receipt")
    add_format(again)

    summary = "say whether something made on one day is protected on another"
    protected = command(commands, "protected", _protected, summary, examples=(
        "treatyclock protected energy-charter-treaty-1994 --party ITA \\\n      --made 2010 --on 2030-01-01",
    ))  # fmt: skip
    add_treaty(protected)
    protected.add_argument("--on", required=True, metavar="WHEN", help="when it is to be protected")
    protected.add_argument("--made", required=True, metavar="DAY", help="when it was made: an investment, a claim")
    add_subject(protected)
    add_reading(protected)
    add_hypotheses(protected)
    add_format(protected)

    parties = command(commands, "parties", _parties, "say who was a party at a moment", examples=(
        "treatyclock parties kellogg-briand-pact-1928 --at 1939-09-01",
        "treatyclock parties rome-statute-1998 --at 2017-10-27 --format csv",
    ))  # fmt: skip
    add_treaty(parties)
    _add_time(parties)
    add_reading(parties)
    add_hypotheses(parties)
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
    return print_answer(found, arguments, ANSWERED if found.agrees else FAULTY)
