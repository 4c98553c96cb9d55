"""How depositaries count: their practice as data, each rule with its source."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The practice of a depositary; the treaty's own words and a reading go before it.

    Attributes:
        id: Its name in files.
        title: The depositary.
        clock: The zone of its seat, whose midnight is taken; None where nothing is known.
        choose: The conventions that its practice settles: pairs of key and answer.
        sources: For each of these, and for the clock under ``"midnight"``, who says so, in the same form.
        note: What a reader must know; assumptions are marked as such.
    """

    id: str
    title: str
    clock: str | None
    choose: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str], ...]
    note: str

    def says(self, convention: str) -> str | None:
        """Return what its practice answers to a convention; None where it has no answer.

        Example:
            >>> profiles()["world-bank"].says("notice_first_day")
            'not counted'
        """
        return dict(self.choose).get(convention)

    def source(self, convention: str) -> str:
        """Return who says what its practice answers to a convention; empty where nobody does.

        Example:
            >>> profiles()["world-bank"].source("lock_in")
            ''
        """
        return dict(self.sources).get(convention, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Depositary:
    """Who keeps a treaty.

    Attributes:
        name: What to call it; the profile's title where the file gives none.
        profile: Its practice, where that is known.
        clock: The zone of its seat; the profile's where the file gives none.
    """

    name: str
    profile: Profile | None = None
    clock: str | None = None


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
        rules = entry.get("choose", {})
        found[entry["id"]] = Profile(
            id=entry["id"],
            title=entry["title"],
            clock=entry.get("clock"),
            choose=tuple((key, rule["answer"]) for key, rule in rules.items()),
            sources=(
                ("midnight", entry.get("clock_source", "")),
                *((key, rule["source"]) for key, rule in rules.items()),
            ),
            note=entry.get("note", ""),
        )
    return MappingProxyType(found)
