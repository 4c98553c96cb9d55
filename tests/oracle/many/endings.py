"""Ends, and the times of being a party that they end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from oracle.days import Span, UnsettledError


@dataclass(frozen=True)
class Ending:
    """An end that comes at one instant of a span.

    Attributes:
        span: When it comes.
        rule: What ends it, in the words of ``oracle.rules``.
        act: The act that ends it, if one does.
        notice: The day of the notice that ends it, if one does.
        printed: The date of an end that comes at an hour, by the clock that it is printed with.
    """

    span: Span
    rule: str
    act: str = ""
    notice: date | None = None
    printed: date | None = None


@dataclass(frozen=True)
class Spell:
    """One time of being a party, from the beginning of a day by an act of consent to an end."""

    start: date
    consent: str
    end: Ending | None


def first(ends: Sequence[Ending], *, from_notice: bool = False) -> Ending | None:
    """The first of several ends, as far as that is known; ``from_notice``: something is counted from its notice."""
    if not ends:
        return None
    span = Span(min(end.span.first for end in ends), min(end.span.last for end in ends))
    possible = [end for end in ends if end.span.first <= span.last]
    notices = {end.notice for end in possible}
    if len(notices) > 1 and from_notice:
        raise UnsettledError("survival from one of several notices")
    exact = [end for end in possible if end.span == span] or possible
    return Ending(span, exact[0].rule, exact[0].act, notices.pop(), next((e.printed for e in exact if e.printed), None))
