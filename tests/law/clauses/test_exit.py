"""The sentences of rights to leave, and what does not hang together in them."""

from __future__ import annotations

from typing import Any

import pytest

import treatyclock as tc
from treatyclock.civil.periods import Period
from treatyclock.law.clauses.delays import Lands
from treatyclock.law.clauses.exit import Denunciation, ExitWhen
from treatyclock.law.clauses.tied_to import TiedTo


@pytest.mark.parametrize(
    ("id", "party", "said"),
    [
        ("washington-naval-treaty-1922", "USA", "with a notice of 2 years once there is no term; one notice ends it"),
        ("whaling-1946", "NOR", "30 June, by a notice no later than 1 January; others may follow within 1 month"),
        ("paris-agreement-2015", "USA", "for 3 years from its own entry into force there is no notice"),
    ],
)
def test_the_sentence_of_a_right_to_leave_is_complete(id: str, party: str, said: str) -> None:
    assert said in " ".join(tc.load(id).in_force("2020-01-01", party=party).explain().split())


@pytest.mark.parametrize(
    ("clause", "keys", "wrong"),
    [
        ({"when": ExitWhen.END_OF_TERM}, "when", ["notice"]),
        ({"when": ExitWhen.END_OF_TERM}, "when notice", []),
        ({"when": ExitWhen.WINDOW}, "when", ["window"]),
        ({"when": ExitWhen.FIXED_DAY}, "when", ["day"]),
        ({"when": ExitWhen.ANY_TIME}, "when window day", ["window", "day"]),
        ({"when": ExitWhen.ANY_TIME, "lands": Lands.NEXT_MONTH}, "when lands", ["lands"]),
        ({"when": ExitWhen.ANY_TIME, "lands": Lands.NEXT_MONTH, "notice": Period.of("P1M")}, "when lands first_day",
         ["first_day"]),
        ({"when": ExitWhen.ANY_TIME, "chain": Period.of("P1M")}, "when chain", ["chain"]),
        ({"when": ExitWhen.ANY_TIME, "notice_when_indefinite": Period.of("P1M")}, "when", ["notice_when_indefinite"]),
    ],
)  # fmt: skip
def test_what_does_not_hang_together(clause: dict[str, Any], keys: str, wrong: list[str]) -> None:
    found = Denunciation(**clause).problems(keys.split().__contains__)
    assert [key for key, _, _ in found] == wrong


def test_what_presupposes_a_term_and_what_presupposes_many() -> None:
    assert Denunciation(when=ExitWhen.END_OF_TERM).presupposes_term is not None
    assert Denunciation(when=ExitWhen.ANY_TIME).presupposes_term is None
    assert TiedTo(organisation="X").presupposes_many
    assert not Denunciation(when=ExitWhen.ANY_TIME).presupposes_many
