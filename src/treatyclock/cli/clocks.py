"""The sub-command ``doctor``: does this machine's zone database differ?"""

from __future__ import annotations

import argparse
from typing import Any

from treatyclock.cli.arguments import add_json, command
from treatyclock.cli.output import ANSWERED, print_json


def add(commands: Any) -> None:
    """Add the sub-command."""
    summary = "does this machine's zone database differ from the one used here?"
    add_json(command(commands, "doctor", _doctor, summary))


def _doctor(arguments: argparse.Namespace) -> int:
    from treatyclock.civil.clocks.database import tzdata_version
    from treatyclock.civil.clocks.offsets import offset_text
    from treatyclock.civil.doctor import diagnose, historic_differences, historic_lines, historic_notes
    from treatyclock.instants import iso

    found = diagnose()
    if arguments.json:
        return print_json(
            {
                "library": {"source": "tzdata package", "version": tzdata_version()},
                "machine": found.folder,
                "compared": found.compared,
                "only_here": list(found.only_here),
                "unreadable": list(found.unreadable),
                "differences": [
                    {
                        "zone": d.zone,
                        "from": iso(d.during.start),
                        "to": iso(d.during.end),
                        "library": offset_text(d.library),
                        "machine": offset_text(d.machine),
                    }
                    for d in found.differences
                ],
                "historic": list(historic_notes()),
                "historic_differences": [
                    {
                        "clock": d.clock,
                        "name": d.name,
                        "during": str(d.during),
                        "table": [offset_text(each) for each in d.table],
                        "packaged": [offset_text(each) for each in d.packaged],
                    }
                    for d in historic_differences()
                ],
            }
        )
    print(f"The library uses the tzdata package {tzdata_version()}.")
    if found.folder is None:
        print("This machine has no zone database of its own: nothing to differ from.")
    else:
        zones = len({each.zone for each in found.differences})
        print(f"This machine's is {found.folder}: {found.compared} zones compared, {zones} differ.")
        for difference in found.differences:
            print(f"  {difference}")
        if found.only_here:
            print(f"Only here: {', '.join(found.only_here)}")
        if found.unreadable:
            print(f"Not readable on this machine: {', '.join(found.unreadable)}")
    print("Clocks out of the library's own table, and where they differ from the packaged database:")
    for line in historic_lines():
        print(f"  {line}")
    return ANSWERED
