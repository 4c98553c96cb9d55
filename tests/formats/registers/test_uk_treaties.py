"""UK Treaties Online, in made-up records: what it records, and what it leaves open."""

from __future__ import annotations

from typing import Any

import pytest

import treatyclock as tc
from treatyclock.errors import TreatyFileError, WrongTypeError
from treatyclock.formats.registers.uk_treaties import READING, UkTreaty, uk_treaties


def read(**more: Any) -> UkTreaty:
    record = {"id": 9001, "title": "Treaty", "country_name": "RURITANIA ; UNITED KINGDOM"}
    return uk_treaties([{**record, **more}], until="2022-03-11")[0]


def made(found: UkTreaty) -> tc.Treaty:
    return tc.from_table(found.rows, {"party": "party"}, id=found.id, title=found.title, clauses=found.clauses)


def test_days_are_written_day_first_and_the_effective_day_goes_before() -> None:
    found = read(definative_eif_event_date="01/02/1920", definative_eif_event_effective_date="03/04/1920")
    assert found.entry == "1920-04-03"
    assert made(found).in_force("1920-04-02").truth is tc.Truth.NO
    assert made(found).in_force("1920-04-03").truth is tc.Truth.YES


def test_a_termination_that_took_effect_on_a_recorded_day() -> None:
    treaty = made(
        read(
            definative_eif_event_date="13/03/1843",
            terminated_event_date="14/08/1876",
            terminated_event_effective_date="31/05/1878",
        )
    )
    assert [treaty.in_force(day).truth.value for day in ("1878-05-30", "1878-05-31", "1878-06-01")] == [
        "yes",
        "unknown",
        "no",
    ]


def test_the_day_of_a_notice_is_no_end_but_in_the_reading_that_takes_it_for_one() -> None:
    treaty = made(read(definative_eif_event_date="13/03/1843", terminated_event_date="14/08/1876"))
    assert treaty.in_force("1876-08-15").truth is tc.Truth.UNKNOWN
    assert treaty.in_force("1876-08-15", reading=READING).truth is tc.Truth.NO


def test_what_came_after_the_register_is_open() -> None:
    treaty = made(read(definative_eif_event_date="13/03/1843"))
    assert treaty.in_force("2022-03-11").truth is tc.Truth.YES
    assert treaty.in_force("2022-03-12").truth is tc.Truth.UNKNOWN


def test_who_of_many_became_a_party_is_open() -> None:
    found = read(country_name="FRANCE ; RURITANIA ; UNITED KINGDOM", definative_eif_event_date="13/03/1843")
    assert found.parties == ("FRANCE", "RURITANIA", "UNITED KINGDOM")
    assert made(found).in_force("1850-01-01", party="FRANCE").truth is tc.Truth.UNKNOWN


def test_records_repeat_a_treaty() -> None:
    assert len(uk_treaties([{"id": 1, "title": "A"}, {"id": 1, "title": "A"}], until="2022-03-11")) == 1


def test_what_is_no_answer_of_the_register() -> None:
    with pytest.raises(WrongTypeError, match="csw:SearchResults"):
        uk_treaties({"csw:GetRecordsResponse": {}}, until="2022-03-11")
    with pytest.raises(TreatyFileError) as raised:
        read(signed_event_date="31/02/1920")
    assert (raised.value.faults[0].line, raised.value.faults[0].key) == (1, "signed_event_date")


def test_an_answer_with_one_record_has_it_alone() -> None:
    record = {"id": 9001, "title": "Treaty", "country_name": "RURITANIA ; UTOPIA"}
    answer = {"csw:GetRecordsResponse": {"csw:SearchResults": {"iStoreRecord": record}}}
    assert uk_treaties(answer, until="2022-03-11") == uk_treaties([record], until="2022-03-11")


@pytest.mark.parametrize("until", ["soon", "2022", None])
def test_a_day_of_the_register_that_is_none_is_refused(until: Any) -> None:
    with pytest.raises(WrongTypeError):
        uk_treaties([], until=until)
