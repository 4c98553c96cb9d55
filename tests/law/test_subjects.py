"""Whom a question is about."""

from __future__ import annotations

from treatyclock.law.subjects import GENERALLY, Subject


def test_the_treaty_a_state_and_two() -> None:
    of = {GENERALLY: (None, None), Subject(("AAA",)): ("AAA", None), Subject(("AAA", "BBB")): (None, ("AAA", "BBB"))}
    for subject, (party, pair) in of.items():
        assert (subject.party, subject.pair) == (party, pair)
    assert [str(subject) for subject in of] == ["generally", "AAA", "AAA-BBB"]


def test_it_is_a_value() -> None:
    assert Subject() == GENERALLY
    assert Subject(("AAA", "BBB")) != Subject(("BBB", "AAA"))
    assert len({Subject(("AAA",)), Subject(("AAA",)), GENERALLY}) == 2
