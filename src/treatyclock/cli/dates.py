"""Sub-commands that list dates: the few that follow, and every change of status."""

from __future__ import annotations

import argparse
from typing import Any

from treatyclock.cli.arguments import (
    add_format,
    add_hypotheses,
    add_reading,
    add_subject,
    add_treaty,
    asked,
    command,
    treaty_asked,
)
from treatyclock.cli.output import Listing, print_answer, print_listing


def add(commands: Any) -> None:
    """Add the sub-commands."""
    for name, run, summary, more, examples in (
        (
            "dates", _dates, "list the dates: entry into force, last timely notice, last day in force", "instants",
            ("treatyclock dates soviet-japanese-neutrality-pact",
             "treatyclock dates paris-agreement-2015 --party USA --format csv"),
        ),
        (
            "timeline", _timeline, "list every change of status", "svg",
            ("treatyclock timeline paris-agreement-2015 --party USA",
             "treatyclock timeline locarno-1925 --format html > locarno.html"),
        ),
    ):  # fmt: skip
        parser = command(commands, name, run, summary, examples=examples)
        add_treaty(parser)
        add_subject(parser)
        add_reading(parser)
        add_hypotheses(parser)
        parser.add_argument("--instants", action="store_true", help="give instants in UTC, not days alone")
        add_format(parser, more)

    summary = "say when notice can be given, and when an exit would take effect"
    parser = command(commands, "deadlines", _deadlines, summary, examples=(
        "treatyclock deadlines new-start-2010",
        "treatyclock deadlines ilo-underground-work-women-1935 --party FIN \\\n      --windows 1995 1999",
    ))  # fmt: skip
    add_treaty(parser)
    parser.add_argument(
        "--party", metavar="PARTY", help="whose notice; not needed where one notice ends the treaty for all"
    )
    add_reading(parser)
    add_hypotheses(parser)
    parser.add_argument(
        "--at",
        metavar="DAY",
        help="where to look: a day of the term, of the time as a party, or a day before the window",
    )
    parser.add_argument(
        "--notice-on", metavar="DAY", help="the day of a notice to try; the first possible day if left out"
    )
    parser.add_argument(
        "--windows", nargs=2, metavar=("FIRST", "LAST"), help="list the times for notice between two days"
    )
    parser.add_argument(
        "--reviews", nargs=2, metavar=("FIRST", "LAST"), help="list the days between two on which a review is due"
    )
    parser.add_argument(
        "--time-limits", nargs=2, metavar=("FIRST", "LAST"), help="list the last days of time limits between two days"
    )
    parser.add_argument("--explain", action="store_true", help="give the reasons, numbered and sourced")
    add_format(parser, "explained")

    summary = "say whether a notice has an effect, which, and if none, why"
    parser = command(commands, "notice", _notice, summary, examples=(
        "treatyclock notice soviet-japanese-neutrality-pact --by JPN --on 1945-04-26",
    ))  # fmt: skip
    add_treaty(parser)
    parser.add_argument("--by", required=True, metavar="PARTY", dest="party", help="the party that gives it")
    parser.add_argument("--on", required=True, metavar="DAY", help="its day, or its hour")
    parser.add_argument(
        "--zone",
        action="append",
        metavar="ZONE",
        help="the clock of an hour; more than once if it may be one of several",
    )
    parser.add_argument("--no-grounds", action="store_true", help="it states none of the grounds that may be required")
    add_reading(parser)
    add_hypotheses(parser)
    parser.add_argument("--explain", action="store_true", help="give the reasons, numbered and sourced")
    add_format(parser, "explained")


def _dates(arguments: argparse.Namespace) -> int:
    found = treaty_asked(arguments).dates(**asked(arguments))
    if arguments.instants and not (arguments.json or arguments.format):
        arguments.format = "instants"
    return print_answer(found, arguments)


def _timeline(arguments: argparse.Namespace) -> int:
    from treatyclock.answers.supposed import Supposed
    from treatyclock.instants import iso
    from treatyclock.show.supposed import as_data, first_lines

    view = treaty_asked(arguments).under(**asked(arguments))
    if not arguments.instants:
        return print_answer(view.chronology(), arguments)
    line, supposed = view.timeline(), Supposed.by(view.record, view.reading)
    pieces: list[dict[str, Any]] = [
        {
            "from": None if during.start is None else iso(during.start),
            "to": None if during.end is None else iso(during.end),
            "status": sorted(each.value for each in statuses),
        }
        for during, statuses in line.pieces()
    ]
    return print_listing(
        Listing(
            title=" ".join(["The statuses at each instant.", *first_lines(supposed)]),
            data={**as_data(supposed), "stages": pieces},
            columns=("from", "to", "status"),
            rows=[(each["from"] or "", each["to"] or "", " or ".join(each["status"])) for each in pieces],
            text=lambda: "\n".join([*first_lines(supposed), str(line)]),
        ),
        arguments,
    )


def _deadlines(arguments: argparse.Namespace) -> int:
    from treatyclock.answers.dates import DateAnswers

    view = treaty_asked(arguments).under(**asked(arguments))
    found = [
        view.earliest_notice(at=arguments.at),
        view.last_timely_notice(at=arguments.at),
        view.earliest_exit(notice_on=arguments.notice_on, at=arguments.at),
        view.expiry(),
        view.sunset_end(),
    ]
    if arguments.windows is not None:
        found.append(view.windows(*arguments.windows))
    if arguments.reviews is not None:
        found.append(view.reviews(*arguments.reviews))
    if arguments.time_limits is not None:
        found.append(view.time_limits(*arguments.time_limits))
    return print_answer(DateAnswers(answers=tuple(found)), arguments)


def _notice(arguments: argparse.Namespace) -> int:
    view = treaty_asked(arguments).under(**asked(arguments))
    return print_answer(view.notice(on=arguments.on, zone=arguments.zone, grounds=not arguments.no_grounds), arguments)
