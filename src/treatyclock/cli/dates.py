"""Sub-commands that list dates: the few that follow, and every change of status."""

from __future__ import annotations

import argparse
from typing import Any

from treatyclock.cli.arguments import add_json, add_reading, add_subject, add_treaty, asked, command
from treatyclock.cli.output import ANSWERED, print_json


def add(commands: Any) -> None:
    """Add the sub-commands."""
    for name, run, summary in (
        ("dates", _dates, "entry into force, last timely notice, last day in force"),
        ("timeline", _timeline, "every change of status"),
    ):
        parser = command(commands, name, run, summary)
        add_treaty(parser)
        add_subject(parser)
        add_reading(parser)
        add_json(parser)


def _dates(arguments: argparse.Namespace) -> int:
    from treatyclock.show.words import under_words
    from treatyclock.treaty import load

    found = load(arguments.treaty).dates(**asked(arguments)).to_dict()
    if arguments.json:
        return print_json(found)
    for name, values in found.items():
        if not values and name in ("again", "surviving_until", "applies_from"):
            continue
        title = name.replace("_", " ")
        for each in values or [{"value": None, "under": {}}]:
            under = f"   if {under_words(tuple(each['under'].items()))}" if each["under"] else ""
            print(f"{title:<20}{each['value'] or 'none'}{under}")
            title = ""
    return ANSWERED


def _timeline(arguments: argparse.Namespace) -> int:
    from treatyclock.instants import iso
    from treatyclock.treaty import load

    line = load(arguments.treaty).timeline(**asked(arguments))
    pieces: list[dict[str, Any]] = [
        {
            "from": None if during.start is None else iso(during.start),
            "to": None if during.end is None else iso(during.end),
            "status": sorted(each.value for each in statuses),
        }
        for during, statuses in line.pieces()
    ]
    if arguments.json:
        return print_json(pieces)
    for piece in pieces:
        print(f"{piece['from'] or '..':>27}  {piece['to'] or '..':<27}  {' or '.join(piece['status'])}")
    return ANSWERED
