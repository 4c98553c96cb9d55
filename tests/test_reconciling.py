"""The door: what may be asked for, and a treaty asked at each event of a case."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import treatyclock as tc
from testimony_cases import HEAD, case, changed, claim
from treatyclock.errors import NoClaimsError, UnknownChoiceError, UnknownClaimError, WrongTypeError
from treatyclock.formats.cases.toml import load_case_text
from treatyclock.intervals import Interval
from treatyclock.reconciling import moment_of
from treatyclock.truth import Truth

PACT = "soviet-japanese-neutrality-pact"


NO_NUMBER = float("nan")


@pytest.mark.parametrize(
    "wrong",
    [
        {"only": "act"},
        {"only": [["act"]]},
        {"without": "act"},
        {"without": [None]},
        {"most": "2"},
        {"most": 0},
        {"most": True},
        {"seconds": "2"},
        {"seconds": 0},
        {"seconds": -1.5},
        {"seconds": NO_NUMBER},
        {"seconds": True},
    ],
)
def test_what_is_asked_for_wrongly_is_told(wrong: dict[str, Any]) -> None:
    with pytest.raises(WrongTypeError):
        tc.reconcile("may-1945", **wrong)


def test_a_solver_that_is_not_there() -> None:
    with pytest.raises(UnknownChoiceError, match="milp"):
        tc.reconcile("may-1945", solver="simplex")


def test_claims_are_left_out_by_name() -> None:
    made = case(changed(claim("a", clock="tokyo", ahead_of="manchukuo", by="PT3H")))
    assert not tc.reconcile(made).consistent
    assert tc.reconcile(made, without=["a"]).consistent
    assert [each.id for each in tc.reconcile(made, only=["a"]).case.claims] == ["a"]
    with pytest.raises(UnknownClaimError, match="makes no claim `b`"):
        tc.reconcile(made, without=["b"])


@pytest.mark.parametrize("taken", [{"only": []}, {"only": ()}, {"without": ["x", "y"]}])
def test_where_no_claim_is_taken_nothing_is_compared(taken: dict[str, Any]) -> None:
    made = case(claim("x", event="e", after="f") + claim("y", event="f", after="e"))
    with pytest.raises(NoClaimsError, match="nothing to compare"):
        tc.reconcile(made, **taken)


def test_any_number_of_seconds_is_a_limit() -> None:
    made = case(claim("x", event="e", after="f") + claim("y", event="f", after="e"))
    assert tc.reconcile(made, seconds=10**400).repairs.proven
    assert tc.reconcile(made, seconds=float("inf")).repairs.proven


def test_an_unknown_answer_says_what_would_decide_it() -> None:
    made = case(claim("x", event="e", dated="1941-04", clock="moscow"))
    (then, *_) = tc.reconcile(made, treaty=PACT).treaty
    assert then.said == (Truth.UNKNOWN,)
    assert then.open_questions == ("at which instant within the time asked about?",)
    assert then.answers == ()


def test_answers_that_differ_say_on_what_they_depend() -> None:
    made = case(claim("x", event="e", at="1940-04-25T00:30", clock="moscow")
                + claim("y", event="e", at="1943-04-25T00:30", clock="moscow"))  # fmt: skip
    found = tc.reconcile(made, treaty=PACT)
    (then, *_) = found.treaty
    ids = [each.id for each in found.model.assumptions]
    given_up = {
        answer.truth: [ids[each.assumption] for one in answer.conditions for each in one] for answer in then.answers
    }
    assert given_up == {Truth.NO: ["y"], Truth.YES: ["x"]}
    assert then.open_questions == ()


def test_a_treaty_is_asked_in_each_scenario() -> None:
    # On one clock the pact had entered into force, on the other it had not yet.
    made = case(claim("x", event="e", at="1941-04-25T00:30", clock=["moscow", "tokyo"]))
    found = tc.reconcile(made, treaty=PACT)
    (then, *_) = found.treaty
    assert len(then.truths) == len(found.scenarios) == 1
    assert len(then.truths[0]) == 2
    assert tc.reconcile(made, treaty=tc.load(PACT)).treaty == found.treaty


def test_an_event_without_an_end_has_no_moment() -> None:
    assert moment_of("x", Interval(0, None)) is None
    assert moment_of("x", Interval(-(10**18), 0)) is None
    found = moment_of("x", Interval(0, 60_000_000))
    assert found is not None
    assert str(found.days) == "1970-01-01"


def test_answers_about_treaties_import_no_testimony() -> None:
    code = (
        "import sys, treatyclock as tc;"
        f"answer = tc.load('{PACT}').in_force(at='1941-04-20T12:00Z'); answer.explain(), answer.to_json();"
        "print(*(name for name in sys.modules if name.startswith('treatyclock.testimony')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not done.stdout.split()


HOURS = ["1940-08-08T12:00", "1941-04-13T12:00", "1943-08-08T12:00", "1947-08-08T12:00"]


@settings(deadline=None, max_examples=20)
@given(said=st.lists(st.tuples(st.sampled_from(HOURS), st.sampled_from([2, 4, 8, 16])), min_size=1, max_size=4))
def test_a_treaty_s_answer_is_that_of_the_claims_that_weigh_most(said: list[tuple[str, int]]) -> None:
    # All claims name one event, each on the minute: those of one hour stand or fall together.
    names = {2: "low", 4: "fair", 8: "good", 16: "high"}
    claims = "".join(
        claim(f"c{at}", event="e", at=hour, clock="fixed", confidence=names[cost])
        for at, (hour, cost) in enumerate(said)
    )
    clocks = 'fixed = { name = "nine hours ahead", offset = "+09:00", candidate = false }\n'
    made = load_case_text(HEAD.partition("moscow =")[0] + clocks + claims)
    (then, *_) = tc.reconcile(made, treaty=PACT).treaty
    weight = {hour: sum(cost for each, cost in said if each == hour) for hour, _ in said}
    best = [hour for hour, each in weight.items() if each == max(weight.values())]
    pact = tc.load(PACT)
    assert set(then.said) == {pact.in_force(hour, zone="+09:00").truth for hour in best}
