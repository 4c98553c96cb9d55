"""Small treaties that stand beside each other, and what they come to."""

from __future__ import annotations

from typing import Any

import treatyclock as tc

TWO = {code: {"name": code[0], "clock": "+00:00"} for code in ("AAA", "BBB")}
THREE = {**TWO, "CCC": {"name": "C", "clock": "+00:00"}}
LATER = {"treaty": "old", "effect": "ends", "ref": "art. 11"}
WAITS = {"when": {"all_of": ["ratified by all", {"in_force": "new"}]}, "ref": "art. 2"}


def treaty(id: str, *days: str, parties: dict[str, Any] = TWO, acts: tuple[Any, ...] = (), **more: Any) -> tc.Treaty:
    """A treaty whose parties ratified it on these days, one after the other."""
    when: Any = "ratified by all" if len(parties) == 2 else {"instruments": 2}
    done = [{"kind": "ratification", "by": who, "on": on, "ref": "r"} for who, on in zip(parties, days, strict=False)]
    head = {"schema": 1, "id": id, "title": f"The {id} one", "parties": parties}
    return tc.from_dict({**head, "entry_into_force": {"when": when, "ref": "art. 1"}, "act": [*done, *acts], **more})


def ended(on: str, *by: str) -> dict[str, Any]:
    """All agreed to end it, and this is the first day out."""
    return {
        "kind": "termination by consent", "by": list(by or TWO), "on": on, "effective": on, "effect_day": "first out",
        "ref": "r",
    }  # fmt: skip


def truths(found: tc.Treaty, *days: str, **whose: Any) -> list[str]:
    """Whether it was in force on each day; each answer must have an argument."""
    answers = [found.in_force(day, **whose) for day in days]
    assert all(answer.explain() for answer in answers)
    return [answer.truth.value for answer in answers]


OLD = treaty("old", "1990-01-01", "1990-06-01")
NEW = treaty("new", "2000-01-01", "2000-02-01", other_treaty=LATER)
"""In force from 1 February 2000, and then ends the old one."""
