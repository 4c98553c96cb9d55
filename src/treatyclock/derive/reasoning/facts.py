"""What an evaluation found out beside dates: verdicts on notices, rescissions and extensions, and recorded days.

Each fact is noted by the step that concludes it, under the key of its conclusion.
"""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.derive.end.end import End
from treatyclock.derive.reasoning.reasons import Key, Rule, Value
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.clauses.exit import Denunciation


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedDeadline:
    """A deadline that a notice missed, or the last day of a window; the end is that day then.

    Attributes:
        deadline: The last day for a notice.
        end: The last day of the term for whose end such a notice would have been.
    """

    deadline: Days
    end: Days


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeJudged:
    """What came of a notice.

    Attributes:
        act: The notice.
        of: As whose notice it was judged: of all who gave it together, or of one of them.
        rule: The rule that decided whether it has an effect.
        value: What follows by that rule.
        end: The end that it brings; None where it brings none.
        clause: The clause that it goes by; None where no clause allows it.
        which: Which of its dates counts.
        missed: The earlier deadline that it missed; None where it missed none.
        conclusions: What was concluded of it and of the acts that answer it.
    """

    act: Act
    of: tuple[str, ...]
    rule: Rule
    value: Value
    end: End | None
    clause: Denunciation | None
    missed: MissedDeadline | None
    conclusions: tuple[Key, ...]
    which: ActDate = ActDate.RECEIVED

    @property
    def whole(self) -> bool:
        """Whether it was judged for all who gave it together."""
        return len(self.of) == len(self.act.by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescission:
    """Whether a notice was taken back in time.

    Attributes:
        act: The rescission.
        in_time: Whether it came before the notice took effect.
        last_day: The last day in force by the notice.
    """

    act: Act
    in_time: bool
    last_day: Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """Whether an extension of the term was in force in time.

    Attributes:
        act: The extension.
        in_time: Whether it was in force before the term had ended.
        last_day: The last day of the term that it was to extend.
    """

    act: Act
    in_time: bool
    last_day: Days


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedBySome:
    """An act by only some of those who had to agree.

    Attributes:
        act: The act.
        agreed: Those who agreed, by that act or by acts of their own that say the same.
        absent: Those who had to agree and did not; nobody where it was no party that agreed.
    """

    act: Act
    agreed: frozenset[str]
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A day that the depositary recorded, beside the day that the count gives.

    Attributes:
        said: The day that was recorded, as it was recorded.
        recorded: The day that follows from it: for an exit, the last day in force.
        counted: The day that the count gives.
        agrees: Whether the two are one day.
        act: The act whose effect was recorded; None for the treaty's own entry into force and end.
        of_end: Whether it is the treaty's own end.
        too_early: Whether the treaty itself entered into force only after the day that was recorded for a State.
    """

    said: Days
    recorded: Days
    counted: Days
    agrees: bool
    act: Act | None = None
    of_end: bool = False
    too_early: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedBeforeEntry:
    """The treaty had ended, for all or for a State, before it could enter into force.

    Attributes:
        entry: The day on which it would have entered into force.
        last_day: The last day of the term, or that on which it ended otherwise.
    """

    entry: Days
    last_day: Days


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspensionBarred:
    """A suspension that the clause on suspension gives no effect.

    Attributes:
        act: The act.
        rule: The rule that decided.
    """

    act: Act
    rule: Rule


Fact = NoticeJudged | Rescission | Extension | AgreedBySome | Recorded | EndedBeforeEntry | SuspensionBarred
