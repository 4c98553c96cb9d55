"""A format that treaties, answers or both can be exported in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from treatyclock.answers.answer import Answer
from treatyclock.exports.exported import Exported


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFormat:
    """A format, found by its name.

    Attributes:
        name: By which a caller asks for it.
        meaning: What it holds, in a few words.
        of_treaty: Writes a treaty; None where the format is for answers alone.
        of_answer: Writes an answer; None where the format is for treaties alone.
    """

    name: str
    meaning: str
    of_treaty: Callable[[Exported], str] | None = None
    of_answer: Callable[[Answer], str] | None = None
