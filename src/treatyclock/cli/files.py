"""Sub-commands for those who write treaty files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from treatyclock.cli.arguments import add_beside, add_format, add_json, command, names
from treatyclock.cli.envelope import error_data
from treatyclock.cli.output import (
    ANSWERED,
    FAULTY,
    Listing,
    format_of,
    print_json,
    print_listing,
    print_text,
    status_of,
)
from treatyclock.cli.parser import MisunderstoodError
from treatyclock.errors import BadOptionError, Fault, TreatyclockError, TreatyFileError, plain, raise_all, shown

if TYPE_CHECKING:
    from treatyclock.lint.finding import Finding


def add(commands: Any) -> None:
    """Add the sub-commands."""
    summary = "find every fault of treaty files, and what they leave open or amiss"
    check = command(commands, "check", _check, summary, examples=(
        "treatyclock new my-pact --parties AAA,BBB --output my-pact.toml",
        "treatyclock check my-pact.toml",
        "treatyclock check whaling-1946 --all",
    ))  # fmt: skip
    check.add_argument("files", nargs="+", metavar="FILE", help="a treaty file, or the id of a shipped treaty")
    add_beside(check)
    check.add_argument("--strict", action="store_true", help="end with status 1 for findings too, not only for faults")
    check.add_argument("--all", action="store_true", help="tell every finding, also those told together in short")
    add_format(check)

    summary = "write a skeleton of a treaty file, with every table and key"
    new = command(commands, "new", _new, summary, examples=(
        "treatyclock new my-pact --parties AAA,BBB",
        "treatyclock new my-convention --multilateral --output my-convention.toml",
    ))  # fmt: skip
    new.add_argument("id", metavar="ID", help="the treaty's name: lower-case words joined by hyphens")
    new.add_argument(
        "--parties", metavar="A,B", type=names, default=(), help="the codes of the parties, such as SUN,JPN"
    )
    new.add_argument("--multilateral", action="store_true", help="give examples for a treaty of many parties")
    new.add_argument(
        "--wikidata", metavar="FILE", nargs="+",
        help="write what Wikidata has of a treaty: the JSON of its item, and of States for their names and codes",
    )  # fmt: skip
    new.add_argument("--output", metavar="FILE", help="write to this file, unless it exists already")
    add_json(new)


def _check(arguments: argparse.Namespace) -> int:
    from treatyclock.lint.check import check

    status, data, rows = ANSWERED, [], list[tuple[str, ...]]()
    in_text = format_of(arguments) == "text"
    for file in arguments.files:
        found: dict[str, Any] = {"file": file, "faults": [], "findings": []}
        data.append(found)
        try:
            findings = check(file, beside=arguments.beside)
        except TreatyclockError as error:
            status = max(status, status_of(error))
            faults = error.faults if isinstance(error, TreatyFileError) else ()
            found["faults"] = [each.to_dict() for each in faults]
            if not faults:
                found["error"] = error_data(error)
            if in_text or not faults:
                print(error, file=sys.stderr)
            rows += [_row(each.file, each.line, each.key, "fault", each.problem, each.hint) for each in faults]
            continue
        found["findings"] = [each.to_dict() for each in findings]
        rows += [_row(each.file, each.line, each.key, each.code, each.problem, each.hint) for each in findings]
        if findings and arguments.strict:
            status = max(status, FAULTY)
        if in_text:
            lines = list(_findings_text(findings, told_all=arguments.all))
            print_text("\n".join([*lines, f"{plain(file)}: no fault{_counted(len(findings))}"]))
    if in_text:
        return status
    columns = ("file", "line", "key", "code", "problem", "hint")
    listing = Listing(title="Faults and findings", data=data, columns=columns, rows=rows, text=str)
    return print_listing(listing, arguments, status)


def _row(file: str, line: int | None, *rest: str) -> tuple[str, ...]:
    return (file, "" if line is None else str(line), *rest)


def _findings_text(findings: Sequence[Finding], *, told_all: bool) -> Iterator[str]:
    """Yield findings: first those that bear on an answer, then a line for each kind of the others."""
    from treatyclock.lint.check import KINDS

    in_short: dict[str, list[Finding]] = {}
    for finding in findings:
        if told_all or not KINDS[finding.code].minor:
            yield str(finding)
        else:
            in_short.setdefault(finding.code, []).append(finding)
    for code, several in in_short.items():
        if len(several) == 1:
            yield str(several[0])
            continue
        lines = ", ".join(str(each.line) for each in several[:_MOST_LINES] if each.line is not None)
        more = ", ..." if len(several) > _MOST_LINES else ""
        meaning = KINDS[code].meaning.rstrip(".")
        times = f"{plain(several[0].file)}: {len(several)} times"
        yield f"{times}: {meaning}: lines {lines}{more} ({code}; --all tells each)"


_MOST_LINES = 8


def _counted(findings: int) -> str:
    return f", {findings} finding{'s' if findings != 1 else ''}" if findings else " found"


def _misunderstood(fault: Fault) -> TreatyclockError:
    value = "" if fault.value is None or shown(fault.value) in fault.problem else f": {shown(fault.value)}"
    return MisunderstoodError(f"treatyclock new: {plain(fault.key)}: {fault.problem}{value}", fault.hint)


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
        raise_all([_misunderstood(fault) for fault in error.faults])
    if arguments.output is not None:
        write_file(arguments.output, text)
    if arguments.json:
        return print_json({"id": arguments.id, "file": arguments.output, "text": text}, arguments)
    if arguments.output is None:
        print(text, end="")
    return ANSWERED
