"""Answers as plain data: the keys that programs rely on."""

from __future__ import annotations

import json

from small_treaties import SIGNED, TWO_OF_THREE, clause, reading, three, two

TERM = clause("term", lasts="P5Y", from_="signature")
TREATY = two(SIGNED, TERM, reading("counted", choose={"first_day": "counted"}))


def test_an_answer() -> None:
    found = TREATY.in_force("1935-01-15T12:00Z", party="AAA", known_as_of="1934-12-31").to_dict()
    assert set(found) == {
        "treaty", "truth", "status", "nothing_known", "at", "party", "between", "reading", "known_as_of", "depends_on",
        "contested_by", "parts", "neighbours", "without_effect", "rests_on", "derivation", "provisions", "sources",
        "hypothesis", "choose",
    }  # fmt: skip
    assert (found["treaty"], found["truth"], found["status"]) == ("two", "unknown", ["former party", "party"])
    assert (found["party"], found["between"], found["reading"]) == ("AAA", None, "text")
    assert found["known_as_of"] == "1934-12-31"
    assert found["at"]["support"] == [{"from": "1935-01-15T12:00:00Z", "to": "1935-01-15T12:00:00.000001Z"}]
    assert found["depends_on"][0]["outcomes"] == [
        {"answer": "not counted", "truth": "yes", "status": ["party"]},
        {"answer": "counted", "truth": "no", "status": ["former party"]},
    ]  # fmt: skip
    (contest,) = found["contested_by"]
    assert (contest["reading"], contest["truth"], contest["holder"]) == ("counted", "no", "holder of counted")
    assert json.loads(json.dumps(found)) == found


def test_a_pair_and_the_treaty_as_such() -> None:
    treaty = three(TWO_OF_THREE)
    pair = treaty.in_force("1940", between=("AAA", "BBB")).to_dict()
    assert (pair["party"], pair["between"], pair["known_as_of"]) == (None, ["AAA", "BBB"], None)
    assert treaty.in_force("1940").to_dict()["between"] is None


def test_dates_and_deadlines_have_one_shape() -> None:
    outcomes = [{"days": ["1935-01-15"], "under": {"first_day": "not counted"}},
                {"days": ["1935-01-14"], "under": {"first_day": "counted"}}]  # fmt: skip
    assert TREATY.dates().to_dict()["last_day_in_force"] == outcomes
    assert TREATY.expiry().to_dict()["outcomes"] == outcomes
    assert two(SIGNED).dates().to_dict()["last_day_in_force"] == [{"days": [], "under": {}}]
    assert TREATY.expiry().to_dict()["question"] == "last day in force"


def test_a_difference() -> None:
    found = TREATY.difference(two(SIGNED)).to_dict()
    assert {"party": None, "name": "last_day_in_force", "before": [["1935-01-15"], ["1935-01-14"]], "after": [[]]} in (
        found["dates"]
    )
    assert found["statuses"][0]["from"] == "1935-01-15T00:00:00Z"
    assert found["statuses"][0]["before"] == ["former party", "party"]
    assert found["statuses"][-1]["to"] == ".."
