"""By which strategy a value of each type is drawn, where a test names the type alone: ``st.from_type(tc.Treaty)``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, get_args

from hypothesis import reject
from hypothesis import strategies as st

from treatyclock.answers.answer import Answer
from treatyclock.answers.dates import Dates
from treatyclock.civil.clocks.labels import labels
from treatyclock.errors import UnusableRecordError
from treatyclock.formats.cases.toml import load_case_text
from treatyclock.law.acts.act import Act
from treatyclock.testing.strategies.around import edges_of
from treatyclock.testing.strategies.case_files import case_files
from treatyclock.testing.strategies.intervals import interval_sets, intervals, timelines
from treatyclock.testing.strategies.moments import moments
from treatyclock.testing.strategies.parties import parties
from treatyclock.testing.strategies.periods import periods
from treatyclock.testing.strategies.readings import readings
from treatyclock.testing.strategies.treaties import treaties
from treatyclock.testing.strategies.zones import zones
from treatyclock.treaty import Treaty
from treatyclock.view import View


def drawn_by(type: Any) -> st.SearchStrategy[Any]:
    """Return the strategy by which values of a type are drawn.

    Args:
        type: A type of :data:`treatyclock.testing.entry_point.DRAWN_TYPES`, or one with an argument, such as
            ``Timeline[bool]``.

    Example:
        >>> from hypothesis import find
        >>> from treatyclock.civil.periods import Period
        >>> find(drawn_by(Period), lambda period: period.days > 1)
        Period(years=0, months=0, days=2)
    """
    name = getattr(type, "__name__", "")
    if name == "Timeline":
        arguments = get_args(type)
        return timelines(st.from_type(arguments[0]) if arguments else st.booleans())
    return _STRATEGIES[name]()


@st.composite
def _acts(draw: st.DrawFn) -> Act:
    acts = draw(treaties()).record.acts
    return draw(st.sampled_from(acts) if acts else st.nothing())


@st.composite
def _answers(draw: st.DrawFn) -> Answer:
    treaty = draw(treaties())
    party = draw(st.sampled_from((None, *(party.id for party in treaty.record.parties))))
    with _if_answered():
        return treaty.in_force(draw(edges_of(treaty, party=party)), party=party)


@st.composite
def _dates(draw: st.DrawFn) -> Dates:
    treaty = draw(treaties())
    with _if_answered():
        return treaty.dates()


@contextmanager
def _if_answered() -> Iterator[None]:
    """Reject an example in which too much is open for any answer."""
    try:
        yield
    except UnusableRecordError:
        reject()


def _views(treaty: Treaty) -> st.SearchStrategy[View]:
    codes = st.sampled_from((None, *(party.id for party in treaty.record.parties)))
    return st.builds(lambda party, reading: treaty.under(party=party, reading=reading), codes, readings(treaty))


_STRATEGIES: Mapping[str, Callable[[], st.SearchStrategy[Any]]] = {
    "Act": _acts,
    "Answer": _answers,
    # Made of its text, so that a failing test shows the text.
    "Case": lambda: st.builds(load_case_text, case_files().map(lambda file: file.text)),
    "Dates": _dates,
    "Interval": intervals,
    "IntervalSet": interval_sets,
    "Label": lambda: st.sampled_from(labels()),
    "Moment": moments,
    "Party": parties,
    "Period": periods,
    "Reading": lambda: treaties().flatmap(readings),
    "Record": lambda: treaties().map(lambda treaty: treaty.record),
    "Treaty": treaties,
    "View": lambda: treaties().flatmap(_views),
    "Zone": zones,
}
