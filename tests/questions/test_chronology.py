"""A life by the calendar: which statuses on which days."""

from datetime import date, datetime

import treatyclock as tc
from small_treaties import BOTH, act, clause, entry, two

SIGNED = entry("signed") + act("signature", BOTH, "1930-01-15")
TERM = clause("term", lasts="P5Y", from_="entry into force")
SEATS = ("Asia/Tokyo", "America/Lima")


def rows(treaty: tc.Treaty) -> list[str]:
    return [" ".join(line.split()) for line in str(treaty.chronology()).splitlines()]


def test_days_are_whole_whatever_the_clocks() -> None:
    found = [".. 1930-01-14 negotiating", "1930-01-15 1935-01-14 party", "1935-01-15 1935-01-15 former party or party"]
    for clocks in (("UTC", "UTC"), SEATS, (None, None)):
        assert rows(two(SIGNED, TERM, clocks=clocks)) == [*found, "1935-01-16 .. former party"]


def test_an_hour_is_told() -> None:
    found = two(SIGNED, clause("term", until="1934-12-31T11:30Z"), clocks=("Asia/Tokyo", "Asia/Tokyo"))
    assert rows(found)[1:] == ["1930-01-15 1934-12-31 20:30 party", "1934-12-31 20:30 .. former party"]
    (_, party, former) = found.chronology()
    assert (party.start, party.first_day, party.last_day) == (
        datetime(1930, 1, 15), date(1930, 1, 15), date(1934, 12, 31),
    )  # fmt: skip
    assert (former.end, former.last_day, former.ends) == (None, None, "..")


def test_as_data_and_in_a_line() -> None:
    found = two(SIGNED, TERM).chronology()
    assert found.printed("data")["stages"][0] == {"first": None, "last": "1930-01-14", "status": ["negotiating"]}
    assert repr(found) == "<Chronology: 4 stages, changing on 1930-01-15, 1935-01-15, 1935-01-16>"
    assert len(found) == 4
    assert repr(two(entry("signed")).chronology()) == "<Chronology: 1 stage>"


def test_it_agrees_with_questions_about_its_days() -> None:
    for id in ("soviet-japanese-neutrality-pact", "brest-litovsk-1918", "non-proliferation-treaty-1968"):
        treaty = tc.load(id)
        for each in treaty.chronology():
            for day in {each.first_day, each.last_day} - {None}:
                whole = each.begins == str(day) or each.ends == str(day)
                assert day is None or not whole or treaty.status(day) >= each.status, (id, day)


def test_a_clock_that_goes_back_keeps_the_order() -> None:
    end = act("termination by consent", BOTH, "2001-10-28T00:30Z")
    found = two(SIGNED, end, clocks=("Europe/Paris", "Europe/Paris")).chronology()
    assert [each.begins for each in found][1:] == ["1930-01-15", "2001-10-28 02:30"]


def test_a_day_that_begins_after_midnight_is_a_whole_day() -> None:
    clocks = ("America/Sao_Paulo", "America/Sao_Paulo")  # on 17 October 2010 the clock went from 00:00 to 01:00
    found = two(SIGNED, clause("term", until="2010-10-16"), clocks=clocks)
    assert rows(found)[1:] == ["1930-01-15 2010-10-16 party", "2010-10-17 .. former party"]


def test_the_first_day_of_all() -> None:
    first = next(iter(two(entry("signed") + act("signature", BOTH, "0001-01-01")).chronology()))
    assert (first.begins, first.ends, first.last_day) == ("..", "before year 1", None)
