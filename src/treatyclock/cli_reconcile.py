"""The sub-command ``reconcile``: whether sources agree, which clash, what must be given up, what follows."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any


def register(
    command: Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser],
    print_json: Callable[[object], int],
) -> None:
    """Add the sub-command.

    Args:
        command: What makes a sub-command of a name, what runs it, and a summary.
        print_json: What prints JSON and returns the exit status.
    """

    def run(arguments: argparse.Namespace) -> int:
        return _reconcile(arguments, print_json)

    parser = command("reconcile", run, "do the sources of a case agree, and if not, what must be given up?")
    parser.add_argument("case", help="the id of a shipped case, or the path of a case file")
    parser.add_argument("--only", metavar="C,C", default="", help="consider these claims alone")
    parser.add_argument("--without", metavar="C,C", default="", help="leave these claims out")
    parser.add_argument("--treaty", metavar="T", help="say whether this treaty was in force at each event")
    parser.add_argument("--repairs", metavar="N", type=_count, default=10, help="how many repairs to look for; 10")
    parser.add_argument("--seconds", metavar="S", type=_seconds, help="stop looking after so long")
    parser.add_argument("--solver", choices=["search", "milp"], default="search",
                        help="milp is for large cases and needs the extra `reason`")  # fmt: skip
    parser.add_argument("--explain", action="store_true", help="prove each conflict, and list words, costs and sources")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 1000:
        raise argparse.ArgumentTypeError("write a whole number from 1 to 1000")
    return number


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 < number < 1e6:
        raise argparse.ArgumentTypeError("write a number of seconds above 0")
    return number


def _reconcile(arguments: argparse.Namespace, print_json: Callable[[object], int]) -> int:
    from treatyclock.reconciling import reconcile

    found = reconcile(
        arguments.case,
        only=_names(arguments.only) or None,
        without=_names(arguments.without),
        treaty=arguments.treaty,
        most=arguments.repairs,
        seconds=arguments.seconds,
        solver=arguments.solver,
    )
    if arguments.json:
        data: dict[str, Any] = found.to_dict()
        return print_json(data)
    print(found.explain() if arguments.explain else found)
    return 0


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]
