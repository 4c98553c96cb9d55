"""Days of acts that are certain."""

from __future__ import annotations

from datetime import date
from typing import Any

import treatyclock as tc
from treatyclock.exports.signing import certain_day, day_of_signature

TABLES: dict[str, Any] = {
    "schema": 1,
    "id": "pact",
    "title": "Pact",
    "parties": {"FRA": "France", "RUR": "Ruritania"},
    "entry_into_force": {"when": "signed", "ref": "art. 5"},
}


def _signed(*days: str, **more: Any) -> date | None:
    acts = [
        {"kind": "signature", "by": by, "on": on, "ref": "x", **more}
        for by, on in zip(("FRA", "RUR"), days, strict=True)
    ]
    record = tc.from_dict({**TABLES, "act": acts}).record
    return day_of_signature(record, record.acts)


def test_one_day_of_signature_or_none() -> None:
    assert _signed("1935-03-27", "1935-03-27") == date(1935, 3, 27)
    assert _signed("1935-03-27", "1935-03-28") is None
    assert _signed("1935-03", "1935-03") is None
    assert _signed("1935-03-27", "1935-03-27", certain=False) is None


def test_an_act_that_was_not_found_in_a_source_has_no_certain_day() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact").record
    doubtful = next(act for act in pact.acts if not act.certain)
    assert certain_day(doubtful) is None
    assert certain_day(pact.act("war-front-midnight")) is None  # only some readings let it count
