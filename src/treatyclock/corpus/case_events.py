"""An event of a case as the moment of an act: the bounds that its sources allow."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from pathlib import Path, PurePosixPath

from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.errors import UndatedEventError, UnknownCaseError
from treatyclock.formats.cases.toml import load_case_file, load_case_text
from treatyclock.instants import iso
from treatyclock.intervals import Interval, IntervalSet
from treatyclock.testimony.case import Case
from treatyclock.testimony.encoding import model_of
from treatyclock.testimony.repairs import repairs
from treatyclock.testimony.scenarios import Scenario

_MINUTE = 60_000_000


def event_moment(case: str, event: str, clocks: Sequence[str] = (), *, beside: str = "") -> Moment:
    """Return when an event came: all that the cheapest repairs of a case leave possible.

    A moment known to the minute is an hour; one that is not is a day, or one of several, on the clocks given.

    Args:
        case: The id of a shipped case, or the name of a case file beside the treaty's.
        event: The event.
        clocks: The clocks on which its date is to be read; UTC where none is given.
        beside: The treaty's file.

    Raises:
        UnknownCaseError: If there is no such case.
        UnknownEventError: If the case names no such event.
        UndatedEventError: If its sources leave the event without a beginning or an end.

    Example:
        >>> print(event_moment("august-1945", "declaration", ["Europe/Moscow"]).support)
        [1945-08-08T14:00:00Z, 1945-08-08T14:01:00Z)
    """
    found = _case(case, beside)
    found.known_event(event)
    bounds, remark = _bounds(found, event)
    return _moment(f"{event} ({found.id})", bounds, [zone(each) for each in clocks or ["UTC"]], remark)


def _case(name: str, beside: str) -> Case:
    texts = resources.files("treatyclock.corpus") / "cases"
    shipped = {each.name.removesuffix(".toml"): each for each in texts.iterdir() if each.name.endswith(".toml")}
    if name in shipped:
        return load_case_text(shipped[name].read_text(encoding="utf-8"), file=f"{name}.toml")
    # Only beside the treaty's own file or below it: a file from elsewhere names no file of this machine.
    path = PurePosixPath(name)
    below = Path(beside).parent / path
    if beside and path.suffix == ".toml" and not path.is_absolute() and ".." not in path.parts and below.is_file():
        return load_case_file(below)
    raise UnknownCaseError(name, shipped)


@lru_cache(maxsize=256)
def _bounds(case: Case, event: str) -> tuple[tuple[tuple[int, int], ...], str]:
    model = model_of(case)
    best = repairs(model, most=1).best
    found: dict[tuple[int, int], None] = {}
    for repair in best:
        for chosen in repair.choices:
            bounds = Scenario(model=model, chosen=chosen).bounds(event)
            if bounds.start is None or bounds.end is None:
                raise UndatedEventError(event, case.id)
            found[bounds.start, bounds.end] = None
    told = " or ".join(f"{iso(start)} to {iso(end - 1)}" for start, end in sorted(found))
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
