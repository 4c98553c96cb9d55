"""Readings: what somebody chooses where a text is open, and the sources that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.moments.read import moment
from treatyclock.errors import ContradictoryChoiceError, TreatyclockError, UnknownChoiceError, expect, raise_all
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.term import Anchor
from treatyclock.law.conventions.calendar import MIDNIGHT
from treatyclock.law.conventions.convention import Convention
from treatyclock.law.conventions.term import FOR_EVER, RENEWALS, TERM_FROM
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
        asked: Those of its choices that are none of its holder's: whoever asks makes them, to see what follows.
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
    asked: tuple[tuple[str, str], ...] = ()

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
            _check(key, answer)

    def chooses(self, which: Convention) -> str | None:
        """Return what it answers to a convention, or to a wider one that stands for it; None where it leaves it open.

        Example:
            >>> from treatyclock.law.conventions.first_days import SUNSET_FIRST_DAY
            >>> Reading(id="a", title="b", holder="c", choose={"first_day": "counted"}).chooses(SUNSET_FIRST_DAY)
            'counted'
        """
        chosen = dict(self.choose)
        return chosen.get(which.key, chosen.get(which.together))

    def choosing(self, choose: Mapping[str, str]) -> Reading:
        """Return this reading with conventions that whoever asks chooses, before what the reading itself chooses.

        Raises:
            UnknownChoiceError: If there is no such convention, or no such answer to it.
            SeveralFaultsError: If more than one of them is wrong.

        Example:
            >>> TEXT.choosing({"first_day": "not counted"}).chooses(CONVENTIONS["sunset_first_day"])
            'not counted'
        """
        expect(choose, Mapping, "choose", "answers by convention: choose={'first_day': 'counted'}")
        faults: list[TreatyclockError] = []
        for key, answer in choose.items():
            try:
                check_choice(key, answer)
            except TreatyclockError as fault:
                faults.append(fault)
        raise_all(faults)
        asked = tuple(sorted(choose.items()))
        # A wider choice would have no effect beside a narrower one of the reading.
        own = (each for each in self.choose if each[0] not in choose and CONVENTIONS[each[0]].together not in choose)
        return replace(self, choose=(*own, *asked), asked=asked) if asked else self


def check_choice(key: str, answer: str) -> None:
    """Refuse a choice that no convention offers, and one that names no clock or day where one is to be named.

    Raises:
        UnknownChoiceError: If there is no such convention, or no such answer to it.
        CivilTimeError: If it is no clock, or no day.
    """
    _check(key, answer)
    if key == MIDNIGHT.key:
        zone(answer)
    if key == TERM_FROM.key and answer not in {anchor.value for anchor in Anchor}:
        moment(answer)


def _check(key: str, answer: str) -> None:
    expect(key, str, "a convention", "its key, such as first_day")
    expect(answer, str, f"the choice of {key}", "one of its answers as text")
    if key not in CONVENTIONS:
        raise UnknownChoiceError("choose", key, CONVENTIONS)
    offered = CONVENTIONS[key].alternatives
    if offered and answer not in offered:
        raise UnknownChoiceError(key, answer, offered)
    if key == RENEWALS.key and answer != FOR_EVER and not (answer.isascii() and answer.isdigit()):
        raise UnknownChoiceError(key, answer, [FOR_EVER, "1"])


TEXT = Reading(id="text", title="the treaty's own words", holder="the text")
