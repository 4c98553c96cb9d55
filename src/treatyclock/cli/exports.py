"""The sub-command that writes a treaty in the formats of other programs."""

from __future__ import annotations

import argparse
import io
import sys
from typing import Any

from treatyclock.cli.arguments import (
    add_hypotheses,
    add_json,
    add_reading,
    add_subject,
    add_treaty,
    asked,
    command,
    treaty_asked,
)
from treatyclock.cli.output import ANSWERED, print_json
from treatyclock.cli.parser import OneOf

EXPORT_FORMATS = (
    "csv-periods", "csv-dates", "csv-deadlines", "json", "ical", "jsonld", "cidoc", "timelinejs", "gexf", "csl",
    "bibtex",
)  # fmt: skip
"""The formats of :func:`treatyclock.export`, which other commands need not import for their names."""


def add(commands: Any) -> None:
    """Add the sub-commands."""
    parser = command(
        commands, "export", _export, "write a treaty as a table, a calendar, linked data, a graph, references",
        examples=(
            "treatyclock export soviet-japanese-neutrality-pact --format csv-periods",
            "treatyclock export treaty-on-european-union --party GBR --format ical",
        ),
    )  # fmt: skip
    add_treaty(parser)
    parser.add_argument(
        "--format", required=True, metavar="FORMAT", type=OneOf("--format", EXPORT_FORMATS),
        help=f"{', '.join(EXPORT_FORMATS[:-1])} or {EXPORT_FORMATS[-1]}",
    )  # fmt: skip
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file, unless it exists already")
    parser.add_argument("--first", metavar="DAY", help="list only deadlines from this day on")
    parser.add_argument("--last", metavar="DAY", help="list only deadlines up to this day")
    add_subject(parser)
    add_reading(parser)
    add_hypotheses(parser)
    add_json(parser)


def _export(arguments: argparse.Namespace) -> int:
    from treatyclock.exports.export import export
    from treatyclock.formats.documents.toml import write_file

    view = treaty_asked(arguments).under(**asked(arguments))
    text = export(view, arguments.format, first=arguments.first, last=arguments.last)
    if arguments.output is not None:
        write_file(arguments.output, text)
    if arguments.json:
        return print_json({"format": arguments.format, "file": arguments.output, "text": text}, arguments)
    if arguments.output is not None:
        return ANSWERED
    if isinstance(sys.stdout, io.TextIOWrapper):
        # All these formats are UTF-8, and those with line ends of their own keep them.
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    sys.stdout.write(text)
    return ANSWERED
