"""Widening: nothing unless a policy is named, one unit of each part that has a qualifier, and always recorded."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import treatyclock as tc
from treatyclock.cli import main
from treatyclock.errors import OutOfRangeError, WrongTypeError


@pytest.mark.parametrize(
    ("text", "same", "amount"),
    [
        ("1945-08-09~", "[1945-08-08..1945-08-10]", "one day"),
        ("1945-08-09%", "[1945-08-07..1945-08-11]", "2 days"),
        ("1945-08~", "[1945-07..1945-09]", "one month"),
        ("1945-08?", "[1945-07..1945-09]", "one month"),
        ("1945-08%", "[1945-06..1945-10]", "2 months"),
        ("1945-02~", "[1945-01..1945-03]", "one month"),
        ("1944~", "[1943..1945]", "one year"),
        ("1945%", "[1943..1947]", "2 years"),
        # only the year or the month is qualified
        ("1945?-08-09", "[1944-08-09..1946-08-09]", "one year"),
        ("1945-~08-09", "[1945-07-09..1945-09-09]", "one month"),
        ("1945-~01-30", "[1944-12-30..1945-02-28]", "one month"),
        ("1944?-02-29", "[1943-02-28..1945-02-28]", "one year"),
        # each part that has a qualifier beside it counts
        ("1945?-~08-09", "[1944-07-09..1946-09-09]", "one year and one month"),
        ("1945?-08-~09", "[1944-08-08..1946-08-10]", "one year and one day"),
        ("?1945?-08", "[1944-08..1946-08]", "one year"),
        ("?1945~-08", "[1943-08..1947-08]", "2 years"),
        ("1945-21~", "[1944-12..1945-08]", "3 months"),
        ("1945-33~", "[1944-10..1945-06]", "3 months"),
        # each range of a mask, each date of a set by its own qualifier
        ("1945-0X-31~", "[1945-01-30..1945-02-01,1945-03-30..1945-04-01,1945-05-30..1945-06-01,"
                        "1945-07-30..1945-08-01,1945-08-30..1945-09-01]", "one day"),
        ("[1945-05-08~,1945-06]", "[1945-05-07..1945-05-09,1945-06]", "one day"),
        ("[1945-05~..1945-08-09]", "[1945-04..1945-08-09]", "one month"),
    ],
)  # fmt: skip
def test_a_named_policy_widens_and_is_recorded(text: str, same: str, amount: str) -> None:
    for clock in ("Europe/Moscow", ["Europe/Moscow", "Asia/Tokyo"], None):
        wide = tc.moment(text, zone=clock, widen="one-unit")
        assert wide.support == tc.moment(same, zone=clock).support
        assert any(f"is widened by {amount} on either side (policy one-unit)" in note for note in wide.notes)
        plain = tc.moment(text, zone=clock)
        assert plain.support.issubset(wide.support)
        assert plain.support != wide.support
        assert not any("widened" in note for note in plain.notes)
        assert plain == tc.moment(text, zone=clock, widen=tc.Widening.NONE)


@pytest.mark.parametrize("text", ["1945-08-09", "1945-08-0X", "1945-08-08T15:10Z", "[1945-05-08,1945-05-09]"])
def test_what_is_not_qualified_is_not_widened(text: str) -> None:
    assert tc.moment(text, zone="UTC", widen="one-unit") == tc.moment(text, zone="UTC")


MARKS = st.sampled_from(["", "", "?", "~", "%"])


@given(st.lists(MARKS, min_size=6, max_size=6), st.integers(0, 5), st.sampled_from(["?", "~", "%"]))
def test_a_qualifier_more_never_makes_a_date_narrower(marks: list[str], place: int, mark: str) -> None:
    """Each part of 1944-02-29 may have a qualifier on either side."""
    fewer, more = ([*marks[:place], each, *marks[place + 1 :]] for each in ("", mark))
    narrow, wide = (
        tc.moment("{}1944{}-{}02{}-{}29{}".format(*each), zone="UTC", widen="one-unit").support
        for each in (fewer, more)
    )
    assert narrow.issubset(wide)


def test_an_unknown_policy_is_refused_with_the_choices() -> None:
    with pytest.raises(WrongTypeError, match="'none' or 'one-unit'"):
        tc.moment("1945~", widen="wide")
    with pytest.raises(OutOfRangeError, match="hint: "):
        tc.moment("0001~", widen="one-unit")
    with pytest.raises(OutOfRangeError, match="hint: "):
        tc.moment("9999~", widen="one-unit")


def test_the_command_takes_a_policy_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", "1941-05~", "--widen", "one-unit", "--json", "--zone", "UTC"]) == 0
    found = json.loads(capsys.readouterr().out)["result"]
    assert found["support"] == [{"from": "1941-04-01T00:00:00Z", "to": "1941-07-01T00:00:00Z"}]
    assert "1941-05~ is widened by one month on either side (policy one-unit)" in found["notes"]
    assert main(["when", "1941~", "--widen", "wide"]) == 2
    assert "hint: the choices are `none`, `one-unit`" in capsys.readouterr().err
