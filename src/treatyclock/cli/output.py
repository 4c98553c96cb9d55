"""What sub-commands print, and how the process ends."""

from __future__ import annotations

import argparse
import io
import json
import sys
from typing import TYPE_CHECKING

from treatyclock.errors import (
    AnswersFileError,
    ExpectationFileError,
    TreatyclockError,
    TreatyFileError,
    UnusableRecordError,
)

if TYPE_CHECKING:
    from treatyclock.printing import Printed

ANSWERED, FAULTY, MISUSED = 0, 1, 2


def status_of(error: TreatyclockError) -> int:
    """Return the exit status that an error means."""
    faulty = TreatyFileError | ExpectationFileError | AnswersFileError | UnusableRecordError
    return FAULTY if isinstance(error, faulty) else MISUSED


def print_json(value: object) -> int:
    """Print plain data and return the exit status."""
    # JSON is UTF-8 wherever it is printed (RFC 8259, 8.1); an escape for a terminal would not even be JSON.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    print(json.dumps(value, ensure_ascii=False, indent=2))
    return ANSWERED


def print_answer(answer: Printed, arguments: argparse.Namespace) -> int:
    """Print an answer in the format that was asked for, and return the exit status."""
    from treatyclock.printing import DATA, EXPLAINED, JSON, TEXT

    explained = getattr(arguments, "explain", False)
    format = arguments.format or (JSON if arguments.json else EXPLAINED if explained else TEXT)
    if format in (JSON, DATA):
        return print_json(answer.printed(DATA))
    print(answer.printed(format))
    return ANSWERED


def forgiving_output() -> None:
    """Let a terminal that lacks a letter show an escape rather than an error."""
    sys.stdout = sys.stdout or io.StringIO()  # started with its output closed
    sys.stderr = sys.stderr or io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
