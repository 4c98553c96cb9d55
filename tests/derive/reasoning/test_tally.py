"""How many instruments were needed and how many counted, and whose completed the number."""

from __future__ import annotations

from fractions import Fraction

import treatyclock as tc
from small_treaties import act, day, entry, evaluation, three
from treatyclock.derive.entry.treaty_entry import entry_into_force
from treatyclock.derive.reasoning.reasons import Derived
from treatyclock.derive.reasoning.tally import Of, Tally, tally

DAYS = {code: day(f"1936-0{month}-01") for month, code in enumerate("ABCDEFGH", start=1)}


def test_of_many_the_last_few_and_the_one_that_completed_it() -> None:
    found = tally(Of.INSTRUMENTS, Fraction(8), DAYS, day("1936-08-01"))
    assert (found.needed, found.reached, found.counted) == (Fraction(8), Fraction(8), 8)
    assert (found.before, found.with_day) == (("E", "F", "G"), ("H",))


def test_what_came_later_does_not_count() -> None:
    found = tally(Of.INSTRUMENTS, Fraction(3), DAYS, day("1936-03-01"))
    assert (found.counted, found.before, found.with_day) == (3, ("A", "B"), ("C",))


def test_a_share_is_of_the_whole() -> None:
    found = tally(Of.SHARE, Fraction(20), DAYS, day("1936-02-01"), weight=lambda _: Fraction(11), total=Fraction(100))
    assert (found.needed, found.reached) == (Fraction(1, 5), Fraction(22, 100))


def test_who_is_missing() -> None:
    found = tally(Of.CONSENTS, Fraction(3), {"A": DAYS["A"]}, None, named=("A", "Y", "Z"))
    assert (found.day, found.with_day, found.lacking) == (None, ("A",), ("Y", "Z"))


def test_of_many_that_were_not_enough_the_last_few() -> None:
    found = tally(Of.INSTRUMENTS, Fraction(60), DAYS, None)
    assert (found.counted, found.before, found.with_day) == (8, (), ("F", "G", "H"))


def test_of_two_vague_days_either_may_have_completed_it() -> None:
    vague = {"A": day("1936-01-01", "1936-12-31"), "B": day("1936-06-01"), "C": day("1937-01-01")}
    found = tally(Of.INSTRUMENTS, Fraction(2), vague, day("1936-06-01", "1936-12-31"))
    assert (found.before, found.with_day) == ((), ("A", "B"))


def counted(*parts: str) -> Tally:
    found = evaluation(three(*parts))
    entry_into_force(found)
    (value,) = (
        each.value
        for each in found.findings.reasons.values()
        if isinstance(each, Derived) and isinstance(each.value, Tally)
    )
    return value


def test_the_condition_tells_what_was_counted() -> None:
    ratified = act("ratification", "AAA", "1936-01-01") + act("ratification", "BBB", "1936-02-01")
    met = counted(entry({"instruments": 2}), ratified, act("ratification", "CCC", "1936-03-01"))
    assert (met.needed, met.counted, met.before, met.with_day) == (Fraction(2), 2, ("AAA",), ("BBB",))
    unmet = counted(entry({"ratified_by": ["AAA", "BBB", "CCC"]}), ratified)
    assert (unmet.of, unmet.counted, unmet.lacking) == (Of.CONSENTS, 2, ("CCC",))


def test_an_instrument_taken_back_is_not_counted_and_stands_in_the_argument() -> None:
    treaty = three(
        entry({"instruments": 2}),
        act("ratification", "AAA", "1936-01-01"),
        act("withdrawal of consent", "AAA", "1936-01-15"),
        act("ratification", "BBB", "1936-02-01"),
        act("ratification", "CCC", "1936-03-01"),
    )
    text = " ".join(treaty.in_force("1940-01-01").explain().split())
    assert "A took back its consent: 15 January 1936." in text
    assert "2 are needed, and 2 counted: B, then C" in text
    assert treaty.in_force("1936-02-15").truth is tc.Truth.NO
