"""A depositary's table, column by column, and what the treaty made of it answers."""

from __future__ import annotations

from typing import Any

import pytest

import treatyclock as tc
from treatyclock.errors import TreatyFileError, UnknownTreatyError
from treatyclock.formats.registers.depositary import DepositaryRows, depositary_rows

COLUMNS = {"party": "State", "signature": "Signed", "consent": "Bound", "kind": "Kind", "entry": "Force", "exit": "Out"}
OPEN = {"9999-12-31": "open", "0001-01-01": "not known"}


def read(*rows: dict[str, Any], **more: Any) -> DepositaryRows:
    blank = dict.fromkeys(COLUMNS.values(), "")
    return depositary_rows([blank | row for row in rows], COLUMNS, **{"placeholders": OPEN, **more})


def test_who_has_signed_ratified_and_who_has_not_acceded() -> None:
    found = read(
        {"State": "France", "Signed": "1989-01-01", "Bound": "1990-01-01"}, {"State": "Utopia", "Bound": "1990-02-01"}
    )
    assert [row["kind"] for row in found.rows] == ["ratification", "accession"]


def test_a_kind_in_the_tables_own_words_is_explained_by_the_user() -> None:
    row = {"State": "France", "Bound": "1990-01-01", "Kind": "d"}
    assert read(row, kinds={"d": "succession"}).rows[0]["kind"] == "succession"
    with pytest.raises(TreatyFileError, match="is no kind of consent: `d`"):
        read(row)


def test_a_column_for_each_kind_gives_a_row_for_each_act() -> None:
    found = depositary_rows(
        [
            {"S": "France", "sig": "1989-01-01", "prov": "1989-02-01", "rat": "1990-01-01", "out": "1999-01-01"},
            {"S": "Ruritania", "sig": "", "prov": "", "rat": "", "out": ""},
        ],
        {
            "party": "S",
            "signature": "sig",
            "provisional application": "prov",
            "ratification": "rat",
            "withdrawal": "out",
        },
    )
    assert [(row["kind"], row["consent"], row["signature"], row["end"]) for row in found.rows] == [
        ("ratification", "1990-01-01", "1989-01-01", "1999-01-01"),
        ("provisional application", "1989-02-01", None, None),
        (None, None, None, None),
    ]
    treaty = tc.from_table(found.rows, found.columns, id="c", title="C")
    assert [act.kind.name for act in treaty.record.acts] == [
        "signature",
        "ratification",
        "denunciation",
        "provisional application",
    ]


def test_placeholders_are_open_or_not_known_and_never_days() -> None:
    found = read({"State": "France", "Bound": "0001-01-01", "Force": "1990-05-01", "Out": "9999-12-31"})
    assert (found.rows[0]["consent"], found.rows[0]["exit"]) == ("not known", None)
    with pytest.raises(TreatyFileError) as raised:
        read({"State": "France", "Bound": "0001-01-01", "Out": "9999-12-31"}, placeholders={})
    assert [(fault.line, fault.key) for fault in raised.value.faults] == [(1, "Bound"), (1, "Out")]


def test_a_recorded_entry_alone_presupposes_a_consent_on_a_day_that_is_not_known() -> None:
    found = read({"State": "France", "Force": "1990-05-01"})
    assert (found.rows[0]["consent"], found.rows[0]["kind"]) == ("not known", "accession")


def test_the_recorded_day_stands_beside_the_counted_one() -> None:
    found = read(
        {"State": "France", "Bound": "1990-01-01", "Force": "1990-05-02"},
        {"State": "Ruritania", "Bound": "1990-02-01", "Force": "1990-05-02"},
        {"State": "Utopia", "Bound": "1991-06-10", "Force": "1991-09-10"},
    )
    delay = {"delay": "P90D", "ref": "art. 5"}
    clauses = {"entry_into_force": {"when": {"instruments": 2}, **delay}, "joining": delay}
    treaty = tc.from_table(found.rows, found.columns, id="c", title="C", clauses=clauses)
    assert [each.party for each in treaty.recorded_differences()] == ["Utopia"]


def test_a_table_of_several_treaties() -> None:
    columns = {"treaty": "T", "party": "S", "consent": "B", "treaty_entry": "F"}
    found = depositary_rows(
        [
            {"T": "a", "S": "FRA", "B": "1990-01-01", "F": "1991-01-01"},
            {"T": "b", "S": "FRA", "B": "1990-01-01", "F": "1991-01-01"},
            {"T": "b", "S": "RUR", "B": "1990-01-01", "F": "1992-01-01"},
        ],
        columns,
    )
    assert found.treaties == ("a", "b")
    assert found.of("a").clauses == {"entry_into_force": {"recorded": "1991-01-01", "source": "table"}}
    assert found.of("b").clauses == {}
    assert found.of("b").disagreements == {"treaty_entry": ("1991-01-01", "1992-01-01")}
    assert set(found.book_columns) - set(found.columns) == {"treaty", "treaty_entry"}
    with pytest.raises(UnknownTreatyError):
        found.of("c")


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ({"party": "S", "ratificaton": "B"}, "did you mean `ratification`?"),
        ({"consent": "B"}, "say which column names the party"),
        ({"party": "S", "kind": "B"}, "is missing beside the kind"),
        ({"party": "S", "consent": "C"}, "is not a column of these rows"),
    ],
)
def test_columns_that_cannot_be(columns: dict[str, str], problem: str) -> None:
    with pytest.raises(TreatyFileError) as raised:
        depositary_rows([{"S": "FRA", "B": "1990-01-01"}], columns)
    assert problem in str(raised.value)


def test_a_row_that_names_no_party_is_a_fault_unless_it_is_blank() -> None:
    with pytest.raises(TreatyFileError, match="the row says more"):
        read({"Bound": "1990-01-01"})
    assert read({}).rows == ()


def test_days_of_three_columns() -> None:
    row = {"S": "FRA", "y": 1990, "m": 5, "d": -9}
    found = depositary_rows([row], {"party": "S", "accession": ("y", "m", "d")}, placeholders={-9: "not known"})
    assert found.rows[0]["consent"] == "1990-05"
