from __future__ import annotations

from datetime import date

import treatyclock as tc
from treatyclock.book.lines import BY_DAY, BY_INSTANT, line_of, unusable
from treatyclock.book.statuses import NOTHING_KNOWN, statuses_of
from treatyclock.errors import OutOfRangeError, UnusableRecordError
from treatyclock.instants import DAY, date_microseconds, to_datetime
from treatyclock.law.subjects import Subject

PACT = tc.load("soviet-japanese-neutrality-pact")
PAIR = Subject(("SUN", "JPN"))


def test_by_instant_it_is_the_timeline_with_its_worlds_side_by_side() -> None:
    view = PACT.under()
    line = line_of(view.life, PAIR, BY_INSTANT)
    outline = line.outline(reasons=True)
    timeline = PACT.timeline(between=("SUN", "JPN"))
    for edge in line.edges:
        for at in (edge - 1, edge):
            place = sum(each <= at for each in line.edges)
            assert statuses_of(outline.masks[place]) == timeline.at_instant(at)
    assert len(line.worlds) == len(view.life.course(PAIR).worlds) > 1
    assert "does the first day of the term count?" in " ".join(outline.reasons)
    assert "entry into force" in outline.reasons
    assert set(line.outline(reasons=False).reasons) == {""}


def test_by_day_it_is_what_the_treaty_says_of_each_day() -> None:
    view = PACT.under()
    line = line_of(view.lives.of(view.reading, None, dated=True), PAIR, BY_DAY)
    masks = line.outline(reasons=False).masks
    for edge in line.edges:
        for day in (edge - DAY, edge, edge + DAY):
            place = sum(each <= day for each in line.edges)
            answer = PACT.in_force(to_datetime(day).date(), between=("SUN", "JPN"))
            assert statuses_of(masks[place]) == answer.status
    assert date_microseconds(date(1941, 4, 25)) in line.edges


def test_of_a_treaty_without_dates_nothing_is_known() -> None:
    found = unusable(UnusableRecordError("pact", "text", OutOfRangeError("it")))
    assert (found.edges, found.masks) == ((), (NOTHING_KNOWN,))
    assert "pact" in found.reasons[0]
