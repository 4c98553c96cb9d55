"""A time of day beside a date, as documents print it: "2301 hours Central European time on 8 May 1945".

The text is only taken apart here. A calendar then reads the date, and the label or zone that stands behind
the time names the clock.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from treatyclock.civil._folding import lost_sign
from treatyclock.civil._parts import Part, check_parts
from treatyclock.civil.clocks.database import iana_names
from treatyclock.civil.clocks.historic import historic_zone_names
from treatyclock.civil.clocks.label_table import is_label
from treatyclock.civil.clocks.labels import label
from treatyclock.civil.clocks.offsets import is_offset
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
_BARE_DIGITS = re.compile(r"(?<![0-9A-Za-z:./+-])(?P<at>at )?(?P<hhmm>[0-9]{4})(?![0-9:./-])", re.IGNORECASE)
_T = re.compile(r"(?<=[0-9])T(?=[0-9]{2}:)")
_MISSPELT = re.compile(r"[^0-9,]*\btime\b", re.IGNORECASE)
_JOINT = re.compile(r"\b(?:on|of|at)\b|[,;.()]", re.IGNORECASE)
_BEFORE_DATE = re.compile(r"[ ,;]*(?:(?:on|of)\b ?)?", re.IGNORECASE)
_BEFORE_TIME = re.compile(r"[ ,;]*(?:\bat)?[ ,;]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockPhrase:
    """A text taken apart.

    Attributes:
        date: The date, as printed.
        time: The time of day as ISO 8601 writes it, ``24:00`` at the end of a day.
        clock: What the text prints for its clock: a label, a zone or an offset; empty if it prints none.
    """

    date: str
    time: str
    clock: str


def read_clock_phrase(text: str) -> ClockPhrase | None:
    """Take apart a text that has a time of day; return None if it has none.

    Raises:
        TimeFormatError: If it has more than one time of day, an ambiguous one, or one that no clock shows.
        UnknownLabelError: If the label that it prints for its clock is not known.

    Example:
        >>> read_clock_phrase("11 p.m. Moscow time, 8 August 1945")
        ClockPhrase(date='8 August 1945', time='23:00', clock='Moscow time')
        >>> read_clock_phrase("the 7th day of May 1945 at 0241")
        ClockPhrase(date='the 7th day of May 1945', time='02:41', clock='')
        >>> read_clock_phrase("8 August 1945") is None
        True
    """
    if len(text) > _LONGEST or lost_sign(text):
        return None  # the reader of dates says what is wrong
    flat = _T.sub(" ", " ".join(unicodedata.normalize("NFKC", text).replace("\u2019", "'").split()))
    found = [match for match in _TIME.finditer(flat) if _is_time(match)] or _bare_digits(flat)
    if len(found) > 1:
        raise TimeFormatError(text, f"it has {len(found)} times of day", "give one time of one day")
    if not found:
        return None
    before, after = flat[: found[0].start()], flat[found[0].end() :]
    before = _BEFORE_TIME.sub("", before, count=1)
    if before:
        clock, date = _stripped(after).strip("."), before
        if clock and not _is_clock(clock):
            if any(letter.isdigit() for letter in clock):
                problem = f"{shown(before)} stands before the time and {shown(clock)} behind it"
                raise TimeFormatError(text, problem, _FORMS)
            label(clock)  # raises the error that names the nearest labels
    else:
        clock, date = _clock_and_rest(after)
    if not date:
        raise TimeFormatError(text, "it has a time of day but no date", _FORMS)
    check_parts(flat, _parts(flat, found[0], clock, date), _FORMS, printed=text)
    return ClockPhrase(date=date, time=_time(text, found[0]), clock=clock)


def _parts(text: str, time: re.Match[str], clock: str, date: str) -> Iterator[Part]:
    """Yield where the time, the clock and the date stand, and the words that join them."""
    rest = text[: time.start()] + " " * (time.end() - time.start()) + text[time.end() :]
    yield Part(start=time.start(), end=time.end(), what="a time of day", carried=True)
    for piece, what in ((date, "a date"), (clock, "a clock")):
        at = rest.find(piece)
        yield Part(start=max(at, 0), end=max(at, 0) + len(piece), what=what, carried=at >= 0)
        rest = rest.replace(piece, " " * len(piece), 1) if piece else rest
    for joint in _JOINT.finditer(rest):
        yield Part(start=joint.start(), end=joint.end(), what="", carried=True)


def _is_time(match: re.Match[str]) -> bool:
    # 8 may be a day and 8.30 a number: only a colon, or a word behind the number, makes it a time.
    if match["hour"] is None or match["sign"] == ":":
        return True
    return bool(match["half"] or match["oclock"] or (match["hours"] and match["sign"]))


def _bare_digits(text: str) -> list[re.Match[str]]:
    """Find four digits that are not a year, since "at" stands before them or a clock behind them."""
    for match in _BARE_DIGITS.finditer(text):
        after = text[match.end() :]
        behind = _clock_and_rest(after)[0] if match.start() == 0 else _is_clock(_stripped(after).strip("."))
        if match["at"] or behind:
            return [match]
    return []


def _clock_and_rest(after: str) -> tuple[str, str]:
    """Split the text behind a time into the clock, if any, and the date. The clock may also stand behind the date."""
    words = after.split()
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        clock = _stripped(" ".join(words[:count]))
        if _is_clock(clock):
            return clock, _date(words[count:])
    if match := _MISSPELT.match(_stripped(after)):
        label(match[0])  # raises the error that names the nearest labels
    for start in range(max(1, len(words) - _MOST_WORDS), len(words)):
        clock = _stripped(" ".join(words[start:]))
        # One letter may be a year of the French Republic, in Roman numerals.
        if len(clock) > 1 and _is_clock(clock):
            return clock, _date(words[:start])
    return "", _date(words)


def _date(words: list[str]) -> str:
    date = _BEFORE_DATE.sub("", " ".join(words), count=1).strip(" ,;")
    return date[1:-1] if date[:1] == "(" and date[-1:] == ")" else date


def _stripped(text: str) -> str:
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
            raise TimeFormatError(
                text, f"{shown(match[0].strip())} is not an hour of half a day", "write 23:00 or 11 p.m."
            )
        hour = hour % 12 + (12 if half == "p" else 0)
    elif parts["oclock"] and hour <= 12:
        problem = f"{shown(match[0].strip())} may be before noon or after it"
        raise TimeFormatError(text, problem, f"write {hour} a.m. or {hour} p.m.")
    return ":".join(filter(None, [f"{hour:02}", minute, parts["second"]]))
