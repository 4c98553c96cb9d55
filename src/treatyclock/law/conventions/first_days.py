"""From which day a period is counted, and whether that day is itself counted: a question for each kind of period."""

from __future__ import annotations

from treatyclock.law.conventions.convention import Convention
from treatyclock.law.conventions.exit import FIRST_OUT, LAST_IN_FORCE

COUNTED, NOT_COUNTED = "counted", "not counted"

FIRST_DAY = Convention(
    key="first_day",
    question="does the first day of the term count?",
    alternatives=(NOT_COUNTED, COUNTED),
    law="no general rule; European Convention on the Calculation of Time-Limits, art. 3: not counted; "
    "clauses 'from and including' and much practice: counted",
)
NOTICE_FIRST_DAY = Convention(
    key="notice_first_day",
    question="does the day of the notice count as the first day of the notice period?",
    alternatives=(NOT_COUNTED, COUNTED),
    law="practice differs: at the United Nations the treaty ends with the day before the same-numbered day, "
    "elsewhere with that day",
)
LOCK_IN_FIRST_DAY = Convention(
    key="lock_in_first_day",
    question="does the day from which a lock-in runs count as its first day?",
    alternatives=(NOT_COUNTED, COUNTED),
    law="no general rule; European Convention on the Calculation of Time-Limits, art. 3: not counted; "
    "at the United Nations a notice on the same-numbered day was accepted under the Paris Agreement",
)
FIRST_NOTICE_FIRST_DAY = Convention(
    key="first_notice_first_day",
    question="does the day of a first notice count as the first day of the time before the second?",
    alternatives=(NOT_COUNTED, COUNTED),
    law="no general rule; European Convention on the Calculation of Time-Limits, art. 3: not counted",
)
TIME_LIMIT_FIRST_DAY = Convention(
    key="time_limit_first_day",
    question="does the day from which a time limit runs count as its first day?",
    alternatives=(NOT_COUNTED, COUNTED),
    law="no general rule; European Convention on the Calculation of Time-Limits, art. 3: not counted",
)
CHAIN_FIRST_DAY = Convention(
    key="chain_first_day",
    question="does the day on which a notice was circulated count as the first day of the time to follow it?",
    alternatives=(NOT_COUNTED, COUNTED),
    law="no general rule; European Convention on the Calculation of Time-Limits, art. 3: not counted",
)
TERMINATION_DAY = Convention(
    key="termination_day",
    question="does the surviving effect run from the first day out, or from the last day in force?",
    alternatives=(FIRST_OUT, LAST_IN_FORCE),
    law="no general rule; a day that the clause, a notice or the depositary names for the end is that date itself",
)
SUNSET_FIRST_DAY = Convention(
    key="sunset_first_day",
    question="does the day from which the surviving effect runs count as its first day?",
    alternatives=(NOT_COUNTED, COUNTED),
    law="no general rule; European Convention on the Calculation of Time-Limits, art. 3: not counted",
    together=FIRST_DAY.key,
)
