"""Deadlines, windows and time limits between two days: certain ones solid, those that a convention moves hatched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from treatyclock.answers.chronology import Chronology
from treatyclock.answers.dates import Outcomes
from treatyclock.civil.days import EARLIEST, LATEST, Days
from treatyclock.law.vocabulary import CONVENTIONS
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
    rows = [Band(name="status", bars=_within(bars(life), left, right, of_whole=False))]
    rows += [Band(name=each.name, bars=kept) for each, line in found if (kept := _within(line, left, right))]
    shown = [each for each in bands if each.name in {row.name for row in rows}]
    return Picture(
        title=title, bands=tuple(rows), first=left, last=right, ticks=ticks(left, right),
        notes=_notes(shown) if shown else ("Nothing is due in this time.",),
    )  # fmt: skip


def _notes(bands: Sequence[DayBand]) -> tuple[str, ...]:
    """Tell which question moves which days."""
    moved: dict[str, list[str]] = {}
    for band in bands:
        for question in dict.fromkeys(question for each in band.outcomes for question, _ in each.under):
            moved.setdefault(question, []).append(band.name)
    return tuple(f"{_by(question)}: {', '.join(those)}." for question, those in moved.items())


def _by(question: str) -> str:
    # A question of fact is no matter of the text, and its key alone is no sentence.
    convention = question.partition(" of ")[0] in CONVENTIONS  # one may be asked of a clause: counts_from of joining
    return f"By {question}, which the text leaves open" if convention else f"By a fact that is not known ({question})"


def _at(day: date) -> datetime:
    return datetime.combine(day, time())


def _after(day: date) -> datetime:
    return datetime.max if day in (LATEST, date.max) else _at(day + timedelta(days=1))


def _within(line: Iterable[Bar], first: datetime, last: datetime, *, of_whole: bool = True) -> tuple[Bar, ...]:
    """Return the bars of which anything is shown; a label of an edge that is not is left out, one of the whole kept."""
    found = []
    for bar in line:
        if (bar.end is not None and bar.end <= first) or (bar.start is not None and bar.start >= last):
            continue
        early, late = bar.start is None or bar.start < first, bar.end is None or bar.end > last
        found.append(
            Bar(
                start=None if early else bar.start, end=None if late else bar.end, fill=bar.fill, told=bar.told,
                begins="" if early and not of_whole else bar.begins, ends="" if late else bar.ends,
            )
        )  # fmt: skip
    return tuple(found)


def _bars(band: DayBand) -> Iterator[Bar]:
    return _windows(band) if band.windows else _days(band)


def _told_under(band: DayBand, value: str) -> str:
    under = [under_words(each.under) for each in band.outcomes if value in each.value and each.under]
    return f"{value} {' or '.join(under)}".strip()


# --- days ----------------------------------------------------------------------------------------


def _days(band: DayBand) -> Iterator[Bar]:
    """Yield a bar for each day; those that only some conventions give, and that follow one another, share one."""
    together: list[tuple[Days, str]] = []
    for days, value, certain in sorted(_each(band), key=lambda each: (each[0].first, each[0].last)):
        surely = certain and days.known
        if together and (surely or _after(max(each.last for each, _ in together)) < _at(days.first)):
            yield _open_bar(band, together)
            together = []
        if surely:
            yield _day_bar(days, Fill.KNOWN, str(days), _told_under(band, value))
        else:
            together.append((days, value))
    if together:
        yield _open_bar(band, together)


def _each(band: DayBand) -> Iterator[tuple[Days, str, bool]]:
    """Yield each day of any outcome, as it is written, and whether every outcome has it."""
    for value in dict.fromkeys(value for each in band.outcomes for value in each.value if value != ".."):
        yield _days_of(value), value, all(value in each.value for each in band.outcomes)


def _open_bar(band: DayBand, together: Sequence[tuple[Days, str]]) -> Bar:
    days = Days(first=together[0][0].first, last=max(days.last for days, _ in together))
    told = "; ".join(_told_under(band, value) for _, value in together)
    return _day_bar(days, Fill.ONE_OF, _range_words(days), told)


def _range_words(days: Days) -> str:
    """Write the days between which one lies.

    Example:
        >>> _range_words(Days(first=date(1945, 4, 24), last=date(1945, 4, 25)))
        '1945-04-24 or 1945-04-25'
    """
    if days.known:
        return str(days)
    if days.last >= LATEST:
        return f"{days.first} or later" if days.first > EARLIEST else "not known"
    if days.first <= EARLIEST:
        return f"{days.last} or earlier"
    return f"{days.first} {'or' if (days.last - days.first).days == 1 else 'to'} {days.last}"


def _day_bar(days: Days, fill: Fill, text: str, told: str) -> Bar:
    start = None if days.first <= EARLIEST and not days.known else _at(days.first)
    end = None if days.last >= LATEST and not days.known else _after(days.last)
    return Bar(start=start, end=end, fill=fill, begins=text, told=told)


def _days_of(text: str) -> Days:
    """Return the days that an outcome writes: one, or ``[A..B]``, which may be open at either side."""
    first, between, last = text.strip("[]").partition("..")
    return Days(
        first=date.fromisoformat(first) if first else EARLIEST,
        last=date.fromisoformat(last or first) if last or not between else LATEST,
    )


# --- windows -------------------------------------------------------------------------------------


def _windows(band: DayBand) -> Iterator[Bar]:
    """Yield the bars of each window: solid where it is surely open, hatched where it may be."""
    for value in dict.fromkeys(value for each in band.outcomes for value in each.value):
        opens, closes = (_side(text, n) for n, text in enumerate(value.split("/")))
        told, label = _told_under(band, value), f"{opens.first} to {closes.last}"
        start, end = _at(opens.first), _after(closes.last)
        inner = (_at(opens.last), _after(closes.first))
        if not all(value in each.value for each in band.outcomes) or inner[0] >= inner[1]:
            yield Bar(start=start, end=end, fill=Fill.ONE_OF, begins=label, told=told)
            continue
        for left, right, fill in ((start, inner[0], Fill.ONE_OF), (*inner, Fill.KNOWN), (inner[1], end, Fill.ONE_OF)):
            if left < right:
                yield Bar(start=left, end=right, fill=fill, begins=label if left == start else "", told=told)


def _side(text: str, number: int) -> Days:
    """Return the days that one side of ``A/B`` may be."""
    if text in ("..", ""):
        return Days.on(LATEST if number else EARLIEST)
    return _days_of(text)
