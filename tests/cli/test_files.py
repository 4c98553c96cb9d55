"""``treatyclock check`` and ``new``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import treatyclock as tc
from command_runs import run
from wikidata_items import entity, item, saved, snak, statement, time

PACT = "soviet-japanese-neutrality-pact"
ERRORS = Path(__file__).parents[1] / "errors"


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


LINT = Path(__file__).parents[1] / "lint"


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
    first, second, third = json.loads(out)["result"]
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


def test_a_large_file_is_not_read_whole(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    big = tmp_path / "big.toml"
    with big.open("wb") as file:
        file.truncate(50_000_000)
    status, _, err = run(capsys, "check", str(big))
    assert status == 1
    assert "larger than" in err


def test_findings_that_bear_on_no_answer_are_told_in_short(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "check", "whaling-1946")
    assert (status, "times: A date is marked as uncertain: lines " in out) == (0, True)
    assert out.index("(open-convention)") < out.index("(uncertain-date; --all tells each)")
    _, whole, _ = run(capsys, "check", "whaling-1946", "--all")
    assert whole.count("(uncertain-date)") > 5 and "--all tells" not in whole
    assert whole.splitlines()[-1] == out.splitlines()[-1]


def test_new_from_wikidata(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    signed = [statement("P1891", item(each), snak("P585", time("+1941-04-13"))) for each in ("Q17", "Q15180")]
    treaty, japan = entity("Q700", "Neutrality Pact", *signed), entity("Q17", "Japan", statement("P298", "JPN"))
    items = [saved(tmp_path, treaty, name="treaty.json"), saved(tmp_path, japan, name="japan.json")]
    path = str(tmp_path / "pact.toml")
    assert run(capsys, "new", "pact", "--wikidata", *items, "--output", path) == (0, "", "")
    status, out, err = run(capsys, "check", path)
    assert (status, err) == (0, "")
    assert "no fault" in out
    assert [party.id for party in tc.load(path).record.parties] == ["JPN", "Q15180"]


def test_wikidata_names_the_parties_and_must_be_readable(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, _, err = run(capsys, "new", "pact", "--parties", "A,B", "--wikidata", "item.json")
    assert status == 2
    assert "leave out --parties" in err
    status, out, err = run(capsys, "new", "pact", "--wikidata", str(tmp_path / "item.json"))
    assert (status, out) == (2, "")
    assert "cannot be read" in err
