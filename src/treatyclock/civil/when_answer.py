"""What a text may mean, as data and laid out for a reader. Nothing is worked out here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from treatyclock.civil.clocks.zones import Zone
from treatyclock.civil.moments.moment import Moment
from treatyclock.instants import iso


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOn:
    """What one more clock showed at the ends of the support, part by part.

    Attributes:
        zone: The clock.
        parts: For each part of the support, what the clock showed at its start and at its end.
    """

    zone: Zone
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenAnswer:
    """A text, and the instants that it may mean.

    Attributes:
        text: The text.
        symbol: What the text says: as it was read, or as a calendar of documents calls the day.
        moment: The moment as which it was read.
        notes: How it was read, and what that rests on.
        also: The support on further clocks.

    Example:
        >>> from treatyclock.civil.when import when
        >>> print(when("1945-08-09 00:10", zone="Asia/Tokyo", also="Europe/Moscow"))
        1945-08-09 00:10 Asia/Tokyo
          1945-08-08T15:10:00Z
            = 1945-08-08T18:10:00+03:00[Europe/Moscow]
    """

    text: str
    symbol: str
    moment: Moment
    notes: tuple[str, ...]
    also: tuple[ShownOn, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, ready for JSON."""
        return {
            "text": self.text,
            "symbol": self.symbol,
            "support": [{"from": iso(part.start), "to": iso(part.end)} for part in self.moment.support],
            "clocks": [clock.key for clock in self.moment.zones],
            "notes": list(self.notes),
            "also": [
                {"zone": shown.zone.key, "from": start, "to": end} for shown in self.also for start, end in shown.parts
            ],
        }

    def __str__(self) -> str:
        """Write it for a reader."""
        lines = [self.symbol]
        for i, part in enumerate(self.moment.support):
            # An instant is a part that holds one microsecond. Its start alone says it.
            ends = 1 if part.start is not None and part.end == part.start + 1 else 2
            lines.append("  " + " to ".join([iso(part.start), iso(part.end)][:ends]))
            lines += ["    = " + " to ".join(shown.parts[i][:ends]) for shown in self.also]
        return "\n".join([*lines, *(f"  note: {note}" for note in self.notes)])
