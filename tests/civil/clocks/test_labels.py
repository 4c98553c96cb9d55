"""Labels of clocks as documents print them: what they may mean, when, and what is refused."""

from __future__ import annotations

import tomllib
from datetime import date, datetime, timedelta
from importlib import resources
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyclock.civil.clocks.database import iana_names
from treatyclock.civil.clocks.label_table import is_label
from treatyclock.civil.clocks.labels import DateRange, Label, Meaning, label, labels
from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.moments.read import moment
from treatyclock.civil.moments.write import local_text
from treatyclock.errors import CivilTimeError, LabelWithoutClockError, UnknownLabelError, UnknownZoneError
from treatyclock.instants import from_datetime
from treatyclock.intervals import IntervalSet

V_E_DAY = date(1945, 5, 8)


def utc(text: str) -> int:
    return from_datetime(datetime.fromisoformat(text + "+00:00"))


def read(text: str, printed: str) -> list[int | None]:
    """The instants of a time with a label behind it, as a document prints them."""
    clocks = label(printed, on=date.fromisoformat(text[:10])).candidates()
    assert all(clock.basis.source == "label table" for clock in clocks)
    return [part.start for part in moment(text, zone=clocks).support]


@pytest.mark.parametrize(
    ("wall", "printed", "instants"),
    [
        # the notice of 5 April 1945, on three clocks
        ("1945-04-05T15:00", "Moscow time", ["1945-04-05T12:00"]),
        ("1945-04-05T21:00", "Tokyo time", ["1945-04-05T12:00"]),
        ("1945-04-05T08:00", "Eastern War Time", ["1945-04-05T12:00"]),
        # the German surrender
        ("1945-05-05T08:00", "British Double Summer Time", ["1945-05-05T06:00"]),
        ("1945-05-08T23:01", "Central European time", ["1945-05-08T22:01"]),
        ("1945-05-09T00:01", "double summer time", ["1945-05-08T22:01"]),
        ("1945-05-09T01:01", "Moscow time", ["1945-05-08T22:01"]),
        ("1945-05-08T18:01", "Washington time", ["1945-05-08T22:01"]),
        ("1945-05-09T04:31", "I.S.T.", ["1945-05-08T22:01"]),
        ("1945-05-09T06:31", "I.S.T.", ["1945-05-09T00:01"]),  # as the paper printed it
        ("1945-05-08T22:43", "C.E.T.", ["1945-05-08T21:43"]),
        ("1945-05-09T00:43", "Moscow time", ["1945-05-08T21:43"]),
        # 8 and 9 August 1945
        ("1945-08-08T17:00", "Moscow time", ["1945-08-08T14:00"]),
        ("1945-08-08T23:00", "Trans-Baikal time", ["1945-08-08T14:00"]),
        ("1945-08-08T23:00", "Tokyo time", ["1945-08-08T14:00"]),
        ("1945-08-08T23:00", "Moscow time", ["1945-08-08T20:00"]),  # the slip, by the letter
        ("1945-08-08T19:00", "Moscow time", ["1945-08-08T16:00"]),
        ("1945-08-09T00:10", "Trans-Baikal time", ["1945-08-08T15:10"]),
        ("1945-08-09T00:10", "Manchurian time", ["1945-08-08T15:10"]),
        ("1945-08-08T18:10", "Moscow time", ["1945-08-08T15:10"]),
        ("1945-08-09T00:10", "Maritime time", ["1945-08-08T14:10"]),
        ("1945-08-09T00:10", "Far Eastern time", ["1945-08-08T14:10", "1945-08-08T15:10"]),
        ("1945-08-09T00:00", "Far Eastern time", ["1945-08-08T14:00", "1945-08-08T15:00"]),
        ("1945-08-08T15:00", "Washington time", ["1945-08-08T19:00"]),
        ("1945-08-08T22:00", "Moscow time", ["1945-08-08T19:00"]),
        ("1945-08-09T04:00", "Japan Standard Time", ["1945-08-08T19:00"]),
        ("1945-08-09T00:00", "Moscow time", ["1945-08-08T21:00"]),
        ("1945-08-09T01:00", "Khabarovsk time", ["1945-08-08T15:00"]),
        ("1945-08-09T01:00", "Japanese time", ["1945-08-08T16:00"]),
        # whose midnight
        ("1918-11-11T11:00", "French time", ["1918-11-11T11:00"]),
        ("1918-11-11T06:00", "Washington time", ["1918-11-11T11:00"]),
        ("1918-11-11T11:00", "CET", ["1918-11-11T10:00"]),  # a later account's slip
        ("1945-09-02T09:04", "I", ["1945-09-02T00:04"]),
        ("1952-04-28T08:30", "E.S.T.", ["1952-04-28T12:30", "1952-04-28T13:30"]),
        ("1952-04-28T09:30", "E.S.T.", ["1952-04-28T13:30", "1952-04-28T14:30"]),
        ("1952-04-28T09:30", "E.D.T.", ["1952-04-28T13:30"]),
        ("1954-07-27T08:00", "Pekin mean time", ["1954-07-27T00:00"]),
        ("1954-08-01T08:00", "Pekin mean time", ["1954-08-01T00:00"]),
        ("1954-08-11T08:00", "Pekin mean time", ["1954-08-11T00:00"]),
        ("1973-01-27T24:00", "G.M.T.", ["1973-01-28T00:00"]),
        ("1991-01-15T24:00", "EST", ["1991-01-16T05:00"]),
        ("1999-12-31T12:00", "Panama time", ["1999-12-31T17:00"]),
        ("2020-01-31T24:00", "CET", ["2020-01-31T23:00"]),
        ("2020-12-31T23:00", "GMT", ["2020-12-31T23:00"]),
        # the day of New START's end, which Moscow counts by its own clock
        ("2026-02-05T24:00", "Moscow time", ["2026-02-05T21:00"]),
        # Manchuria before 1937
        ("1929-12-22T12:00", "Harbin time", ["1929-12-22T03:34"]),
        ("1931-09-18T22:20", "満州時間", ["1931-09-18T14:20"]),
    ],
)
def test_what_documents_print(wall: str, printed: str, instants: list[str]) -> None:
    assert read(wall, printed) == [utc(each) for each in instants]


