"""Hours and dates as claims write them: a reading of a clock that another key names."""

from __future__ import annotations

from datetime import date, datetime

from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.errors import TimeFormatError


def read_hour(text: str) -> datetime:
    """Read what a clock showed.

    Raises:
        TimeFormatError: If it has no time of day.

    Example:
        >>> read_hour("1945-08-09T00:10").hour
        0
    """
    wall = moment(text, zone="UTC").wall
    if wall is None:
        raise TimeFormatError(text, "it has no time of day", "write 1945-08-09T00:10, or dated = for a date")
    return wall


def read_date(text: str) -> Moment:
    """Read a date, which may be imprecise: its days, the dates of a set, and remarks on how it was read.

    Raises:
        TimeFormatError: If it has a time of day.

    Example:
        >>> print(read_date("1945-08").days.first)
        1945-08-01
    """
    read = moment(text, zone="UTC")
    if read.wall is not None:
        raise TimeFormatError(text, "it has a time of day", "write the date alone, or at = for a time")
    return read


def read_day(text: str) -> date:
    """Read a single day.

    Raises:
        TimeFormatError: If it is imprecise or qualified, or has a time of day.

    Example:
        >>> print(read_day("1945-08-08"))
        1945-08-08
    """
    read = read_date(text)
    if not read.days.known:
        raise TimeFormatError(text, "it is no single day", "write one day, such as 1945-08-08")
    if any(qualifier in text for qualifier in "?~%"):
        raise TimeFormatError(text, "it is no single day for certain", "write one day, such as 1945-08-08")
    return read.days.first
