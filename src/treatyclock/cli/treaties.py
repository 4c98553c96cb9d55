"""Sub-commands that say what there is: which treaties are shipped, and who reads one how."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from treatyclock.cli.arguments import add_format, add_treaty, command
from treatyclock.cli.output import Listing, print_listing
from treatyclock.errors import plain

if TYPE_CHECKING:
    from treatyclock.law.readings import Reading


def add(commands: Any) -> None:
    """Add the sub-commands."""
    summary = "list the readings of a treaty, each with its holder"
    example = "treatyclock readings soviet-japanese-neutrality-pact"
    readings = command(commands, "readings", _readings, summary, examples=(example,))
    add_treaty(readings)
    add_format(readings)
    examples = ("treatyclock corpus", "treatyclock corpus --format csv > treaties.csv")
    add_format(command(commands, "corpus", _corpus, "list the treaties that are shipped", examples=examples))


def _readings(arguments: argparse.Namespace) -> int:
    from treatyclock.loading import load

    record = load(arguments.treaty).record
    data = [
        {"id": each.id, "title": each.title, "holder": each.holder, "sources": list(each.sources), "note": each.note}
        for each in record.readings
    ]
    found = Listing(
        title=f"Readings of {plain(record.title)}",
        data=data,
        columns=("reading", "title", "holder", "sources", "note"),
        rows=[(each.id, each.title, each.holder, " ".join(each.sources), each.note or "") for each in record.readings],
        text=lambda: (
            _readings_text(record.readings) or "No reading is declared: the treaty's own words are all there is."
        ),
    )
    return print_listing(found, arguments)


def _readings_text(readings: Sequence[Reading]) -> str:
    lines = []
    for reading in readings:
        lines.append(f"{reading.id}: {plain(reading.title)} ({plain(reading.holder)})")
        if reading.note:
            lines.append(f"  note: {plain(reading.note)}")
    return "\n".join(lines)


def _corpus(arguments: argparse.Namespace) -> int:
    from treatyclock.corpus import record_of, shipped

    found = [(each.id, each.title, [party.id for party in each.parties]) for each in map(record_of, shipped())]
    return print_listing(
        Listing(
            title="Treaties that are shipped",
            data=[{"id": id, "title": title, "parties": parties} for id, title, parties in found],
            columns=("treaty", "title", "parties"),
            rows=[(id, title, " ".join(parties)) for id, title, parties in found],
            text=lambda: "\n".join(f"{id}: {title} ({', '.join(parties)})" for id, title, parties in found),
        ),
        arguments,
    )
