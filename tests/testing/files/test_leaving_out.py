"""Parties taken out of a drawn file: what they alone did goes with them, and what answered that."""

from __future__ import annotations

from typing import Any

from treatyclock.testing.files.leaving_out import leave_out


def document() -> dict[str, Any]:
    return {
        "parties": {"AAA": "AAA", "BBB": "BBB", "CCC": {"name": "CCC"}},
        "groups": {"GROUP": ["BBB", "CCC"]},
        "weights": {"tonnage": {"shares": {"AAA": 1, "CCC": 2}}},
        "entry_into_force": {"when": {"ratified_by": "CCC"}, "ref": "art. 1"},
        "act": [
            {"id": "signature", "kind": "signature", "by": ["AAA", "BBB", "CCC"]},
            {"id": "withdrawal", "kind": "withdrawal", "by": "CCC"},
            {"id": "rescission", "kind": "rescission", "by": ["CCC", "BBB"], "of": "withdrawal"},
        ],
    }


def test_an_act_goes_with_the_last_of_its_authors_and_whatever_answers_it() -> None:
    tables = document()
    acts = tables["act"]
    leave_out(tables, ["CCC"])
    assert tables["act"] is acts and acts == [{"id": "signature", "kind": "signature", "by": ["AAA", "BBB"]}]


def test_a_key_goes_whose_value_named_nobody_else() -> None:
    tables = document()
    leave_out(tables, ["CCC"])
    assert list(tables["parties"]) == ["AAA", "BBB"] and tables["groups"] == {"GROUP": ["BBB"]}
    assert tables["entry_into_force"] == {"ref": "art. 1"} and tables["weights"]["tonnage"]["shares"] == {"AAA": 1}


def test_without_acts_there_is_no_list_of_acts() -> None:
    tables = document()
    leave_out(tables, ["AAA", "BBB", "CCC"])
    assert "act" not in tables and "groups" not in tables


def test_nobody_taken_out_leaves_all_as_it_is() -> None:
    tables = document()
    leave_out(tables, [])
    assert tables == document()
