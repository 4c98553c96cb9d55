"""What lies around the changes of a treaty: instants and days at which bugs live, and times at which more was known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import cache, partial
from typing import Unpack

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from treatyclock.errors import TreatyclockError
from treatyclock.law.record import Record
from treatyclock.testing import checked
from treatyclock.testing.strategies._telling_times import TellingTimes, changes, known, named, outcomes
from treatyclock.treaty import Treaty
from treatyclock.view import Whose

_DAYS = (timedelta(), timedelta(days=-1), timedelta(days=1))
_INSTANTS = (
    timedelta(),
    timedelta(microseconds=-1),
    timedelta(microseconds=1),
    timedelta(seconds=-1),
    timedelta(seconds=1),
    timedelta(hours=-1),
    timedelta(hours=1),
    timedelta(days=-1),
    timedelta(days=1),
)
_CENTURY = timedelta(days=36_525)


def edges_of(treaty: Treaty, *, days: bool | None = None, **whose: Unpack[Whose]) -> st.SearchStrategy[date | datetime]:
    """Return a strategy for days and instants just before, at and after those where a treaty changes.

    Such are the edges of its timeline and of its chronology; the days that its dates, deadlines, windows, reviews and
    renewals name; the days and hours of its acts and clauses. Bugs live there. Each can be asked about as it is:
    ``treaty.in_force(edge)``. Examples shrink to an edge itself, an early one.

    Args:
        treaty: Any treaty. From one that names no day between the years 1000 and 8000 nothing can be drawn, so that
            such an example is rejected.
        days: True for days only, as ``date``; False for instants only, as ``datetime`` in UTC; either where not given.
        **whose: ``party``, ``between``, ``reading``, ``known_as_of``, ``choose``, ``part``, as
            :meth:`treatyclock.Treaty.under` takes them; generally and by the treaty's own words where not given.

    Raises:
        hypothesis.errors.InvalidArgument: If this is no treaty, or it has no such party, reading or part.

    Example:
        >>> import treatyclock as tc
        >>> from hypothesis import find
        >>> pact = tc.load("soviet-japanese-neutrality-pact")
        >>> find(edges_of(pact, days=True), lambda day: day.year == 1946)
        datetime.date(1946, 4, 24)
    """
    checked.of_type("treaty", treaty, Treaty, "a treatyclock.Treaty")
    if days is not None:
        checked.flag("days", days)
    try:
        view = treaty.under(**whose)
    except TreatyclockError as error:
        asked = ", ".join(f"{name}={value!r}" for name, value in whose.items())
        raise InvalidArgument(f"{treaty!r} cannot be asked for {asked}: {error.sentence}") from error

    # Each sort is worked out when it is drawn for the first time: answers take far longer than reading the record.
    sorts = (
        cache(partial(named, view.record, view.subject.parties)),
        cache(partial(changes, view)),
        cache(partial(outcomes, view)),
    )
    return _around(sorts, days)


def knowledge_times(treaty: Treaty, *, days: bool | None = None) -> st.SearchStrategy[date | datetime]:
    """Return a strategy for times by which more or less was known, as ``known_as_of=`` takes them.

    They lie around the days and hours at which something on record became known, and long before and after all of
    them. Examples shrink to the earliest such day.

    Args:
        treaty: Any treaty.
        days: True for days only, as ``date``; False for instants only, as ``datetime`` in UTC; either where not given.

    Raises:
        hypothesis.errors.InvalidArgument: If this is no treaty.

    Example:
        >>> import treatyclock as tc
        >>> from hypothesis import find
        >>> pact = tc.load("soviet-japanese-neutrality-pact")
        >>> find(knowledge_times(pact, days=True), lambda day: day.year == 1945)
        datetime.date(1945, 4, 5)
    """
    checked.of_type("treaty", treaty, Treaty, "a treatyclock.Treaty")
    if days is not None:
        checked.flag("days", days)

    return _around((cache(partial(known, treaty.record)), cache(partial(_far, treaty.record))), days)


def _far(record: Record) -> TellingTimes:
    """Return days long before and after all that became known."""
    days = known(record).days
    return TellingTimes(days=(days[0] - _CENTURY, days[-1] + _CENTURY) if days else (), instants=())


@st.composite
def _around(draw: st.DrawFn, sorts: Sequence[Callable[[], TellingTimes]], days: bool | None) -> date | datetime:
    """Draw what lies around a time of one of several sorts; where there is none of that sort, of the next."""
    first = draw(st.integers(0, len(sorts) - 1))
    found = (_about(each(), days) for each in (*sorts[first:], *sorts[:first]))
    several = next((each for each in found if each), [])
    assume(several)
    return draw(st.one_of(several))


def _about(times: TellingTimes, days: bool | None) -> list[st.SearchStrategy[date | datetime]]:
    several: list[st.SearchStrategy[date | datetime]] = []
    if times.days and days is not False:
        several.append(_moved(times.days, _DAYS))
    if times.instants and days is not True:
        several.append(_moved(times.instants, _INSTANTS))
    return several


def _moved(times: Sequence[date], by: Sequence[timedelta]) -> st.SearchStrategy[date]:
    # One value, and not a call of two: a failing test shows the day or the instant itself.
    return st.tuples(st.sampled_from(times), st.sampled_from(by)).map(lambda two: two[0] + two[1])
