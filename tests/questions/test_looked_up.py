"""A day asked of a treaty: as a date, on the clock of each world, whole or for a part only."""

from datetime import UTC, date, datetime, timedelta

import pytest

import treatyclock as tc
from small_treaties import BOTH, act, clause, entry, three, two
from treatyclock.civil.moments.moment import Moment
from treatyclock.errors import WrongTypeError

TERM = clause("term", until="1934-12-31")
SIGNED = entry("signed") + act("signature", BOTH, "1930-01-15")
ANYWHERE = (None, None)


def of(
    treaty: tc.Treaty, day: str | date | Moment, zone: str | None = None, party: str | None = None
) -> tuple[str, list[str]]:
    answer = treaty.in_force(day, zone=zone, party=party)
    return answer.truth.value, [each.key for each in answer.depends_on]


@pytest.mark.parametrize("clocks", [("+00:00", "+00:00"), ("Asia/Tokyo", "America/Lima"), ANYWHERE])
def test_a_day_is_compared_as_a_date_whatever_the_clocks(clocks: tuple[str | None, str | None]) -> None:
    treaty = two(SIGNED, TERM, clocks=clocks)
    asked = ("1930-01-14", "1930-01-15", "1934-12-31", "1935-01-01", "1931", "1935-02")
    assert [of(treaty, day) for day in asked] == [(truth, []) for truth in ("no", "yes", "yes", "no", "yes", "no")]
    assert of(treaty, date(1935, 1, 1)) == ("no", [])
    assert treaty.in_force("1935-01-01").by_date


def test_a_day_on_a_clock_and_a_day_on_any_are_instants() -> None:
    treaty = two(SIGNED, TERM)
    assert of(treaty, "1935-01-01", zone="Asia/Tokyo") == ("unknown", ["at"])
    assert of(treaty, "1935-01-01", zone="any") == ("unknown", ["at"])
    assert not treaty.in_force("1935-01-01", zone="any").by_date
    assert of(treaty, "1935-01-01T00:00Z", zone="any") == ("no", [])


def test_where_an_act_was_done_makes_its_date_no_other() -> None:
    signed = entry("signed") + act("signature", BOTH, "1930-01-15", clock="Pacific/Honolulu")
    treaty = two(signed, TERM, clocks=("Asia/Tokyo", "Asia/Tokyo"))
    assert of(treaty, "1930-01-14") == ("no", [])
    assert of(treaty, "1930-01-15") == ("yes", [])


def test_the_parts_of_a_day() -> None:
    treaty = two(SIGNED, clause("term", until="1934-12-31T12:00+01:00"), clocks=("Asia/Tokyo", "Asia/Tokyo"))
    answer = treaty.in_force("1934-12-31")
    noon = datetime(1934, 12, 31, 11, tzinfo=UTC)
    assert [(each.truth.value, each.start, each.end) for each in answer.parts] == [
        ("yes", None, noon),
        ("no", noon, None),
    ]
    assert answer.truth is tc.Truth.UNKNOWN
    assert str(answer).startswith("For a part of that day: in force by its terms until 1934-12-31T20:00:00+09:00")
    assert treaty.in_force("1934-12-30").parts == treaty.in_force("1935-01-01").parts == ()


def test_there_are_no_parts_where_the_worlds_differ() -> None:
    treaty = two(SIGNED, clause("term", lasts="P5Y", from_="entry into force"))
    assert of(treaty, "1935-01") == ("unknown", ["at"])
    assert treaty.in_force("1935-01").parts == ()


def test_an_hour_on_an_unknown_clock_lies_on_one_date_or_the_next() -> None:
    treaty = two(SIGNED, clause("term", until="1934-12-31T12:00Z"), clocks=ANYWHERE)
    asked = ("1934-12-29", "1934-12-31", "1935-01-02")
    assert [of(treaty, day)[0] for day in asked] == ["yes", "unknown", "no"]
    assert of(treaty, "1935-01-01")[0] == "unknown"
    assert "midnight" in of(treaty, "1935-01-01")[1]


APIA = ("Pacific/Apia", "Pacific/Apia")


@pytest.mark.parametrize("until", ["2011-12-29", "2011-12-30"])
def test_a_day_that_the_treaty_s_clock_skipped_is_the_moment_at_which_it_did(until: str) -> None:
    treaty = two(SIGNED, clause("term", until=until), clocks=APIA)
    assert [of(treaty, f"2011-12-{day}")[0] for day in (29, 30, 31)] == ["yes", "unknown", "no"]
    assert of(treaty, "1999-12-31") == ("yes", [])


