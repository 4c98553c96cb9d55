"""Dates and times of day as documents print them: read, and written. What stands here is public."""

from treatyclock.civil.printed._writer import both_styles, dual_date
from treatyclock.civil.printed.reader import PrintedDate, read_date

__all__ = ["PrintedDate", "both_styles", "dual_date", "read_date"]
