import pytest

import treatyclock as tc
from treatyclock.book.fault import faults_of
from treatyclock.errors import BookError, TreatyFileError


def test_each_fault_of_a_file_is_one_and_a_line_of_rows_is_the_row_of_the_table() -> None:
    with pytest.raises(TreatyFileError) as caught:
        tc.from_table(
            [{"State": "FRA", "on": "x"}, {"State": "GBR", "on": "y"}],
            {"party": "State", "consent": "on"},
            id="t",
            title="T",
        )
    rows = [(each.row, each.column, each.value) for each in faults_of("t", caught.value, [7, 9])]
    assert (7, "on", "x") in rows
    assert (9, "on", "y") in rows


def test_any_other_error_is_one_of_the_treaty() -> None:
    (found,) = faults_of("t", BookError("t"))
    assert (found.row, found.problem) == (None, "two treaties have the id `t`")
    assert str(found).startswith("t: two treaties")
