"""Treaty files: all faults at once, each with its place, in golden files; and no text that breaks the loader."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from small_treaties import GOOD
from treatyclock.errors import TreatyFileError
from treatyclock.formats.treaties.toml import load_text
from treatyclock.law.events import EventReference

ERRORS = Path(__file__).parents[2] / "errors"


@pytest.mark.parametrize("file", sorted(ERRORS.glob("*.toml")), ids=lambda file: file.stem)
def test_golden_errors(file: Path) -> None:
    # Set TREATYCLOCK_WRITE_GOLDEN=1 to write what is said now, then read it before you commit it.
    with pytest.raises(TreatyFileError) as caught:
        load_text(file.read_text(encoding="utf-8"), file=file.name)
    golden = file.with_suffix(".txt")
    if os.environ.get("TREATYCLOCK_WRITE_GOLDEN"):
        golden.write_text(str(caught.value) + "\n", encoding="utf-8")
    assert str(caught.value) + "\n" == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", sorted(ERRORS.glob("*.toml")), ids=lambda file: file.stem)
def test_every_fault_that_can_be_placed_is_placed_where_its_key_stands(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    with pytest.raises(TreatyFileError) as caught:
        load_text(text)
    lines = text.splitlines()
    for fault in caught.value.faults:
        if fault.line is not None and fault.value is not None and fault.key:
            name = fault.key.split(".")[-1].split("[")[0]
            near = lines[fault.line - 1]
            assert name in near or fault.value.strip("'\"") in near, fault


def test_there_is_a_file_with_many_faults() -> None:
    with pytest.raises(TreatyFileError) as caught:
        tc.load(ERRORS / "seven-faults.toml")
    assert len(caught.value.faults) == 7


def test_toml_dates_are_read_as_text_is() -> None:
    one, other = load_text(GOOD), load_text(GOOD.replace("1941-04-13", '"1941-04-13"'))
    assert one == other
    hour = GOOD.replace("on = 1941-04-13", "at = 1941-04-13T15:00:00+03:00")
    act = load_text(hour).acts[0]
    assert str(act.dated.support) == "[1941-04-13T12:00:00Z, 1941-04-13T12:00:00.000001Z)"


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 50_000,
        "a = " + "[" * 50_000 + "]" * 50_000,
        "a" + ".a" * 100_000 + " = 1",
        f"times = {'9' * 5000}",
        "x = 1945-02-30",
        "\x00",
        '"\\uD800" = 1',
    ],
    ids=["deep", "nested", "dotted", "digits", "date", "null", "surrogate"],
)
def test_texts_made_to_break_a_reader(text: str) -> None:
    with pytest.raises(TreatyFileError):
        load_text(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(["signed", "P5Y", "AAA", "1945"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "on", "by", "x"]), inner),
    max_leaves=6,
)
KEYS = st.sampled_from(
    ["schema", "id", "title", "parties", "sources", "entry_into_force", "term", "renewal", "denunciation", "counting",
     "act", "reading"]
)  # fmt: skip


def written(value: object) -> str:
    if value is None:
        return "nan"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, str):
        return '"' + "".join(c if c.isalnum() else f"\\u{ord(c):04x}" if ord(c) < 65536 else "" for c in value) + '"'
    return str(value)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(KEYS, JSON, max_size=5))
def test_no_document_breaks_the_loader(document: dict[str, object]) -> None:
    text = "\n".join(f"{key} = {written(value)}" for key, value in document.items())
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return  # a lone surrogate
    try:
        load_text(text)
    except TreatyFileError as error:
        assert error.faults
        assert all(fault.hint and fault.problem for fault in error.faults)


def test_an_event_of_a_case_needs_somebody_who_has_the_cases() -> None:
    text = GOOD.replace("on = 1941-04-13", 'at = { case = "august-1945", event = "declaration" }')
    with pytest.raises(TreatyFileError) as caught:
        load_text(text)
    (fault,) = caught.value.faults
    assert (fault.key, fault.line, fault.structural) == ("act[1].at", 12, False)
    assert "no cases are at hand" in fault.problem
    moment = tc.moment("1945-08-08T17:00", zone="Europe/Moscow")
    asked: list[EventReference] = []

    def resolve(event: EventReference) -> tc.Moment:
        asked.append(event)
        return moment

    act = load_text(text, resolve=resolve).acts[0]
    assert (act.dated, [act.timed_by]) == (moment, asked)
    assert asked == [EventReference(case="august-1945", event="declaration")]
