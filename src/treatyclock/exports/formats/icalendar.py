"""iCalendar of deadlines (RFC 5545): all-day events, and an hour in UTC where a treaty ends at one; never a named zone.

Calendar programs carry today's rules for zones back to years in which other rules held, so that an event at a named
zone's hour in 1945 would show another hour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from treatyclock.exports.deadlines import Deadline, deadlines
from treatyclock.exports.export_format import ExportFormat
from treatyclock.exports.exported import Exported
from treatyclock.law.readings import TEXT
from treatyclock.show.words import under_words
from treatyclock.version import VERSION

_LONGEST_LINE = 75
_MADE = "19700101T000000Z"
"""When an event was made: no clock is asked, so that a treaty always gives the same file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """A day of a deadline, with everybody who says that it is this one."""

    what: str
    days: str
    said: tuple[Deadline, ...]
    settled: bool


def _calendar(exported: Exported) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//treatyclock//treatyclock {VERSION}//EN"]
    for event in _events(exported):
        lines += _written(exported, event)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _events(exported: Exported) -> Iterator[_Event]:
    """Yield an event for each day of each deadline; it is settled if every reading has it, whatever is open."""
    groups: dict[tuple[str, str], list[Deadline]] = {}
    for each in deadlines(exported):
        if each.first is None or each.last is None:
            continue  # open on one side: there is no day to show it on
        groups.setdefault((each.what, each.days), []).append(each)
    everybody = {reading.id for reading in exported.readings}
    for (what, days), said in sorted(groups.items(), key=lambda group: (group[0][1], group[0][0])):
        surely = {each.reading.id for each in said if not each.under}
        yield _Event(what=what, days=days, said=tuple(said), settled=surely == everybody and said[0].known)


def _written(exported: Exported, event: _Event) -> Iterator[str]:
    holder = event.said[0].holder
    whose = f" ({holder.name})" if holder.id else ""
    name = f"{exported.title}{whose}: {event.what}"
    identity = "\n".join((exported.record.id, exported.title, holder.id, event.what, event.days))
    yield "BEGIN:VEVENT"
    yield f"UID:{sha256(identity.encode()).hexdigest()[:32]}@treatyclock"
    yield f"DTSTAMP:{_MADE}"
    yield from _time(event.said[0])
    yield f"SUMMARY:{_escaped(name if event.settled else f'{name}?')}"
    if not event.settled:
        yield f"DESCRIPTION:{_escaped(_doubt(event))}"
    yield f"STATUS:{'CONFIRMED' if event.settled else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _time(due: Deadline) -> Iterator[str]:
    first, last = due.first, due.last
    if "T" in due.days:
        yield f"DTSTART:{due.days.replace('-', '').replace(':', '')}"
    if "T" in due.days or first is None or last is None:
        return
    yield f"DTSTART;VALUE=DATE:{first.year:04}{first:%m%d}"
    # The end of an all-day event is the first day after it (RFC 5545, 3.6.1).
    after = last + timedelta(days=1)
    yield f"DTEND;VALUE=DATE:{after.year:04}{after:%m%d}"


def _doubt(event: _Event) -> str:
    """Say on what it depends that the deadline is this day, and who says so."""
    parts = [] if event.said[0].known else [f"The day is not known exactly: {event.days}."]
    for conditions in dict.fromkeys(each.under for each in event.said):
        who = [_who(each) for each in event.said if each.under == conditions]
        parts.append(f"{f'If {under_words(conditions)}' if conditions else 'In any case'}, by: {_listed(who)}.")
    return "\n".join(parts)


def _who(deadline: Deadline) -> str:
    reading = deadline.reading
    return "the treaty's own words" if reading.id == TEXT.id else f"{reading.holder} ({reading.id})"


def _listed(names: Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(names))


def _escaped(text: str) -> str:
    """Escape text (RFC 5545, 3.3.11); other control characters are not allowed and become blanks."""
    safe = "".join(c if c == "\n" or c.isprintable() else " " for c in text)
    for character in "\\;,":
        safe = safe.replace(character, f"\\{character}")
    return safe.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line after 75 octets, between characters (RFC 5545, 3.1)."""
    return "\r\n ".join(_pieces(line))


def _pieces(line: Iterable[str]) -> Iterator[str]:
    piece, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > _LONGEST_LINE:
            yield piece
            piece, size = "", 1  # the blank with which the next line begins
        piece, size = piece + character, size + width
    yield piece


ICAL = ExportFormat(name="ical", meaning="a calendar of deadlines, doubtful ones as tentative", of_treaty=_calendar)
