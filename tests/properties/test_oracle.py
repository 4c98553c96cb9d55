"""The engine against an evaluator that shares no code with it and lives through a treaty day by day."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from compared import differences_of_two
from treatyclock.instants import to_datetime
from treatyclock.law.conventions.exit import LATE_NOTICE, NOTICE_BEFORE_END, NOTICE_CLOCK
from treatyclock.law.conventions.term import EVENT_DAY
from treatyclock.law.status import Status
from treatyclock.testing.oracle.days import UnsettledError
from treatyclock.testing.oracle.two.life import lives
from treatyclock.testing.oracle.two.treaty import Spec
from treatyclock.testing.specifications.two_text import to_toml
from treatyclock.testing.strategies.specifications import instants_about_two, specifications_of_two

MANY = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@MANY
@given(specifications_of_two(), st.data())
def test_the_engine_and_the_oracle_agree(spec: Spec, data: st.DataObject) -> None:
    try:
        found = lives(spec)
    except UnsettledError:
        assume(False)
        raise
    treaty = tc.loads(to_toml(spec))
    for _ in range(4):
        assert not list(differences_of_two(treaty, found, data.draw(instants_about_two(spec))))


@settings(max_examples=35, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(specifications_of_two(), st.data(), st.integers(-14 * 60, 14 * 60))
def test_the_clock_of_the_question_changes_nothing(spec: Spec, data: st.DataObject, minutes: int) -> None:
    treaty = tc.loads(to_toml(spec))
    at: datetime = data.draw(instants_about_two(spec))
    shifted = at.astimezone(timezone(timedelta(minutes=minutes)))
    one, other = treaty.in_force(at), treaty.in_force(shifted)
    assert (one.truth, one.status, one.depends_on) == (other.truth, other.status, other.depends_on)


@settings(max_examples=35, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(specifications_of_two(), st.data())
def test_nothing_changes_between_two_edges(spec: Spec, data: st.DataObject) -> None:
    treaty = tc.loads(to_toml(spec))
    line = treaty.timeline()
    for during, statuses in line.pieces():
        first = during.start if during.start is not None else (during.end or 0) - 10**12
        last = during.end - 1 if during.end is not None else first + 10**12
        for instant in (first, data.draw(st.integers(first, last)), last):
            assert treaty.status(to_datetime(instant)) == statuses
    at: datetime = data.draw(instants_about_two(spec))
    assert line.lookup()(at) == line.at(at) == treaty.status(at)
    for party in ("AAA", "BBB"):
        in_force = {status.in_force for status in treaty.status(at, party=party)}
        assert in_force == {status.in_force for status in treaty.status(at)}


@settings(max_examples=35, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(specifications_of_two(), st.data())
def test_an_irrelevant_act_changes_nothing(spec: Spec, data: st.DataObject) -> None:
    treaty = tc.loads(to_toml(spec))
    day = data.draw(instants_about_two(spec)).date().isoformat()
    kind = data.draw(st.sampled_from(["publication", "outbreak of war", "repudiation"]))
    more = treaty.what_if(add=[{"id": "beside", "kind": kind, "by": "AAA", "on": day, "ref": "beside the matter"}])
    assert more.timeline() == treaty.timeline()
    assert more.dates() == treaty.dates()


@settings(max_examples=35, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(specifications_of_two(), st.data())
def test_a_reading_that_settles_everything_leaves_nothing_open(spec: Spec, data: st.DataObject) -> None:
    treaty = tc.loads(to_toml(spec))
    offset = data.draw(st.sampled_from(["+03:00", "-05:00"]))
    whole = tc.Reading(
        id="whole",
        title="everything settled",
        holder="a test",
        choose=(
            ("first_day", data.draw(st.sampled_from(["counted", "not counted"]))),
            ("midnight", offset),
            ("month_end", data.draw(st.sampled_from(["clamp", "roll"]))),
            ("notice_first_day", data.draw(st.sampled_from(["counted", "not counted"]))),
            ("effect_day", data.draw(st.sampled_from(["first out", "last in force"]))),
            ("notice_clock", data.draw(st.sampled_from(NOTICE_CLOCK.alternatives))),
            ("notice_before_end", data.draw(st.sampled_from(NOTICE_BEFORE_END.alternatives))),
            ("late_notice", data.draw(st.sampled_from(LATE_NOTICE.alternatives))),
            ("event_day", data.draw(st.sampled_from(EVENT_DAY.alternatives))),
        ),
    )
    answer = treaty.in_force(data.draw(instants_about_two(spec)), reading=whole)
    assert not [each for each in answer.depends_on if each.kind == "convention"]
    assert answer.status <= set(Status)
