"""Calendars: what each can do, who used which until when, months and years in any of them.

What stands here is public; `calendars.toml` is the table that a new country, era or calendar is added to.
"""

from treatyclock.civil.calendars.calendar import Calendar, CalendarDate
from treatyclock.civil.calendars.eras import era_dates
from treatyclock.civil.calendars.names import calendar, calendar_names

__all__ = ["Calendar", "CalendarDate", "calendar", "calendar_names", "era_dates"]
