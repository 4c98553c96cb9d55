"""The texts that a question was put to: the treaty's file, what was supposed beside it, other treaties, a reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from treatyclock.answers.reproduction import AskedTexts
from treatyclock.formats.treaties.as_tables import act_table_of, reading_table_of
from treatyclock.formats.treaties.as_toml import text_of
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.record import Record


def asked_texts(filed: Record, reading: Reading, name_of: Callable[[Record, str], str]) -> AskedTexts:
    """Return the texts by which a question can be put again.

    Args:
        filed: The record of the whole file, with the acts of all its parts.
        reading: The reading that was asked for.
        name_of: What a command line calls a treaty, by its record and its text.

    Raises:
        UnwritableTreatyError: If no file says what the treaty says.
    """
    treaty, beside = filed_text(filed), tuple(filed_text(each) for each in filed.beside)
    return AskedTexts(
        treaty=treaty,
        file=filed.file,
        names=(name_of(filed, treaty), *map(name_of, filed.beside, beside)),
        added=tuple(act_table_of(act) for act in filed.added),
        without=tuple(act.id for act in filed.dropped),
        beside=beside,
        own_reading=None if _declares(filed, reading) else reading_table_of(_without_asked(reading)),
    )


def filed_text(filed: Record) -> str:
    """Return the text of a record as its file had it, before anything was supposed.

    Raises:
        UnwritableTreatyError: If no file says what the treaty says.
    """
    done = [*(act for act in filed.acts if act not in filed.added), *filed.dropped]
    # Where an act that is left out stood, the record does not tell: in order of time the text is always the same.
    in_order = tuple(sorted(done, key=lambda act: (act.dated.days.first, act.id)))
    return text_of(replace(filed, acts=in_order, added=(), dropped=(), beside=()))


def _declares(filed: Record, reading: Reading) -> bool:
    asked = dict(reading.asked)
    return any(each.choosing(asked) == reading for each in (TEXT, *filed.readings))


def _without_asked(reading: Reading) -> Reading:
    """Return a reading with its holder's choices alone; the others are part of the question."""
    own = tuple(each for each in reading.choose if each not in reading.asked)
    return replace(reading, choose=own, asked=())
