"""What may stand at the cursor."""

from __future__ import annotations

import pytest

from treatyclock.cli import parser
from treatyclock.cli.completion.candidates import FILES, candidates

PACT = "soviet-japanese-neutrality-pact"
KNOWN = parser().sub_commands()


def words(*typed: str, split: bool = False) -> list[str]:
    return [word for word, _ in candidates(KNOWN, typed, split=split)]


def test_sub_commands_and_options() -> None:
    assert words("re") == ["replay", "readings", "reconcile"]
    assert words("--v") == ["--version"]
    assert words("nonsense", "") == []
    assert words("ask", PACT, "--kn") == ["--known-as-of"]
    assert "--fold" not in words("ask", PACT, "--fold", "both", "--")
    assert "--without" in words("ask", PACT, "--without", "denunciation", "--"), "it may be given again"
    assert "--at" in words("ask", PACT, ""), "no argument is left, so options are offered"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("ask", "soviet-japanese-n"), [PACT]),
        (("dates", PACT, "--party", ""), ["SUN", "JPN"]),
        (("dates", "--party", "J"), []),
        (("dates", PACT, "--between", "SUN,"), ["SUN,JPN"]),
        (("ask", "--at", "1945", PACT, "--reading", "japanese"), ["japanese-government"]),
        (("ask", PACT, "--reading=japanese"), ["--reading=japanese-government"]),
        (("ask", PACT, "--fold", "e"), ["earlier"]),
        (("ask", PACT, "--format", "c"), ["csv", "citation"]),
        (("timeline", PACT, "--format", "s"), ["svg"]),
        (("ask", PACT, "--without", "denun"), ["denunciation"]),
        (("ask", PACT, "--choose", "first_day=c"), ["first_day=counted"]),
        (("ask", PACT, "--zone", "Asia/Toky"), ["Asia/Tokyo"]),
        (("ask", PACT, "--zone", "Manch"), ["Manchukuo"]),
        (("ask", PACT, "--at", ""), []),
        (("when", "1945", "--also", "UTC,Asia/Toky"), ["UTC,Asia/Tokyo"]),
        (("when", "1945", "--calendar", "russi"), ["russia"]),
        (("reconcile", "aug"), ["august-1945"]),
        (("completion", "f"), ["fish"]),
        (("ask", "no-such-treaty", "--party", ""), []),
        (("ask", "./my"), [FILES]),
        (("replay", ""), [FILES]),
        (("new", "pact", "--wikidata", ""), [FILES]),
        (("new", "pact", "--wikidata", "treaty.json", "st"), [FILES]),
        (("new", "pact", "--wikidata", "treaty.json", "--out"), ["--output"]),
        (("export", PACT, "--format", "ic"), ["ical"]),
        (("deadlines", PACT, "--windows", "1995", ""), []),
    ],
)
def test_values(typed: tuple[str, ...], expected: list[str]) -> None:
    assert words(*typed) == expected


def test_claims_of_a_case() -> None:
    found = words("reconcile", "august-1945", "--without", "")
    assert len(found) > 5
    again = words("reconcile", "august-1945", "--without", f"{found[0]},")
    assert again == [f"{found[0]},{each}" for each in found[1:]], "none twice"


def test_bash_takes_words_apart_at_colons_and_equals_signs() -> None:
    assert words("ask", PACT, "--reading", "=", "japanese", split=True) == ["japanese-government"]
    assert words("ask", PACT, "--choose", "first_day", "=", split=True) == ["not counted", "counted"]
    at = ("--at", "1945-08-09T00", ":", "10")
    assert words("ask", *at, PACT, "--party", "S", split=True) == ["SUN"]
    assert words("ask", "--at", "1945-08-09T00", ":", split=True) == []


def test_each_tells_what_it_is() -> None:
    assert candidates(KNOWN, ["ask", PACT, "--party", "S"]) == (("SUN", "the USSR"),)
    assert all(tells for _, tells in candidates(KNOWN, ["ask", PACT, "--"]))
