"""Sub-commands for engines in other languages: the tests as JSON, and how such an engine did."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from textwrap import fill
from typing import TYPE_CHECKING, Any

from treatyclock.cli.arguments import add_format, add_json, command
from treatyclock.cli.output import ANSWERED, FAULTY, Listing, print_json, print_listing
from treatyclock.cli.testing import CASES, WIDTH, told
from treatyclock.errors import plain

if TYPE_CHECKING:
    from treatyclock.testing.suite import MarkedTest, Marks, Score, SuiteGroup

_FEW = 10
_STDIN = "-"


def add(commands: Any) -> None:
    """Add the sub-commands."""
    summary = "write the tests of files of expectations as JSON, for other engines"
    suite = command(commands, "suite", _suite, summary, examples=("treatyclock suite my-suite my-pact.cases",))
    suite.add_argument("folder", metavar="DIR", help="where to write them: a new folder, or an empty one")
    suite.add_argument("files", nargs="*", metavar="FILE", help=CASES)
    add_json(suite)
    summary = "tell how another engine did that answered the tests of a suite"
    score = command(commands, "score", _score, summary, examples=("treatyclock score answers.jsonl my-pact.cases",))
    score.add_argument("answers", metavar="ANSWERS", help="its answers, a JSON object a line; - for standard input")
    score.add_argument("files", nargs="*", metavar="FILE", help=f"what the suite was made of: {CASES}")
    score.add_argument("--all", action="store_true", help="tell every test that came out wrong, not the first few")
    score.add_argument("--explain", action="store_true", help="tell the law and the argument of each of these tests")
    add_format(score)


def _made(files: Iterable[str]) -> tuple[SuiteGroup, ...]:
    from treatyclock.testing.case_files import case_files
    from treatyclock.testing.expectations import load_expectations
    from treatyclock.testing.suite import suite_of

    return suite_of(list(map(load_expectations, case_files(files))))


def _suite(arguments: argparse.Namespace) -> int:
    from treatyclock.testing.suite import write_suite

    groups = _made(arguments.files)
    write_suite(groups, arguments.folder)
    tests, files = sum(len(group.tests) for group in groups), len(groups)
    if arguments.json:
        return print_json({"folder": arguments.folder, "tests": tests, "files": files}, arguments)
    print(f"{plain(arguments.folder)}: {tests} tests in {files} file{'s' * (files != 1)}; suite.json lists them")
    return ANSWERED


def _score(arguments: argparse.Namespace) -> int:
    from treatyclock.testing.suite import answers_in, load_answers, score

    stdin = arguments.answers == _STDIN
    answers = answers_in(sys.stdin.buffer.read(), file="<stdin>") if stdin else load_answers(arguments.answers)
    found = score(_made(arguments.files), answers, file="<stdin>" if stdin else arguments.answers)
    data = _data(found, explain=arguments.explain)
    marked = ("right", "wrong", "unanswered", "not_claimed")
    listing = Listing(
        title=f"How {plain(found.implementation)} did",
        data=data,
        columns=("by", "name", *marked),
        rows=[
            (by, str(each[by]), *(str(each[name]) for name in marked))
            for by, of in (("level", "levels"), ("what", "told"), ("feature", "features"))
            for each in data[of]
        ],
        text=lambda: "\n".join(_told(found, explain=arguments.explain, most=None if arguments.all else _FEW)),
    )
    return print_listing(listing, arguments, ANSWERED if found.keeps_its_claim else FAULTY)


def _told(found: Score, *, explain: bool, most: int | None) -> Iterator[str]:
    from treatyclock.testing.suite import LEVELS

    for each in found.wrong[:most]:
        yield from _told_test(each, explain=explain)
    if more := len(found.wrong) - len(found.wrong[:most]):
        yield f"... and {more} more that came out wrong: --all tells them, --explain says why\n"
    yield from _table("level", {f"{level} {LEVELS[level]}": marks for level, marks in found.by_level().items()})
    yield from _table("what was told", {what.replace("_", " "): marks for what, marks in found.by_part().items()})
    total = found.total
    worse = [each for each in found.by_feature().items() if _share_wrong(each[1]) > _share_wrong(total)]
    worse.sort(key=lambda each: (-_share_wrong(each[1]), each[0]))
    if worse:
        shown = dict(worse[:most])
        yield from _table(f"feature, {len(shown)} of {len(worse)} that do worse than all", shown)
    yield (
        f"{plain(found.implementation)}: {total.right} right, {total.wrong} wrong, {total.unanswered} without an "
        f"answer, {total.not_claimed} not claimed"
    )
    if total.not_claimed == len(found.marked):
        yield "It claims none of these tests: look at `level` and `features` of its claim, or leave them out."


def _share_wrong(marks: Marks) -> float:
    return marks.wrong / max(1, marks.right + marks.wrong)


def _told_test(each: MarkedTest, *, explain: bool) -> Iterator[str]:
    yield f"{plain(each.test.id)} (level {each.test.level})"
    yield from map(told, each.mismatches)
    if explain:
        yield fill(plain(each.test.description), WIDTH, initial_indent="  ", subsequent_indent="  ")
        yield from (f"    {line}" if line else "" for line in each.test.argument().splitlines())
    yield ""


def _table(what: str, marks: Mapping[str, Marks]) -> Iterator[str]:
    """Yield marks, a row each, but for what is not claimed at all."""
    yield f"{what:48}{'right':>7}{'wrong':>7}{'no answer':>11}"
    for name, each in marks.items():
        if each.right or each.wrong or each.unanswered:
            yield f"  {name:46}{each.right:7}{each.wrong:7}{each.unanswered:11}"
    yield ""


def _data(found: Score, *, explain: bool) -> dict[str, Any]:
    return {
        "implementation": found.implementation,
        "total": _counts(found.total),
        "levels": [{"level": level, **_counts(marks)} for level, marks in found.by_level().items()],
        "told": [{"what": what, **_counts(marks)} for what, marks in found.by_part().items()],
        "features": [{"feature": name, **_counts(marks)} for name, marks in found.by_feature().items()],
        "wrong": [_wrong(each, explain=explain) for each in found.wrong],
    }


def _wrong(each: MarkedTest, *, explain: bool) -> dict[str, Any]:
    return {
        "id": each.test.id,
        "description": each.test.description,
        "level": each.test.level,
        "mismatches": [{"what": one.what, "expected": one.expected, "found": one.found} for one in each.mismatches],
        **({"argument": each.test.argument()} if explain else {}),
    }


def _counts(marks: Marks) -> dict[str, int]:
    return {
        "right": marks.right,
        "wrong": marks.wrong,
        "unanswered": marks.unanswered,
        "not_claimed": marks.not_claimed,
    }
