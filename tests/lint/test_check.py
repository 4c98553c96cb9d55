"""Looking through a treaty file: one parse, and lines only for what is found."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

import treatyclock as tc
from small_treaties import SIGNED, act, clause, reading
from treatyclock.errors import TreatyFileError, UnknownTreatyError, WrongTypeError
from treatyclock.formats.documents import lines
from treatyclock.lint.check import KINDS

SETTLED = """
schema = 1
id = "settled"
title = "Nothing is left open"
parties = { AAA = "A", BBB = "B" }
[entry_into_force]
when = "signed"
ref = "art. 1"
[counting]
midnight = "UTC"
month_end = "clamp"
ref = "art. 2"
[[act]]
kind = "signature"
by = ["AAA", "BBB"]
on = "1950-01-31"
ref = "text"
"""
EARLY = """
[[act]]
kind = "ratification"
by = "AAA"
on = "1949-01-31"
ref = "deposit"
"""


@pytest.mark.parametrize(("text", "scans"), [(SETTLED, 0), (SETTLED + EARLY, 1)])
def test_a_text_is_parsed_once_and_scanned_for_lines_only_if_something_is_found(
    text: str, scans: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[str] = []
    for module, name in ((tomllib, "loads"), (lines, "line_of_keys")):
        function = getattr(module, name)

        def counted(given: str, name: str = name, function: Any = function) -> Any:
            called.extend([name] if given == text else [])  # tables of the package are read from TOML too
            return function(given)

        monkeypatch.setattr(module, name, counted)
    found = tc.checks(text)
    assert bool(found) == bool(scans)
    assert called == ["loads"] + ["line_of_keys"] * scans


# --- what is looked through, and in which order --------------------------------------------------

HEAD = 'schema = 1\nid = "two"\ntitle = "Two"\nparties = { AAA = "A", BBB = "B" }\n'
TERM = clause("term", lasts="P5Y", from_="signature")


def codes(*parts: str) -> list[str]:
    return [each.code for each in tc.checks("".join([HEAD, clause("counting", midnight="UTC"), *parts]))]


def test_findings_stand_in_the_order_of_their_lines() -> None:
    found = tc.checks(HEAD + SIGNED + TERM + act("denunciation", "AAA", "1931-01-01"))
    assert len(found) > 1
    assert [each.line or 0 for each in found] == sorted(each.line or 0 for each in found)


def test_what_comes_out_in_several_ways_is_one_finding() -> None:
    found = codes(SIGNED, TERM)
    assert found.count("open-convention") == 1
    assert codes(SIGNED, clause("term", lasts="P5Y", from_="signature", first_day="counted")) == []


def test_a_reading_is_looked_through_only_for_clauses_of_its_own() -> None:
    settled = clause("term", lasts="P5Y", from_="signature", first_day="counted")
    own = {"lasts": "P9Y", "from": "exchange of instruments", "first_day": "counted", "ref": "r"}
    assert codes(SIGNED, settled, reading("mine", choose={"month_end": "roll"})) == []
    assert codes(SIGNED, settled, reading("mine", term=own)) == ["anchor-without-act"]


def test_a_record_that_cannot_be_used_under_a_reading_is_a_fault_on_its_line() -> None:
    far = {"lasts": "P9000Y", "from": "signature", "ref": "r"}
    with pytest.raises(TreatyFileError) as caught:
        codes(SIGNED, reading("mine", term=far))
    (fault,) = caught.value.faults
    assert (fault.key, fault.structural) == ("reading[1]", False)
    assert fault.line is not None


def test_what_cannot_be_looked_through() -> None:
    with pytest.raises(WrongTypeError):
        tc.checks(b"schema = 1")  # type: ignore[arg-type]
    with pytest.raises(UnknownTreatyError):
        tc.check("no-such-treaty")
    with pytest.raises(TreatyFileError):
        tc.checks("schema = 2")


def test_every_kind_of_finding_is_there_under_its_own_code() -> None:
    assert all(kind.code == code and kind.meaning.endswith(".") for code, kind in KINDS.items())
    assert len({kind.meaning for kind in KINDS.values()}) == len(KINDS)