def test_the_statements_of_august_1945_agree_once_the_label_is_mended() -> None:
    received = {*read("1945-08-08T17:00", "Moscow time"), *read("1945-08-08T23:00", "Trans-Baikal time")}
    published = {*read("1945-08-08T15:00", "Washington time"), *read("1945-08-08T22:00", "Moscow time")}
    assert len(received) == len(published) == 1
    (told,) = read("1945-08-08T23:00", "Moscow time")
    assert told is not None
    assert told > max(each for each in published if each is not None)


@pytest.mark.parametrize("text", ["CET", "C.E.T.", "cet", " C. E. T. ", "Central-European Time", "MEZ"])
def test_the_way_of_writing_makes_no_difference(text: str) -> None:
    assert label(text).name == "Central European time"
    assert is_label(text)


def test_a_label_is_never_the_database_s_zone_of_that_spelling() -> None:
    wall = datetime(1945, 5, 8, 23, 1)
    (clock,) = label("CET", on=V_E_DAY).candidates()
    assert clock.instants(wall) == (utc("1945-05-08T22:01"),)
    with pytest.raises(UnknownZoneError, match="look it up with label"):
        zone("CET")
    with pytest.raises(UnknownZoneError, match="look it up with label"):
        zone("Moscow time")
    with pytest.raises(UnknownZoneError):
        zone(clock.key)  # not even the name under which its candidates are shown


def test_zones_and_labels_are_not_taken_for_each_other() -> None:
    for text in ("Europe/Moscow", "Manchukuo"):
        with pytest.raises(UnknownLabelError, match="it is a zone"):
            label(text)
        assert not is_label(text)


@pytest.mark.parametrize("text", ["Moskow time", "", "\x1b[31m", "a" * 999, "09", "*"])
def test_unknown_labels_are_refused_with_a_hint(text: str) -> None:
    with pytest.raises(UnknownLabelError, match="hint: ") as caught:
        label(text)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 600
    assert caught.value.label == text


