"""What an answer supposes, in words: its first line says so, and so do its data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from treatyclock.answers.supposed import Supposed
from treatyclock.errors import plain
from treatyclock.law.acts.act import Act
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.record import Record
from treatyclock.show.sentences import supposed
from treatyclock.show.words import listed, moment, under_words


def first_lines(found: Supposed) -> list[str]:
    """Return the line that goes before dates that rest on a hypothesis or on a chosen convention; none for others."""
    told = [] if found.part is None else [f"About the part {plain(str(found.part))}."]
    if found.other_acts:
        parts = [("without", found.without), ("with", found.added)]
        told.append(f"On a hypothesis: {'; '.join(f'{word} {_acts(acts)}' for word, acts in parts if acts)}.")
    if found.chosen:
        told.append(f"Chosen: {under_words(found.chosen)}.")
    return [" ".join(told)] if told else []


def _acts(acts: Sequence[Act]) -> str:
    return listed([f"{plain(act.id)} of {moment(act.dated)}" for act in acts])


def by_reading(reading: Reading, found: Supposed) -> str:
    """Write by what an answer holds: the terms or a reading, with what is supposed.

    Example:
        >>> by_reading(TEXT.choosing({"first_day": "counted"}), Supposed(chosen=(("first_day", "counted"),)))
        'by its terms with first_day = counted'
    """
    by = "by its terms" if reading.id == TEXT.id else f"by reading {reading.id}"
    by = f"on a hypothesis and {by}" if found.other_acts else by
    return f"{by} with {under_words(found.chosen)}" if found.chosen else by


def hypotheses(found: Supposed, record: Record) -> list[str]:
    """Return a sentence for each act that is left out, and for each that nobody did."""
    left_out = [f"{plain(act.id)}: left out, though it is on record, {moment(act.dated)}" for act in found.without]
    tried = [
        f"{plain(act.id)}: {supposed(act, record)}, {moment(act.dated)}; it is not on record" for act in found.added
    ]
    return left_out + tried


def as_data(found: Supposed) -> dict[str, Any]:
    """Return what is supposed as plain data, under the keys that every answer has."""
    acts = {"without": [act.id for act in found.without], "with": [act.id for act in found.added]}
    part = {} if found.part is None else {"part": found.part.id}
    return part | {"hypothesis": acts if found.other_acts else None, "choose": dict(found.chosen)}
