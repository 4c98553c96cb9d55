"""What another implementation answers: JSON lines, read with all their faults."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from treatyclock.errors import AnswersFileError, Fault, nearest
from treatyclock.law.status import Status
from treatyclock.testing.suite.features import FEATURES
from treatyclock.testing.suite.levels import LEVELS
from treatyclock.truth import Truth

_LISTS = ("statuses", "conventions", "facts", "contested_by")
_CLAIMS = ("implementation", "level", "features")
_WHAT = ("id", "truth", *_LISTS, "dates", "error")
_SHAPE = 'write {"id": ..., "truth": ...} or {"id": ..., "dates": [...]}'


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherAnswer:
    """What an implementation answers to a test; None for what it does not tell.

    Attributes:
        id: The test.
        truth: The truth.
        statuses: Every status that is possible.
        conventions: The keys of the conventions on which the truth depends.
        facts: What else it depends on, in the implementation's own words.
        contested_by: The readings that answer otherwise.
        dates: Every value of the date that was asked for; None among them for no such date.
        error: What went wrong, where it has no answer for that reason.
    """

    id: str
    truth: str | None = None
    statuses: frozenset[str] | None = None
    conventions: frozenset[str] | None = None
    facts: frozenset[str] | None = None
    contested_by: frozenset[str] | None = None
    dates: frozenset[str | None] | None = None
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherAnswers:
    """All that an implementation answers, and what it claims.

    Attributes:
        implementation: What it is called.
        level: The highest level that it claims; None for none in particular.
        features: The features that it claims; None for none in particular.
        answers: The answers, by the id of the test.
    """

    implementation: str = "the implementation"
    level: int | None = None
    features: frozenset[str] | None = None
    answers: Mapping[str, OtherAnswer] = field(default_factory=dict)


def load_answers(path: str | os.PathLike[str]) -> OtherAnswers:
    """Load a file of answers.

    Raises:
        AnswersFileError: With every fault of the file.
    """
    name = os.fspath(path)
    try:
        data = Path(name).read_bytes()
    except (OSError, ValueError) as error:
        problem = f"cannot be read: {getattr(error, 'strerror', None) or error}"
        raise _of_the_file(name, problem=problem, hint="check the path") from None
    return answers_in(data, file=name)


def answers_in(text: str | bytes, *, file: str = "<text>") -> OtherAnswers:
    r"""Read answers from their text: a JSON object on each line, the first of which may say what is claimed.

    Args:
        text: The text; bytes are read as UTF-8.
        file: What to call it in faults.

    Raises:
        AnswersFileError: With every fault.

    Example:
        >>> found = answers_in('{"implementation": "by years", "level": 1}\n{"id": "pact: 1941", "truth": "yes"}\n')
        >>> found.implementation, found.level, found.answers["pact: 1941"].truth
        ('by years', 1, 'yes')
    """
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8-sig")  # some editors write a mark of the byte order before it
        except UnicodeDecodeError:
            raise _of_the_file(file, problem="is not UTF-8", hint="write it as UTF-8") from None
    faults: list[Fault] = []
    claims: dict[str, Any] = {}
    answers: dict[str, OtherAnswer] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        data, twice = _object(line)
        claims_something = "id" not in data and not claims and not answers
        problems = list(_claim_problems(data) if claims_something else _answer_problems(data))
        problems += [(key, None, "is said twice", "leave out one of the two") for key in twice]
        if not problems and data.get("id") in answers:
            problems = [("id", data["id"], "is answered twice", "leave out one of the two")]
        faults += [_fault(file, number, problem) for problem in problems]
        if claims_something:
            claims = data
        elif not problems:
            answers[data["id"]] = _answer(data)
    if faults:
        raise AnswersFileError(file, faults)
    told = {key: claims[key] for key in ("implementation", "level") if key in claims}
    features = frozenset(claims["features"]) if "features" in claims else None
    return OtherAnswers(**told, features=features, answers=answers)


def _object(line: str) -> tuple[dict[str, Any], list[str]]:
    """Return the JSON object on a line, and the keys that it says twice; one without keys where there is none."""
    twice: list[str] = []

    def told(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        twice.extend(key for key, often in Counter(key for key, _ in pairs).items() if often > 1)
        return dict(pairs)

    try:
        data = json.loads(line, object_pairs_hook=told)
    except (ValueError, RecursionError):
        return {}, []
    return (data, twice) if isinstance(data, dict) else ({}, [])


_Problem = tuple[str, object, str, str]
"""A key, its value, what is wrong and what would mend it."""


def _claim_problems(data: Mapping[str, Any]) -> Iterator[_Problem]:
    if not data:
        yield "", None, "is no JSON object", f"{_SHAPE}, or first of all what is claimed"
    yield from _unknown_keys(data, _CLAIMS)
    if not isinstance(data.get("implementation", ""), str):
        yield "implementation", data["implementation"], "is no text", "write what the implementation is called"
    if "level" in data and (type(data["level"]) is not int or data["level"] not in LEVELS):
        yield "level", data["level"], "is no level", f"write a number from 1 to {max(LEVELS)}"
    if not _is_list_of_text(data.get("features", [])):
        yield "features", data["features"], "is no list of features", "write their names, as suite.json has them"
        return
    for feature in data.get("features", []):
        if feature not in FEATURES:
            yield "features", feature, "is no feature", nearest(feature, FEATURES)


def _answer_problems(data: Mapping[str, Any]) -> Iterator[_Problem]:
    if not isinstance(data.get("id"), str):
        yield "id", None, "is no JSON object with the id of a test", _SHAPE
        return
    yield from _unknown_keys(data, _WHAT)
    truths, statuses = [each.value for each in Truth], [each.value for each in Status]
    if not data.keys() & {"truth", "dates", "error"}:
        yield "", data["id"], "has no answer", f"{_SHAPE}, or leave it out"
    if "truth" in data and data["truth"] not in truths:
        hint = nearest(data["truth"], truths) if isinstance(data["truth"], str) else f"write one of {', '.join(truths)}"
        yield "truth", data["truth"], "is no truth", hint
    for key in _LISTS:
        if not _is_list_of_text(data.get(key, [])):
            yield key, data[key], "is no list of texts", 'write a list, such as ["a", "b"], or []'
        elif key == "statuses":
            wrong = [each for each in data.get(key, []) if each not in statuses]
            yield from ((key, each, "is no status", nearest(each, statuses)) for each in wrong)
    if not isinstance(data.get("error", "?"), str) or data.get("error") == "":
        yield "error", data["error"], "is no text", "write in words what went wrong"
    dates = data.get("dates", [])
    if not isinstance(dates, list) or not all(each is None or isinstance(each, str) for each in dates):
        yield "dates", dates, "is no list of dates", 'write a list, such as ["1946-04-24"], with null for no such date'


def _unknown_keys(data: Mapping[str, Any], known: tuple[str, ...]) -> Iterator[_Problem]:
    for key in data:
        if key not in known:
            yield key, None, "is no key that may stand here", nearest(key, known)


def _is_list_of_text(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _answer(data: Mapping[str, Any]) -> OtherAnswer:
    lists = {key: frozenset(data[key]) for key in (*_LISTS, "dates") if key in data}
    return OtherAnswer(id=data["id"], truth=data.get("truth"), error=data.get("error", ""), **lists)


def _of_the_file(file: str, *, problem: str, hint: str) -> AnswersFileError:
    fault = Fault(file=file, line=None, key="", value=None, problem=problem, hint=hint)
    return AnswersFileError(file, [fault])


def _fault(file: str, line: int, told: _Problem) -> Fault:
    key, value, problem, hint = told
    shown = None if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return Fault(file=file, line=line, key=key, value=shown, problem=problem, hint=hint)
