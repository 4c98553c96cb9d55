"""Notes exchanged, where the clause waits for instruments."""

from __future__ import annotations

import pytest

from small_treaties import act, clause, findings, text_of_two
from treatyclock.lint.rules import exchanged

INSTRUMENTS = clause("entry_into_force", when="instruments exchanged")
NOTES = act("exchange of notes", "AAA BBB", "1930-01-15", id="n")
EXCHANGE = act("exchange of instruments", "AAA BBB", "1930-02-15", id="e")


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([INSTRUMENTS, NOTES], ["notes-for-instruments entry_into_force.when"]),
        ([INSTRUMENTS, NOTES, EXCHANGE], []),
        ([INSTRUMENTS, EXCHANGE], []),
        ([clause("entry_into_force", when="instruments exchanged", recorded="1930-02-01"), NOTES], []),
        ([clause("entry_into_force", when="ratified by all"), NOTES], []),
    ],
)
def test_notes_for_instruments(parts: list[str], found: list[str]) -> None:
    assert findings(text_of_two(*parts), exchanged) == found


RATIFIED = act("ratification", "AAA", "1930-01-15", id="r")
NOTIFIED = act("notification of completion", "AAA", "1930-02-15", id="n")
EARLIER = act("notification of completion", "AAA", "1930-01-10", id="n")


@pytest.mark.parametrize(
    ("when", "acts", "found"),
    [
        ("ratified by all", [RATIFIED, NOTIFIED], ["ratified-and-notified act[2]"]),
        ("ratified by all", [EARLIER, RATIFIED], []),
        ("ratified by all", [NOTIFIED], []),
        ("notified by all", [RATIFIED, NOTIFIED], []),
    ],
)
def test_a_ratification_beside_the_note_that_tells_of_it(when: str, acts: list[str], found: list[str]) -> None:
    assert findings(text_of_two(clause("entry_into_force", when=when), *acts), exchanged) == found
