"""The command ``treatyclock``: each sub-command puts one question and prints the answer.

Exit status 0: answered. 1: a treaty file has faults. 2: the command was not understood, or
names something that there is not. Errors go to standard error.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import sys
from collections.abc import Sequence
from functools import partial
from typing import Any, NoReturn

from treatyclock import __version__
from treatyclock.cli_reconcile import register as register_reconcile
from treatyclock.errors import TreatyclockError, TreatyFileError, UnusableRecordError, plain

ANSWERED, FAULTY, MISUSED = 0, 1, 2

_TREATY = "the id of a shipped treaty, or the path of a treaty file"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: The arguments; those of the process where not given.

    Returns:
        The exit status.
    """
    _forgiving_output()
    try:
        arguments = _parser().parse_args(_with_signs(_in_utf8(sys.argv[1:]) if argv is None else argv))
        status: int = arguments.run(arguments)
        sys.stdout.flush()
        return status
    except TreatyclockError as error:
        print(error, file=sys.stderr)
        return _status_of(error)
    except BrokenPipeError:  # the reader, `head` perhaps, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ANSWERED
    except OSError as error:  # a full disk behind the output
        print(f"treatyclock: the answer cannot be written: {error.strerror}", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return MISUSED


def _in_utf8(argv: Sequence[str]) -> list[str]:
    """Read arguments that the locale could not decode as UTF-8, so that a date in Japanese is one in any locale."""
    try:
        return [argument if argument.isprintable() else os.fsencode(argument).decode() for argument in argv]
    except UnicodeError:
        return list(argv)


def _with_signs(argv: Sequence[str]) -> list[str]:
    """Tie an offset to its option, since ``-05:00`` looks like an option of its own."""
    tied: list[str] = []
    for argument in argv:
        if tied and tied[-1] == "--zone" and re.match("-[0-9]", argument):
            tied[-1] = f"--zone={argument}"
        else:
            tied.append(argument)
    return tied


def _status_of(error: TreatyclockError) -> int:
    return FAULTY if isinstance(error, TreatyFileError | UnusableRecordError) else MISUSED


def _forgiving_output() -> None:
    """Let a terminal that lacks a letter show an escape rather than an error."""
    sys.stdout = sys.stdout or io.StringIO()  # started with its output closed
    sys.stderr = sys.stderr or io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are safe to print."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(MISUSED, f"{self.prog}: {plain(message)}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="treatyclock", description="Was this treaty in force at instant X in zone Y, and why?")
    parser.add_argument("--version", action="version", version=f"treatyclock {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)

    ask = _command(commands, "ask", _ask, "was it in force at a moment?")
    ask.add_argument("treaty", help=_TREATY)
    ask.add_argument("--at", required=True, metavar="WHEN", help='"1945-08-09 00:10", 1945-08-09, 1945-08-08T15:10Z')
    ask.add_argument(
        "--zone", action="append", metavar="Z",
        help="the clock of --at: Asia/Tokyo, Manchukuo, +09:00; more than once where it may be one of several",
    )  # fmt: skip
    ask.add_argument("--fold", choices=["both", "earlier", "later"], default="both",
                     help="which instant is meant if the clock showed --at twice")  # fmt: skip
    _add_widen(ask)
    ask.add_argument("--party", metavar="P", help="for which party; generally where not given")
    _add_reading(ask)
    ask.add_argument("--explain", action="store_true", help="give the reasons, numbered and sourced")
    _add_json(ask)

    dates = _command(commands, "dates", _dates, "entry into force, last timely notice, last day in force")
    dates.add_argument("treaty", help=_TREATY)
    _add_reading(dates)
    _add_json(dates)

    timeline = _command(commands, "timeline", _timeline, "every change of status")
    timeline.add_argument("treaty", help=_TREATY)
    timeline.add_argument("--party", metavar="P", help="for which party; generally where not given")
    _add_reading(timeline)
    _add_json(timeline)

    readings = _command(commands, "readings", _readings, "who reads it how")
    readings.add_argument("treaty", help=_TREATY)
    _add_json(readings)

    when = _command(commands, "when", _when, "what instants may a text mean, on which clocks, and why?")
    when.add_argument(
        "text", help='1945-08-0X, "13th day of the 4th month of Showa 16", "11 p.m. Moscow time, 8 August 1945"'
    )
    clock = when.add_mutually_exclusive_group()
    clock.add_argument("--zone", action="append", metavar="Z", default=[], help="its clock; more than once for several")
    clock.add_argument("--place", metavar="P", help="where: Tokyo, Manchukuo, Stockholm")
    clock.add_argument("--label", metavar="L", help='what the document prints: "Moscow time", "Central European time"')
    when.add_argument("--calendar", metavar="C", help="julian, russia, britain, showa, minguo, ...")
    when.add_argument("--fold", choices=["both", "earlier", "later"], default="both",
                      help="which instant is meant if the clock showed it twice")  # fmt: skip
    _add_widen(when)
    when.add_argument("--also", metavar="Z,Z", default="", help="show it on these clocks besides")
    _add_json(when)

    register_reconcile(partial(_command, commands), _print_json)

    corpus = _command(commands, "corpus", _corpus, "which treaties are shipped")
    _add_json(corpus)

    check = _command(commands, "check", _check, "find every fault of treaty files")
    check.add_argument("files", nargs="+", metavar="FILE", help="a treaty file")

    doctor = _command(commands, "doctor", _doctor, "does this machine's zone database differ from the one used here?")
    _add_json(doctor)
    return parser


def _command(commands: Any, name: str, run: Any, summary: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=summary, description=summary)
    parser.set_defaults(run=run)
    return parser


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--reading", metavar="R", help="by whose reading; by the text where not given")
    parser.add_argument("--known-as-of", metavar="D", help="use only what was known then")


def _add_widen(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--widen", metavar="POLICY", default="none",
                        help="how far off a date marked ? or ~ or %% may be: none, one-unit")  # fmt: skip


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")


def _print_json(value: object) -> int:
    # JSON is UTF-8 wherever it is printed (RFC 8259, 8.1); an escape for a terminal would not even be JSON.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    print(json.dumps(value, ensure_ascii=False, indent=2))
    return ANSWERED


def _ask(arguments: argparse.Namespace) -> int:
    from treatyclock.treaty import load

    answer = load(arguments.treaty).in_force(
        arguments.at,
        zone=arguments.zone,
        party=arguments.party,
        reading=arguments.reading,
        known_as_of=arguments.known_as_of,
        fold=arguments.fold,
        widen=arguments.widen,
    )
    if arguments.json:
        return _print_json(answer.to_dict())
    print(answer.explain() if arguments.explain else answer)
    return ANSWERED


def _dates(arguments: argparse.Namespace) -> int:
    from treatyclock.show.words import under_words
    from treatyclock.treaty import load

    found = load(arguments.treaty).dates(reading=arguments.reading, known_as_of=arguments.known_as_of).to_dict()
    if arguments.json:
        return _print_json(found)
    for name, values in found.items():
        if not values and name in ("again", "surviving_until", "applies_from"):
            continue
        title = name.replace("_", " ")
        for each in values or [{"value": None, "under": {}}]:
            under = f"   if {under_words(tuple(each['under'].items()))}" if each["under"] else ""
            print(f"{title:<20}{each['value'] or 'none'}{under}")
            title = ""
    return ANSWERED


def _timeline(arguments: argparse.Namespace) -> int:
    from treatyclock.instants import iso
    from treatyclock.treaty import load

    line = load(arguments.treaty).timeline(
        party=arguments.party, reading=arguments.reading, known_as_of=arguments.known_as_of
    )
    pieces: list[dict[str, Any]] = [
        {
            "from": None if during.start is None else iso(during.start),
            "to": None if during.end is None else iso(during.end),
            "status": sorted(each.value for each in statuses),
        }
        for during, statuses in line.pieces()
    ]
    if arguments.json:
        return _print_json(pieces)
    for piece in pieces:
        print(f"{piece['from'] or '..':>27}  {piece['to'] or '..':<27}  {' or '.join(piece['status'])}")
    return ANSWERED


def _readings(arguments: argparse.Namespace) -> int:
    from treatyclock.treaty import load

    readings = load(arguments.treaty).record.readings
    if arguments.json:
        return _print_json(
            [
                {"id": r.id, "title": r.title, "holder": r.holder, "sources": list(r.sources), "note": r.note}
                for r in readings
            ]
        )
    for reading in readings:
        print(f"{reading.id}: {plain(reading.title)} ({plain(reading.holder)})")
        if reading.note:
            print(f"  note: {plain(reading.note)}")
    return ANSWERED


def _when(arguments: argparse.Namespace) -> int:
    from treatyclock.questions.when import when

    found = when(
        arguments.text,
        zone=arguments.zone,
        place=arguments.place,
        label=arguments.label,
        calendar=arguments.calendar,
        fold=arguments.fold,
        widen=arguments.widen,
        also=[name for name in arguments.also.split(",") if name],
    )
    if arguments.json:
        return _print_json(found.to_dict())
    print(found)
    return ANSWERED


def _corpus(arguments: argparse.Namespace) -> int:
    from treatyclock.corpus import record_of, shipped

    found = [
        {"id": record.id, "title": record.title, "parties": [party.id for party in record.parties]}
        for record in map(record_of, shipped())
    ]
    if arguments.json:
        return _print_json(found)
    for each in found:
        print(f"{each['id']}: {each['title']} ({', '.join(each['parties'])})")
    return ANSWERED


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
            status = max(status, _status_of(error))
    return status


def _doctor(arguments: argparse.Namespace) -> int:
    from treatyclock.civil.offsets import offset_text
    from treatyclock.civil.zones import tzdata_version
    from treatyclock.doctor import diagnose, historic_differences, historic_lines, historic_notes
    from treatyclock.instants import iso

    found = diagnose()
    if arguments.json:
        return _print_json(
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
