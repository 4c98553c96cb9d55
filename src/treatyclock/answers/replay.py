"""What came of running a cited answer again."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.answers.answer import Answer
from treatyclock.printing import Printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Something that is otherwise now than when an answer was given.

    Attributes:
        what: What it is.
        then: What it was.
        now: What it is now.
        decides: Whether it is the answer itself, and not only what the answer rests on.
    """

    what: str
    then: str
    now: str
    decides: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Replay(Printed):
    """An answer, run again.

    Attributes:
        answer: What comes out now, for the text that was asked then.
        changed: What is otherwise now; nothing where all is as it was.
    """

    answer: Answer
    changed: tuple[Changed, ...]

    @property
    def agrees(self) -> bool:
        """Whether the answer is the same, whatever else has changed."""
        return not any(each.decides for each in self.changed)

    def __repr__(self) -> str:
        """Tell whether the answer is the same."""
        return f"<Replay of {self.answer.record.id}: {'the same answer' if self.agrees else 'another answer'}>"
