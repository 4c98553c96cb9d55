"""The sub-command ``doctor``: does this machine's zone database differ?"""

from __future__ import annotations

import argparse
from typing import Any

from treatyclock.cli.arguments import add_json, command
from treatyclock.cli.output import ANSWERED, print_json


def add(commands: Any) -> None:
    """Add the sub-command."""
    summary = "compare this machine's zone database with the database of the library"
    add_json(command(commands, "doctor", _doctor, summary))


def _doctor(arguments: argparse.Namespace) -> int:
    from treatyclock.civil.clocks.database import tzdata_version
    from treatyclock.civil.doctor import diagnose
    from treatyclock.civil.historic_differences import historic_differences, historic_lines, historic_notes

    found = diagnose()
    if arguments.json:
        return print_json(
            {
                "library": {"source": "tzdata package", "version": tzdata_version()},
                "machine": found.folder,
                "compared": found.compared,
                "only_here": list(found.only_here),
                "unreadable": list(found.unreadable),
                "differences": [each.to_dict() for each in found.differences],
                "historic": list(historic_notes()),
                "historic_differences": [each.to_dict() for each in historic_differences()],
            }
        )
    print(f"The library uses the tzdata package {tzdata_version()}.")
    if found.folder is None:
        print("This machine has no zone database of its own, so nothing can differ.")
    else:
        zones = len({each.zone for each in found.differences})
        print(f"This machine's database is {found.folder}: {found.compared} zones compared, {zones} differ.")
        for difference in found.differences:
            print(f"  {difference}")
        if found.only_here:
            print(f"Only in the package: {', '.join(found.only_here)}")
        if found.unreadable:
            print(f"Not readable on this machine: {', '.join(found.unreadable)}")
    print("Clocks of the library's own table, and where they differ from the packaged database:")
    for line in historic_lines():
        print(f"  {line}")
    return ANSWERED
