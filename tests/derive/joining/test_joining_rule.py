"""Which of several rules on later joiners holds for a State: the first that is for it."""

from __future__ import annotations

from small_treaties import act, begins, clause, entry, ratified, three

TWO = entry({"instruments": 2}) + ratified(AAA="1936-01-01", BBB="1936-01-01")


def rules(*several: dict[str, object]) -> str:
    return "".join(clause("[joining]", **each) for each in several)


def test_the_first_rule_that_is_for_a_state_holds() -> None:
    both = rules({"parties": ["CCC"], "delay": "P10D"}, {"delay": "P60D"})
    assert begins(three(TWO, both, act("accession", "CCC", "1937-01-01")), "CCC") == ["1937-01-11"]
    other = rules({"parties": ["AAA"], "delay": "P10D"}, {"by": "accession", "delay": "P60D"})
    assert begins(three(TWO, other, act("accession", "CCC", "1937-01-01")), "CCC") == ["1937-03-02"]


def test_where_no_rule_is_for_a_state_it_is_in_from_its_consent() -> None:
    assert begins(three(TWO, rules({"by": "accession", "delay": "P60D"}), ratified(CCC="1937-01-01")), "CCC") == [
        "1937-01-01"
    ]
