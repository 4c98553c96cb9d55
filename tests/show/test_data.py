"""An argument as plain data."""

from __future__ import annotations

import json

import treatyclock as tc
from small_treaties import SIGNED, act, clause, two
from treatyclock.show.data import cited, step

TERM = clause("term", lasts="P5Y", from_="signature")
TREATY = two(SIGNED, TERM)


def test_a_statement_and_a_conclusion() -> None:
    answer = TREATY.in_force("1940")
    made = {each["key"]: each for each in (step(each, TREATY.record) for each in answer.derivation)}
    given, end = made["act:signature-aaa-bbb"], made["end"]
    assert (given["kind"], given["rule"], given["values"], given["ref"], given["law"]) == ("given", None, [], "r", "")
    assert (end["kind"], end["rule"], end["ref"]) == ("derived", "end", "")
    assert end["values"] == [
        {"value": "1935-01-15", "under": {"first_day": "not counted"}},
        {"value": "1935-01-14", "under": {"first_day": "counted"}},
    ]
    assert made["entry begins"]["values"] == [{"value": "1930-01-15T00:00:00Z", "under": {}}]
    assert made["entry"]["law"].startswith("Vienna Convention")
    assert json.dumps(list(made.values()))


def test_what_is_no_day_is_told_plainly() -> None:
    none = two(SIGNED, act("denunciation", "AAA", "1931-01-01", id="n")).in_force("1940")
    made = {each["key"]: each for each in none.to_dict()["derivation"]}
    assert made["notice:n"]["values"] == [{"value": False, "under": {}}]
    assert made["end"]["values"] == [{"value": None, "under": {}}]
    event = two(SIGNED, clause("term", until_event="the-end")).in_force("1940")
    assert {each["key"]: each for each in event.to_dict()["derivation"]}["anchor"]["values"][0]["value"] == "the-end"


def test_a_range_of_instants() -> None:
    vague = two(SIGNED, clocks=(None, None)).in_force("1940").to_dict()["derivation"]
    (value,) = (each["values"][0]["value"] for each in vague if each["key"] == "entry begins")
    assert len(value.split("/")) == 2


def test_the_sources_in_the_order_in_which_the_argument_names_them() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    answer = pact.in_force("1950")
    found = cited(answer.derivation, pact.record)
    first = next(iter(answer.derivation[0].variants)).value
    assert found[0].id in first.sources  # type: ignore[union-attr]
    assert len({source.id for source in found}) == len(found) < len(pact.record.sources)
