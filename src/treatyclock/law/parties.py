"""Sources and parties: who says something, and whom a treaty names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from treatyclock.civil.moments.moment import Moment

PARTY_CODE = re.compile("[A-Za-z][A-Za-z0-9_]{0,15}")
"""How the code of a State is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document or book that says something.

    Attributes:
        id: The short name by which the file refers to it.
        title: What it is, enough to find it.
    """

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A State that is no party itself, and a member of an organisation that is one.

    Attributes:
        id: A code such as ``"FRA"``.
        name: What to call it in a sentence.
        since: The first day of its membership; None where it was a member before anything else on record.
        until: The last day of its membership; None where no end is known.
    """

    id: str
    name: str
    since: Moment | None = None
    until: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory(Member):
    """A territory of a party, of which the treaty says something of its own.

    Law: a treaty binds a party in respect of its entire territory, unless another intention appears (Vienna Convention
    art. 29).

    Attributes:
        id: A code such as ``"HKG"``.
        name: What to call it in a sentence.
        since: The first day on which the treaty extends to it; None where it does so as long as it binds the party.
        until: The last day; None where no end is known.
        extends: Whether it extends to it at all.
    """

    extends: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A State named in the treaty, or an organisation that is a party to it.

    Attributes:
        id: A code such as ``"SUN"``.
        name: What to call it in a sentence.
        clock: The zone of its seat of government, where the record names one.
        members: The States for which the treaty is in force through it, while they are its members.
        territories: Its territories that are told apart, by the days on which the treaty extends to them.
    """

    id: str
    name: str
    clock: str | None = None
    members: tuple[Member, ...] = ()
    territories: tuple[Territory, ...] = ()

    @property
    def through_it(self) -> tuple[Member, ...]:
        """Its members and its territories: for each the treaty is in force through it alone."""
        return (*self.members, *self.territories)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Some of the parties under one name, which may stand wherever a file names parties.

    Attributes:
        id: Its code, which is that of no party.
        parties: The codes of its parties.
    """

    id: str
    parties: tuple[str, ...]
