"""Days of effect before the act itself."""

from __future__ import annotations

from datetime import date

import pytest

from small_treaties import (
    HALF_A_YEAR,
    TWO_OF_THREE,
    act,
    asked,
    begins,
    clause,
    ends,
    evaluation,
    status,
    three,
)
from treatyclock.civil.days import Days
from treatyclock.derive.counting.reaching_back import (
    REACHES,
    REACHES_NOT,
    effective,
    lies_before,
    recorded,
    takes_effect,
    until,
)
from treatyclock.derive.reasoning.evaluation import Evaluation, act_key
from treatyclock.derive.reasoning.reasons import Derived
from treatyclock.law.acts.act import Act


def only(found: Evaluation, id: str) -> Act:
    act = found.acts.get(id)
    assert act is not None
    return act


def test_a_day_before_the_act_is_asked_about_and_a_later_one_is_not() -> None:
    text = act("accession", "CCC", "1940-01-01", id="joins", effective="1938-01-01", recorded="1941-01-01")
    for answer, day in (("yes", "1938-01-01"), ("no", "None")):
        found = evaluation(three(TWO_OF_THREE, text), **{"joins reaching back to 1938-01-01": answer})
        joins = only(found, "joins")
        named, taken = effective(found, joins)
        assert str(named) == day
        assert takes_effect(found, joins) == (joins.effective if answer == "yes" else joins.dated, taken)
        assert recorded(found, joins) == (joins.recorded, ())
        assert until(found, joins) == (None, ())


def test_what_is_taken_of_such_a_day_is_a_conclusion() -> None:
    text = act("accession", "CCC", "1940-01-01", id="joins", effective="1938-01-01", recorded="1937-01-01")
    for answer, rule in (("yes", REACHES), ("no", REACHES_NOT)):
        found = evaluation(three(TWO_OF_THREE, text), **{"joins reaching back to 1938-01-01": answer})
        joins = only(found, "joins")
        (_, (one,)), (_, (other,)) = effective(found, joins), recorded(found, joins)
        reason = found.findings.reasons[one]
        assert isinstance(reason, Derived) and reason.rule is rule
        assert reason.value == Days.on(date(1938, 1, 1)) and reason.because == (act_key(joins),)
        assert one != other  # each day is a question of its own


def test_a_succession_is_meant_to_reach_back() -> None:
    text = act("succession", "CCC", "1940-01-01", id="follows", effective="1938-01-01")
    found = evaluation(three(TWO_OF_THREE, text))
    follows = only(found, "follows")
    assert follows.effective is not None and not lies_before(follows.effective, follows)
    assert effective(found, follows) == (follows.effective, ()) and not asked(found)
    assert begins(three(TWO_OF_THREE, text), "CCC") == ["1938-01-01"]


def test_a_day_within_a_vague_date_of_the_act_is_not_before_it() -> None:
    text = act("accession", "CCC", "1940", id="joins", effective="1940-03-01")
    assert begins(three(TWO_OF_THREE, text), "CCC") == ["1940-03-01"]


@pytest.mark.parametrize("key", ["effective", "recorded"])
def test_an_accession(key: str) -> None:
    found = three(TWO_OF_THREE, act("accession", "CCC", "1940-01-01", **{key: "1938-01-01"}))
    assert begins(found, "CCC") == ["1938-01-01", "1940-01-01"]


def test_an_end_by_consent() -> None:
    over = act("termination by consent", "AAA BBB CCC", "1945-01-01", effective="1940-01-01")
    found = three(TWO_OF_THREE, over)
    assert status(found, "1942") == {"party", "former party"}
    assert status(found, "1938") == {"party"} and status(found, "1946") == {"former party"}


def test_a_notice_recorded_for_a_day_before_it() -> None:
    leaves = act("withdrawal", "BBB", "1945-01-01", recorded="1940-01-01")
    found = three(TWO_OF_THREE, HALF_A_YEAR, leaves)
    assert status(found, "1942", "BBB") == {"party", "former party"}
    assert "1945-06-30" in ends(found, "BBB")


def test_a_resumption() -> None:
    pause = act("suspension", "AAA BBB CCC", "1940-01-01", id="pause")
    again = act("resumption", "AAA BBB CCC", "1945-01-01", of="pause", effective="1942-01-01")
    found = three(TWO_OF_THREE, pause, again)
    assert status(found, "1943") == {"party", "suspended"}
    assert status(found, "1941-06-01") == {"suspended"} and status(found, "1946") == {"party"}


def test_a_term_extended_after_its_end() -> None:
    longer = act("extension of the term", "AAA BBB CCC", "1945-01-01", effective="1939-01-01", until="1950-12-31")
    found = three(TWO_OF_THREE, clause("term", until="1939-12-31"), longer)
    assert sorted(ends(found)) == ["1939-12-31", "1950-12-31"]


def test_provisional_application_ended_from_a_day_before() -> None:
    every = clause("provisional_application", by="every signatory")
    signed = act("signature", "CCC", "1936-06-01")
    over = act("end of provisional application", "CCC", "1940-01-01", effective="1938-01-01")
    found = three(TWO_OF_THREE, every, signed, over)
    assert status(found, "1939", "CCC") == {"signatory", "provisionally applying"}
    assert status(found, "1937", "CCC") == {"provisionally applying"}
