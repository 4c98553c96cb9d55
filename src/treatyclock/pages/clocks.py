"""What the clocks of a page showed, in words: at an instant, and while a day lasted on one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.errors import plain
from treatyclock.intervals import Interval
from treatyclock.law.readings import TEXT
from treatyclock.law.record import Record
from treatyclock.pages.blocks import Grid, PageBlock, Paragraph
from treatyclock.show.words import day, listed

MOST_CLOCKS = 8
"""How many clocks a page shows; those by which the treaty counts come first, and then those of acts with an hour."""

NamedClocks = Mapping[str, Zone]
"""Clocks by what they are called."""


def clocks_of_record(record: Record, further: Iterable[Zone] = ()) -> NamedClocks:
    """Return the clocks of a treaty: those by which it counts, those of its acts and its parties, and UTC last.

    Args:
        record: The treaty.
        further: Clocks that come first, as those of a moment asked about.

    Example:
        >>> from treatyclock.corpus import record_of
        >>> list(clocks_of_record(record_of("soviet-japanese-neutrality-pact")))
        ['Europe/Moscow', 'Asia/Tokyo', 'Manchukuo', 'Khabarovsk', 'UTC']
    """
    hours = (name for act in record.acts if act.dated.wall is not None for name in act.clock)
    days = (name for act in record.acts for name in act.clock)
    own = (party.clock for party in record.parties if party.clock is not None)
    names = [*(each.key for each in further), *record.midnights_by(TEXT), *hours, *days, *own]
    chosen = [name for name in dict.fromkeys(names) if name != "UTC"][: MOST_CLOCKS - 1]
    return {name: zone(name) for name in (*chosen, "UTC")}


def shown_at(instant: int, clocks: NamedClocks) -> tuple[PageBlock, ...]:
    """Return what each clock showed at an instant, and a sentence where they showed several dates.

    Example:
        >>> shown_at(0, {"Tokyo": zone("Asia/Tokyo")})[0].rows
        (('Tokyo (+09:00)', '1 January 1970', '09:00'),)
    """
    rows: list[tuple[str, str, str]] = []
    dates: dict[str, list[str]] = {}
    for name, clock in clocks.items():
        date, time = _shown(instant, clock)
        rows.append((f"{name} ({offset_text(clock.offset_at(instant))})", date, time))
        dates.setdefault(date, []).append(name)
    grid = Grid(title="What each clock showed", head=("clock", "date", "time"), rows=tuple(rows), whole=True)
    if len(dates) == 1:
        return (grid,)
    told = listed([f"{date} ({', '.join(names)})" for date, names in dates.items()])
    return grid, Paragraph(text=f"One moment, {len(dates)} dates: {told}.")


def shown_during(span: Interval, clocks: NamedClocks) -> tuple[PageBlock, ...]:
    """Return from when to when a day lasted on each clock."""
    assert span.start is not None and span.end is not None
    rows = tuple(
        (name, _hour(span.start, clock), _hour(span.end, clock)) for name, clock in clocks.items()
    )  # fmt: skip
    return (Grid(title="That day on each clock", head=("clock", "from", "until"), rows=rows),)


def told_at(instant: int, clocks: Sequence[Zone]) -> str:
    """Write an instant on some clocks; what they show alike, and a date that is that of the clock before, once.

    Example:
        >>> told_at(0, [zone("Asia/Tokyo"), zone("Europe/Moscow")])
        '1 January 1970 09:00 (Asia/Tokyo) = 03:00 (Europe/Moscow)'
    """
    told: dict[tuple[str, str], list[str]] = {}
    for clock in clocks:
        told.setdefault(_shown(instant, clock), []).append(plain(clock.key))
    before, parts = "", []
    for (date, time), names in told.items():
        parts.append(f"{time if date == before else f'{date} {time}'} ({', '.join(names)})")
        before = date
    return " = ".join(parts)


def _shown(instant: int, clock: Zone) -> tuple[str, str]:
    shown = clock.local(instant)
    return day(shown.date()), shown.time().isoformat().removesuffix(":00")


def _hour(instant: int, clock: Zone) -> str:
    return " ".join(_shown(instant, clock))
