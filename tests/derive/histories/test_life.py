"""A life: worlds worked out once and kept, and a record that leaves too much open."""

from __future__ import annotations

import pytest

from small_treaties import BOTH, HALF_A_YEAR, SIGNED, TWO_OF_THREE, act, clause, entry, three, truth, two
from treatyclock.civil.moments.read import moment
from treatyclock.derive.histories import life
from treatyclock.derive.histories.history import History
from treatyclock.derive.histories.life import evaluate
from treatyclock.errors import UnusableRecordError
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.status import Status
from treatyclock.law.subjects import GENERALLY, Subject

TERM = clause("term", lasts="P5Y", from_="signature")
COUNTED = Reading(id="counted", title="t", holder="h", choose=(("first_day", "counted"),))


def last_day(found: History) -> str:
    assert found.end is not None
    return str(found.end.last_day)


def test_a_course_is_worked_out_once_and_kept() -> None:
    found = evaluate(two(SIGNED, TERM).record, TEXT)
    assert found.course(Subject(("AAA",))) is found.course(Subject(("AAA",)))
    assert found.course() is found.course(GENERALLY)
    assert found.course() is not found.course(Subject(("AAA",)))


def test_as_many_worlds_as_are_allowed_are_not_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    record = two(SIGNED, TERM).record
    monkeypatch.setattr(life, "MOST_WORLDS", 2)
    assert len(evaluate(record, TEXT).course().worlds) == 2
    monkeypatch.setattr(life, "MOST_WORLDS", 1)
    with pytest.raises(UnusableRecordError, match="does the first day of the term count"):
        evaluate(record, TEXT).course()


def test_what_is_open_makes_a_world_each_and_a_reading_settles_it() -> None:
    record = two(SIGNED, TERM).record
    open_, settled = evaluate(record, TEXT), evaluate(record, COUNTED)
    assert [last_day(world.result) for world in open_.course().worlds] == ["1935-01-15", "1935-01-14"]
    assert [last_day(world.result) for world in settled.course().worlds] == ["1935-01-14"]
    outcomes = open_.course().outcomes(last_day)
    assert outcomes[1].under == (("first_day", "counted"),)


def test_the_timeline_has_what_any_world_has() -> None:
    line = evaluate(two(SIGNED, TERM).record, TEXT).timeline()
    assert [set(statuses) for _, statuses in line.pieces()][-3:] == [
        {Status.PARTY}, {Status.PARTY, Status.FORMER_PARTY}, {Status.FORMER_PARTY}
    ]  # fmt: skip


def test_an_answer_given_for_all_holds_in_every_course() -> None:
    life = evaluate(two(SIGNED, TERM, clocks=("Europe/Moscow", "Asia/Tokyo")).record, TEXT)
    for subject in (GENERALLY, Subject(("AAA",)), Subject(("AAA", "BBB"))):
        worlds = life.course(subject).worlds
        assert len(worlds) == 4
        assert all(len({key for key, _ in world.choices}) == len(world.choices) == 2 for world in worlds)


def test_a_readings_own_clauses_are_read_and_the_record_is_kept_as_it_is() -> None:
    record = two(SIGNED, clause("term", until="1940-12-31")).record
    without = Reading(id="without", title="t", holder="h", without=("term",))
    life = evaluate(record, without)
    assert life.course().worlds[0].result.end is None
    assert life.record is record


def test_only_what_was_known_is_used() -> None:
    record = two(SIGNED, act("termination by consent", BOTH, "1940-01-01")).record
    before, after = (evaluate(record, TEXT, moment(day)) for day in ("1939-12-31", "1940-01-01"))
    assert before.course().worlds[0].result.end is None
    assert after.course().worlds[0].result.end is not None


def test_a_record_that_leaves_too_much_open_cannot_be_used() -> None:
    # in which order each of three States did its three vague acts: far too many ways
    many = "".join(
        act("ratification", code, "1936", id=f"{code.lower()}-{n}") for code in ("AAA", "BBB", "CCC") for n in range(4)
    )
    with pytest.raises(UnusableRecordError, match="`three` under reading `text`"):
        evaluate(three(entry({"instruments": 2}), many).record, TEXT).course()


def test_a_date_past_the_calendar_is_an_error_with_its_treaty() -> None:
    record = two(SIGNED, clause("term", lasts="P9000Y", from_="signature")).record
    with pytest.raises(UnusableRecordError, match="`two` under reading `text`"):
        evaluate(record, TEXT)


def test_it_names_itself() -> None:
    life = evaluate(two(SIGNED, TERM).record, COUNTED)
    assert repr(life) == "<Life of two under counted: 1 worlds>"
    assert repr(life.course(Subject(("AAA",)))) == "<Course of AAA: 1 worlds>"


@pytest.mark.parametrize(
    ("known", "found"),
    [
        ("1950-12-31", "yes"),  # what was known on the last day of the record is on it
        ("1951-01-01", "unknown"),
        ("1950-12-31T12:00Z", "unknown"),  # when it was the day after somewhere
        ("1950-12-30T12:00Z", "yes"),
    ],
)
def test_what_was_known_within_the_time_of_a_record_assumes_no_act_that_it_lacks(known: str, found: str) -> None:
    part = three(TWO_OF_THREE, HALF_A_YEAR, clause("record", until="1950-12-31"))
    assert truth(part, "1960-01-01", known_as_of=known) == found
