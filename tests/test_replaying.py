"""A cited answer can be run again, by its receipt and by its line; whatever has changed since is named."""

from __future__ import annotations

import json
import shlex
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import treatyclock as tc
from treatyclock.cli import main
from treatyclock.errors import ReceiptError, TimeFormatError
from treatyclock.show.command_line import command_line

PACT = tc.load("soviet-japanese-neutrality-pact")
LATE = {"kind": "denunciation", "by": "SUN", "on": "1945-04-27", "ref": "art. 3", "note": "as some wrote, it's late"}
QUESTIONS: tuple[dict[str, Any], ...] = (
    {"at": "1946-04-25"},
    {"at": date(1945, 8, 9)},
    {"at": datetime(1945, 8, 8, 15, 10, tzinfo=UTC)},
    {"at": datetime(1945, 8, 9, 0, 10, tzinfo=ZoneInfo("Asia/Tokyo"))},
    {"at": datetime(1945, 9, 15, 1, 30, fold=1, tzinfo=ZoneInfo("America/New_York"))},
    {"at": "1945-08-09 00:10", "zone": "Asia/Tokyo", "party": "JPN"},
    {"at": "1945-08-09 00:10", "zone": ["Asia/Tokyo", "Manchukuo"], "between": ("SUN", "JPN")},
    {"at": "1945-08-09T00:10+09:00[Asia/Tokyo]", "reading": "japanese-government"},
    {"at": "1945-08-09", "zone": "any", "known_as_of": "1945-04-01"},
    {"at": "1945-08~", "widen": "one-unit"},
    {"at": tc.moment("1945-08-09 00:10", zone="Manchukuo")},
    {"at": tc.moment("1945-08~", widen="one-unit")},
    {"at": tc.when("27 July 1945", calendar="julian").moment},
    {"at": tc.moment("1945-08-09 00:10", zone=tc.lmt(126.6))},
    {"at": "1946-04-25", "choose": {"first_day": "counted"}},
    {"at": "1945-09-15 01:30", "zone": "America/New_York", "fold": "later"},
)


def in_any_order(answer: tc.Answer) -> dict[str, Any]:
    """An answer as data; acts of one day stand in the order of the file, which a receipt does not keep."""
    data = answer.to_dict()
    return {**data, "without_effect": sorted(data["without_effect"], key=str)}