def test_entry_on_a_day_that_the_clock_skipped() -> None:
    treaty = two(entry("signed") + act("signature", BOTH, "2011-12-30"), clocks=APIA)
    assert [of(treaty, f"2011-12-{day}")[0] for day in (29, 30, 31)] == ["no", "unknown", "yes"]


def test_a_clock_that_went_back_over_midnight_gives_each_day_its_own_part() -> None:
    clocks = ("America/St_Johns", "America/St_Johns")  # at 00:01 on 7 November 2010 it was 23:01 on the 6th again
    ended = two(SIGNED, clause("term", until="2010-11-06"), clocks=clocks)
    entered = two(entry("signed") + act("signature", BOTH, "2010-11-07"), clocks=clocks)
    assert [of(ended, f"2010-11-{day:02}") for day in (6, 7)] == [("yes", []), ("no", [])]
    assert [of(entered, f"2010-11-{day:02}") for day in (6, 7)] == [("no", []), ("yes", [])]


def test_a_moment_without_a_clock_is_placed_by_the_question() -> None:
    treaty = two(SIGNED, TERM, clocks=("Asia/Tokyo", "Asia/Tokyo"))
    day = tc.moment("1935-01-01")
    assert of(treaty, day) == ("no", [])
    assert of(treaty, day, zone="America/New_York") == ("no", [])
    assert of(treaty, tc.moment("1934-12-31"), zone="America/New_York")[0] == "unknown"
    with pytest.raises(WrongTypeError, match="'any' alone"):
        treaty.in_force(day, zone=["any", "Asia/Tokyo"])


def test_one_of_several_days_has_no_parts() -> None:
    answer = two(SIGNED, TERM).in_force("[1934-06-01,1935-06-01]")
    assert (answer.truth, answer.parts) == (tc.Truth.UNKNOWN, ())
    assert "[1934-06-01,1935-06-01], on each of these days" in " ".join(str(answer).split())


def test_whether_an_act_came_in_time_is_as_open_for_a_day_as_for_an_hour() -> None:
    notice = act("denunciation", "AAA", "1951-04-10", id="n")
    late = act("rescission", "AAA", "1951-10-10", of="n", clock="America/New_York")
    exit_ = clause("denunciation", when="at any time", notice="P6M", first_day="not counted")
    treaty = two(SIGNED, exit_, notice, late, clocks=("Asia/Tokyo", "Asia/Tokyo"))
    assert of(treaty, "1953-01-01") == of(treaty, "1953-01-01T12:00Z")
    assert of(treaty, "1953-01-01")[0] == "unknown"


def test_everywhere_that_dates_print_a_day() -> None:
    """What is printed as the first and the last day in force is in force, and the days beside them are not."""
    looked = 0
    for id in ("paris-agreement-2015", "kyoto-protocol-1997", "whaling-1946", "istanbul-convention-2011"):
        treaty = tc.load(id)
        for party in treaty.record.parties:
            found = treaty.dates(party=party.id)
            for name, away, truth in (
                ("entry_into_force", 0, "yes"), ("entry_into_force", -1, "no"),
                ("last_day_in_force", 0, "yes"), ("last_day_in_force", 1, "no"), ("first_day_out", 0, "no"),
            ):  # fmt: skip
                outcomes = [each.value for each in getattr(found, name)]
                if len(outcomes) == 1 and outcomes[0] and ".." not in outcomes[0][0]:
                    day = date.fromisoformat(outcomes[0][0]) + timedelta(days=away)
                    assert of(treaty, day, party=party.id) == (truth, []), (id, party.id, name, day)
                    looked += 1
    assert looked > 100


def test_a_reading_may_contest_a_day() -> None:
    chosen = '[[reading]]\nid = "counted"\ntitle = "t"\nholder = "h"\nref = "r"\nchoose = { first_day = "counted" }\n'
    treaty = two(SIGNED, clause("term", lasts="P5Y", from_="entry into force"), chosen)
    assert [each.truth.value for each in treaty.in_force("1935-01-15").contested_by] == ["no"]


def test_of_many() -> None:
    treaty = three(entry({"instruments": 2}), act("ratification", "AAA BBB", "1938-01-01"))
    assert of(treaty, "1938-01-01", party="AAA") == ("yes", [])
    assert of(treaty, "1937-12-31") == ("no", [])
