"""The term as its clause has it."""

from __future__ import annotations

import treatyclock as tc
from small_treaties import SIGNED, clause, day, evaluation, two
from treatyclock.civil.periods import Period
from treatyclock.derive.entry.treaty_entry import entry_into_force
from treatyclock.derive.term.term_as_written import TermAsWritten


def written(treaty: tc.Treaty) -> TermAsWritten:
    found = evaluation(treaty)
    entered = entry_into_force(found)
    assert entered is not None
    return TermAsWritten(found, entered)


def test_a_period_is_counted_from_its_anchor_with_what_prolongs_it() -> None:
    term = written(two(SIGNED, clause("term", lasts="P5Y", from_="signature", first_day="not counted")))
    assert term.first is not None and (term.first.last, term.counted) == (day("1935-01-15"), True)
    assert term.prolonged_by(2, Period(years=3)).last == day("1938-01-15")


def test_a_named_day_is_not_counted() -> None:
    term = written(two(SIGNED, clause("term", until="1940-12-31")))
    assert term.first is not None and (term.first.last, term.first.named) == (day("1940-12-31"), True)
    assert not term.counted


def test_a_term_may_wait_for_its_event_or_there_is_none() -> None:
    waits = written(two(SIGNED, clause("term", until_event="peace")))
    assert (waits.first, len(waits.waits_for)) == (None, 1)
    without = written(two(SIGNED))
    assert (without.first, without.waits_for) == (None, ())
