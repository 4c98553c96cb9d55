"""What a notice comes to, in words: a phrase for each kind of reason, with the days that bear on it."""

from __future__ import annotations

from treatyclock.answers.notice import NoticeAnswer, NoticeOutcome
from treatyclock.derive.inverse.notice_result import NoticeCause, NoticeReason
from treatyclock.errors import plain
from treatyclock.show.supposed import by_reading
from treatyclock.show.words import days
from treatyclock.truth import Truth

_PHRASES: dict[NoticeCause, tuple[str, str]] = {
    NoticeCause.NOTHING_KNOWN: ("", "nothing of this treaty was known then"),
    NoticeCause.NOT_IN_FORCE: ("", "the treaty has not entered into force"),
    NoticeCause.NOT_A_PARTY: (
        "not a party then: the last day in force was {day}", "not a party then",
    ),
    NoticeCause.ENTRY_NOT_KNOWN: ("", "it is not known from which day that State was a party"),
    NoticeCause.BEFORE_ENTRY: ("before entry into force on {day}", "before entry into force"),
    NoticeCause.BEFORE_CONSENT: ("", "before that State had consented, though its consent reaches back"),
    NoticeCause.NO_CLAUSE: ("", "no clause allows it"),
    NoticeCause.OF_SOME: ("", "others on the same side are parties, and give no notice with it"),
    NoticeCause.NO_GROUNDS: ("", "it states none of the grounds that the clause requires"),
    NoticeCause.NO_FIRST_NOTICE: ("", "no first notice was given in time before it"),
    NoticeCause.LOCKED_IN: ("barred by a lock-in until {day}, the first day for a notice", "barred by a lock-in"),
    NoticeCause.LATE_FOR_THIS_TERM: (
        "too late for the term that ends with {end}, for which the last day was {day}; the next end is {last}",
        "too late for this term",
    ),
    NoticeCause.LATE: ("too late for the last term, which ends with {end}: the last day was {day}", "too late"),
    NoticeCause.NO_TERM: ("", "no term is running with whose end it could take effect"),
    NoticeCause.OUTSIDE_WINDOW: (
        "outside the times for notice: the next begins on {day}", "outside the times for notice, and no other comes",
    ),
    NoticeCause.SUPERSEDED: ("", "superseded: the term was prolonged after it"),
    NoticeCause.STAYED: ("", "no effect before the conflict is over, and no end of that is on record"),
    NoticeCause.OTHER_END: ("another end comes first, with {day}", "another end comes first"),
    NoticeCause.RECORDED_END: ("its end is recorded otherwise, with {day}", "its end is recorded otherwise"),
    NoticeCause.TO_SOME: ("", "it ends the treaty with those alone whom it reached"),
    NoticeCause.ENDS_PROVISIONAL_APPLICATION: ("", "it ends provisional application, and is no exit of a party"),
    NoticeCause.OTHER: ("", "by another rule: see the argument"),
}  # fmt: skip
"""For each kind of reason a phrase with its days, and one without."""

_LATE_AND_YET = (
    "too late for the term that ends with {end}, for which the last day was {day}; where its own period runs from the "
    "notice, it is over by then, so the treaty ends with that term all the same"
)
"""What a notice comes to that is late, where a shorter period holds once there is no term."""


_BETWEEN_WINDOWS = "outside the times for notice: the last one ended with {end}, and the next begins on {day}"
"""What a notice comes to that lies between two windows."""


def notice_head(answer: NoticeAnswer) -> str:
    """Write the answer in a sentence."""
    by = by_reading(answer.reading, answer.supposed)
    part = answer.supposed.part
    about = "" if part is None else f" on the part {plain(str(part))}"
    if answer.truth is Truth.UNKNOWN:
        return f"Unknown: it is open whether the notice has an effect{about} {by}."
    has = "has an effect" if answer.truth is Truth.YES else "has no effect"
    return f"{answer.truth.value.capitalize()}, the notice {has}{about} {by}."


def reason_words(reason: NoticeReason, outcome: NoticeOutcome) -> str:
    """Write why a notice comes to what it does.

    Args:
        reason: The reason.
        outcome: What it is the reason for.
    """
    dated, bare = _PHRASES[reason.cause]
    day, end, last = (
        "" if each is None else days(each) for each in (reason.day, reason.end, outcome.last_day)
    )  # fmt: skip
    if reason.cause is NoticeCause.LATE_FOR_THIS_TERM and end == last:
        dated = _LATE_AND_YET
    if reason.cause is NoticeCause.OUTSIDE_WINDOW and end:
        dated = _BETWEEN_WINDOWS
    text = dated.format(day=day, end=end, last=last) if dated and reason.day is not None else bare
    early = reason.cause in (NoticeCause.BEFORE_ENTRY, NoticeCause.NOT_IN_FORCE)
    consent_open = early and outcome.effect is Truth.UNKNOWN
    return text + ("; no rule says whether it takes back the consent" if consent_open else "")
