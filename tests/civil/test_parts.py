"""Texts composed of real parts: the result says each part again, or there is an error or a note.

The expectations below are reckoned by the standard library from the parts of which a text is composed. Nothing is taken
from what the readers say of themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from treatyclock.civil._parts import Part, check_parts
from treatyclock.errors import CivilTimeError, TimeFormatError, TreatyclockError
from treatyclock.instants import local_microseconds

DAYS = st.dates(date(1930, 1, 1), date(1959, 12, 31))
OFFSETS = ("", "Z", "+09", "-03", "+0930", "+09:00", "-03:30", "+02:31:19", "+00", "+00:00", "-00:00")
# No clock of these places was changed from 1952 to 1959.
ZONES = {"": None, "[Asia/Tokyo]": 9, "[Asia/Kolkata]": 5.5, "[UTC]": 0, "[+09:00]": 9}


def offset_of(text: str) -> timedelta | None:
    """Reckon an offset from its digits, two for each unit."""
    if not text:
        return None
    digits = "" if text == "Z" else text[1:].replace(":", "")
    units = [int(digits[at : at + 2]) for at in range(0, len(digits), 2)] + [0, 0, 0]
    size = timedelta(hours=units[0], minutes=units[1], seconds=units[2])
    return -size if text[0] == "-" else size


@given(
    st.dates(date(1952, 1, 1), date(1959, 12, 31)),
    st.sampled_from(["", "T00:10", " 00:10", "T23:59:59", "T00:10:00", "T12:00:00.5", "T24:00", "T24:00:00"]),
    st.sampled_from([*OFFSETS, *(f" {offset}" for offset in OFFSETS)]),
    st.sampled_from(sorted(ZONES)),
    st.sampled_from(["", "?", "~", "%", "Z", "+09", "X"]),
)
@example(date(1945, 8, 9), "T00:10:00", "+09", "", "")
@settings(max_examples=1000, deadline=None)
def test_a_stamp_keeps_its_hour_its_offset_and_its_zone(
    day: date, hour: str, offset: str, zone: str, stray: str
) -> None:
    text = f"{day}{hour}{offset}{zone}{stray}"
    try:
        found = tc.moment(text)
    except CivilTimeError as error:
        assert error.hint
        return
    assert not hour or found.wall is not None, text
    if found.wall is None:
        assert not offset.strip()
        assert not zone
        assert not stray or any(word in " ".join(found.notes) for word in ("uncertain", "approximate")), text
        return
    assert found.days == tc.moment(day.isoformat()).days
    written = datetime.fromisoformat(f"{day}T{hour[1:].replace('24:', '00:')}") + timedelta(days="24:" in hour)
    assert found.wall == written
    shift = offset_of(offset.strip() or (stray if stray in ("Z", "+09") else ""))
    if shift is None:
        place = ZONES[zone]
        assert place is not None
        shift = timedelta(hours=place)
    assert found.span.start == local_microseconds(written) - shift // timedelta(microseconds=1), text
    if zone:
        key = zone[1:-1]
        assert [clock.key for clock in found.zones] == [key] or key in " ".join(found.remarks), text


MARKS = st.sampled_from(["", "", "", "?", "~", "%"])


@settings(deadline=None)
@given(st.lists(MARKS, min_size=6, max_size=6), DAYS, st.integers(1, 3), st.booleans())
def test_each_qualifier_is_told(marks: list[str], day: date, parts: int, open_digit: bool) -> None:
    names, digits = ("year", "month", "day"), day.isoformat().split("-")[:parts]
    if open_digit:
        digits[-1] = digits[-1][:-1] + "X"
    pieces = [f"{marks[2 * i]}{each}{marks[2 * i + 1]}" for i, each in enumerate(digits)]
    text = "-".join(pieces)
    try:
        notes = " ".join(tc.moment(text, zone="UTC").notes)
    except CivilTimeError as error:
        assert error.hint
        return
    for i in range(parts):
        # a mark to the right of a part holds for all parts to its left too
        beside = marks[2 * i] + "".join(marks[2 * j + 1] for j in range(i, parts))
        for mark, word in (("?", "uncertain"), ("~", "approximate"), ("%", "uncertain and approximate")):
            told = [note for note in notes.split(f"the {names[i]} of ")[1:] if word.split()[-1] in note]
            assert mark not in beside or told, text


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A piece of a text, and for whom it may be true: a Western date, a date of Showa, an old date."""

    text: str
    western: bool = True
    era: bool = False
    old: bool = True
    new: bool = True


BEHIND = (
    Said("A.D."), Said("AD"), Said("C.E."), Said("O.S.", new=False), Said("(Julian)", new=False),
    Said("N.S.", old=False), Said("Old Style", new=False), Said("B.C.", western=False), Said("A.H.", western=False),
    Said("of Japan", western=False), Said("Rumi", western=False), Said("B.E.", western=False),
)  # fmt: skip
LOOSE = ("day", "the", "of", "May", "7", "1939", "about", "before", "or", "c.", "?", "noon", "+09", "²", "Tuesday",
         "Showa", "Z", "Adar", "II", "early", "(", "year", "month", "eve", "A.D.", "O.S.")  # fmt: skip


