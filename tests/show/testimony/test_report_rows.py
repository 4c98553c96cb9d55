"""A reconciliation as rows and in Markdown."""

from __future__ import annotations

import csv
import io

import treatyclock as tc
from treatyclock.show.testimony.report_rows import report_rows

AUGUST = tc.reconcile("august-1945", treaty="soviet-japanese-neutrality-pact")


def test_a_row_for_each_clock_at_each_event() -> None:
    rows = list(csv.DictReader(io.StringIO(AUGUST.printed("csv"))))
    assert len(rows) == len(report_rows(AUGUST).rows)
    attack = {each["clock"]: each["earliest"] for each in rows if each["event"] == "attack"}
    assert (attack["UTC"], attack["moscow"], attack["tokyo"]) == (
        "1945-08-08T15:10:00Z", "1945-08-08T18:10", "1945-08-09T00:10",
    )  # fmt: skip
    war = [each["earliest"] for each in rows if each["event"] == "war" and each["clock"] == "UTC"]
    assert war == ["1945-08-08T15:00:00Z", "1945-08-08T21:00:00Z"], "one for each of the repairs that differ"


def test_markdown() -> None:
    found = AUGUST.printed("md")
    assert "The least that must be given up, of " in found
    assert "| the attack | UTC | 1945-08-08T15:10:00Z | 1945-08-08T15:10:59.999999Z |" in found
    assert "Was soviet-japanese-neutrality-pact in force by its terms?" in found
    assert "\n- at the attack: yes" in found
