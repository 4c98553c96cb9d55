"""Tests as values: a treaty, a question, and what must come out, each with its level and what it needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from treatyclock.errors import ExpectationFileError, Fault
from treatyclock.law.vocabulary import CONVENTIONS
from treatyclock.testing.conformance import argument_for
from treatyclock.testing.expectations import Expectation, Expectations
from treatyclock.testing.suite.features import features_of
from treatyclock.testing.suite.levels import level_of
from treatyclock.treaty import Treaty

_NO_DATE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class SuiteTest:
    """A question to a treaty, and what must come out.

    Attributes:
        id: Its name in the suite: the name of its file, and the question.
        description: What it is about, with the law and the source, as its file says it.
        level: Its level, of :data:`treatyclock.testing.suite.LEVELS`.
        requires: The features that an engine needs to answer it, of :data:`treatyclock.testing.suite.FEATURES`.
        treaty: The treaty that is asked.
        expectation: The question and what must come out, as the file has it.
    """

    id: str
    description: str
    level: int
    requires: tuple[str, ...]
    treaty: Treaty
    expectation: Expectation

    @property
    def question(self) -> dict[str, Any]:
        """The question as plain data: ``at`` or ``date``, and what it is asked with."""
        asked = {key: list(value) if key == "between" else value for key, value in self.expectation.asked.items()}
        what = {"date": self.expectation.field} if self.expectation.field else {"at": self.expectation.at}
        return {**what, **asked}

    @property
    def expected(self) -> dict[str, Any]:
        """What must come out as plain data: dates, or a truth with statuses, conventions, facts and readings."""
        expected = self.expectation
        if expected.truth is None:
            return {"dates": sorted(map(_date, expected.values), key=lambda date: (date is None, date or ""))}
        conventions = sorted(key for key in expected.depends_on if is_convention(key))
        contested = {} if expected.contested_by is None else {"contested_by": sorted(expected.contested_by)}
        return {
            "truth": expected.truth.value,
            "statuses": sorted(expected.statuses),
            "conventions": conventions,
            "facts": sorted(expected.depends_on - set(conventions)),
            **contested,
        }

    def argument(self) -> str:
        """Return what the library itself answers, and why."""
        return argument_for(self.treaty, self.expectation)

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, ready for JSON."""
        return {
            "id": self.id,
            "description": self.description,
            "level": self.level,
            "requires": list(self.requires),
            "question": self.question,
            "expected": self.expected,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SuiteGroup:
    """The tests of one file, all put to one treaty.

    Attributes:
        name: The name of the file, without its ending.
        description: What it is about.
        treaty: The treaty that is asked.
        tests: The tests, in the order of the file.
    """

    name: str
    description: str
    treaty: Treaty
    tests: tuple[SuiteTest, ...]


def suite_of(files: Sequence[Expectations]) -> tuple[SuiteGroup, ...]:
    """Make tests of files of expectations, in their order.

    Raises:
        ExpectationFileError: If two files have the same name, by which their tests are called.

    Example:
        >>> from treatyclock.testing.expectations import expectations_in
        >>> (group,) = suite_of([expectations_in('''# On the night of the crossing.
        ... treaty: soviet-japanese-neutrality-pact
        ... ===
        ... 1945-08-09T00:10 Asia/Tokyo | yes | party
        ... ''', file="pact.cases")])
        >>> test, = group.tests
        >>> test.id, test.level, test.question
        ('pact: 1945-08-09T00:10 Asia/Tokyo', 1, {'at': '1945-08-09T00:10', 'zone': 'Asia/Tokyo'})
        >>> test.expected
        {'truth': 'yes', 'statuses': ['party'], 'conventions': [], 'facts': []}
    """
    groups = tuple(map(_group, files))
    names = Counter(group.name for group in groups)
    faults = [
        Fault(file=file.file, line=None, key="", value=group.name, problem="is also the name of another file",
              hint="give the files of a suite different names: the tests are called by them")
        for file, group in zip(files, groups, strict=True) if names[group.name] > 1
    ]  # fmt: skip
    if faults:
        raise ExpectationFileError("suite", faults)
    return groups


def is_convention(key: str) -> bool:
    """Tell whether what an answer depends on is a convention, of one clause or of all; otherwise it is a fact.

    Example:
        >>> is_convention("first_day"), is_convention("counts_from of joining"), is_convention("another end for AAA")
        (True, True, False)
    """
    return key.partition(" of ")[0] in CONVENTIONS


def _group(file: Expectations) -> SuiteGroup:
    name, record = PurePath(file.file).stem, file.treaty.record
    seen: Counter[str] = Counter()
    tests = []
    for each in file.expected:
        asked = " ".join(filter(None, [*each.text.split(), each.field]))
        seen[asked] += 1
        again = f" ({seen[asked]})" if seen[asked] > 1 else ""
        requires = features_of(record, each)
        tests.append(
            SuiteTest(
                id=f"{name}: {asked}{again}",
                description=" ".join(filter(None, [file.remark, each.remark])),
                level=level_of(record, each, requires),
                requires=requires,
                treaty=file.treaty,
                expectation=each,
            )
        )
    return SuiteGroup(name=name, description=file.remark, treaty=file.treaty, tests=tuple(tests))


def _date(value: str) -> str | None:
    return None if value.lower() == _NO_DATE else value
