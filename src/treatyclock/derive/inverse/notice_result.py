"""What a notice comes to in one world: whether it has an effect, whether it was in time, and if it has none, why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from treatyclock.civil.days import Days
from treatyclock.truth import Truth


class NoticeCause(Enum):
    """Why a notice has no effect, or another than it would have had earlier."""

    NOTHING_KNOWN = "nothing known"
    NOT_IN_FORCE = "treaty not in force"
    NOT_A_PARTY = "not a party then"
    ENTRY_NOT_KNOWN = "entry not known"
    BEFORE_ENTRY = "before entry into force"
    BEFORE_CONSENT = "before consent"
    NO_CLAUSE = "no clause"
    NO_GROUNDS = "no grounds"
    OF_SOME = "by some on a side only"
    NO_FIRST_NOTICE = "no first notice"
    LOCKED_IN = "lock-in"
    LATE_FOR_THIS_TERM = "too late for this term"
    LATE = "too late"
    NO_TERM = "no term"
    OUTSIDE_WINDOW = "outside the window"
    SUPERSEDED = "superseded"
    STAYED = "stayed by a conflict"
    OTHER_END = "another end comes first"
    RECORDED_END = "ended as recorded instead"
    TO_SOME = "to some States only"
    ENDS_PROVISIONAL_APPLICATION = "ends provisional application"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeReason:
    """Why a notice comes to what it does.

    Attributes:
        cause: The kind of reason.
        rule: The name of the rule that decided; empty where no rule did, as of a State that never was a party.
        day: The day that bears on it: until which no notice can be given, with which the next window opens, the last
            for a notice that was missed, with which it enters into force, the last in force; None where none does.
        end: For a deadline that was missed, the last day of the term that it is for; for a notice outside the windows,
            the last day of the window before it; None elsewhere.
    """

    cause: NoticeCause
    rule: str = ""
    day: Days | None = None
    end: Days | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeResult:
    """What a notice comes to in one world, beside the days.

    Attributes:
        effect: Whether it has an effect.
        in_time: Whether it came by its deadline or in a window; None where it needs neither, or has no effect anyhow.
        reason: Why it has none, or has a later effect; None where there is nothing to say.
    """

    effect: Truth
    in_time: Truth | None = None
    reason: NoticeReason | None = None
