"""The sub-command that holds treaties against what must come out of them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

from treatyclock.cli.arguments import add_format, command
from treatyclock.cli.envelope import error_data
from treatyclock.cli.output import ANSWERED, FAULTY, Listing, format_of, print_listing, print_text, status_of
from treatyclock.errors import TreatyclockError, plain

if TYPE_CHECKING:
    from treatyclock.testing.conformance import Mismatch, Result

WIDTH = 80
CASES = "a file of expectations (.cases) or a folder of them; those that come with treatyclock if left out"


def add(commands: Any) -> None:
    """Add the sub-command."""
    summary = "ask treaties what files of expectations ask, and tell what comes out otherwise"
    test = command(commands, "test", _test, summary, examples=(
        "treatyclock test my-pact.cases",
        "treatyclock test --json > results.json",
    ))  # fmt: skip
    test.add_argument("files", nargs="*", metavar="FILE", help=CASES)
    test.add_argument("--explain", action="store_true", help="tell the argument of each answer that differs")
    add_format(test)


def _test(arguments: argparse.Namespace) -> int:
    from treatyclock.testing.case_files import case_files
    from treatyclock.testing.conformance import conformance
    from treatyclock.testing.expectations import load_expectations

    status, named = ANSWERED, set(map(Path, arguments.files))
    data: list[dict[str, Any]] = []
    in_text = format_of(arguments) == "text"
    files = case_files(arguments.files)
    for file in files:
        try:
            results = conformance(load_expectations(file))
        except TreatyclockError as error:
            status = max(status, status_of(error))
            print(error, file=sys.stderr)
            data.append({"file": str(file), "error": error_data(error)})
            continue
        differing = [each for each in results if not each.agrees]
        status = FAULTY if differing else status
        data.append({"file": str(file), "asked": len(results), "differing": [_data(each) for each in differing]})
        if in_text:
            lines = [line for each in differing for line in _told(str(file), each, explain=arguments.explain)]
            if differing or file in named:
                lines.append(f"{plain(str(file))}: {_counted(len(results), len(differing))}")
            if lines:
                print_text("\n".join(lines))
    if not in_text:
        return print_listing(_listing(data), arguments, status)
    asked = [each for each in data if "asked" in each]
    if not named.issuperset(files):
        differ = sum(len(each["differing"]) for each in asked)
        print_text(f"{len(asked)} files: {_counted(sum(each['asked'] for each in asked), differ)}")
    return status


def _listing(data: Sequence[Mapping[str, Any]]) -> Listing:
    """Return a row for each mismatch; a file of which every answer is as expected has none."""
    columns = ("file", "line", "question", "what", "expected", "found")
    rows = [
        (file["file"], str(each["line"]), each["question"], one["what"], one["expected"], one["found"])
        for file in data
        for each in file.get("differing", ())
        for one in each["mismatches"]
    ]
    return Listing(title="Answers otherwise than expected", data=data, columns=columns, rows=rows, text=str)


def _told(file: str, result: Result, *, explain: bool) -> Iterator[str]:
    yield f"{plain(file)}:{result.expectation.line}: {plain(result.expectation.text)}"
    yield from map(told, result.mismatches)
    if explain:
        yield from (f"    {line}" if line else "" for line in result.argument.splitlines())


def told(mismatch: Mismatch) -> str:
    """Write what came out otherwise, in lines that fit a terminal."""
    what = mismatch.what.replace("_", " ")
    line = f"{what}: expected {plain(mismatch.expected)}; found {plain(mismatch.found)}"
    return fill(line, WIDTH, initial_indent="  ", subsequent_indent="    ")


def _counted(asked: int, differing: int) -> str:
    answers = f"{asked} answer{'s' if asked != 1 else ''}"
    return f"{answers}, {differing} of them otherwise than expected" if differing else f"{answers}, all as expected"


def _data(result: Result) -> dict[str, Any]:
    found = [{"what": each.what, "expected": each.expected, "found": each.found} for each in result.mismatches]
    return {"line": result.expectation.line, "question": result.expectation.text, "mismatches": found}
