"""Lists of parties as people have them."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from typing import Any

import pytest

import treatyclock as tc
from treatyclock.errors import TreatyFileError, WrongTypeError

CLAUSES = {
    "entry_into_force": {"when": {"instruments": 2}, "delay": "P30D", "ref": "art. 5"},
    "denunciation": {"when": "at any time", "notice": "P1Y", "ends_for": "the notifier", "ref": "art. 6"},
}
COLUMNS = {
    "party": "Participant", "signature": "Signed", "consent": "Ratified", "kind": "Action", "entry": "In force",
    "end": "Denounced",
}  # fmt: skip
LIST = """\
Participant,Signed,Ratified,Action,In force,Denounced
FRA,1989-05-01,1990-01-01,Ratification,,9999-12-31
Côte d'Ivoire,,1990-02-01,Accession,1990-03-03,2000-06-01
Ruritania,1989-05-01,-,,,
"""


def rows() -> list[dict[str, Any]]:
    return list(csv.DictReader(io.StringIO(LIST)))


def made(table: Any = None, columns: Any = None, **more: Any) -> tc.Treaty:
    asked = {"id": "pact", "title": "Pact", "clauses": CLAUSES, "missing": ["9999-12-31", "-"], **more}
    return tc.from_table(rows() if table is None else table, columns or COLUMNS, **asked)


def faults(table: Any = None, columns: Any = None, **more: Any) -> list[str]:
    with pytest.raises(TreatyFileError) as caught:
        made(table, columns, **more)
    return [str(each).removeprefix("<rows>:").strip() for each in caught.value.faults]


def test_a_row_is_a_party_with_its_acts() -> None:
    tables = made().to_dict()
    assert tables["parties"] == {"FRA": "FRA", "Cote_d_Ivoire": "Côte d'Ivoire", "Ruritania": "Ruritania"}
    assert [(each["kind"], each["by"], each["on"], each.get("recorded")) for each in tables["act"]] == [
        ("signature", "FRA", "1989-05-01", None),
        ("ratification", "FRA", "1990-01-01", None),
        ("accession", "Cote_d_Ivoire", "1990-02-01", "1990-03-03"),
        ("denunciation", "Cote_d_Ivoire", "2000-06-01", None),
        ("signature", "Ruritania", "1989-05-01", None),
    ]
    assert {each["source"] for each in tables["act"]} == {"table"}
    assert tables["sources"] == {"table": "a table of the parties"}


def test_it_answers_as_a_file_would() -> None:
    treaty = made()
    assert treaty.in_force("1990-03-04", party="FRA").truth is tc.Truth.YES
    assert treaty.in_force("2001-06-03", party="Cote_d_Ivoire").truth is tc.Truth.NO
    assert treaty.in_force("1995-01-01", party="Ruritania").truth is tc.Truth.NO


def test_a_row_may_be_an_act_and_repeat_what_others_say() -> None:
    table = [
        {"who": "FRA", "did": "accession", "on": date(1990, 1, 1), "signed": "1989"},
        {"who": "FRA", "did": "withdrawal", "on": datetime(1995, 1, 1), "signed": "1989"},
        {"who": "FRA", "did": "accession", "on": "1998-01-01", "signed": "1989"},
        {"who": "RUR", "did": "accession", "on": "not known", "signed": float("nan")},
        {"who": None, "did": " ", "on": "-", "signed": ""},
    ]
    acts = made(table, {"party": "who", "kind": "did", "consent": "on", "signature": "signed"}).record.acts
    assert [(act.id, str(act.dated)[:10]) for act in acts] == [
        ("signature-fra", "1989"),
        ("accession-fra", "1990-01-01"),
        ("withdrawal-fra", "1995-01-01"),
        ("accession-fra-2", "1998-01-01"),
        ("accession-rur", "not known"),
    ]


def test_what_was_recorded_presupposes_an_act_of_a_day_that_nobody_knows() -> None:
    table = [{"p": "FRA", "in": "1990-01-01", "out": "1999-01-01"}, {"p": "RUR", "in": "1990-01-01", "out": ""}]
    acts = made(table, {"party": "p", "entry": "in", "exit": "out"}).record.acts
    assert [(act.kind.name, act.dated.text, str(act.recorded)) for act in acts] == [
        ("ratification", "not known", "1990-01-01"),
        ("denunciation", "[1990-01-01..1999-01-01]", "1999-01-01"),
        ("ratification", "not known", "1990-01-01"),
    ]
    entered = made(table, {"party": "p", "entry": "in"})
    assert entered.in_force("1995-01-01", party="FRA").truth is tc.Truth.YES


def test_of_what_came_after_the_horizon_silence_tells_nothing() -> None:
    table = [*rows(), {"Participant": "ITA", "Ratified": "1990-01-15", "Action": "Ratification"}]
    treaty = made(table, unknown_after=date(2010, 12, 31))
    assert treaty.record.coverage.until == tc.moment("2010-12-31")
    assert treaty.in_force("2010-12-31", party="FRA").truth is tc.Truth.YES
    assert treaty.in_force("2020-01-01", party="FRA").truth is tc.Truth.UNKNOWN
    assert made(table).in_force("2020-01-01", party="FRA").truth is tc.Truth.YES


def test_every_fault_of_every_row_has_its_row_and_column() -> None:
    table = rows()
    table[0] |= {"Signed": "1989-02-30", "Denounced": "next year"}
    table[1] |= {"Action": "Acession"}
    table += [{"Participant": "", "Ratified": "1990-01-01"}, {"Participant": 7, "Ratified": "1990-01-01"}]
    table += [{"Participant": "SUN", "Action": "ratification"}]
    found = faults(table)
    assert [each.partition("\n")[0] for each in found] == [
        "1: Denounced: is not of the right form: `next year`",
        "1: Signed: there was no `1989-02-30`: February 1989 has 28 days",
        "2: Action: is not one of the allowed values: `acession`",
        "4: Participant: is missing, and the row says more",
        "5: Participant: is not text: `7`",
        "6: Ratified: is missing, and the kind is ratification",
    ]
    assert "did you mean `accession`" in found[2]


def test_columns_that_are_not_there_are_told_beside_the_faults_of_rows() -> None:
    table = rows()
    table[0]["Signed"] = "long ago"
    columns = {**COLUMNS, "consent": "Ratifed", "born": "x"}
    found = faults(table, columns, unknown_after="2010-13-01")
    assert [each.partition("\n")[0] for each in found] == [
        "1: Signed: is not of the right form: `long ago`",
        "columns.consent: is not a column of these rows: `Ratifed`",
        "columns.born: is not what a column may hold: `born`",
        "unknown_after: there was no `2010-13-01`: months run from 1 to 12",
    ]
    assert "did you mean `Ratified`?" in found[1]
    assert faults(columns={"party": "Participant", "kind": "Action"})[0].startswith(
        "columns.consent: is missing beside the kind"
    )
    assert faults(columns={"party": "Participants"}) == [
        "columns.party: is not a column of these rows: `Participants`\n  hint: did you mean `Participant`?"
    ]
    assert faults(columns={"consent": "Ratified"})[0].startswith("columns.party: is missing")


def test_names_and_clocks_are_those_of_the_party_in_all_rows() -> None:
    table: list[dict[str, Any]] = [
        {"c": "FRA", "n": "", "z": "Europe/Paris", "d": "1990-01-01"},
        {"c": "FRA", "n": "France", "z": "", "d": "1991-01-01"},
        {"c": "RUR", "n": "Ruritania", "z": None, "d": "1991-01-01"},
    ]
    columns = {"party": "c", "name": "n", "clock": "z", "consent": "d"}
    assert made(table, columns).to_dict()["parties"] == {
        "FRA": {"name": "France", "clock": "Europe/Paris"},
        "RUR": "Ruritania",
    }
    table[0] |= {"n": "Frankreich", "z": "Europe/Pariss"}
    assert [each.partition("\n")[0] for each in faults(table, columns)] == [
        "1: z: no zone is called `Europe/Pariss`",
        "2: n: is another name than `Frankreich` in a row above: `France`",
    ]


def test_further_tables_stand_beside_those_of_the_rows() -> None:
    more = {
        "sources": {"text": "the text"},
        "parties": {"Ruritania": {"name": "Ruritania", "clock": "+01:00"}, "ATL": "Atlantis"},
        "act": [{"id": "ratification-fra", "kind": "event", "by": "ATL", "on": "1990", "source": "text"}],
        "record": {"parties": "in part"},
    }
    tables = made(clauses={**CLAUSES, **more}, unknown_after="2010-12-31", source="UNTS").to_dict()
    assert list(tables["parties"])[-1] == "ATL" and tables["parties"]["Ruritania"]["clock"] == "+01:00"
    assert tables["sources"] == {"table": "UNTS", "text": "the text"}
    assert tables["act"][0]["kind"] == "event" and tables["act"][2]["id"] == "ratification-fra-2"
    assert tables["record"] == {"parties": "in part", "until": "2010-12-31"}
    twice = faults(clauses={"record": {"until": "2000-01-01"}}, unknown_after="2010-12-31")
    assert twice[0].startswith("unknown_after: stands beside `until`")
    assert faults(clauses={"record": 5}, unknown_after="2010-12-31")[0].startswith("record: is a number")
    assert faults(clauses={"act": "x"})[0].startswith("act: is no list of acts: `x`")


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ({"table": "a,b"}, "a frame of pandas"),
        ({"table": ["a"]}, "a frame of pandas"),
        ({"columns": ["party"]}, "which column holds what"),
        ({"clauses": 5}, "the tables of a treaty file"),
        ({"missing": "-"}, "a list of what stands for nothing"),
    ],
)
def test_what_is_no_table_is_refused(asked: dict[str, Any], hint: str) -> None:
    with pytest.raises(WrongTypeError, match=hint):
        made(**asked)


def test_labels_that_come_to_one_code_are_numbered_whatever_their_order() -> None:
    labels = ["Congo, Republic of the", "Congo, Rep.", "Congo", "congo", "日本", "ελλάς", "X" * 40]
    codes = {}
    for order in (labels, labels[::-1]):
        parties = made([{"p": each, "d": "1990"} for each in order], {"party": "p", "consent": "d"}).record.parties
        codes[order[0]] = {party.name: party.id for party in parties}
    one, other = codes.values()
    assert one == other and len(set(one.values())) == len(labels)
    assert (one["Congo"], one["congo"], one["日本"]) == ("Congo", "congo", "Party_2")


def test_between_a_recorded_entry_and_a_recorded_exit_it_was_a_party() -> None:
    table = [
        {"State": "FRA", "Since": "1900-01-01", "Until": None},
        {"State": "ITA", "Since": "1905-01-01", "Until": "1910-01-01"},
        {"State": "UTO", "Since": "1905-01-01", "Until": "1905-01-01"},
    ]
    columns = {"party": "State", "entry": "Since", "exit": "Until"}
    treaty = made(table, columns, clauses={"denunciation": CLAUSES["denunciation"]})
    truths = [treaty.in_force(day, party="ITA").truth.value for day in ("1904-12-31", "1907-01-01", "1911-01-01")]
    assert truths == ["no", "yes", "no"]
    given = [act["on"] for act in treaty.to_dict()["act"] if act["kind"] == "denunciation"]
    assert given == ["[1905-01-01..1910-01-01]", "not known"]
