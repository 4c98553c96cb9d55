"""What an answer rests on: zone data, doubtful dates, the depositary's practice, what was known."""

from __future__ import annotations

import treatyclock as tc
from small_treaties import HALF_A_YEAR, ONE_IS_ENOUGH, SIGNED, act, clause, entry, ratified, reading, three, two

SEATS = ("Europe/Moscow", "Asia/Tokyo")


def named(answer: tc.Answer, kind: str) -> list[str]:
    return [each.name for each in answer.rests_on if each.kind == kind]


def texts(answer: tc.Answer, kind: str) -> list[str]:
    return [each.text for each in answer.rests_on if each.kind == kind]


def test_it_rests_on_the_clock_of_the_question_and_on_the_midnights() -> None:
    answer = two(SIGNED, clocks=SEATS).in_force("1931-01-01T12:00", zone="Europe/Berlin")
    assert named(answer, "zone") == ["Europe/Berlin", *SEATS]
    assert all(each.version for each in answer.rests_on if each.kind == "zone")


def test_a_readings_midnight_stands_for_the_others() -> None:
    found = two(SIGNED, reading("tokyo", choose={"midnight": "Asia/Tokyo"}), clocks=SEATS)
    assert named(found.in_force("1931-01-01T12:00Z", reading="tokyo"), "zone") == ["UTC", "Asia/Tokyo"]


def test_the_clocks_of_the_acts_told_in_the_argument() -> None:
    found = two(entry("signed"), act("signature", "AAA BBB", "1930-01-15T12:00", clock="Europe/Paris"))
    assert "Europe/Paris" in named(found.in_force("1931-01-01T12:00Z"), "zone")


def test_where_no_clock_is_named_the_farthest_clocks_bound_the_day() -> None:
    assert any(
        "the clocks farthest from UTC" in text for text in texts(two(SIGNED).in_force("1931", zone="any"), "zone")
    )
    assert not any(
        "the clocks farthest from UTC" in text for text in texts(two(SIGNED).in_force("1931-01-01T12:00Z"), "zone")
    )
    assert not any("the clocks farthest from UTC" in text for text in texts(two(SIGNED).in_force("1931"), "zone"))
    without = two(SIGNED, clocks=(None, None))
    assert any("the clocks farthest from UTC" in text for text in texts(without.in_force("1931-01-01T12:00Z"), "zone"))
    assert not texts(without.in_force("1931-01-01"), "zone")  # compared as a date with dates


def test_a_day_beside_an_hour_where_no_clock_is_named() -> None:
    hour = act("signature", "AAA BBB", "1930-01-15T12:00", clock="Europe/Paris")
    found = two(entry("signed"), hour, clocks=(None, None)).in_force("1930-01-15")
    assert any("the clocks farthest from UTC" in text for text in texts(found, "zone"))


def test_a_doubtful_date_is_told_where_the_argument_uses_it() -> None:
    doubtful = act("signature", "AAA BBB", "1930-01-15", certain=False, note="two books differ")
    found = two(entry("signed"), doubtful, act("publication", "AAA", "1930-02-01", certain=False))
    assert texts(found.in_force("1931"), "record") == ["the date of signature-aaa-bbb is uncertain: two books differ"]


def test_what_was_recorded_otherwise_than_counted() -> None:
    for recorded, told in (("1936-01-09", 1), ("1936-01-01", 0)):
        found = three(entry({"instruments": 2}, recorded=recorded), ratified(AAA="1936-01-01", BBB="1936-01-01"))
        grounds = texts(found.in_force("1950"), "record")
        assert len(grounds) == told
        assert all("recorded 9 January 1936, and the count gives 1 January 1936" in text for text in grounds)


def test_a_record_that_the_argument_does_not_use_is_not_told() -> None:
    notice = act("withdrawal", "AAA", "1940-01-01", recorded="1940-12-31")
    found = three(ONE_IS_ENOUGH, HALF_A_YEAR, notice)
    assert texts(found.in_force("1950", party="BBB"), "record") == []
    assert len(texts(found.in_force("1950", party="AAA"), "record")) >= 1


def test_the_practice_of_the_depositary_and_what_is_assumed_of_its_midnight() -> None:
    found = two(SIGNED, '[depositary]\nprofile = "world-bank"\n')
    (ground,) = (each for each in found.in_force("1931").rests_on if each.kind == "depositary")
    assert ground.name == "world-bank"
    assert "Washington" in ground.text
    seat = two(SIGNED, '[depositary]\nname = "the Swiss Federal Council"\nclock = "Europe/Zurich"\n').in_force("1931")
    assert [
        "it is an assumption that the day begins at the midnight of its seat" in text
        for text in texts(seat, "depositary")
    ] == [True]
    counted = two(SIGNED, clause("counting", midnight="UTC"), '[depositary]\nname = "X"\nclock = "Europe/Zurich"\n')
    assert texts(counted.in_force("1931"), "depositary") == []


def test_what_was_known() -> None:
    answer = two(SIGNED).in_force("1931", known_as_of="1930-12-31")
    assert texts(answer, "knowledge") == ["only what was known on 1930-12-31 is used; no later act is assumed"]
    assert texts(two(SIGNED).in_force("1931"), "knowledge") == []


def test_it_is_said_whose_day_has_no_zone() -> None:
    of_the_treaty = two(SIGNED, clocks=(None, None)).in_force("1931-01-01", zone="Asia/Tokyo")
    assert any(text.startswith("a day of the treaty without a zone: ") for text in texts(of_the_treaty, "zone"))
    asked = two(SIGNED).in_force("1931", zone="any")
    assert any(text.startswith("a day without a zone: ") for text in texts(asked, "zone"))
