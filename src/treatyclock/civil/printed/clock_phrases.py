"""A time of day beside a date, as documents print it: "2301 hours Central European time on 8 May 1945".

The text is only taken apart here: what is left of it is a date for a calendar to read, and what stands
behind the time names its clock.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from treatyclock.civil.clocks.historic import historic_zone_names
from treatyclock.civil.clocks.labels import is_label, label
from treatyclock.civil.clocks.offsets import is_offset
from treatyclock.civil.clocks.zones import iana_names
from treatyclock.errors import TimeFormatError, shown

_LONGEST = 300
_MOST_WORDS = 8  # of a label
_FORMS = (
    "write 8 August 1945, 23:00; 11 p.m. Moscow time, 8 August 1945; 2301 hours Central European time on 8 May 1945;"
    " noon on 31 December 1999"
)
_TIME = re.compile(
    r"(?<![0-9A-Za-z:./+-])(?:(?:12 )?(?P<word>noon|midday|midnight)\b"
    r"|(?P<hhmm>[0-9]{4}) ?(?:hours|hrs)\b\.?"
    r"|(?P<hour>[0-9]{1,2})(?:(?P<sign>[:.])(?P<minute>[0-9]{2})(?:(?P=sign)(?P<second>[0-9]{2}))?)?"
    r"(?P<oclock> ?o'clock\b)?(?: ?(?P<half>[ap])\.? ?m\b\.?| ?(?P<hours>hours|hrs|h)\b\.?)?)(?![0-9:]|\.[0-9])",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?<![0-9A-Za-z:./+-])(?P<at>at )?(?P<hhmm>[0-9]{4})(?![0-9:./-])", re.IGNORECASE)
_T = re.compile(r"(?<=[0-9])T(?=[0-9]{2}:)")
_MISSPELT = re.compile(r"[^0-9,]*\btime\b", re.IGNORECASE)
_BEFORE_DATE = re.compile(r"[ ,;]*(?:(?:on|of)\b ?)?", re.IGNORECASE)
_BEFORE_TIME = re.compile(r"[ ,;]*(?:\bat)?[ ,;]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """A text taken apart.

    Attributes:
        date: The date, as printed.
        time: The time of day as ISO 8601 writes it, ``24:00`` at the end of a day.
        clock: What the text prints for its clock: a label, a zone or an offset; empty where it prints none.
    """

    date: str
    time: str
    clock: str


def read_hours(text: str) -> Hours | None:
    """Take a text with a time of day apart; None if it has no time of day.

    Raises:
        TimeFormatError: If it has more than one, one that may mean two, or none that a clock shows.
        UnknownLabelError: If what it prints for its clock is not known.

    Example:
        >>> read_hours("11 p.m. Moscow time, 8 August 1945")
        Hours(date='8 August 1945', time='23:00', clock='Moscow time')
        >>> read_hours("the 7th day of May 1945 at 0241")
        Hours(date='the 7th day of May 1945', time='02:41', clock='')
        >>> read_hours("8 August 1945") is None
        True
    """
    if len(text) > _LONGEST:
        return None
    flat = _T.sub(" ", " ".join(unicodedata.normalize("NFKC", text).replace("\u2019", "'").split()))
    found = [match for match in _TIME.finditer(flat) if _is_time(match)] or _bare(flat)
    if len(found) > 1:
        raise TimeFormatError(text, f"it has {len(found)} times of day", "give one time of one day")
    if not found:
        return None
    before, after = flat[: found[0].start()], flat[found[0].end() :]
    before = _BEFORE_TIME.sub("", before, count=1)
    if before:
        clock, date = _bared(after).strip("."), before
        if clock and not _is_clock(clock):
            if any(letter.isdigit() for letter in clock):
                problem = f"{shown(before)} stands before the time and {shown(clock)} behind it"
                raise TimeFormatError(text, problem, _FORMS)
            label(clock)  # which says what is like it
    else:
        clock, date = _clock_and_rest(after)
    if not date:
        raise TimeFormatError(text, "it has a time of day, and no date", _FORMS)
    return Hours(date=date, time=_time(text, found[0]), clock=clock)


def _is_time(match: re.Match[str]) -> bool:
    # 8 is a day and 8.30 may be a number: only a colon, or a word behind it, makes a time.
    if match["hour"] is None or match["sign"] == ":":
        return True
    return bool(match["half"] or match["oclock"] or (match["hours"] and match["sign"]))


def _bare(text: str) -> list[re.Match[str]]:
    """Find four digits that are no year, since "at" stands before them or a clock behind."""
    for match in _BARE.finditer(text):
        after = text[match.end() :]
        behind = _clock_and_rest(after)[0] if match.start() == 0 else _is_clock(_bared(after).strip("."))
        if match["at"] or behind:
            return [match]
    return []


def _clock_and_rest(after: str) -> tuple[str, str]:
    """Part what stands behind a time into the clock, if any, and the date; the clock may stand behind that too."""
    words = after.split()
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        clock = _bared(" ".join(words[:count]))
        if _is_clock(clock):
            return clock, _date(words[count:])
    if match := _MISSPELT.match(_bared(after)):
        label(match[0])  # which says what is like it
    for start in range(max(1, len(words) - _MOST_WORDS), len(words)):
        clock = _bared(" ".join(words[start:]))
        # One letter may be a Roman year of the French Republic.
        if len(clock) > 1 and _is_clock(clock):
            return clock, _date(words[:start])
    return "", _date(words)


def _date(words: list[str]) -> str:
    date = _BEFORE_DATE.sub("", " ".join(words), count=1).strip(" ,;")
    return date[1:-1] if date[:1] == "(" and date[-1:] == ")" else date


def _bared(text: str) -> str:
    return text.strip(" ,;()")


def _is_clock(text: str) -> bool:
    return is_label(text) or is_offset(text) or text in iana_names() or text in historic_zone_names()


def _time(text: str, match: re.Match[str]) -> str:
    parts = match.groupdict()
    if parts["hhmm"]:
        return f"{parts['hhmm'][:2]}:{parts['hhmm'][2:]}"
    if parts["word"]:
        if parts["word"].casefold() == "midnight":
            raise TimeFormatError(text, "midnight begins a day and ends one", "write 00:00 or 24:00")
        return "12:00"
    hour, minute, half = int(parts["hour"]), parts["minute"] or "00", (parts["half"] or "").casefold()
    if half:
        if hour == 12 and not parts["minute"]:
            problem = f"{shown(match[0].strip())} is said of noon and of midnight"
            raise TimeFormatError(text, problem, "write noon, 00:00 or 24:00")
        if hour > 12 or (hour == 0 and half == "p"):
            raise TimeFormatError(text, f"no hour of a half day is {shown(match[0].strip())}", "write 23:00 or 11 p.m.")
        hour = hour % 12 + (12 if half == "p" else 0)
    elif parts["oclock"] and hour <= 12:
        problem = f"{shown(match[0].strip())} may be before noon or after it"
        raise TimeFormatError(text, problem, f"write {hour} a.m. or {hour} p.m.")
    return ":".join(filter(None, [f"{hour:02}", minute, parts["second"]]))
