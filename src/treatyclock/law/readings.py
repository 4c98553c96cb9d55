"""Readings: what somebody chooses where a text is open, and the sources that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from treatyclock.errors import ContradictoryChoiceError, UnknownChoiceError, expect
from treatyclock.law.clauses.base import Clause
from treatyclock.law.conventions.convention import Convention
from treatyclock.law.conventions.term import FOR_EVER, RENEWALS
from treatyclock.law.vocabulary import CONVENTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A way to read the record: choices where the text is open, and who makes them.

    Attributes:
        id: Its name in files and answers.
        title: What it holds, in a few words.
        holder: Who reads the treaty in this way.
        sources: The ids of the sources that say so.
        ref: Where it stands, where that is no source.
        choose: Conventions it settles: pairs of key and answer, or a table of them.
        clauses: Its own view of clauses, each in place of the treaty's of the same kind.
        without: The tables of clauses that it takes away.
        admits: The ids of acts that it lets count though they are disputed or end and suspend nothing by themselves.
        rejects: The ids of acts that it leaves out.
        note: Anything a reader should know.
    """

    id: str
    title: str
    holder: str
    sources: tuple[str, ...] = ()
    ref: str = ""
    choose: tuple[tuple[str, str], ...] = ()
    clauses: tuple[Clause, ...] = ()
    without: tuple[str, ...] = ()
    admits: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Take one or several where tuples are kept, and refuse choices that no convention offers."""
        pairs = self.choose.items() if isinstance(self.choose, Mapping) else self.choose
        object.__setattr__(self, "choose", tuple((key, answer) for key, answer in pairs))
        for name in ("sources", "without", "admits", "rejects"):
            value = getattr(self, name)
            object.__setattr__(self, name, (value,) if isinstance(value, str) else tuple(value))
        if len(dict(self.choose)) < len(self.choose):
            keys = [key for key, _ in self.choose]
            raise ContradictoryChoiceError(next(key for key in keys if keys.count(key) > 1))
        for key, answer in self.choose:
            expect(answer, str, f"the choice of {key}", "one of its answers as text")
            if key not in CONVENTIONS:
                raise UnknownChoiceError("choose", key, CONVENTIONS)
            offered = CONVENTIONS[key].alternatives
            if offered and answer not in offered:
                raise UnknownChoiceError(key, answer, offered)
            if key == RENEWALS.key and answer != FOR_EVER and not (answer.isascii() and answer.isdigit()):
                raise UnknownChoiceError(key, answer, [FOR_EVER, "1"])

    def chooses(self, which: Convention) -> str | None:
        """Return what it answers to a convention, or to a wider one that stands for it; None where it leaves it open.

        Example:
            >>> from treatyclock.law.conventions.first_days import SUNSET_FIRST_DAY
            >>> Reading(id="a", title="b", holder="c", choose={"first_day": "counted"}).chooses(SUNSET_FIRST_DAY)
            'counted'
        """
        chosen = dict(self.choose)
        return chosen.get(which.key, chosen.get(which.together))


TEXT = Reading(id="text", title="the treaty's own words", holder="the text")
