"""Laws that every right register of treaties obeys, whatever the treaty: own code is held against them.

A law compares answers of one register with each other, so that nobody needs to know which answer is right. Each tells
its sentence, and why it holds. ``check`` tries all of them on a treaty; a law tries itself.

Example:
    >>> from datetime import datetime, UTC
    >>> from treatyclock.testing import laws
    >>> class ByTheCalendarOfTheQuestion:
    ...     '''A register that looks at the date as the question prints it: it knows no clocks.'''
    ...
    ...     def load(self, treaty):
    ...         return datetime(1936, 1, 15).date()
    ...
    ...     def in_force(self, treaty, at, party=None, between=None):
    ...         return at.date() >= treaty and party != "CCC" and "CCC" not in (between or ())
    >>> at = datetime(1936, 1, 15, 4, tzinfo=UTC)
    >>> for found in laws.ZONE_SHIFT.check(laws.EXAMPLE, register=ByTheCalendarOfTheQuestion(), at=at)[:1]:
    ...     print(found)
    zone-shift: The same instant has the same answer, whatever clock it is asked on.
      asked     in force generally at 1936-01-15T04:00:00+00:00, asked as 1936-01-14T16:00:00-12:00
      expected  the same: yes
      found     no
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from treatyclock.errors import expect
from treatyclock.testing.laws._acts import LATER_ACT, WHAT_IF_AND_RECORD_AGREE, of_later_act
from treatyclock.testing.laws._knowledge import (
    KNOWLEDGE_GROWS_TO_THE_RECORD,
    KNOWN_THEN,
    RECORD_IN_PART,
    REFINEMENT,
    of_part,
    of_vague,
    of_what_was_known,
)
from treatyclock.testing.laws._law import TICK, Law, Trial, Violation, trial
from treatyclock.testing.laws._parties import (
    A_PAIR_IS_OF_PARTIES,
    IN_FORCE_FOR_NOBODY_IS_NOT_IN_FORCE,
    IN_FORCE_FOR_SOME_IS_IN_FORCE,
    PAIRS_ARE_SYMMETRIC,
)
from treatyclock.testing.laws._same import (
    IDLE_KINDS,
    IRRELEVANT_ACT,
    NEED_A_READING,
    NO_ACT_NO_TREATY,
    ORDER_OF_ACTS,
    RENAMING,
    STRANGER_ACTS,
    WRITTEN_AGAIN,
    ZONE_SHIFT,
    of_irrelevant_act,
    of_order,
)
from treatyclock.testing.laws._time import CHANGES_AGREE, DAYS_AGREE, of_day
from treatyclock.testing.register import LIBRARY, Register

__all__ = [
    "ALL",
    "A_PAIR_IS_OF_PARTIES",
    "CHANGES_AGREE",
    "DAYS_AGREE",
    "EXAMPLE",
    "IDLE_KINDS",
    "IN_FORCE_FOR_NOBODY_IS_NOT_IN_FORCE",
    "IN_FORCE_FOR_SOME_IS_IN_FORCE",
    "IRRELEVANT_ACT",
    "KNOWLEDGE_GROWS_TO_THE_RECORD",
    "KNOWN_THEN",
    "LATER_ACT",
    "NEED_A_READING",
    "NO_ACT_NO_TREATY",
    "ORDER_OF_ACTS",
    "PAIRS_ARE_SYMMETRIC",
    "RECORD_IN_PART",
    "REFINEMENT",
    "RENAMING",
    "STRANGER_ACTS",
    "TICK",
    "WHAT_IF_AND_RECORD_AGREE",
    "WRITTEN_AGAIN",
    "ZONE_SHIFT",
    "Law",
    "Trial",
    "Violation",
    "assert_lawful",
    "check",
    "of_day",
    "of_irrelevant_act",
    "of_later_act",
    "of_order",
    "of_part",
    "of_vague",
    "of_what_was_known",
    "trial",
]

ALL: tuple[Law, ...] = (
    ZONE_SHIFT,
    ORDER_OF_ACTS,
    RENAMING,
    IRRELEVANT_ACT,
    STRANGER_ACTS,
    NO_ACT_NO_TREATY,
    PAIRS_ARE_SYMMETRIC,
    A_PAIR_IS_OF_PARTIES,
    IN_FORCE_FOR_SOME_IS_IN_FORCE,
    IN_FORCE_FOR_NOBODY_IS_NOT_IN_FORCE,
    REFINEMENT,
    RECORD_IN_PART,
    LATER_ACT,
    CHANGES_AGREE,
    DAYS_AGREE,
    WHAT_IF_AND_RECORD_AGREE,
    WRITTEN_AGAIN,
    KNOWN_THEN,
    KNOWLEDGE_GROWS_TO_THE_RECORD,
)
"""Every law; the last seven need a register that offers more than :class:`~treatyclock.testing.register.Register`."""

EXAMPLE = """
schema = 1
id = "example"
title = "Example"
parties = { AAA = "A", BBB = "B", CCC = "C" }

