"""Sub-commands that say what there is: which treaties are shipped, and who reads one how."""

from __future__ import annotations

import argparse
from typing import Any

from treatyclock.cli.arguments import add_json, add_treaty, command
from treatyclock.cli.output import ANSWERED, print_json
from treatyclock.errors import plain


def add(commands: Any) -> None:
    """Add the sub-commands."""
    readings = command(commands, "readings", _readings, "list the readings of a treaty, each with its holder")
    add_treaty(readings)
    add_json(readings)
    add_json(command(commands, "corpus", _corpus, "list the treaties that are shipped"))


def _readings(arguments: argparse.Namespace) -> int:
    from treatyclock.treaty import load

    readings = load(arguments.treaty).record.readings
    if arguments.json:
        return print_json(
            [
                {"id": r.id, "title": r.title, "holder": r.holder, "sources": list(r.sources), "note": r.note}
                for r in readings
            ]
        )
    for reading in readings:
        print(f"{reading.id}: {plain(reading.title)} ({plain(reading.holder)})")
        if reading.note:
            print(f"  note: {plain(reading.note)}")
    return ANSWERED


def _corpus(arguments: argparse.Namespace) -> int:
    from treatyclock.corpus import record_of, shipped

    found = [
        {"id": record.id, "title": record.title, "parties": [party.id for party in record.parties]}
        for record in map(record_of, shipped())
    ]
    if arguments.json:
        return print_json(found)
    for each in found:
        print(f"{each['id']}: {each['title']} ({', '.join(each['parties'])})")
    return ANSWERED
