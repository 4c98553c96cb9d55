"""Specifications of treaties that the oracles can read, and instants at which bugs about them are likely."""

from __future__ import annotations

from datetime import datetime

from hypothesis import assume
from hypothesis import strategies as st

from treatyclock.testing.oracle.days import UnsettledError
from treatyclock.testing.oracle.many import standing
from treatyclock.testing.oracle.many.treaty import Spec as ManySpec
from treatyclock.testing.oracle.two import edges
from treatyclock.testing.oracle.two.treaty import Spec as TwoSpec
from treatyclock.testing.specifications import many, two
from treatyclock.testing.specifications.choices import Drawn


@st.composite
def specifications_of_two(draw: st.DrawFn) -> TwoSpec:
    """A treaty of two parties as :mod:`treatyclock.testing.oracle.two` reads it."""
    return two.treaty_of_two(Drawn(draw))


@st.composite
def specifications_of_many(draw: st.DrawFn) -> ManySpec:
    """A treaty of many parties as :mod:`treatyclock.testing.oracle.many` reads it, if the law answers."""
    try:
        return many.treaty_of_many(Drawn(draw))
    except UnsettledError:
        assume(False)
        raise


@st.composite
def instants_about_two(draw: st.DrawFn, specification: TwoSpec) -> datetime:
    """An instant to ask a treaty of two about: mostly at or near one where its answer may change."""
    return two.instant(Drawn(draw), edges.interesting_instants(specification))


@st.composite
def instants_about_many(draw: st.DrawFn, lives: list[standing.Standing]) -> datetime:
    """An instant to ask a treaty of many about: mostly at or near one where its answer may change."""
    return many.instant(Drawn(draw), standing.interesting_instants(lives))


def settled_lives(specification: ManySpec) -> list[standing.Standing]:
    """A treaty's life in every world; a treaty to which the law has no answer is not asked about."""
    try:
        return standing.lives(specification)
    except UnsettledError:
        assume(False)
        raise
