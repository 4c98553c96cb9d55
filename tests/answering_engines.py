"""Two implementations that answer a suite: one that knows only its JSON, and the library itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import treatyclock as tc
from treatyclock.testing.suite.posed import is_convention

Group = Mapping[str, Any]


def by_days(group: Group) -> Iterator[dict[str, Any]]:
    """A deliberately naive register: in force from the day on which all had ratified, for ever, for everybody.

    It knows no clock and compares days as text. It takes the last consent for that of all, and knows no clause.
    """
    ratified = [act["on"] for act in group["treaty"]["json"].get("act", []) if act["kind"] == "ratification"]
    for test in group["tests"]:
        question = test["question"]
        if "at" in question and ratified:
            truth = "yes" if question["at"][:10] >= max(ratified) else "no"
            yield {"id": test["id"], "truth": truth}


def by_the_library(group: Group) -> Iterator[dict[str, Any]]:
    """The library, asked as any other engine is: by the treaty's JSON and the question's, and nothing else."""
    treaty = tc.from_dict(group["treaty"]["json"])
    for test in group["tests"]:
        asked: dict[str, Any] = {
            key: tuple(value) if key == "between" else value for key, value in test["question"].items()
        }
        if field := asked.pop("date", None):
            outcomes = getattr(treaty.dates(**asked), field)
            yield {"id": test["id"], "dates": [text for each in outcomes for text in each.value or (None,)]}
        else:
            answer = treaty.in_force(asked.pop("at"), **asked)
            keys = [each.key for each in answer.depends_on]
            yield {
                "id": test["id"],
                "truth": answer.truth.value,
                "statuses": [each.value for each in answer.status],
                "conventions": [key for key in keys if is_convention(key)],
                "facts": [key for key in keys if not is_convention(key)],
                "contested_by": [each.reading.id for each in answer.contested_by],
            }
