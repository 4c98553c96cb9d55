"""Labels of clocks as documents print them: "Moscow time", "C.E.T.", the military letters.

A label is a claim of the document and never the name of a zone. The war in Europe ended at "2301 hours Central
European time", which meant +01:00; the clock that the database calls ``CET`` stood at +02:00 on that day. A table of
the package says what each label meant, when, and who says so. If a label may have meant several clocks, all of them
are candidates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from functools import cache
from itertools import chain
from typing import Any

from treatyclock.civil.clocks.basis import ZoneBasis
from treatyclock.civil.clocks.database import iana_names
from treatyclock.civil.clocks.historic import historic_zone_names
from treatyclock.civil.clocks.label_table import folded_label, label_table, letter_aliases
from treatyclock.civil.clocks.offsets import offset_text, parse_offset
from treatyclock.civil.clocks.zones import Zone
from treatyclock.civil.days import Days
from treatyclock.errors import LabelWithoutClockError, UnknownLabelError, expect
from treatyclock.instants import DAY, date_microseconds, timedelta_microseconds
from treatyclock.intervals import Interval, IntervalSet

_SOURCE = "label table"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """Civil dates from the first to the last, both inside; None if there is no such bound.

    Example:
        >>> war = DateRange(first=date(1942, 9, 1), last=date(1945, 10, 14))
        >>> date(1945, 5, 9) in war, str(war)
        (True, '1942-09-01/1945-10-14')
    """

    first: date | None
    last: date | None

    def __contains__(self, day: date) -> bool:
        """Tell whether a date is inside."""
        return self.meets(Days.on(day))

    def meets(self, days: Days) -> bool:
        """Tell whether one of the days is inside."""
        return (self.first is None or self.first <= days.last) and (self.last is None or days.first <= self.last)

    def __str__(self) -> str:
        """Write an EDTF interval (ISO 8601-2)."""
        return "/".join(".." if day is None else day.isoformat() for day in (self.first, self.last))


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One offset that a label may stand for.

    Attributes:
        offset: How far that clock is ahead of UTC.
        during: When the label stood for it, as dates on that clock.
        source: Who says so.
        confidence: How well that is known.
        note: What else a reader must know.
    """

    offset: timedelta
    during: tuple[DateRange, ...]
    source: str
    confidence: str
    note: str = ""

    @property
    def instants(self) -> IntervalSet:
        """The instants of its periods."""
        shift = timedelta_microseconds(self.offset)
        return IntervalSet(
            tuple(
                Interval(
                    None if each.first is None else date_microseconds(each.first) - shift,
                    None if each.last is None else date_microseconds(each.last) + DAY - shift,
                )
                for each in self.during
            )
        )

    def holds(self, on: date | Days | None) -> bool:
        """Tell whether the label stood for this offset on a date, on one of several, or ever, if no date is given."""
        days = _days(on)
        return days is None or any(period.meets(days) for period in self.during)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label of the table.

    Attributes:
        name: What the table calls it.
        aliases: Other spellings of it.
        meanings: The offsets that it may stand for; none if it names no clock of its own.
        note: What a reader must know of it.

    Example:
        >>> surrender = label("C.E.T.")
        >>> surrender.name, [offset_text(each.offset) for each in surrender.meanings]
        ('Central European time', ['+01:00'])
    """

    name: str
    aliases: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    note: str = ""

    def candidates(self, on: date | Days | None = None) -> tuple[Zone, ...]:
        """Return the clocks that the label may mean, as zones with one offset each.

        Args:
            on: The civil date beside which it is printed, or the days on which that may be. If not given, every
                meaning that it ever had counts.

        Raises:
            LabelWithoutClockError: If it names no clock, or no clock is known for that date.

        Example:
            >>> [clock.key for clock in label("Far Eastern time").candidates(date(1945, 8, 9))]
            ['Far Eastern time +10:00', 'Far Eastern time +09:00']
        """
        held = [each for each in self.meanings if each.holds(on)]
        if not held:
            raise LabelWithoutClockError(self.name, on, self._instead(on))
        return tuple(self._zone(each) for each in held)

    def _zone(self, meaning: Meaning) -> Zone:
        key = f"{self.name} {offset_text(meaning.offset)}"
        notes = ((key, meaning.note), (self.name, self.note))
        return Zone(
            key=key,
            basis=ZoneBasis(
                source=_SOURCE,
                version=label_table()["version"],
                citation=f"{meaning.source} (confidence: {meaning.confidence})",
                vouched=meaning.instants,
                notes=tuple(f"{name}: {note}" for name, note in notes if note),
            ),
            tzinfo=timezone(meaning.offset),
        )

    def _instead(self, on: date | Days | None) -> str:
        """Say why there is no clock: which periods lie nearest to the date, or what the label is."""
        periods = [(each, period) for each in self.meanings for period in each.during]
        days = _days(on)
        if days is None or not periods:
            return self.note
        before = [pair for pair in periods if pair[1].last is not None and pair[1].last < days.first]
        after = [pair for pair in periods if pair[1].first is not None and pair[1].first > days.last]
        near = [
            *sorted(before, key=lambda pair: pair[1].last or days.first)[-1:],
            *sorted(after, key=lambda pair: pair[1].first or days.last)[:1],
        ]
        told = " and ".join(f"{offset_text(each.offset)} in {period}" for each, period in near)
        return f"nearest to it the table has {told}"


def label(text: str, on: date | None = None) -> Label:
    """Find a label as a document prints it.

    Capitals, full stops, hyphens and blanks make no difference: ``"G.M.T."`` is ``"GMT"``. A single
    letter is a military one.

    Args:
        text: The label.
        on: The civil date beside which it is printed. Then only the meanings that it had on that date are kept.

    Raises:
        UnknownLabelError: With the nearest labels.
        LabelWithoutClockError: If no meaning is known for that date. Nothing is guessed: the document may have a
            slip, or the table a gap.

    Example:
        >>> (clock,) = label("Central European time", on=date(1945, 5, 8)).candidates()
        >>> clock.key, clock.basis.source
        ('Central European time +01:00', 'label table')
        >>> label("British Double Summer Time", on=date(1945, 8, 9))
        Traceback (most recent call last):
        ...
        treatyclock.errors.LabelWithoutClockError: `British Double Summer Time` names no clock on `1945-08-09`: ...
    """
    expect(text, str, "a label", "its text, such as 'Central European time'")
    if on is not None:
        expect(on, date, "the date beside a label", "a datetime.date, or leave it out")
    found = _by_spelling().get(folded_label(text))
    if found is None:
        is_zone = text in iana_names() or text in historic_zone_names()
        known = chain.from_iterable((each.name, *each.aliases) for each in labels())
        raise UnknownLabelError(text, known, zone=is_zone)
    if on is None:
        return found
    found.candidates(on)
    return replace(found, meanings=tuple(each for each in found.meanings if each.holds(on)))


def labels() -> tuple[Label, ...]:
    """Return every label of the table.

    Example:
        >>> "Pekin mean time" in [each.name for each in labels()]
        True
    """
    return tuple({each.name: each for each in _by_spelling().values()}.values())


@cache
def _by_spelling() -> dict[str, Label]:
    data, found = label_table(), dict[str, Label]()
    for each in chain(map(_read, data["label"]), _letters(data["military"])):
        for text in (each.name, *each.aliases):
            # Two labels of one spelling would be one label with two meanings.
            assert folded_label(text) not in found, text
            found[folded_label(text)] = each
    return found


def _read(entry: dict[str, Any]) -> Label:
    meanings = tuple(
        Meaning(
            offset=parse_offset(each["offset"]),
            during=tuple(map(_period, each["during"])),
            source=each["source"],
            confidence=each["confidence"],
            note=each.get("note", ""),
        )
        for each in entry["meaning"]
    )
    return Label(name=entry["id"], aliases=tuple(entry["aliases"]), meanings=meanings, note=entry.get("note", ""))


def _letters(data: dict[str, Any]) -> Iterator[Label]:
    always = (DateRange(first=None, last=None),)
    for letter, offset in data["letters"].items():
        meaning = Meaning(
            offset=parse_offset(offset), during=always, source=data["source"], confidence=data["confidence"]
        )
        yield Label(name=letter, aliases=letter_aliases(letter), meanings=(meaning,), note=data["note"])
    for letter, note in data["local"].items():
        yield Label(name=letter, aliases=letter_aliases(letter), meanings=(), note=note)


def _days(on: date | Days | None) -> Days | None:
    if isinstance(on, datetime):  # a subclass of date that does not compare with dates
        on = on.date()
    return Days.on(on) if isinstance(on, date) else on


def _period(text: str) -> DateRange:
    first, last = (None if end == ".." else date.fromisoformat(end) for end in text.split("/"))
    return DateRange(first=first, last=last)
