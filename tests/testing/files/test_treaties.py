"""Treaties that nobody designed: they load, come back, and can be asked anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

import treatyclock as tc
from simplest_draw import Simplest
from treatyclock.errors import TooManyDatesError, UnusableRecordError
from treatyclock.law.acts.consent import RATIFICATION
from treatyclock.law.acts.exit import WITHDRAWAL
from treatyclock.testing.files.treaties import Ingredients, treaty_tables, treaty_text
from treatyclock.testing.specifications.choices import Dice

ANY = Ingredients(parties=(2, 6), parts=True)
TOO_MUCH_IS_OPEN = (UnusableRecordError, TooManyDatesError)
"""What the library says in place of an answer where too much is open, or too many dates would be one."""


def drawn(number: int, of: Ingredients = ANY) -> tuple[dict[str, Any], tc.Treaty]:
    tables, record = treaty_tables(Dice(f"treaties:{number}"), of)
    return tables, tc.Treaty(record)


@pytest.mark.parametrize("number", range(12))
def test_tables_text_and_record_say_the_same(number: int) -> None:
    tables, treaty = drawn(number)
    assert tc.from_dict(tables) == tc.loads(treaty_text(tables)) == treaty
    assert tc.loads(tc.dumps(treaty)) == treaty
    assert treaty.record.parts and 2 <= len(treaty.record.parties) <= 6


def test_only_what_was_asked_for_occurs_and_all_of_it_does() -> None:
    of = Ingredients(parties=(3, 3), clauses=("term", "renewal", "sunset"), acts=(RATIFICATION, WITHDRAWAL))
    clauses: Counter[str] = Counter()
    acts: Counter[str] = Counter()
    for number in range(12):
        record = drawn(number, of)[1].record
        clauses.update(clause.TABLE for clause in record.clauses)
        acts.update(act.kind.name for act in record.acts)
        assert len(record.parties) == 3 and not record.parts
    assert set(clauses) == {"entry_into_force", *of.clauses} and set(acts) == {"ratification", "withdrawal"}


def test_in_the_simplest_treaty_nothing_is_done() -> None:
    tables, _ = treaty_tables(Simplest(), Ingredients(parties=(2, 6)))
    assert list(tables) == ["schema", "id", "title", "parties", "entry_into_force"]


def questions(treaty: tc.Treaty) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield questions: the method and what it is asked with."""
    one, other, *_ = [party.id for party in treaty.record.parties]
    parts = [part.id for part in treaty.record.parts]
    subjects: list[dict[str, Any]] = [
        {},
        {"party": one},
        {"between": (one, other)},
        *({"part": part} for part in parts),
    ]
    for whom in subjects:
        yield "in_force", {"at": "1942-01-31", **whom}
        yield "in_force", {"at": "1945-08-09T00:10+09:00", **whom}
        yield "dates", whom
        yield "timeline", whom
    yield "earliest_exit", {"party": other}
    yield "last_timely_notice", {"at": "1944-01-01"}


def answers(number: int) -> Counter[str]:
    """Ask a treaty, and count what came of it; anything but an answer, or too much that is open, is raised."""
    found: Counter[str] = Counter()
    _, treaty = drawn(number, Ingredients(parties=(2, 4), parts=number % 3 == 0))
    for method, asked in questions(treaty):
        try:
            found[type(getattr(treaty, method)(**asked)).__name__] += 1
        except TOO_MUCH_IS_OPEN:
            found["too open"] += 1
    return found


@pytest.mark.parametrize("number", range(6))
def test_whatever_is_drawn_can_be_asked(number: int) -> None:
    assert answers(number)


@pytest.mark.long
def test_whatever_is_drawn_can_be_asked_at_length() -> None:
    found = sum((answers(number) for number in range(6, 3000)), Counter())
    print(found)
    assert found["too open"] < found.total() / 5
