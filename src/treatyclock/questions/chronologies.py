"""Several lives by the calendar, side by side: of each party, or by each reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from treatyclock.answers.chronology import Chronologies, ChronologyOf
from treatyclock.derive.histories.life import Life
from treatyclock.errors import UnknownChoiceError
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.record import Record
from treatyclock.law.subjects import GENERALLY, Subject
from treatyclock.questions.chronology import chronology

BY_PARTY, BY_READING, BY_PART = "party", "reading", "part"


def chronologies(
    by: str, record: Record, reading: Reading, subject: Subject, life_of: Callable[[Reading], Life]
) -> Chronologies:
    """Return the chronology of the treaty generally and of each party, or by the terms and by each reading.

    Args:
        by: ``"party"`` or ``"reading"``.
        record: What the documents say.
        reading: By whose reading, where they are of parties.
        subject: For whom, where they are by readings.
        life_of: A life by a reading, whose dates are compared as dates.

    Raises:
        UnknownChoiceError: If ``by`` is neither, nor ``"part"``, which is asked of each part's own record.
    """
    if by == BY_PARTY:
        life = life_of(reading)
        found = [ChronologyOf(id="", name="generally", chronology=chronology(life, GENERALLY))]
        found += [
            ChronologyOf(id=each.id, name=each.name, chronology=chronology(life, Subject((each.id,))))
            for each in record.parties
        ]
        return Chronologies(title=record.title, by=by, each=tuple(found))
    if by == BY_READING:
        return by_readings(record, (TEXT, *record.readings), subject, life_of)
    raise UnknownChoiceError("by", by, (BY_PARTY, BY_READING, BY_PART))


def by_readings(
    record: Record, readings: Iterable[Reading], subject: Subject, life_of: Callable[[Reading], Life]
) -> Chronologies:
    """Return the chronologies by some readings."""
    found = [
        ChronologyOf(
            id="" if each.id == TEXT.id else each.id,
            name="its terms" if each.id == TEXT.id else each.title,
            chronology=chronology(life_of(each), subject),
        )
        for each in readings
    ]
    return Chronologies(title=record.title, by=BY_READING, each=tuple(found))
