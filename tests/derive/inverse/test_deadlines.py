"""The inverse questions, each against dates worked out by hand or printed by the field."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import act, clause, entry, last_days, two

PACT = tc.load("soviet-japanese-neutrality-pact")

HEAD = """
schema = 1
id = "many"
title = "Many"
[parties]
AAA = "A"
BBB = "B"
CCC = "C"
[counting]
midnight = "+00:00"
month_end = "clamp"
ref = "c"
[entry_into_force]
when = { instruments = 2 }
ref = "1"
"""


def consent(party: str, day: str) -> str:
    return f'[[act]]\nkind = "ratification"\nby = "{party}"\non = "{day}"\nref = "r"\n'


def treaty(text: str) -> tc.Treaty:
    return tc.loads(
        HEAD + text + consent("AAA", "1937-05-30") + consent("BBB", "1937-05-30") + consent("CCC", "1950-01-15")
    )


# The dates are those of ILO Convention no. 45: in force 30 May 1937, a year of windows every ten years; the Court of
# Justice (C-203/03) found the window of 30 May 1997 to 30 May 1998.
WINDOWS = """
[denunciation]
when = "in a window"
notice = "P1Y"
first_day = "not counted"
ref = "7"
[denunciation.window]
every = "P10Y"
lasts = "P1Y"
"""


def test_windows_of_the_ilo() -> None:
    found = treaty(WINDOWS)
    assert found.windows("1990-01-01", "1998-05-30").values == (("1997-05-30/1998-05-30",),)
    assert found.windows("1998-05-31", "2007-05-29").values == ((),)
    assert found.windows("1947-05-30", "1957-06-01").values == (("1947-05-30/1948-05-30", "1957-05-30/1958-05-30"),)
    assert found.last_timely_notice(party="AAA", at="1990-01-01").values == (("1998-05-30",),)
    assert found.earliest_notice(party="AAA").values == (("1947-05-30",),)
    # a State that joined after the first window waits for the next
    assert found.earliest_notice(party="CCC").values == (("1957-05-30",),)
    assert last_days(found.earliest_exit("CCC")) == (("1958-05-30",),)
    assert last_days(found.earliest_exit("AAA", notice_on="1997-05-29")) == ((),)
    assert last_days(found.earliest_exit("AAA", notice_on="1998-05-30")) == (("1999-05-30",),)
    assert last_days(found.earliest_exit("AAA", notice_on="1998-05-31")) == ((),)


# The whaling convention: effect on 30 June for a notice by 1 January, else a year later (law 5.5).
FIXED_DAY = """
[denunciation]
when = "on a fixed day"
ref = "11"
[denunciation.day]
on = "06-30"
cut_off = "01-01"
"""


@pytest.mark.parametrize(
    ("notice", "days"),
    [("2018-12-26", "2019-06-30"), ("2019-01-01", "2019-06-30"), ("2019-01-02", "2020-06-30")],
)
def test_a_fixed_day(notice: str, days: str) -> None:
    found = treaty(FIXED_DAY)
    assert found.earliest_exit("AAA", notice_on=notice).last_days[1].value == (days,)
    assert found.earliest_exit("AAA", notice_on=notice).outcomes[1].under == (("effect_day", "last in force"),)
    assert found.last_timely_notice(party="AAA", at=notice).values == ((f"{int(days[:4])}-01-01",),)


LOCKED = """
[denunciation]
when = "at any time"
notice = "P1Y"
first_day = "not counted"
ref = "28"
[denunciation.lock_in]
lasts = "P3Y"
from = "own entry into force"
bars = "notice"
first_day = "counted"
"""


def test_a_lock_in_runs_from_each_party_s_own_entry() -> None:
    found = treaty(LOCKED)
    assert found.earliest_notice(party="AAA").values == (("1940-05-30",),)
    assert found.earliest_notice(party="CCC").values == (("1953-01-15",),)
    assert last_days(found.earliest_exit("CCC")) == (("1954-01-15",),)
    assert last_days(found.earliest_exit("CCC", notice_on="1953-01-14")) == ((),)
    either = treaty(LOCKED.replace('bars = "notice"', 'bars = ["notice", "exit"]'))
    # before the lock-in is over: no effect at all if it bars the notice; if it bars only the exit, the exit waits
    # until the day before the first on which it could be given
    assert last_days(either.earliest_exit("CCC", notice_on="1950-06-01")) == ((), ("1953-01-14",))


def test_deadlines_of_the_pact() -> None:
    assert PACT.last_timely_notice().values == (("1945-04-25",), ("1945-04-24",))
    assert PACT.last_timely_notice(at="1947-01-01").values == ((),)  # it had ended
    prolonged = PACT.what_if(drop="denunciation")
    assert prolonged.last_timely_notice(at="1947-01-01").values == (("1950-04-25",), ("1950-04-24",))
    assert prolonged.last_timely_notice(at="1952-01-01").values == ((),)  # one prolongation, no second
    assert last_days(prolonged.earliest_exit(notice_on="1945-04-27")) == (("1951-04-25",), ("1951-04-24",))
    assert last_days(prolonged.earliest_exit(notice_on="1945-04-05")) == (("1946-04-25",), ("1946-04-24",))
    assert last_days(PACT.effective_withdrawal("denunciation")) == (("1946-04-25",), ("1946-04-24",))
    late = {"id": "late", "kind": "denunciation", "by": "JPN", "on": "1950-05-01", "ref": "art. 3"}
    assert last_days(PACT.what_if(drop="denunciation").effective_withdrawal(late)) == ((),)
    assert PACT.renewals("1960-01-01").values == (("1946-04-25",), ("1946-04-24",))
    assert PACT.expiry(known_as_of="1945-04-01").values == (("1951-04-25",), ("1951-04-24",))
    assert PACT.sunset_end().values == ((),)
    assert PACT.earliest_notice().values == (("1941-04-25",),)


def test_a_notice_taken_back_has_no_end() -> None:
    found = treaty(
        LOCKED
        + """
