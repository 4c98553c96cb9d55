"""The clock of a place."""

from __future__ import annotations

import pytest

from treatyclock.civil.clocks.places import place_clock
from treatyclock.errors import UnknownZoneError


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Tokyo", "Asia/Tokyo"),
        ("new york", "America/New_York"),
        ("Manchukuo", "Manchukuo"),
        ("Stockholm", "Stockholm"),  # the historic table goes before the link of the database
        ("Istanbul", "Europe/Istanbul"),  # Asia/Istanbul is only a link to it
    ],
)
def test_a_place_has_one_clock(name: str, key: str) -> None:
    assert place_clock(name).key == key


@pytest.mark.parametrize("name", ["Nowhere", "", "Tokio"])
def test_a_place_without_a_clock_is_refused_with_a_hint(name: str) -> None:
    with pytest.raises(UnknownZoneError, match="hint: "):
        place_clock(name)
