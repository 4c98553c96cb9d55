"""Ends, and the times of being a party that they end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from treatyclock.testing.oracle.days import Span, UnsettledError


@dataclass(frozen=True)
class Ending:
    """An end that comes at one instant of a span.

    Attributes:
        span: When it comes.
        rule: What ends it, in the words of :mod:`treatyclock.testing.oracle.many.grounds`.
        act: The act that ends it, if one does.
        notice: The day of the notice that ends it, if one does.
        named: The day that is named for it; of an end that comes at an hour, the date by the clock that prints it.
        exact: Whether it comes at an hour.
    """

    span: Span
    rule: str
    act: str = ""
    notice: date | None = None
    named: date | None = None
    exact: bool = False


@dataclass(frozen=True)
class Spell:
    """One time of being a party, from the beginning of a day by an act of consent to an end."""

    start: date
    consent: str
    end: Ending | None


def first(ends: Sequence[Ending], *, surviving: str = "") -> Ending | None:
    """The first of several ends, as far as that is known.

    ``surviving``: that something is counted from "the end", or from "the notice", so that it matters which.

    Law: rule 1; VCLT 70(1).
    """
    if not ends:
        return None
    span = Span(min(end.span.first for end in ends), min(end.span.last for end in ends))
    possible = [end for end in ends if end.span.first <= span.last]
    if surviving == "the notice" and len({end.notice for end in possible}) > 1:
        raise UnsettledError("survival from one of several notices")
    if surviving and len({(end.named, end.exact) for end in possible}) > 1:
        raise UnsettledError("survival from one of several ends")
    exact = next((end for end in possible if end.span == span), possible[0])
    return replace(exact, span=span)
