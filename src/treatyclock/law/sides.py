"""On which side a party stands, and for whom it acts."""

from __future__ import annotations

from dataclasses import replace

from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import ACCESSION_APPROVED, ACCESSION_REFUSED
from treatyclock.law.acts.exit import FIRST_NOTICE
from treatyclock.law.acts.kind import ActKind, Agreement, Role
from treatyclock.law.clauses.side import Side
from treatyclock.law.record import Record


def side_of(record: Record, party: str) -> Side | None:
    """Return the side on which a party stands; None where the treaty has no sides."""
    return next((side for side in record.several(Side) if party in side.parties), None)


def same_side(record: Record, one: str, other: str) -> bool:
    """Tell whether two parties stand on one side, so that nothing is in force between them."""
    side = side_of(record, one)
    return side is not None and other in side.parties


def has_sides(record: Record) -> bool:
    """Tell whether several parties stand on one side: elsewhere a side is nothing but a party."""
    return any(len(side.parties) > 1 for side in record.several(Side))


def two_sides(record: Record) -> tuple[Side, ...]:
    """Return the two sides of a treaty that is between two sides, and on one of them several; none elsewhere."""
    sides = tuple(record.several(Side))
    return sides if len(sides) == 2 and has_sides(record) else ()


def for_its_side(record: Record, act: Act) -> Act:
    """Return an act as that of all on a side, where it was done by the one that acts for them.

    Consents, signatures and provisional application are each party's own.
    """
    if not _for_all(act.kind):
        return act
    for side in record.several(Side):
        if set(side.represented_by) & set(act.by) and not set(side.parties) <= set(act.by):
            whole = tuple(dict.fromkeys((*act.by, *side.parties)))
            return replace(act, by=whole, acting=act.acting or act.by)
    return act


def _for_all(kind: ActKind) -> bool:
    if kind.consents or kind.signs:
        return False
    agreed = kind.agreement in (Agreement.ALL_PARTIES, Agreement.ALL_OR_NAMED)
    about_suspension = kind.suspends or Role.SUSPENSION in kind.answers
    agreed |= kind in (ACCESSION_APPROVED, ACCESSION_REFUSED)
    return kind.is_notice or kind == FIRST_NOTICE or kind.by_its_authors or about_suspension or agreed
