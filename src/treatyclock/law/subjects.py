"""Whom a question is about: the treaty generally, a State, or two States towards each other."""

from __future__ import annotations

from typing import NamedTuple


class Subject(NamedTuple):
    """Whom a question is about.

    A part of a treaty or a territory of a State would be a further field here, empty where not asked about.

    Attributes:
        parties: The codes: none for the treaty generally, one for a State, two for what holds between them.

    Example:
        >>> print(Subject(), Subject(("SUN",)), Subject(("SUN", "JPN")), sep="; ")
        generally; SUN; SUN-JPN
    """

    parties: tuple[str, ...] = ()

    @property
    def party(self) -> str | None:
        """The State; None where the question is not about one."""
        return self.parties[0] if len(self.parties) == 1 else None

    @property
    def pair(self) -> tuple[str, str] | None:
        """The two States; None where the question is not about two."""
        return (self.parties[0], self.parties[1]) if len(self.parties) == 2 else None

    def __str__(self) -> str:
        """Name it."""
        return "-".join(self.parties) or "generally"


GENERALLY = Subject()
"""The treaty as such, whoever its parties are."""
