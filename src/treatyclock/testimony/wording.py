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
        >>> reading_text(0), reading_text(SECOND), reading_text(SECOND // 2)
        ('1970-01-01 00:00', '1970-01-01 00:00:01', '1970-01-01 00:00:00.5')
    """
    try:
        stamp = to_datetime(at).replace(tzinfo=None)
    except OutOfRangeError:
        return iso(at)
    text = stamp.isoformat(sep=" ")
    if stamp.microsecond:
        return text.rstrip("0")
    return text if stamp.second else text[:16]


def span_text(found: Interval) -> str:
    """Write the first and the last reading of an interval as a clock shows them, to the minute if that is exact enough.

    A clock shows a minute until the next: what ends before 00:02 ends while the clock shows 00:01.

    Example:
        >>> span_text(Interval(0, MINUTE)), span_text(Interval(0, 2 * MINUTE)), span_text(Interval(0, None))
        ('1970-01-01 00:00', '1970-01-01 00:00 to 00:01', '1970-01-01 00:00 at the earliest')
        >>> span_text(Interval(0, DAY)), span_text(Interval(5 * SECOND, MINUTE))
        ('1970-01-01 00:00 to 23:59', '1970-01-01 00:00:05 to 00:00:59')
    """
    first, last = found.start, None if found.end is None else found.end - 1
    if first is None and last is None:
        return "at any time"
    unit = exactness(first, last)
    if first is None or last is None:
        return (
            f"{shown_text(first, unit)} at the earliest" if last is None else f"{shown_text(last, unit)} at the latest"
        )
    start, end = shown_text(first, unit), shown_text(last, unit)
    if start == end:
        return start
    return f"{start} to {end[11:] if end[:11] == start[:11] and start[:1].isdigit() else end}"


def exactness(first: int | None, last: int | None) -> int:
    """Return the coarsest unit of a clock that shows a first and a last reading without leaving anything out.

    Strict orders leave a few ticks about a full unit. They are not worth telling.

    Example:
        >>> exactness(0, MINUTE - 1) == MINUTE, exactness(0, 59 * SECOND) == SECOND
        (True, True)
    """
    for unit in _UNITS:
        ticks = TICKS if unit >= SECOND else 0
        begins = first is None or (first + ticks) % unit <= 2 * ticks
        # It ends with a unit, or is the instant at which one begins.
        ends = last is None or (last + 1 + ticks) % unit <= 2 * ticks or last % unit <= ticks
        if begins and ends:
            return unit
    return 1


def shown_text(at: int | None, unit: int) -> str:
    """Write what a clock shows that is exact to a unit.

    Example:
        >>> shown_text(MINUTE + 30 * SECOND, MINUTE), shown_text(MINUTE + 30 * SECOND, SECOND)
        ('1970-01-01 00:01', '1970-01-01 00:01:30')
    """
    assert at is not None
    text = reading_text(at // unit * unit)
    return f"{text}:00" if unit < MINUTE and len(text) == _TO_THE_MINUTE else text


_UNITS: tuple[int, ...] = (MINUTE, *(SECOND // size for size in (1, 10, 100, 1_000, 10_000, 100_000, SECOND)))
_TO_THE_MINUTE = len("1970-01-01 00:00")


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
    for unit in (MINUTE, SECOND, 1):
        low, high = least // unit * unit, None if most is None else -(-most // unit) * unit
        if least - low <= TICKS and (most is None or high is None or high - most <= TICKS or most % unit <= TICKS):
            break
    if most is None or high is None:
        return f"at least {duration_text(low)}" if least > TICKS else "some time"
    if most % unit <= TICKS:
        high = most // unit * unit
    return duration_text(low) if low == high else f"{duration_text(low)} to {duration_text(high)}"