[counting]
midnight = "+00:00"
ref = "art. 3"

[entry_into_force]
when = { instruments = 2 }
ref = "art. 1"

[denunciation]
when = "at any time"
notice = "P6M"
first_day = "counted"
ref = "art. 2"

[[act]]
kind = "ratification"
by = "AAA"
on = "1935-03-01"
ref = "an instrument"

[[act]]
kind = "ratification"
by = "BBB"
on = "1936-01-15"
ref = "an instrument"

[[act]]
kind = "denunciation"
by = "BBB"
on = "1938-05-20"
ref = "a note"
"""
"""A treaty of three, in force from 15 January 1936 for two of them, until one of them leaves."""


def check(
    treaty: str,
    *,
    register: Register = LIBRARY,
    at: datetime | Iterable[datetime] | None = None,
    parties: Sequence[str] | None = None,
    laws: Iterable[Law] = ALL,
) -> tuple[Violation, ...]:
    """Return every answer of a register that a law forbids.

    Args:
        treaty: The text of a treaty file.
        register: The register under test; treatyclock itself where not given.
        at: The instant or instants that are asked about; where not given, those at which an answer of treatyclock
            turns, and the microsecond before each.
        parties: For whom, and between which two of them, is asked; the first four parties where not given.
        laws: Which laws; those that need more than the register offers are left out.

    Raises:
        NaiveTimeError: If an instant has no clock.
        TreatyFileError: If the text is no treaty file.
        UnknownPartyError: If the treaty names no such party.
        WrongTypeError: If the register, an instant or a law is none.

    Example:
        >>> from datetime import UTC, datetime
        >>> check(EXAMPLE, at=datetime(1937, 1, 1, tzinfo=UTC))
        ()
    """
    tried = trial(treaty, register=register, at=at, parties=parties)
    expect(laws, Iterable, "the laws", "a list of laws, such as [laws.ZONE_SHIFT]")
    some = tuple(laws)
    for law in some:
        expect(law, Law, "a law", "one of treatyclock.testing.laws, such as laws.ZONE_SHIFT")
    return tuple(violation for law in some for violation in law.of(tried))


def assert_lawful(
    treaty: str,
    *,
    register: Register = LIBRARY,
    at: datetime | Iterable[datetime] | None = None,
    parties: Sequence[str] | None = None,
    laws: Iterable[Law] = ALL,
) -> None:
    """Fail a test unless a register obeys all laws; takes what :func:`check` takes.

    Raises:
        AssertionError: With the first answer of each law that forbids one, and the treaty files that led to it.

    Example:
        >>> from datetime import UTC, datetime
        >>> assert_lawful(EXAMPLE, at=datetime(1937, 1, 1, tzinfo=UTC))
    """
    found = check(treaty, register=register, at=at, parties=parties, laws=laws)
    first = {violation.law.id: violation for violation in reversed(found)}
    if first:
        told = [f"{each}\n  why       {each.law.why}" for each in reversed(first.values())]
        files = [f"the treaty:\n{treaty}"] + [
            f"changed for {id}:\n{each.changed}" for id, each in first.items() if each.changed
        ]
        raise AssertionError("\n\n".join([f"{len(found)} answers break {len(first)} laws", *told, *files]))
