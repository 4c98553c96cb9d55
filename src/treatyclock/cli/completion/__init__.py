"""The sub-command ``completion``: the script that completes command lines in a shell, and the words that it offers."""

from __future__ import annotations

import argparse
from importlib import resources
from typing import Any

from treatyclock.cli.arguments import command
from treatyclock.cli.completion.candidates import FILES, candidates
from treatyclock.cli.output import ANSWERED
from treatyclock.cli.parser import OneOf, Parser
from treatyclock.errors import plain

SHELLS = ("bash", "zsh", "fish")


def add(commands: Any) -> None:
    """Add the sub-command."""
    summary = "print the script by which a shell completes treatyclock's command lines"
    parser = command(commands, "completion", _completion, summary, examples=(
        'eval "$(treatyclock completion bash)"      # in ~/.bashrc',
        'eval "$(treatyclock completion zsh)"       # in ~/.zshrc, after compinit',
        "treatyclock completion fish | source       # in ~/.config/fish/config.fish",
    ))  # fmt: skip
    shell = OneOf("completion", SHELLS)
    parser.add_argument("shell", type=shell, metavar=str(shell), help="the shell")
    parser.add_argument(
        "words", nargs="*", metavar="WORD",
        help="after --: what is typed up to the cursor; print what may come there, as the script asks",
    )  # fmt: skip
    parser.set_defaults(all_commands=commands)


def _completion(arguments: argparse.Namespace) -> int:
    if not arguments.words:
        folder = resources.files("treatyclock.cli.completion")
        print(folder.joinpath(f"treatyclock.{arguments.shell}").read_text(encoding="utf-8"), end="")
        return ANSWERED
    known: dict[str, Parser] = dict(arguments.all_commands.choices)
    for word, tells in candidates(known, arguments.words, split=arguments.shell == "bash"):
        described = arguments.shell != "bash" and word != FILES and tells
        print(f"{plain(word)}\t{plain(tells)}" if described else plain(word))
    return ANSWERED
