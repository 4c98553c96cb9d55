"""Readings of a treaty: those that its file declares, and others that choose where its text is open."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.subjects import GENERALLY, Subject
from treatyclock.law.vocabulary import CONVENTIONS
from treatyclock.testing import checked
from treatyclock.treaty import Treaty

_MOST_STATES = 4
"""Of so many States the open questions are looked for, beside those of the treaty generally."""


def readings(treaty: Treaty, *, own: bool | None = None) -> st.SearchStrategy[Reading]:
    """Return a strategy for readings of a treaty, as ``reading=`` takes them; examples shrink to its own words.

    Args:
        treaty: Any treaty.
        own: False for the treaty's own words and the readings that its file declares. True for readings that nobody
            declared: each chooses some of the conventions that the text leaves open, admits some of the acts that need
            a reading to count, and rejects others. Either where not given.

    Raises:
        hypothesis.errors.InvalidArgument: If this is no treaty.

    Example:
        >>> import treatyclock as tc
        >>> from hypothesis import find
        >>> pact = tc.load("soviet-japanese-neutrality-pact")
        >>> find(readings(pact, own=False), lambda reading: True).title
        "the treaty's own words"
        >>> find(readings(pact, own=False), lambda reading: reading.id != "text").id
        'first-day-not-counted'
    """
    checked.of_type("treaty", treaty, Treaty, "a treatyclock.Treaty")
    if own is not None:
        checked.flag("own", own)
    declared = st.sampled_from((TEXT, *treaty.record.readings))
    # What is open is worked out when an example is drawn, and once for all examples.
    drawn = st.deferred(lambda: _drawn(treaty))
    return {None: declared | drawn, False: declared, True: drawn}[own]


def _drawn(treaty: Treaty) -> st.SearchStrategy[Reading]:
    choices = st.fixed_dictionaries({}, optional={key: st.sampled_from(each) for key, each in _open(treaty).items()})
    acts = treaty.record.acts
    needing = [act.id for act in acts if act.needs_reading]
    others = [act.id for act in acts if not act.needs_reading]
    return st.builds(
        Reading,
        id=st.just("drawn"),
        title=st.just("a reading drawn for a test"),
        holder=st.just("a test"),
        choose=choices.map(lambda chosen: tuple(chosen.items())),
        admits=_some(needing),
        rejects=_some(others),
    )


def _some(ids: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    if not ids:
        return st.just(())
    return st.lists(st.sampled_from(ids), max_size=2, unique=True).map(tuple)


def _open(treaty: Treaty) -> Mapping[str, tuple[str, ...]]:
    """Return the conventions that the treaty's words leave open, with the answers that are tried."""
    life = treaty.life()
    states = [Subject((party.id,)) for party in treaty.record.parties[:_MOST_STATES]]
    asked = {
        question.key: question.alternatives
        for subject in (GENERALLY, *states)
        for world in life.course(subject).worlds
        for question, _ in world.choices
        if question.convention and question.key in CONVENTIONS
    }
    return dict(sorted(asked.items()))
