"""Every way the open questions may be answered, tried one after the other.

An evaluation asks for a choice only where the choice matters; the explorer runs it again for
each alternative. So what was never asked multiplies nothing, and two questions that share an
ignorance (the same unknown midnight at both ends of a term) stay tied together.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Any, Generic, TypeVar

from treatyclock.errors import TooManyWorldsError
from treatyclock.truth import Truth

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
V = TypeVar("V", bound=Hashable)

MOST_WORLDS = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something the record leaves open.

    Attributes:
        key: Its name.
        text: The question in words.
        alternatives: What it may be answered.
        convention: True where someone must choose, false where a date is not known well enough.
        settled_by: The path of the key that would settle it in a file, such as ``("term", "first_day")``; of the table
            alone where it has no such key, and empty for a question of fact.
        acts: The ids of the acts whose dates decide about a fact.
        lacking: Whether it is open because the record does not hold everything that was done.
        before: Of a question whether one of several came before one time that is open for all of them: that time, and
            the place of this one among them. An earlier one came before it if a later one did.
    """

    key: str
    text: str
    alternatives: tuple[str, ...]
    convention: bool = True
    settled_by: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    lacking: bool = False
    before: tuple[str, int] | None = None


class Choices:
    """The answers of one world: given, scripted, or the first alternative."""

    def __init__(
        self, settled: Mapping[str, str], script: Sequence[int], before: Iterable[tuple[Question, str]] = ()
    ) -> None:
        """Take what a reading settles, which alternative to take at each open question, and earlier answers."""
        self._settled = settled
        self._script = script
        self.trail: list[tuple[Question, int]] = []
        self._answers: dict[str, str] = {}
        self._came_before: dict[str, dict[int, bool]] = {}
        for question, answer in before:
            self._take(question, answer)

    def choose(self, question: Question) -> str:
        """Return this world's answer; the same question gets the same answer."""
        if question.key in self._settled:
            return self._settled[question.key]
        if question.key not in self._answers:
            implied = self._implied(question)
            if implied is not None:
                return implied
            depth = len(self.trail)
            index = self._script[depth] if depth < len(self._script) else 0
            self.trail.append((question, index))
            self._take(question, question.alternatives[index])
        return self._answers[question.key]

    def _take(self, question: Question, answer: str) -> None:
        self._answers[question.key] = answer
        if question.before is not None:
            when, place = question.before
            self._came_before.setdefault(when, {})[place] = answer == "yes"

    def _implied(self, question: Question) -> str | None:
        """Return the answer that follows from those about others in the same order; None where none does."""
        if question.before is None:
            return None
        when, place = question.before
        known = self._came_before.get(when, {})
        if any(came and place <= other for other, came in known.items()):
            return "yes"
        return "no" if any(not came and other <= place for other, came in known.items()) else None

    def suppose(self, fact: str) -> None:
        """Take a fact as true, so that nobody is asked about it."""
        self._answers[fact] = "yes"

    def settle(
        self,
        truth: Truth,
        fact: str,
        text: str = "",
        *,
        acts: tuple[str, ...] = (),
        before: tuple[str, int] | None = None,
    ) -> bool:
        """Return a truth as a boolean; an unknown one becomes a question of fact.

        Args:
            truth: The truth.
            fact: What is true or not, without a verb; it names the question.
            text: The question in words, where it is not "was" and the fact.
            acts: The ids of the acts whose dates decide about it.
            before: Of several questions about one time, that time, and the place of what came before it or did not.
        """
        if truth is not Truth.UNKNOWN:
            return truth is Truth.YES
        question = Question(
            key=fact,
            text=text or f"was {fact}?",
            alternatives=("yes", "no"),
            convention=False,
            acts=acts,
            before=before,
        )
        return self.choose(question) == "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class World(Generic[T_co]):
    """One way to answer the open questions, and what then follows.

    Attributes:
        choices: The questions that came up, with this world's answers.
        result: What follows.
    """

    choices: tuple[tuple[Question, str], ...]
    result: T_co

    @property
    def answers(self) -> dict[str, str]:
        """The answers by the questions' keys."""
        return {question.key: answer for question, answer in self.choices}


