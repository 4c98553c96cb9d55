"""What a case comes to, as HTML."""

from __future__ import annotations

import treatyclock as tc
from treatyclock.pages.case_story import claims, conflicts, fates, given_up, sources
from treatyclock.show.html.elements import joined

FOUND = tc.reconcile("august-1945")
REPORT = FOUND.to_dict()


def test_what_becomes_of_a_claim_is_what_the_cheapest_repairs_make_of_it() -> None:
    best = [each for each in REPORT["repairs"] if each["best"]]
    changed = {change["claim"] for repair in best for change in repair["changes"]}
    become = fates(REPORT)
    assert set(become) == changed
    assert become["s3"] == "s3 is given up"
    assert become["s4"].count("by 1 of 2 repairs") == 2


def test_every_repair_is_told_the_dearer_ones_folded() -> None:
    told = joined(*given_up(REPORT))
    assert "each of these 2 ways costs 3:" in told
    assert "It stays open:" in told
    agreed = joined(*given_up(tc.reconcile("august-1945", only=["A", "C"]).to_dict()))
    assert agreed == "<p>Nothing: all claims can be true.</p>"
    assert "there may be cheaper ways" in joined(*given_up({**REPORT, "proven": False}))


def test_every_conflict_has_its_proof() -> None:
    told = joined(*conflicts(REPORT))
    assert "there may be more" in joined(*conflicts({**REPORT, "conflicts_complete": False}))
    assert told.count("<details>") == len(REPORT["conflicts"])
    assert "Moscow would be both at most 6 h behind and at least 7 h behind Manchuria" in told


def test_every_claim_and_every_source_has_its_row() -> None:
    assert claims(FOUND.case, REPORT).count("<code>") == len(REPORT["claims"])
    assert sources(FOUND.case).count("<code>") == len(FOUND.case.sources)
