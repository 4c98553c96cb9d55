"""The last day for an instrument: days by hand."""

from __future__ import annotations

from small_treaties import act, begins, clause, entry, ratified, three, truth

TWO = entry({"instruments": 2}) + ratified(AAA="1936-01-01", BBB="1936-01-01")


def test_an_instrument_after_its_last_day_has_no_effect() -> None:
    rule = clause("joining", until="1937-01-01", delay="P30D")
    assert begins(three(TWO, rule, ratified(CCC="1937-01-01")), "CCC") == ["1937-01-31"]
    late = three(TWO, rule, ratified(CCC="1937-01-02"))
    assert begins(late, "CCC") == ["none"]
    said = " ".join(late.in_force("1940-01-01", party="CCC").explain().split())
    assert "the last day for it was 1 January 1937" in said


def test_a_period_from_an_act_runs_once_the_act_is_done() -> None:
    rule = clause("joining", until={"elapsed": "P2M", "since": "decision"}, delay="P30D")
    assert begins(three(TWO, rule, ratified(CCC="1950-01-01")), "CCC") == ["1950-01-31"]
    decided = act("event", "AAA", "1949-06-01", id="decision")
    assert begins(three(TWO, rule, decided, ratified(CCC="1950-01-01")), "CCC") == ["none"]
    assert begins(three(TWO, rule, decided, ratified(CCC="1949-07-15")), "CCC") == ["1949-08-14"]


def test_a_vague_instrument_may_be_in_time() -> None:
    found = three(TWO, clause("joining", until="1937-01-15"), ratified(CCC="1937-01"))
    assert truth(found, "1940", party="CCC") == "unknown"
