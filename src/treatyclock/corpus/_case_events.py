"""An event of a case as the moment of an act: the bounds that its sources allow."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path, PurePosixPath

from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.corpus.cases import case_of, shipped_cases
from treatyclock.errors import UndatedEventError, UnknownCaseError, UnsettledEventError
from treatyclock.formats.cases.toml import load_case_file
from treatyclock.intervals import Interval, IntervalSet
from treatyclock.law.events import EventReference
from treatyclock.testimony.case import Case
from treatyclock.testimony.encoding import model_of
from treatyclock.testimony.repairs import repairs
from treatyclock.testimony.scenarios import Scenario
from treatyclock.testimony.wording import span_text

_MINUTE = 60_000_000  # microseconds


def event_moment(event: EventReference, *, beside: str = "") -> Moment:
    """Return when an event came: all that the cheapest repairs of a case leave possible.

    A moment known to the minute is an hour. Any other is a day, or one of several, on the clocks of the reference.

    Args:
        event: The event.
        beside: The path of the treaty's file; only shipped cases are known where it is empty.

    Raises:
        UnknownCaseError: If there is no such case.
        UnknownEventError: If the case names no such event.
        UndatedEventError: If its sources leave the event without a beginning or an end.
        UnsettledEventError: If not all that they leave possible could be found.

    Example:
        >>> print(event_moment(EventReference(case="august-1945", event="declaration")).support)
        [1945-08-08T14:00:00Z, 1945-08-08T14:01:00Z)
    """
    case = _case(event.case, beside)
    case.known_event(event.event)
    bounds, remark = _bounds(case, event.event)
    clocks = [zone(each) for each in event.clocks or ("UTC",)]
    return _moment(f"{event.event} ({case.id})", bounds, clocks, remark)


def _case(name: str, beside: str) -> Case:
    if name in shipped_cases():
        return case_of(name)
    # Only beside the treaty's own file or below it: a file from elsewhere names no file of this machine.
    path = PurePosixPath(name)
    below = Path(beside).parent / path
    if beside and path.suffix == ".toml" and not path.is_absolute() and ".." not in path.parts and below.is_file():
        return load_case_file(below)
    raise UnknownCaseError(name, shipped_cases())


@lru_cache(maxsize=256)
def _bounds(case: Case, event: str) -> tuple[tuple[tuple[int, int], ...], str]:
    model = model_of(case)
    repaired = repairs(model, most=1)
    if not repaired.proven:
        raise UnsettledEventError(event, case.id)
    best = repaired.best
    found: dict[tuple[int, int], None] = {}
    for repair in best:
        for chosen in repair.choices:
            bounds = Scenario(model=model, chosen=chosen).bounds(event)
            if bounds.start is None or bounds.end is None:
                raise UndatedEventError(event, case.id)
            found[bounds.start, bounds.end] = None
    told = " or ".join(f"{span_text(Interval(*each))} UTC" for each in sorted(found))
    cost = best[0].cost if best else 0
    given_up = f" if what costs least is given up ({cost})" if cost else ""
    return tuple(sorted(found)), f"{event} is when the sources of case {case.id} allow{given_up}: {told}"


def _moment(text: str, bounds: tuple[tuple[int, int], ...], clocks: list[Zone], remark: str) -> Moment:
    first, last = bounds[0][0], max(end for _, end in bounds) - 1
    days = [clock.local(at).date() for clock in clocks for at in (first, last)]
    exact = last - first < _MINUTE and min(days) == max(days)
    return Moment(
        text=text,
        days=Days(first=min(days), last=max(days)),
        wall=clocks[0].local(first) if exact else None,
        zones=tuple(clocks),
        support=IntervalSet(tuple(Interval(start, end) for start, end in bounds)),
        remarks=(remark,),
    )
