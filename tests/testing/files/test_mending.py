from __future__ import annotations

from collections.abc import Sequence

import pytest

import treatyclock as tc
from treatyclock.testing.files.clauses import head
from treatyclock.testing.files.fields import Blank, DrawnTables, Fields, Maker
from treatyclock.testing.files.mending import UnmendableError, loaded, mended
from treatyclock.testing.files.times import Times
from treatyclock.testing.specifications.choices import Dice


def made(seed: str, name: str, keys: DrawnTables, *, required: Sequence[str] = ()) -> DrawnTables:
    """Mend a document with one clause, of which each key can be drawn again with its own value."""
    dice = Dice(seed)
    fields = Fields(draw=dice, parties=("AAA", "BBB"), times=Times(dice))
    table = {**keys, "ref": "art. 1"}
    makers: dict[str, Maker] = {key: (lambda value=value: value) for key, value in table.items()}  # type: ignore[misc]
    fields.blanks[id(table)] = (table, Blank(makers, ("ref", *required)))
    document = head(fields.parties) | {name: table}
    mended(document, fields)
    return document


def test_of_two_keys_that_exclude_each_other_one_goes() -> None:
    keys = {"lasts": "P5Y", "from": "entry into force", "until": "1950-01-01"}
    kept = [made(str(number), "term", keys)["term"] for number in range(20)]
    assert all(("lasts" in table) != ("until" in table) for table in kept)


def test_what_a_key_needs_is_drawn_with_it() -> None:
    document = made("a", "term", {"lasts": "P5Y", "from": "signature"})
    assert document["term"] == {"lasts": "P5Y", "from": "signature", "ref": "art. 1"}
    assert tc.from_dict(document)


def test_a_table_that_is_at_fault_whatever_it_says_is_left_out() -> None:
    keys = {"number": 3, "among": "AAA"}
    assert "minimum_parties" not in made("a", "minimum_parties", keys, required=("number", "among"))


def test_what_nobody_drew_cannot_be_mended() -> None:
    dice = Dice("a")
    fields = Fields(draw=dice, parties=("AAA", "BBB"), times=Times(dice))
    record, wrong = loaded(head(("AAA",)))
    assert record is None and wrong[0][0] == ("parties",)
    with pytest.raises(UnmendableError):
        mended(head(("AAA",)), fields)


def test_what_comes_out_as_it_was_is_not_tried_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[DrawnTables] = []

    def counted(document: DrawnTables) -> object:
        tries.append(document)
        return loaded(document)

    monkeypatch.setattr("treatyclock.testing.files.mending.loaded", counted)
    keys = {"number": 3, "among": "AAA"}
    assert "minimum_parties" not in made("a", "minimum_parties", keys, required=("number", "among"))
    assert len(tries) < 6
