"""Conventions on notices and exits."""

from __future__ import annotations

from treatyclock.law.conventions.convention import Convention
from treatyclock.law.form import Form

FIRST_OUT, LAST_IN_FORCE = "first out", "last in force"
WITHOUT_EFFECT, EFFECTIVE = "without effect", "effective"
MAY_BE_FOLLOWED, MAY_NOT_BE_FOLLOWED = "may be followed", "may not be followed"
STANDS, FALLS = "stands", "falls"
BACK, FORWARD = "back from the end", "forward from the notice"
GOES_ON, BEGINS_ANEW = "goes on", "begins anew"

EFFECT_DAY = Convention(
    key="effect_day",
    question="is the day named for the exit the first day out, or the last day in force?",
    alternatives=(FIRST_OUT, LAST_IN_FORCE),
    law="no general rule; Regulation (EEC, Euratom) 1182/71, art. 4: what ceases on a day ceases at its end",
)
NOTICE_BEFORE_END = Convention(
    key="notice_before_end",
    question="is the last day for a notice found by counting back from the end, or forward from the notice?",
    alternatives=(BACK, FORWARD),
    law="no general rule; European Convention on the Calculation of Time-Limits, art. 1: it leaves these periods out",
)
FROM_THE_NOTICE, FROM_THE_TERM = "from the notice", "from the end of the term"
LATE_NOTICE = Convention(
    key="late_notice",
    question="a notice is too late for a term after which the treaty goes on without one: does its period run from the "
    "notice, or from the end of that term, or has it no effect?",
    alternatives=(FROM_THE_NOTICE, FROM_THE_TERM, WITHOUT_EFFECT),
    law="no general rule; Vienna Convention on the Law of Treaties, art. 54(a): as the treaty provides",
)
RUNS_FROM = Convention(
    key="runs_from",
    question="which date of a notice counts?",
    alternatives=("dated", "sent", "received", "circulated", "domestic"),
    law="no general rule where the text names several; Vienna Convention on the Law of Treaties, art. 78: a notice is "
    "made once it is received",
)
FOR_ALL, FOR_ITS_AUTHOR = "all", "its author"
EVENT_ENDS_FOR = Convention(
    key="event_ends_for",
    question="does an event by one State end what survives for others that have left, too?",
    alternatives=(FOR_ALL, FOR_ITS_AUTHOR),
    law="no general rule; Vienna Convention on the Law of Treaties, art. 70(2): what survives for a State that "
    "leaves is between that State and each of the others",
)
LOCK_IN = Convention(
    key="lock_in",
    question="does the lock-in bar the notice, or only the exit?",
    alternatives=("notice", "exit"),
)
NOTICE_RULE = Convention(
    key="notice_rule",
    question="by which of the clauses that allow it does a notice go?",
    law="no general rule; a notice that names its article, or states the grounds of one, goes by that",
    form=Form.TEXT,
)
GROUNDS = Convention(
    key="grounds",
    question="does a notice without the required grounds have any effect?",
    alternatives=(WITHOUT_EFFECT, EFFECTIVE),
    law="no general rule; the clause requires a statement, and practice accepts what nobody contests",
)
NOTICE_CLOCK = Convention(
    key="notice_clock",
    question="does the period of a suspended notice go on where it stopped, or begin anew?",
    alternatives=(GOES_ON, BEGINS_ANEW),
    law="no rule; contested when North Korea resumed its notice under the Non-Proliferation Treaty in 2003",
)
FOLLOWED_NOTICE = Convention(
    key="followed_notice",
    question="once a notice is taken back or its day moved, does the day of who followed it stand, or fall with it?",
    alternatives=(STANDS, FALLS),
    law="no general rule; art. XI of the whaling convention asks only that a notice was followed in time",
)
FOLLOWER = Convention(
    key="following_a_follower",
    question="may a notice that followed another one be followed in its turn?",
    alternatives=(MAY_BE_FOLLOWED, MAY_NOT_BE_FOLLOWED),
    law='no general rule; art. XI of the whaling convention speaks of "such a notice"',
)
MEMBERSHIP_REGAINED = Convention(
    key="membership_regained",
    question="of a State that is a member again before it has ceased to be a party, does the end stand, or fall?",
    alternatives=(STANDS, FALLS),
    law="no general rule; such clauses say only that who ceases to be a member ceases to be a party",
)
ENDS_FOR_THEM = "ends it for them"
NOTICE_OF_SOME = Convention(
    key="notice_of_some",
    question="has a notice by only some of the parties on a side no effect, or does it end the treaty for them?",
    alternatives=(WITHOUT_EFFECT, ENDS_FOR_THEM),
    law="no general rule; Vienna Convention on the Law of Treaties, art. 54(a): who may leave, the treaty itself says",
)
ITS_PERIOD_RUNS, ENDS_AT_ONCE = "its period runs", "it ends at once"
WHILE_PROVISIONAL = Convention(
    key="while_provisional",
    question="given while the treaty is only applied provisionally, does a notice to leave run its period and end the "
    "treaty then, or does it end the provisional application at once, and nothing else?",
    alternatives=(ITS_PERIOD_RUNS, ENDS_AT_ONCE),
    law="Vienna Convention on the Law of Treaties, art. 25(2): at once, unless the treaty otherwise provides; no rule "
    "says whether its clause on leaving, applied provisionally itself, does",
)
