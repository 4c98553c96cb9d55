"""What can go wrong, as data: one class a mistake, one sentence, then a hint.

Every exception that a user can provoke descends from :class:`TreatyclockError`.
Its message names the offending value in backticks and ends with a remedy, and
the values themselves are attributes, so a program need not read the prose.
"""

from treatyclock.errors.base import (
    MissingExtraError,
    TreatyclockError,
    UndecidedError,
    WrongTypeError,
    expect,
    legible,
    nearest,
    plain,
    shown,
)
from treatyclock.errors.time import (
    CivilTimeError,
    DoubleDateError,
    EdtfError,
    EmptyIntervalError,
    LabelWithoutClockError,
    LongitudeError,
    MonthEndError,
    NaiveTimeError,
    NoSingleDayError,
    NoSuchDateError,
    OffsetConflictError,
    OutOfRangeError,
    OutsideCalendarError,
    PeriodError,
    ReversedDaysError,
    SkippedDateError,
    TimeFormatError,
    UndateError,
    UnknownCalendarError,
    UnknownLabelError,
    UnknownZoneError,
    WallTimeSkippedError,
)
from treatyclock.errors.treaties import (
    ContradictoryChoiceError,
    DuplicateActError,
    Fault,
    TooManyDatesError,
    TooManyWorldsError,
    TreatyFileError,
    UnknownActError,
    UnknownChoiceError,
    UnknownPartyError,
    UnknownReadingError,
    UnknownTreatyError,
    UnusableRecordError,
    UnwrittenFileError,
)

__all__ = [
    "CivilTimeError",
    "ContradictoryChoiceError",
    "DoubleDateError",
    "DuplicateActError",
    "EdtfError",
    "EmptyIntervalError",
    "Fault",
    "LabelWithoutClockError",
    "LongitudeError",
    "MissingExtraError",
    "MonthEndError",
    "NaiveTimeError",
    "NoSingleDayError",
    "NoSuchDateError",
    "OffsetConflictError",
    "OutOfRangeError",
    "OutsideCalendarError",
    "PeriodError",
    "ReversedDaysError",
    "SkippedDateError",
    "TimeFormatError",
    "TooManyDatesError",
    "TooManyWorldsError",
    "TreatyFileError",
    "TreatyclockError",
    "UndateError",
    "UndecidedError",
    "UnknownActError",
    "UnknownCalendarError",
    "UnknownChoiceError",
    "UnknownLabelError",
    "UnknownPartyError",
    "UnknownReadingError",
    "UnknownTreatyError",
    "UnknownZoneError",
    "UnusableRecordError",
    "UnwrittenFileError",
    "WallTimeSkippedError",
    "WrongTypeError",
    "expect",
    "legible",
    "nearest",
    "plain",
    "shown",
]

# A traceback names the place to import from, not the file in which a class happens to stand.
for _each in list(globals().values()):
    if isinstance(_each, type) and issubclass(_each, TreatyclockError):
        _each.__module__ = __name__
