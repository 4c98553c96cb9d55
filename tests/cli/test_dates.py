"""``treatyclock dates``, ``timeline`` and ``deadlines``, for the treaty, for a party and for two."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_runs import run, run_json
from treatyclock.cli import main

PACT = "soviet-japanese-neutrality-pact"


def test_dates(capsys: pytest.CaptureFixture[str]) -> None:
    found = run_json(capsys, "dates", PACT)
    assert found["entry_into_force"] == [{"days": ["1941-04-25"], "under": {}}]
    assert found["last_timely_notice"] == [
        {"days": ["1945-04-25"], "under": {"first_day": "not counted"}},
        {"days": ["1945-04-24"], "under": {"first_day": "counted"}},
    ]
    assert {each["days"][0] for each in found["last_day_in_force"]} == {"1946-04-25", "1946-04-24"}
    foreseen = run_json(capsys, "dates", PACT, "--known-as-of", "1945-04-01")
    assert {each["days"][0] for each in foreseen["last_day_in_force"]} == {"1951-04-25", "1951-04-24"}
    before = run_json(capsys, "dates", PACT, "--known-as-of", "1941-04-24")
    assert before["entry_into_force"] == [{"days": [], "under": {}}]
    status, out, _ = run(capsys, "dates", PACT, "--reading", "japanese-government")
    assert status == 0
    assert "last day in force   1946-04-24\n" in out


@pytest.mark.parametrize(
    ("reading", "last_days"),
    [
        # who says the pact ended when (dossier, section 7)
        ("first-day-not-counted", {"1946-04-25"}),
        ("first-day-counted", {"1946-04-24"}),
        ("japanese-government", {"1946-04-24"}),
        ("counted-from-signature", {"1946-04-13"}),
        ("year-from-notice", {"1946-04-05", "1946-04-04"}),
        ("ended-by-notice", {"1945-04-05"}),
        ("molotov-to-sato", {"1946-04-25", "1946-04-24"}),
        # Moscow's midnight was six in the morning of the 9th at Tokyo: by Tokyo's days the pact saw part of that day.
        ("ended-by-war-moscow-midnight", {"1945-08-08", "1945-08-09"}),
        ("ended-by-war-front-midnight", {"1945-08-08"}),
        ("prolonged-to-1951", {"1951-04-25", "1951-04-24"}),
        ("no-breach", {"1946-04-25", "1946-04-24"}),
        ("overridden-not-ended", {"1946-04-25", "1946-04-24"}),
        ("prolonged-again-and-again", {"1946-04-25", "1946-04-24"}),
        ("atop-coding", {"1945-04-05"}),
    ],
)
def test_who_says_it_ended_when(capsys: pytest.CaptureFixture[str], reading: str, last_days: set[str]) -> None:
    found = run_json(capsys, "dates", PACT, "--reading", reading)
    assert {each["days"][0] for each in found["last_day_in_force"]} == last_days


THREE = """
schema = 1
id = "three"
title = "A treaty of three"
[parties]
AAA = { name = "A", clock = "UTC" }
BBB = { name = "B", clock = "UTC" }
CCC = { name = "C", clock = "UTC" }
[entry_into_force]
when = { instruments = 2 }
ref = "art. 1"
"""


@pytest.fixture
def three(tmp_path: Path) -> str:
    """A treaty of three that begins with the second instrument; the third State joins a year later."""
    text = THREE
    for party, day in (("AAA", "1950-01-01"), ("BBB", "1950-02-01"), ("CCC", "1951-03-01")):
        text += f'[[act]]\nkind = "ratification"\nby = "{party}"\non = "{day}"\nref = "deposit"\n'
    file = tmp_path / "three.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_questions_about_a_party_and_about_two(capsys: pytest.CaptureFixture[str], three: str) -> None:
    of = {
        (): "1950-02-01",
        ("--party", "AAA"): "1950-02-01",
        ("--party", "CCC"): "1951-03-01",
        ("--between", "AAA,BBB"): "1950-02-01",
        ("--between", "CCC, AAA"): "1951-03-01",
    }
    for subject, day in of.items():
        entry = run_json(capsys, "dates", three, *subject)["entry_into_force"]
        assert [each["days"] for each in entry] == [[day]]
        answer = run_json(capsys, "ask", three, "--at", "1950-06-01", *subject)
        assert answer["truth"] == ("yes" if day < "1950-06-01" else "no")
        last = run_json(capsys, "timeline", three, *subject)["stages"][-1]
        assert last == {"first": day, "last": None, "status": ["party"]}
        last = run_json(capsys, "timeline", three, "--instants", *subject)["stages"][-1]
        assert last == {"from": f"{day}T00:00:00Z", "to": None, "status": ["party"]}
        status, out, _ = run(capsys, "dates", three, *subject)
        assert status == 0
        assert out.startswith(f"entry into force    {day}\n")


def test_timeline_tiles_all_time(capsys: pytest.CaptureFixture[str]) -> None:
    pieces = run_json(capsys, "timeline", PACT, "--party", "JPN", "--instants")["stages"]
    assert pieces[0]["from"] is pieces[-1]["to"] is None
    assert [a["to"] for a in pieces[:-1]] == [b["from"] for b in pieces[1:]]
    status, out, _ = run(capsys, "timeline", PACT, "--reading", "japanese-government")
    assert (status, out.splitlines()[-2:]) == (
        0, ["1941-04-25  1946-04-24  party", "1946-04-25  ..          former party"],
    )  # fmt: skip
    status, out, _ = run(capsys, "timeline", PACT, "--instants")
    assert "." not in out.replace("..", "") and out.splitlines()[-1].startswith("1946-04-25T21:00:00Z  ..")
    status, out, _ = run(capsys, "dates", PACT, "--instants")
    assert "\nends                1946-04-25T21:00:00Z   if midnight = Europe/Moscow" in out


def test_deadlines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deadlines", PACT, "--notice-on", "1944-01-01"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[0].split() == ["earliest", "notice", "1941-04-25"]
    assert rows[1].split()[:4] == ["last", "timely", "notice", "1945-04-25"]
    assert main(["deadlines", "ilo-underground-work-women-1935", "--windows", "1995", "1999", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["result"]
    assert found[-1]["outcomes"] == [{"days": ["1997-05-30/1998-05-30"], "under": {}}]
    known = run_json(capsys, "deadlines", PACT, "--known-as-of", "1945-04-01")
    assert [each["known_as_of"] for each in known] == ["1945-04-01"] * 5
    assert main(["deadlines", PACT, "--party", "USA"]) == 2
    assert "is not a party" in capsys.readouterr().err


@pytest.mark.parametrize("command", [("ask", PACT, "--at", "1944-01-01"), ("deadlines", PACT)])
def test_a_format_by_name_goes_before_json(capsys: pytest.CaptureFixture[str], command: tuple[str, ...]) -> None:
    for more in (("--json",), ("--explain",), ()):
        status, out, _ = run(capsys, *command, "--format", "md", *more)
        assert (status, out[:2]) == (0, "**")
    assert json.loads(run(capsys, *command, "--json", "--explain")[1])["result"]


def test_a_source_of_several_answers_in_markdown_has_one_footnote(capsys: pytest.CaptureFixture[str]) -> None:
    notes = [line for line in run(capsys, "deadlines", PACT, "--format", "md")[1].splitlines() if line.startswith("[^")]
    assert len(notes) == len({note.partition(":")[0] for note in notes}) > 3


def test_notice(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("notice", PACT, "--by", "SUN", "--on", "1945-04-27", "--without", "denunciation")
    status, out, _ = run(capsys, *asked)
    assert (status, out.splitlines()[0]) == (0, "Yes, the notice has an effect on a hypothesis and by its terms.")
    assert "In time        no\n" in out
    found = run_json(capsys, *asked, "--choose", "first_day=not counted")
    assert (found["truth"], found["in_time"], found["by"], found["on"]) == ("yes", "no", "SUN", "1945-04-27")
    assert found["hypothesis"] == {"without": ["denunciation"], "with": []}
    assert found["choose"] == {"first_day": "not counted"}
    assert found["last_days"] == [{"days": ["1951-04-25"], "under": {}}]
    assert found["first_days_out"] == [{"days": ["1951-04-26"], "under": {}}]
    ((outcome),) = found["outcomes"]
    assert (outcome["effect"], outcome["last_day"], outcome["under"]) == ("yes", "1951-04-25", {})
    reason = outcome["reason"]
    assert {key: reason[key] for key in ("cause", "rule", "day", "end")} == {
        "cause": "too late for this term", "rule": "notice in time later", "day": "1945-04-25", "end": "1946-04-25",
    }  # fmt: skip
    _, out, _ = run(capsys, *asked, "--explain")
    assert "Hypothetically, by" in out and "\nWhy " in out and "\nSources\n" in out
    _, out, _ = run(capsys, *asked, "--format", "md")
    assert out.startswith("**Yes, the notice has an effect on a hypothesis") and "| In time | no |" in out
    # Of two reasons for none, each is told.
    for by, on, why in (("USA", "2018-01-01", "lock-in"), ("USA", "2021-01-01", "not a party then")):
        found = run_json(capsys, "notice", "paris-agreement-2015", "--by", by, "--on", on)
        assert [each["reason"]["cause"] for each in found["outcomes"]] == [why]
    grounds = run_json(capsys, "notice", "new-start-2010", "--by", "USA", "--on", "2012-01-01", "--no-grounds")
    assert grounds["truth"] == "unknown"
    assert run(capsys, "notice", PACT, "--by", "USA", "--on", "1945")[0] == 2
