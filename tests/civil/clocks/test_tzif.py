"""TZif files are read as they were written."""

from __future__ import annotations

from treatyclock.civil.clocks.tzif import read_tzif, write_tzif


def test_the_tzif_writer_is_read_back() -> None:
    # the same offset time and again is one type; seconds and the west of Greenwich are kept
    written = [1172, 4772, 1172, 4772, -5280, 0]
    changes = [-100, 0, 100, 200, 300]
    line = read_tzif(write_tzif(written, changes))
    assert list(line.values) == written
    assert [edge // 1_000_000 for edge in line.edges] == changes
