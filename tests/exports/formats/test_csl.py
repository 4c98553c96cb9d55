"""CSL-JSON, by what its schema allows."""

from __future__ import annotations

import json
from typing import Any

import treatyclock as tc

PACT = tc.load("soviet-japanese-neutrality-pact")
ALLOWED = {"id", "type", "title", "issued", "URL", "publisher", "note"}


def _items(of: tc.Treaty | tc.Answer) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(tc.export(of, "csl"))
    return items


def test_a_treaty_has_the_day_of_its_signature_and_a_source_no_guessed_year() -> None:
    treaty, *sources = _items(PACT)
    assert (treaty["type"], treaty["issued"]) == ("treaty", {"date-parts": [[1941, 4, 13]]})
    assert {each["type"] for each in sources} == {"document"}
    assert all(set(each) <= ALLOWED and "issued" not in each for each in sources)
    assert len({each["id"] for each in sources}) == len(sources)


def test_an_answer_holds_the_line_that_runs_it_again() -> None:
    answer = PACT.in_force("1945-08-09T00:10", zone="Asia/Tokyo")
    own = _items(answer)[0]
    assert own["title"].endswith("Yes, in force by its terms.")
    assert own["publisher"] == f"treatyclock {tc.__version__}"
    assert own["note"].endswith(answer.cite().splitlines()[-1])
