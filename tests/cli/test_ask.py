"""``treatyclock ask``: the answer as text, with its argument, and as data."""

from __future__ import annotations

from pathlib import Path

import pytest

from beside_treaties import NEW, OLD
from command_runs import run, run_json

PACT = "soviet-japanese-neutrality-pact"


@pytest.mark.parametrize(
    ("at", "zone"),
    [
        ("1945-08-09 00:10", "Asia/Tokyo"),
        ("1945-08-09 00:10", "Manchukuo"),
        ("1945-08-09 00:10", "Asia/Chita"),
        ("1945-08-08 18:10", "Europe/Moscow"),
        ("1945-08-08T15:10Z", "UTC"),
    ],
)
def test_the_main_question_as_json(capsys: pytest.CaptureFixture[str], at: str, zone: str) -> None:
    answer = run_json(capsys, "ask", PACT, "--at", at, "--zone", zone)
    assert answer["treaty"] == PACT
    assert (answer["truth"], answer["status"], answer["depends_on"]) == ("yes", ["party"], [])
    contested = {each["reading"]: each for each in answer["contested_by"]}
    assert contested["ended-by-war-front-midnight"]["truth"] == "no"
    assert contested["ended-by-notice"]["holder"]
    assert answer["at"]["support"] == [{"from": "1945-08-08T15:10:00Z", "to": "1945-08-08T15:10:00.000001Z"}]
    zones = {each["name"]: each for each in answer["rests_on"] if each["kind"] == "zone"}
    assert zones[zone]["source"] in ("tzdata package", "historic table", "fixed offset")
    assert all(each["version"] for name, each in zones.items() if name != "UTC")
    assert {"given", "derived"} == {each["kind"] for each in answer["derivation"]}
    numbers = [each["number"] for each in answer["derivation"]]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(premise < each["number"] for each in answer["derivation"] for premise in each["because"])
    cited = {source for each in answer["derivation"] for source in each["sources"]}
    assert cited == {each["id"] for each in answer["sources"]}


def test_a_link_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "ask", PACT, "--at", "1945-08-09 00:10", "--zone", "Asia/Harbin")
    assert status == 0
    assert out.startswith("Yes, in force by its terms.")
    assert "Asia/Harbin is only a link to Asia/Shanghai" in " ".join(out.split())


def test_explain_numbers_its_sentences_and_names_its_sources(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "ask", PACT, "--at", "1946-04-25T12:00Z", "--explain")
    flat = " ".join(out.split())
    assert status == 0
    assert out.startswith("Unknown")
    assert "(2) The USSR ratified: 25 April 1941. [1]" in flat
    assert "25 April 1946 if first_day = not counted or 24 April 1946 if first_day = counted" in flat
    assert "does the first day of the term count? (first_day = not counted: yes; counted: no)" in flat
    assert "[1] Neutrality Pact" in flat


def test_reading_and_knowledge(capsys: pytest.CaptureFixture[str]) -> None:
    at = ("ask", PACT, "--at", "1946-04-13 12:00", "--zone", "Europe/Moscow")
    assert run_json(capsys, *at, "--reading", "counted-from-signature")["truth"] == "yes"
    later = ("ask", PACT, "--at", "1946-04-15T12:00Z", "--reading", "counted-from-signature")
    answer = run_json(capsys, *later)
    assert answer["truth"] == "no"
    assert {"reading": "text", "truth": "yes"}.items() <= answer["contested_by"][0].items()
    assert run_json(capsys, "ask", PACT, "--at", "1950-01-01")["truth"] == "no"
    foreseen = run_json(capsys, "ask", PACT, "--at", "1950-01-01", "--known-as-of", "1945-04-01")
    assert foreseen["truth"] == "yes"
    assert "known on 1945-04-01" in " ".join(each["text"] for each in foreseen["rests_on"])


def test_a_day_of_the_treaty_and_a_day_on_any_clock(capsys: pytest.CaptureFixture[str]) -> None:
    of_the_treaty = run_json(capsys, "ask", PACT, "--at", "1946-04-26")
    assert (of_the_treaty["truth"], of_the_treaty["at"]["by_date"]) == ("no", True)
    anywhere = run_json(capsys, "ask", PACT, "--at", "1946-04-26", "--zone", "any", "--known-as-of", "1950")
    assert (anywhere["truth"], anywhere["at"]["by_date"]) == ("unknown", False)
    status, _, err = run(capsys, "ask", PACT, "--at", "1946-04-26", "--zone", "any", "--zone", "Asia/Tokyo")
    assert (status, "give 'any' alone" in err) == (2, True)
    _, out, _ = run(capsys, "ask", "panama-canal-treaty", "--at", "1999-12-31")
    assert out.startswith("For a part of that day: in force by its terms until 1999-12-31T12:00:00-05:00")


def test_who_was_a_party(capsys: pytest.CaptureFixture[str]) -> None:
    found = run_json(capsys, "parties", "whaling-1946", "--at", "2019-07-01")
    truths = {each["id"]: each["truth"] for each in found["parties"]}
    assert (truths["JPN"], truths["NOR"], found["complete"]) == ("no", "yes", False)
    status, out, _ = run(capsys, "parties", "whaling-1946", "--at", "2019-06-30")
    assert (status, "Japan" in out, "no parties" in out) == (0, True, False)


def test_what_is_protected(capsys: pytest.CaptureFixture[str]) -> None:
    bit = "netherlands-czechoslovakia-bit-1991"
    found = run_json(capsys, "protected", bit, "--on", "2030-01-01", "--made", "2015-06-01")
    assert (found["truth"], found["status"]) == ("yes", ["surviving effect"])
    status, out, _ = run(capsys, "protected", bit, "--on", "2040-01-01", "--made", "2015-06-01")
    assert (status, out.splitlines()[0]) == (0, "No, not protected on 1 January 2040, made 1 June 2015.")


def test_other_acts_and_a_choice_in_every_question_about_a_moment(capsys: pytest.CaptureFixture[str]) -> None:
    found = run_json(capsys, "parties", "paris-agreement-2015", "--at", "2020-12-01", "--without", "us-leaves")
    assert {each["id"]: each["truth"] for each in found["parties"]}["USA"] == "yes"
    _, out, _ = run(
        capsys, "protected", PACT, "--on", "1946-04-25", "--made", "1940", "--choose", "first_day=counted",
        "--without", "denunciation",
    )  # fmt: skip
    assert out.startswith("On a hypothesis: without denunciation of 5 April 1945")


def test_another_treaty_beside(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for each in (OLD, NEW):
        each.dump(tmp_path / f"{each.record.id}.toml")
    old, new = (str(tmp_path / name) for name in ("old.toml", "new.toml"))
    assert run_json(capsys, "ask", old, "--at", "2000-02-01")["truth"] == "yes"
    assert run_json(capsys, "ask", old, "--beside", new, "--at", "2000-02-01")["truth"] == "no"
