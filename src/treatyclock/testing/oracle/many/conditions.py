"""What a condition for entry into force asks, and of whom (VCLT 24(1)-(2))."""

from collections.abc import Iterator, Sequence
from itertools import chain, product

from treatyclock.testing.oracle.many.treaty import Condition

INSTRUMENTAL = {"ratified", "instruments", "share", "exchanged", "pairwise"}
"""What is met by instruments alone; a signature is none (VCLT 14)."""


def of_all(condition: Condition) -> bool:
    """Whether a condition asks something of all negotiating States (VCLT 24(2))."""
    return any(part.kind in ("signed", "ratified") and not part.by for part in condition.walk())


def asks_for(negotiated: Sequence[str], party: str, condition: Condition) -> bool:
    """Whether a condition cannot be met without a State's own act, which it names or which is one of all."""
    if condition.kind == "all of":
        return any(asks_for(negotiated, party, part) for part in condition.parts)
    if condition.kind == "any of":
        return all(asks_for(negotiated, party, part) for part in condition.parts)
    if condition.kind == "instruments":
        return party in condition.by and condition.number >= len(condition.by)
    return condition.kind in ("signed", "ratified") and party in (condition.by or negotiated)


def of_anybody(condition: Condition) -> int:
    """How many instruments a condition asks for, whosever they are."""
    if condition.parts:
        return (max if condition.kind == "all of" else min)(map(of_anybody, condition.parts))
    if condition.kind == "instruments":
        return 0 if condition.by else condition.number
    return 2 if condition.kind == "pairwise" else 0


def by_one(condition: Condition, party: str, negotiated: Sequence[str], weight: int, total: int) -> bool:
    """Whether a State alone can meet a condition, with its weight out of the whole where a share is needed."""
    if condition.parts:
        quantifier = all if condition.kind == "all of" else any
        return quantifier(by_one(part, party, negotiated, weight, total) for part in condition.parts)
    if condition.kind in ("ratified", "signed"):
        return {*(condition.by or negotiated)} <= {party}
    if condition.kind == "instruments":
        return condition.number <= 1 and party in (condition.by or (party,))
    if condition.kind == "share":
        return 100 * weight >= condition.number * total
    return condition.kind not in ("exchanged", "fixed date", "pairwise")


def ways(condition: Condition) -> Iterator[tuple[Condition, ...]]:
    """The ways in which a condition can be met: for each, all that must be there."""
    if condition.kind == "any of":
        for part in condition.parts:
            yield from ways(part)
    elif condition.kind == "all of":
        for together in product(*(list(ways(part)) for part in condition.parts)):
            yield tuple(chain.from_iterable(together))
    else:
        yield (condition,)


def asked_of(party: str, way: Sequence[Condition]) -> str:
    """What a way asks of a State: its "signature" alone, or "more"; a way that does not name it leaves that "open"."""
    signed = [part for part in way if part.kind == "signed"]
    instruments = [part for part in way if part.kind in INSTRUMENTAL]
    if any(not part.by or party in part.by for part in instruments):
        return "more"
    named = any(not part.by or party in part.by for part in signed)
    return "signature" if named and not instruments else "open"
