"""Every sentence that the package can print keeps to a few plain rules of English; ``sentences.py`` lists them all."""

from __future__ import annotations

import re
from collections import Counter
from string import Formatter

import pytest

from sentences import GROUPS, Sentence, main, sentences

ALL = sentences()

LEAST = {
    "rules": 90,
    "acts": 40,
    "clauses": 80,
    "keys": 90,
    "conventions": 20,
    "doctrines": 5,
    "findings": 110,
    "faults": 250,
    "errors": 70,
    "civil": 350,
    "testimony": 120,
    "command": 60,
    "labels": 100,
    "tables": 200,
    "examples": 80,
}
"""How many sentences of each group there are at least: fewer would mean that the script overlooks some."""

MUDDLED = (
    "that there is not", "that there are not", "the one that", "the ones that", "nothing that", "of which",
    "of whom", "less than nothing", "no time after",
)  # fmt: skip
MUDDLED_ALL_THE_SAME = {
    "the year {year} is read as the one that began on {begin} {year}: from 1 January it is {fields[0]}",
}

DOUBLED_ALL_THE_SAME: frozenset[str] = frozenset()

VERBS = frozenset(
    {
        "add", "ask", "break", "check", "choose", "cite", "compare", "complete", "did", "drop", "give", "keep", "leave",
        "let", "load", "look", "make", "mark", "mend", "name", "nest", "put", "save", "say", "settle", "split", "take",
        "use", "write",
    }
)  # fmt: skip
"""Words with which a hint may begin; ``did`` is that of "did you mean"."""
ABBREVIATED = ("a.m.", "p.m.", "O.S.", "N.S.", "..")
HINTS_ALL_THE_SAME = (
    "pip install",  # a command to type
    "UNKNOWN",
)


def of_role(role: str) -> list[Sentence]:
    return [each for each in ALL if each.role == role]


def words_of(text: str) -> str:
    """Leave out the holes."""
    return re.sub(r"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}", "#", text)


def test_every_group_is_listed() -> None:
    found = Counter(each.group for each in ALL)
    assert set(found) == set(GROUPS) == set(LEAST)
    assert {group: found[group] for group, least in LEAST.items() if found[group] < least} == {}


def test_the_script_prints_what_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctrines", "rules"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(GROUPS["doctrines"])
    assert "sentence: the last day in force is {end}" in printed
    assert main(["poems"]) == 2


def test_no_sentence_is_muddled() -> None:
    found = [each for each in ALL if any(phrase in each.text for phrase in MUDDLED) and each.group != "tables"]
    assert [(each.place, each.text) for each in found if each.text not in MUDDLED_ALL_THE_SAME] == []


def test_no_word_stands_twice() -> None:
    twice = re.compile(r"\b([a-z]+) \1\b", re.IGNORECASE)
    found = [each for each in ALL if twice.search(words_of(each.text)) and each.text not in DOUBLED_ALL_THE_SAME]
    assert [(each.place, each.text) for each in found] == []


def test_no_space_stands_twice() -> None:
    told = [each for each in ALL if each.role or each.group in ("tables", "examples")]
    assert [(each.place, each.text) for each in told if "  " in each.text.strip()] == []


def test_sentences_that_go_on_have_no_full_stop() -> None:
    found = [each for each in (*of_role("sentence"), *of_role("problem"), *of_role("hint")) if each.text.endswith(".")]
    found = [each for each in found if not each.text.endswith(ABBREVIATED)]
    assert [(each.place, each.text) for each in found] == []


@pytest.mark.parametrize(
    ("group", "known"), [("rules", {"value", "end", "when", "term"}), ("acts", {"by", "of", "id", "treaty"})]
)
def test_holes_of_templates_are_known(group: str, known: set[str]) -> None:
    templates = [each for each in of_role("sentence") if each.group == group]
    assert len(templates) > 30
    for each in templates:
        assert {name for _, name, _, _ in Formatter().parse(each.text) if name is not None} <= known, each


def test_hints_say_what_to_do() -> None:
    hints = of_role("hint")
    assert len(hints) > 200
    odd = [
        each
        for each in hints
        if not each.text.startswith(("{", *HINTS_ALL_THE_SAME))
        and re.split(r"[^a-z]", each.text, maxsplit=1, flags=re.IGNORECASE)[0] not in VERBS
    ]
    assert [(each.place, each.text) for each in odd] == []