@pytest.mark.parametrize("asked", QUESTIONS, ids=[str(each["at"]) + str(len(each)) for each in QUESTIONS])
@pytest.mark.parametrize("treaty", [PACT, PACT.what_if(drop="denunciation", add=[LATE])], ids=["record", "what-if"])
def test_an_answer_is_run_again_by_its_receipt_and_by_its_line(
    treaty: tc.Treaty, asked: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    answer = treaty.in_force(**asked)
    again = tc.replay(json.loads(json.dumps(answer.receipt())))
    assert (again.changed, again.agrees) == ((), True)
    assert in_any_order(again.answer) == in_any_order(answer)
    assert main([*shlex.split(command_line(answer))[1:], "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)["result"]
    ours = answer.to_dict()
    assert {key: printed[key] for key in ("truth", "status", "at")} == {
        key: ours[key] for key in ("truth", "status", "at")
    }


@pytest.mark.parametrize("name", tc.shipped())
def test_every_shipped_treaty_has_a_receipt(name: str) -> None:
    treaty = tc.load(name)
    receipt = treaty.in_force("1945-08-09").receipt()
    assert tc.replay(receipt).agrees
    assert tc.loads(receipt["treaty"]["text"]).in_force("1945-08-09").truth is treaty.in_force("1945-08-09").truth


def test_the_text_is_the_same_whatever_is_supposed() -> None:
    supposed = PACT.what_if(drop="denunciation", add=[LATE]).in_force("1946-04-25").receipt()
    assert supposed["treaty"]["sha256"] == PACT.in_force("1946-04-25").receipt()["treaty"]["sha256"]


def test_of_a_part_and_beside_another_treaty() -> None:
    text = """
schema = 1
id = "own"
title = "Own"
parties = { AAA = "A", BBB = "B" }
[counting]
midnight = "+00:00"
ref = "art. 0"
[entry_into_force]
when = "signed"
ref = "art. 1"
[[part]]
id = "annex"
consent = "to the treaty"
ref = "art. 2"
[[companion]]
treaty = "soviet-japanese-neutrality-pact"
in_force = "no longer than it is"
ref = "art. 3"
[[act]]
kind = "signature"
by = ["AAA", "BBB"]
on = 1941-04-13
ref = "text"
"""
    answer = tc.loads(text).beside(PACT).in_force("1942-01-01", part="annex")
    found = tc.replay(answer.receipt())
    assert (found.agrees, found.answer.truth) == (True, answer.truth)
    assert command_line(answer).startswith(
        "treatyclock ask FILE --beside soviet-japanese-neutrality-pact --at 1942-01-01"
    )


def test_what_was_known_by_an_hour_on_a_clock() -> None:
    answer = PACT.in_force("1946-05-01", known_as_of=datetime(1945, 4, 5, 20, tzinfo=ZoneInfo("Asia/Tokyo")))
    assert command_line(answer).endswith("--known-as-of 1945-04-05T11:00:00Z")
    assert tc.replay(answer.receipt()).changed == ()


OWN = """
schema = 1
id = "own"
title = "Own"
parties = { AAA = "A", BBB = "B" }
[entry_into_force]
when = "signed"
ref = "art. 1"
[[part]]
id = "annex"
consent = "its own"
ref = "art. 2"
[part.entry_into_force]
when = "ratified by all"
ref = "art. 3"
[[act]]
kind = "signature"
by = ["AAA", "BBB"]
on = 1941-04-13
ref = "text"
[[act]]
kind = "ratification"
by = ["AAA", "BBB"]
on = 1942-03-01
part = "annex"
ref = "text"
"""


def test_acts_about_a_part_are_in_the_receipt() -> None:
    treaty = tc.loads(OWN)
    later = {"kind": "denunciation", "by": "AAA", "on": "1943-01-01", "part": "annex", "ref": "art. 4"}
    (there,) = (act.id for act in treaty.record.acts if act.part)
    for supposed in (treaty, treaty.what_if(add=[later]), treaty.what_if(drop=there)):
        answer = supposed.in_force("1942-06-01", part="annex")
        assert tc.replay(answer.receipt()).changed == ()
    assert f"--part annex --without {there}" in command_line(answer)


def test_a_file_that_is_called_by_its_id_is_no_shipped_treaty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("own.toml").write_text(OWN, encoding="utf-8")
    line = command_line(tc.load("own.toml").in_force("1942"))
    assert line == "treatyclock ask own.toml --at 1942"
    assert main(shlex.split(line)[1:]) == 0
    name = f"{PACT.record.id}.toml"
    Path(name).write_text(tc.dumps(PACT), encoding="utf-8")
    assert command_line(tc.load(name).in_force("1942")) == f"treatyclock ask {PACT.record.id} --at 1942"
    Path(name).write_text(tc.dumps(PACT).replace("1941-04-13", "1941-04-14"), encoding="utf-8")
    assert command_line(tc.load(name).in_force("1942")) == f"treatyclock ask {name} --at 1942"


@pytest.mark.parametrize("more", [{}, {"ref": "my notes"}, {"without": "denunciation"}, {"rejects": "denunciation"}])
def test_a_reading_that_no_file_declares_is_in_the_receipt(more: dict[str, Any]) -> None:
    mine = tc.Reading(id="Mine!", title="Tokyo counts", holder="me", choose=(("first_day", "counted"),), **more)
    answer = PACT.in_force("1941-04-24T18:00Z", reading=mine, choose={"midnight": "Asia/Tokyo"})
    again = tc.replay(json.loads(json.dumps(answer.receipt())))
    assert (again.changed, again.answer.reading) == ((), answer.reading)
    *cited, line = answer.cite().splitlines()
    assert "No file declares it" in " ".join(cited)
    assert line == answer.receipt()["command"] == "treatyclock replay RECEIPT"


def test_each_difference_is_named() -> None:
    receipt = PACT.in_force("1945-08-09T00:10", zone="Asia/Tokyo").receipt()
    receipt["answer"]["truth"] = "no"
    receipt["treatyclock"], receipt["library"], receipt["zone_database"] = "0.1.0", "0" * 64, "2020a"
    receipt["zones"]["Asia/Tokyo"] = "1" * 64
    receipt["treaty"]["sha256"] = "2" * 64
    found = tc.replay(receipt)
    assert not found.agrees
    assert [(each.what, each.decides) for each in found.changed] == [
        ("the truth", True),
        ("the text of the treaty in the receipt", False),
        ("the shipped treaty soviet-japanese-neutrality-pact", False),
        ("the version of treatyclock", False),
        ("the code of treatyclock", False),
        ("the time zone database", False),
        ("the data of the zone Asia/Tokyo", False),
    ]
    assert str(found).splitlines()[:2] == ["Another answer: Yes, in force by its terms.", "  the truth: no, now yes"]


def without(key: str) -> dict[str, Any]:
    receipt = PACT.in_force("1945-08-09").receipt()
    del receipt[key]
    return receipt


@pytest.mark.parametrize(
    "receipt",
    [{}, {"receipt": 2}, {"receipt": 1}, without("question"), without("treaty"), without("zones"), [],
     {**PACT.in_force("1945-08-09").receipt(), "treaty": {"text": "nothing"}},
     {**PACT.in_force("1945-08-09").receipt(), "question": 3},
     {**PACT.in_force("1945-08-09").receipt(), "answer": None}],
)  # fmt: skip
def test_what_is_no_receipt_is_our_own_error(receipt: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if isinstance(receipt, dict):
        with pytest.raises(ReceiptError, match="hint: "):
            tc.replay(receipt)
    file = tmp_path / "receipt.json"
    file.write_text(json.dumps(receipt), encoding="utf-8")
    assert main(["replay", str(file)]) == 2
    assert "cannot be replayed" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000, None])
def test_a_file_that_is_none_is_our_own_error(content: bytes | None, tmp_path: Path) -> None:
    file = tmp_path / "receipt.json"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ReceiptError):
        tc.replay(file)


def test_the_command_writes_a_receipt_and_replays_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["ask", "soviet-japanese-neutrality-pact", "--at", "1945-08-09"]
    assert main([*asked, "--format", "receipt"]) == 0
    file = tmp_path / "receipt.json"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["replay", str(file)]) == 0
    assert capsys.readouterr().out.startswith("The same answer: Yes, in force by its terms.")
    file.write_text(file.read_text(encoding="utf-8").replace('"truth": "yes"', '"truth": "no"'), encoding="utf-8")
    assert main(["replay", str(file)]) == 1
    assert main([*asked, "--cite"]) == 0
    cited = capsys.readouterr().out
    assert cited.rstrip().endswith("treatyclock ask soviet-japanese-neutrality-pact --at 1945-08-09")


def test_a_moment_that_its_text_does_not_say_is_not_cited() -> None:
    day = tc.moment("1945-08-09", zone="Asia/Tokyo")
    other = replace(day, text="1945-08-10")
    with pytest.raises(TimeFormatError, match="another than its text says"):
        PACT.in_force(other).cite()


@pytest.mark.parametrize("when", [
    tc.when("11 p.m. Moscow time, 8 August 1945"), tc.when("1945-08-09 00:10", label="JST"),
])  # fmt: skip
def test_a_clock_that_a_document_only_labels_is_asked_for_by_its_offset(
    when: tc.WhenAnswer, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = PACT.in_force(when.moment)
    again = tc.replay(answer.receipt())
    assert again.agrees and again.answer.at.support == answer.at.support
    assert main([*shlex.split(command_line(answer))[1:], "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["result"]["at"]["support"] == answer.to_dict()["at"]["support"]
