"""The sub-command ``when``: what instants may a text mean?"""

from __future__ import annotations

import argparse
from typing import Any

from treatyclock.cli.arguments import add_format, add_times, command
from treatyclock.cli.output import print_answer


def add(commands: Any) -> None:
    """Add the sub-command."""
    summary = "say which instants a text may mean, on which clocks, and why"
    when = command(commands, "when", _when, summary, examples=(
        'treatyclock when "11 p.m. Moscow time, 8 August 1945" --also Asia/Tokyo',
        'treatyclock when "1918-02-14" --calendar russia --place Moscow',
    ))  # fmt: skip
    when.add_argument(
        "text",
        metavar="TEXT",
        help='a date or a time as printed: 1945-08-0X, "13th day of the 4th month of Showa 16", '
        '"11 p.m. Moscow time, 8 August 1945"',
    )
    clock = when.add_mutually_exclusive_group()
    clock.add_argument(
        "--zone",
        action="append",
        metavar="ZONE",
        default=[],
        help="the clock of the text; more than once if it may be one of several",
    )
    clock.add_argument("--place", metavar="PLACE", help="the place of the clock: Tokyo, Manchukuo, Stockholm")
    clock.add_argument(
        "--label", metavar="LABEL", help='the clock as the document names it: "Moscow time", "Central European time"'
    )
    when.add_argument(
        "--calendar", metavar="CALENDAR", help="the calendar of the date: julian, russia, britain, showa, minguo, ..."
    )
    add_times(when)
    when.add_argument("--also", metavar="ZONE,ZONE", default="", help="show the result on these clocks too")
    add_format(when)


def _when(arguments: argparse.Namespace) -> int:
    from treatyclock.civil.when import when

    found = when(
        arguments.text,
        zone=arguments.zone,
        place=arguments.place,
        label=arguments.label,
        calendar=arguments.calendar,
        fold=arguments.fold,
        widen=arguments.widen,
        also=[name for name in arguments.also.split(",") if name],
    )
    return print_answer(found, arguments)
