"""Times of exits, told in words."""

from __future__ import annotations

from dataclasses import replace

from treatyclock.civil.periods import Period
from treatyclock.law.clauses.exit import Denunciation, ExitWhen
from treatyclock.law.clauses.exit_times import Since, Window


def test_windows_from_a_states_own_entry_are_told_as_its_own() -> None:
    every = Window(every=Period.of("P10Y"), lasts=Period.of("P1Y"), since=Since.PARTY)
    assert (
        Denunciation(when=ExitWhen.WINDOW, window=every)
        .says()
        .endswith("every 10 years from its own entry into force.")
    )
    treaty = replace(every, since=Since.TREATY)
    assert Denunciation(when=ExitWhen.WINDOW, window=treaty).says().endswith("every 10 years from entry into force.")
