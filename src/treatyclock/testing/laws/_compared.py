"""One treaty beside another, as laws compare them: the same answers, or answers that may only become more certain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from treatyclock.testing.laws._law import Breach, Trial, Whom, told
from treatyclock.testing.register import Reply
from treatyclock.truth import Truth

Agrees = Callable[[Reply, Reply], bool]
"""Whether an answer and another one go together."""


def same(one: Reply, other: Reply) -> bool:
    """Tell whether two answers are the same."""
    return one == other


def same_truth(one: Reply, other: Reply) -> bool:
    """Tell whether two answers have the same truth, whatever else is told."""
    return one.truth is other.truth


def settles(one: Reply, other: Reply) -> bool:
    """Tell whether the second answer is what the first may become where more is known."""
    return one.may_become(other)


def opens(one: Reply, other: Reply) -> bool:
    """Tell whether the first answer is what the second may become where more is known."""
    return other.may_become(one)


def opens_truth(one: Reply, other: Reply) -> bool:
    """Tell the same of the truth alone."""
    return other.truth in (Truth.UNKNOWN, one.truth)


_EXPECTED: Mapping[Agrees, str] = {
    same: "the same: {}",
    same_truth: "the same truth: {}",
    settles: "{}, or something more certain",
    opens: "{}, or something less certain",
    opens_truth: "{}, or unknown",
}


def between(
    tried: Trial,
    one: Any,
    other: Any,
    agrees: Agrees = same,
    *,
    changed: str = "",
    questions: Iterable[tuple[datetime, Whom]] | None = None,
    names: dict[str, str] | None = None,
    by: str = "",
) -> Iterator[Breach]:
    """Yield each question that a register answers of one of its treaties as it may not after its answer of another.

    Args:
        tried: The trial.
        one: The register's treaty.
        other: Its other treaty.
        agrees: Which answers go together.
        changed: The text of the other treaty.
        questions: What is asked; all that the trial asks where not given.
        names: What the parties are called in the other one.
        by: What was done to make the other one.
    """
    for at, whom in tried.questions(changed) if questions is None else questions:
        first = tried.reply(one, at, whom)
        with told(lambda: f"The treaty{' ' + by if by else ''}:\n\n{changed}" if changed else by):
            second = tried.reply(other, at, whom.renamed(names) if names else whom)
        if first is not None and second is not None and not agrees(first, second):
            question = f"in force {whom} at {at.isoformat()}" + (f", {by}" if by else "")
            yield Breach(
                question=question, expected=_EXPECTED[agrees].format(first), found=str(second), changed=changed
            )
