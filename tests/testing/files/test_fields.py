from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import pytest

from treatyclock.civil.periods import Period
from treatyclock.law.clauses.base import Basis, Clause
from treatyclock.law.form import Form
from treatyclock.law.vocabulary import CLAUSES
from treatyclock.law.written import Written, written
from treatyclock.testing.files.clauses import clause_table
from treatyclock.testing.files.fields import Fields, forms_drawn, in_order, texts_in
from treatyclock.testing.files.times import Times
from treatyclock.testing.specifications.choices import Dice


def fields(seed: str, **more: Any) -> Fields:
    dice = Dice(seed)
    return Fields(draw=dice, parties=("AAA", "BBB"), times=Times(dice), **more)


def test_every_form_can_be_drawn() -> None:
    assert set(Form) == forms_drawn()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tomorrow(Clause):
    """A clause that the library does not know yet."""

    TABLE: ClassVar[str] = "tomorrow"

    lasts: Period = written(Form.SOME_PERIOD, "how long")
    parties: tuple[str, ...] = written(Form.PARTY, "for whom", many=True, default=())
    decides: bool = written(Form.FLAG, "whether it decides", default=False)
    basis: Basis = Basis()


def test_a_clause_added_tomorrow_is_drawn_by_its_declarations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CLAUSES, "tomorrow", Tomorrow)
    drawn = [clause_table(fields(str(number)), "tomorrow") for number in range(40)]
    assert all({"lasts", "ref"} <= set(table) for table in drawn)
    assert {"lasts", "parties", "decides", "ref"} <= {key for table in drawn for key in table}


def test_a_form_that_nothing_draws_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(Fields.one.__globals__["_MAKERS"], Form.ZONE)
    how = Written(doc="", form=Form.ZONE, many=False, key="clock")
    with pytest.raises(LookupError, match=r"nothing draws Form\.ZONE"):
        fields("a").value(how)


def test_what_names_an_act_is_not_drawn_where_there_is_none() -> None:
    how = Written(doc="", form=Form.ACT, many=False, key="since")
    assert not fields("a").can_write(how)
    assert fields("a", acts=("opening",)).value(how) == "opening"


def test_texts_and_order() -> None:
    assert list(texts_in({"a": ["b", {"c": "d"}], "e": 1})) == ["b", "d"]
    assert list(in_order({"a": 1, "b": 2, "c": 3}, ("c", "x", "a"))) == ["c", "a", "b"]