@given(DAYS, st.lists(st.sampled_from(BEHIND), max_size=2), st.integers(0, 3))
@settings(max_examples=600, deadline=None)
def test_what_stands_behind_a_date_is_true_of_it(day: date, behind: list[Said], form: int) -> None:
    """Whatever says another calendar than the one in which the day was found is an error."""
    month = MONTHS[day.month - 1]
    dates = (
        f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", f"the {day.day}th day of {month} {day.year}",
        day.isoformat(),
    )  # fmt: skip
    text = " ".join([dates[form], *(each.text for each in behind)])
    try:
        found = tc.read_date(text)
    except TreatyclockError as error:
        assert error.hint
        return
    assert all(each.western for each in behind), text
    julian = any(not each.new for each in behind)
    assert not (julian and any(not each.old for each in behind)), text
    assert found.day == day + timedelta(days=13 * julian), text
    assert ("O.S." in str(found.written[0])) == julian


@given(DAYS, st.integers(0, 6), st.sampled_from(LOOSE), st.sampled_from([" ", ", ", ""]))
@settings(max_examples=600, deadline=None)
@example(date(1945, 5, 1), 1, "day", " ")
def test_a_word_more_is_no_other_day(day: date, place: int, word: str, joint: str) -> None:
    """A word put anywhere into a date changes nothing, or is refused, or is told."""
    pieces = f"{day.day} {MONTHS[day.month - 1]} {day.year}".split()
    at = place % 4
    text = " ".join([*pieces[:at], word, *pieces[at:]]).replace(f"{word} ", f"{word}{joint or ' '}", 1)
    try:
        found = tc.read_date(text)
    except TreatyclockError as error:
        assert error.hint
        return
    assert word in ("day", "the", "of", "A.D.", "O.S.", "year", "+09") or found.notes, text
    assert word != "+09"
    assert found.day == day + timedelta(days=13 * (word == "O.S.")), text


STYLES = ("O.S.", "N.S.", "Old Style", "(Julian)")
CHRISTIAN = ("A.D.", "AD", "C.E.")
# Dates of several kinds, each with what may stand behind it besides and is true of it.
OTHERS = {
    "16 Nisan 5701": (),
    "14 Adar 5706": ("II",),
    "10 Ramadan 1393": (),
    "9 Thermidor II": ("II",),
    "13 April, Showa 16": ("of Japan",),
    "13th day of the 4th month of Showa 16": ("of Japan",),
    "14 (1) February 1918": (*CHRISTIAN, *STYLES),
    "18 February/3 March 1918": (*CHRISTIAN, *STYLES),
    "1 February O.S. (14 February N.S.) 1918": CHRISTIAN,
    "11 February 1731/32": CHRISTIAN,
    "25 December 1941 (Showa 16-12-25)": (*CHRISTIAN, "of Japan"),
    "1 March 1333 Rumi": ("Rumi",),
}
SILENT = ("day", "the", "of", "year", "month")


@given(
    st.sampled_from(sorted(OTHERS)),
    st.integers(0, 9),
    st.sampled_from([*LOOSE, *(each.text for each in BEHIND), "(14 June)", "1919", "of China", "= 1 May 1917"]),
)
@settings(max_examples=1500, deadline=None)
def test_a_word_more_in_a_date_of_any_kind(text: str, place: int, word: str) -> None:
    """Whatever is put into a dual date, a date of an era or of another calendar is true of it, or is refused."""
    pytest.importorskip("convertdate", reason="the extra [calendars] is not installed")
    pieces = text.split()
    at = place % (len(pieces) + 1)
    longer = " ".join([*pieces[:at], word, *pieces[at:]])
    try:
        found = tc.read_date(longer)
    except TreatyclockError as error:
        assert error.hint
        return
    if text == "11 February 1731/32" and word in STYLES:  # it may be of either style
        assert ("O.S." in str(found.written[0])) == (word != "N.S."), longer
        return
    assert word in (*SILENT, *OTHERS[text]), longer
    plain = tc.read_date(text)
    assert set(found.ranges) <= set(plain.ranges), longer


@settings(deadline=None)
@given(
    DAYS, st.sampled_from(["23:10", "11.10 p.m.", "2310 hours", "noon"]), st.lists(st.sampled_from(LOOSE), max_size=1)
)
def test_nor_another_hour(day: date, hour: str, words: list[str]) -> None:
    text = " ".join([hour, "GMT,", *words, f"{day.day} {MONTHS[day.month - 1]} {day.year}"])
    try:
        found = tc.when(text).moment
    except TreatyclockError as error:
        assert error.hint
        return
    clock = timedelta(hours=12) if hour == "noon" else timedelta(hours=23, minutes=10)
    julian = "O.S." in words
    assert found.wall == datetime(day.year, day.month, day.day) + clock + timedelta(days=13 * julian), text


@pytest.mark.parametrize(
    ("spans", "told"), [([(0, 4)], "`+09` belongs to no part"), ([(5, 8)], "`1945` belongs to no part")]
)
def test_every_character_is_in_a_part(spans: list[tuple[int, int]], told: str) -> None:
    with pytest.raises(TimeFormatError, match="hint: leave it out") as caught:
        check_parts("1945 +09", [Part(start=a, end=b, what="a year", carried=True) for a, b in spans], "leave it out")
    assert told in str(caught.value)


def test_a_part_that_the_result_lacks_is_named() -> None:
    parts = [Part(start=0, end=4, what="a year", carried=True), Part(start=5, end=8, what="an offset", carried=False)]
    with pytest.raises(TimeFormatError, match=r"`1945 \+9`.* it has an offset, `\+09`, which cannot be kept here"):
        check_parts("1945 +09", parts, "leave it out", printed="1945 +9")
