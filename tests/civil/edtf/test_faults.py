"""What the faults of an EDTF text say."""

from __future__ import annotations

import pytest

from treatyclock.civil.edtf import (
    parse_edtf,
)
from treatyclock.errors import EdtfError


def test_the_message_names_the_place_and_a_remedy() -> None:
    with pytest.raises(EdtfError) as caught:
        parse_edtf("1945-02-29")
    assert str(caught.value) == (
        "`1945-02-29` cannot be read as a time: at column 9, `29`: February 1945 has 28 days.\n"
        "  hint: check the day, or write `XX` for one that is not known"
    )


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("198u", "capital `X`"),
        ("y17000", "capital `Y`"),
        ("1945/open", "write an open end as `..`"),
        ("1945/unknown", "an unknown end as nothing"),
        ("1945?~", "write both together as `%`"),
        ("1945-08-09 00:10", "write `T`"),
        ("[1945, 1946]", "leave out the blanks"),
        ("1950S2", "195X"),
        ("19450809", "1945-08-09"),
        ("1945..1946", "[1941..1946]"),
        ("1945-21-01", "only months have days"),
    ],
)
def test_what_older_and_other_spellings_are_told(text: str, hint: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse_edtf(text)
    assert hint in caught.value.hint
