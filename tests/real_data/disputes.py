"""Duties of neutrality and non-aggression at the onset of militarised disputes, beside what joins by year make of them.

A dispute has two sides. For each ordered pair of adversaries: was the first, on the day on which the later of the two
came in, bound by a promise of its own towards the second? Alliances are those of ATOP, by its own coding.

Run it to print the counts: ``python tests/real_data/disputes.py``. It takes some minutes.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sources import ATOP, DISPUTES, data_folder, parquet_rows

import treatyclock as tc
from treatyclock.formats.registers.atop import READING, Alliance, Duty, alliances
from treatyclock.formats.registers.days import DayCells

DUTIES = frozenset({Duty.NEUTRALITY, Duty.NONAGGRESSION})
_OPEN = "9999"
_DAYS = DayCells.of({-9: "not known"}, "year-month-day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Onset:
    """Two adversaries in a dispute, the first of whom may have been bound.

    Attributes:
        dispute: The number of the dispute.
        bound: The one whose promises are in question.
        towards: The other.
        on: The day on which the later of the two came in, or the month.
    """

    dispute: int
    bound: int
    towards: int
    on: str

    @property
    def year(self) -> int:
        """The year by which data sets join."""
        return int(self.on[:4])


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What holds for an onset.

    Attributes:
        onset: It.
        truth: Whether the one was bound.
        cause: Why that is unknown; empty where it is known.
        by_rule: What each rule of a join by year says.
    """

    onset: Onset
    truth: tc.Truth
    cause: str
    by_rule: Mapping[str, bool]


def atop() -> tuple[Alliance, ...]:
    """Read the alliances."""
    with gzip.open(data_folder() / ATOP, "rt", encoding="utf-8", newline="") as file:
        return alliances(csv.DictReader(file))


def onsets() -> list[Onset]:
    """Pair the adversaries of each dispute."""
    sides: dict[int, tuple[list[tuple[int, str]], list[tuple[int, str]]]] = {}
    for row in parquet_rows(DISPUTES, "dispnum, ccode, styear, stmon, stday, sidea"):
        day = _DAYS.parts(row["styear"], row["stmon"], row["stday"])
        assert day is not None
        sides.setdefault(row["dispnum"], ([], []))[row["sidea"]].append((row["ccode"], day))
    found = {
        Onset(dispute=dispute, bound=one, towards=other, on=later(day, another))
        for dispute, (first, second) in sides.items()
        for one, day in (*first, *second)
        for other, another in (second if (one, day) in first else first)
        if one != other
    }
    return sorted(found, key=lambda each: (each.dispute, each.bound, each.towards, each.on))


def later(one: str, other: str) -> str:
    """Return the later of two days; where one is a month and the other a day of it, the month: either may be later."""
    if one[:7] == other[:7]:
        return min(one, other, key=len) if len(one) != len(other) else max(one, other)
    return max(one, other)


def _covers(alliance: Alliance, onset: Onset, holds: Callable[[str, str, int], bool]) -> bool:
    """Tell whether a rule on entry, exit and year holds for both at once, with the duty of the one."""
    return any(
        one.duties & DUTIES
        and holds(max(one.entry, other.entry), min(one.exit or _OPEN, other.exit or _OPEN), onset.year)
        for one in alliance.of(onset.bound)
        for other in alliance.of(onset.towards)
    )


RULES: Mapping[str, Callable[[str, str, int], bool]] = {
    "any day of the year": lambda entry, exit, year: entry[:4] <= f"{year}" <= exit[:4],
    "1 January": lambda entry, exit, year: entry <= f"{year}-01-01" <= exit,
    "31 December": lambda entry, exit, year: entry <= f"{year}-12-31" <= exit,
    "all year": lambda entry, exit, year: entry <= f"{year}-01-01" and f"{year}-12-31" <= exit,
}
"""The rules by which data sets of pairs and years are made, of the day of entry, the day of exit and the year."""


class Bound:
    """Who was bound towards whom when.

    Args:
        several: The alliances.
    """

    def __init__(self, several: Iterable[Alliance]) -> None:
        """Keep those with a duty in question, by State."""
        self._of: dict[int, list[Alliance]] = {}
        self._treaties: dict[str, tc.Treaty] = {}
        self._truths: dict[tuple[str, int, int, str], tc.Truth] = {}
        for alliance in several:
            for state in {each.state for each in alliance.members if each.duties & DUTIES}:
                self._of.setdefault(state, []).append(alliance)

    def _truth(self, alliance: Alliance, onset: Onset) -> tc.Truth:
        """Tell whether an alliance was in force between the two, who may have met on that day as adversaries before."""
        first, second = sorted((onset.bound, onset.towards))
        key = (alliance.id, first, second, onset.on)
        if key not in self._truths:
            if alliance.id not in self._treaties:
                self._treaties[alliance.id] = tc.from_dict(alliance.tables())
            pair = (f"Party_{first}", f"Party_{second}")
            self._truths[key] = self._treaties[alliance.id].in_force(onset.on, between=pair, reading=READING).truth
        return self._truths[key]

    def at(self, onset: Onset) -> Found:
        """Ask every alliance of the two that may have been in force then."""
        near = [
            alliance
            for alliance in self._of.get(onset.bound, [])
            if _covers(alliance, onset, RULES["any day of the year"])
        ]
        truths = [self._truth(alliance, onset) for alliance in near]
        open_ = [alliance for alliance, truth in zip(near, truths, strict=True) if truth is tc.Truth.UNKNOWN]
        truth = tc.Truth.NO
        if tc.Truth.YES in truths:
            truth = tc.Truth.YES
        elif open_:
            truth = tc.Truth.UNKNOWN
        return Found(
            onset=onset,
            truth=truth,
            cause=_cause(onset, open_) if truth is tc.Truth.UNKNOWN else "",
            by_rule={
                name: any(_covers(each, onset, rule) for each in self._of.get(onset.bound, []))
                for name, rule in RULES.items()
            },
        )


def _cause(onset: Onset, several: Sequence[Alliance]) -> str:
    if len(onset.on) < 10:
        return "no day of the onset"
    days = {
        day
        for each in several
        for state in (onset.bound, onset.towards)
        for member in each.of(state)
        for day in (member.entry, member.exit)
        if day is not None
    }
    if any(len(day) < 10 and day == onset.on[: len(day)] for day in days):
        return "no day of the alliance's beginning or end"
    return "the dispute began on the coded day of the end"


def report(every: int = 1) -> Iterator[str]:
    """Yield the lines of the report on every so-manieth onset."""
    bound = Bound(atop())
    found = [bound.at(onset) for onset in onsets()[::every]]
    yield f"{len(found)} ordered pairs of adversaries at the onset of a dispute"
    for truth, number in sorted(Counter(each.truth.value for each in found).items()):
        yield f"{truth:8}{number:6}"
    for cause, number in Counter(each.cause for each in found if each.cause).most_common():
        yield f"unknown for want of: {cause}: {number}"
    yield f"{'rule':22}{'says yes':>10}{'wrongly':>9}{'where open':>12}{'misses':>8}"
    for name in RULES:
        said = Counter((each.truth, each.by_rule[name]) for each in found)
        figures = [sum(said[truth, True] for truth in tc.Truth), said[tc.Truth.NO, True], said[tc.Truth.UNKNOWN, True]]
        yield f"{name:22}{figures[0]:10}{figures[1]:9}{figures[2]:12}{said[tc.Truth.YES, False]:8}"


if __name__ == "__main__":
    for line in report(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(line)
