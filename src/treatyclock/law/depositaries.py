"""How depositaries count: their practice as data, each rule with its source."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources
from types import MappingProxyType

from treatyclock.law.conventions.deposits import THE_FIRST, THE_LAST


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """What a depositary answers to a convention, for the clauses that the evidence is about and for no others.

    Attributes:
        convention: The key of the convention.
        clauses: The tables of these clauses.
        answer: The answer.
        source: Who says so.
    """

    convention: str
    clauses: tuple[str, ...]
    answer: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The practice of a depositary; the treaty's own words and a reading go before it.

    Attributes:
        id: Its name in files.
        title: The depositary.
        clock: The zone of its seat, whose midnight is taken; None where nothing is known.
        clock_source: Who says so.
        practices: What its practice settles, for which clauses.
        note: What a reader must know; assumptions are marked as such.
    """

    id: str
    title: str
    clock: str | None
    clock_source: str
    practices: tuple[Practice, ...]
    note: str

    def practice(self, convention: str, clause: str) -> Practice | None:
        """Return what it answers to a convention for a clause; None where there is no evidence for that clause.

        Args:
            convention: The key of the convention.
            clause: The table of the clause.

        Example:
            >>> bank = profiles()["world-bank"]
            >>> bank.practice("notice_first_day", "denunciation").answer
            'not counted'
            >>> bank.practice("notice_first_day", "provisional_application") is None
            True
        """
        return next((each for each in self.practices if each.convention == convention and clause in each.clauses), None)


class Deposit(Enum):
    """Which of several deposits of an instrument or a notice counts; ``WITH_ALL``: all must have it."""

    THE_FIRST = THE_FIRST
    THE_LAST = THE_LAST
    WITH_ALL = "with all"


@dataclass(frozen=True, slots=True, kw_only=True)
class OneDepositary:
    """One of several depositaries of a treaty.

    Attributes:
        id: Its name in the file.
        name: What to call it.
        clock: The zone of its seat, where that is known.
        parties: The parties that deposit with it alone; empty where it is for all.
    """

    id: str
    name: str
    clock: str | None = None
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Depositary:
    """Who keeps a treaty.

    Attributes:
        name: What to call it; the profile's title where the file gives none.
        profile: Its practice, where that is known.
        clock: The zone of its seat; the profile's where the file gives none.
        several: The depositaries, where they are several; empty for one.
        deposit: Which of several deposits counts; None where the text is silent.
    """

    name: str
    profile: Profile | None = None
    clock: str | None = None
    several: tuple[OneDepositary, ...] = ()
    deposit: Deposit | None = None

    def of(self, party: str) -> OneDepositary | None:
        """Return the depositary that a party has for its own; None where all are for everybody."""
        return next((each for each in self.several if party in each.parties), None)

    @property
    def clocks(self) -> tuple[str, ...]:
        """The zones whose midnight may begin a day; none where one of them is not known."""
        if self.clock is not None:
            return (self.clock,)
        found = tuple(dict.fromkeys(each.clock for each in self.several if each.clock is not None))
        return found if all(each.clock is not None for each in self.several) else ()


@cache
def profiles() -> Mapping[str, Profile]:
    """Return the known profiles by id.

    Example:
        >>> sorted(profiles())[:2]
        ['council-of-europe', 'ilo']
    """
    text = resources.files(__package__).joinpath("depositaries.toml").read_text(encoding="utf-8")
    found = {}
    for entry in tomllib.loads(text)["profile"]:
        found[entry["id"]] = Profile(
            id=entry["id"],
            title=entry["title"],
            clock=entry.get("clock"),
            clock_source=entry.get("clock_source", ""),
            practices=tuple(
                Practice(**{**practice, "clauses": tuple(practice["clauses"])})
                for practice in entry.get("practice", ())
            ),
            note=entry.get("note", ""),
        )
    return MappingProxyType(found)
