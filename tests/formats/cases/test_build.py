"""Cases made of documents: what a case declares, and how it is used."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

import treatyclock as tc
from testimony_cases import case, claim
from treatyclock.corpus.cases import case_of
from treatyclock.errors import CaseFileError
from treatyclock.formats.cases.toml import load_case_text
from treatyclock.testimony.claims.base import Confidence

AUGUST = resources.files("treatyclock.corpus.cases").joinpath("august-1945.toml").read_text(encoding="utf-8")


def test_an_own_file_is_read_by_its_path(tmp_path: Path) -> None:
    file = tmp_path / "night.toml"
    file.write_text(AUGUST.replace("nearly six hours", "a good while"), encoding="utf-8")
    with pytest.raises(CaseFileError, match="a good while"):
        case_of(file)
    file.write_text(
        AUGUST.replace("nearly six hours", "a good while")
        + '[words]\n"a good while" = { from = "-PT2H", to = "PT6H", note = "ours" }\n',
        encoding="utf-8",
    )
    found = tc.reconcile(file)
    assert "s2" not in {each["claim"] for each in found.to_dict()["repairs"][0]["changes"] if each["cost"]}
    assert {"text": "a good while", "least": "-2 h", "most": "6 h", "note": "ours"} in found.to_dict()["words"]


def test_costs_are_the_case_s_to_choose() -> None:
    dear = load_case_text(AUGUST + "[costs]\nlow = 100\ngood = 2\nhigh = 2\n")
    assert tc.reconcile(dear).best[0].cost != tc.reconcile("august-1945").best[0].cost
    assert tc.reconcile(dear).to_dict()["costs"]["low"] == {"drop": 100, "change": 50}


def test_two_sources_vouch_as_well_as_the_better_one() -> None:
    (found,) = case(claim("x", event="e", after="f", source=["one", "two"])).claims
    assert (found.sources, found.confidence) == (("one", "two"), Confidence.GOOD)


def test_a_label_is_read_at_the_time_of_the_claims_that_name_its_clock() -> None:
    # German summer time lasted through the winter of 1941.
    clocks = 'paper = { name = "the paper", label = "Central European time" }\n'
    made = case(claim("x", event="e", at="1941-02-01T12:00", clock="paper"), clocks)
    (clock,) = [each for each in made.clocks if each.id == "paper"]
    assert clock.zones
    assert clock.zones[0].basis.source == "label table"


@pytest.mark.parametrize("ids", [("a", "a"), ("moscow",)])
def test_each_claim_has_a_name_of_its_own(ids: tuple[str, ...]) -> None:
    with pytest.raises(CaseFileError, match=r"is the id of (two claims|a clock too)"):
        case("".join(claim(id, event="e", after="f") for id in ids))


def test_a_claim_is_not_computed_from_itself() -> None:
    circle = claim("x", event="e", after="f", computed_from=["y"]) + claim(
        "y", event="f", after="g", computed_from=["x"]
    )
    with pytest.raises(CaseFileError, match="leads back to the claim itself"):
        case(circle)
