"""From items of Wikidata to a treaty file that can be checked and asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import treatyclock as tc
from treatyclock.errors import TreatyFileError, WikidataError
from treatyclock.formats.wikidata.treaty_file import wikidata_treaty_file
from wikidata_items import JULIAN, entity, item, saved, snak, statement, time

ON, SINCE, UNTIL = "P585", "P580", "P582"
JAPAN = entity("Q17", "Japan", statement("P298", "JPN"))
SIGNED = (statement("P1891", item("Q17")), statement("P1891", item("Q15180")))


def _text(folder: Path, *found: dict[str, Any], **more: Any) -> str:
    treaty = entity("Q700", "Neutrality Pact", statement("P31", item("Q131569")), *found, **more)
    return wikidata_treaty_file([saved(folder, treaty, JAPAN)], id="pact")


def _treaty(folder: Path, *found: dict[str, Any]) -> tc.Treaty:
    return tc.loads(_text(folder, *found))


def _entries(treaty: tc.Treaty) -> set[str]:
    return {day for each in treaty.dates().entry_into_force for day in each.value}


def test_a_whole_item(tmp_path: Path) -> None:
    text = _text(
        tmp_path,
        *SIGNED,
        statement(ON, time("+1941-04-13")),
        statement("P7588", time("+1941-04-25"), references=(snak("P854", "https://example.org/pact"),)),
        statement(UNTIL, time("+1946-04-00", 10)),
        lastrevid=123, modified="2026-01-02T03:04:05Z",
    )  # fmt: skip
    assert text.startswith(
        "# Taken from Wikidata, https://www.wikidata.org/wiki/Q700, revision 123 of 2026-01-02 (CC0).\n"
    )
    treaty = tc.loads(text)
    assert treaty.record.title == "Neutrality Pact"
    assert [(each.id, each.name) for each in treaty.record.parties] == [
        ("JPN", "Japan"),
        ("Q15180", "Q15180 of Wikidata"),
    ]
    assert [each.title for each in treaty.record.sources][1:] == ["https://example.org/pact"]
    assert treaty.in_force("1943-01-01").truth is tc.Truth.YES
    assert treaty.in_force("1946-04-15").truth is tc.Truth.UNKNOWN
    assert treaty.in_force("1946-05-02").truth is tc.Truth.NO
    (signature,) = treaty.record.acts
    assert (signature.by, str(signature.dated), signature.certain) == (("JPN", "Q15180"), "1941-04-13", False)


def test_the_file_has_no_fault_by_the_check(tmp_path: Path) -> None:
    path = tmp_path / "pact.toml"
    path.write_text(_text(tmp_path, *SIGNED, statement("P7588", time("+1941-04-25"))), encoding="utf-8")
    assert all(each.code != "fault" for each in tc.check(path))
    assert tc.load(path).record.coverage.lists_all_acts is False


def test_each_state_signs_and_ratifies_on_its_own_day(tmp_path: Path) -> None:
    treaty = _treaty(
        tmp_path,
        statement("P1891", item("Q17"), snak(ON, time("+1997-12-03"))),
        statement("P1891", item("Q142"), snak(ON, time("+1997-12-00", 10))),
        statement("P6193", item("Q17"), snak(ON, time("+1998-09-30")), snak(SINCE, time("+1999-03-01"))),
        statement("P6193", item("Q142")),
        statement("P7588", time("+1999-03-01")),
    )
    acts = [(each.kind.name, each.by, each.dated.text) for each in treaty.record.acts]
    assert acts == [
        ("signature", ("JPN",), "1997-12-03"),
        ("signature", ("Q142",), "1997-12"),
        ("ratification", ("JPN",), "1998-09-30"),
        ("ratification", ("Q142",), "not known"),
    ]
    assert "approval and accession" in treaty.record.acts[2].note
    assert str(treaty.record.acts[2].recorded) == "1999-03-01"


def test_a_state_that_left_has_the_day_that_is_recorded(tmp_path: Path) -> None:
    treaty = _treaty(
        tmp_path,
        *SIGNED,
        statement("P6193", item("Q17"), snak(ON, time("+1941-04-25")), snak(UNTIL, time("+1950-01-01"))),
        statement("P7588", time("+1941-04-25")),
    )
    (left,) = [each for each in treaty.record.acts if each.kind.name == "withdrawal"]
    assert (left.by, str(left.recorded)) == (("JPN",), "1950-01-01")
    assert treaty.in_force("1960-01-01", party="JPN").truth is not tc.Truth.YES


def test_several_days_of_one_rank_leave_it_open_which(tmp_path: Path) -> None:
    days = [statement("P7588", time(each)) for each in ("+1941-04-25", "+1941-04-13")]
    treaty = _treaty(tmp_path, *SIGNED, *days)
    assert treaty.in_force("1941-04-12").truth is tc.Truth.NO
    assert _entries(treaty) == {"[1941-04-13..1941-04-25]"}
    preferred = statement("P7588", time("+1941-04-13"), rank="preferred")
    assert _entries(_treaty(tmp_path, *SIGNED, days[0], preferred)) == {"1941-04-13"}


def test_silence_about_an_end_is_no_sign_that_there_was_none(tmp_path: Path) -> None:
    answer = _treaty(tmp_path, *SIGNED, statement("P7588", time("+1941-04-25"))).in_force("1990-01-01")
    assert answer.truth is tc.Truth.UNKNOWN
    assert [each.kind for each in answer.depends_on] == ["record"]


def test_a_julian_day_is_converted_and_the_file_says_so(tmp_path: Path) -> None:
    text = _text(tmp_path, *SIGNED, statement("P7588", time("+1686-05-06", model=JULIAN)))
    assert "# - P7588 of the treaty: 6 May 1686 O.S. is 1686-05-16" in text
    assert _entries(tc.loads(text)) == {"1686-05-16"}


def test_earliest_and_latest_and_circa(tmp_path: Path) -> None:
    bounds = (snak("P1319", time("+1941-04-20")), snak("P1326", time("+1941-04-25")))
    unknown = statement("P7588", None, *bounds, kind="somevalue")
    assert 'recorded = "[1941-04-20..1941-04-25]"' in _text(tmp_path, *SIGNED, unknown)
    circa = statement("P7588", time("+1941-00-00", 9), snak("P1480", item("Q5727902")))
    assert 'recorded = "1941~"' in _text(tmp_path, *SIGNED, circa)


def test_what_is_not_known_or_not_there_is_told_and_not_made_up(tmp_path: Path) -> None:
    text = _text(
        tmp_path,
        *SIGNED,
        statement("P1891", None, kind="somevalue"),
        statement("P7588", None, kind="somevalue"),
        statement(UNTIL, None, kind="novalue"),
        statement(ON, time("-0500-01-01", 9)),
    )
    for told in (
        "# - P1891 says an unknown party",
        "# - P7588 of the treaty: it is not known (an unknown value)",
        "# - P582 of the treaty: there is none (no value)",
        "# - the signature of JPN, which has no date",
        "# - the point in time (P585): the time -0500-01-01T00:00:00Z of precision 9 cannot be told as days",
    ):
        assert told in text
    assert not tc.loads(text).record.acts
    assert "[entry_into_force]\n" not in text


def test_one_party_is_no_treaty(tmp_path: Path) -> None:
    with pytest.raises(WikidataError, match="fewer than two parties"):
        _text(tmp_path, SIGNED[0])


def test_a_statement_that_is_unlike_wikidata_is_refused(tmp_path: Path) -> None:
    broken = statement("P1891", item("Q17"), snak("P585", time("+1941-04-13")))
    del broken["qualifiers"]["P585"][0]["datavalue"]
    with pytest.raises(WikidataError, match="data model: KeyError 'datavalue'"):
        _text(tmp_path, *SIGNED, broken)


def test_an_id_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, entity("Q1", "One", *SIGNED))
    with pytest.raises(TreatyFileError, match="id"):
        wikidata_treaty_file([path], id="No Id")


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    treaty = entity("Q700", 'A "pact"\n[end]\x1b', *SIGNED)
    text = wikidata_treaty_file([saved(tmp_path, treaty)], id="pact")
    assert tc.loads(text).record.title == 'A "pact" [end]\\x1b'


def test_a_code_that_two_states_have_tells_neither(tmp_path: Path) -> None:
    states = [entity(id, name, statement("P298", code)) for id, name, code in (
        ("Q142", "France", "FRA"), ("Q70972", "Kingdom of France", "FRA"), ("Q17", "Japan", "jpn"), ("Q30", " ", "U<A"),
    )]  # fmt: skip
    ratified = [statement("P6193", item(each["id"]), snak(ON, time("+1941-04-13"))) for each in states]
    treaty = entity("Q700", "  ", *ratified)
    text = wikidata_treaty_file([saved(tmp_path, treaty, *states)], id="pact")
    record = tc.loads(text).record
    assert record.title == "Q700"
    assert {each.id: each.name for each in record.parties} == {
        "Q142": "France", "Q70972": "Kingdom of France", "JPN": "Japan", "Q30": "Q30 of Wikidata",
    }  # fmt: skip
    assert [each.by for each in record.acts] == [("Q142",), ("Q70972",), ("JPN",), ("Q30",)]


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (statement("P7588", {**time("+1941-04-13"), "precision": "x"}), "precision x cannot be told as days"),
        (statement("P7588", {**time("+1941-04-13"), "precision": float("inf")}), "precision inf cannot be told"),
        (statement("P1891", {"entity-type": "item", "id": "[None]"}), "P1891 says what is no item"),
    ],
)
def test_what_is_not_as_wikidata_has_it_is_told_as_not_taken(tmp_path: Path, found: dict[str, Any], told: str) -> None:
    assert told in _text(tmp_path, *SIGNED, found)
