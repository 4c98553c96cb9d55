"""The command ``treatyclock``: each sub-command puts one question and prints the answer.

A module here holds a group of sub-commands and adds them by its ``add``; :data:`GROUPS` lists the modules in the order
of the help text. What a sub-command needs of the library it imports when it runs, so that none pays for another.

Exit status 0: answered. 1: a treaty file has faults. 2: the command was not understood, or
names something that does not exist. Errors go to standard error.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from treatyclock.cli import ask, clocks, dates, files, page, reconcile, suite, testing, times, treaties
from treatyclock.cli.arguments import in_utf8, with_signs
from treatyclock.cli.output import ANSWERED, MISUSED, forgiving_output, status_of
from treatyclock.errors import TreatyclockError, plain
from treatyclock.version import VERSION

GROUPS = (ask, dates, treaties, times, reconcile, page, files, testing, suite, clocks)
"""The modules that hold sub-commands. A new question about dates goes into ``dates``; a new group gets a module."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: The arguments; those of the process where not given.

    Returns:
        The exit status.
    """
    forgiving_output()
    try:
        arguments = _parser().parse_args(with_signs(in_utf8(sys.argv[1:]) if argv is None else argv))
        status: int = arguments.run(arguments)
        sys.stdout.flush()
        return status
    except TreatyclockError as error:
        print(error, file=sys.stderr)
        return status_of(error)
    except BrokenPipeError:  # the reader, `head` perhaps, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ANSWERED
    except OSError as error:  # a full disk behind the output
        print(f"treatyclock: the answer cannot be written: {error.strerror}", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return MISUSED


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are safe to print."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(MISUSED, f"{self.prog}: {plain(message)}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="treatyclock", description="Was this treaty in force at instant X in zone Y, and why?")
    parser.add_argument("--version", action="version", version=f"treatyclock {VERSION}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)
    for group in GROUPS:
        group.add(commands)
    return parser
