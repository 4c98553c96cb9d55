"""When enough States had consented: days by hand."""

from __future__ import annotations

from small_treaties import BOTH, act, begins, entry, evaluation, ratified, three
from treatyclock.derive.entry.conditions import met
from treatyclock.law.acts.act import ActDate
from treatyclock.law.clauses.entry import EntryIntoForce


def test_several_instruments_of_one_day_all_decide() -> None:
    found = evaluation(three(entry({"instruments": 2}), ratified(AAA="1931-01-01", BBB="1931-02-01", CCC="1931-02-01")))
    text = found.record.clause(EntryIntoForce)
    assert text is not None
    made = met(found, text.when, ActDate.RECEIVED)
    assert [each.id for each in made.acts] == ["ratification-bbb", "ratification-ccc"]


def test_vague_instruments_leave_the_day_between_two() -> None:
    assert begins(three(entry({"instruments": 2}), ratified(AAA="1931-01", BBB="1931-01-10"))) == [
        "[1931-01-10..1931-01-31]"
    ]


def test_a_fixed_date_waits_for_the_last_signature() -> None:
    for last, first in (("1930-01-10", "1930-01-15"), ("1930-02-01", "1930-02-01")):
        found = three(
            entry("fixed date", on="1930-01-15"), act("signature", BOTH, "1930-01-01"), act("signature", "CCC", last)
        )
        assert begins(found) == [first]
