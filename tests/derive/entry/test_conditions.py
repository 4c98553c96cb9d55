"""When a condition of entry into force was met: each kind by hand, and consents that were taken back."""

from __future__ import annotations

import pytest

from small_treaties import BOTH, act, begins, day, entry, evaluation, ratified, three
from treatyclock.derive.entry.conditions import met
from treatyclock.law.acts.act import ActDate
from treatyclock.law.clauses.entry import EntryIntoForce

DONE = (
    act("signature", "AAA", "1930-01-01") + act("signature", "BBB CCC", "1930-02-01")
    + act("ratification", "AAA", "1931-01-01", received="1931-03-01") + act("ratification", "BBB", "1931-02-01")
    + act("ratification", "CCC", "1932-01-01", counts=False)
    + act("exchange of instruments", "AAA BBB CCC", "1933-01-01")
    + act("event", "AAA", "1934-01-01", id="the-union", effective="1935-01-01")
)  # fmt: skip
WEIGHTS = '[weights.table]\nref = "r"\ntotal = 100\n[weights.table.shares]\nAAA = 30\nBBB = 25\nCCC = 45\n'


@pytest.mark.parametrize(
    ("when", "on"),
    [
        ("signed", "1930-02-01"),
        ({"signed_by": ["AAA"]}, "1930-01-01"),
        ("ratified by all", "1932-01-01"),
        ({"ratified_by": BOTH.split()}, "1931-03-01"),  # received, not dated
        ("instruments exchanged", "1933-01-01"),
        ({"instruments": 1}, "1931-02-01"),
        ({"instruments": 2}, "1931-03-01"),
        ({"instruments": 3}, None),  # CCC's does not count
        ({"instruments": 1, "among": ["AAA", "CCC"]}, "1931-03-01"),
        ("pairwise", "1931-03-01"),
        ({"event": "the-union"}, "1935-01-01"),
        ({"event": "the-league"}, None),
        ({"not_before": "1940-01-01"}, "1940-01-01"),
        ({"elapsed": "P1Y", "since": "signature-aaa"}, "1931-01-01"),
        ({"all_of": [{"instruments": 1}, {"not_before": "1931-02-15"}]}, "1931-02-15"),
        ({"all_of": [{"instruments": 1}, {"event": "the-league"}]}, None),
        ({"any_of": [{"instruments": 2}, {"not_before": "1931-02-15"}]}, "1931-02-15"),
        ({"any_of": [{"instruments": 3}, {"event": "the-league"}]}, None),
        ({"share": "55%", "of": "table"}, "1931-03-01"),
        ({"share": "25%", "of": "table"}, "1931-02-01"),
        ({"share": "56%", "of": "table"}, None),
    ],
)
def test_the_day_with_which_it_was_met(when: object, on: str | None) -> None:
    found = evaluation(three(entry(when), DONE, WEIGHTS if "'share'" in repr(when) else ""))
    text = found.record.clause(EntryIntoForce)
    assert text is not None
    assert met(found, text.when, ActDate.RECEIVED).day == (None if on is None else day(on))


def gone(on: str) -> str:
    return act("withdrawal of consent", "AAA", on)


def test_a_consent_given_again_counts_again() -> None:
    text = entry({"instruments": 2}) + ratified(AAA="1936-01-01", BBB="1936-04-01")
    again = act("ratification", "AAA", "1936-03-01", id="again")
    assert begins(three(text, gone("1936-02-01"))) == ["none"]
    assert begins(three(text, gone("1936-02-01"), again)) == ["1936-04-01"]


def test_the_order_of_a_consent_and_of_one_taken_back_is_open_within_a_day() -> None:
    text = entry({"instruments": 2}) + ratified(AAA="1936-01-01", BBB="1936-04-01")
    assert begins(three(text, gone("1936-04-01"))) == ["none", "1936-04-01"]


def test_of_several_conditions_all_must_hold_on_one_day() -> None:
    text = entry({"all_of": [{"ratified_by": "AAA"}, {"ratified_by": "BBB"}]})
    text += ratified(AAA="1936-01-01", BBB="1936-04-01")
    assert begins(three(text, gone("1936-02-01"))) == ["none"]
