"""Clauses that nothing can bring into play: each beside one that something can."""

from __future__ import annotations

import pytest

from small_treaties import BOTH, SIGNED, act, clause, entry, findings, ratified, text_of_three, text_of_two
from treatyclock.lint.rules import clauses

TERM = clause("term", lasts="P5Y", from_="signature", first_day="counted")
AT_END = {"when": "at the end of the term", "notice": "P1Y"}
ANY_TIME = {"when": "at any time", "notice": "P1Y"}
WEIGHTS = '[weights.table]\nref = "r"\ntotal = 100\n[weights.table.shares]\nAAA = 30\nBBB = 25\n'


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([SIGNED], []),
        ([act("signature", BOTH, "1930-01-15")], ["no-entry-clause"]),
        ([SIGNED, clause("joining", delay="P1M")], []),  # who is not listed may accede
        ([SIGNED, clause("joining", parties=["AAA"], delay="P1M")], ["joining-unreachable joining"]),
        ([SIGNED, clause("provisional_application")], ["provisional-unreachable provisional_application"]),
        ([entry("ratified by all"), clause("provisional_application")], []),
        ([SIGNED, TERM, clause("renewal", block="P1Y", times=1)], ["renewal-unstoppable renewal"]),
        ([SIGNED, TERM, clause("renewal", block="P1Y", times=1), clause("denunciation", **AT_END)], []),
        ([SIGNED, TERM, clause("denunciation", **AT_END)], ["notice-changes-nothing denunciation.when"]),
        ([SIGNED, TERM, clause("denunciation", **ANY_TIME)], []),
        ([SIGNED, TERM, clause("renewal", block="P1Y", times=1),
          clause("denunciation", **AT_END, notice_when_indefinite="P3M")],
         ["notice-when-indefinite-unreachable denunciation.notice_when_indefinite"]),
        ([SIGNED, TERM, clause("renewal", then="indefinite"),
          clause("denunciation", **AT_END, notice_when_indefinite="P3M")], []),
        ([SIGNED, clause("denunciation", **ANY_TIME, ends_for="the notifier")],
         ["ends-for-one-of-two denunciation.ends_for"]),
        ([SIGNED, clause("denunciation", **ANY_TIME, ends_for="all")], []),
        ([SIGNED, clause("denunciation", when="on a fixed day", day={"on": "06-30", "cut_off": "01-01"}, chain="P1M")],
         ["chain-unreachable denunciation.chain"]),
        ([SIGNED, clause("sunset", lasts="P1Y")], ["sunset-unreachable sunset"]),
        ([SIGNED, clause("sunset", lasts="P1Y"), TERM], []),
        ([SIGNED, clause("sunset", lasts="P1Y"), act("termination by consent", BOTH, "1940-01-01")], []),
    ],
)  # fmt: skip
def test_clauses_of_two(parts: list[str], found: list[str]) -> None:
    assert findings(text_of_two(*parts), clauses) == found


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([entry({"instruments": 3})], []),
        ([entry({"instruments": 4})], ["condition-out-of-reach entry_into_force.when"]),
        (
            [entry({"instruments": 4}), act("ratification", "AAA", "1936-01-01", ordinal=3, id="n")],
            ["condition-out-of-reach entry_into_force.when"],
        ),
        ([entry({"instruments": 4}), act("ratification", "AAA", "1936-01-01", ordinal=5, id="n")], []),
        ([entry({"instruments": 4}, recorded="1936-01-01")], []),
        ([entry({"instruments": 2, "among": ["AAA"]})], ["condition-out-of-reach entry_into_force.when"]),
        ([entry({"share": "55%", "of": "table"}), WEIGHTS], []),
        ([entry({"share": "56%", "of": "table"}), WEIGHTS], ["condition-out-of-reach entry_into_force.when"]),
        ([entry({"instruments": 2}), clause("joining", delay="P1M")], []),
        ([entry("ratified by all"), clause("joining", delay="P1M")], []),  # who is not listed may accede
        (
            [entry("ratified by all"), clause("joining", by="ratification", delay="P1M")],
            ["joining-unreachable joining"],
        ),
        ([entry({"ratified_by": ["AAA"]}), clause("joining", delay="P1M")], []),
        (
            [entry("ratified by all"), clause("provisional_application", when="ratified by all")],
            ["provisional-unreachable provisional_application.when"],
        ),
        (
            [entry("ratified by all", delay="P1M"), clause("provisional_application", when="ratified by all")],
            [],
        ),
    ],
)
def test_clauses_of_many(parts: list[str], found: list[str]) -> None:
    assert findings(text_of_three(*parts, ratified(AAA="1936-01-01")), clauses) == found
