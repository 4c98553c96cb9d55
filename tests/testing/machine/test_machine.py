"""The machine finds no fault with treatyclock, and finds each that is planted, in few steps."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from unittest import TestCase

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import library_registers as ours
import treatyclock as tc
from oracle_register import OracleRegister
from small_treaties import HALF_A_YEAR, act, entry, two
from treatyclock.law.clauses.term import Term
from treatyclock.testing.machine import WrongAnswerError, register_machine
from treatyclock.testing.register import NoAnswerError

LEAVING = ("accedes", "denounces")


def run(register: Any, *, examples: int = 40, count: int = 10, shrinks: bool = True, **options: Any) -> None:
    test: Any = register_machine(register, **options)
    phases = [Phase.generate, Phase.shrink] if shrinks else [Phase.generate]
    test.settings = settings(
        test.settings, max_examples=examples, stateful_step_count=count, phases=phases, database=None, derandomize=True
    )
    test().runTest()


def steps(error: BaseException) -> list[str]:
    """Return the steps of the story that Hypothesis prints, without the first, which is the treaty, and the last."""
    lines = "\n".join(error.__notes__).splitlines()
    return [each.split(".")[1].split("(")[0] for each in lines if each.startswith("state.")][1:-1]


@pytest.mark.parametrize(
    ("register", "options"),
    [
        (ours.RecordingRegister(), {}),
        (ours.RememberingRegister(), {"steps": ["accedes", "ratifies", "signs", "denounces", "rescinds", "learns"]}),
        (OracleRegister(), {"parties": 3}),
    ],
    ids=["told act by act", "known as of a day", "the oracle"],
)
def test_treatyclock_agrees(register: Any, options: dict[str, Any]) -> None:
    run(register, examples=5, count=6, shrinks=False, **options)


@pytest.mark.long
@pytest.mark.parametrize("register", [ours.RecordingRegister(), OracleRegister()])
def test_treatyclock_agrees_for_long(register: Any) -> None:
    run(register, examples=5000, shrinks=False)


@pytest.mark.parametrize(
    ("register", "options", "story"),
    [
        (ours.WallClock(), {"steps": ["accedes"]}, ["accedes", "accedes"]),
        (ours.SuspendedIsOut(), {"steps": ["accedes", "suspends"]}, ["accedes", "accedes", "suspends"]),
        (ours.ForgetfulRegister(), {"steps": ["accedes"]}, ["accedes", "accedes"]),
        (ours.AwakeRegister(), {"steps": ["accedes", "suspends"]}, ["accedes", "accedes", "suspends"]),
        (ours.OneWay(), {"steps": ["accedes"], "asks": ["between"]}, ["accedes", "accedes"]),
    ],
    ids=["a wall clock", "a suspension", "what was known", "statuses", "a pair named one way"],
)
def test_a_planted_fault_is_found_in_few_steps(register: Any, options: dict[str, Any], story: list[str]) -> None:
    with pytest.raises(WrongAnswerError) as raised:
        run(register, parties=2, may_guess=True, clauses=[], **options)
    assert sorted(steps(raised.value)) == story


@pytest.mark.parametrize(
    ("register", "options"),
    [
        (ours.WithoutActs("rescission"), {"steps": [*LEAVING, "rescinds"]}),
        (ours.WithoutActs("extension of the term"), {"steps": ["accedes", "extends"], "clauses": ["term"]}),
        (ours.AsIfKnown(), {"steps": ["learns"]}),
        (ours.ForAll(), {"steps": LEAVING}),
        (ours.Both(), {"steps": ["accedes", "objects"]}),
        (ours.StaleRegister(), {"steps": ["accedes", "corrects"]}),
        (ours.LastSecond(), {"steps": LEAVING}),
    ],
    ids=[
        "a rescission",
        "an extension",
        "a fact that came late",
        "one for all",
        "an objection",
        "a correction",
        "the last second",
    ],
)
def test_a_planted_fault_is_found(register: Any, options: dict[str, Any]) -> None:
    with pytest.raises(WrongAnswerError) as raised:
        run(register, parties=2, may_guess=True, shrinks=False, **{"clauses": ["denunciation"], **options})
    assert raised.value.expected is not raised.value.found


def test_what_counts_as_a_fault_is_for_the_user_to_say() -> None:
    guesses: dict[str, Any] = {"steps": ["accedes", "objects"], "parties": 2, "shrinks": False}
    with pytest.raises(WrongAnswerError, match=r"expected unknown, found no\nIf your register has no word for unknown"):
        run(ours.TwoValued(), **guesses)
    run(ours.TwoValued(), may_guess=True, examples=3, **guesses)
    doubts: dict[str, Any] = {"steps": ["accedes"], "parties": 2, "shrinks": False}
    with pytest.raises(WrongAnswerError, match=r"expected (yes|no), found unknown\nIf your register may say unknown"):
        run(ours.Cautious(), **doubts)
    run(ours.Cautious(), may_not_know=True, examples=3, **doubts)


def test_an_exception_of_a_register_is_told_with_the_treaty() -> None:
    with pytest.raises(KeyError) as raised:
        run(ours.Crashing(), parties=2, steps=["accedes"], shrinks=False)
    notes = "\n".join(raised.value.__notes__)
    assert "The register was asked: in force for" in notes and '[[act]]\nid   = "accession-' in notes


def test_what_a_register_declines_is_not_held_against_it() -> None:
    class Declines(ours.TwoValued):
        def load(self, treaty: str) -> ours.Looked:
            if "[term]" in treaty:
                raise NoAnswerError
            return ours.Looked(tc.loads(treaty))

        def in_force(self, treaty: ours.Looked, at: datetime, *args: Any, **whom: Any) -> bool:
            assert not treaty.treaty.record.several(Term)
            return super().in_force(treaty, at, *args, **whom)

    run(Declines(), parties=2, clauses=["term"], examples=5, count=3, may_guess=True, shrinks=False)


def test_a_register_that_answers_nothing_fails() -> None:
    class Silent(ours.WholeRegister):
        def in_force(self, treaty: ours.Looked, at: datetime, *args: Any, **whom: Any) -> bool | None:
            raise NoAnswerError

    with pytest.raises(AssertionError, match=r"declined each of [\d,]+ questions: nothing was compared"):
        run(Silent(), parties=2, clauses=[], steps=["accedes"], examples=3, count=2, shrinks=False)


def test_statuses_in_words_of_its_own_are_not_compared() -> None:
    class Words(ours.AwakeRegister):
        def statuses(self, treaty: ours.Looked, at: datetime, **whom: Any) -> frozenset[str]:  # type: ignore[override]
            return frozenset(["member"])

    run(Words(), parties=2, clauses=[], steps=["accedes"], examples=3, count=2, shrinks=False)


def test_of_many_parties_some_pairs_are_asked() -> None:
    pairs: set[frozenset[str]] = set()

    class Listens(ours.WholeRegister):
        def in_force(self, treaty: ours.Looked, at: datetime, *args: Any, **whom: Any) -> bool | None:
            pairs.add(frozenset(whom["between"]))
            return super().in_force(treaty, at, *args, **whom)

    codes = [f"P{number:02}" for number in range(20)]
    ten = tc.from_dict(
        {
            "schema": 1,
            "id": "twenty",
            "title": "Twenty",
            "parties": {code: {"name": code, "clock": "+00:00"} for code in codes},
            "entry_into_force": {"when": {"instruments": 2}, "ref": "art. 1"},
        }
    )
    begun = st.just(ten)
    run(Listens(), treaties=begun, steps=["accedes"], asks=["between"], examples=1, count=2, shrinks=False)
    assert 10 < len(pairs) <= 15


def test_it_begins_with_a_treaty_of_ones_own() -> None:
    pact = tc.load("anti-comintern-1936")
    asked: list[str] = []

    class Listens(ours.WholeRegister):
        def load(self, treaty: str) -> ours.Looked:
            asked.append(treaty)
            return super().load(treaty)

    run(Listens(), treaties=st.just(pact), examples=1, count=2, shrinks=False)
    assert tc.loads(asked[0]) == pact and asked[0] != asked[-1]


@pytest.mark.parametrize(
    "options",
    [
        {"parties": 1},
        {"parties": ["AAA", "AAA"]},
        {"clauses": ["no such clause"]},
        {"clauses": "term"},
        {"clauses": ["renewal"]},
        {"steps": ["rescinds"]},
        {"steps": ["signs", "ratifies", "resumes"]},
        {"zones": "Asia/Tokyo"},
        {"may_guess": "yes"},
        {"steps": ["dances"]},
        {"steps": []},
        {"asks": ["everybody"]},
        {"zones": ["Mars/Olympus"]},
        {"treaties": "a treaty"},
        {"register": ours.WholeRegister},
        {"register": "no register"},
    ],
    ids=str,
)
def test_what_cannot_be_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(InvalidArgument):
        register_machine(**{"register": ours.WholeRegister(), **options})


def test_steps_that_a_given_treaty_has_room_for_may_stand_alone() -> None:
    begun = st.just(tc.load("paris-agreement-2015"))
    assert issubclass(register_machine(ours.WholeRegister(), treaties=begun, steps=["rescinds"]), TestCase)


def test_a_treaty_in_which_no_step_can_be_taken_is_refused() -> None:
    unsigned = two(entry({"instruments": 2}), HALF_A_YEAR)
    with pytest.raises(InvalidArgument, match="nobody denounces; add the steps that come before"):
        run(ours.WholeRegister(), treaties=st.just(unsigned), steps=["denounces"], examples=1, shrinks=False)


def test_a_register_that_forgets_a_notice_is_found_out_in_a_treaty_that_was_only_signed() -> None:
    class Forgets:
        def load(self, text: str) -> tc.Treaty:
            treaty = tc.loads(text)
            return treaty.what_if(drop=[act.id for act in treaty.record.acts if act.kind.is_notice])

        def in_force(self, treaty: tc.Treaty, at: datetime, party: str | None = None, between: Any = None) -> bool:
            return treaty.in_force(at, party=party, between=between).truth is tc.Truth.YES

    signed = two(entry("signed"), HALF_A_YEAR, act("signature", "AAA BBB", "1930-01-01"))
    with pytest.raises(WrongAnswerError):
        run(Forgets(), treaties=st.just(signed), steps=["denounces"], asks=["party"], may_guess=True, shrinks=False)
