"""Everything that a record may hold or leave open, by its name, as the modules of this folder declare it."""

from __future__ import annotations

from collections.abc import Mapping

from treatyclock.declarations import by_name, declared, declared_classes
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.clauses.base import Clause
from treatyclock.law.conventions.convention import Convention
from treatyclock.law.doctrines.doctrine import Doctrine, Effect

CONVENTIONS: Mapping[str, Convention] = by_name(
    declared("treatyclock.law.conventions", Convention), lambda convention: convention.key
)
"""Every convention, by its key."""

DOCTRINES: tuple[Doctrine, ...] = declared("treatyclock.law.doctrines", Doctrine)
"""Every doctrine."""

ACT_KINDS: Mapping[str, ActKind] = by_name(
    {
        # A doctrine may be invoked by a kind that stands among the others; two kinds of one name are a mistake.
        id(kind): kind
        for kind in (
            *declared("treatyclock.law.acts", ActKind),
            *(kind for doctrine in DOCTRINES for kind in doctrine.acts),
        )
    }.values(),
    lambda kind: kind.name,
)
"""Every kind of act, by its name; within a module in the order in which it declares them."""

CLAUSES: Mapping[str, type[Clause]] = by_name(
    by_name(
        sorted(declared_classes("treatyclock.law.clauses", Clause), key=lambda clause: clause.PLACE),
        lambda clause: clause.PLACE,
    ).values(),
    lambda clause: clause.TABLE,
)
"""Every clause that a treaty may have, by the name of its table, in the order in which a file has them."""

NOTICES: tuple[ActKind, ...] = tuple(kind for kind in ACT_KINDS.values() if kind.is_notice)
"""The kinds of notice by which a party leaves."""

LEAVING: tuple[ActKind, ...] = tuple(kind for kind in ACT_KINDS.values() if kind.is_notice or kind.may_end)
"""The kinds of act by which a party leaves or loses the treaty."""

SIGNING: tuple[ActKind, ...] = tuple(kind for kind in ACT_KINDS.values() if kind.signs)
"""The kinds of signature."""

RATIFYING: tuple[ActKind, ...] = tuple(kind for kind in ACT_KINDS.values() if kind.ratifies)
"""The kinds of consent by a State that has signed."""

JOINING: tuple[ActKind, ...] = tuple(kind for kind in ACT_KINDS.values() if kind.joins)
"""The kinds of consent by a State that did not negotiate."""


def doctrine_kinds(effect: Effect) -> tuple[ActKind, ...]:
    """Return the kinds of act that invoke a doctrine of an effect.

    Example:
        >>> "claimed suspension" in [kind.name for kind in doctrine_kinds(Effect.SUSPENDS)]
        True
    """
    return tuple(kind for each in DOCTRINES if each.effect is effect for kind in each.acts)
