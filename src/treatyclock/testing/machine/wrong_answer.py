"""An answer of a register that is not right, and all that somebody needs who wants to see why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from textwrap import indent

from treatyclock.testing.register import Reply
from treatyclock.truth import Truth
from treatyclock.view import Whose

_INDENT = " " * 4
_GUESSED = "\nIf your register has no word for unknown: may_guess=True."
_NOT_KNOWN = "\nIf your register may say unknown where the answer is known: may_not_know=True."


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """A question that a register was asked.

    Attributes:
        at: The instant, on the clock on which it was asked.
        party: The party it is about.
        between: The pair of parties it is about; where neither is given, the treaty generally.
        known_as_of: The day whose knowledge alone is to be used.
        recorded: Whether the treaty was told act by act; otherwise it was loaded whole.
    """

    at: datetime
    party: str | None = None
    between: tuple[str, str] | None = None
    known_as_of: date | None = None
    recorded: bool = False

    @property
    def whose(self) -> Whose:
        """Whom it is about and by whose knowledge, as :meth:`treatyclock.Treaty.in_force` takes it."""
        known = None if self.known_as_of is None else self.known_as_of.isoformat()
        return {"party": self.party, "between": self.between, "known_as_of": known}

    def __str__(self) -> str:
        """Write it as a question."""
        whom = f" for {self.party}" if self.party else f" between {' and '.join(self.between)}" if self.between else ""
        clock = f" ({self.at.tzinfo})" if str(self.at.tzinfo) != "UTC" else ""
        known = f", by what was known on {self.known_as_of}" if self.known_as_of else ""
        told = ", told act by act" if self.recorded else ""
        return f"in force{whom} at {self.at.isoformat()}{clock}{known}{told}?"


class WrongAnswerError(AssertionError):
    """A register answers otherwise than the treaty's law has it.

    Attributes:
        asked: What it was asked.
        expected: The right answer; with its statuses where the register told some.
        found: The register's answer.
        treaty: The text of the treaty file.
        argument: Why the right answer is right, step by step.
    """

    def __init__(self, asked: Inquiry, *, expected: Reply, found: Reply, treaty: str, argument: str) -> None:
        """Write it for a person who has not seen the treaty before."""
        self.asked, self.expected, self.found = asked, expected, found
        self.treaty, self.argument = treaty, argument
        hint = _GUESSED if expected.truth is Truth.UNKNOWN else _NOT_KNOWN if found.truth is Truth.UNKNOWN else ""
        super().__init__(
            f"{asked}\nexpected {expected}, found {found}{hint}\n\n"
            f"The treaty:\n\n{indent(treaty.strip(), _INDENT)}\n\n"
            f"Why {expected.truth.value}:\n\n{indent(argument.strip(), _INDENT)}"
        )
