"""BibTeX, read back by pybtex."""

from __future__ import annotations

from typing import Any

import pytest

import treatyclock as tc

database = pytest.importorskip("pybtex.database", reason="pybtex reads the references back")
PACT = tc.load("soviet-japanese-neutrality-pact")


def _entries(of: tc.Treaty | tc.Answer) -> Any:
    return database.parse_string(tc.export(of, "bibtex"), "bibtex").entries


def test_a_treaty_and_its_sources() -> None:
    entries = _entries(PACT)
    assert len(entries) == 1 + len(PACT.record.sources)
    fields = entries["soviet-japanese-neutrality-pact"].fields
    assert (fields["year"], fields["month"], fields["day"]) == ("1941", "April", "13")
    assert fields["title"] == "{Neutrality Pact between the USSR and Japan}"


def test_an_answer_comes_first_and_holds_the_line_that_runs_it_again() -> None:
    entries = _entries(PACT.in_force("1945-08-09"))
    key = next(iter(entries))
    assert key.startswith("soviet-japanese-neutrality-pact-answer-")
    assert "treatyclock ask soviet-japanese-neutrality-pact -{}-at 1945-08-09" in entries[key].fields["note"]


def test_what_latex_would_take_for_a_command_is_escaped() -> None:
    tables = PACT.to_dict()
    tables["sources"]["text"] = r"100% of A_B & C #1, $5 {x} \input~^"
    fields = _entries(tc.from_dict(tables))["soviet-japanese-neutrality-pact-text"].fields
    assert fields["title"] == (
        r"{100\% of A\_B \& C \#1, \$5 \textbraceleft{}x\textbraceright{} "
        r"\textbackslash{}input\textasciitilde{}\textasciicircum{}}"
    )


def test_a_brace_that_stands_alone_ends_no_entry() -> None:
    for brace in "{}":
        entries = _entries(tc.from_dict({**PACT.to_dict(), "title": f"One {brace} alone"}))
        assert len(entries) == 1 + len(PACT.record.sources)
