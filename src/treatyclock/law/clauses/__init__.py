"""What a treaty's final clauses say, a file for each matter; every clause tells how a file writes it."""

from __future__ import annotations

from collections.abc import Mapping

from treatyclock.law.clauses.base import Basis, Clause
from treatyclock.law.clauses.entry import EntryIntoForce, Joining, ProvisionalApplication, RetroactiveEffect
from treatyclock.law.clauses.exit import Denunciation, TiedTo
from treatyclock.law.clauses.minimum import MinimumParties
from treatyclock.law.clauses.sunset import Sunset
from treatyclock.law.clauses.term import Renewal, Review, Term

__all__ = ["CLAUSES", "Basis", "Clause"]

CLAUSES: Mapping[str, type[Clause]] = {
    clause.TABLE: clause
    for clause in (
        EntryIntoForce, Joining, ProvisionalApplication, RetroactiveEffect,
        Term, Renewal, Review, Denunciation, TiedTo, MinimumParties, Sunset,
    )
}  # fmt: skip
"""Every clause that a treaty may have, by the name of its table."""
