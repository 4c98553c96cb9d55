"""What sub-commands print, in which format, and how the process ends."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from treatyclock.cli.envelope import with_result
from treatyclock.cli.terminal import coloured, columns, fitted, has_colour
from treatyclock.errors import (
    AnswersFileError,
    ExpectationFileError,
    TreatyclockError,
    TreatyFileError,
    UnusableRecordError,
)
from treatyclock.version import VERSION

if TYPE_CHECKING:
    from treatyclock.printing import Printed

ANSWERED, FAULTY, MISUSED, STOPPED = 0, 1, 2, 130

FORMATS = ("text", "json", "csv", "md", "html")
"""The formats of every sub-command that prints an answer."""


def status_of(error: TreatyclockError) -> int:
    """Return the exit status that an error means."""
    faulty = TreatyFileError | ExpectationFileError | AnswersFileError | UnusableRecordError
    return FAULTY if isinstance(error, faulty) else MISUSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a sub-command lists: as a text, as data, and as rows for the other formats.

    Attributes:
        title: What it is a list of.
        data: The list as plain data.
        columns: The names of the columns.
        rows: The cells of each row.
        text: Writes it for people; asked only where it is printed so.
    """

    title: str
    data: Any
    columns: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    text: Callable[[], str]


def print_json(value: object, arguments: argparse.Namespace, status: int = ANSWERED) -> int:
    """Print a result in its envelope, and return the exit status."""
    return print_envelope(with_result(arguments.command, value, status=status))


def print_envelope(envelope: dict[str, Any]) -> int:
    """Print an envelope, and return the exit status that it tells."""
    _print_file(json.dumps(envelope, ensure_ascii=False, indent=2))
    status: int = envelope["status"]
    return status


def print_answer(answer: Printed, arguments: argparse.Namespace, status: int = ANSWERED) -> int:
    """Print an answer in the format that was asked for, and return the exit status."""
    from treatyclock.printing import DATA, EXPLAINED, TEXT
    from treatyclock.show.width import as_wide_as

    explained = getattr(arguments, "explain", False)
    format = format_of(arguments, default=EXPLAINED if explained else TEXT)
    if format == "json":
        return print_json(answer.printed(DATA), arguments, status)
    if format in _LAID_OUT:
        width = columns()
        with nullcontext() if width is None else as_wide_as(width):
            text = str(answer.printed(format))
        truth = getattr(answer, "truth", None)
        print_text(text, truth="" if truth is None else truth.value)
    elif format == "html":
        _print_page(arguments, answer.printed(format))
    else:
        _print_file(str(answer.printed(format)))
    return status


_LAID_OUT = ("text", "explained", "instants", "citation")
"""The formats for people at a terminal; the others are files."""


def print_listing(found: Listing, arguments: argparse.Namespace, status: int = ANSWERED) -> int:
    """Print a list in the format that was asked for, and return the exit status."""
    format = format_of(arguments)
    if format == "json":
        return print_json(found.data, arguments, status)
    if format == "text":
        print_text(found.text())
        return status
    from treatyclock.show.html.elements import element, fragment, table
    from treatyclock.show.tables import Rows, as_csv, markdown_table

    titles = [name.replace("_", " ") for name in found.columns]
    if format == "csv":
        _print_file(as_csv(Rows(columns=found.columns, rows=tuple(map(tuple, found.rows)))))
    elif format == "md":
        _print_file(f"**{found.title}**\n\n{markdown_table(titles, found.rows)}")
    else:
        lead = element("p", found.title, class_="lead")
        _print_page(arguments, fragment(lead, table(titles, found.rows)))
    return status


def format_of(arguments: argparse.Namespace, default: str = "text") -> str:
    """Return the format that was asked for; ``--format`` goes before ``--json``."""
    return str(arguments.format or ("json" if arguments.json else default))


def print_text(text: str, *, truth: str = "") -> None:
    """Print a text for people: as wide as the terminal, with a few words in bold; as it is where there is none."""
    width = columns()
    text = text if width is None else fitted(text, width)
    print(coloured(text, truth) if has_colour(sys.stdout) else text)


def _print_page(arguments: argparse.Namespace, content: str) -> None:
    """Print a page; below what it shows stands the line that shows it again."""
    from treatyclock.show.html.document import document
    from treatyclock.show.html.elements import Html, element

    line = element("footer", element("code", arguments.line), f" (treatyclock {VERSION})")
    _print_file(document(arguments.line, Html(content), line))


def _print_file(text: str) -> None:
    """Print what is a file: UTF-8 wherever it is printed (RFC 8259, 8.1), and no escapes for a terminal."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    print(text, end="" if text.endswith("\n") else "\n")


def forgiving_output() -> None:
    """Let a terminal that lacks a letter show an escape rather than an error."""
    sys.stdout = sys.stdout or io.StringIO()  # started with its output closed
    sys.stderr = sys.stderr or io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
