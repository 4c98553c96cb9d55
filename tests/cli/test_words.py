"""Words as a shell hands them over."""

from __future__ import annotations

from treatyclock.cli.words import in_utf8, with_signs


def test_an_offset_is_no_option() -> None:
    assert with_signs(["ask", "--zone", "-05:00", "--at", "1945"]) == ["ask", "--zone=-05:00", "--at", "1945"]
    assert with_signs(["ask", "--zone", "--at"]) == ["ask", "--zone", "--at"]
    assert with_signs([]) == []


def test_what_the_locale_could_not_read_is_utf_8() -> None:
    broken = "昭和".encode().decode("ascii", "surrogateescape")
    assert in_utf8(["when", broken]) == ["when", "昭和"]
    assert in_utf8(["\udcff"]) == ["\udcff"], "what is no UTF-8 stays as it is"
