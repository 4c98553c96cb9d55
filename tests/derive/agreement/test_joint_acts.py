"""Acts of several that say the same, on days of their own."""

from __future__ import annotations

from small_treaties import TWO_OF_THREE, act, asked, evaluation, three
from treatyclock.derive.agreement.joint_acts import agreed_before, given_agreement
from treatyclock.derive.reasoning.evaluation import Evaluation


def longer(by: str, on: str, id: str, until: str = "1960-12-31") -> str:
    return act("extension of the term", by, on, id=id, until=until)


def before(found: Evaluation, id: str) -> list[str]:
    given = found.acts.get(id)
    assert given is not None
    return [each.id for each in agreed_before(found, given)]


def test_earlier_acts_that_say_the_same_count_with_the_last() -> None:
    text = longer("AAA", "1940-01-01", "a"), longer("BBB", "1940-02-01", "b"), longer("CCC", "1940-03-01", "c")
    found = evaluation(three(TWO_OF_THREE, *text))
    assert [before(found, id) for id in "abc"] == [[], ["a"], ["b", "a"]]
    last = found.acts.get("c")
    assert last is not None
    assert [str(key) for key in given_agreement(found, last)] == ["act:a", "act:b", "act:c"]


def test_what_says_something_else_or_brings_nobody_new_is_left_out() -> None:
    text = longer("AAA", "1940-01-01", "other", "1961-12-31"), longer("AAA", "1940-01-02", "again")
    found = evaluation(three(TWO_OF_THREE, *text, longer("AAA BBB", "1940-02-01", "both")))
    assert before(found, "both") == []


def test_whether_an_agreement_stands_after_a_later_consent_of_its_author_is_asked() -> None:
    consent = act("accession", "CCC", "1940-02-01")
    found = evaluation(three(TWO_OF_THREE, longer("CCC", "1940-01-01", "c"), consent, longer("AAA", "1940-03-01", "a")))
    assert before(found, "a") == ["c"]
    assert asked(found) == ["c still agreed to at a"]


def test_which_of_two_vague_acts_came_first_is_asked() -> None:
    found = evaluation(three(TWO_OF_THREE, longer("AAA", "1940", "a"), longer("BBB", "1940-02-01", "b")))
    assert before(found, "b") == ["a"]
    assert asked(found) == ["a no later than b"]
