"""What the command says when it is asked nothing: what to try first."""

from __future__ import annotations

from treatyclock.cli.output import ANSWERED, print_text

TRY_FIRST = (
    ("treatyclock ask soviet-japanese-neutrality-pact --at 1945-08-09 --explain", "in force on a day, and why"),
    ("treatyclock timeline paris-agreement-2015 --party USA", "what it was to a State on which days"),
    (
        'treatyclock when "11 p.m. Moscow time, 8 August 1945" --also Asia/Tokyo',
        "which instant a text means, and what another clock showed",
    ),
)
"""Three commands that work as they stand, and what each tells."""


def print_welcome() -> int:
    """Print what to try first, and return the exit status of an answer."""
    lines = ["Was a treaty in force, for whom, on whose reading, and why?", "", "Try first"]
    lines += [line for command, tells in TRY_FIRST for line in (f"  {command}", f"      {tells}")]
    lines += [
        "",
        "Then",
        "  treatyclock corpus           the treaties that are shipped",
        "  treatyclock new ID           the skeleton of a treaty file of your own",
        "  treatyclock --help           all sub-commands; each has its own --help, with examples",
        "  treatyclock completion bash  a script that completes what you type; also zsh and fish",
    ]
    print_text("\n".join(lines))
    return ANSWERED
