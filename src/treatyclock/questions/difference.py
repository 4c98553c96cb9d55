"""What changes from one treaty to another: stretches of time with another status, and dates."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from treatyclock.derive.fate import Statuses
from treatyclock.derive.life import Life
from treatyclock.instants import iso
from treatyclock.intervals import Interval
from treatyclock.questions.dates import dates


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """A stretch of time in which somebody's possible statuses differ.

    Attributes:
        party: The party; None for the treaty generally.
        during: The stretch.
        before: The statuses in the one life.
        after: The statuses in the other.
    """

    party: str | None
    during: Interval
    before: Statuses
    after: Statuses


@dataclass(frozen=True, slots=True, kw_only=True)
class DateChange:
    """A date that differs.

    Attributes:
        party: The party; None for the treaty generally.
        name: A field of :class:`~treatyclock.questions.dates.Dates`.
        before: Its values in the one life.
        after: Its values in the other.
    """

    party: str | None
    name: str
    before: tuple[str | None, ...]
    after: tuple[str | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What differs between two lives.

    Attributes:
        statuses: The stretches of time, party by party.
        dates: The dates, party by party.
    """

    statuses: tuple[StatusChange, ...]
    dates: tuple[DateChange, ...]

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.statuses or self.dates)

    def __str__(self) -> str:
        """Write a line for each date that differs, and the stretches of time of those whose dates do not."""
        lines = []
        for change in self.dates:
            before, after = (" or ".join(v or "none" for v in each) or "none" for each in (change.before, change.after))
            lines.append(f"{change.party or 'generally'}: {change.name.replace('_', ' ')} {before} -> {after}")
        dated = {change.party for change in self.dates}
        for each in self.statuses:
            if each.party not in dated:
                before, after = (" or ".join(sorted(s.value for s in part)) for part in (each.before, each.after))
                start, end = iso(each.during.start), iso(each.during.end)
                lines.append(f"{each.party or 'generally'}: {start} to {end} {before} -> {after}")
        return "\n".join(lines) or "nothing differs"

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, ready for JSON."""
        return {
            "statuses": [
                {
                    "party": each.party,
                    "from": iso(each.during.start),
                    "to": iso(each.during.end),
                    "before": sorted(status.value for status in each.before),
                    "after": sorted(status.value for status in each.after),
                }
                for each in self.statuses
            ],
            "dates": [
                {"party": each.party, "name": each.name, "before": list(each.before), "after": list(each.after)}
                for each in self.dates
            ],
        }


def difference(one: Life, other: Life) -> Difference:
    """Compare two lives: for each party that both have, and generally."""
    known = {party.id for party in other.record.parties}
    subjects = (None, *(party.id for party in one.record.parties if party.id in known))
    statuses, changed = [], []
    for subject in subjects:
        both = one.timeline(subject).combine(lambda before, after: (before, after), other.timeline(subject))
        statuses += [
            StatusChange(party=subject, during=during, before=before, after=after)
            for during, (before, after) in both.pieces()
            if before != after
        ]
        mine, theirs = dates(one, subject), dates(other, subject)
        for field in fields(mine):
            before, after = (
                tuple(dict.fromkeys(outcome.value for outcome in getattr(each, field.name))) for each in (mine, theirs)
            )
            if before != after:
                changed.append(DateChange(party=subject, name=field.name, before=before, after=after))
    return Difference(statuses=tuple(statuses), dates=tuple(changed))
