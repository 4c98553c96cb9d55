"""Since when something that was printed with its own clock has an effect."""

import pytest

import treatyclock as tc
from small_treaties import BOTH, SIGNED, act, clause, ends, entry, evaluation, instant, said, status, truth, two
from treatyclock.civil.moments.read import moment
from treatyclock.derive.counting.day_there import beginning, day_begins_there

TOKYO, NEW_YORK = "Asia/Tokyo", "America/New_York"


@pytest.mark.parametrize(
    ("clock", "begins"),
    [
        (None, "1931-04-09T15:00Z"),  # a bare date is a day of the treaty
        (NEW_YORK, "1931-04-10T05:00Z"),  # it begins later in New York
        ("Pacific/Auckland", "1931-04-09T15:00Z"),  # it began earlier there, which no day of Tokyo's does
        ("UTC", "1931-04-09T15:00Z"),  # no place
    ],
)
def test_a_day_has_no_effect_before_it_began_where_it_was_printed(clock: str | None, begins: str) -> None:
    found = evaluation(two(SIGNED, clocks=(TOKYO, TOKYO)))
    assert beginning(found, moment("1931-04-10", zone=clock)) == (instant(begins),) * 2


def test_an_hour_has_its_effect_from_that_hour() -> None:
    found = evaluation(two(SIGNED, clocks=(TOKYO, TOKYO)))
    at = moment("1931-04-10T20:00", zone=NEW_YORK)
    assert beginning(found, at) == (instant("1931-04-11T01:00Z"),) * 2
    assert day_begins_there(at) == (instant("1931-04-10T05:00Z"),) * 2


def suspended() -> tc.Treaty:
    on = act("suspension", BOTH, "1931-04-10", id="s", clock=NEW_YORK)
    return two(SIGNED, on, act("resumption", BOTH, "1931-05-10", of="s", clock=NEW_YORK), clocks=(TOKYO, TOKYO))


def test_a_suspension_and_its_end_begin_no_earlier_than_their_days_began_where_they_were_declared() -> None:
    hours = ("1931-04-10T04:59Z", "1931-04-10T05:00Z", "1931-05-10T03:59Z", "1931-05-10T04:00Z")
    assert [status(suspended(), at) for at in hours] == [{"party"}, {"suspended"}, {"suspended"}, {"party"}]


def test_provisional_application_begins_no_earlier_than_the_day_of_its_declaration_began_there() -> None:
    declared = act("provisional application", "AAA", "1931-04-10", clock=NEW_YORK)
    applied = clause("provisional_application", by="who declares it")
    found = two(entry("ratified by all"), applied, declared, clocks=(TOKYO, TOKYO))
    at = [status(found, hour, "AAA") for hour in ("1931-04-10T04:59Z", "1931-04-10T05:00Z")]
    assert at == [{"negotiating"}, {"provisionally applying"}]


def test_a_term_up_to_the_end_of_the_day_of_an_event_does_not_end_before_the_event() -> None:
    term = clause("term", until_event="e", event_day="end of the day")
    found = two(SIGNED, term, act("event", BOTH, "1931-04-10", id="e", clock=NEW_YORK), clocks=(TOKYO, TOKYO))
    # The 10th was over in Tokyo ten hours after it had begun in New York, and the event may have come after that.
    hours = ("1931-04-10T14:59Z", "1931-04-10T15:00Z", "1931-04-11T04:59Z", "1931-04-11T05:00Z")
    assert [truth(found, at) for at in hours] == ["yes", "unknown", "unknown", "no"]
    by_hour = act("event", BOTH, "1931-04-10T20:00", id="e", clock=NEW_YORK)
    assert ends(two(SIGNED, term, by_hour, clocks=(TOKYO, TOKYO))) == ["1931-04-11"]


def test_the_argument_says_by_which_of_two_days_a_notice_is_counted() -> None:
    leaving = clause("denunciation", when="at any time", notice="P6M", first_day="counted")
    notice = act("denunciation", "AAA", "1931-04-10T20:00", clock=NEW_YORK)
    answer = two(SIGNED, leaving, notice, clocks=(TOKYO, TOKYO)).in_force("1931-10-10T12:00", zone=TOKYO)
    assert [each.key for each in answer.depends_on] == ["act_day"]
    assert "if act_day = where it was done or" in said(answer)
