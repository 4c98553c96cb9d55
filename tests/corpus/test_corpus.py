"""The way to treaties: shipped ones by id, others by path; and what loading one does not bring in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import treatyclock as tc
from treatyclock.corpus import TreatyText, record_in, record_of, shipped, text_of
from treatyclock.errors import TreatyFileError, UnknownCaseError, UnknownTreatyError

TIMED_BY_AN_EVENT = """
schema = 1
id = "pact"
title = "A pact"
parties = { SUN = "the USSR", JPN = "Japan" }
[[act]]
kind = "outbreak of war"
by = "SUN"
at = { case = "night.toml", event = "declaration" }
ref = "text"
"""


def test_the_id_of_a_shipped_treaty_comes_before_a_file_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    id = shipped()[0]
    Path(id).write_text("schema = 2", encoding="utf-8")
    assert record_of(id).id == id
    with pytest.raises(TreatyFileError):
        record_of(f"./{id}")


def test_a_text_knows_where_it_comes_from(tmp_path: Path) -> None:
    id = shipped()[0]
    own = tmp_path / "own.toml"
    own.write_text(text_of(id).text, encoding="utf-8")
    assert (text_of(id).file, text_of(id).path) == (f"{id}.toml", "")
    assert (text_of(own).file, text_of(own).path) == (str(own), str(own))
    assert record_in(text_of(own)).file == str(own)
    assert record_in(TreatyText(text=text_of(id).text)).file == "<text>"


def test_what_is_neither_a_treaty_nor_a_file(tmp_path: Path) -> None:
    for name in ("no-such-treaty", tmp_path / "none.toml", "", "a\0b", 5):
        with pytest.raises(UnknownTreatyError, match="hint"):
            tc.load(name)  # type: ignore[arg-type]
    with pytest.raises(TreatyFileError, match="not a regular file"):
        tc.load(tmp_path)
    (tmp_path / "latin.toml").write_bytes(b"schema = 1\ntitle = 'Gro\xdfe'\n")
    with pytest.raises(TreatyFileError, match=r"latin.toml:2: the file is not UTF-8"):
        tc.load(tmp_path / "latin.toml")


def test_only_a_treaty_file_has_case_files_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = (Path(tc.__file__).parent / "corpus" / "cases" / "august-1945.toml").read_text(encoding="utf-8")
    (tmp_path / "night.toml").write_text(case, encoding="utf-8")
    (tmp_path / "pact.toml").write_text(TIMED_BY_AN_EVENT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    reference = tc.load("pact.toml").record.acts[0].timed_by
    assert reference is not None
    assert (reference.case, reference.event, reference.clocks) == ("night.toml", "declaration", ())
    # A text is of no file, even if there is such a case where the program runs.
    with pytest.raises(TreatyFileError, match="no shipped case"):
        tc.loads(TIMED_BY_AN_EVENT)


def imported_by(code: str) -> set[str]:
    code = f"{code}; import sys; print(*(name for name in sys.modules if name.startswith('treatyclock.')))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(result.stdout.split())


def below(package: str, names: set[str]) -> set[str]:
    return {name for name in names if f"{name}.".startswith(f"treatyclock.{package}.")}


def test_loading_a_treaty_imports_no_solver() -> None:
    names = imported_by("import treatyclock as tc; tc.load('soviet-japanese-neutrality-pact')")
    assert below("corpus", names)
    assert not below("testimony", names)
    assert not below("formats.cases", names)
    assert "numpy" not in names


def test_the_formats_of_treaties_import_no_corpus() -> None:
    text = TIMED_BY_AN_EVENT.replace('at = { case = "night.toml", event = "declaration" }', 'on = "1945-08-08"')
    names = imported_by(f"from treatyclock.formats.treaties.toml import load_text; load_text({text!r})")
    assert below("formats", names)
    assert not below("corpus", names)
    assert not below("testimony", names)


def test_the_solver_is_imported_when_an_event_is_looked_up() -> None:
    text = TIMED_BY_AN_EVENT.replace("night.toml", "august-1945")
    assert below("testimony", imported_by(f"import treatyclock as tc; tc.loads({text!r})"))


def test_an_unknown_case_is_told_with_those_there_are() -> None:
    from treatyclock.corpus import events_of_cases
    from treatyclock.law.events import EventReference

    with pytest.raises(UnknownCaseError, match="did you mean `august-1945`"):
        events_of_cases()(EventReference(case="august-1954", event="war"))
