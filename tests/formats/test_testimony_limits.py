"""What a case file may not say, and what it may say although it is far out."""

from __future__ import annotations

import json

import pytest

import treatyclock as tc
from treatyclock.errors import CaseFileError, UnknownChoiceError, WrongTypeError
from treatyclock.formats.cases.toml import load_case_text
from treatyclock.testimony.case import Case

HEAD = """
schema = 1
id     = "x"
title  = "X"
[sources]
a = { title = "A", confidence = "good" }
b = { title = "B", confidence = "low" }
[clocks]
paris  = { name = "Paris", zone = "Europe/Paris" }
moscow = { name = "Moscow", zone = "Europe/Moscow" }
cet    = { name = "Central European time", label = "CET" }
[events]
e = "the call"
f = "the answer"
g = "the echo"
[words]
"long ago" = { from = "-P999999D", to = "PT0S" }
"some day" = { from = "P1D", to = "P40000D" }
"""


def _case(*claims: dict[str, str]) -> Case:
    tables = ("\n".join(f"{key} = {json.dumps(value)}" for key, value in each.items()) for each in claims)
    return load_case_text(HEAD + "".join(f"\n[[claim]]\n{each}\n" for each in tables))


def _at(id: str, event: str, at: str, clock: str = "paris", **more: str) -> dict[str, str]:
    return {"id": id, "event": event, "at": at, "clock": clock, "source": "a", **more}


@pytest.mark.parametrize("clock", ["paris", "cet"])
@pytest.mark.parametrize(
    ("at", "words", "problem"),
    [
        ("0001-01-01T00:00", "just before", "outside the years 1 to 9999"),
        ("9999-12-31T23:59", "just after", "outside the years 1 to 9999"),
        ("1945-01-01T00:00", "long ago", "outside the years 1 to 9999"),
        ("1945-01-01T00:00", "some day", "more than a century open"),
    ],
)
def test_words_that_reach_too_far_are_faults(clock: str, at: str, words: str, problem: str) -> None:
    with pytest.raises(CaseFileError, match=problem):
        _case(_at("p", "e", at, clock, words=words))


def test_a_date_of_a_millennium_is_a_fault_and_one_of_a_century_is_none() -> None:
    with pytest.raises(CaseFileError, match="more than a century open"):
        _case({"id": "p", "event": "e", "dated": "2XXX", "clock": "paris", "source": "a"})
    assert tc.reconcile(_case({"id": "p", "event": "e", "dated": "19XX", "clock": "paris", "source": "a"})).consistent


def test_events_lie_as_far_apart_as_years_go() -> None:
    found = tc.reconcile(_case(_at("p", "e", "0001-01-02T00:00"), _at("q", "f", "9999-12-30T12:00")))
    events = json.loads(found.to_json())["events"]
    # Paris kept 9 min 21 s ahead of Greenwich by the sun, and is an hour ahead in winter.
    assert events["e"]["utc"]["earliest"] == "0001-01-01T23:50:39Z"
    assert events["f"]["utc"]["earliest"] == "9999-12-30T11:00:00Z"
    assert events["g"]["utc"] == {"earliest": None, "latest": None}


def test_gaps_add_up_however_long() -> None:
    far = {"after": "f", "gap": "P999999D"}
    found = tc.reconcile(
        _case(
            _at("r", "g", "1946-01-01T00:00"),
            {"id": "p", "event": "e", "source": "a", **far},
            {"id": "q", "event": "f", "after": "g", "gap": "P999999D", "source": "a"},
        )
    )
    assert found.consistent
    # 1 January 1946 is day 710,397 of the years; 1,999,998 days on is day 2,710,395, less an hour of the clock.
    (bounds,) = found.bounds("e")
    assert bounds.start == (2_710_395 - 719_163) * 86_400_000_000 - 3_600_000_000


def test_a_clock_behind_another_is_said_to_be_behind() -> None:
    claim = {"id": "p", "clock": "paris", "ahead_of": "moscow", "source": "a"}

    def text(by: str) -> str:
        told = tc.reconcile(_case({**claim, "by": by})).to_dict()["claims"]
        return "".join(str(each["text"]) for each in told if each["id"] == "p")

    assert text("-PT2H").startswith('Paris was 2 h behind Moscow ("')
    assert text("-PT3H/-PT2H").startswith("Paris was 2 h to 3 h behind Moscow")
    assert text("-PT1H/PT2H").startswith("Paris was at most 1 h behind and at most 2 h ahead of Moscow")
    assert text("PT2H").startswith("Paris was 2 h ahead of Moscow")


def test_a_skipped_reading_that_stands_is_still_a_reading() -> None:
    # Half past two was skipped; half past one was not. Whatever the data of the second period, both cannot be.
    case = _case(_at("skip", "e", "2021-03-28T02:30", source="b"), _at("real", "e", "2021-03-28T01:30"))
    found = tc.reconcile(case)
    for repair in found.to_dict()["repairs"]:
        changed = {each["claim"] for each in repair["changes"]}
        assert changed & {"skip", "real"} or "paris@2021-03-28" in changed, repair["text"]
        assert changed != {"paris@2021-03-25"}


def test_an_hour_shown_twice_is_told_by_its_offsets() -> None:
    (text,) = (each["text"] for each in tc.reconcile(_case(_at("p", "e", "2021-10-31T02:30"))).to_dict()["open"])
    assert text == (
        "the call: 2021-10-31 00:30 UTC (if p is on the clock of Paris at +02:00)"
        " or 2021-10-31 01:30 UTC (if p is on the clock of Paris at +01:00)"
    )


def test_a_tick_before_a_minute_is_written_as_the_minute() -> None:
    order = {"id": "o", "event": "f", "after": "e", "source": "a"}
    letter = {"id": "d", "event": "e", "dated": "2021-03-27", "clock": "paris", "source": "a"}
    found = tc.reconcile(_case(letter, _at("q", "f", "2021-03-27T03:30"), order))
    assert "the call: 2021-03-26 23:00 to 2021-03-27 02:31 UTC" in str(found)


def test_what_is_asked_for_wrongly_is_told() -> None:
    with pytest.raises(UnknownChoiceError, match="milp"):
        tc.reconcile("may-1945", solver="simplex")
    for wrong in ({"only": "act"}, {"without": "act"}, {"most": "2"}, {"seconds": "2"}):
        with pytest.raises(WrongTypeError):
            tc.reconcile("may-1945", **wrong)  # type: ignore[arg-type]
