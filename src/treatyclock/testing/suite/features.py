"""What an engine must know to answer a question: kinds of clause, condition and act, parts of a file, what is asked.

All of it follows from what the library declares, and from the record that is asked: nobody writes it beside a test.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from treatyclock.answers.dates import Dates
from treatyclock.civil.clocks.historic import historic_zone_names
from treatyclock.civil.moments.read import moment
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.conditions import NAMED, TABLES, AsRecorded, Condition
from treatyclock.law.coverage import Coverage
from treatyclock.law.depositaries import profiles
from treatyclock.law.record import Counting, Record
from treatyclock.law.vocabulary import ACT_KINDS, CLAUSES
from treatyclock.law.written import written_fields
from treatyclock.testing.expectations import ASKED, Expectation

_TABLES = {
    "depositary": "who keeps the treaty",
    "weights": "tables of weights that belong to the treaty",
    "counting": "what the text itself says of counting days",
    "record": "how much of what was done the file holds",
    "groups": "some of the parties under one name",
    "part": "parts of the treaty that have a life of their own",
}
_WITHIN = {
    "members": "States for which it is in force through a party that is an organisation",
    "territories": "territories of a party, with days of their own",
}
_TIMES = {
    "instant": "asked at an hour with an offset or a zone",
    "day": "asked on a bare day",
    "vague": "asked about, or with an act on, a day that is not told exactly",
    "event of a case": "an act whose hour the sources of a case settle (docs/case-files.md)",
    "historic zone": "a clock that no IANA zone has, by the library's table (docs/pitfalls/missing-history.md)",
    "any zone": "asked on any clock on earth",
}
_ANY_ZONE = "any"


CONDITIONS: tuple[type[Condition], ...] = tuple(dict.fromkeys([*map(type, NAMED.values()), *TABLES, AsRecorded]))
"""Every kind of condition that a clause may wait for."""


def condition_word(condition: type[Condition]) -> str:
    """Return what a file calls a kind of condition: its word, or the first key of its table."""
    named = next((word for word, value in NAMED.items() if type(value) is condition), None)
    keys = [how.key for _, how, _ in written_fields(condition)]
    return named or next(iter(keys), "as recorded")


def _sentence(kind: ActKind) -> str:
    """Return what an act of a kind says, of nobody and nothing in particular."""
    return " ".join(kind.sentence.format(by="somebody", of="", id="", treaty="").split())


def _first_line(doc: str | None) -> str:
    return (doc or "").partition("\n")[0].rstrip(".")


FEATURES: Mapping[str, str] = {
    **{f"clause:{name}": clause.DOC for name, clause in CLAUSES.items()},
    **{f"condition:{condition_word(condition)}": _first_line(condition.__doc__) for condition in CONDITIONS},
    **{f"act:{name}": _sentence(kind) for name, kind in ACT_KINDS.items()},
    **{f"table:{key}": doc for key, doc in _TABLES.items()},
    **{f"parties:{key}": doc for key, doc in _WITHIN.items()},
    **{f"depositary:{id}": f"the practice of {profile.title}" for id, profile in sorted(profiles().items())},
    **{f"time:{name}": doc for name, doc in _TIMES.items()},
    **{f"ask:{name}": f"a question with `{name}`" for name in ASKED.values()},
    **{f"date:{name}": f"the date `{name}`" for name in Dates.__dataclass_fields__ if name != "supposed"},
}
"""Every feature that a test may need, and what it is."""


def features_of(record: Record, expected: Expectation) -> tuple[str, ...]:
    """Return what an engine must know to answer a question, in the order of :data:`FEATURES`.

    Args:
        record: The record that is asked.
        expected: The question.

    Example:
        >>> from treatyclock.testing.expectations import expectations_in
        >>> found = expectations_in('''treaty: soviet-japanese-declaration-1941
        ... ===
        ... 1941-04-14 for=JPN | yes | party
        ... ''')
        >>> features_of(found.treaty.record, found.expected[0])  # doctest: +NORMALIZE_WHITESPACE
        ('clause:entry_into_force', 'condition:signed', 'act:signature', 'act:outbreak of war', 'time:day', 'ask:party')
    """
    part, reading = (expected.asked.get(key) for key in ("part", "reading"))
    found = record_features(record, part=part, reading=reading) | set(_of_question(expected))
    return tuple(name for name in FEATURES if name in found)


@lru_cache(maxsize=64)
def record_features(record: Record, *, part: str | None = None, reading: str | None = None) -> frozenset[str]:
    """Return what an engine must know of a record, or of a part of it, as a reading has it; whatever is asked."""
    return frozenset(_of_record(record, record.about(part).read_as(record.reading(reading))))


def _of_record(record: Record, seen: Record) -> Iterator[str]:
    clauses, acts = _all_clauses(seen), _all_acts(seen)
    yield from (f"clause:{clause.TABLE}" for clause in clauses)
    for clause in clauses:
        yield from (f"condition:{condition_word(type(each))}" for each in _conditions(clause))
    yield from (f"act:{act.kind.name}" for act in acts)
    yield from _of_tables(record)
    for party in record.parties:
        yield from (f"parties:{key}" for key in _WITHIN if getattr(party, key))
    clocks = [*(party.clock for party in record.parties), *(clock for act in acts for clock in act.clock)]
    if not {*clocks, *record.counting.midnight}.isdisjoint(historic_zone_names()):
        yield "time:historic zone"
    if any(act.timed_by for act in acts):
        yield "time:event of a case"
    if any(act.dated.days.first != act.dated.days.last for act in acts if act.dated.wall is None):
        yield "time:vague"


def _of_tables(record: Record) -> Iterator[str]:
    said = {"groups": record.groups, "weights": record.weights, "part": record.parts, "depositary": record.depositary}
    yield from (f"table:{key}" for key, value in said.items() if value)
    if record.counting != Counting():
        yield "table:counting"
    if replace(record.coverage, untold=()) != Coverage():  # what is untold is worked out, and stands in no file
        yield "table:record"
    if record.depositary is not None and record.depositary.profile is not None:
        yield f"depositary:{record.depositary.profile.id}"


def _all_clauses(seen: Record) -> tuple[Clause, ...]:
    return (*seen.clauses, *(() if seen.whole is None else seen.whole.clauses))


def _all_acts(seen: Record) -> tuple[Act, ...]:
    return (*seen.acts, *(() if seen.whole is None else seen.whole.acts))


def _conditions(clause: Clause) -> Iterator[Condition]:
    for name, _, _ in written_fields(type(clause)):
        value = getattr(clause, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Condition):
                yield from each.walk()


def _of_question(expected: Expectation) -> Iterator[str]:
    if expected.field:
        yield f"date:{expected.field}"
    else:
        yield f"time:{_time(expected.at, expected.asked.get('zone'))}"
    yield from (f"ask:{name}" for name in expected.asked)
    zone = expected.asked.get("zone")
    if zone == _ANY_ZONE:
        yield "time:any zone"
    elif zone in historic_zone_names():
        yield "time:historic zone"


def _time(at: str, zone: str | None) -> str:
    when = moment(at, zone=None if zone == _ANY_ZONE else zone)
    if when.wall is not None:
        return "instant"
    return "day" if when.days.first == when.days.last else "vague"
