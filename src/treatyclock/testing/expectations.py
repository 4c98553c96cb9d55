"""Files of expectations: a treaty, and below it what must come out when it is asked.

Such a file is written by hand or from a source, never from what the library answers. Its lines are read here, with all
their faults; :mod:`treatyclock.testing.conformance` asks them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import Any

from treatyclock.answers.dates import Dates
from treatyclock.civil.moments.moment import Fold
from treatyclock.civil.moments.widening import Widening
from treatyclock.corpus import TreatyText, record_in, record_of
from treatyclock.errors import ExpectationFileError, Fault, FaultyFileError, TreatyclockError, nearest
from treatyclock.formats.documents.toml import file_text
from treatyclock.law.status import Status
from treatyclock.questions.inputs import time_asked
from treatyclock.treaty import Treaty
from treatyclock.truth import Truth

BAR = "==="
"""The line between the treaty and what is asked of it."""

_OTHER_TREATY = "treaty:"
_REMARK = "#"
_DATES = "dates"
_NO_DATE = "none"
_NOTHING = "-"
_WITHOUT_A_DAY = (_NO_DATE, "not known", "..")
"""What a date may come to that names no day."""

_DAY = re.compile(r"\d+-\d+-\d+")
_HOUR = re.compile(r"\d\d?:\d\d(:\d\d)?\S*")
ASKED: Mapping[str, str] = {
    "for": "party",
    "between": "between",
    "part": "part",
    "reading": "reading",
    "known_as_of": "known_as_of",
    "zone": "zone",
}
"""What a line may ask with, and what the library's questions call it."""

_FIELDS = tuple(name for name in Dates.__dataclass_fields__ if name != "supposed")
_PLACES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """One line: a question and what must come out.

    Attributes:
        line: Its line in the file, counted from 1.
        text: The question as it is written.
        at: The time asked about; empty for a question about dates.
        asked: Of whom, by whose reading and by which clock, as the library's questions take it.
        truth: The truth that must come out; None for a question about dates.
        statuses: Every status that must be possible.
        depends_on: The keys of all on which it must depend.
        contested_by: The ids of the readings that must contest it; None where that is not asked.
        field: The date asked for; empty for a question about a time.
        values: Every value that this date must possibly have; ``"none"`` for no date; small letters or large.
        remark: What stands above it as a remark: one holds for all lines up to the next remark or empty line.
    """

    line: int
    text: str
    at: str = ""
    asked: Mapping[str, Any]
    truth: Truth | None = None
    statuses: frozenset[str] = frozenset()
    depends_on: frozenset[str] = frozenset()
    contested_by: frozenset[str] | None = None
    field: str = ""
    values: frozenset[str] = frozenset()
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectations:
    """A file of expectations.

    Attributes:
        file: What to call it in messages.
        treaty: The treaty that is asked.
        expected: What must come out, in the order of the file.
        remark: What the file's first lines say that it is about.
    """

    file: str
    treaty: Treaty
    expected: tuple[Expectation, ...]
    remark: str = ""


def load_expectations(path: str | os.PathLike[str]) -> Expectations:
    """Load a file of expectations.

    Raises:
        ExpectationFileError: With every fault of the file, and of the treaty in it.
    """
    name = os.fspath(path)
    return expectations_in(file_text(name, error=ExpectationFileError), file=name)


def expectations_in(text: str, *, file: str = "<text>") -> Expectations:
    """Read expectations from their text.

    Args:
        text: The text.
        file: Its path, beside which the treaty's own file may lie, or what to call it in faults.

    Raises:
        ExpectationFileError: With every fault.

    Example:
        >>> found = expectations_in('''treaty: soviet-japanese-neutrality-pact
        ... ===
        ... 1945-08-09T00:10+09:00 | yes | party
        ... ''')
        >>> found.treaty, found.expected[0].truth
        (treatyclock.load('soviet-japanese-neutrality-pact'), <Truth.YES: 'yes'>)
    """
    lines = text.replace("\r\n", "\n").split("\n")
    bar = next((number for number, line in enumerate(lines) if line.rstrip() == BAR), None)
    if bar is None:
        hint = f"write the treaty, then a line {BAR}, then a line for each question"
        raise ExpectationFileError(file, [_fault(file, None, "", f"has no line {BAR}", hint)])
    faults: list[Fault] = []
    treaty = _treaty(lines[:bar], file, faults)
    found = [
        _Line(file, number, line, remark, treaty, faults).read()
        for number, line, remark in _with_remarks(lines[bar + 1 :], bar + 2)
    ]
    if not found:
        faults.append(_fault(file, bar + 1, BAR, "has no question below it", "write: WHEN | truth | statuses"))
    if faults or treaty is None:
        raise ExpectationFileError(file, faults)
    remarks = takewhile(lambda line: line.startswith(_REMARK), lines)
    return Expectations(
        file=file,
        treaty=treaty,
        expected=tuple(each for each in found if each is not None),
        remark=" ".join(map(_remark, remarks)),
    )


def _with_remarks(lines: list[str], first: int) -> Iterator[tuple[int, str, str]]:
    """Yield each line that asks, with its number and the remark under which it stands."""
    remark, before = "", ""
    for number, line in enumerate(lines, first):
        said = line.strip()
        if said.startswith(_REMARK):
            remark = f"{remark} {_remark(said)}" if before.startswith(_REMARK) else _remark(said)
        elif said:
            yield number, line, remark
        else:
            remark = ""
        before = said


def _remark(line: str) -> str:
    return line.removeprefix(_REMARK).strip()


