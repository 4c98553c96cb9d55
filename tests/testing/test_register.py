"""treatyclock as a register under test, and what other registers may answer."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

import treatyclock as tc
from small_treaties import HALF_A_YEAR, TWO_OF_THREE, act, text_of_three
from treatyclock.errors import TooManyWorldsError, UnusableRecordError, WrongTypeError
from treatyclock.testing import laws, register
from treatyclock.testing.register import LIBRARY, NoAnswerError, OurRegister, truth_of

PACT = text_of_three(TWO_OF_THREE, HALF_A_YEAR, act("denunciation", "BBB", "1938-05-01"))
IN_FORCE, OVER = datetime(1937, 1, 1, tzinfo=UTC), datetime(1938, 11, 1, tzinfo=UTC)


def test_it_answers_as_treatyclock_does() -> None:
    pact = LIBRARY.load(PACT)
    assert LIBRARY.in_force(pact, IN_FORCE) is tc.Truth.YES
    assert LIBRARY.in_force(pact, IN_FORCE, party="CCC") is tc.Truth.NO
    assert LIBRARY.in_force(pact, IN_FORCE, between=("AAA", "BBB")) is tc.Truth.YES
    assert LIBRARY.statuses(pact, OVER, party="BBB") == {tc.Status.FORMER_PARTY}
    assert LIBRARY.on_day(pact, date(1938, 10, 30), party="BBB") is tc.Truth.YES
    turns = [datetime(1936, 1, 1, tzinfo=UTC), OVER]
    assert LIBRARY.changes(pact, between=("AAA", "BBB"))[-2:] == turns


def test_it_knows_less_earlier_and_more_by_a_tried_act() -> None:
    pact = LIBRARY.load(PACT)
    assert LIBRARY.in_force(LIBRARY.known_as_of(pact, date(1937, 1, 1)), OVER, party="BBB") is tc.Truth.YES
    joins = {"kind": "accession", "by": "CCC", "on": "1937-02-01", "ref": "r"}
    assert LIBRARY.in_force(LIBRARY.what_if(pact, joins), OVER, party="CCC") is tc.Truth.YES
    assert LIBRARY.load(LIBRARY.dumps(pact)) == pact


def test_it_is_asked_by_a_reading() -> None:
    text = tc.dumps(tc.load("soviet-japanese-neutrality-pact"))
    asked = datetime(1946, 4, 25, 12, tzinfo=UTC)
    tokyo = OurRegister(reading="japanese-government")
    assert LIBRARY.in_force(LIBRARY.load(text), asked) is tc.Truth.UNKNOWN
    assert tokyo.in_force(tokyo.load(text), asked) is tc.Truth.NO


def test_what_is_too_much_to_try_is_refused_and_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def too_much(*_: object, **asked: object) -> tc.Answer:
        tried.append(asked["party"])
        raise UnusableRecordError("three", "text", TooManyWorldsError(1, ["everything"]))

    pact = LIBRARY.load(PACT)
    monkeypatch.setattr(tc.Treaty, "in_force", too_much)
    for _ in range(2):
        with pytest.raises(NoAnswerError):
            LIBRARY.in_force(pact, IN_FORCE, party="CCC")
    assert tried == ["CCC"]


def test_a_register_offers_what_it_has_methods_for() -> None:
    class Plain:
        def load(self, treaty: str) -> str:
            return treaty

        def in_force(
            self, treaty: str, at: datetime, party: str | None = None, between: tuple[str, str] | None = None
        ) -> None:
            return None

    more = (register.WithStatuses, register.WithChanges, register.WithDays, register.WithWhatIf, register.WithKnowledge)
    assert all(isinstance(LIBRARY, each) and not isinstance(Plain(), each) for each in (*more, register.WithWriting))
    # To say that nothing is known is no breach but of the law that without an act nobody is bound.
    assert {each.law.id for each in laws.check(laws.EXAMPLE, register=Plain())} == {"no-act-no-treaty"}


def test_what_is_no_truth_is_refused() -> None:
    assert [truth_of(each) for each in (True, False, None, tc.Truth.NO)] == [
        tc.Truth.YES, tc.Truth.NO, tc.Truth.UNKNOWN, tc.Truth.NO,
    ]  # fmt: skip
    with pytest.raises(WrongTypeError):
        truth_of("yes")  # type: ignore[arg-type]
