"""Deadlines, windows and time limits between two days: certain ones solid, those that a convention moves hatched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from treatyclock.answers.chronology import Chronology
from treatyclock.answers.dates import Outcomes
from treatyclock.civil.days import EARLIEST, LATEST, Days
from treatyclock.civil.moments.read import moment
from treatyclock.show.pictures.lives import bars
from treatyclock.show.pictures.picture import Band, Bar, Fill, Picture
from treatyclock.show.pictures.scale import ticks
from treatyclock.show.words import under_words


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBand:
    """Days of one kind, as a question about them was answered.

    Attributes:
        name: What they are.
        outcomes: Under which answers to the open questions which of them come out.
        windows: Whether each is a window, from one day to another, rather than a day.
    """

    name: str
    outcomes: Outcomes
    windows: bool = False


def picture_of_deadlines(title: str, life: Chronology, bands: Sequence[DayBand], first: date, last: date) -> Picture:
    """Return what is due between two days; bands with nothing between them are left out.

    Args:
        title: What it shows.
        life: The life beside which they stand.
        bands: The days of each kind.
        first: The left edge.
        last: The last day that is shown.
    """
    left, right = _at(first), _after(last)
    found = [(each, _bars(each)) for each in bands]
    rows = [Band(name="status", bars=_within(bars(life), left, right))]
    rows += [Band(name=each.name, bars=kept) for each, line in found if (kept := _within(line, left, right))]
    shown = [each for each in bands if each.name in {row.name for row in rows}]
    return Picture(
        title=title, bands=tuple(rows), first=left, last=right, ticks=ticks(left, right), notes=_notes(shown)
    )  # fmt: skip


def _notes(bands: Sequence[DayBand]) -> tuple[str, ...]:
    """Tell which question moves which days."""
    moved: dict[str, list[str]] = {}
    for band in bands:
        for question in dict.fromkeys(question for each in band.outcomes for question, _ in each.under):
            moved.setdefault(question, []).append(band.name)
    return tuple(f"By {question}, which the text leaves open: {', '.join(those)}." for question, those in moved.items())


def _at(day: date) -> datetime:
    return datetime.combine(day, time())


def _after(day: date) -> datetime:
    return datetime.max if day >= LATEST else _at(day + timedelta(days=1))


def _within(line: Iterable[Bar], first: datetime, last: datetime) -> tuple[Bar, ...]:
    """Return the bars of which anything is shown; what lies beyond an edge has no label there."""
    found = []
    for bar in line:
        if (bar.end is not None and bar.end <= first) or (bar.start is not None and bar.start >= last):
            continue
        early, late = bar.start is None or bar.start < first, bar.end is None or bar.end > last
        found.append(
            Bar(
                start=None if early else bar.start, end=None if late else bar.end, fill=bar.fill, told=bar.told,
                begins="" if early else bar.begins, ends="" if late else bar.ends,
            )
        )  # fmt: skip
    return tuple(found)


def _bars(band: DayBand) -> list[Bar]:
    return [bar for found in (_windows(band) if band.windows else _days(band)) for bar in found]


def _told_under(band: DayBand, value: str) -> str:
    under = [under_words(each.under) for each in band.outcomes if value in each.value and each.under]
    return f"{value} {' or '.join(under)}".strip()


# --- days ----------------------------------------------------------------------------------------


def _days(band: DayBand) -> Iterable[list[Bar]]:
    """Yield a bar for each day; those that only some conventions give, and that follow one another, share one."""
    together: list[tuple[Days, str]] = []
    for days, value, certain in sorted(_each(band), key=lambda each: (each[0].first, each[0].last)):
        if together and (certain or together[-1][0].last + timedelta(days=1) < days.first):
            yield [_open_bar(band, together)]
            together = []
        if certain and days.known:
            text = days.first.isoformat()
            yield [_day_bar(days, Fill.KNOWN, text, _told_under(band, value))]
        else:
            together.append((days, value))
    if together:
        yield [_open_bar(band, together)]


def _each(band: DayBand) -> Iterable[tuple[Days, str, bool]]:
    """Yield each day of any outcome, as it is written, and whether every outcome has it."""
    for value in dict.fromkeys(value for each in band.outcomes for value in each.value if value != ".."):
        yield moment(value).days, value, all(value in each.value for each in band.outcomes)


def _open_bar(band: DayBand, together: Sequence[tuple[Days, str]]) -> Bar:
    first, last = together[0][0].first, max(days.last for days, _ in together)
    text = f"{first}" if first == last else f"{first} {'or' if (last - first).days == 1 else 'to'} {last}"
    told = "; ".join(_told_under(band, value) for _, value in together)
    return _day_bar(Days(first=first, last=last), Fill.ONE_OF, text, told)


def _day_bar(days: Days, fill: Fill, text: str, told: str) -> Bar:
    return Bar(start=_at(days.first), end=_after(days.last), fill=fill, begins=text, told=f"{told}".strip())


# --- windows -------------------------------------------------------------------------------------


def _windows(band: DayBand) -> Iterable[list[Bar]]:
    """Yield the bars of each window: solid where it is surely open, hatched where it may be."""
    for value in dict.fromkeys(value for each in band.outcomes for value in each.value):
        opens, closes = (_side(text, n) for n, text in enumerate(value.split("/")))
        certain = all(value in each.value for each in band.outcomes)
        told = _told_under(band, value)
        core = (opens.last, closes.first) if certain and opens.last <= closes.first else None
        start, end = _at(opens.first), _after(closes.last)
        label = f"{opens.first} to {closes.last}"
        if core is None or (opens.known and closes.known):
            fill = Fill.KNOWN if core else Fill.ONE_OF
            yield [Bar(start=start, end=end, fill=fill, begins=label, told=told)]
            continue
        inner = (_at(core[0]), _after(core[1]))
        pieces = ((start, inner[0], Fill.ONE_OF), (*inner, Fill.KNOWN), (inner[1], end, Fill.ONE_OF))
        yield [
            Bar(
                start=a, end=b, fill=fill, told=told, begins=label if a == start else ""
            )
            for a, b, fill in pieces
            if a < b
        ]  # fmt: skip


def _side(text: str, number: int) -> Days:
    """Return the days that one side of ``A/B`` may be."""
    if text in ("..", ""):
        return Days.on(LATEST if number else EARLIEST)
    return moment(text).days