def _treaty(lines: list[str], file: str, faults: list[Fault]) -> Treaty | None:
    numbered = ((number, line.strip()) for number, line in enumerate(lines, 1))
    said = [(number, line) for number, line in numbered if line and not line.startswith(_REMARK)]
    naming = [each for each in said if each[1].lower().startswith(_OTHER_TREATY)]
    if naming and len(said) > 1:
        number, line = next(each for each in said if each != naming[0])
        hint = f"write one line `{_OTHER_TREATY} NAME` above {BAR}, or the whole treaty file"
        faults.append(_fault(file, number, line, f"stands beside the treaty that line {naming[0][0]} names", hint))
        return None
    try:
        if naming:
            named = said[0][1][len(_OTHER_TREATY) :].strip()
            beside = Path(file).parent / named
            return Treaty(record_of(beside if named.endswith(".toml") else named))
        return Treaty(record_in(TreatyText(text="\n".join(lines) + "\n", file=file, path=file)))
    except FaultyFileError as error:
        faults.extend(error.faults)
    except TreatyclockError as error:
        place = said[0][0] if said else 1
        faults.append(_fault(file, place, "", error.sentence, error.hint))
    return None


def _fault(file: str, line: int | None, value: str, problem: str, hint: str) -> Fault:
    return Fault(file=file, line=line, key="", value=value or None, problem=problem, hint=hint)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that asks, while it is read."""

    file: str
    number: int
    text: str
    remark: str
    treaty: Treaty | None
    faults: list[Fault]

    def read(self) -> Expectation | None:
        """Return what it expects; None if it has faults, which have been noted."""
        before = len(self.faults)
        parts = [part.strip() for part in self.text.split("|")]
        question, rest = parts[0], parts[1:]
        if len(parts) < 2:
            self._fault(self.text.strip(), "has no answer", "write: WHEN | truth | statuses")
            return None
        if len(parts) > _PLACES:
            self._fault(
                parts[_PLACES], "is one part too many", "write: WHEN | truth | statuses | depends on | contested by"
            )
        rest = (rest + [""] * _PLACES)[: _PLACES - 1]
        words = question.split()
        if not words:
            self._fault(self.text.strip(), "does not say what is asked", "write a time first, or dates")
            return None
        at, *asked = words
        found = self._dates(rest) if at == _DATES else self._in_force(rest)
        whom = self._asked(asked, dates=at == _DATES)
        if whom is not None:
            self._askable(question, at, whom)
        if whom is None or len(self.faults) > before:
            return None
        place: dict[str, Any] = {"line": self.number, "text": question, "remark": self.remark}
        return Expectation(**place, asked=whom, **found, at="" if at == _DATES else at)

    def _in_force(self, parts: list[str]) -> dict[str, Any]:
        truth, statuses, depends, contested = parts
        truths = {each.value: each for each in Truth}
        if truth not in truths:
            self._fault(truth, "is no truth", nearest(truth, truths))
        elif not statuses and truths[truth] is not Truth.UNKNOWN:
            self._fault(truth, "has no status beside it", "write every status that is possible: | yes | party")
        known = {each.value for each in Status}
        for status in sorted(_listed(statuses) - known):
            self._fault(status, "is no status", nearest(status, known))
        return {
            "truth": truths.get(truth),
            "statuses": _listed(statuses),
            "depends_on": frozenset() if depends == _NOTHING else _listed(depends),
            "contested_by": None if not contested else frozenset() if contested == _NOTHING else _listed(contested),
        }

    def _dates(self, parts: list[str]) -> dict[str, Any]:
        field, values, *more = parts
        if field not in _FIELDS:
            self._fault(field, "is no date that follows from a treaty", nearest(field, _FIELDS))
        if not values:
            self._fault(field, "has no value that must come out", f"write a day, or {_NO_DATE}")
        for value in sorted(_listed(values)):
            days = _DAY.findall(value)
            if not (all(map(_is_day, days)) if days else value.lower() in _WITHOUT_A_DAY):
                self._fault(value, "is no date that can come out", f"write a day such as 1946-04-24, or {_NO_DATE}")
        for each in filter(None, more):
            self._fault(each, "is one part too many", "write: dates | FIELD | values")
        return {"field": field, "values": _listed(values)}

    def _asked(self, words: list[str], *, dates: bool) -> dict[str, Any] | None:
        """Return with what a line asks; None if that has faults."""
        found: dict[str, Any] = {}
        before = len(self.faults)
        for word in words:
            key, sign, value = word.partition("=")
            name = ASKED.get(key if sign else "zone")
            if name is None:
                self._fault(word, "asks for nothing known", nearest(key, ASKED))
            elif name == "zone" and _HOUR.fullmatch(value or word):
                self._fault(word, "is an hour that stands apart from its day", "write it as 1945-08-09T00:10")
            elif name == "zone" and dates:
                hint = "leave it out; dates are those of the treaty's own clock"
                self._fault(word, "cannot be said of dates", hint)
            elif name in found:
                self._fault(word, "is said a second time", "leave out one of the two, or write two lines")
            elif name == "between":
                found[name] = tuple(value.split(","))
            else:
                found[name] = value if sign else word
        return found if len(self.faults) == before else None

    def _askable(self, question: str, at: str, whom: Mapping[str, Any]) -> None:
        """Note what keeps the treaty from being asked."""
        if self.treaty is None:
            return
        asked = {key: value for key, value in whom.items() if key != "zone"}
        try:
            self.treaty.under(**asked)
            if at != _DATES:
                time_asked(at, whom.get("zone"), Fold.BOTH, Widening.NONE)
        except TreatyclockError as error:
            self._fault(question, f"cannot be asked: {error.sentence}", error.hint)

    def _fault(self, value: str, problem: str, hint: str) -> None:
        self.faults.append(_fault(self.file, self.number, value, problem, hint))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _listed(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(",") if part.strip())
