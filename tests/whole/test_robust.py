"""What natural mistakes and hostile files meet: our own errors, in little time, and values that travel."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import pytest

import treatyclock as tc
from treatyclock.errors import (
    ContradictoryChoiceError,
    TooManyDatesError,
    TreatyclockError,
    UnknownPartyError,
    WrongTypeError,
)
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.exit import DENUNCIATION

PACT = tc.load("soviet-japanese-neutrality-pact")
HEAD = 'schema = 1\nid = "h"\ntitle = "H"\n[parties]\nAAA = { name = "A", clock = "+00:00" }\nBBB = "B"\n'

MISTAKES: list[Callable[[], object]] = [
    lambda: tc.loads(b"schema = 1"),  # type: ignore[arg-type]
    lambda: tc.loads(None),  # type: ignore[arg-type]
    lambda: tc.zone(5),  # type: ignore[arg-type]
    lambda: tc.moment("1945-08-09T00:10", zone=5),  # type: ignore[arg-type]
    lambda: tc.moment("1945-08-09", zone=[None]),  # type: ignore[list-item]
    lambda: tc.moment("1945-08-09", fold="x"),
    lambda: tc.Interval("a", None),  # type: ignore[arg-type]
    lambda: tc.Interval(5.0, None),  # type: ignore[arg-type]
    lambda: tc.IntervalSet((1,)),  # type: ignore[arg-type]
    lambda: tc.Reading(id="x", title="x", holder="x", choose=(("first_day", 1),)),  # type: ignore[arg-type]
    lambda: Act(id="x", kind="denunciation", by=("SUN",), dated=tc.moment("1945")),  # type: ignore[arg-type]
    lambda: Act(id="x", kind=DENUNCIATION, by=("SUN",), dated="1945"),  # type: ignore[arg-type]
    lambda: tc.load("a" * 5000),
    lambda: PACT.what_if(add={"kind": "denunciation"}),
    lambda: PACT.in_force("1945", reading="nobody"),
    lambda: PACT.in_force("1945", party=1),  # type: ignore[arg-type]
    lambda: PACT.dates(party=("SUN", "JPN")),  # type: ignore[arg-type]
    lambda: PACT.timeline(party=["SUN"]),  # type: ignore[arg-type]
    lambda: PACT.expiry(party=["SUN"]),  # type: ignore[arg-type]
    lambda: PACT.dates(between="SUN,JPN"),  # type: ignore[arg-type]
    lambda: PACT.dates(between=("SUN", None)),  # type: ignore[arg-type]
    lambda: PACT.dates(between=("JPN", ["SUN"])),  # type: ignore[arg-type]
    lambda: PACT.in_force(10**5000),  # type: ignore[arg-type]
    lambda: PACT.in_force("1945", reading=10**5000),  # type: ignore[arg-type]
    lambda: PACT.in_force("1945-08-09T00:10", zone=([], "UTC")),  # type: ignore[arg-type]
    lambda: PACT.what_if(add=1),  # type: ignore[arg-type]
    lambda: PACT.what_if(add="denunciation"),  # type: ignore[arg-type]
    lambda: PACT.what_if(drop=None),  # type: ignore[arg-type]
    lambda: PACT.what_if(drop=["denunciation", 1]),  # type: ignore[list-item]
    lambda: PACT.difference(None),  # type: ignore[arg-type]
    lambda: PACT.effective_withdrawal(5),  # type: ignore[arg-type]
    lambda: PACT.effective_withdrawal([]),  # type: ignore[arg-type]
    lambda: PACT.earliest_exit("JPN", notice_on=5),  # type: ignore[arg-type]
    lambda: PACT.windows("2100", "1900"),
    lambda: tc.Treaty("soviet-japanese-neutrality-pact"),  # type: ignore[arg-type]
    lambda: tc.label(5),  # type: ignore[arg-type]
    lambda: tc.lmt([]),  # type: ignore[arg-type]
]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_natural_mistakes_meet_our_own_errors(mistake: Callable[[], object]) -> None:
    with pytest.raises(TreatyclockError, match="hint: ") as caught:
        mistake()
    again = pickle.loads(pickle.dumps(caught.value))
    assert (type(again), str(again)) == (type(caught.value), str(caught.value))


def test_acts_that_are_no_business_of_the_treaty() -> None:
    stranger = Act(id="x", kind=DENUNCIATION, by=("XXX",), dated=tc.moment("1945-04-01"))
    with pytest.raises(UnknownPartyError):
        PACT.what_if(add=stranger)


def test_a_reading_takes_what_a_file_takes() -> None:
    one = tc.Reading(id="x", title="x", holder="x", choose={"first_day": "counted"}, admits="war-moscow-midnight")  # type: ignore[arg-type]
    assert (one.choose, one.admits) == ((("first_day", "counted"),), ("war-moscow-midnight",))
    assert PACT.in_force("1945-08-10", reading=one).truth is tc.Truth.NO
    with pytest.raises(ContradictoryChoiceError, match="chosen twice"):
        tc.Reading(id="x", title="x", holder="x", choose=(("first_day", "counted"), ("first_day", "not counted")))


def test_truth_is_no_number() -> None:
    with pytest.raises(TypeError):
        tc.Truth.NO | True  # type: ignore[operator]
    with pytest.raises(TypeError):
        tc.Period(years=1) + 5  # type: ignore[operator]


TRAVELS = pytest.mark.parametrize("travel", [lambda v: pickle.loads(pickle.dumps(v)), copy.deepcopy, copy.copy])


@TRAVELS
@pytest.mark.parametrize("id", tc.shipped())
def test_every_shipped_treaty_and_what_it_answers_travel(id: str, travel: Callable[[object], object]) -> None:
    treaty = tc.load(id)
    party = treaty.record.parties[0].id
    changed = treaty.what_if(drop=treaty.record.acts[-1].id)
    for value in (
        treaty.record, treaty.in_force("1950", party=party), treaty.dates(party=party), treaty.expiry(),
        treaty.timeline(party=party), treaty.difference(changed), tc.check(id),
    ):  # fmt: skip
        again = travel(value)
        assert again == value
        assert hash(again) == hash(value)


@TRAVELS
def test_values_travel(travel: Callable[[object], object]) -> None:
    answer = PACT.in_force("1946-04-25T12:00Z")
    for value in (tc.zone("Manchukuo"), tc.moment("1945-08-09", zone="Asia/Tokyo"), PACT.record, answer):
        assert travel(value) == value
    treaty = travel(PACT)
    assert isinstance(treaty, tc.Treaty)
    assert treaty.record == PACT.record
    assert treaty.in_force("1946-04-25T12:00Z") == answer
    assert len(repr(answer)) < 100


NOTICE = "[[act]]\nid = 'n{n}'\nkind = 'denunciation'\nby = 'AAA'\non = '{on}'\nref = 'r'\n"
SIGNED = (
    "[entry_into_force]\nwhen = 'signed'\nref = '1'\n"
    "[[act]]\nkind = 'signature'\nby = ['AAA','BBB']\non = '1930-01-01'\nref = 'r'\n"
)
DAILY = (
    "[term]\nlasts = 'P1D'\nfrom = 'signature'\nref = '2'\n[renewal]\nblock = 'P1D'\ntimes = 'for ever'\nref = '2'\n"
    "[denunciation]\nwhen = 'at the end of the term'\nnotice = 'P1D'\nref = '3'\n"
)


FROM_THE_DAY = tc.Reading(id="x", title="x", holder="x", choose=(("first_day", "counted"),))


def test_many_notices_against_daily_renewal_to_the_end_of_the_calendar() -> None:
    many = "".join(NOTICE.format(n=n, on="9998-01-01") for n in range(300))
    treaty = tc.loads(HEAD + SIGNED + DAILY + many)
    assert treaty.in_force("5000-01-01").truth is tc.Truth.YES


def test_terms_as_short_as_days_are_listed_up_to_a_bound_and_found_without_walking_all() -> None:
    treaty = tc.loads(HEAD + SIGNED + DAILY)
    assert str(treaty.last_timely_notice(at="9000-06-01", reading=FROM_THE_DAY)) == "9000-05-31"
    assert len(treaty.renewals("1930-02-01", reading=FROM_THE_DAY).outcomes[0].value) == 32
    with pytest.raises(TooManyDatesError, match="more than 1000"):
        treaty.renewals("9000")


def test_an_act_within_itself_is_none() -> None:
    act: dict[str, object] = {"kind": "denunciation", "by": "SUN", "on": "1945-04-05", "ref": "art. 3"}
    act["note"] = act
    with pytest.raises(WrongTypeError, match="an act to add"):
        PACT.what_if(add=act)


def test_of_two_acts_that_may_each_be_first_neither_is_taken_for_granted() -> None:
    text = HEAD + "[entry_into_force]\nwhen = 'signed'\nref = '1'\n"
    for n, on in (("1", "1941-06-15"), ("2", "1941")):
        text += f"[[act]]\nid = 's{n}'\nkind = 'signature'\nby = ['AAA', 'BBB']\non = '{on}'\nref = 'r'\n"
    treaty = tc.loads(text)
    assert treaty.in_force("1941-03-01").truth is tc.Truth.UNKNOWN
    assert treaty.in_force("1943-03-01").truth is tc.Truth.YES


def test_only_the_question_may_be_vague() -> None:
    answer = PACT.in_force("1946-04", reading=tc.Reading(
        id="whole", title="x", holder="x", choose=(("first_day", "counted"), ("midnight", "Asia/Tokyo"))
    ))  # fmt: skip
    assert [each.kind for each in answer.depends_on] == ["moment"]
    assert str(answer).startswith("For a part of that time: in force by reading whole to the end of 24 April 1946.")


def test_clocks_that_never_showed_a_time_are_not_meant() -> None:
    found = tc.moment("1940-04-01 02:30", zone=["Europe/Berlin", "Asia/Tokyo"])
    assert [clock.key for clock in found.zones] == ["Asia/Tokyo"]
    assert "never shown by Europe/Berlin" in found.notes[0]
    folded = tc.moment("1945-11-18 02:30", zone=["Europe/Berlin", "Asia/Tokyo"], fold="later")
    assert "shown twice by Europe/Berlin: the later is meant" in folded.notes[0]
