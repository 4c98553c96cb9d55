"""What comes out where something is expected: each question asked, and the two compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from treatyclock.answers.answer import Answer
from treatyclock.errors import ExpectationFileError, Fault, TreatyclockError
from treatyclock.printing import EXPLAINED
from treatyclock.testing.expectations import Expectation, Expectations
from treatyclock.treaty import Treaty

_NO_DATE = ("none",)

_Compared = tuple[str, frozenset[str], frozenset[str]]
"""What is compared, what must come out, and what came out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """One thing that came out otherwise than expected.

    Attributes:
        what: What was compared: ``"truth"``, ``"statuses"``, ``"depends on"``, ``"contested by"``, or the date.
        expected: What must come out.
        found: What came out.
    """

    what: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of one expectation.

    Attributes:
        expectation: The expectation.
        mismatches: What came out otherwise; nothing where the two agree.
        argument: Why it came out so, explained; empty where the two agree.
    """

    expectation: Expectation
    mismatches: tuple[Mismatch, ...]
    argument: str

    @property
    def agrees(self) -> bool:
        """Whether what came out is what must come out."""
        return not self.mismatches


def conformance(expectations: Expectations) -> tuple[Result, ...]:
    """Ask every question of a file and compare what comes out.

    Raises:
        ExpectationFileError: With every question that cannot be asked.

    Example:
        >>> from treatyclock.testing.expectations import expectations_in
        >>> found = expectations_in('''treaty: soviet-japanese-neutrality-pact
        ... ===
        ... 1945-08-09T00:10+09:00 | no | former party
        ... ''')
        >>> [str(each.what) for each in conformance(found)[0].mismatches]
        ['truth', 'statuses']
    """
    faults, results = [], []
    for each in expectations.expected:
        try:
            results.append(_result(expectations.treaty, each))
        except TreatyclockError as error:
            fault = Fault(
                file=expectations.file, line=each.line, key="", value=each.text,
                problem=f"cannot be asked: {error.sentence}", hint=error.hint, structural=False,
            )  # fmt: skip
            faults.append(fault)
    if faults:
        raise ExpectationFileError(expectations.file, faults)
    return tuple(results)


def argument_for(treaty: Treaty, expected: Expectation) -> str:
    r"""Return what the library answers to the question of an expectation, explained.

    Example:
        >>> from treatyclock.testing.expectations import expectations_in
        >>> found = expectations_in("treaty: new-start-2010\n===\n2012-01-01 | yes | party\n")
        >>> print(argument_for(found.treaty, found.expected[0]).splitlines()[0])
        Yes, in force by its terms.
    """
    if expected.field:
        return str(treaty.dates(**expected.asked))
    return str(treaty.in_force(expected.at, **expected.asked).printed(EXPLAINED))


def _result(treaty: Treaty, expected: Expectation) -> Result:
    if expected.field:
        outcomes = getattr(treaty.dates(**expected.asked), expected.field)
        found = frozenset(text for each in outcomes for text in each.value or _NO_DATE) or frozenset(_NO_DATE)
        as_found = {text.lower(): text for text in found}
        compared = [(expected.field, frozenset(as_found.get(text.lower(), text) for text in expected.values), found)]
    else:
        compared = list(_compared(expected, treaty.in_force(expected.at, **expected.asked)))
    mismatches = tuple(_mismatches(compared))
    return Result(
        expectation=expected,
        mismatches=mismatches,
        argument=argument_for(treaty, expected) if mismatches else "",
    )


def _compared(expected: Expectation, answer: Answer) -> Iterator[_Compared]:
    assert expected.truth is not None
    yield "truth", frozenset([expected.truth.value]), frozenset([answer.truth.value])
    yield "statuses", expected.statuses, frozenset(each.value for each in answer.status)
    yield "depends on", expected.depends_on, frozenset(each.key for each in answer.depends_on)
    if expected.contested_by is not None:
        yield "contested by", expected.contested_by, frozenset(each.reading.id for each in answer.contested_by)


def _mismatches(compared: Iterable[_Compared]) -> Iterator[Mismatch]:
    for what, expected, found in compared:
        if expected != found:
            yield Mismatch(what=what, expected=_words(expected), found=_words(found))


def _words(values: frozenset[str]) -> str:
    return ", ".join(sorted(values)) or "nothing"
