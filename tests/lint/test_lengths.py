"""Which of two periods is surely the longer."""

from __future__ import annotations

import treatyclock as tc
from treatyclock.lint._lengths import at_least, length, longer


def of(text: str) -> tuple[int, int]:
    return length(tc.Period.of(text))


def test_lengths_compare_only_where_every_calendar_agrees() -> None:
    assert at_least(of("P366D"), of("P1Y")) and not at_least(of("P365D"), of("P1Y"))
    assert at_least(of("P1Y"), of("P365D")) and not at_least(of("P1Y"), of("P366D"))
    assert at_least(of("P31D"), of("P1M")) and not at_least(of("P30D"), of("P1M"))
    assert at_least(of("P1M"), of("P28D")) and not at_least(of("P1M"), of("P29D"))
    assert longer(of("P1Y1D"), of("P1Y")) and not longer(of("P1Y"), of("P12M"))
    assert longer(of("P13M"), of("P1Y")) and not longer(of("P1Y"), of("P13M"))