def explore(
    evaluate: Callable[[Choices], T],
    settled: Mapping[str, str],
    before: tuple[tuple[Question, str], ...] = (),
) -> tuple[World[T], ...]:
    """Run an evaluation in every world.

    Args:
        evaluate: The evaluation, which asks for choices.
        settled: Answers that are no choice.
        before: Questions that another evaluation, which this one goes on from, has answered in its world.

    Raises:
        TooManyWorldsError: Beyond :data:`MOST_WORLDS` combinations.

    Example:
        >>> coin = Question(key="coin", text="which side?", alternatives=("heads", "tails"))
        >>> [world.result for world in explore(lambda choices: choices.choose(coin), {})]
        ['heads', 'tails']
    """
    found: dict[tuple[int, ...], World[T]] = {}
    # A depth-first search would run up to the limit before it knew. Every script that waits is at least one world, and
    # short scripts lead to most others. So the shortest go first, and a few evaluations show if there are too many.
    waiting: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    while waiting:
        depth, script = heappop(waiting)
        choices = Choices(settled, script, before)
        result = evaluate(choices)
        answered = tuple((question, question.alternatives[index]) for question, index in choices.trail)
        taken = tuple(index for _, index in choices.trail)
        found[taken] = World(choices=(*before, *answered), result=result)
        for length, (question, _) in enumerate(choices.trail[depth:], start=depth):
            for other in range(1, len(question.alternatives)):
                heappush(waiting, (length + 1, (*taken[:length], other)))
        if len(found) + len(waiting) > MOST_WORLDS:
            raise TooManyWorldsError(MOST_WORLDS, [question.text for question, _ in choices.trail])
    return tuple(found[taken] for taken in sorted(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[V]):
    """A value and the answers under which it comes out.

    Attributes:
        value: The value.
        under: Pairs of question key and answer, only of questions that the value turns on.
    """

    value: V
    under: tuple[tuple[str, str], ...]


def deciding(
    worlds: Sequence[World[T]],
    value: Callable[[T], Hashable],
    together: Callable[[Iterable[Any]], Hashable] = frozenset,
) -> tuple[Question, ...]:
    """Return the questions on which a value turns: those that alone make a difference somewhere.

    Two worlds differ by one question alone if they answer every other question that came up in
    both alike. Where values differ at all there is such a pair, so the result is empty only if
    the value is the same everywhere. What comes up in one of the two alone may make the difference
    by itself: so of such questions all answers are taken together.

    Args:
        worlds: The worlds.
        value: What a world comes to.
        together: What several values, of worlds that differ by such questions, come to.
    """
    values = [value(world.result) for world in worlds]
    if len(set(values)) <= 1:
        return ()
    answers = [world.answers for world in worlds]
    found: dict[str, Question] = {}
    seen: dict[frozenset[tuple[str, str]], Hashable] = {}

    def all_with(given: frozenset[tuple[str, str]]) -> Hashable:
        if given not in seen:
            seen[given] = together(v for v, each in zip(values, answers, strict=True) if given <= each.items())
        return seen[given]

    def differ(key: str, i: int, j: int) -> bool:
        one, other = answers[i], answers[j]
        if one.keys() == other.keys():
            return True
        both = frozenset((each, one[each]) for each in one.keys() & other.keys() if each != key)
        return all_with(both | {(key, one[key])}) != all_with(both | {(key, other[key])})

    for i, mine in enumerate(answers):
        for j in range(i):
            if values[i] != values[j]:
                apart = [key for key in mine if key in answers[j] and answers[j][key] != mine[key]]
                if len(apart) == 1 and apart[0] not in found and differ(apart[0], i, j):
                    found[apart[0]] = next(q for q, _ in worlds[i].choices if q.key == apart[0])
    order = {q.key: n for n, q in enumerate(dict.fromkeys(q for w in worlds for q, _ in w.choices))}
    return tuple(sorted(found.values(), key=lambda q: order[q.key]))


def outcomes(worlds: Sequence[World[T]], value: Callable[[T], V]) -> tuple[Outcome[V], ...]:
    """Return the values that come out, each with the answers it turns on.

    Example:
        >>> coin = Question(key="coin", text="which side?", alternatives=("heads", "tails"))
        >>> worlds = explore(lambda choices: choices.choose(coin), {})
        >>> [(o.value, o.under) for o in outcomes(worlds, str.upper)]
        [('HEADS', (('coin', 'heads'),)), ('TAILS', (('coin', 'tails'),))]
    """
    keys = [question.key for question in deciding(worlds, value)]
    found: Iterable[Outcome[V]] = (
        Outcome(value=value(world.result), under=tuple((k, world.answers[k]) for k in keys if k in world.answers))
        for world in worlds
    )
    return tuple(dict.fromkeys(found))