[[act]]
id = "notice"
kind = "withdrawal"
by = "AAA"
on = "1941-01-01"
ref = "28"
[[act]]
kind = "rescission"
by = "AAA"
on = "1941-06-01"
of = "notice"
ref = "vclt 68"
"""
    )
    answer = found.effective_withdrawal("notice")
    assert answer.values == ((),)
    assert "taken back before it took effect" in answer.explain()


def test_who_left_and_came_back_gives_notice_in_each_time() -> None:
    found = treaty(
        LOCKED
        + '[minimum_parties]\nnumber = 1\nref = "29"\n'  # it goes on with B alone
        + '[[act]]\nid = "one"\nkind = "withdrawal"\nby = "AAA"\non = "1941-01-01"\nref = "28"\n'
        + '[[act]]\nid = "two"\nkind = "withdrawal"\nby = "AAA"\non = "1949-01-01"\nref = "28"\n'
        + consent("AAA", "1945-03-01").replace("[[act]]", '[[act]]\nid = "again"')
    )
    assert last_days(found.effective_withdrawal("one")) == (("1942-01-01",),)
    assert last_days(found.effective_withdrawal("two")) == (("1950-01-01",),)
    assert found.expiry(party="AAA").values == (("1950-01-01",),)
    # a lock-in of three years from each entry into force for that State
    assert found.earliest_notice(party="AAA").values == (("1940-05-30", "1948-03-01"),)
    assert last_days(found.earliest_exit("AAA")) == (("1941-05-30", "1949-03-01"),)
    for at, first in (("1941-06-01", "1940-05-30"), ("1943-01-01", "1948-03-01"), ("1946-01-01", "1948-03-01")):
        assert found.earliest_notice(party="AAA", at=at).values == ((first,),)
    assert found.earliest_notice(party="AAA", at="1950-01-02").values == ((),)
    assert [each.value for each in found.dates(party="AAA").again] == [("1945-03-01/1950-01-01",)]


def test_the_sunset_of_the_energy_charter() -> None:
    found = treaty(
        LOCKED
        + '[sunset]\nlasts = "P20Y"\ncovers = "investments made before"\nref = "47(3)"\n'
        + '[[act]]\nid = "out"\nkind = "withdrawal"\nby = "AAA"\non = "2024-04-26"\nref = "47"\n'
    )
    assert found.expiry(party="AAA").values == (("2025-04-26",),)
    # the last day in force is 26 April 2025: what survives is counted from it or from the 27th
    assert found.sunset_end(party="AAA").values == (("2045-04-27",), ("2045-04-26",), ("2045-04-25",))
    assert found.status("2030-01-01", party="AAA") == {tc.Status.SURVIVING}
    assert found.in_force("2030-01-01", party="AAA").truth is tc.Truth.NO
    assert found.sunset_end(party="BBB").values == ((),)


# A term of five years from 30 May 1937, with a right to leave at any time on a year's notice: by hand.
TERM = """
[term]
lasts = "P5Y"
from = "entry into force"
first_day = "not counted"
ref = "6"
"""


def notice_of(day: str) -> dict[str, str]:
    return {"id": "tried", "kind": "withdrawal", "by": "AAA", "on": day, "ref": "28"}


def test_nothing_comes_of_a_notice_once_it_is_over() -> None:
    found = treaty(TERM + LOCKED.partition("[denunciation.lock_in]")[0])
    assert found.expiry(party="AAA").values == (("1942-05-30",),)
    assert last_days(found.effective_withdrawal(notice_of("1941-05-29"))) == (("1942-05-29",),)
    assert last_days(found.effective_withdrawal(notice_of("1941-05-30"))) == (("1942-05-30",),)
    late = found.effective_withdrawal(notice_of("1941-05-31"))  # a year later the term is over
    assert late.values == ((),)
    assert "by then it is no longer in force" in " ".join(late.explain().split())
    assert last_days(found.effective_withdrawal(notice_of("1950-01-01"))) == ((),)


def test_no_time_for_notice_comes_after_the_end() -> None:
    locked = treaty(TERM + LOCKED.replace("P3Y", "P6Y"))
    assert locked.earliest_notice(party="AAA").values == ((),)
    windows = treaty(TERM.replace("P5Y", "P15Y") + WINDOWS)
    assert windows.earliest_notice(party="AAA").values == (("1947-05-30",),)
    assert windows.windows("1937-01-01", "1990-01-01").values == (("1947-05-30/1948-05-30",),)
    assert treaty(TERM + WINDOWS).earliest_notice(party="AAA").values == ((),)


def test_the_first_deadline_of_a_later_joiner() -> None:
    # Genocide Convention: blocks to 12 January of 1961, 1966 .. 1991, six months before; the United States from 1989
    genocide = tc.load("genocide-convention-1948")
    assert genocide.last_timely_notice(party="FRA").values == (("1960-07-12",), ("1960-07-11",))
    assert genocide.last_timely_notice(party="USA").values == (("1990-07-12",), ("1990-07-11",))
    assert last_days(genocide.earliest_exit("USA")) == (("1991-01-12",), ("1991-01-11",))
    assert genocide.dates(party="USA").last_timely_notice == ()
    assert {each.value for each in genocide.dates(party="FRA").last_timely_notice} == {("1960-07-12",), ("1960-07-11",)}


# Five years from 1 January 1930, prolonged by five each time; in 1937 all agreed on 31 December 1944.
PROLONGED = """
[term]
lasts = "P5Y"
from = "entry into force"
first_day = "not counted"
ref = "3"
[renewal]
block = "P5Y"
times = "for ever"
ref = "3"
[denunciation]
when = "at the end of the term"
notice = "P1Y"
ref = "3"
[[act]]
id = "ratified"
kind = "ratification"
by = ["AAA", "BBB", "CCC"]
on = "1930-01-01"
ref = "r"
[[act]]
id = "longer"
kind = "extension of the term"
by = ["AAA", "BBB", "CCC"]
on = "1937-01-01"
until = "1944-12-31"
ref = "r"
"""


def test_an_extension_moves_no_deadline_of_a_day_before_it() -> None:
    found = tc.loads(HEAD + PROLONGED)
    assert found.last_timely_notice(at="1932-06-01").values == (("1934-01-01",),)
    assert last_days(found.earliest_exit(notice_on="1932-06-01")) == (("1935-01-01",),)
    assert last_days(found.earliest_exit("AAA", notice_on="1932-06-01")) == (("1935-01-01",),)
    assert found.last_timely_notice(at="1936-06-01").values == (("1939-01-01",),)
    assert found.last_timely_notice(at="1937-01-01").values == (("1943-12-31",),)
    assert found.last_timely_notice(at="1946-01-01").values == (("1948-12-31",),)


def test_the_first_deadline_is_one_that_had_passed_before_an_extension_or_that_of_the_extended_term() -> None:
    assert tc.loads(HEAD + PROLONGED).last_timely_notice().values == (("1934-01-01",),)
    in_time = PROLONGED.replace("1937-01-01", "1933-01-01")
    assert tc.loads(HEAD + in_time).last_timely_notice().values == (("1943-12-31",),)


def test_stretches_that_ended_before_an_extension_stay_among_the_renewals() -> None:
    found = tc.loads(HEAD + PROLONGED).renewals("1950-01-01")
    assert found.values == (("1935-01-01", "1944-12-31", "1949-12-31"),)


@pytest.mark.parametrize("century", [8, 18, 88])
def test_the_deadlines_of_every_century_are_counted(century: int) -> None:
    rules = (entry("signed"), clause("denunciation", when="at any time", notice="P1Y", first_day="not counted"))
    treaty = two(*rules, act("signature", "AAA BBB", f"{century:02}43-08-10"))
    exit = treaty.earliest_exit("AAA")
    assert last_days(exit) == ((f"{century:02}44-08-10",),)
    assert treaty.last_timely_notice(party="AAA").outcomes[0].value == ()
