"""A picture by itself: told in words a line each, and its title as text only."""

from __future__ import annotations

import treatyclock as tc
from treatyclock import pictures


def test_a_picture_is_told_a_line_for_each_band_mark_and_note() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    picture = pictures.deadlines(pact, "1941", "1947")
    lines = str(picture).splitlines()
    assert len(lines) == 1 + len(picture.bands) + len(picture.notes)
    assert lines[0] == picture.title
    assert "last timely notice: 1945-04-24 first_day = counted; 1945-04-25 first_day = not counted" in str(picture)


def test_a_plane_is_told_by_what_was_known_when() -> None:
    plane = pictures.known(tc.load("yalta-far-east-1945"))
    assert str(plane).splitlines()[1] == "  by what was known on 1946-02-11, 1945-02-11 to ..: party"