@pytest.mark.parametrize(
    ("text", "on", "match"),
    [
        ("British Double Summer Time", date(1945, 8, 9), r"1945-04-02/1945-07-15 and \+02:00 in 1947-04-13/1947-08-10"),
        ("Moscow time", date(1918, 3, 3), r"nearest to it the table has \+02:00 in 1922-10-01/1930-06-20"),
        ("Eastern War Time", date(1952, 4, 28), "1942-02-09/1945-09-30"),
        ("Manchurian time", date(1946, 4, 25), "1937-01-01/1945-08-18"),
        ("J", V_E_DAY, "local time of whoever wrote it"),
    ],
)
def test_a_label_outside_its_period_is_an_error_and_not_a_guess(text: str, on: date, match: str) -> None:
    with pytest.raises(LabelWithoutClockError, match=match) as caught:
        label(text, on=on)
    assert (caught.value.label, caught.value.on) == (text, on)
    assert "hint: " in str(caught.value)
    with pytest.raises(LabelWithoutClockError):
        label(text).candidates(on)


def test_a_clock_out_of_a_label_says_where_it_is_not_vouched_for() -> None:
    clocks = label("Eastern War Time").candidates()
    assert moment("1945-08-08T15:00", zone=clocks).notes == (
        "Eastern War Time: renamed peace time on 14 August 1945, the clocks unchanged to 30 September",
    )
    (outside, _) = moment("1950-01-01T12:00", zone=clocks).notes
    assert "the label table vouches for Eastern War Time -04:00 only in" in outside
    (many,) = [n for n in moment("1950-01-01", zone=label("BST").candidates()).notes if "only in" in n]
    assert "6 periods of [1941-05-03T22:00:00Z, 1947-08-10T22:00:00Z)" in many


def test_several_clocks_are_said_to_be_several() -> None:
    night = moment("1945-08-09T00:10", zone=label("Far Eastern time", on=date(1945, 8, 9)).candidates())
    assert night.notes[0].startswith("Far Eastern time: two clocks went by this label in August 1945")
    assert "may be on the clock of Far Eastern time +10:00 or of Far Eastern time +09:00" in night.notes[1]
    assert len(night.notes) == 2
    assert label("Far Eastern time", on=date(1950, 1, 1)).candidates() != night.zones


def test_what_a_clock_out_of_a_label_showed_can_be_read_again() -> None:
    (clock,) = label("Tokyo time", on=V_E_DAY).candidates()
    assert local_text(utc("1945-08-08T15:10"), clock) == "1945-08-09T00:10:00+09:00"


def test_the_military_letters() -> None:
    offsets = {}
    for letter in "ABCDEFGHIKLMNOPQRSTUVWXYZ":
        (clock,) = label(letter, on=V_E_DAY).candidates()
        offsets[letter] = clock.offset_at(0) / timedelta(hours=1)
        assert label(f"zone {letter}") == label(letter.lower()) == label(letter)
    assert offsets["I"] == 9
    assert [offsets[each] for each in "ABCDEFGHIKLM"] == list(range(1, 13))
    assert [offsets[each] for each in "NOPQRSTUVWXY"] == list(range(-1, -13, -1))
    assert offsets["Z"] == 0
    assert label("J").meanings == ()
    with pytest.raises(LabelWithoutClockError, match="`J` names no clock: it is the local time"):
        label("J").candidates()


def test_a_date_keeps_the_meanings_of_that_date() -> None:
    moscow = label("Moscow time")
    assert [offset_text(each.offset) for each in moscow.meanings] == ["+02:00", "+03:00", "+04:00"]
    (kept,) = label("Moscow time", on=V_E_DAY).meanings
    assert kept in moscow.meanings
    assert label("Moscow time", on=datetime(1945, 5, 8, 12)) == label("Moscow time", on=V_E_DAY)
    # on the day of a change both clocks were shown
    assert len(label("Moscow time", on=date(1985, 3, 31)).candidates()) == 2


