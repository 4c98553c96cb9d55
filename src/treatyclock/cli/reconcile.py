"""The sub-command ``reconcile``: whether sources agree, which clash, what must be given up, what follows."""

from __future__ import annotations

import argparse
from typing import Any

from treatyclock.cli.arguments import add_choice, add_format, command
from treatyclock.cli.output import print_answer


def add(commands: Any) -> None:
    """Add the sub-command."""
    summary = "say whether the sources of a case agree, and if not, what must be given up"
    parser = command(commands, "reconcile", _reconcile, summary, examples=(
        "treatyclock reconcile august-1945 --treaty soviet-japanese-neutrality-pact",
        "treatyclock reconcile may-1945 --explain",
    ))  # fmt: skip
    parser.add_argument("case", metavar="CASE", help="the id of a shipped case, or the path of a case file")
    parser.add_argument("--only", metavar="CLAIM,CLAIM", type=_names, help="consider these claims alone")
    parser.add_argument("--without", metavar="CLAIM,CLAIM", type=_names, default=[], help="leave these claims out")
    parser.add_argument(
        "--treaty",
        metavar="TREATY",
        help="say whether this treaty was in force at each event, by the repairs of the least cost",
    )
    parser.add_argument(
        "--repairs", metavar="NUMBER", type=_count, default=10, help="how many repairs to look for; 10 if left out"
    )
    parser.add_argument("--seconds", metavar="SECONDS", type=_seconds, help="stop looking after so many seconds")
    add_choice(
        parser, "--solver", ("search", "milp"), default="search",
        help="milp is for large cases, and needs pip install 'treatyclock[reason]'",
    )  # fmt: skip
    parser.add_argument("--explain", action="store_true", help="prove each conflict, and list words, costs and sources")
    add_format(parser, "explained", "svg")


def _count(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
    if not 1 <= number <= 1000:
        raise argparse.ArgumentTypeError("write a whole number from 1 to 1000")
    return number


def _seconds(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < 1e6:
        raise argparse.ArgumentTypeError("write a number of seconds above 0")
    return number


def _reconcile(arguments: argparse.Namespace) -> int:
    from treatyclock.reconciling import reconcile

    found = reconcile(
        arguments.case,
        only=arguments.only,
        without=arguments.without,
        treaty=arguments.treaty,
        most=arguments.repairs,
        seconds=arguments.seconds,
        solver=arguments.solver,
    )
    return print_answer(found, arguments)


def _names(text: str) -> list[str]:
    found = [name.strip() for name in text.split(",") if name.strip()]
    if not found:
        raise argparse.ArgumentTypeError("write names of claims with commas between them")
    return found
