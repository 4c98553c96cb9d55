"""What a text may mean, as data and laid out for a reader. Nothing is worked out here."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.civil.clocks.zones import Zone
from treatyclock.civil.moments.moment import Moment
from treatyclock.printing import Printed


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
class WhenAnswer(Printed):
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
