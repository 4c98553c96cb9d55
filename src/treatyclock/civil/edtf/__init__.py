"""EDTF, the extended date and time format of ISO 8601-2:2019: what a text says, and the days that it may mean.

It reads levels 0 and 1, and from level 2: sets, ``X`` for any digit, qualifiers of parts, and the parts of a year from
21 to 41. It does not read exponential years (``Y17E7``) and significant digits (``1950S2``).

:func:`parse_edtf` makes the values and checks them; a value built by hand is not checked. Each value writes back
exactly what was read. Values are equal if they are written alike: ``1984?`` and ``?1984`` mean the same and differ.
"""

from treatyclock.civil.edtf._dates import Date
from treatyclock.civil.edtf._groups import AllMembers, Between, DateInterval, Edtf, IntervalEnd, OneMember
from treatyclock.civil.edtf._parser import parse_edtf
from treatyclock.civil.edtf.seasons import Season
from treatyclock.civil.edtf.symbols import DatePart, DayBounds, Qualified, Qualifier

__all__ = [
    "AllMembers",
    "Between",
    "Date",
    "DateInterval",
    "DatePart",
    "DayBounds",
    "Edtf",
    "IntervalEnd",
    "OneMember",
    "Qualified",
    "Qualifier",
    "Season",
    "parse_edtf",
]
