"""Numbers in words and in Chinese characters."""

from __future__ import annotations

from treatyclock.civil.printed._numerals import han_number, in_digits


def test_numerals() -> None:
    assert in_digits("the thirty-first day, two thousand and nineteen") == "the 31 day, 2019"
    assert in_digits("nineteen hundred and forty-one") == "1941"
    assert in_digits("the 1st, 2nd, 3rd, 4th") == "the 1, 2, 3, 4"
    for no_number in ("twenty twenty", "nineteen forty-one", "thousand", "one hundred two hundred"):
        assert in_digits(no_number) == no_number
    for text, value in {
        "十": 10,
        "二十": 20,
        "二十三": 23,
        "廿三": 23,
        "卅": 30,
        "百一": 101,
        "一六": 16,
        "〇": 0,
    }.items():
        assert han_number(text) == value
    for text in ("", "十十", "三廿", "元元", "丁", "12345"):
        assert han_number(text) is None
