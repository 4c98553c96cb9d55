"""A line of code that provokes an error, by its name. The page on errors shows what comes of each."""

from __future__ import annotations

from collections.abc import Mapping

PROVOKED: Mapping[str, str] = {
    # What every module may raise.
    "UndecidedError": "bool(pact.in_force('1946-04-25'))",
    "WrongTypeError": "pact.in_force('1945-08-09', party='SUN', between=('SUN', 'JPN'))",
    "SeveralFaultsError": "pact.under(choose={'first_day': 'in', 'midnight': 'Tokio'})",
    # Treaties and questions.
    "UnknownTreatyError": "tc.load('paris-agrement-2015')",
    "UnknownPartyError": "pact.in_force('1945-08-09', party='USSR')",
    "UnknownReadingError": "pact.in_force('1945-08-09', reading='japanese')",
    "UnknownActError": "pact.what_if(drop='denounciation')",
    "UnknownPartError": "pact.under(part='annex')",
    "UnknownChoiceError": "pact.under(choose={'first_day': 'included'})",
    "ReceiptError": "tc.replay({})",
    "TreatyFileError": "tc.loads('schema = 1')",
    "BookError": "tc.Book.of([pact, pact])",
    # Times.
    "TimeFormatError": "tc.moment('9 August 1945')",
    "EdtfError": "tc.moment('[1945-05-08,')",
    "NaiveTimeError": "tc.moment('1945-08-09 00:10')",
    "NoSuchDateError": "tc.moment('1945-02-29')",
    "SkippedDateError": "tc.read_date('5 February 1918', calendar='russia')",
    "WallTimeSkippedError": "tc.moment('2024-03-31 02:30', zone='Europe/Berlin')",
    "OffsetConflictError": "tc.moment('1945-08-09T00:10+08:00[Asia/Tokyo]')",
    "UnknownZoneError": "tc.zone('Asia/Tokio')",
    "UnknownLabelError": "tc.label('Tokio time')",
    "LabelWithoutClockError": "tc.label('EST').candidates(date(1850, 1, 1))",
    "LongitudeError": "tc.lmt('200E')",
    "UnknownCalendarError": "tc.calendar('julien')",
    "PeriodError": "tc.Period.of('5 years')",
    "NoSingleDayError": "tc.read_date('August 1945').day",
    "NotOneInstantError": "pictures.night(['Asia/Tokyo', 'UTC'], '1945-08', '1945-09', {})",
    "ReversedDaysError": "pact.ever('1946-01-01', '1945-01-01')",
    "EmptyIntervalError": "tc.Interval(5, 5)",
    # Sources that disagree.
    "UnknownCaseError": "tc.reconcile('august-1946')",
    "UnknownClaimError": "tc.reconcile('august-1945', without=['rotter'])",
    "NoClaimsError": "tc.reconcile('august-1945', only=[])",
}
