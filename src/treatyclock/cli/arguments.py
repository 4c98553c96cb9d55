"""Arguments that several sub-commands take."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from treatyclock.cli.output import FORMATS
from treatyclock.cli.parser import OneOf
from treatyclock.errors import (
    BadOptionError,
    FaultyFileError,
    TreatyclockError,
    UnknownPartyError,
    nearest,
    nearest_party,
    raise_all,
    shown,
)

if TYPE_CHECKING:
    from treatyclock.law.record import Record
    from treatyclock.treaty import Treaty


def command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], summary: str, *, examples: Sequence[str] = ()
) -> Any:
    """Add a sub-command and return its parser.

    Args:
        commands: What the sub-commands of the program are added to.
        name: Its name.
        run: Runs it, and returns the exit status.
        summary: What it does, in the list of sub-commands and in its own help.
        examples: Commands that work, for the end of its help; the first is a hint where the command is misunderstood.
    """
    parser = commands.add_parser(
        name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.", examples=examples
    )
    parser.set_defaults(run=run, command=name, format=None, json=False)
    return parser


def add_treaty(parser: Any) -> None:
    """Let a sub-command take a treaty."""
    parser.add_argument("treaty", metavar="TREATY", help="the id of a shipped treaty, or the path of a treaty file")
    add_beside(parser)


def add_beside(parser: Any) -> None:
    """Let other treaties stand beside a treaty."""
    parser.add_argument(
        "--beside", action="append", default=[], metavar="TREATY",
        help="another treaty whose own answers are heeded where one of the two names the other; more than once",
    )  # fmt: skip


def add_subject(parser: Any) -> None:
    """Let a question be about a party or about two."""
    subject = parser.add_mutually_exclusive_group()
    subject.add_argument(
        "--party", metavar="PARTY", help="for which party, by its code; for the treaty generally if left out"
    )
    subject.add_argument("--between", metavar="A,B", type=names, help="for what holds between two parties")


def add_reading(parser: Any) -> None:
    """Let a question be put to a reading, and to what was known."""
    parser.add_argument("--reading", metavar="READING", help="the id of a reading; by the text if left out")
    parser.add_argument("--known-as-of", metavar="DAY", help="use only what was known on that day")
    parser.add_argument(
        "--part", metavar="PART", help="about a part of the treaty, by its id; about the whole treaty if left out"
    )


def add_hypotheses(parser: Any) -> None:
    """Let a question be put to the treaty as it would be with other acts, and with conventions chosen."""
    parser.add_argument(
        "--without", action="append", default=[], metavar="ACT", help="leave out an act, by its id; more than once"
    )
    parser.add_argument(
        "--with", action="append", default=[], metavar="ACT", dest="added",
        help="add an act: 'kind=denunciation by=SUN on=1945-04-27', with the keys of an [[act]]; more than once",
    )  # fmt: skip
    parser.add_argument(
        "--choose", action="append", default=[], metavar="CONVENTION=ANSWER",
        help="choose a convention, such as first_day=counted, on top of the reading; more than once",
    )  # fmt: skip


def treaty_asked(arguments: argparse.Namespace) -> Treaty:
    """Return the treaty with other acts where some are left out or added, and its choices checked.

    Raises:
        TreatyclockError: With everything that is wrong with these options.
    """
    from treatyclock.loading import load

    treaty = load(arguments.treaty)
    treaty = treaty.beside(*map(load, arguments.beside))
    faults: list[TreatyclockError] = []
    treaty = _without(treaty, arguments.without, faults)
    for text in arguments.added:
        treaty = _with(treaty, text, faults)
    for text in arguments.choose:
        faults += _choice_faults(text)
    chosen = [text.partition("=")[0].strip() for text in arguments.choose]
    for key in dict.fromkeys(key for key in chosen if chosen.count(key) > 1):
        faults.append(BadOptionError("--choose", key, "is chosen twice", "leave out one of the two"))
    raise_all(faults)
    _note_what_may_be_mistyped(arguments, treaty.record)
    return treaty


def _note_what_may_be_mistyped(arguments: argparse.Namespace, record: Record) -> None:
    """Say which listed party may be meant by one that is not listed, where the list is in part: anybody may be one."""
    codes = {each.id: each.name for each in record.parties}
    named = (getattr(arguments, "party", None), *(getattr(arguments, "between", None) or ()))
    for party in dict.fromkeys(each for each in named if each is not None):
        hint = nearest_party(party, codes, codes)
        if hint.startswith("did you mean") and _may_be_one(party, record):
            place = f"{shown(party)} is not listed by {shown(record.id)}, and the list is in part"
            print(f"note: {place}: {hint}", file=sys.stderr)


def _may_be_one(party: str, record: Record) -> bool:
    try:
        return record.state(party) == party and not record.lists(party) and record.member(party) is None
    except UnknownPartyError:  # the question itself will tell
        return False


def _without(treaty: Treaty, ids: Sequence[str], faults: list[TreatyclockError]) -> Treaty:
    known = [act.id for act in treaty.record.acts]
    for id in ids:
        if id not in known:
            problem = f"{shown(treaty.record.id)} records no such act"
            faults.append(BadOptionError("--without", id, problem, _nearest_of(id, known)))
    return treaty.what_if(drop=[id for id in ids if id in known])


def _with(treaty: Treaty, text: str, faults: list[TreatyclockError]) -> Treaty:
    from treatyclock.formats.treaties.act_words import act_table, choices_of

    try:
        return treaty.what_if(add=act_table(text, [act.id for act in treaty.record.acts]))
    except BadOptionError as error:
        faults.append(error)
    except FaultyFileError as error:
        for fault in error.faults:
            value = "" if fault.value is None or fault.value == fault.key else f": {shown(fault.value)}"
            known = choices_of(fault.key)
            hint = _nearest_of(fault.value, known) if known and fault.value is not None else fault.hint
            faults.append(BadOptionError("--with", text, f"{fault.key} {fault.problem}{value}", hint))
    except TreatyclockError as error:
        faults.append(BadOptionError("--with", text, error.sentence, error.hint))
    return treaty


def _choice_faults(text: str) -> Iterator[TreatyclockError]:
    from treatyclock.law.readings import check_choice
    from treatyclock.law.vocabulary import CONVENTIONS

    key, answer = _choice(text)
    if key not in CONVENTIONS:
        yield BadOptionError("--choose", text, "there is no such convention", _nearest_of(key, CONVENTIONS))
        return
    try:
        check_choice(key, answer)
    except TreatyclockError as error:
        offered = CONVENTIONS[key].alternatives
        hint = _nearest_of(answer, offered) if offered else error.hint
        yield BadOptionError("--choose", text, error.sentence, hint)


def _choice(text: str) -> tuple[str, str]:
    key, _, answer = text.partition("=")
    return key.strip(), answer.strip()


def _nearest_of(word: object, known: Iterable[str]) -> str:
    """Suggest what a mistyped word may mean, and list what it may be."""
    names = sorted(set(known))
    hint = nearest(word, names)
    few = ", ".join(shown(name) for name in names[:_MOST_LISTED])
    more = f" and {len(names) - _MOST_LISTED} more" if len(names) > _MOST_LISTED else ""
    return f"{hint} the choices are {few}{more}" if hint.endswith("?") else (
        hint if len(names) <= 1 else f"the choices are {few}{more}"
    )  # fmt: skip


_MOST_LISTED = 60


def add_times(parser: Any) -> None:
    """Let a time be shown twice, or be qualified."""
    add_choice(
        parser, "--fold", ("both", "earlier", "later"), default="both",
        help="which instant is meant if the clock showed the time twice",
    )  # fmt: skip
    add_choice(
        parser, "--widen", ("none", "one-unit"), default="none",
        help="how far off a date marked ?, ~ or %% may be",
    )  # fmt: skip


def add_json(parser: Any) -> None:
    """Let a sub-command print data."""
    parser.add_argument("--json", action="store_true", help="print JSON, in the envelope that all sub-commands share")


def add_format(parser: Any, *more: str) -> None:
    """Let a sub-command print an answer in any of the formats, and in more that its answer alone has."""
    add_json(parser)
    formats = (*FORMATS, *more)
    parser.add_argument(
        "--format", type=OneOf("--format", formats), metavar="FORMAT", help=f"how to print it: {', '.join(formats)}"
    )


def add_choice(parser: Any, option: str, words: Sequence[str], *, default: str, help: str) -> None:
    """Let an option be one of a few words."""
    one = OneOf(option, words)
    parser.add_argument(option, type=one, metavar=str(one), default=default, help=help)


def asked(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return whom and whose reading a question is about, as the library's questions take them."""
    names = [name for name in ("party", "between", "reading", "known_as_of", "part") if hasattr(arguments, name)]
    return {name: getattr(arguments, name) for name in names} | {"choose": dict(map(_choice, arguments.choose))}


def names(text: str) -> tuple[str, ...]:
    """Read names with commas between them."""
    return tuple(name.strip() for name in text.split(","))
