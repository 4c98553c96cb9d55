"""Acts to add, written as a treaty file writes them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import treatyclock as tc
from treatyclock.corpus import events_of_cases, record_of
from treatyclock.errors import DuplicateActError, TreatyFileError, UnknownActError, UnknownPartyError, WrongTypeError
from treatyclock.formats.treaties.what_if import act_of, with_acts, without
from treatyclock.law.acts.act import Act, Hypothesis
from treatyclock.law.acts.exit import DENUNCIATION
from treatyclock.law.events import EventReference

PACT = record_of("soviet-japanese-neutrality-pact")
NOTICE = {"id": "n", "kind": "denunciation", "by": "JPN", "on": "1944-01-01", "ref": "art. 3"}
WAR = {
    "id": "w",
    "kind": "outbreak of war",
    "by": "SUN",
    "at": {"case": "august-1945", "event": "declaration"},
    "clock": "Europe/Moscow",
    "ref": "x",
}


def test_an_act_goes_with_those_that_answer_it() -> None:
    answered = with_acts(PACT, [NOTICE, {**NOTICE, "id": "r", "kind": "rescission", "of": "n", "on": "1944-02-01"}])
    assert [act.id for act in answered.acts[-2:]] == ["n", "r"]
    assert without(answered, "n") == PACT
    with pytest.raises(UnknownActError):
        without(PACT, "n")


def test_faults_name_the_key_from_the_act_on() -> None:
    table = {**NOTICE, "by": ["JPN", "USA"], "on": "1944-02-30", "place": 5, "clock": ["Asia/Tokio"]}
    with pytest.raises(TreatyFileError) as caught:
        act_of(table, PACT)
    found = {fault.key: (fault.file, fault.line, fault.structural) for fault in caught.value.faults}
    assert found == {
        "place": ("<act>", None, True),
        "by[2]": ("<act>", None, False),
        "on": ("<act>", None, False),
        "clock[1]": ("<act>", None, False),
    }


def test_acts_that_cannot_be_added() -> None:
    with pytest.raises(DuplicateActError):
        with_acts(with_acts(PACT, NOTICE), act_of(NOTICE, PACT))
    with pytest.raises(UnknownPartyError):
        with_acts(PACT, Act(id="x", kind=DENUNCIATION, by=("XXX",), dated=tc.moment("1945")))
    endless: dict[str, Any] = dict(NOTICE)
    endless["note"] = endless
    for wrong in (1, "denunciation", [1], endless):
        with pytest.raises(WrongTypeError, match="to add"):
            with_acts(PACT, wrong)  # type: ignore[arg-type]


def test_a_state_that_is_not_on_a_list_in_part_may_act() -> None:
    geneva = tc.load("geneva-convention-iii-1949")
    joined = geneva.what_if(add={"kind": "accession", "by": "KEN", "on": "1966-09-20", "ref": "art. 139"})
    assert geneva.in_force("1970-01-01", party="KEN").truth is tc.Truth.UNKNOWN
    assert joined.in_force("1970-01-01", party="KEN").truth is tc.Truth.YES
    whole = tc.load("soviet-japanese-neutrality-pact")
    with pytest.raises(TreatyFileError, match="is not a party of this treaty"):
        whole.what_if(add={"kind": "accession", "by": "KEN", "on": "1966-09-20", "ref": "art. 139"})


def test_an_act_may_be_timed_by_an_event_of_a_case() -> None:
    act = act_of(WAR, PACT, resolve=events_of_cases())
    assert act.timed_by == EventReference(case="august-1945", event="declaration", clocks=("Europe/Moscow",))
    assert str(act.dated.support) == "[1945-08-08T14:00:00Z, 1945-08-08T14:01:00Z)"
    tried = replace(act, hypothetical=Hypothesis.ITS_AUTHORS)
    assert tc.Treaty(PACT).what_if(add=WAR).record.act("w") == tried
    with pytest.raises(TreatyFileError, match="no cases are at hand"):
        act_of(WAR, PACT)
    with pytest.raises(TreatyFileError, match="did you mean `declaration`"):
        act_of({**WAR, "at": {"case": "august-1945", "event": "declarations"}}, PACT, resolve=events_of_cases())
