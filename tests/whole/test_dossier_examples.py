"""The dated examples of the notes on treaty law come out as the field prints them: a row of examples.txt each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import treatyclock as tc
from small_treaties import last_days

FILE = Path(__file__).parents[1] / "dossier" / "examples.txt"
CLOCKS = {
    "BEL": "Europe/Brussels", "DEU": "Europe/Berlin", "GBR": "Europe/London", "FRA": "Europe/Paris",
    "JPN": "Asia/Tokyo", "POL": "Europe/Warsaw", "RUS": "Europe/Moscow", "SUN": "Europe/Moscow",
    "TUR": "Europe/Istanbul", "USA": "America/New_York",
}  # fmt: skip
ACT = re.compile(r"(?P<kind>[a-z ]+) (?P<by>(?:[A-Z]{3} )+)(?P<day>\S+)(?P<more>.*)")
READING = re.compile(r"reading (?P<id>\S+) (?P<clause>.*)")


def parts() -> tuple[str, str]:
    treaties, _, rows = FILE.read_text(encoding="utf-8").partition("===\n")
    return treaties, rows


def examples() -> Iterator[list[str]]:
    for line in parts()[1].splitlines():
        if line and not line.startswith("#"):
            yield [part.strip() for part in line.split(" | ")]


@cache
def treaty(name: str) -> tc.Treaty:
    """Return the treaty that is written in short, or the shipped one."""
    found = re.search(rf"^\[{name}\] (.*)\n((?:.+\n)*)", parts()[0], re.MULTILINE)
    return tc.load(name) if found is None else tc.loads(written_out(found[1].split(), found[2].splitlines()))


def written_out(parties: list[str], lines: Iterable[str]) -> str:
    """Write a treaty file: of clauses, acts (`kind PARTIES day key=value ..`) and readings (`reading id clause`)."""
    seats = ", ".join(f'{code} = {{ name = "{code}", clock = "{CLOCKS.get(code, "+00:00")}" }}' for code in parties)
    text = f'schema = 1\nid = "example"\ntitle = "Example"\nparties = {{ {seats} }}\n'
    acts, readings = [], []
    for line in lines:
        reading, act = READING.fullmatch(line), ACT.fullmatch(line)
        if reading is not None:
            head = f'id = "{reading["id"]}", title = "t", holder = "h", ref = "x"'
            readings.append(f"{{ {head}, {with_ref(reading['clause'])} }}")
        elif act is not None:
            keys = {"kind": act["kind"], "at" if "T" in act["day"] else "on": act["day"], "ref": "x"}
            keys |= dict(part.split("=", 1) for part in act["more"].split())
            pairs = [f'{key} = "{value}"' if value != "false" else f"{key} = false" for key, value in keys.items()]
            acts.append(f"{{ by = {act['by'].split()!r}, {', '.join(pairs)} }}")
        else:
            text += with_ref(line) + "\n"
    return text + f"act = [{', '.join(acts)}]\nreading = [{', '.join(readings)}]\n"


def with_ref(clause: str) -> str:
    return clause if clause.startswith("depositary") else clause.replace("= {", '= { ref = "x",', 1)


def answer(found: tc.Treaty, question: str) -> set[str]:
    """Put a question; every way in which it comes out.

    It is a field of the dates, `status` or a deadline, then days, a party or a pair, `reading=` and `known=`.
    """
    what, *words = question.split()
    given = dict(word.split("=", 1) for word in words if "=" in word)
    days = [word for word in words if word[0].isdigit()]
    asked: dict[str, Any] = {key: given[key] for key in ("reading",) if key in given}
    for whom in (word for word in words if re.fullmatch(r"[A-Z]{3}(,[A-Z]{3})?", word)):
        asked |= {"between": tuple(whom.split(","))} if "," in whom else {"party": whom}
    if what == "effective_withdrawal":
        tried = {"kind": "withdrawal", "id": "tried", "by": asked.get("party"), "ref": "x"}
        return values(last_days(found.effective_withdrawal({**tried, "on": days[0]} if days else words[0])))
    if what in ("windows", "renewals"):
        return values(getattr(found, what)(*days, **asked).values)
    if what in ("last_timely_notice", "earliest_notice", "earliest_exit"):
        key = "notice_on" if what == "earliest_exit" else "at"
        answer = getattr(found, what)(**asked, **({key: days[0]} if days else {}))
        return values(last_days(answer) if what == "earliest_exit" else answer.values)
    asked |= {"known_as_of": given["known"]} if "known" in given else {}
    if what == "status":
        return {status.value for status in found.status(days[0], **asked)}
    return values(each.value for each in getattr(found.dates(**asked), what))


def values(several: Iterable[tuple[str, ...]]) -> set[str]:
    return {" ".join(each) or "none" for each in several}


@pytest.mark.parametrize(
    ("name", "question", "expected"),
    [(treaty, question, expected) for _, _, treaty, question, expected in examples()],
    ids=[f"{section} {example}" for section, example, *_ in examples()],
)
def test_the_example_comes_out(name: str, question: str, expected: str) -> None:
    assert answer(treaty(name), question) == set(expected.split(", "))


def test_each_section_has_its_examples() -> None:
    assert {row[0].partition(".")[0] for row in examples()} >= {"1", "2", "3", "4", "5", "6", "11", "16"}


def test_each_treaty_written_in_short_is_asked() -> None:
    assert set(re.findall(r"^\[(\S+)\] ", parts()[0], re.MULTILINE)) <= {row[2] for row in examples()}
