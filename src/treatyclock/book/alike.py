"""Treaties of a table that differ in nothing but names and days: one of them is read, the others are made like it.

A table may have a hundred thousand treaties between two, each with the days of its entry and its end and no more. Every
check of the reader but those of names and days comes out the same for all. So they are made only where names and days
are of the plainest form; whatever is not goes through the reader.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.end import RecordedEnd
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.record import Record

Likeness = tuple[int, bool, bool]
"""How many parties a treaty has, and whether the days of its entry and of its end are recorded."""

_MOST_PARTIES = 400
_PLAIN = re.compile(r"\w[\w .,'()&/-]{0,199}")
_DAY = re.compile(r"[1-9]\d{3}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainTreaty:
    """What a table says of a treaty, where that is no more than names and two days.

    Attributes:
        id: Its id.
        title: Its title.
        parties: The label of each party by its code.
        entry: The day recorded for its entry into force; None for none.
        end: The day recorded for its end; None for none.
    """

    id: str
    title: str
    parties: Mapping[str, str]
    entry: str | None
    end: str | None

    @property
    def likeness(self) -> Likeness | None:
        """What it shares with those that are like it; None where a name or a day is not of the plainest form."""
        if not 2 <= len(self.parties) <= _MOST_PARTIES:
            return None
        if not all(_PLAIN.fullmatch(text) for text in (self.title, *self.parties.values())):
            return None
        if not all(_is_day(day) for day in (self.entry, self.end) if day is not None):
            return None
        if self.entry is not None and self.end is not None and self.entry > self.end:
            return None
        return len(self.parties), self.entry is not None, self.end is not None

    def like(self, other: Record) -> Record:
        """Return its record, made like that of another treaty of the same shape."""
        parties = zip(other.parties, self.parties.items(), strict=True)
        return replace(
            other,
            id=self.id,
            title=self.title,
            parties=tuple(replace(party, id=code, name=label) for party, (code, label) in parties),
            clauses=tuple(self._dated(clause) for clause in other.clauses),
        )

    def _dated(self, clause: Clause) -> Clause:
        if isinstance(clause, EntryIntoForce) and self.entry is not None:
            return replace(clause, recorded=_moment(self.entry))
        if isinstance(clause, RecordedEnd) and self.end is not None:
            return replace(clause, recorded=_moment(self.end))
        return clause


@dataclass(slots=True)
class Alike:
    """The first treaty of each shape, like which others are made.

    Attributes:
        first: They.
    """

    first: dict[Likeness, Record] = field(default_factory=dict)

    def made(self, treaty: PlainTreaty) -> Record | None:
        """Return the record of a treaty, made like the first of its shape; None where there is none yet."""
        shape = treaty.likeness
        found = None if shape is None else self.first.get(shape)
        return None if found is None else treaty.like(found)

    def keep(self, treaty: PlainTreaty, record: Record) -> None:
        """Keep the record of a treaty that was read, for others of its shape."""
        shape = treaty.likeness
        if shape is not None:
            self.first.setdefault(shape, record)


@lru_cache(maxsize=1 << 16)
def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text) or text < "1001" or text >= "9000":
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1 << 16)
def _moment(day: str) -> Moment:
    return moment(day)
