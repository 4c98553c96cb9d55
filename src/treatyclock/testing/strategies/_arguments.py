"""Arguments of strategies: what is wrong with one is told when the strategy is made."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from hypothesis.errors import InvalidArgument

from treatyclock.errors import nearest
from treatyclock.law.parties import PARTY_CODE


def names_among(name: str, given: Iterable[str] | None, known: Collection[str]) -> tuple[str, ...]:
    """Return the names that were asked for, all that there are where nothing was, in the order in which these stand.

    Raises:
        InvalidArgument: If none is left, or one is not known.
    """
    if given is None:
        return tuple(known)
    if isinstance(given, str):
        raise InvalidArgument(f"{name}={given!r} is one text; write {name}=[{given!r}]")
    asked = list(given)
    for each in asked:
        if each not in known:
            raise InvalidArgument(f"{name}: there is no {each!r}; {nearest(each, known)}")
    if not asked:
        raise InvalidArgument(f"{name} is empty, so that nothing can be drawn; leave it out for all")
    return tuple(each for each in known if each in asked)


def codes_of(parties: Iterable[str]) -> tuple[str, ...]:
    """Return codes of parties.

    Raises:
        InvalidArgument: If they are fewer than two, or one is no code, or stands twice.
    """
    if isinstance(parties, str):
        raise InvalidArgument(f"parties={parties!r} is one text; write a list of codes, such as ['SUN', 'JPN']")
    codes = tuple(parties)
    for code in codes:
        if not (isinstance(code, str) and PARTY_CODE.fullmatch(code)):
            raise InvalidArgument(
                f"parties: {code!r} is no code; write one such as 'SUN': a letter, then letters, digits"
            )
    if len(set(codes)) < max(len(codes), 2):
        raise InvalidArgument(f"parties={list(codes)!r}: name two different parties at least, and none twice")
    return codes


def numbers_between(name: str, given: int | tuple[int, int], least: int, most: int) -> tuple[int, int]:
    """Return how few and how many are asked for.

    Raises:
        InvalidArgument: If that is outside what can be drawn, or the wrong way round.
    """
    first, last = (given, given) if isinstance(given, int) else given
    if not least <= first <= last <= most:
        raise InvalidArgument(
            f"{name}={given!r}: write a number from {least} to {most}, or two of them, the lesser first"
        )
    return first, last
