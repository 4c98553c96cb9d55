"""The States that treaties name."""

from __future__ import annotations

from treatyclock.law.record import Record


def named_by(record: Record) -> list[str]:
    """Return the codes of the States that a treaty names: its parties, their members and territories.

    Example:
        >>> from treatyclock import load
        >>> named_by(load("soviet-japanese-neutrality-pact").record)
        ['SUN', 'JPN']
    """
    return [code for party in record.parties for code in (party.id, *(each.id for each in party.through_it))]
