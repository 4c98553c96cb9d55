"""Notices under the clause on leaving, given while the treaty is only applied provisionally."""

from __future__ import annotations

import pytest

from small_treaties import act, clause, entry, status, three

TWO = entry({"instruments": 2})
BOTH = act("signature", "AAA BBB", "1936-01-01")
LEAVING = clause("denunciation", when="at any time", notice="P6M", first_day="counted")
NOTICE = act("withdrawal", "AAA", "1937-01-10", id="notice")
WAITS = {"provisionally applying", "signatory"}


def provisional(**more: object) -> str:
    return clause("provisional_application", **more)


@pytest.mark.parametrize(
    ("more", "acts", "found"),
    [
        ({}, "", WAITS),
        ({"notice": "P60D"}, "", {"provisionally applying"}),  # so the treaty otherwise provides
        ({"parties": ["BBB"]}, "", {"signatory"}),
        ({"until": "1936-12-31"}, "", {"signatory"}),
        ({"from_": "1937-06-01"}, "", {"signatory"}),
        ({"lasts": "P6M"}, "", {"signatory"}),
        ({}, act("end of provisional application", "AAA", "1936-06-01"), {"signatory"}),
        ({"when": {"event": "began"}}, act("event", "CCC", "1936-06-01", id="began"), WAITS),
        ({"when": {"event": "began"}}, "", {"signatory"}),
        ({"when": {"instruments": 1}}, act("ratification", "CCC", "1936-06-01"), WAITS),
    ],
)
def test_it_is_open_only_of_a_notice_by_who_applied_it_then(
    more: dict[str, object], acts: str, found: set[str]
) -> None:
    treaty = three(TWO, BOTH, LEAVING, NOTICE, acts, provisional(**more))
    assert status(treaty, "1937-02-01", "AAA") == found


@pytest.mark.parametrize(
    ("says", "found"), [("its period runs", "provisionally applying"), ("it ends at once", "signatory")]
)
def test_the_text_may_say_it_even_beside_a_notice_of_its_own(says: str, found: str) -> None:
    leaving = clause("denunciation", when="at any time", notice="P6M", while_provisional=says)
    for more in ({}, {"notice": "P60D"}):
        treaty = three(TWO, BOTH, leaving, NOTICE, provisional(**more))
        expected = "provisionally applying" if more and says == "it ends at once" else found
        assert status(treaty, "1937-02-01", "AAA") == {expected}
        assert status(treaty, "1937-08-01", "AAA") == {"signatory"}
        assert status(treaty, "1937-08-01", "BBB") == {"provisionally applying"}


def test_a_notice_that_is_tried_is_one_like_it() -> None:
    leaving = clause("denunciation", when="at any time", notice="P6M", first_day="counted")
    entered = act("ratification", "AAA", "1936-06-01") + act("ratification", "BBB", "1937-03-01")
    treaty = three(TWO, BOTH, leaving, provisional(), entered)
    answer = treaty.notice(by="AAA", on="1937-01-10", choose={"while_provisional": "its period runs"})
    assert [each.value for each in answer.last_days] == [("1937-07-09",)]
    answer = treaty.notice(by="AAA", on="1937-01-10", choose={"while_provisional": "it ends at once"})
    assert [each.value for each in answer.last_days] == [()]
