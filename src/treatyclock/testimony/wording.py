"""Lengths of time, readings and gaps in words."""

from __future__ import annotations

from treatyclock.errors import OutOfRangeError
from treatyclock.instants import DAY, HOUR, SECOND, iso, to_datetime
from treatyclock.intervals import Interval

MINUTE = 60 * SECOND
TICKS = 9
"""A time that nobody would name: so many strict orders in a row add up to it, a tick each."""


def duration_text(size: int) -> str:
    """Write a length of time: ``5 h 30 min``.

    Example:
        >>> duration_text(5 * HOUR + 30 * MINUTE), duration_text(0), duration_text(DAY + 1)
        ('5 h 30 min', 'no time', '1 day 0.000001 s')
    """
    parts, rest = [], abs(size)
    for unit, name in ((DAY, "day"), (HOUR, "h"), (MINUTE, "min")):
        number, rest = divmod(rest, unit)
        if number:
            parts.append(f"{number} {name}" + ("s" if unit == DAY and number > 1 else ""))
    if rest:
        parts.append(f"{f'{rest // SECOND}.{rest % SECOND:06}'.rstrip('0').rstrip('.')} s")
    return " ".join(parts) or "no time"


def signed_duration_text(size: int) -> str:
    """Write a length of time with a minus where it is negative.

    Example:
        >>> signed_duration_text(-HOUR), signed_duration_text(0)
        ('-1 h', '0')
    """
    return f"-{duration_text(size)}" if size < 0 else duration_text(size) if size else "0"


def reading_text(at: int) -> str:
    """Write a reading of a clock: ``1945-08-09 00:10``, with seconds where it has them.

    Example:
        >>> reading_text(0), reading_text(SECOND)
        ('1970-01-01 00:00', '1970-01-01 00:00:01')
    """
    try:
        stamp = to_datetime(at).replace(tzinfo=None)
    except OutOfRangeError:
        return iso(at)
    text = stamp.isoformat(sep=" ")
    return text[:16] if not (stamp.second or stamp.microsecond) else text


def span_text(found: Interval) -> str:
    """Write the readings of an interval; an interval within one minute is written as that minute.

    Example:
        >>> span_text(Interval(0, MINUTE)), span_text(Interval(0, 2 * MINUTE)), span_text(Interval(0, None))
        ('1970-01-01 00:00', '1970-01-01 00:00 to 00:02', '1970-01-01 00:00 at the earliest')
    """
    if found.start is None and found.end is None:
        return "at any time"
    if found.start is None:
        return f"{_end_text(found.end)} at the latest"
    if found.end is None:
        return f"{reading_text(found.start)} at the earliest"
    if found.end - found.start <= MINUTE and found.start % MINUTE == 0:
        return reading_text(found.start)
    last = _end_text(found.end)
    first = reading_text(found.start)
    if last == first:
        return first
    return f"{first} to {last[11:] if last[:11] == first[:11] and first[:1].isdigit() else last}"


def _end_text(end: int | None) -> str:
    assert end is not None
    # Strict orders and last instants leave a few ticks about a full minute. They are not worth telling.
    over = (end + TICKS) % MINUTE - TICKS
    return reading_text(end - over if abs(over) <= TICKS else end)


def gap_text(found: Interval, event: str, after: str) -> str:
    """Write how long one event came after another, or before it.

    Example:
        >>> gap_text(Interval(HOUR, HOUR + 1), "the answer", "the call")
        'the answer came 1 h after the call'
        >>> gap_text(Interval(None, 1), "the answer", "the call")
        'the answer came some time before the call'
    """
    least, most = found.start, None if found.end is None else found.end - 1
    if least is not None and least >= 0:
        return f"{event} came {sizes_text(least, most)} after {after}"
    if most is not None and most <= 0:
        return f"{event} came {sizes_text(-most, None if least is None else -least)} before {after}"
    if least is None and most is None:
        return f"whether {event} came before or after {after} is not known"
    before = "" if least is None else f"at most {duration_text(least)} before"
    later = "" if most is None else f"at most {duration_text(most)} after"
    return f"{event} came {' and '.join(filter(None, [before, later]))} {after}"


def ahead_text(least: int, most: int) -> str:
    """Write by how much a clock was ahead of another, or behind.

    Example:
        >>> ahead_text(HOUR, HOUR), ahead_text(-2 * HOUR, -HOUR)
        ('1 h ahead of', '1 h to 2 h behind')
    """
    if least >= 0:
        return f"{sizes_text(least, most)} ahead of"
    if most <= 0:
        return f"{sizes_text(-most, -least)} behind"
    return f"at most {duration_text(least)} behind and at most {duration_text(most)} ahead of"


def sizes_text(least: int, most: int | None) -> str:
    """Write how long something took at least and at most.

    Example:
        >>> sizes_text(HOUR, 2 * HOUR), sizes_text(HOUR, None), sizes_text(1, None)
        ('1 h to 2 h', 'at least 1 h', 'some time')
    """
    # Readings to the minute leave a tick less than a minute either way, which is not worth telling.
    low, high = -(-least // MINUTE) * MINUTE, None if most is None else most // MINUTE * MINUTE
    if least % MINUTE <= 1:
        low = least // MINUTE * MINUTE
    if most is None or high is None:
        return f"at least {duration_text(least)}" if least > 1 else "some time"
    if most % MINUTE == MINUTE - 1:
        high = most + 1
    if least % MINUTE not in (0, 1) or most % MINUTE not in (0, MINUTE - 1):
        low, high = least, most
    return duration_text(low) if low == high else f"{duration_text(low)} to {duration_text(high)}"
