"""Conventions that a text may leave open, and readings: who chooses what, and where they say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from treatyclock.errors import ContradictoryChoiceError, UnknownChoiceError, expect
from treatyclock.law.clauses import Clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """A question that a treaty's text may leave open.

    Attributes:
        key: Its name in files and answers.
        question: The question itself.
        alternatives: The answers tried while it is open.
        law: What the law has to say of it.
    """

    key: str
    question: str
    alternatives: tuple[str, ...]
    law: str = ""


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
    question="does the day of the notice count as the first of the notice period?",
    alternatives=(NOT_COUNTED, COUNTED),
    law="practice differs: at the United Nations the treaty ends with the day before the same-numbered day, "
    "elsewhere with that day",
)
FROM_THE_DAY, AT_THE_HOUR = "start of the day", "hour of the act"
ENTRY_HOUR = Convention(
    key="entry_hour",
    question="is it in force from the start of its day or from the hour of the act that brings it about?",
    alternatives=(FROM_THE_DAY, AT_THE_HOUR),
    law="no general rule; in force on a day is taken from its beginning, in force on signature once it is signed",
)
MONTH_END = Convention(
    key="month_end",
    question="what corresponds to a day that the month lacks?",
    alternatives=("clamp", "roll"),
    law="European Convention on the Calculation of Time-Limits, art. 4(2): the month's last day (clamp)",
)
FIRST_OUT, LAST_IN_FORCE = "first out", "last in force"
EFFECT_DAY = Convention(
    key="effect_day",
    question="is the day named for the exit the first out, or the last in force?",
    alternatives=(FIRST_OUT, LAST_IN_FORCE),
    law="no general rule; Regulation (EEC, Euratom) 1182/71, art. 4: what ceases on a day ceases at its end",
)
LOCK_IN = Convention(
    key="lock_in",
    question="does the lock-in keep back the notice, or only its effect?",
    alternatives=("notice", "exit"),
)
GROUNDS = Convention(
    key="grounds",
    question="has a notice without the grounds that the clause requires any effect?",
    alternatives=("without effect", "effective"),
    law="no general rule; the clause requires a statement, and practice accepts what nobody contests",
)
NOTICE_CLOCK = Convention(
    key="notice_clock",
    question="does a suspended notice go on where it stopped, or begin anew?",
    alternatives=("goes on", "begins anew"),
    law="no rule; contested when North Korea resumed its notice under the Non-Proliferation Treaty in 2003",
)
MIDNIGHT = Convention(
    key="midnight",
    question="whose midnight begins the day?",
    alternatives=(),
    law="no general rule of treaty law was found for the zone of a day",
)
TERM_FROM = Convention(key="term_from", question="what does the term run from?", alternatives=())
FOR_EVER = "for ever"
RENEWALS = Convention(key="renewals", question="how often is the treaty prolonged?", alternatives=())

CONVENTIONS = {
    each.key: each
    for each in (
        FIRST_DAY, NOTICE_FIRST_DAY, EFFECT_DAY, ENTRY_HOUR, MONTH_END, LOCK_IN, GROUNDS, NOTICE_CLOCK, MIDNIGHT,
        TERM_FROM, RENEWALS,
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A way to read the record: choices where the text is open, and who makes them.

    Attributes:
        id: Its name in files and answers.
        title: What it holds, in a few words.
        holder: Who reads the treaty so.
        sources: The ids of the sources that say so.
        choose: Conventions it settles: pairs of key and answer, or a table of them.
        clauses: Its own view of clauses, each in place of the treaty's of the same kind.
        without: The tables of clauses that it takes away.
        admits: The ids of acts that it lets count though they are disputed or end and suspend nothing by themselves.
        rejects: The ids of acts that it leaves out.
        note: Anything a reader should know.
    """

    id: str
    title: str
    holder: str
    sources: tuple[str, ...] = ()
    choose: tuple[tuple[str, str], ...] = ()
    clauses: tuple[Clause, ...] = ()
    without: tuple[str, ...] = ()
    admits: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Take one or several where tuples are kept, and refuse choices that no convention offers."""
        pairs = self.choose.items() if isinstance(self.choose, Mapping) else self.choose
        object.__setattr__(self, "choose", tuple((key, answer) for key, answer in pairs))
        for name in ("sources", "without", "admits", "rejects"):
            value = getattr(self, name)
            object.__setattr__(self, name, (value,) if isinstance(value, str) else tuple(value))
        if len(dict(self.choose)) < len(self.choose):
            keys = [key for key, _ in self.choose]
            raise ContradictoryChoiceError(next(key for key in keys if keys.count(key) > 1))
        for key, answer in self.choose:
            expect(answer, str, f"the choice of {key}", "one of its answers as text")
            if key not in CONVENTIONS:
                raise UnknownChoiceError("choose", key, CONVENTIONS)
            offered = CONVENTIONS[key].alternatives
            if offered and answer not in offered:
                raise UnknownChoiceError(key, answer, offered)
            if key == RENEWALS.key and answer != FOR_EVER and not (answer.isascii() and answer.isdigit()):
                raise UnknownChoiceError(key, answer, [FOR_EVER, "1"])


TEXT = Reading(id="text", title="the treaty's own words", holder="the text")
