"""Whatever anybody types is a date or our own error."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from treatyclock.civil.calendars.names import calendar_names
from treatyclock.civil.printed.reader import read_date
from treatyclock.errors import TreatyclockError

WORDS = """
    1 14 31 0 1918 1917 41 99999 1731/32 1st third February Febr. Mars Nisan Thermidor II an April O.S. N.S. (O.S.)
    Julian Rumi ( ) / , . - = @ @julian ~ | day of the month year Showa S16.4.13 in corresponding to and A.D.
    hundred thousand twenty 昭和 元 年 月 日 閏 十 百 康德 光緒
"""
PIECES = st.sampled_from([*WORDS.split(), "\u0661", "\u00b2", "\x00"])


@given(st.lists(PIECES, max_size=9).map(" ".join), st.sampled_from([None, *calendar_names()]))
@settings(max_examples=1500, deadline=None)
def test_nothing_typed_gives_another_error(text: str, own: str | None) -> None:
    check_reading(text, own)
    check_reading(text.replace(" ", ""), own)


@given(st.text(max_size=60), st.none() | st.text(max_size=12))
def test_no_text_at_all_does(text: str, own: str | None) -> None:
    check_reading(text, own)


@given(
    st.from_regex(r"[0-9]{1,4}[-/ ][0-9]{1,2}([-/ (][0-9]{1,2}\)?)? ?(April|Dec|March)? ?[0-9]{0,4}", fullmatch=True),
    st.sampled_from([None, "russia", "britain", "showa", "thailand"]),
)
@settings(max_examples=500)
def test_nor_do_digits(text: str, own: str | None) -> None:
    check_reading(text, own)


def check_reading(text: str, own: str | None) -> None:
    try:
        seen = read_date(text, calendar=own)
    except TreatyclockError as error:
        assert error.hint
        assert "\x00" not in str(error)
        return
    assert seen.written
    assert str(seen)
