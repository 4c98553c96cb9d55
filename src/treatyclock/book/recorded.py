"""Recorded days that differ from the count, over all treaties of a book."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from treatyclock.answers.recorded_differences import ENTRY, RecordedDifference
from treatyclock.book.rows import RecordedRow
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.record import Record
from treatyclock.questions.recorded_differences import recorded_differences
from treatyclock.view import View

UNDER_OTHERS = "the same day is recorded for that State under other treaties, as after a succession"
"""The cause that only several treaties show: such a day follows from no deposit, and so from no delay."""

_ENOUGH = 2


def recorded_rows(views: Iterable[View]) -> Iterator[RecordedRow]:
    """Yield the recorded days that are surely not the day by the count, treaty by treaty."""
    several = list(views)
    elsewhere = _Elsewhere(view.record for view in several)
    for view in several:
        for each in recorded_differences(view.life):
            told = each.cause or (UNDER_OTHERS if elsewhere.has(view.record, each) else "")
            yield RecordedRow(
                treaty=view.record.id,
                party=each.party or "",
                of=each.of,
                recorded=str(each.recorded),
                counted=" or ".join(map(str, each.counted)),
                days_apart=each.days_apart,
                cause=told,
            )


class _Elsewhere:
    """The days that are recorded for each State, with the treaties and the days of its consent to them."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._found: dict[tuple[str, date], list[tuple[str, date]]] = defaultdict(list)
        for record in records:
            entry = record.clause(EntryIntoForce)
            treatys_own = None if entry is None or entry.recorded is None else entry.recorded.days
            for act in record.acts:
                day = act.recorded
                if day is None or not act.kind.consents or not day.days.known or day.days == treatys_own:
                    continue  # who was there from the beginning shares the treaty's own day
                for party in act.by:
                    self._found[party, day.days.first].append((record.id, act.dated.days.first))

    def has(self, record: Record, difference: RecordedDifference) -> bool:
        """Tell whether the day is recorded for that State under others too, whatever the day of its consent.

        A delay gives different days for different consents, and never one before the consent.
        """
        if difference.of != ENTRY or difference.party is None or not difference.recorded.known:
            return False
        day = difference.recorded.first
        consents = {on for id, on in self._found[difference.party, day] if id != record.id}
        return len(consents) >= _ENOUGH and max(consents) >= day
