"""Times in force with four bounds: when each may have begun at the earliest and at the latest, and may have ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from treatyclock.answers.chronology import Chronology, Stage
from treatyclock.law.status import Status
from treatyclock.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A time in which a treaty was, or may have been, in force without a break.

    All bounds are times on the clock that the treaty counts by, and an end is the first moment after.

    Attributes:
        earliest_begin: When it may have begun at the earliest; None where nothing bounds that.
        latest_begin: When it had surely begun; None where it never surely was in force.
        earliest_end: Until when it surely lasted, at least; None where nothing ends that, or where nothing is sure.
        latest_end: When it had surely ended; None where nothing bounds that.
        sure: Whether there is a time in which it surely was in force.
        without_gap: Whether it surely was in force all the way from the sure begin to the earliest end.
    """

    earliest_begin: datetime | None
    latest_begin: datetime | None
    earliest_end: datetime | None
    latest_end: datetime | None
    sure: bool
    without_gap: bool

    def holds(self, other: Tenure) -> bool:
        """Tell whether another time lies within this one, wherever within its bounds that was."""
        begins = self.earliest_begin is None or (
            other.earliest_begin is not None and self.earliest_begin <= other.earliest_begin
        )
        ends = self.latest_end is None or (other.latest_end is not None and other.latest_end <= self.latest_end)
        return begins and ends

    @property
    def first_day(self) -> date | None:
        """The first day in force, where it is certain."""
        if self.latest_begin is None or self.earliest_begin != self.latest_begin:
            return None
        return self.latest_begin.date()

    @property
    def last_day(self) -> date | None:
        """The last day in force, where it is certain; None too where no end is known."""
        if not self.without_gap or self.earliest_end is None or self.earliest_end != self.latest_end:
            return None
        return Stage(start=None, end=self.earliest_end, status=frozenset()).last_day

    @property
    def goes_on(self) -> bool:
        """Whether it surely lasts, with no end on record."""
        return self.without_gap and self.earliest_end is None


def truth_of(stage: Stage) -> Truth:
    """Tell whether a treaty was in force in a stage.

    Example:
        >>> from treatyclock.law.status import Status
        >>> truth_of(Stage(start=None, end=None, status=frozenset({Status.PARTY, Status.SIGNATORY})))
        <Truth.UNKNOWN: 'unknown'>
    """
    found = {status.in_force for status in stage.status}
    return Truth.UNKNOWN if len(found) != 1 else Truth.YES if found == {True} else Truth.NO


def tenures(chronology: Chronology) -> tuple[Tenure, ...]:
    """Return the times in force, those that only may have been among them.

    Example:
        >>> import treatyclock as tc
        >>> (only,) = tenures(tc.load("soviet-japanese-neutrality-pact").chronology())
        >>> str(only.first_day), only.last_day, str(only.earliest_end), str(only.latest_end)
        ('1941-04-25', None, '1946-04-25 00:00:00', '1946-04-26 00:00:00')
    """
    runs = groupby(chronology, key=lambda stage: truth_of(stage) is not Truth.NO)
    return tuple(_tenure(tuple(run)) for perhaps, run in runs if perhaps)


def _tenure(run: Sequence[Stage]) -> Tenure:
    truths = [truth_of(stage) for stage in run]
    sure = [stage for stage, truth in zip(run, truths, strict=True) if truth is Truth.YES]
    within = "".join("y" if truth is Truth.YES else "?" for truth in truths).strip("?")
    return Tenure(
        earliest_begin=run[0].start,
        latest_begin=sure[0].start if sure else None,
        earliest_end=sure[-1].end if sure else None,
        latest_end=run[-1].end,
        sure=bool(sure),
        without_gap=bool(sure) and "?" not in within,
    )


def agreed(chronologies: Sequence[Chronology]) -> Chronology:
    """Return one chronology in which everything is possible that one of several holds possible.

    What is sure in it is sure in all of them: so is a fact that no reading contests.

    Example:
        >>> import treatyclock as tc
        >>> pact = tc.load("soviet-japanese-neutrality-pact")
        >>> both = agreed([pact.chronology(reading=each) for each in ("first-day-counted", "first-day-not-counted")])
        >>> [stage.begins for stage in both if truth_of(stage) is Truth.UNKNOWN]
        ['1946-04-25']
    """
    if len(chronologies) == 1:
        return chronologies[0]
    edges = sorted({stage.start for each in chronologies for stage in each if stage.start is not None})
    stages: list[Stage] = []
    positions = [0] * len(chronologies)
    for start, end in zip([None, *edges], [*edges, None], strict=True):
        status: set[Status] = set()
        for number, each in enumerate(chronologies):
            while _ended(each.stages[positions[number]].end, start):
                positions[number] += 1
            status |= each.stages[positions[number]].status
        found = Stage(start=start, end=end, status=frozenset(status))
        if stages and stages[-1].status == found.status:
            found = Stage(start=stages.pop().start, end=end, status=found.status)
        stages.append(found)
    return Chronology(stages=tuple(stages))


def _ended(end: datetime | None, by: datetime | None) -> bool:
    return end is not None and by is not None and end <= by
