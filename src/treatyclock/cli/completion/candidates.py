"""What may stand at the cursor of a command line: a sub-command, an option, or a value that the library knows."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from treatyclock.cli.completion.values import Candidate, values_of
from treatyclock.cli.parser import OneOf, Parser
from treatyclock.errors import TreatyclockError

FILES = ":files"
"""A line that asks the shell for the names of files; no word begins with a colon."""

_OF_FILES = {"receipt", "files", "answers", "folder", "output", "wikidata"}
_OR_FILES = {"treaty", "beside", "case"}
_IN_LISTS = {"between", "also", "only", "reconcile.without"}
"""Options that take names with commas between them."""


@dataclass(slots=True)
class _Before:
    """What stands before the cursor.

    Attributes:
        given: The values by the name of their argument.
        awaits: The option whose value is at the cursor; None where there is none.
        arguments: How many arguments without an option there are.
    """

    given: dict[str, list[str]] = field(default_factory=dict)
    awaits: argparse.Action | None = None
    arguments: int = 0


def candidates(known: Mapping[str, Parser], words: Sequence[str], *, split: bool = False) -> tuple[Candidate, ...]:
    """Return what may stand at the cursor, each with what it means.

    Args:
        known: The parsers of the sub-commands by name.
        words: The words after the name of the program; the last is what stands before the cursor, empty after a blank.
        split: Whether the shell breaks words at colons and equals signs, as bash does, and takes only the last piece.

    Example:
        >>> from treatyclock.cli import parser
        >>> candidates(parser().sub_commands(), ["recon"])
        (('reconcile', 'Say whether the sources of a case agree, and if not, what must be given up.'),)
    """
    whole = _joined(words) if split else list(words)
    *before, last = whole
    try:
        found = tuple(_fitting(known, before, last))
    except TreatyclockError:  # a treaty that is not there, or has faults, has nothing to offer
        return ()
    cut = len(last) - len(words[-1].lstrip(":=")) if split else 0
    return tuple((word if word == FILES else word[cut:], tells) for word, tells in found)


def _joined(words: Sequence[str]) -> list[str]:
    """Put together what bash takes apart: a colon or an equals sign stands as a word of its own."""
    found: list[str] = []
    for word in words:
        ties = found and (word[:1] in (":", "=") or found[-1][-1:] in (":", "="))
        if ties:
            found[-1] += word
        else:
            found.append(word)
    return found


def _fitting(known: Mapping[str, Parser], before: Sequence[str], last: str) -> Iterator[Candidate]:
    if not before:
        yield from (each for each in _commands(known) if each[0].startswith(last))
        return
    parser = known.get(before[0])
    if parser is None:
        return
    typed = _typed(parser, before[1:])
    name, sign, value = last.partition("=")
    option = _option(parser, name) if sign and typed.awaits is None else None
    if option is not None:
        for word, tells in _of(parser, option, typed, value, before[0]):
            yield (word if word == FILES else f"{name}={word}"), tells
    elif typed.awaits is not None and not (typed.awaits.nargs == "+" and last.startswith("--")):
        yield from _of(parser, typed.awaits, typed, last, before[0])
    elif last.startswith("-"):
        yield from _options(parser, typed, last)
    else:
        place = _argument(parser, typed.arguments)
        if place is None:
            yield from _options(parser, typed, last)
        else:
            yield from _of(parser, place, typed, last, before[0])


def _commands(known: Mapping[str, Parser]) -> Iterator[Candidate]:
    yield from ((name, each.description or "") for name, each in known.items())
    yield from (("--help", "all sub-commands"), ("--version", "the version of the library"))


def _typed(parser: Parser, words: Sequence[str]) -> _Before:
    typed, awaits = _Before(), 0
    option: argparse.Action | None = None
    for word in words:
        ends = option is not None and option.nargs == "+" and word.startswith("--")
        if awaits and option is not None and not ends:
            typed.given.setdefault(option.dest, []).append(word)
            awaits -= 1
            continue
        name, sign, value = word.partition("=")
        option = _option(parser, name)
        if option is not None:
            typed.given.setdefault(option.dest, []).extend([value] if sign else [])
            awaits = 0 if sign else _takes(option)
        else:
            place = _argument(parser, typed.arguments)
            typed.arguments += 1
            if place is not None:
                typed.given.setdefault(place.dest, []).append(word)
    typed.awaits = option if awaits else None
    return typed


def _takes(option: argparse.Action) -> int:
    """Return how many values an option takes; where it takes any number, up to the next option, more than are typed."""
    return option.nargs if isinstance(option.nargs, int) else sys.maxsize if option.nargs == "+" else 1


def _option(parser: Parser, name: str) -> argparse.Action | None:
    return next((each for each in parser.options() if name in each.option_strings), None)


def _argument(parser: Parser, number: int) -> argparse.Action | None:
    places = [each for each in parser.options() if not each.option_strings]
    if places and number >= len(places) and places[-1].nargs in ("*", "+"):
        return places[-1]
    return places[number] if number < len(places) else None


def _options(parser: Parser, typed: _Before, last: str) -> Iterator[Candidate]:
    """Yield the options that may still come: one that is given already only if it may be given again."""
    for each in parser.options():
        again = isinstance(each, argparse._AppendAction)
        for name in each.option_strings:
            if name.startswith("--") and name.startswith(last) and (again or each.dest not in typed.given):
                yield name, (each.help or "").replace("%%", "%")


def _of(parser: Parser, action: argparse.Action, typed: _Before, last: str, command: str) -> Iterator[Candidate]:
    """Yield the values of an option or argument that go on from what is typed."""
    if isinstance(action.type, OneOf):
        yield from ((word, "") for word in action.type.words if word.startswith(last))
        return
    if action.dest in _OF_FILES:
        yield FILES, ""
    done, found = "", False
    if {action.dest, f"{command}.{action.dest}"} & _IN_LISTS:
        done = last[: last.rfind(",") + 1]
    for word, tells in values_of(command, action.dest, typed.given):
        if f"{done}{word}".startswith(last) and word not in done.split(","):
            found = True
            yield f"{done}{word}", tells
    if action.dest in _OR_FILES and (not found or "/" in last):
        yield FILES, ""
