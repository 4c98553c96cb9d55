"""Whole treaties: of two parties or of many, with any clauses, acts and parts, or only with what the oracles judge."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from hypothesis import assume, note
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import treatyclock as tc
from treatyclock.law.vocabulary import ACT_KINDS, CLAUSES
from treatyclock.testing import checked
from treatyclock.testing.files.clauses import BASED_ON
from treatyclock.testing.files.treaties import CODES, Ingredients, treaty_tables, treaty_text
from treatyclock.testing.oracle.days import UnsettledError
from treatyclock.testing.oracle.many import standing
from treatyclock.testing.oracle.parts import Part
from treatyclock.testing.specifications import many, many_clauses, many_text, two, two_text
from treatyclock.testing.specifications.choices import Dice, Drawn, once_in

_LEAST_OF_MANY = 3


def treaties(
    *,
    parties: int | tuple[int, int] = (2, 6),
    clauses: Iterable[str] | None = None,
    acts: Iterable[str] | None = None,
    parts: bool = False,
    settled: bool = False,
) -> st.SearchStrategy[tc.Treaty]:
    """Draw a treaty: how it comes to bind, its final clauses, and what its parties then do, in any combination.

    Acts come mostly on days that matter: on or next to the day of another act, or a period of some clause away from
    it. Every key of every kind of clause and act is drawn now and then. A failing test shows the text of the treaty's
    file, which can be pasted into a bug report; ``repr(treaty)`` is code that makes the treaty again.

    Args:
        parties: How many parties: a number, or the least and the greatest number.
        clauses: Which kinds of clause may occur beside ``entry_into_force``, by the names of their tables; every kind
            where left out.
        acts: Which kinds of act may occur; every kind where left out.
        parts: Whether the treaty has one or two parts with a life of their own.
        settled: Whether only treaties are drawn to which the oracles of :mod:`treatyclock.testing.oracle` have an
            answer. They have two to six parties, three at least where they have a part, and clauses and acts cannot
            be chosen.

    Raises:
        InvalidArgument: If there is no such kind of clause or act, or no treaty can be as it is asked for.

    Example:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=10)
        ... @given(treaties(parties=2, clauses=["term", "renewal"]))
        ... def test_files_come_back(treaty):
        ...     assert tc.loads(tc.dumps(treaty)) == treaty
        >>> test_files_come_back()
    """
    return _noted(treaty_texts(parties=parties, clauses=clauses, acts=acts, parts=parts, settled=settled))


def treaty_texts(
    *,
    parties: int | tuple[int, int] = (2, 6),
    clauses: Iterable[str] | None = None,
    acts: Iterable[str] | None = None,
    parts: bool = False,
    settled: bool = False,
) -> st.SearchStrategy[str]:
    """Draw the text of a treaty file: what :func:`treaties` loads, for a register or a loader of one's own.

    Args:
        parties: As for :func:`treaties`, and so are the others.
        clauses: Which kinds of clause may occur.
        acts: Which kinds of act may occur.
        parts: Whether the treaty has parts with a life of their own.
        settled: Whether only treaties are drawn to which the oracles have an answer.

    Raises:
        InvalidArgument: As for :func:`treaties`.

    Example:
        >>> import tomllib
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=10)
        ... @given(treaty_texts(parties=3))
        ... def test_a_loader(text):
        ...     assert len(tomllib.loads(text)["parties"]) == 3
        >>> test_a_loader()
    """
    _warmed_up()
    checked.flag("parts", parts)
    if checked.flag("settled", settled) and (clauses is not None or acts is not None):
        raise InvalidArgument(
            "settled=True draws the clauses and acts that the oracles know: leave out clauses and acts"
        )
    if settled:
        least, most = checked.counts("parties", parties, least=2, most=len(many_clauses.CODES))
        if parts and most < _LEAST_OF_MANY:
            raise InvalidArgument(f"parties={parties!r}: a settled treaty with a part has three parties at least")
        return _settled_texts(least, most, parts)
    chosen = checked.some_of("clauses", clauses, CLAUSES, perhaps_none=True)
    checked.based("clauses", chosen, BASED_ON)
    kinds = tuple(ACT_KINDS[name] for name in checked.some_of("acts", acts, ACT_KINDS, perhaps_none=True))
    for kind in kinds:
        if kind.answers and not any(map(kind.may_answer, kinds)):
            able = [each.name for each in ACT_KINDS.values() if kind.may_answer(each)]
            raise InvalidArgument(f"acts: {kind.name!r} needs one of {able} to answer; add one")
    between = checked.counts("parties", parties, least=2, most=len(CODES))
    return _texts(Ingredients(parties=between, clauses=chosen, acts=kinds, parts=parts))


@cache
def _warmed_up() -> None:
    """Draw a few treaties by dice: what is read once, such as zones, is not to count as slow generation."""
    for number in range(3):
        tables, _ = treaty_tables(Dice(f"warm:{number}"), Ingredients(parties=(2, 6), parts=True))
        tc.loads(treaty_text(tables))


@st.composite
def _noted(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> tc.Treaty:
    text = draw(texts)
    note(text)
    return tc.loads(text)


@st.composite
def _texts(draw: st.DrawFn, of: Ingredients) -> str:
    tables, _ = treaty_tables(Drawn(draw), of)
    return treaty_text(tables)


@st.composite
def _settled_texts(draw: st.DrawFn, least: int, most: int, parts: bool) -> str:
    """Draw what the oracles have an answer to; they are asked, since what the law leaves open they refuse."""
    drawn, of_many = Drawn(draw), max(least, _LEAST_OF_MANY)
    try:
        if parts:
            whole, part = many.treaty_with_a_part(drawn, of_many, most)
            Part(whole, part)
            return many_text.part_to_toml(whole, part)
        if most < _LEAST_OF_MANY or (least < _LEAST_OF_MANY and not once_in(drawn, 2)):
            return two_text.to_toml(two.treaty_of_two(drawn))
        spec = many.treaty_of_many(drawn, of_many, most)
        standing.lives(spec)
        return many_text.to_toml(spec)
    except UnsettledError:
        assume(False)
        raise
