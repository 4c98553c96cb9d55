"""Widths of letters are generous: no real font is wider."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from treatyclock.show.pictures.letters import rows_of, shortened, width_of


@given(st.text(max_size=40), st.floats(20, 200))
def test_a_shortened_text_fits_and_begins_as_it_did(text: str, room: float) -> None:
    found = shortened(text, 10, room)
    assert width_of(found, 10) <= room
    assert found == text or text.startswith(found.removesuffix("…"))


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0, 80)), max_size=12))
def test_no_two_labels_in_a_row_overlap(found: list[tuple[float, float]]) -> None:
    spans = sorted((start, start + wide) for start, wide in found)
    rows = rows_of(spans, gap=4)
    for n, (one, row) in enumerate(zip(spans, rows, strict=True)):
        for other, same in zip(spans[n + 1 :], rows[n + 1 :], strict=True):
            assert row != same or one[1] + 4 <= other[0]
