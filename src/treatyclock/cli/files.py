"""Sub-commands for those who write treaty files."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from treatyclock.cli.arguments import command
from treatyclock.cli.output import ANSWERED, status_of
from treatyclock.errors import TreatyclockError, plain


def add(commands: Any) -> None:
    """Add the sub-commands."""
    check = command(commands, "check", _check, "find every fault of treaty files")
    check.add_argument("files", nargs="+", metavar="FILE", help="a treaty file")


def _check(arguments: argparse.Namespace) -> int:
    from treatyclock.corpus import record_of
    from treatyclock.questions.check import check

    status = ANSWERED
    for file in arguments.files:
        try:
            check(record_of(file))
            print(f"{plain(file)}: no fault found")
        except TreatyclockError as error:
            print(error, file=sys.stderr)
            status = max(status, status_of(error))
    return status
