"""Days that answer a question, with what they rest on."""

from __future__ import annotations

from small_treaties import SIGNED, day, evaluation, two
from treatyclock.derive.inverse.dated import dated
from treatyclock.derive.reasoning.reasons import Key, Rule


def test_days_keep_the_conclusions_that_they_rest_on() -> None:
    found = evaluation(two(SIGNED))
    key = found.derived(Key("last notice"), Rule("rule", "it is {value}"), day("1936-01-01"))
    made = dated(found, (day("1936-01-01"), (day("1937-01-01"), day("1937-02-01"))), key)
    assert made.days == (day("1936-01-01"), (day("1937-01-01"), day("1937-02-01")))
    assert made.roots == (key,)
    assert key in made.findings.reasons
    assert dated(found, ()).roots == ()
