"""Why a recorded entry into force differs from the count: rules, tried in order, the first that holds names the cause.

No difference is labelled by hand. A rule looks at the row and, for a State that succeeded another, at what the same
list says of that State elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sources import Deposit

_COW = {"CZE": "CZR", "SVK": "SLO", "SVN": "SLV", "HRV": "CRO", "BIH": "BOS", "MKD": "MAC", "MNE": "MNG"}
"""Codes by which the Correlates of War project names the States that came out of Czechoslovakia and Yugoslavia."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A row whose recorded day is not the one that was counted.

    Attributes:
        row: The row.
        alone: The day that the delay gives from the party's own deposit, whatever the treaty's day.
        counted: The day that the library gives.
        cause: Why they differ, as a rule names it; empty where none holds.
    """

    row: Deposit
    alone: date | None
    counted: date | None
    cause: str = ""


class Evidence:
    """What the lists tell of a State beside the row in question."""

    def __init__(self, rows: Iterable[Deposit], began: Mapping[str, date]) -> None:
        self._entries: dict[tuple[str, date], list[Deposit]] = {}
        self._began = began
        self._rows = list(rows)
        for row in self._rows:
            if row.entered is not None and row.entered != row.treaty_entered:
                self._entries.setdefault((row.party, row.entered), []).append(row)

    def succeeded_on(self, row: Deposit, day: date) -> bool:
        """Tell whether a day is the State's own entry under other treaties whatever the day of its deposit.

        A delay gives different days for different deposits, and never one before the deposit.
        """
        others = [each for each in self._entries.get((row.party, day), []) if each.list != row.list]
        deposits = {each.deposited for each in others if each.deposited is not None}
        return len(deposits) >= 2 and max(deposits) >= day

    def did_not_exist(self, party: str, day: date) -> bool:
        """Tell whether a State that came out of another had not yet begun."""
        code = _COW.get(party)
        return code is not None and day < self._began[code]

    def organisations(self, treaty: str) -> set[date]:
        """Return the days on which the treaty entered into force for regional organisations of States."""
        return {row.entered for row in self._rows if row.list == treaty and row.entered and "Organization" in row.party}


def _succeeded(it: Difference, evidence: Evidence) -> bool:
    return it.row.entered is not None and evidence.succeeded_on(it.row, it.row.entered)


def _predecessor(it: Difference, evidence: Evidence) -> bool:
    day = it.row.entered
    return day is not None and _before_deposit(it) and evidence.did_not_exist(it.row.party, day)


def _before_deposit(it: Difference) -> bool:
    row = it.row
    return row.entered is not None and row.deposited is not None and row.entered < row.deposited


def _treatys_own(it: Difference, _: Evidence) -> bool:
    return it.counted is not None and it.row.entered == it.row.treaty_entered < it.counted  # type: ignore[operator]


def _too_soon(it: Difference, _: Evidence) -> bool:
    return it.row.entered is not None and it.row.entered == it.alone != it.counted


def _organisation(it: Difference, evidence: Evidence) -> bool:
    return it.row.entered in evidence.organisations(it.row.list) and not _before_deposit(it)


def _swapped(it: Difference, _: Evidence) -> bool:
    day = it.row.entered
    return day is not None and day.day <= 12 and it.counted == day.replace(month=day.day, day=day.month)


def _other_year(it: Difference, _: Evidence) -> bool:
    one, other = it.row.entered, it.counted
    return one is not None and other is not None and (one.month, one.day) == (other.month, other.day)


def _neighbour(it: Difference, _: Evidence) -> bool:
    one, other = it.row.entered, it.counted
    return one is not None and other is not None and abs(one - other) == timedelta(days=1)


def _no_deposit(it: Difference, _: Evidence) -> bool:
    return it.row.deposited is None


def _no_entry(it: Difference, _: Evidence) -> bool:
    return it.row.entered is None


RULES: Mapping[str, Callable[[Difference, Evidence], bool]] = {
    "deposit missing": _no_deposit,
    "own entry missing or not yet": _no_entry,
    "succession, the same day under other treaties whatever the deposit": _succeeded,
    "succession, the State had not begun: its predecessor's day": _predecessor,
    "the treaty's own day for who deposited too late for it": _treatys_own,
    "counted from the deposit though the treaty was not yet in force": _too_soon,
    "waits for the regional organisation whose office registers": _organisation,
    "slip: month and day change places": _swapped,
    "slip: right day, wrong year": _other_year,
    "slip: off by one day": _neighbour,
}
"""The causes in the order in which they are tried."""


def cause(it: Difference, evidence: Evidence) -> str:
    """Return the first cause whose rule holds; empty for none."""
    return next((name for name, holds in RULES.items() if holds(it, evidence)), "")
