"""What is asked of a strategy or of the machine, checked when it is made: what cannot be raises as Hypothesis does."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

from treatyclock.errors import TreatyclockError, TreatyFileError, nearest
from treatyclock.law.parties import PARTY_CODE
from treatyclock.loading import from_dict

T = TypeVar("T")


def of_type(name: str, value: object, kind: type[T], wanted: str) -> T:
    """Return a value that must be of a type."""
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
        raise InvalidArgument(f"Expected {wanted} but got {name}={value!r} (type={type(value).__name__})")
    return value


def strategy(name: str, value: object) -> SearchStrategy[Any]:
    """Return what must be a strategy."""
    if not isinstance(value, SearchStrategy):
        raise InvalidArgument(f"Expected a SearchStrategy but got {name}={value!r} (type={type(value).__name__})")
    return value


def flag(name: str, value: object) -> bool:
    """Return what must be True or False."""
    return of_type(name, value, bool, "True or False")


def days(**bounds: object) -> tuple[date, date]:
    """Return two bounds that must be days, the first no later than the second."""
    (low, first), (high, last) = bounds.items()
    for name, value in bounds.items():
        if isinstance(value, datetime):
            raise InvalidArgument(f"Expected a date without a time of day but got {name}={value!r}")
        of_type(name, value, date, "a date")
    assert isinstance(first, date) and isinstance(last, date)
    if first > last:
        raise InvalidArgument(f"Cannot have {high}={last!r} < {low}={first!r}")
    return first, last


def counts(name: str, value: object, *, least: int, most: int) -> tuple[int, int]:
    """Return how many there may be: a number, or the least and the most, between two that are possible."""
    pair = value if isinstance(value, tuple) else (value, value)
    if len(pair) != 2 or any(not isinstance(each, int) or isinstance(each, bool) for each in pair):
        raise InvalidArgument(
            f"Expected a whole number, or a tuple of the least and the most, but got {name}={value!r}"
        )
    low, high = pair
    if not least <= low <= high <= most:
        raise InvalidArgument(f"Expected {least} to {most}, the least first, but got {name}={value!r}")
    return low, high


def some_of(
    name: str, value: Iterable[str] | None, known: Collection[str], *, perhaps_none: bool = False
) -> tuple[str, ...]:
    """Return names that must be known, in the order in which they are known; all where the list is left out."""
    if value is None:
        return tuple(known)
    asked = texts(name, value)
    if not asked and not perhaps_none:
        raise InvalidArgument(f"Expected a list of one name or more but got {name}={value!r}")
    for each in asked:
        if each not in known:
            raise InvalidArgument(f"{name}: there is no {each!r}; {nearest(each, known)}")
    return tuple(each for each in known if each in asked)


def texts(name: str, value: object) -> tuple[str, ...]:
    """Return what must be a list of texts, and no text itself."""
    found = tuple(several(name, value))
    for each in found:
        of_type(name, each, str, "a list of texts")
    return found


def several(name: str, value: object) -> Iterable[Any]:
    """Return what must be a list or anything else that can be gone through, and no text."""
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        raise InvalidArgument(f"Expected a list but got {name}={value!r} (type={type(value).__name__})")
    return value


def whole(name: str, value: object, *, least: int, most: int) -> int:
    """Return what must be a whole number between two."""
    found = of_type(name, value, int, f"a whole number from {least} to {most}")
    if not least <= found <= most:
        raise InvalidArgument(f"Expected {least} to {most} but got {name}={value!r}")
    return found


def based(name: str, chosen: Collection[str], on: Mapping[str, Collection[str]]) -> None:
    """Refuse names that cannot stand without another one that was not chosen."""
    for each in chosen:
        for other in on.get(each, ()):
            if other not in chosen:
                raise InvalidArgument(f"{name}: {each!r} cannot stand without {other!r}; add it")


def codes_of(parties: Iterable[str]) -> tuple[str, ...]:
    """Return codes of parties.

    Raises:
        InvalidArgument: If they are fewer than two, or one is no code, or stands twice.
    """
    if isinstance(parties, str):
        raise InvalidArgument(f"parties={parties!r} is one text; write a list of codes, such as ['SUN', 'JPN']")
    codes = tuple(several("parties", parties))
    for code in codes:
        if not (isinstance(code, str) and PARTY_CODE.fullmatch(code)):
            raise InvalidArgument(
                f"parties: {code!r} is no code; write one such as 'SUN': a letter, then letters, digits"
            )
    if len(set(codes)) < max(len(codes), 2):
        raise InvalidArgument(f"parties={list(codes)!r}: name two different parties at least, and none twice")
    return codes


def loads(name: str, tables: Mapping[str, Any]) -> None:
    """Refuse what makes tables that no treaty file can hold.

    Raises:
        InvalidArgument: With each fault and its remedy.
    """
    try:
        from_dict(tables)
    except TreatyclockError as error:
        faults = error.faults if isinstance(error, TreatyFileError) else ()
        told = "\n".join(map(str, faults)) or str(error)
        raise InvalidArgument(f"{name} cannot stand in a treaty file:\n{told}") from error
