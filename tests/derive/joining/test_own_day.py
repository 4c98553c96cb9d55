"""The day that a rule gives to who accedes, with the approval that comes later: days by hand."""

from __future__ import annotations

from small_treaties import act, begins, clause, entry, ratified, three

TWO = entry({"instruments": 2}) + ratified(AAA="1936-01-01", BBB="1936-01-01")


def joined(**more: object) -> list[str]:
    rule = clause("joining", by="accession", approved_by=["AAA", "BBB"], delay="P30D", **more)
    approval = act("approval of an accession", "AAA BBB", "1937-01-21", of="accession-ccc")
    return begins(three(TWO, rule, act("accession", "CCC", "1937-01-01"), approval), "CCC")


def test_from_which_act_the_delay_runs_is_open_unless_the_text_says_so() -> None:
    assert joined(delay_from="the instrument") == ["1937-01-31"]
    assert joined(delay_from="the later of instrument and approval") == ["1937-02-20"]
    assert joined() == ["1937-01-31", "1937-02-20"]
