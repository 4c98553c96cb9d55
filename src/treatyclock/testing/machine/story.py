"""What was done so far: a treaty file, and the day on which its story has arrived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Self

import treatyclock as tc
from treatyclock.errors import TreatyFileError
from treatyclock.formats.documents.toml_text import toml_text
from treatyclock.formats.treaties.grammar import TREATY

FIRST_DAY = date(2001, 3, 10)
"""The day on which a story begins that has no act yet."""

_HEAD = {"schema": 1, "id": "played", "title": "A treaty played by the machine"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A treaty as the tables of its file, and how far its life was told.

    Attributes:
        tables: The tables of the file but its acts.
        acts: The acts, each as a table.
        today: The day of the last thing that was done or learnt.
    """

    tables: Mapping[str, Any]
    acts: tuple[Mapping[str, Any], ...] = ()
    today: date = FIRST_DAY

    @classmethod
    def begun(cls, tables: Mapping[str, Any]) -> Self:
        """Begin with the tables of a treaty file; to clauses alone, what every file needs is added."""
        clauses = {key: table for key, table in tables.items() if key != "act"}
        if "schema" not in tables:
            sourced = {key: {**table, "ref": "the text"} for key, table in clauses.items() if key != "parties"}
            clauses = {**_HEAD, **clauses, **sourced}
        story = cls(tables=clauses, acts=tuple(tables.get("act", ())))
        done = loaded(story.text).record.acts
        named = tuple({"id": act.id, **table} for act, table in zip(done, story.acts, strict=True))
        moments = [moment for act in done for moment in (*act.dates, act.known) if moment]
        return replace(story, acts=named, today=max((each.days.last for each in moments), default=FIRST_DAY))

    @property
    def text(self) -> str:
        """The treaty file."""
        tables = {**self.tables, "act": list(self.acts)} if self.acts else self.tables
        return toml_text({key: tables[key] for key in TREATY.keys if key in tables}, TREATY)

    @property
    def sayable(self) -> bool:
        """Whether a record can say so: none says of a notice, say, that it was taken back before it was given."""
        try:
            loaded(self.text)
        except TreatyFileError:
            return False
        return True

    def with_act(self, act: Mapping[str, Any], today: date) -> Self:
        """Add an act that was done, or learnt, on a day."""
        return replace(self, acts=(*self.acts, act), today=today)

    def corrected(self, act: Mapping[str, Any]) -> Self:
        """Put an act in the place of the one of its id."""
        return replace(self, acts=tuple(act if each["id"] == act["id"] else each for each in self.acts))

    def act(self, id: str) -> Mapping[str, Any]:
        """Return the act of an id."""
        return next(each for each in self.acts if each["id"] == id)

    def new_id(self, kind: str, by: Sequence[str]) -> str:
        """Name a new act so that nobody has to look up which it is."""
        name = "-".join([*kind.split(), *by]).lower().replace("_", "-")
        taken = {each["id"] for each in self.acts}
        names = (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3)))
        return next(each for each in names if each not in taken)


@lru_cache(maxsize=1000)
def loaded(text: str) -> tc.Treaty:
    """Load a treaty, and keep it: whoever shrinks a story tells most of it again and again.

    Raises:
        TreatyFileError: If no file can say so.
    """
    return tc.loads(text)
