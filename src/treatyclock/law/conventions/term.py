"""Conventions on the term: the text itself lists what it leaves open."""

from __future__ import annotations

from treatyclock.law.conventions.convention import Convention
from treatyclock.law.form import Form

FOR_EVER = "for ever"

TERM_FROM = Convention(key="term_from", question="what does the term run from?", form=Form.ANCHOR)
RENEWALS = Convention(key="renewals", question="how often is the treaty prolonged?", form=Form.TIMES)

EVENT_DAY_STARTS, AT_EVENT, EVENT_DAY_ENDS = "start of the day", "hour of the event", "end of the day"
EVENT_DAY_EVE = "the day before"
"""What only a text can say: "until" an event never means less than the whole day before it."""

EVENT_DAY = Convention(
    key="event_day",
    question="is what lasts until an event over at the start of its day, at its hour, or at the end of that day?",
    alternatives=(EVENT_DAY_STARTS, AT_EVENT, EVENT_DAY_ENDS),
    law="no general rule; Regulation (EEC, Euratom) 1182/71, art. 4: what ceases on a day ceases at its end",
)

GOES_ON, HAS_ENDED = "goes on", "has ended"
UNTIL_DECIDED = Convention(
    key="until_decided",
    question="while a conference has not decided by its day, does the treaty go on, or has it ended?",
    alternatives=(GOES_ON, HAS_ENDED),
    law="no general rule; Vienna Convention art. 54(a): a treaty ends as it provides",
)

CAN_BE_JOINED = "can be joined"
NOBODY_LEFT = Convention(
    key="nobody_left",
    question="once every party has left, has the treaty ended, or can a State that joins bring it back into force?",
    alternatives=(HAS_ENDED, CAN_BE_JOINED),
    law="no general rule; Vienna Convention arts. 54 and 55 presuppose parties between which it is in force",
)

ONE_LEFT = Convention(
    key="one_left",
    question="once one party alone is left, has the treaty ended, or does it go on for that one?",
    alternatives=(GOES_ON, HAS_ENDED),
    law="no general rule; Vienna Convention art. 2(1)(a): a treaty is between States; "
    "art. 55: that the parties become fewer than it needed ends none of itself",
)
