"""The command ``treatyclock``: each sub-command puts one question and prints the answer.

A module here holds a group of sub-commands and adds them by its ``add``; :data:`GROUPS` lists the modules in the order
of the help text. What a sub-command needs of the library it imports when it runs, so that none pays for another.

Exit status 0: answered. 1: a treaty file has faults. 2: the command was not understood, or
names something that does not exist. 130: stopped by Ctrl-C, as shells have it. Errors go to standard error; with
``--json`` also to the standard output, as JSON.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from treatyclock.cli import (
    ask,
    clocks,
    completion,
    dates,
    exports,
    files,
    page,
    reconcile,
    suite,
    testing,
    times,
    treaties,
)
from treatyclock.cli.envelope import wants_json, with_error
from treatyclock.cli.output import ANSWERED, MISUSED, STOPPED, forgiving_output, print_envelope, status_of
from treatyclock.cli.parser import PROGRAM, Parser
from treatyclock.cli.welcome import print_welcome
from treatyclock.cli.words import in_utf8, with_signs
from treatyclock.errors import TreatyclockError
from treatyclock.version import VERSION

GROUPS = (ask, dates, treaties, times, reconcile, page, exports, files, testing, suite, clocks, completion)
"""The modules that hold sub-commands. A new question about dates goes into ``dates``; a new group gets a module."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: The arguments; those of the process where not given.

    Returns:
        The exit status.
    """
    forgiving_output()
    words = with_signs(in_utf8(sys.argv[1:]) if argv is None else argv)
    try:
        try:
            status = _run(words)
        except TreatyclockError as error:
            status = _tell(error, words)
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # the reader, `head` perhaps, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ANSWERED
    except KeyboardInterrupt:
        print(f"\n{PROGRAM}: stopped", file=sys.stderr)
        return STOPPED
    except OSError as error:  # a full disk behind the output
        print(f"treatyclock: the answer cannot be written: {error.strerror}", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return MISUSED


def _run(words: Sequence[str]) -> int:
    if not words:
        return print_welcome()
    arguments = parser().understood(words)
    status: int = arguments.run(arguments)
    return status


def _tell(error: TreatyclockError, words: Sequence[str]) -> int:
    """Tell an error: to people on standard error, and to a program that asked for JSON where it reads the answer."""
    status = status_of(error)
    print(error, file=sys.stderr)
    if wants_json(words):
        command = words[0] if words[0] in parser().sub_commands() else None
        print_envelope(with_error(command, error, status=status))
    return status


def parser() -> Parser:
    """Return the parser of the command line, with all sub-commands."""
    found = Parser(
        prog=PROGRAM,
        description="Was this treaty in force at instant X in zone Y, for party P, and why?",
    )
    found.add_argument("--version", action="version", version=f"{PROGRAM} {VERSION}")
    commands = found.add_subparsers(
        required=True, metavar="COMMAND", prog=PROGRAM, parser_class=Parser, help=argparse.SUPPRESS
    )
    for group in GROUPS:
        group.add(commands)
    found.epilog = found.overview()
    return found
