"""Sub-commands for those who write treaty files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from treatyclock.cli.arguments import add_beside, add_json, command, names
from treatyclock.cli.output import ANSWERED, FAULTY, MISUSED, print_json, status_of
from treatyclock.errors import BadOptionError, TreatyclockError, TreatyFileError, plain

if TYPE_CHECKING:
    from treatyclock.lint.finding import Finding


def add(commands: Any) -> None:
    """Add the sub-commands."""
    check = command(commands, "check", _check, "find every fault of treaty files, and what they leave open or amiss")
    check.add_argument("files", nargs="+", metavar="FILE", help="a treaty file, or the id of a shipped treaty")
    add_beside(check)
    check.add_argument("--strict", action="store_true", help="end with status 1 for findings too, not only for faults")
    check.add_argument("--all", action="store_true", help="tell every finding, also those told together in short")
    add_json(check)

    new = command(commands, "new", _new, "write a skeleton of a treaty file, with every table and key")
    new.add_argument("id", help="the treaty's name: lower-case words joined by hyphens")
    new.add_argument(
        "--parties", metavar="A,B", type=names, default=(), help="the codes of the parties, such as SUN,JPN"
    )
    new.add_argument("--multilateral", action="store_true", help="give examples for a treaty of many parties")
    new.add_argument(
        "--wikidata", metavar="FILE", nargs="+",
        help="write what Wikidata has of a treaty: the JSON of its item, and of States for their names and codes",
    )  # fmt: skip
    new.add_argument("--output", metavar="FILE", help="write to this file, unless it exists already")


def _check(arguments: argparse.Namespace) -> int:
    from treatyclock.lint.check import check

    status, data = ANSWERED, []
    for file in arguments.files:
        found: dict[str, Any] = {"file": file, "faults": [], "findings": []}
        data.append(found)
        try:
            findings = check(file, beside=arguments.beside)
        except TreatyclockError as error:
            status = max(status, status_of(error))
            if not arguments.json or not isinstance(error, TreatyFileError):
                print(error, file=sys.stderr)
            else:
                found["faults"] = [each.to_dict() for each in error.faults]
            continue
        found["findings"] = [each.to_dict() for each in findings]
        if findings and arguments.strict:
            status = max(status, FAULTY)
        if not arguments.json:
            _print_findings(findings, told_all=arguments.all)
            print(f"{plain(file)}: no fault{_counted(len(findings))}")
    if arguments.json:
        print_json(data)
    return status


def _print_findings(findings: Sequence[Finding], *, told_all: bool) -> None:
    """Print findings: first those that bear on an answer, then a line for each kind of the others."""
    from treatyclock.lint.check import KINDS

    in_short: dict[str, list[Finding]] = {}
    for finding in findings:
        if told_all or not KINDS[finding.code].minor:
            print(finding)
        else:
            in_short.setdefault(finding.code, []).append(finding)
    for code, several in in_short.items():
        if len(several) == 1:
            print(several[0])
            continue
        lines = ", ".join(str(each.line) for each in several[:_MOST_LINES] if each.line is not None)
        more = ", ..." if len(several) > _MOST_LINES else ""
        meaning = KINDS[code].meaning.rstrip(".")
        print(
            f"{plain(several[0].file)}: {len(several)} times: {meaning}: lines {lines}{more} ({code}; --all tells each)"
        )


_MOST_LINES = 8


def _counted(findings: int) -> str:
    return f", {findings} finding{'s' if findings != 1 else ''}" if findings else " found"


def _new(arguments: argparse.Namespace) -> int:
    from treatyclock.formats.documents.toml import write_file
    from treatyclock.formats.treaties.skeleton import skeleton
    from treatyclock.formats.wikidata.treaty_file import wikidata_treaty_file

    if arguments.wikidata and (arguments.parties or arguments.multilateral):
        hint = "leave out --parties and --multilateral: the item names the parties"
        raise BadOptionError("--wikidata", arguments.wikidata[0], "is given beside other parties", hint)
    try:
        if arguments.wikidata:
            text = wikidata_treaty_file(arguments.wikidata, id=arguments.id)
        else:
            text = skeleton(arguments.id, arguments.parties, multilateral=arguments.multilateral)
    except TreatyFileError as error:  # of a file that the arguments make
        print(error, file=sys.stderr)
        return MISUSED
    if arguments.output is None:
        print(text, end="")
        return ANSWERED
    write_file(arguments.output, text)
    return ANSWERED
