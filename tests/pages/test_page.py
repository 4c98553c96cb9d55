"""``tc.page``: what it takes, what it refuses, and the file that it writes."""

from __future__ import annotations

from pathlib import Path

import pytest

import treatyclock as tc
from treatyclock.errors import UnknownTreatyError, UnwrittenFileError, WrongTypeError
from treatyclock.pages.page import is_case

TREATY = """schema = 1
id = "pact"
title = "Pakt o neutralitě"
parties = { FRA = "France", RUR = "Ruritania" }
entry_into_force = { recorded = "1935-05-01", ref = "art. 5" }
"""
CASE = """schema = 1
id = "night"
title = "A night"
[sources]
a = { title = "a letter", confidence = "good" }
[clocks.x]
name = "x"
zone = "+01:00"
[events]
arrival = "the arrival"
[[claim]]
id = "one"
event = "arrival"
at = "1900-01-01T12:00"
clock = "x"
source = "a"
"""


def test_a_page_is_saved_in_utf_8_and_never_over_another(tmp_path: Path) -> None:
    made = tc.page(tc.loads(TREATY))
    assert repr(made).startswith("<Page of Pakt o neutralitě: ")
    made.save(tmp_path / "pact.html")
    assert "<h1>Pakt o neutralitě</h1>" in (tmp_path / "pact.html").read_text(encoding="utf-8")
    with pytest.raises(UnwrittenFileError, match="it exists already"):
        made.save(tmp_path / "pact.html")
    made.save(tmp_path / "pact.html", overwrite=True)


def test_a_file_is_told_by_what_stands_in_it(tmp_path: Path) -> None:
    (tmp_path / "treaty.toml").write_text(TREATY, encoding="utf-8")
    (tmp_path / "case.toml").write_text(CASE, encoding="utf-8")
    assert not is_case(tmp_path / "treaty.toml") and is_case(tmp_path / "case.toml")
    assert tc.page(tmp_path / "case.toml").title == "A night"
    assert tc.page(str(tmp_path / "treaty.toml")).title == "Pakt o neutralitě"
    assert not any(is_case(id) for id in tc.shipped()) and all(map(is_case, tc.shipped_cases()))


def test_a_view_a_treaty_a_case_and_a_reconciliation_are_taken() -> None:
    pact = tc.loads(TREATY)
    assert tc.page(pact).html == tc.page(pact.under()).html
    assert tc.page(tc.reconcile("japan-peace-1952")).html == tc.page("japan-peace-1952").html


def test_a_mistyped_name_is_suggested_whichever_it_is_of() -> None:
    with pytest.raises(UnknownTreatyError, match="august-1945"):
        tc.page("august-1954")
    with pytest.raises(UnknownTreatyError, match="icsid-1965"):
        tc.page("icsid-1956")


def test_what_says_nothing_there_is_refused() -> None:
    with pytest.raises(WrongTypeError, match="a case has its own events"):
        tc.page("august-1945", at="1945-08-09")
    with pytest.raises(WrongTypeError, match="only the events of a case"):
        tc.page(tc.loads(TREATY), treaty="icsid-1965")
    with pytest.raises(WrongTypeError, match="what the page is about"):
        tc.page(1945)  # type: ignore[arg-type]


def test_one_moment_or_several() -> None:
    one = tc.page(tc.loads(TREATY), at="1935-06-01T12:00", zone="Europe/Paris").html
    several = tc.page(tc.loads(TREATY), at=["1935-06-01T12:00", "1936-01-01"], zone="Europe/Paris").html
    assert one.count("The moment asked about.") == 2  # in the table, and in the data
    assert several.partition("page-data")[0].count("The moment asked about.") == 2
