"""Times in force with four bounds."""

from __future__ import annotations

from datetime import date, datetime

import treatyclock as tc
from treatyclock.answers.chronology import Chronology, Stage
from treatyclock.exports.tenures import Tenure, agreed, tenures, truth_of
from treatyclock.law.status import Status
from treatyclock.truth import Truth

NO, YES = frozenset({Status.FORMER_PARTY}), frozenset({Status.PARTY})
OPEN = YES | NO


def _line(*stages: tuple[str, frozenset[Status]]) -> Chronology:
    edges = [None, *(datetime.fromisoformat(start) for start, _ in stages[1:]), None]
    return Chronology(
        stages=tuple(Stage(start=edges[n], end=edges[n + 1], status=status) for n, (_, status) in enumerate(stages))
    )


def test_a_stage_is_certain_only_where_all_statuses_agree() -> None:
    assert [truth_of(each) for each in _line(("", NO), ("1941-01-01", OPEN), ("1942-01-01", YES))] == [
        Truth.NO, Truth.UNKNOWN, Truth.YES,
    ]  # fmt: skip


def test_four_bounds_of_a_time_with_fringes_on_both_sides() -> None:
    line = _line(("", NO), ("1941-01-01", OPEN), ("1941-02-01", YES), ("1945-01-01", OPEN), ("1945-03-01", NO))
    (found,) = tenures(line)
    assert found == Tenure(
        earliest_begin=datetime(1941, 1, 1),
        latest_begin=datetime(1941, 2, 1),
        earliest_end=datetime(1945, 1, 1),
        latest_end=datetime(1945, 3, 1),
        sure=True,
        without_gap=True,
    )
    assert (found.first_day, found.last_day, found.goes_on) == (None, None, False)


def test_a_doubt_in_the_middle_leaves_no_certain_last_day() -> None:
    line = _line(("", NO), ("1941-01-01", YES), ("1943-01-01", OPEN), ("1944-01-01", YES), ("1945-01-01", NO))
    (found,) = tenures(line)
    assert (found.sure, found.without_gap) == (True, False)
    assert (found.first_day, found.last_day) == (date(1941, 1, 1), None)


def test_what_only_may_have_been_is_not_sure_and_has_no_days() -> None:
    (found,) = tenures(_line(("", NO), ("1941-01-01", OPEN), ("1942-01-01", NO)))
    assert not found.sure
    assert (found.first_day, found.last_day, found.goes_on) == (None, None, False)


def test_what_lasts_goes_on_only_if_it_surely_does() -> None:
    lasting, perhaps = _line(("", NO), ("1941-01-01", YES)), _line(("", NO), ("1941-01-01", YES), ("2000-01-01", OPEN))
    assert [tenures(each)[0].goes_on for each in (lasting, perhaps)] == [True, False]


def test_each_time_of_a_reading_lies_within_one_of_all_readings_together() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    lines = [pact.chronology(reading=each.id) for each in pact.record.readings]
    (whole,) = tenures(agreed(lines))
    assert all(whole.holds(each) for line in lines for each in tenures(line))
    first, second = tenures(tc.load("paris-agreement-2015").chronology(party="USA"))[:2]
    assert [first.holds(first), first.holds(second), second.holds(first)] == [True, False, False]


def test_a_state_that_came_back_has_two_times() -> None:
    found = tenures(tc.load("paris-agreement-2015").chronology(party="USA"))
    assert [each.first_day for each in found][:2] == [date(2016, 11, 4), date(2021, 2, 19)]
    assert found[0].last_day == date(2020, 11, 3)


def test_what_readings_agree_on() -> None:
    one = _line(("", NO), ("1941-01-01", YES), ("1945-01-01", NO))
    other = _line(("", NO), ("1941-01-01", YES), ("1944-01-01", NO))
    both = agreed([one, other])
    assert [(each.begins, truth_of(each)) for each in both] == [
        ("..", Truth.NO), ("1941-01-01", Truth.YES), ("1944-01-01", Truth.UNKNOWN), ("1945-01-01", Truth.NO),
    ]  # fmt: skip
    assert agreed([one, one]) == one


def test_agreement_holds_at_every_time_what_each_reading_holds_there() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    lines = [pact.chronology(reading=each.id) for each in pact.record.readings]
    both = agreed(lines)
    assert both.stages[0].start is both.stages[-1].end is None
    for stage in both:
        assert all(before.end == after.start for before, after in zip(both.stages, both.stages[1:], strict=False))
        for at in filter(None, (stage.start,)):
            held = {each for line in lines for one in line if _holds(one, at) for each in one.status}
            assert stage.status == held


def _holds(stage: Stage, at: datetime) -> bool:
    return (stage.start is None or stage.start <= at) and (stage.end is None or at < stage.end)
