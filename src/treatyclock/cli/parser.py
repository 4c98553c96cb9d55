"""The parser of the command line: it says what a mistyped word may mean, and shows examples below each help."""

from __future__ import annotations

import argparse
import shlex
import shutil
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any, NoReturn

from treatyclock.errors import TreatyclockError, nearest, plain, shown

PROGRAM = "treatyclock"


class MisunderstoodError(TreatyclockError):
    """A command line that was not understood. It is no ValueError, which argparse would take for one of its own."""


class OneOf:
    """The type of an option that takes one of a few words.

    Attributes:
        words: The words.
    """

    def __init__(self, option: str, words: Sequence[str]) -> None:
        """Keep the words, and the name of the option for messages."""
        self.option, self.words = option, tuple(words)

    def __call__(self, text: str) -> str:
        """Return the word.

        Raises:
            MisunderstoodError: If it is none of the words.
        """
        if text not in self.words:
            raise MisunderstoodError(f"{self.option} cannot be {shown(text)}", nearest(text, self.words))
        return text

    def __str__(self) -> str:
        """Write the words as a help text has them."""
        return "{" + ",".join(self.words) + "}"


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are errors as all others are: a sentence and a hint, safe to print.

    Attributes:
        examples: Commands that work, as one types them.
    """

    def __init__(self, *, examples: Sequence[str] = (), **settings: Any) -> None:
        """Show the examples at the end of the help text."""
        self.examples = tuple(examples)
        if examples:
            settings["epilog"] = "\n".join(
                [f"example{'s' * (len(examples) > 1)}:", *(f"  {each}" for each in examples)]
            )
        super().__init__(
            allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter, **settings
        )  # an abbreviation would mean another option one day

    def error(self, message: str) -> NoReturn:
        """Say what was not understood.

        Raises:
            MisunderstoodError: Always.
        """
        hint = f"{PROGRAM} {self.examples[0].partition(' ')[2]}" if self.examples else f"{self.prog} --help"
        example = "for example" if self.examples else "see"
        raise MisunderstoodError(f"{self.prog}: {plain(message)}", f"{example}: {hint}")

    def options(self) -> Iterator[argparse.Action]:
        """Yield the options and arguments, in the order in which the help text has them."""
        yield from self._actions

    def sub_commands(self) -> dict[str, Parser]:
        """Return the parsers of the sub-commands by their names; none where there are none."""
        for action in self._actions:
            if isinstance(action, argparse._SubParsersAction):
                return dict(action.choices)
        return {}

    def format_help(self) -> str:
        """Write the help text, with a usage of one line: the options that may be left out are listed below it."""
        self.usage = " ".join([self.prog, *self._needed(), "[options]"])
        return super().format_help()

    def _needed(self) -> Iterator[str]:
        for action in self._actions:
            name = str(action.metavar or action.dest)
            if isinstance(action, argparse._SubParsersAction):
                yield f"{name} ..."
            elif not action.option_strings:
                yield {"*": f"[{name} ...]", "+": f"{name} ..."}.get(str(action.nargs), name)
            elif action.required:
                yield f"{action.option_strings[0]} {name}"

    def overview(self) -> str:
        """Write a line for each sub-command, for the help of the whole program."""
        width = max(40, shutil.get_terminal_size().columns - 2)
        lines = ["commands:"]
        for name, each in self.sub_commands().items():
            summary = each.description or ""
            told = f"{summary[0].lower()}{summary[1:].rstrip('.')}"
            lines += wrap(f"  {name:<12}{told}", width, subsequent_indent=" " * 14)
        return "\n".join([*lines, "", f"each has its own help, with examples: {self.prog} COMMAND --help"])

    def understood(self, words: Sequence[str]) -> argparse.Namespace:
        """Parse the words of a command line, and keep them as ``line``, as one types them.

        Raises:
            MisunderstoodError: With what a mistyped sub-command or option may mean.
        """
        known = self.sub_commands()
        name, *rest = words or ("--help",)
        if name in known:
            _check_options(known[name], rest)
        elif name.startswith("-"):
            _check_options(self, [name])
        else:
            raise MisunderstoodError(f"{PROGRAM} has no sub-command {shown(name)}", nearest(name, known))
        return self.parse_args([name, *rest], argparse.Namespace(line=shlex.join([PROGRAM, *words])))


def _check_options(parser: Parser, words: Sequence[str]) -> None:
    """Refuse an option that there is not, before anything else about the command line is told."""
    known = [name for action in parser.options() for name in action.option_strings]
    for word in words:
        if word == "--":
            return
        name = word.partition("=")[0]
        if name.startswith("--") and " " not in name and name not in known:
            hint = nearest(name, [each for each in known if each.startswith("--")])
            raise MisunderstoodError(f"{parser.prog} has no option {shown(name)}", hint)
