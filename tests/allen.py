"""Allen's relation of two spans whose ends are known, from the definitions."""

from __future__ import annotations

from treatyclock.civil.moments.comparisons import Allen


def relation(a: int, b: int, c: int, d: int) -> Allen:
    """Allen's relation of [a, b) and [c, d), from the definitions."""
    if b < c or d < a:
        return Allen.BEFORE if b < c else Allen.AFTER
    if b == c or d == a:
        return Allen.MEETS if b == c else Allen.MET_BY
    if a == c:
        return Allen.EQUALS if b == d else Allen.STARTS if b < d else Allen.STARTED_BY
    if b == d:
        return Allen.FINISHES if a > c else Allen.FINISHED_BY
    if a > c and b < d:
        return Allen.DURING
    if a < c and b > d:
        return Allen.CONTAINS
    return Allen.OVERLAPS if a < c else Allen.OVERLAPPED_BY
