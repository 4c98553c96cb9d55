"""How another implementation did: each of its answers beside what must come out, counted by level and by feature."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from treatyclock.errors import AnswersFileError, Fault, nearest
from treatyclock.testing.conformance import Mismatch
from treatyclock.testing.suite.answers import OtherAnswer, OtherAnswers
from treatyclock.testing.suite.posed import SuiteGroup, SuiteTest

_K = TypeVar("_K", int, str)

_FEW = 3
_NO_ANSWER = OtherAnswer(id="")


class Verdict(Enum):
    """What becomes of a test."""

    RIGHT = "right"
    WRONG = "wrong"
    UNANSWERED = "no answer"
    NOT_CLAIMED = "not claimed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """How many tests came out how.

    Attributes:
        right: All that was told is right, and the truth or the dates were told.
        wrong: Something that was told is wrong.
        unanswered: Not answered, though claimed.
        not_claimed: Beyond what the implementation claims, whether or not it answered.
    """

    right: int = 0
    wrong: int = 0
    unanswered: int = 0
    not_claimed: int = 0

    @classmethod
    def of(cls, verdicts: Iterable[Verdict]) -> Marks:
        """Count verdicts."""
        given = list(verdicts)
        return cls(
            right=given.count(Verdict.RIGHT),
            wrong=given.count(Verdict.WRONG),
            unanswered=given.count(Verdict.UNANSWERED),
            not_claimed=given.count(Verdict.NOT_CLAIMED),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedTest:
    """A test and what an implementation made of it.

    Attributes:
        test: The test.
        verdict: What becomes of it.
        told: What was told and compared: ``"truth"``, ``"statuses"`` and so on.
        mismatches: What came out otherwise than it must.
    """

    test: SuiteTest
    verdict: Verdict
    told: tuple[str, ...]
    mismatches: tuple[Mismatch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How an implementation did.

    Attributes:
        implementation: What it is called.
        marked: Every test of the suite, marked.
    """

    implementation: str
    marked: tuple[MarkedTest, ...]

    @property
    def total(self) -> Marks:
        """The marks of all tests."""
        return Marks.of(each.verdict for each in self.marked)

    @property
    def wrong(self) -> tuple[MarkedTest, ...]:
        """The tests that came out wrong."""
        return tuple(each for each in self.marked if each.verdict is Verdict.WRONG)

    @property
    def keeps_its_claim(self) -> bool:
        """Whether every test that it claims was answered, and rightly, and it claims any."""
        total = self.total
        return total.right > 0 and not total.wrong and not total.unanswered

    def by_level(self) -> Mapping[int, Marks]:
        """Return the marks of each level."""
        return self._by(lambda each: [each.test.level])

    def by_feature(self) -> Mapping[str, Marks]:
        """Return the marks of the tests that need each feature."""
        return self._by(lambda each: each.test.requires)

    def by_part(self) -> Mapping[str, Marks]:
        """Return, for each part of an answer, how often it was told rightly and wrongly, and how often not at all."""
        found: dict[str, list[Verdict]] = {}
        for each in self.marked:
            wrong = {mismatch.what for mismatch in each.mismatches}
            for what in each.test.expected:
                told = Verdict.WRONG if what in wrong else Verdict.RIGHT if what in each.told else Verdict.UNANSWERED
                claimed = each.verdict is not Verdict.NOT_CLAIMED
                found.setdefault(what, []).append(told if claimed else Verdict.NOT_CLAIMED)
        return {what: Marks.of(verdicts) for what, verdicts in found.items()}

    def _by(self, keys: Callable[[MarkedTest], Iterable[_K]]) -> Mapping[_K, Marks]:
        found: dict[_K, list[Verdict]] = {}
        for each in self.marked:
            for key in keys(each):
                found.setdefault(key, []).append(each.verdict)
        return {key: Marks.of(found[key]) for key in sorted(found)}


