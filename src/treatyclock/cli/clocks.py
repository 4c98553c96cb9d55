"""The sub-command ``doctor``: does this machine's zone database differ?"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from treatyclock.cli.arguments import add_format, command
from treatyclock.cli.output import Listing, print_listing

if TYPE_CHECKING:
    from treatyclock.civil.doctor import Diagnosis


def add(commands: Any) -> None:
    """Add the sub-command."""
    summary = "compare this machine's zone database with the database of the library"
    add_format(command(commands, "doctor", _doctor, summary, examples=("treatyclock doctor",)))


def _doctor(arguments: argparse.Namespace) -> int:
    from treatyclock.civil.clocks.database import tzdata_version
    from treatyclock.civil.doctor import diagnose
    from treatyclock.civil.historic_differences import historic_differences, historic_notes

    found, historic = diagnose(), [each.to_dict() for each in historic_differences()]
    differences = [each.to_dict() for each in found.differences]
    columns = ("compared_with", "zone", "from", "to", "library", "other")
    rows = [
        ("this machine", each["zone"], each["from"], each["to"], each["library"], each["machine"])
        for each in differences
    ]
    for each in historic:
        begins, _, ends = each["during"].partition(" to ")
        rows.append(("the historic table", each["clock"], begins, ends, *(" ".join(each[of]) for of in _BOTH)))
    return print_listing(
        Listing(
            title=f"Where clocks differ from the tzdata package {tzdata_version()}",
            data={
                "library": {"source": "tzdata package", "version": tzdata_version()},
                "machine": found.folder,
                "compared": found.compared,
                "only_here": list(found.only_here),
                "unreadable": list(found.unreadable),
                "differences": differences,
                "historic": list(historic_notes()),
                "historic_differences": historic,
            },
            columns=columns,
            rows=rows,
            text=lambda: "\n".join(_told(found)),
        ),
        arguments,
    )


_BOTH = ("packaged", "table")


def _told(found: Diagnosis) -> Iterator[str]:
    from treatyclock.civil.clocks.database import tzdata_version
    from treatyclock.civil.historic_differences import historic_lines

    yield f"The library uses the tzdata package {tzdata_version()}."
    if found.folder is None:
        yield "This machine has no zone database of its own, so nothing can differ."
    else:
        zones = len({each.zone for each in found.differences})
        yield f"This machine's database is {found.folder}: {found.compared} zones compared, {zones} differ."
        yield from (f"  {difference}" for difference in found.differences)
        if found.only_here:
            yield f"Only in the package: {', '.join(found.only_here)}"
        if found.unreadable:
            yield f"Not readable on this machine: {', '.join(found.unreadable)}"
    yield "Clocks of the library's own table, and where they differ from the packaged database:"
    yield from (f"  {line}" for line in historic_lines())
