"""The command: what it prints, how it ends, and that bad input never gives a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from treatyclock.cli import main

PACT = "soviet-japanese-neutrality-pact"
ERRORS = Path(__file__).parent / "errors"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        status = main(arguments)
    except SystemExit as stop:
        assert isinstance(stop.code, int)
        status = stop.code
    out, err = capsys.readouterr()
    return status, out, err


def run_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    status, out, err = run(capsys, *arguments, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)


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


def test_dates(capsys: pytest.CaptureFixture[str]) -> None:
    found = run_json(capsys, "dates", PACT)
    assert found["entry_into_force"] == [{"value": "1941-04-25", "under": {}}]
    assert found["last_timely_notice"] == [
        {"value": "1945-04-25", "under": {"first_day": "not counted"}},
        {"value": "1945-04-24", "under": {"first_day": "counted"}},
    ]
    assert {each["value"] for each in found["last_day_in_force"]} == {"1946-04-25", "1946-04-24"}
    foreseen = run_json(capsys, "dates", PACT, "--known-as-of", "1945-04-01")
    assert {each["value"] for each in foreseen["last_day_in_force"]} == {"1951-04-25", "1951-04-24"}
    before = run_json(capsys, "dates", PACT, "--known-as-of", "1941-04-24")
    assert before["entry_into_force"] == [{"value": None, "under": {}}]
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
        ("ended-by-war-moscow-midnight", {"1945-08-08"}),
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
    assert {each["value"] for each in found["last_day_in_force"]} == last_days


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
        assert [each["value"] for each in run_json(capsys, "dates", three, *subject)["entry_into_force"]] == [day]
        answer = run_json(capsys, "ask", three, "--at", "1950-06-01", *subject)
        assert answer["truth"] == ("yes" if day < "1950-06-01" else "no")
        last = run_json(capsys, "timeline", three, *subject)[-1]
        assert last == {"from": f"{day}T00:00:00Z", "to": None, "status": ["party"]}
        status, out, _ = run(capsys, "dates", three, *subject)
        assert status == 0
        assert out.startswith(f"entry into force    {day}\n")


def test_timeline_tiles_all_time(capsys: pytest.CaptureFixture[str]) -> None:
    pieces = run_json(capsys, "timeline", PACT, "--party", "JPN")
    assert pieces[0]["from"] is pieces[-1]["to"] is None
    assert [a["to"] for a in pieces[:-1]] == [b["from"] for b in pieces[1:]]
    assert run(capsys, "timeline", PACT)[0] == 0


def test_corpus_and_readings(capsys: pytest.CaptureFixture[str]) -> None:
    found = {each["id"]: each for each in run_json(capsys, "corpus")}
    assert found[PACT]["parties"] == ["SUN", "JPN"]
    assert found["soviet-japanese-declaration-1941"]["title"].startswith("Declaration")
    readings = run_json(capsys, "readings", PACT)
    assert all(each["holder"] for each in readings)
    assert run(capsys, "corpus")[0] == run(capsys, "readings", PACT)[0] == 0


def test_check(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, err = run(capsys, "check", PACT, str(ERRORS / "seven-faults.toml"), str(ERRORS / "naive-hour.toml"))
    assert status == 1
    assert out.endswith(f"{PACT}: no fault, {out.count('hint: ')} findings\n")
    assert err.count("hint: ") == 9
    far = tmp_path / "far.toml"
    far.write_text(
        'schema = 1\nid = "far"\ntitle = "Far"\nparties = { A = "A", B = "B" }\n'
        '[entry_into_force]\nwhen = "signed"\nref = "1"\n[term]\nlasts = "P9000Y"\nfrom = "signature"\nref = "2"\n'
        '[[act]]\nkind = "signature"\nby = ["A", "B"]\non = "1941-01-01"\nref = "3"\n',
        encoding="utf-8",
    )
    status, _, err = run(capsys, "check", str(far))
    assert status == 1
    assert "outside the years 1 to 9999" in err
    assert run(capsys, "ask", str(far), "--at", "1945-01-01")[0] == 1
    assert run(capsys, "check", "nowhere.toml")[0] == 2


LINT = Path(__file__).parent / "lint"


def test_findings_are_told_and_faults_end_it(capsys: pytest.CaptureFixture[str]) -> None:
    clean, late, broken = LINT / "clean-of-two.toml", LINT / "late-notice.toml", ERRORS / "naive-hour.toml"
    assert run(capsys, "check", str(clean)) == (0, f"{clean}: no fault found\n", "")
    assert run(capsys, "check", "--strict", str(clean))[0] == 0
    status, out, err = run(capsys, "check", str(late))
    assert (status, err) == (0, "")
    assert out.startswith(f"{late}:42: act[2].received: denunciation-aaa: it was given on 1954-01-02, after 1954-01-01")
    assert run(capsys, "check", "--strict", str(late)) == (1, out, "")
    status, out, err = run(capsys, "check", "--json", str(clean), str(late), str(broken))
    assert (status, err) == (1, "")
    first, second, third = json.loads(out)
    assert (first["faults"], first["findings"]) == ([], [])
    (finding,) = second["findings"]
    assert {"code": "late-notice", "file": str(late), "line": 42, "key": "act[2].received"}.items() <= finding.items()
    assert finding["problem"] and finding["hint"]
    assert third["findings"] == []
    assert {fault["file"] for fault in third["faults"]} == {str(broken)}
    assert run(capsys, "check", "--json", "--strict", str(late))[0] == 1
    assert run(capsys, "check", "--json", "nowhere.toml")[0] == 2


def test_new(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, err = run(capsys, "new", "pact", "--parties", "SUN,JPN")
    assert (status, err) == (0, "")
    assert 'SUN = "SUN"\nJPN = "JPN"\n' in out
    file = tmp_path / "pact.toml"
    assert run(capsys, "new", "pact", "--parties", "SUN,JPN", "--output", str(file)) == (0, "", "")
    assert file.read_text(encoding="utf-8") == out
    assert run(capsys, "check", str(file))[0] == 0
    status, out, err = run(capsys, "new", "other", "--output", str(file))
    assert (status, out) == (2, "")
    assert "cannot be written: it exists already" in err
    assert 'id = "pact"' in file.read_text(encoding="utf-8")
    status, out, err = run(capsys, "new", "other", "--output", str(tmp_path / "no" / "such" / "folder.toml"))
    assert (status, out) == (2, "")
    assert "hint" in err
    status, out, _ = run(capsys, "new", "many", "--multilateral")
    assert (status, out.count('"CCC"')) == (0, 1)


def test_doctor(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "doctor")
    assert status == 0
    assert "Manchukuo" in out
    found = run_json(capsys, "doctor")
    assert found["library"]["version"]


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["ask", "no-such-pact", "--at", "1945"], 2, "no shipped treaty"),
        (
            ["ask", "soviet-japanese-neutrality-pakt", "--at", "1945"],
            2,
            "did you mean `soviet-japanese-neutrality-pact`",
        ),
        (["ask", PACT], 2, "--at"),
        (["ask", PACT, "--at", "1945-02-30"], 2, "there was no `1945-02-30`"),
        (["ask", PACT, "--at", "1945-08-09 00:10"], 2, "without a zone"),
        (["ask", PACT, "--at", "1936-12-31 23:30", "--zone", "Manchukuo"], 2, "never showed"),
        (["ask", PACT, "--at", "1945-08-09 00:10", "--zone", "Asia/Tokio"], 2, "did you mean `Asia/Tokyo`"),
        (["ask", PACT, "--at", "1945-08-09 00:10", "--zone", "CET"], 2, "label"),
        (["ask", PACT, "--at", "1945", "--party", "USA"], 2, "is not a party"),
        (["ask", PACT, "--at", "1945", "--reading", "mine"], 2, "declares no reading"),
        (["ask", PACT, "--at", "1945", "--known-as-of", "then"], 2, "cannot be read as a time"),
        (["timeline", PACT, "--party", "sun"], 2, "did you mean"),
        (["dates", PACT, "--party", "sun"], 2, "did you mean"),
        (["dates", PACT, "--between", "SUN,JPM"], 2, "did you mean"),
        (["ask", PACT, "--at", "1945", "--between", "SUN"], 2, "two different parties"),
        (["ask", PACT, "--at", "1945", "--between", "SUN,SUN"], 2, "two different parties"),
        (["timeline", PACT, "--between", "A,B,C"], 2, "two different parties"),
        (["timeline", PACT, "--between", "SUN,JPN", "--party", "SUN"], 2, "not allowed with"),
        (["ask", PACT, "--at", "\x1b[31m\x07"], 2, r"`\x1b[31m\x07`"),
        (["ask", "\x1b[31m\udcff", "--at", "1945"], 2, r"\x1b[31m\udcff"),
        (["ask", PACT, "--at", "1945", "--\x1b[31m"], 2, r"\x1b[31m"),
        (["ask", PACT, "--at", "9" * 100_000], 2, "cannot be read"),
        (["ask", ".", "--at", "1945"], 1, "not a regular file"),
        (["ask", str(ERRORS / "not-toml.toml"), "--at", "1945"], 1, "is not TOML"),
        (["ask", "/dev/zero", "--at", "1945"], 1, "not a regular file"),
        (["new", "No Name"], 2, "lower-case words"),
        (["new", "pact", "--parties", "A"], 2, "two parties at least"),
        (["new", "pact", "--parties", "A,\x1b"], 2, "code"),
        (["new", "pact", "--parties", "A,B", "--multilateral"], 2, "three codes"),
        (["new", "pact", "--output", "a\0b"], 2, "cannot be written"),
        (["frobnicate"], 2, "invalid choice"),
        ([], 2, "required"),
    ],
)
def test_bad_input(capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, message: str) -> None:
    found, out, err = run(capsys, *arguments)
    assert (found, out) == (status, "")
    assert message in err
    assert "Traceback" not in err
    assert "\x1b" not in err


def test_a_large_file_is_not_read_whole(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    big = tmp_path / "big.toml"
    with big.open("wb") as file:
        file.truncate(50_000_000)
    status, _, err = run(capsys, "check", str(big))
    assert status == 1
    assert "larger than" in err


def test_a_reader_that_stops_early_is_no_error() -> None:
    code = "import sys; from treatyclock.cli import main; sys.exit(main(['doctor', '--json']))"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_output_survives_a_terminal_without_the_letters(tmp_path: Path) -> None:
    file = tmp_path / "kyiv.toml"
    file.write_text(
        'schema = 1\nid = "k"\ntitle = "Київ — 東京"\nparties = { A = "Київ", B = "東京" }\n'
        '[[act]]\nkind = "signature"\nby = ["A", "B"]\non = "1941-01-01"\nref = "§ 3"\n',
        encoding="utf-8",
    )
    result = subprocess.run(
        [sys.executable, "-m", "treatyclock", "ask", str(file), "--at", "1942", "--explain"],
        env={"PYTHONIOENCODING": "ascii", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        check=True,
    )
    assert b"No, not in force" in result.stdout


def test_deadlines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deadlines", PACT, "--notice-on", "1944-01-01"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[0].split() == ["earliest", "notice", "1941-04-25"]
    assert rows[1].split()[:4] == ["last", "timely", "notice", "1945-04-25"]
    assert main(["deadlines", "ilo-underground-work-women-1935", "--windows", "1995", "1999", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found[-1]["outcomes"] == [{"days": ["1997-05-30/1998-05-30"], "under": {}}]
    assert main(["deadlines", PACT, "--party", "USA"]) == 2
    assert "is not a party" in capsys.readouterr().err
