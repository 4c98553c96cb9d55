"""Lines that fit, ticks with room, legends whose rows do not run over the edge."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyclock.show.pictures._parts_of_layout import (
    THIN,
    broken,
    edges,
    fitting,
    in_two_lines,
    legend,
    notes,
    scale,
)
from treatyclock.show.pictures.drawing import Axis, Lettering, Pen, Stroke
from treatyclock.show.pictures.letters import width_of
from treatyclock.show.pictures.picture import Fill
from treatyclock.show.pictures.scale import ticks

AXIS = Axis(start=100, end=700, first=datetime(1940, 1, 1), last=datetime(1950, 1, 1))


@given(st.lists(st.text("abc-", min_size=1, max_size=12), max_size=12), st.floats(60, 300))
def test_a_broken_text_has_all_its_letters_and_a_line_is_longer_than_its_room_only_if_it_is_one_word(
    words: list[str], room: float
) -> None:
    lines = broken(" ".join(words), 10, room)
    assert "".join(lines).replace(" ", "") == "".join(words)
    assert all(width_of(line, 10) <= room or " " not in line for line in lines)


def test_a_date_is_never_broken_and_a_name_of_words_and_hyphens_is() -> None:
    assert broken("1945-08-09", 10, 20) == ["1945-08-09"]
    assert broken("ended-by-war", 10, 40) == ["ended-", "by-war"]


@given(st.text("abc -", max_size=80))
def test_a_name_takes_two_lines_at_most_which_both_fit(name: str) -> None:
    lines = in_two_lines(name, 12, 100)
    assert len(lines) <= 2
    assert all(width_of(line, 12) <= 100 for line in lines)


def test_a_thin_bar_is_widened_about_its_middle() -> None:
    assert edges(10, 20) == (10, 20)
    assert edges(10, 10.5) == (10.25 - THIN / 2, 10.25 + THIN / 2)


def test_each_tick_has_a_line_and_those_with_room_a_label() -> None:
    found = ticks(AXIS.first, AXIS.last)
    assert [tick.label for tick, _, _ in fitting(found, AXIS)] == [tick.label for tick in found]
    tight = Axis(start=0, end=60, first=AXIS.first, last=AXIS.last)
    labels = [tick.label for tick, _, _ in fitting(found, tight)]
    assert labels.count("") >= 3 and labels[0] != ""
    drawn = scale(found, AXIS, 0, 100, above=True)
    assert sum(isinstance(each, Stroke) and each.pen is Pen.GRID for each in drawn) == len(found)
    assert sum(isinstance(each, Lettering) for each in drawn) == 2 * len(found)


def test_a_legend_has_one_entry_for_what_looks_alike_and_keeps_within_the_edge() -> None:
    fills = (Fill.IN_FORCE, Fill.UNKNOWN, Fill.KNOWN, Fill.ONE_OF, Fill.SUSPENDED)
    drawn, bottom = legend(fills, [(Pen.DIFFERS, "differs")], 300, 0)
    texts = [each for each in drawn if isinstance(each, Lettering)]
    assert [each.text for each in texts][:2] == [
        "in force, known",
        "open: in force or not, one of several possible times",
    ]
    assert len({each.y for each in texts}) > 1
    assert all(each.x + width_of(each.text, each.size) <= 300 or each.x < 30 for each in texts)
    assert bottom > max(each.y for each in texts)


def test_a_note_is_broken_into_lines() -> None:
    drawn, bottom = notes(["a long note " * 9], 200, 10)
    assert len(drawn) == 3
    assert bottom == pytest.approx(10 + 13 * len(drawn))
