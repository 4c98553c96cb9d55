"""Assumptions in words: what one says, and what becomes of it."""

from __future__ import annotations

from testimony_cases import case, changed, claim, reconcile
from treatyclock.show.testimony._assumptions import assumption_text, change_text, repair_text
from treatyclock.testimony.encoding import model_of

CLOCKS = 'harbin = { name = "Harbin", offset = "+08:30", other = [{ offset = "+09:00" }], confidence = "low" }\n'


def test_a_clock_names_its_zone_and_what_its_data_rest_on() -> None:
    made = case(changed(), CLOCKS)
    texts = {each.id: assumption_text(made, each) for each in model_of(made).assumptions}
    assert texts["manchukuo@1936-11-29"] == "Manchuria stood at +08:00 [Manchukuo, historic table 2]"
    assert texts["manchukuo@1936-12-31"].startswith("Manchuria stood at +09:00 [")
    assert texts["harbin"] == "Harbin stood at +08:30 [+08:30, fixed offset]"
    assert texts["before"] == "the call came at 1936-12-01 12:00 on the clock of Manchuria [one]"


def test_a_claim_names_every_clock_that_its_source_leaves_open() -> None:
    made = case(claim("x", event="e", at="1945-08-08T12:00", clock=["moscow", "tokyo"]))
    found = model_of(made).assumptions[-1]
    assert assumption_text(made, found) == "the call came at 1945-08-08 12:00 on the clock of Moscow or Tokyo [one]"
    assert assumption_text(made, found, 1) == "the call came at 1945-08-08 12:00 on the clock of Tokyo [one]"


def changes(claims: str) -> set[str]:
    found = reconcile(claims, CLOCKS)
    return {change_text(found.case, found.model, change) for repair in found.repairs.found for change in repair.changes}


def test_what_becomes_of_an_assumption() -> None:
    noon = claim("x", event="e", at="1945-08-08T12:00", clock="tokyo")
    assert changes(noon + claim("y", event="e", at="1945-08-08T12:00", clock="harbin")) >= {
        "x was read on the clock of Harbin, not of Tokyo",
        "y was read on the clock of Tokyo, not of Harbin",
        "tokyo is given up",
        "harbin stood at +09:00, not at +08:30",
    }
    computed = claim("z", event="f", after="e", gap="PT1H", computed_from=["y"])
    answer = claim("w", event="f", at="1945-08-08T12:10", clock="tokyo")
    assert any(
        each.startswith("z falls with y, from which it was computed")
        for each in changes(noon + claim("y", event="e", at="1945-08-08T12:05", clock="tokyo") + computed + answer)
    )


def test_a_repair_tells_what_each_change_costs() -> None:
    found = reconcile(changed())
    assert repair_text(found.case, found.model, found.best[0]) == "nothing has to be given up"
    found = reconcile(claim("x", event="e", after="f") + claim("y", event="f", after="e"))
    texts = [repair_text(found.case, found.model, each) for each in found.best]
    assert texts == ["x is given up (8)", "y is given up (8)"]
