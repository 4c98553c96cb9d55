"""Where a State stands towards a treaty."""

from __future__ import annotations

from enum import Enum


class Status(Enum):
    """A party's standing, in the Vienna Convention's words.

    Law: Vienna Convention on the Law of Treaties, arts. 2(1)(e)-(g), 18 and 70.

    Attributes:
        in_force: Whether the treaty is in force for a State of this standing.
    """

    NEGOTIATING = "negotiating"
    SIGNATORY = "signatory"
    CONTRACTING = "contracting State"
    PARTY = "party"
    FORMER_PARTY = "former party"

    @property
    def in_force(self) -> bool:
        """Whether the treaty is in force for it."""
        return self is Status.PARTY
