"""``treatyclock reconcile``: the report, its JSON, and that bad input never gives a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from command_runs import run, run_json
from testimony_cases import HEAD, changed, claim

PACT = "soviet-japanese-neutrality-pact"
FAULTY = Path(__file__).parents[1] / "errors" / "case-files" / "many-faults.toml"


def test_the_night_of_8_and_9_august_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    found = run_json(capsys, "reconcile", "august-1945", "--treaty", PACT)
    assert {"consistent", "conflicts", "repairs", "events", "open"} <= set(found)
    assert found["consistent"] is False
    assert {"A", "s4"} in [set(each["claims"]) for each in found["conflicts"]]
    kinds = {change["kind"] for repair in found["repairs"] for change in repair["changes"]}
    assert kinds == {"drop", "clock", "offset"}
    assert [repair["best"] for repair in found["repairs"]][:3] == [True, True, False]
    assert [repair["cost"] for repair in found["repairs"]] == sorted(repair["cost"] for repair in found["repairs"])
    attack = found["events"]["attack"]
    assert attack["utc"] == {"earliest": "1945-08-08T15:10:00Z", "latest": "1945-08-08T15:10:59.999999Z"}
    assert attack["clocks"]["moscow"] == {"earliest": "1945-08-08T18:10", "latest": "1945-08-08T18:10:59.999999"}
    assert [each["depends"] for each in found["treaty"]] == [False] * 5
    assert {"yes"} == {truth for each in found["treaty"] for truths in each["under"] for truth in truths if truth}


def test_the_report_says_that_the_treaty_does_not_depend_on_it(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "reconcile", "august-1945", "--treaty", PACT)
    assert (status, err) == (0, "")
    assert "the attack came 1 h 9 min to 1 h 11 min after the declaration of war" in out
    assert "at the attack: yes (by every repair of the least cost)" in out
    assert "cannot both be true" not in out
    assert "cannot both be true" in run(capsys, "reconcile", "august-1945", "--explain")[1]


def test_a_claim_about_a_clock_that_changed_is_explained(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "changed.toml"
    file.write_text(HEAD + changed(claim("a", clock="tokyo", ahead_of="manchukuo", by="PT3H")), encoding="utf-8")
    status, out, err = run(capsys, "reconcile", str(file), "--explain", "--treaty", PACT)
    assert (status, err) == (0, "")
    assert "if a is about the time when Manchuria stood at +08:00:" in out
    (conflict,) = run_json(capsys, "reconcile", str(file))["conflicts"]
    assert set(conflict["claims"]) == {"manchukuo@1936-11-29", "manchukuo@1936-12-31", "tokyo", "a"}


def test_a_few_claims_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_json(capsys, "reconcile", "august-1945", "--only", "A, B,C")["consistent"] is True
    without = run_json(capsys, "reconcile", "august-1945", "--without", "s1,s2,s3,s4,dated-8")
    assert (without["consistent"], without["conflicts"], without["repairs"][0]["changes"]) == (True, [], [])


def test_how_many_repairs(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(run_json(capsys, "reconcile", "august-1945", "--repairs", "1")["repairs"]) == 2, (
        "all of the least cost are told"
    )
    assert len(run_json(capsys, "reconcile", "august-1945", "--repairs", "4")["repairs"]) >= 4


def test_integer_programming(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("scipy", reason="scipy comes with the extra `reason`")
    found = run_json(capsys, "reconcile", "august-1945", "--solver", "milp")
    assert (found["proven"], found["repairs"][0]["cost"]) == (True, 3)


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["august-1944"], 2, "did you mean `august-1945`"),
        (["august-1945", "--only", "s9"], 2, "makes no claim `s9`"),
        (["august-1945", "--treaty", "no-such"], 2, "no-such"),
        (["august-1945", "--repairs", "0"], 2, "whole number"),
        (["august-1945", "--repairs", "x"], 2, "--repairs"),
        (["august-1945", "--seconds", "nan"], 2, "seconds"),
        (["august-1945", "--solver", "magic"], 2, "magic"),
        ([str(FAULTY)], 1, "faults"),
        ([str(FAULTY.parent)], 1, "not a regular file"),
    ],
)
def test_what_cannot_be_answered(
    capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, told: str
) -> None:
    found, out, err = run(capsys, "reconcile", *arguments)
    assert (found, out) == (status, "")
    assert told in err
    assert "Traceback" not in err


def test_small_cases_load_no_library_beyond_the_core() -> None:
    code = "import treatyclock as tc; tc.reconcile('august-1945').explain(); import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & {"scipy", "networkx", "rustworkx", "z3", "pandas"}


def test_without_scipy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("scipy", "scipy.optimize", "scipy.sparse"):
        monkeypatch.setitem(sys.modules, name, None)
    status, _, err = run(capsys, "reconcile", "august-1945", "--solver", "milp")
    assert status == 2
    assert "treatyclock[reason]" in err


@pytest.mark.parametrize("option", ["--only", "--without"])
def test_no_names_are_no_claims_to_consider(capsys: pytest.CaptureFixture[str], option: str) -> None:
    status, out, err = run(capsys, "reconcile", "may-1945", option, " , ")
    assert (status, out) == (2, "")
    assert "write names of claims with commas between them" in err


def test_all_claims_left_out_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "one.toml"
    file.write_text(HEAD + claim("x", event="e", after="f"), encoding="utf-8")
    status, out, err = run(capsys, "reconcile", str(file), "--without", "x")
    assert (status, out) == (2, "")
    assert "nothing to compare" in err


def test_a_list_cut_short_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    cut = run_json(capsys, "reconcile", "august-1945", "--repairs", "1")
    assert (cut["proven"], cut["repairs_complete"]) == (True, False)
    line = "  There may be others, none of them cheaper."
    assert line in run(capsys, "reconcile", "august-1945", "--repairs", "1")[1]
    whole = run_json(capsys, "reconcile", "japan-peace-1952")
    assert (whole["proven"], whole["repairs_complete"]) == (True, True)
    assert line not in run(capsys, "reconcile", "japan-peace-1952")[1]
