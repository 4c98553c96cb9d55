"""What can go wrong, as data: one class a mistake, one sentence, then a hint.

Every exception that a user can provoke descends from :class:`TreatyclockError`.
Its message names the offending value in backticks and ends with a remedy, and
the values themselves are attributes, so a program need not read the prose.
"""

from treatyclock.errors._base import (
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
from treatyclock.errors._files import Fault, FaultyFileError, UnwrittenFileError
from treatyclock.errors._testimony import (
    CaseFileError,
    UndatedEventError,
    UnknownCaseError,
    UnknownClaimError,
    UnknownEventError,
    UnknownWordsError,
)
from treatyclock.errors._time import (
    CivilTimeError,
    DualDateError,
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
from treatyclock.errors._treaties import (
    ContradictoryChoiceError,
    DuplicateActError,
    TooManyDatesError,
    TooManyWorldsError,
    TreatyFileError,
    UnknownActError,
    UnknownChoiceError,
    UnknownPartyError,
    UnknownReadingError,
    UnknownTreatyError,
    UnusableRecordError,
)

__all__ = [
    "CaseFileError",
    "CivilTimeError",
    "ContradictoryChoiceError",
    "DualDateError",
    "DuplicateActError",
    "EdtfError",
    "EmptyIntervalError",
    "Fault",
    "FaultyFileError",
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
    "UndatedEventError",
    "UndecidedError",
    "UnknownActError",
    "UnknownCalendarError",
    "UnknownCaseError",
    "UnknownChoiceError",
    "UnknownClaimError",
    "UnknownEventError",
    "UnknownLabelError",
    "UnknownPartyError",
    "UnknownReadingError",
    "UnknownTreatyError",
    "UnknownWordsError",
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
    if isinstance(_each, type) and issubclass(_each, TreatyclockError | Fault):
        _each.__module__ = __name__
