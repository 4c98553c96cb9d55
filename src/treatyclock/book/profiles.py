"""What each State's statuses are under which answers, so that those of two States are put together world by world.

Law: between two States a treaty is in force while it is for both. An open question is open for both at once: where the
treaty's midnight is Tokyo's for the one, it is for the other. So a profile says under which answers which statuses are
possible, and two profiles are put together under answers that do not contradict each other. A question that is asked of
one State alone ties nothing to the other, and falls away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from treatyclock.book.lines import Answers, Line
from treatyclock.book.statuses import less_advanced, union

Suppositions = frozenset[tuple[str, str, tuple[str, int] | None]]
"""Answers: the key of each question, its answer, and its place in an order, where it has one."""

LineProfile = tuple[tuple[Suppositions, int], ...]
"""The statuses that are possible under some answers, for each such set of answers."""


def shared_questions(lines: Iterable[Line]) -> frozenset[str]:
    """Return the keys of the questions that are asked about several of them, or that have a place in an order."""
    asked: Counter[str] = Counter()
    ordered: set[str] = set()
    for line in lines:
        questions = {question.key: question for answers, _ in line.worlds for question, _ in answers}
        asked.update(questions.keys())
        ordered.update(key for key, question in questions.items() if question.before is not None)
    return frozenset(key for key, count in asked.items() if count > 1) | ordered


def profiles_of(line: Line, shared: frozenset[str]) -> list[LineProfile]:
    """Return the profile of each segment of a line."""
    if len(line.worlds) == 1:
        return [((_NOTHING, mask),) for mask in line.worlds[0][1]]
    under = [_under(answers, shared) for answers, _ in line.worlds]
    return [_simplified(under, masks) for masks in zip(*(held for _, held in line.worlds), strict=True)]


_NOTHING: Suppositions = frozenset()


def _under(answers: Answers, shared: frozenset[str]) -> Suppositions:
    return frozenset((question.key, answer, question.before) for question, answer in answers if question.key in shared)


def _simplified(under: Sequence[Suppositions], masks: Sequence[int]) -> LineProfile:
    if len(set(masks)) == 1:
        return ((_NOTHING, masks[0]),)
    found: dict[Suppositions, int] = {}
    for answers, mask in zip(under, masks, strict=True):
        found[answers] = found.get(answers, 0) | mask
    for key in sorted({key for answers in found for key, *_ in answers}):
        found = _without(found, key)
    return tuple(sorted(found.items(), key=lambda each: (sorted(map(str, each[0])), each[1])))


def _without(found: dict[Suppositions, int], key: str) -> dict[Suppositions, int]:
    """Leave out a question on which nothing turns: all else alike, each of its answers gives the same statuses."""
    answers = {answer for under in found for each, answer, _ in under if each == key}
    groups: dict[Suppositions, dict[str | None, int]] = {}
    for under, mask in found.items():
        own = next((answer for each, answer, _ in under if each == key), None)
        rest = frozenset(each for each in under if each[0] != key)
        groups.setdefault(rest, {})[own] = mask
    turns = any(set(group) != answers or len(set(group.values())) > 1 for group in groups.values())
    return found if turns else {rest: next(iter(group.values())) for rest, group in groups.items()}


@cache
def together(one: LineProfile, other: LineProfile) -> int:
    """Return the statuses of two States together, under answers that do not contradict each other."""
    return union(less_advanced(mine, theirs) for under, mine in one for too, theirs in other if _compatible(under, too))


def loosely_together(one: LineProfile, other: LineProfile) -> int:
    """Return the statuses of two States together as if no question tied them: from the union of each."""
    return less_advanced(union(mask for _, mask in one), union(mask for _, mask in other))


@cache
def tied(one: LineProfile, other: LineProfile) -> bool:
    """Tell whether two States have together other statuses than each by itself lets one think."""
    if len(one) == 1 or len(other) == 1:
        return False  # what is the same under all answers is tied to nothing
    return together(one, other) != loosely_together(one, other)


def _compatible(one: Suppositions, other: Suppositions) -> bool:
    """Tell whether no question has two answers, and no event came before a time that an earlier one did not."""
    answers = {key: answer for key, answer, _ in one}
    if any(answers.get(key, answer) != answer for key, answer, _ in other):
        return False
    came: dict[str, int] = {}
    missed: dict[str, int] = {}
    for _, answer, before in one | other:
        if before is not None:
            when, place = before
            if answer == "yes":
                came[when] = max(came.get(when, place), place)
            else:
                missed[when] = min(missed.get(when, place), place)
    return all(place < missed.get(when, place + 1) for when, place in came.items())
