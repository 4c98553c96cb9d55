"""Answers that are tables, in Markdown: what their text says first, then their rows."""

from __future__ import annotations

from collections.abc import Iterator

from treatyclock.answers.chronology import Chronologies, Chronology
from treatyclock.answers.parties import PartiesAt
from treatyclock.answers.protection import Protection
from treatyclock.answers.replay import Replay
from treatyclock.civil.when_answer import WhenAnswer
from treatyclock.errors import plain
from treatyclock.printing import MARKDOWN, Printer
from treatyclock.show.printers.comma_separated import rows_of
from treatyclock.show.printers.replay import replay_lead
from treatyclock.show.printers.text import protection_facts
from treatyclock.show.supposed import first_lines
from treatyclock.show.tables import escaped, markdown_table
from treatyclock.show.words import moment


def _blocks(*blocks: str) -> str:
    return "\n\n".join(block for block in blocks if block)


def _table(answer: Chronology | Chronologies | PartiesAt | Replay | WhenAnswer) -> str:
    """Write the rows; what they suppose stands above them, and in no column."""
    found = rows_of(answer)
    kept = [place for place, name in enumerate(found.columns) if name != "supposed"]
    columns = [found.columns[place].replace("_", " ") for place in kept]
    return markdown_table(columns, [[row[place] for place in kept] for row in found.rows])


def _lead(text: str) -> str:
    return f"**{escaped(plain(text))}**"


def _above(answer: Chronology | PartiesAt | Protection) -> str:
    return "\n\n".join(escaped(line) for line in first_lines(answer.supposed))


def _chronology(life: Chronology) -> str:
    return _blocks(_above(life), _table(life))


def _chronologies(lives: Chronologies) -> str:
    return _blocks(_lead(lives.title), _table(lives))


def _parties(found: PartiesAt) -> str:
    in_part = "" if found.complete else "The list of parties is in part: other States may be parties as well."
    return _blocks(_above(found), _lead(f"{found.record.title}, {moment(found.at)}"), _table(found), in_part)


def _protection(found: Protection) -> str:
    lead, rows = protection_facts(found)
    facts = markdown_table(("", ""), rows)
    return _blocks(_above(found), _lead(lead), facts)


def _replay(found: Replay) -> str:
    return _blocks(_lead(replay_lead(found)), _table(found) if found.changed else "")


def _when(found: WhenAnswer) -> str:
    return _blocks(_lead(found.symbol), _table(found), "\n".join(_notes(found)))


def _notes(found: WhenAnswer) -> Iterator[str]:
    return (f"- {escaped(plain(note))}" for note in found.notes)


CHRONOLOGY = Printer(of=Chronology, format=MARKDOWN, write=_chronology)
CHRONOLOGIES = Printer(of=Chronologies, format=MARKDOWN, write=_chronologies)
PARTIES = Printer(of=PartiesAt, format=MARKDOWN, write=_parties)
PROTECTION = Printer(of=Protection, format=MARKDOWN, write=_protection)
REPLAY = Printer(of=Replay, format=MARKDOWN, write=_replay)
WHEN = Printer(of=WhenAnswer, format=MARKDOWN, write=_when)