def score(groups: Sequence[SuiteGroup], answers: OtherAnswers, *, file: str = "<text>") -> Score:
    """Mark what an implementation answers to a suite.

    What an answer leaves out, such as statuses, is not compared. Facts are in everybody's own words, so that
    only whether there are any is compared. Without a claim, every test counts.

    Args:
        groups: The suite.
        answers: The answers.
        file: What to call them in faults.

    Raises:
        AnswersFileError: If something is answered that is no test of the suite.

    Example:
        >>> from treatyclock.testing.expectations import expectations_in
        >>> from treatyclock.testing.suite import answers_in, suite_of
        >>> suite = suite_of([expectations_in('''treaty: soviet-japanese-neutrality-pact
        ... ===
        ... 1945-08-09T00:10 Asia/Tokyo | yes | party
        ... ''', file="pact.cases")])
        >>> found = score(suite, answers_in('{"id": "pact: 1945-08-09T00:10 Asia/Tokyo", "truth": "no"}'))
        >>> [(each.what, each.expected, each.found) for each in found.wrong[0].mismatches]
        [('truth', 'yes', 'no')]
    """
    tests = {test.id: test for group in groups for test in group.tests}
    if strange := [id for id in answers.answers if id not in tests]:
        raise AnswersFileError(file, _strange(strange, tests, file))
    return Score(
        implementation=answers.implementation,
        marked=tuple(_marked(test, answers) for test in tests.values()),
    )


def _strange(ids: Sequence[str], tests: Iterable[str], file: str) -> Iterator[Fault]:
    """Yield the first answers to no test, and how many more there are: most likely they are to another suite."""
    for id in ids[:_FEW]:
        hint = nearest(id, tests)
        yield Fault(file=file, line=None, key="id", value=id, problem="is no test of this suite", hint=hint)
    if (more := len(ids) - _FEW) > 0:
        problem, hint = f"answers {more} more that are no tests of this suite", "name the files it was made of"
        yield Fault(file=file, line=None, key="", value=None, problem=problem, hint=hint)


def _marked(test: SuiteTest, answers: OtherAnswers) -> MarkedTest:
    answer = answers.answers.get(test.id, _NO_ANSWER)
    compared = list(_compared(test, answer))
    mismatches = tuple(each for _, each in compared if each is not None)
    if not _claims(test, answers):
        verdict = Verdict.NOT_CLAIMED
    elif answer is _NO_ANSWER:
        verdict = Verdict.UNANSWERED
    else:
        verdict = Verdict.WRONG if mismatches else Verdict.RIGHT
    return MarkedTest(test=test, verdict=verdict, told=tuple(what for what, _ in compared), mismatches=mismatches)


def _claims(test: SuiteTest, answers: OtherAnswers) -> bool:
    within_level = answers.level is None or test.level <= answers.level
    return within_level and (answers.features is None or answers.features.issuperset(test.requires))


def _compared(test: SuiteTest, answer: OtherAnswer) -> Iterator[tuple[str, Mismatch | None]]:
    """Yield each part of an answer that was told, with what is wrong with it; the first part must be told."""
    if answer is _NO_ANSWER:
        return
    first = next(iter(test.expected))
    for what, expected in test.expected.items():
        found = getattr(answer, what)
        if found is None and what == first:
            yield what, Mismatch(what=what, expected=_words(expected), found=answer.error or "nothing told")
        elif found is not None:
            same = bool(found) is bool(expected) if what == "facts" else _letters(found) == _letters(expected)
            yield what, None if same else Mismatch(what=what, expected=_words(expected), found=_words(found))


def _letters(told: str | Iterable[str | None]) -> frozenset[str | None]:
    """Return what was told as a set, without regard to small letters or large."""
    return frozenset(each and each.lower() for each in ((told,) if isinstance(told, str) else told))


def _words(told: str | Iterable[str | None]) -> str:
    if isinstance(told, str):
        return told
    return ", ".join(sorted("none" if each is None else each for each in told)) or "nothing"
