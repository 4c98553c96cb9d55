"""In words: how many instruments were needed and how many counted, and whose completed the number."""

from __future__ import annotations

from fractions import Fraction

import pytest

import treatyclock as tc
from small_treaties import day
from treatyclock.derive.reasoning.tally import Of, Tally
from treatyclock.show._tallies import tally_words

RECORD = tc.loads(
    'schema = 1\nid = "t"\ntitle = "T"\nparties = { '
    + ", ".join(f'{code} = "{code.title()}"' for code in ("AAA", "BBB", "CCC", "DDD"))
    + ' }\n[entry_into_force]\nwhen = "ratified by all"\nref = "r"\n'
).record
JUNE = day("1936-06-01")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (
            Tally(of=Of.INSTRUMENTS, needed=Fraction(1), reached=Fraction(1), day=JUNE, counted=1, with_day=("AAA",)),
            "with 1 June 1936: 1 is needed, and 1 counted: Aaa",
        ),
        (
            Tally(
                of=Of.INSTRUMENTS, needed=Fraction(60), reached=Fraction(60), day=JUNE, counted=60,
                before=("AAA", "BBB"), with_day=("CCC",),
            ),
            "with 1 June 1936: 60 are needed, and 60 counted: 57 earlier, Aaa and Bbb, then Ccc",
        ),
        (
            Tally(
                of=Of.SHARE, needed=Fraction(55, 100), reached=Fraction(616, 1000), day=JUNE, counted=2,
                before=("AAA",), with_day=("BBB",), table="tonnage",
            ),
            "with 1 June 1936: 55% of tonnage is needed, and 61.6% was reached with 2 States: Aaa, then Bbb",
        ),
        (
            Tally(
                of=Of.CONSENTS, needed=Fraction(3), reached=Fraction(1), day=None, counted=1, with_day=("AAA",),
                lacking=("BBB", "CCC"),
            ),
            "3 States must ratify, and 1 has done so: Aaa; missing: Bbb and Ccc",
        ),
        (
            Tally(of=Of.SIGNATURES, needed=Fraction(3), reached=Fraction(0), day=None, counted=0, lacking=("AAA",)),
            "3 States must sign, and 0 have done so; missing: Aaa",
        ),
        (
            Tally(
                of=Of.INSTRUMENTS, needed=Fraction(2), reached=Fraction(2), counted=2, with_day=("AAA", "BBB"),
                day=day("1936-06-01", "1936-06-30"),
            ),
            "with a day from 1 to 30 June 1936: 2 are needed, and up to 2 counted: Aaa and Bbb",
        ),
    ],
)  # fmt: skip
def test_a_count_in_words(value: Tally, words: str) -> None:
    assert tally_words(value, RECORD) == words


def test_many_of_one_day_are_not_named_twice() -> None:
    several = tuple(f"X{number}" for number in range(9))
    value = Tally(of=Of.INSTRUMENTS, needed=Fraction(9), reached=Fraction(9), day=JUNE, counted=9, with_day=several)
    assert tally_words(value, RECORD).endswith("9 counted: the 9 of that day")
