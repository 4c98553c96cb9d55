"""Every kind of clause is drawn, and every key that it declares."""

from __future__ import annotations

import pytest

from simplest_draw import Simplest
from treatyclock.law.vocabulary import CLAUSES
from treatyclock.law.written import written_fields
from treatyclock.testing.files.clauses import clauses_in, lone_clause
from treatyclock.testing.files.fields import Fields
from treatyclock.testing.files.times import Times
from treatyclock.testing.specifications.choices import Dice

PARTIES = ("AAA", "BBB", "CCC")
MOST = 400
IN_ANY_CLAUSE = {"ref", "source", "known", "before"}


def test_every_kind_is_drawn_with_every_key_that_it_declares() -> None:
    never: list[str] = []
    also: set[str] = set()
    for name, clause in CLAUSES.items():
        left = {how.key for _, how, _ in written_fields(clause)}
        for number in range(MOST):
            drawn = set(lone_clause(Dice(f"{name}:{number}"), name, parties=PARTIES, acts=("opening",)))
            left, also = left - drawn, also | drawn
            if not left:
                break
        never += [f"{name}.{key}" for key in sorted(left)]
    assert not never, f"never drawn in {MOST} clauses of the kind: {', '.join(never)}"
    assert also >= IN_ANY_CLAUSE


@pytest.mark.parametrize("acts", [(), ("opening",)])
def test_a_clause_names_only_acts_that_are_there(acts: tuple[str, ...]) -> None:
    drawn = [lone_clause(Dice(str(number)), "entry_into_force", parties=PARTIES, acts=acts) for number in range(20)]
    assert any("'elapsed'" in str(table) for table in drawn) == bool(acts)


def test_several_clauses_stand_in_the_order_of_a_file_with_what_they_need() -> None:
    dice = Dice("several")
    fields = Fields(draw=dice, parties=PARTIES, times=Times(dice))
    drawn = [clauses_in(fields, ["renewal", "provision"], 4) for _ in range(20)]
    assert all("term" in tables for tables in drawn if "renewal" in tables)
    assert all(list(tables) == [name for name in CLAUSES if name in tables] for tables in drawn)
    assert any(isinstance(tables.get("provision"), list) for tables in drawn)


@pytest.mark.parametrize("name", CLAUSES)
def test_there_is_a_simplest_clause_of_each_kind(name: str) -> None:
    """One that is chosen alike each time: what is at fault in it is not drawn again and again."""
    assert len(lone_clause(Simplest(), name, parties=PARTIES)) <= 5
