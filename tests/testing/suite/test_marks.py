"""How another implementation did."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

from answered_cases import FILES, expectations
from answering_engines import Group, by_days, by_the_library
from treatyclock.errors import AnswersFileError
from treatyclock.testing.suite.answers import answers_in
from treatyclock.testing.suite.marks import Marks, Score, Verdict, score
from treatyclock.testing.suite.posed import SuiteGroup, suite_of
from treatyclock.testing.suite.writing import group_data

PACT = "soviet-japanese-neutrality-pact"


def suite(*files: str) -> tuple[SuiteGroup, ...]:
    return suite_of([expectations(file) for file in files])


def scored(
    groups: tuple[SuiteGroup, ...], engine: Callable[[Group], Iterator[dict[str, object]]], *claim: object
) -> Score:
    """Let an engine answer a suite as JSON lines, and mark it."""
    lines = [*claim, *(answer for group in groups for answer in engine(json.loads(json.dumps(group_data(group)))))]
    return score(groups, answers_in("\n".join(map(json.dumps, lines))))


def test_the_library_itself_is_right_in_all() -> None:
    found = scored(suite(*sorted({*FILES[::30], f"{PACT}.cases"})), by_the_library)
    assert found.wrong == ()
    assert found.keeps_its_claim
    assert found.total.right == len(found.marked) > 80
    assert all(not marks.wrong and not marks.unanswered for marks in found.by_part().values())


def test_a_naive_register_is_told_what_it_gets_wrong() -> None:
    """It takes the pact to be in force from the day of ratification on, for ever, and by no clock."""
    found = scored(suite(f"{PACT}.cases", "swiss-month-end.cases"), by_days, {"implementation": "by days", "level": 3})
    wrong = {each.test.id.partition(": ")[2]: each.mismatches[0] for each in found.wrong}
    assert (wrong["1941-04-24T18:00Z"].expected, wrong["1941-04-24T18:00Z"].found) == ("unknown", "no"), "no clock"
    assert (wrong["1946-04-26"].expected, wrong["1946-04-26"].found) == ("no", "yes"), "no end"
    assert wrong["1986-02-27T12:00Z for=CCC"].expected == "no", "no delay"
    assert "1945-08-09T00:10 Asia/Tokyo" not in wrong
    assert not found.keeps_its_claim
    assert found.by_level()[4] == Marks(not_claimed=found.by_level()[4].not_claimed), "no reading is claimed"
    told = found.by_part()
    assert told["statuses"].right == told["statuses"].wrong == 0 and told["statuses"].unanswered
    assert found.by_feature()["clause:denunciation"].wrong


def answered(line: str) -> Score:
    """Mark one answer to the night of the crossing, and none to the rest."""
    return score(suite(f"{PACT}.cases"), answers_in(line))


NIGHT = f"{PACT}: 1945-08-09T00:10 Asia/Tokyo"


@pytest.mark.parametrize(
    ("told", "verdict", "wrong"),
    [
        ({"truth": "yes"}, Verdict.RIGHT, []),
        ({"truth": "yes", "statuses": ["party"], "conventions": [], "facts": []}, Verdict.RIGHT, []),
        ({"truth": "no"}, Verdict.WRONG, ["truth"]),
        ({"truth": "yes", "statuses": ["party", "suspended"]}, Verdict.WRONG, ["statuses"]),
        ({"truth": "yes", "facts": ["whether it rained"]}, Verdict.WRONG, ["facts"]),
        ({"truth": "yes", "contested_by": []}, Verdict.WRONG, ["contested_by"]),
        ({"error": "out of memory"}, Verdict.WRONG, ["truth"]),
        ({"dates": ["1945-08-09"]}, Verdict.WRONG, ["truth"]),
    ],
)
def test_what_is_told_is_compared_and_the_truth_must_be_told(
    told: dict[str, object], verdict: Verdict, wrong: list[str]
) -> None:
    (found,) = (each for each in answered(json.dumps({"id": NIGHT, **told})).marked if each.test.id == NIGHT)
    assert found.verdict is verdict
    assert [each.what for each in found.mismatches] == wrong


def test_without_a_claim_every_test_counts_and_with_features_those_alone_that_need_no_other() -> None:
    found = answered(json.dumps({"id": NIGHT, "truth": "yes"}))
    assert found.total == Marks(right=1, unanswered=len(found.marked) - 1)
    (night,) = (each.test for each in found.marked if each.test.id == NIGHT)
    claim = json.dumps({"features": night.requires})
    few = answered(f"{claim}\n{json.dumps({'id': NIGHT, 'truth': 'yes'})}").total
    assert not answered('{"features": []}').keeps_its_claim, "who claims nothing keeps no claim"
    assert few.right == 1 and few.not_claimed and few.unanswered < found.total.unanswered


def test_dates_are_compared_as_sets_small_letters_or_large() -> None:
    (group,) = suite("ends-at-an-hour.cases")
    id = "ends-at-an-hour: dates ends"
    assert score([group], answers_in(json.dumps({"id": id, "dates": ["1950-06-30t14:00:00z"]}))).total.right == 1
    (wrong,) = score([group], answers_in(json.dumps({"id": id, "dates": [None]}))).wrong
    assert (wrong.mismatches[0].expected, wrong.mismatches[0].found) == ("1950-06-30T14:00:00Z", "none")


def test_an_answer_to_no_test_is_a_fault() -> None:
    with pytest.raises(AnswersFileError, match="is no test of this suite"):
        answered('{"id": "no such test", "truth": "yes"}')
    with pytest.raises(AnswersFileError, match="answers 7 more that are no tests of this suite") as error:
        answered("\n".join(json.dumps({"id": f"another: {number}", "truth": "no"}) for number in range(10)))
    assert len(error.value.faults) == 4
