"""What lasts until the first of several events, and what the record may lack of them."""

from __future__ import annotations

import pytest

from small_treaties import SIGNED, TWO_OF_THREE, act, clause, ends, three, two

EVENTS = ["joined", "decided"]


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("the day before", ["1942-04-30"]),
        ("start of the day", ["1942-04-30"]),
        ("end of the day", ["1942-05-01"]),
        (None, ["1942-04-30", "1942-05-01", "1942-05-01"]),  # the second of these at nine
    ],
)
def test_the_first_of_several_events_ends_it(said: str | None, last: list[str]) -> None:
    more = {} if said is None else {"event_day": said}
    term = clause("term", until_event=EVENTS, **more)
    later, first = (
        act("event", "AAA", "1943-01-01", id="joined"),
        act("event", "BBB", "1942-05-01T09:00Z", id="decided"),
    )
    assert sorted(ends(two(SIGNED, term, later, first))) == sorted(last)


def test_the_hour_of_the_first_of_several_events_of_one_day() -> None:
    term = clause("term", until_event=EVENTS, event_day="hour of the event")
    at_nine, at_ten = (
        act("event", "AAA", f"1942-05-01T{hour}:00Z", id=id) for hour, id in (("09", "decided"), (10, "joined"))
    )
    treaty = two(SIGNED, term, at_nine, at_ten)
    assert [treaty.in_force(f"1942-05-01T{hour}Z").truth.value for hour in ("08:59", "09:00")] == ["yes", "no"]
    some_day = act("event", "AAA", "1942-05-01", id="joined")
    treaty = two(SIGNED, term, at_nine, some_day)
    assert [treaty.in_force(f"1942-05-01T{hour}Z").truth.value for hour in ("08:59", "09:00")] == ["unknown", "no"]


def test_an_extension_before_the_first_of_vague_hours_is_in_time_only_before_any_may_have_come() -> None:
    term = clause("term", until_event=EVENTS, event_day="hour of the event")
    events = act("event", "AAA", "1942-05", id="decided") + act("event", "AAA", "1942-05-20T09:00Z", id="joined")
    found = {}
    for on in ("1942-04-01", "1942-05-10", "1942-05-21"):
        longer = act("extension of the term", "AAA BBB", on, until="1950-12-31", id="longer")
        found[on] = two(SIGNED, term, events, longer).in_force("1945-01-01").truth.value
    assert found == {"1942-04-01": "yes", "1942-05-10": "unknown", "1942-05-21": "no"}


def test_a_record_in_part_may_lack_the_event_until_which_effect_survives() -> None:
    text = (
        TWO_OF_THREE
        + clause("term", until="1940-12-31")
        + clause("sunset", until_event="complete", made_before="the end")
    )
    part = clause("record", acts="in part")
    treaty = three(text, part)
    answer = treaty.protected("1950-01-01", made="1938-01-01", party="AAA")
    assert answer.truth.value == "unknown"
    assert "complete happened" in [each.key for each in answer.depends_on]
    assert three(text).protected("1950-01-01", made="1938-01-01", party="AAA").truth.value == "yes"
