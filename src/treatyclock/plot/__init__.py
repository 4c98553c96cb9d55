"""Pictures drawn with matplotlib: each function takes ``ax=`` and returns the Axes; it needs ``treatyclock[plot]``.

They are the pictures of :mod:`treatyclock.pictures`, which shows them as SVG without matplotlib.

Example:
    >>> import treatyclock as tc
    >>> from treatyclock import plot
    >>> ax = plot.life(tc.load("soviet-japanese-neutrality-pact"), by="reading")
    >>> ax.figure.savefig("pact.pdf")  # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Unpack

from treatyclock import pictures
from treatyclock.answers.answer import Answer
from treatyclock.answers.reconciliation import Reconciliation
from treatyclock.civil.clocks.zones import Zone
from treatyclock.civil.moments.read import MomentLike
from treatyclock.law.readings import Reading
from treatyclock.pictures import Clocks, MarkedInstants
from treatyclock.plot._on_axes import draw
from treatyclock.questions.inputs import Where
from treatyclock.treaty import Treaty
from treatyclock.view import Whose

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["answer", "case", "compare", "deadlines", "draw", "known", "life", "night"]


def life(
    treaty: Treaty,
    *,
    by: str | None = "party",
    at: MomentLike | None = None,
    zone: Where = None,
    ax: Axes | None = None,
    **whose: Unpack[Whose],
) -> Axes:
    """Draw from when to when a treaty was in force (:func:`treatyclock.pictures.life`)."""
    return draw(pictures.life(treaty, by=by, at=at, zone=zone, **whose), ax)


def compare(
    treaty: Treaty,
    readings: Iterable[str | Reading] | None = None,
    *,
    party: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw one band a reading, with what differs from the treaty's own terms (:func:`treatyclock.pictures.compare`)."""
    return draw(pictures.compare(treaty, readings, party=party), ax)


def answer(asked: Answer, *, ax: Axes | None = None) -> Axes:
    """Draw an answer: its life, the readings that say otherwise, the moment (:func:`treatyclock.pictures.answer`)."""
    return draw(pictures.answer(asked), ax)


def deadlines(
    treaty: Treaty,
    first: MomentLike,
    last: MomentLike,
    *,
    party: str | None = None,
    reading: str | Reading | None = None,
    known_as_of: MomentLike | None = None,
    part: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw what is due between two days (:func:`treatyclock.pictures.deadlines`)."""
    picture = pictures.deadlines(
        treaty, first, last, party=party, reading=reading, known_as_of=known_as_of, part=part
    )  # fmt: skip
    return draw(picture, ax)


def case(found: Reconciliation, *, ax: Axes | None = None) -> Axes:
    """Draw when each event of a case came, and what is given up (:func:`treatyclock.pictures.case`)."""
    return draw(pictures.case(found), ax)


def night(
    clocks: Clocks,
    first: MomentLike,
    last: MomentLike,
    marks: MarkedInstants | None = None,
    *,
    zone: str | Zone | None = None,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draw the clocks of a night, the same instants on all (:func:`treatyclock.pictures.night`)."""
    return draw(pictures.night(clocks, first, last, marks, zone=zone, title=title), ax)


def known(
    treaty: Treaty,
    *,
    party: str | None = None,
    reading: str | Reading | None = None,
    since: MomentLike | None = None,
    first: MomentLike | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw legal time against what was known when (:func:`treatyclock.pictures.known`)."""
    return draw(pictures.known(treaty, party=party, reading=reading, since=since, first=first), ax)