def test_the_label_table_is_sound() -> None:
    data = tomllib.loads((resources.files("treatyclock.civil.clocks") / "labels.toml").read_text(encoding="utf-8"))
    assert data["version"]
    assert len(labels()) == len(data["label"]) + 26
    for each in labels():
        for name in (each.name, *each.aliases):
            assert label(name) is each
        # GMT, UTC and the like: the one spelling on which label and database do agree
        assert {name for name in (each.name, *each.aliases) if name in iana_names()} <= {"GMT", "UTC"}
        for meaning in each.meanings:
            assert meaning.source
            assert meaning.confidence.split()[0].rstrip(",:") in ("high", "good", "fair", "low")
            assert meaning.during
            ends = [end for period in meaning.during for end in (period.first or date.min, period.last or date.max)]
            assert ends == sorted(ends)
        assert len({meaning.offset for meaning in each.meanings}) == len(each.meanings)


# The labels that claim to be the legal clock of a place, and the clock that they rest on.
LEGAL = [
    ("Moscow time", "Europe/Moscow"),
    ("Tokyo time", "Asia/Tokyo"),
    ("Trans-Baikal time", "Asia/Chita"),
    ("Vladivostok time", "Asia/Vladivostok"),
    ("Indian Standard Time", "Asia/Kolkata"),
    ("French time", "Europe/Paris"),
    ("Panama time", "America/Panama"),
    ("Washington time", "America/New_York"),
    ("British Double Summer Time", "Europe/London"),
    ("German double summer time", "Europe/Berlin"),
    ("Manchurian time", "Kwantung"),
    ("Harbin time", "Harbin railway time"),
]


def named(name: str, day: date) -> set[timedelta]:
    try:
        return {each.offset_at(0) for each in label(name, on=day).candidates()}
    except LabelWithoutClockError:
        return set()


def check_day(name: str, key: str, day: date) -> None:
    clock = zone(key)
    start, end = clock.start_of_day(day), clock.start_of_day(day + timedelta(days=1))
    shown = {clock.offset_at(at) for at in (start, end - 1)}
    candidates = named(name, day)
    # a change at midnight itself belongs to one of the two days; the label allows for both
    assert candidates <= shown | {clock.offset_at(start - 1)}
    # a label for a part of the clock's history begins and ends on days of a change
    if named(name, day - timedelta(days=1)) and named(name, day + timedelta(days=1)):
        assert shown <= candidates


@given(st.sampled_from(LEGAL), st.dates(min_value=date(1888, 1, 2), max_value=date(2030, 1, 1)))
def test_labels_of_legal_clocks_are_the_clocks(pair: tuple[str, str], day: date) -> None:
    """On each date the candidates are the offsets that the clock showed on it, no more and no less."""
    check_day(*pair, day)


@pytest.mark.parametrize(("name", "key"), LEGAL)
def test_they_are_on_the_days_of_every_change_too(name: str, key: str) -> None:
    ends = [end for meaning in label(name).meanings for each in meaning.during for end in (each.first, each.last)]
    for end in ends:
        for step in (-1, 0, 1):
            if end is not None and end.year > 1888:
                check_day(name, key, end + timedelta(days=step))


@given(st.sampled_from(labels()), st.dates(min_value=date(1900, 1, 1), max_value=date(2050, 1, 1)))
def test_a_candidate_is_vouched_for_on_its_date(each: Label, day: date) -> None:
    try:
        clocks = each.candidates(day)
    except LabelWithoutClockError:
        return
    for clock in clocks:
        (part,) = moment(day.isoformat(), zone=clock).support
        assert clock.basis.vouched is not None
        assert IntervalSet((part,)).issubset(clock.basis.vouched)
    assert all(a.key != b.key for a, b in combinations(clocks, 2))


@given(st.sampled_from(labels()), st.datetimes(datetime(1900, 1, 1), datetime(2050, 1, 1)))
def test_wall_times_go_there_and_back(each: Label, wall: datetime) -> None:
    for clock in each.candidates() if each.meanings else ():
        (at,) = clock.instants(wall)
        assert clock.local(at) == wall


@given(st.text(max_size=20))
def test_any_text_is_a_label_or_our_own_error(text: str) -> None:
    try:
        assert label(text).name
    except CivilTimeError as error:
        assert error.hint


def test_periods_may_be_open() -> None:
    always = DateRange(first=None, last=None)
    assert str(always) == "../.."
    assert date.min in always and date.max in always
    meaning = Meaning(offset=timedelta(hours=1), during=(always,), source="here", confidence="high")
    assert str(meaning.instants) == "[.., ..)"
    assert meaning.holds(None)
