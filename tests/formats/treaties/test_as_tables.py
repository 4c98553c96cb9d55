"""Records written as the tables and the text of a file. That all of them come back is a property."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

import treatyclock as tc
from small_treaties import BOTH, act, clause, entry, ratified, reading, two
from treatyclock.errors import UnwritableTreatyError, UnwrittenFileError
from treatyclock.formats.treaties._as_written import _WRITERS
from treatyclock.formats.treaties.as_tables import tables_of
from treatyclock.formats.treaties.grammar import ACT, TREATY
from treatyclock.law.form import Form
from treatyclock.law.record import Weights

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_tables_and_keys_stand_in_the_order_of_the_grammar() -> None:
    tables = tc.load("paris-agreement-2015").to_dict()
    assert list(tables) == [key for key in TREATY.keys if key in tables]
    for each in tables["act"]:
        assert list(each) == [key for key in ACT.keys if key in each]


def test_what_says_nothing_is_left_out() -> None:
    delay = {"period": "P30D", "lands": "that day"}
    written = two(entry("ratified by all", delay=delay, counts_from="received"), ratified(AAA="1990-01-01")).to_dict()
    assert written["entry_into_force"] == {"when": "ratified by all", "delay": "P30D", "ref": "r"}
    assert written["act"] == [{"kind": "ratification", "by": "AAA", "on": "1990-01-01", "ref": "r"}]


def test_what_must_stand_is_written_though_it_says_nothing() -> None:
    term = clause("term", lasts="P5Y", from_="signature")
    written = two(term, clause("denunciation", when="at the end of the term", notice="P0D"))
    assert written.to_dict()["denunciation"] == {"when": "at the end of the term", "notice": "P0D", "ref": "r"}


def test_a_clause_as_it_stood_and_what_readings_have_are_kept() -> None:
    text = [
        clause("term", lasts="P10Y", from_="signature", known="1950-01-01"),
        clause("term.before", lasts="P5Y", from_="signature"),
        clause("record", until="1990-12-31"),
        act("event", "AAA", "1940-01-01", id="war", disputed=True),
        reading("one", admits="war", without=["term"], choose={"renewals": 2, "first_day": "counted"}),
    ]
    tables = two(*text).to_dict()
    assert tables["term"]["before"] == {"lasts": "P5Y", "from": "signature", "ref": "r"}
    assert tables["record"] == {"until": "1990-12-31", "ref": "r"}
    (told,) = tables["reading"]
    assert told["choose"] == {"first_day": "counted", "renewals": 2}
    assert (told["admits"], told["without"], told["ref"]) == ("war", "term", "r")


def test_the_clock_of_an_act_is_kept_where_an_hour_has_an_offset_of_its_own() -> None:
    at = act("denunciation", "AAA", "1945-04-05T15:00+03:00", clock="Europe/Moscow", received="1945-04-06")
    treaty = two(at)
    assert treaty.to_dict()["act"][0]["clock"] == "Europe/Moscow"
    assert tc.loads(tc.dumps(treaty)).record.acts[0].received == tc.moment("1945-04-06", zone="Europe/Moscow")


def test_an_event_of_a_case_is_written_as_such() -> None:
    at = {"case": "august-1945", "event": "declaration"}
    treaty = two(clause("[act]", kind="event", by=BOTH.split(), at=at, clock="Europe/Moscow"))
    assert treaty.to_dict()["act"][0]["at"] == at
    assert tc.from_dict(treaty.to_dict()) == treaty


def test_acts_that_nobody_did_are_not_written() -> None:
    for other in (PACT.what_if(drop="denunciation"), PACT.what_if(add={**_NOTICE, "on": "1944-01-01"})):
        with pytest.raises(UnwritableTreatyError, match="what_if"):
            tc.dumps(other)


_NOTICE = {"kind": "denunciation", "by": "JPN", "ref": "art. 3"}


def test_what_no_file_can_say_is_not_written_as_something_else() -> None:
    third = Weights(id="tons", shares=(("SUN", Fraction(1, 3)),), total=Fraction(1, 3))
    with pytest.raises(UnwritableTreatyError, match="source"):
        tables_of(replace(PACT.record, weights=(third,)))
    sourced = replace(third, basis=replace(third.basis, ref="art. 1"))
    with pytest.raises(UnwritableTreatyError, match="weights"):
        tables_of(replace(PACT.record, weights=(sourced,)))


def test_a_record_that_says_in_so_many_words_that_it_is_whole_is_written() -> None:
    whole = tc.from_dict({**PACT.to_dict(), "record": {"parties": "whole", "ref": "art. 1"}})
    assert whole.to_dict()["record"] == {"parties": "whole", "ref": "art. 1"}
    assert tc.loads(tc.dumps(whole)) == whole


def test_a_treaty_is_dumped_to_a_file_that_is_not_there_yet(tmp_path: Path) -> None:
    path = tmp_path / "pact.toml"
    PACT.dump(path)
    assert tc.load(path) == PACT and path.read_text(encoding="utf-8") == tc.dumps(PACT)
    with pytest.raises(UnwrittenFileError, match="exists already"):
        PACT.dump(path)
    path.write_text("", encoding="utf-8")
    PACT.dump(path, overwrite=True)
    assert tc.load(path) == PACT


def test_treaties_are_equal_whatever_their_files_are_called(tmp_path: Path) -> None:
    assert tc.load("yalta-far-east-1945") == tc.from_dict(tc.load("yalta-far-east-1945").to_dict())
    assert tc.from_dict({**PACT.to_dict(), "title": "another"}) != PACT


def test_every_form_can_be_written() -> None:
    assert set(_WRITERS) == set(Form)
