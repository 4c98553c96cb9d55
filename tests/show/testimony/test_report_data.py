"""The report as data."""

from __future__ import annotations

import json

import pytest

import treatyclock as tc
from testimony_cases import changed, claim, reconcile
from treatyclock.corpus.cases import shipped_cases


def test_events_of_several_times_have_alternatives() -> None:
    data = reconcile(claim("x", event="e", at="1945-08-08T12:00", clock=["moscow", "tokyo"])).to_dict()
    event = data["events"]["e"]
    assert event["utc"] == {"earliest": "1945-08-08T03:00:00Z", "latest": "1945-08-08T09:00:59.999999Z"}
    assert {each["earliest"] for each in event["alternatives"]} == {"1945-08-08T03:00:00Z", "1945-08-08T09:00:00Z"}
    # Berlin kept Moscow's time in the summer of 1945.
    assert event["clocks"]["berlin"] == {"earliest": "1945-08-08T06:00", "latest": "1945-08-08T12:00:59.999999"}
    assert [each["kind"] for each in data["open"]] == ["event"]


@pytest.mark.parametrize("id", shipped_cases())
def test_proofs_go_in_a_circle_and_sum_to_their_excess(id: str) -> None:
    data = tc.reconcile(id).to_dict()
    definitions = {each["id"] for each in data["claims"] if each["given"]}
    for conflict in data["conflicts"]:
        for proof in conflict["proofs"]:
            assert sum(step["at_most_microseconds"] for step in proof["steps"]) == -proof["excess_microseconds"] < 0
            ends = [(step["from"], step["to"]) for step in proof["steps"]]
            assert all(one[1] == other[0] for one, other in zip(ends, [*ends[1:], ends[0]], strict=True))
            # A definition is a step of a proof, but nothing that the conflict could do without.
            assert {step["by"] for step in proof["steps"]} - {None, *definitions} <= set(conflict["claims"])


def test_nodes_are_named_by_what_they_are() -> None:
    data = reconcile(changed(claim("a", clock="tokyo", ahead_of="manchukuo", by="PT3H"))).to_dict()
    names = {step["from"] for each in data["conflicts"] for proof in each["proofs"] for step in proof["steps"]}
    assert names == {"UTC 1936-12-01T12:00:00Z", "clock tokyo", "clock manchukuo"}


def test_it_is_the_same_text_each_time() -> None:
    found = reconcile(changed())
    assert json.loads(found.to_json()) == found.to_dict()
    assert found.to_json() == reconcile(changed()).to_json()
