"""The sub-command that holds treaties against what must come out of them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

from treatyclock.cli.arguments import add_json, command
from treatyclock.cli.output import ANSWERED, FAULTY, print_json, status_of
from treatyclock.errors import TreatyclockError, plain

if TYPE_CHECKING:
    from treatyclock.testing.conformance import Mismatch, Result

WIDTH = 80
CASES = "a file of expectations (.cases) or a folder of them; those that come with treatyclock if left out"


def add(commands: Any) -> None:
    """Add the sub-command."""
    test = command(
        commands, "test", _test, "ask treaties what files of expectations ask, and tell what comes out otherwise"
    )
    test.add_argument("files", nargs="*", metavar="FILE", help=CASES)
    test.add_argument("--explain", action="store_true", help="tell the argument of each answer that differs")
    add_json(test)


def _test(arguments: argparse.Namespace) -> int:
    from treatyclock.testing.case_files import case_files
    from treatyclock.testing.conformance import conformance
    from treatyclock.testing.expectations import load_expectations

    status, named = ANSWERED, set(map(Path, arguments.files))
    data: list[dict[str, Any]] = []
    files = case_files(arguments.files)
    for file in files:
        try:
            results = conformance(load_expectations(file))
        except TreatyclockError as error:
            status = max(status, status_of(error))
            print(error, file=sys.stderr)
            continue
        differing = [each for each in results if not each.agrees]
        status = FAULTY if differing else status
        data.append({"file": str(file), "asked": len(results), "differing": [_data(each) for each in differing]})
        if not arguments.json:
            for each in differing:
                _tell(str(file), each, explain=arguments.explain)
            if differing or file in named:
                print(f"{plain(str(file))}: {_counted(len(results), len(differing))}")
    if arguments.json:
        print_json(data)
    elif not named.issuperset(files):
        differ = sum(len(each["differing"]) for each in data)
        print(f"{len(data)} files: {_counted(sum(each['asked'] for each in data), differ)}")
    return status


def _tell(file: str, result: Result, *, explain: bool) -> None:
    print(f"{plain(file)}:{result.expectation.line}: {plain(result.expectation.text)}")
    for each in result.mismatches:
        print(told(each))
    if explain:
        print("\n".join(f"    {line}" if line else "" for line in result.argument.splitlines()))


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
