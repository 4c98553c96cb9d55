"""EDTF: what holds of every text, not only of those that somebody thought of."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from date_masks import masks
from treatyclock.civil.edtf import Date, Edtf, Season, parse_edtf
from treatyclock.errors import EdtfError, OutOfRangeError

MARKS = ("", "", "", "?", "~", "%")
DECADES = tuple(date(start, 1, 1) for start in (1896, 1940, 1996))


@st.composite
def dates(draw: st.DrawFn) -> str:
    """Draw the text of a date or a season, marked anywhere."""
    form = draw(st.integers(0, 9))
    if form == 0:
        parts = [f"Y{draw(st.sampled_from(['', '-']))}{draw(st.integers(10_000, 10**12))}"]
    elif form == 1:
        parts = [draw(masks())[:4], str(draw(st.integers(21, 41)))]
    else:
        parts = draw(masks()).split("-")
    if form == 2 and "0000" not in parts[0]:
        parts[0] = f"-{parts[0]}"
    return "-".join(draw(st.sampled_from(MARKS)) + part + draw(st.sampled_from(MARKS)) for part in parts)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Draw two dates, the second of which may lie after the first."""
    texts = draw(dates()), draw(dates())
    first, second = (parse_edtf(text) for text in texts)
    assert isinstance(first, Date | Season) and isinstance(second, Date | Season)
    return texts if first.first_day() <= second.last_day() else (texts[1], texts[0])


@st.composite
def members(draw: st.DrawFn) -> str:
    """Draw a member of a set: a date, or dates from one to another."""
    if draw(st.booleans()):
        return draw(dates())
    first, last = draw(pairs())
    return draw(st.sampled_from([f"{first}..{last}", f"..{last}", f"{first}.."]))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw any EDTF text."""
    form = draw(st.integers(0, 4))
    if form == 0:
        return draw(dates())
    if form == 1:
        time = draw(st.times()).isoformat(timespec="seconds")
        return f"{draw(st.dates())}T{time}{draw(st.sampled_from(['', 'Z', '+09', '-03:30', '+00:00']))}"
    if form == 2:
        first, last = draw(pairs())
        return draw(st.sampled_from([f"{first}/{last}", f"{first}/", f"{first}/..", f"/{last}", f"../{last}"]))
    several = ",".join(draw(st.lists(members(), min_size=1, max_size=5)))
    return f"[{several}]" if form == 3 else f"{{{several}}}"


def read(text: str) -> Edtf | None:
    """Read a text, or check that the error names a place in it."""
    try:
        return parse_edtf(text)
    except EdtfError as error:
        assert error.text == text
        assert 0 <= error.position <= len(text)
        assert text.startswith(error.found, error.position)
        assert error.hint
        assert "\n" not in error.sentence and "\x1b" not in str(error)
        return None


def check_ranges(value: Edtf) -> None:
    """Check that ranges are in order, apart and none of them empty, or that they leave the years of a date."""
    try:
        ranges = value.ranges()
    except OutOfRangeError:
        return
    assert ranges
    assert all(first is None or last is None or first <= last for first, last in ranges)
    for (_, last), (first, _) in pairwise(ranges):
        assert last is not None and first is not None
        assert last + timedelta(days=1) < first


@given(texts())
@settings(deadline=None)
def test_what_was_read_is_written_back(text: str) -> None:
    value = parse_edtf(text)
    assert str(value) == text
    assert parse_edtf(str(value)) == value
    if "XXX" not in text:
        check_ranges(value)


@given(st.data(), st.sampled_from(DECADES))
@settings(deadline=None)
def test_the_ranges_hold_the_days_that_fit_the_mask_and_no_others(data: st.DataObject, start: date) -> None:
    decade = [start + timedelta(days=n) for n in range(3652)]
    mask = data.draw(masks(st.sampled_from(decade)).filter(lambda text: text[1] != "X" and text[0] != "X"))
    fits = {day for day in decade if all(c in ("X", d) for c, d in zip(mask, str(day), strict=False))}
    held: set[date] = set()
    for first, last in parse_edtf(mask).ranges():
        assert first is not None and last is not None
        held.update(first + timedelta(days=n) for n in range((last - first).days + 1))
    assert held.intersection(decade) == fits


@given(dates())
@settings(deadline=None)
def test_first_and_last_day_are_those_of_the_ranges(text: str) -> None:
    value = parse_edtf(text)
    assert isinstance(value, Date | Season)
    try:
        ranges = value.ranges()
    except OutOfRangeError:
        return
    first, last = ranges[0][0], ranges[-1][1]
    assert first is not None and last is not None
    assert value.first_day() == (first.year, first.month, first.day)
    assert value.last_day() == (last.year, last.month, last.day)


@given(masks(st.sampled_from([DECADES[1] + timedelta(days=n) for n in range(3652)])), st.data())
@settings(deadline=None)
def test_qualifiers_widen_nothing(mask: str, data: st.DataObject) -> None:
    marked = "-".join(
        data.draw(st.sampled_from(MARKS)) + part + data.draw(st.sampled_from(MARKS)) for part in mask.split("-")
    )
    assert parse_edtf(marked).ranges() == parse_edtf(mask).ranges()


@given(st.text(alphabet="0123456789X?~%-/.[]{},TYZE:+ ", max_size=40))
@settings(max_examples=500, deadline=None)
def test_no_text_gives_anything_but_a_value_or_our_own_error(text: str) -> None:
    value = read(text)
    if value is not None:
        assert str(value) == text


@given(st.text())
@settings(deadline=None)
def test_nor_does_a_text_of_any_letters(text: str) -> None:
    read(text)


@given(texts(), st.data())
@settings(max_examples=500, deadline=None)
def test_nor_does_a_text_with_a_slip_in_it(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    slip = data.draw(st.sampled_from("0123456789X?~%-/.[]{},TYZE:+ ") | st.just(""))
    changed = text[:at] + slip + text[at + data.draw(st.integers(0, 1)) :]
    value = read(changed)
    if value is not None:
        assert str(value) == changed
        if "XXX" not in changed:
            check_ranges(value)
