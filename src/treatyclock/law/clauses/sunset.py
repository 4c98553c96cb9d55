"""The sunset clause: what goes on to protect after the end (Vienna Convention art. 70(1))."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import Period
from treatyclock.law.acts.act import EffectDay
from treatyclock.law.clauses.base import Basis, Clause, Problem
from treatyclock.law.clauses.by_event import EventDay, until_events
from treatyclock.law.conventions.exit import EVENT_ENDS_FOR
from treatyclock.law.conventions.first_days import SUNSET_FIRST_DAY, TERMINATION_DAY
from treatyclock.law.conventions.term import EVENT_DAY
from treatyclock.law.form import Form
from treatyclock.law.wording import AS_WRITTEN, Wording
from treatyclock.law.written import written


class SunsetFrom(Enum):
    """When surviving effect begins to be counted."""

    END = "the end"
    NOTICE = "the notice"


class MadeBefore(Enum):
    """Before what something must have been made, so that it goes on to be protected."""

    END = "the end"
    NOTICE = "the notice"


class EventEndsFor(Enum):
    """For whom an event by a State ends what survives."""

    ALL = "all"
    AUTHOR = "its author"


class MadeAfter(Enum):
    """After what something must have been made, so that it goes on to be protected."""

    ENTRY = "entry into force"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sunset(Clause):
    """Surviving effect: a status of its own, which is not being in force.

    Attributes:
        lasts: How long; None where no period limits it.
        since: What it is counted from.
        until_event: The act that ends it, or the acts of which the first does; beside a period, if that comes sooner.
        event_day: When it ends on the day of that event; None where the text is silent.
        ends_for: For whom an event by a State ends it; None where the text is silent.
        covers: What it covers, in words: investments made before the end, information exchanged before it.
        made_before: Before what something must have been made to be covered: the end, the notice, or a day; None where
            the text does not say.
        made_after: After what it must have been made; None where the text does not say.
        termination_day: Which day the date of the end is, where it is counted from the end; None if the text is silent.
        first_day_counts: Whether the day it is counted from is its first.
        basis: Where the clause stands.
    """

    TABLE: ClassVar[str] = "sunset"
    DOC: ClassVar[str] = "what survives the end, and how long"
    PLACE: ClassVar[int] = 110
    SEVERAL: ClassVar[bool] = True

    lasts: Period | None = written(Form.SOME_PERIOD, "how long; leave it out where no period limits it", default=None)
    since: SunsetFrom = written(SunsetFrom, "what it is counted from", key="from", default=SunsetFrom.END)
    until_event: tuple[str, ...] = written(
        Form.EVENT, "the act that ends it; a list where the first of several does", many=True, default=()
    )
    event_day: EventDay | None = written(
        EventDay, "when it ends on the day of that event, where the text says so", settles=EVENT_DAY, default=None
    )
    ends_for: EventEndsFor | None = written(
        EventEndsFor,
        "for whom an event by a State ends it, where the text says so: for all, or for that State alone",
        settles=EVENT_ENDS_FOR,
        default=None,
    )
    covers: str = written(Form.TEXT, "what it covers", default="")
    made_before: MadeBefore | Moment | None = written(
        Form.MADE,
        "before what something must have been made to be covered: the end, the notice, or a day",
        default=None,
    )
    made_after: MadeAfter | None = written(
        MadeAfter, "after what something must have been made to be covered: while the treaty was in force", default=None
    )
    termination_day: EffectDay | None = written(
        EffectDay,
        "which day the date of termination is, where the text says so: the first out or the last in force",
        settles=TERMINATION_DAY,
        default=None,
    )
    first_day_counts: bool | None = written(
        Form.FIRST_DAY,
        "whether the first day counts, where the text says so",
        key="first_day",
        settles=SUNSET_FIRST_DAY,
        default=None,
    )
    basis: Basis = Basis()

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        own = self.ends_for is EventEndsFor.AUTHOR
        until = until_events(self.until_event, self.event_day, own=own) if self.until_event else ""
        if self.lasts is not None:
            sooner = f", or {until} if that is sooner" if until else ""
            length = f"for {self.lasts.words} from {self.since.value}{sooner}"
        else:
            length = until or "without limit"
        covers = f", for {self.covers}" if self.covers else ""
        match self.made_before:
            case None:
                made = ""
            case MadeBefore():
                made = f"; it covers what was made before {self.made_before.value}"
            case _:
                made = f"; it covers what was made before {wording.days(self.made_before.days)}"
        if self.made_after is not None:
            made += f"{' and' if made else '; it covers what was made'} after its {self.made_after.value}"
        return f"After the end the treaty keeps its effect {length}{covers}{made}."

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together."""
        if has("termination_day") and self.since is SunsetFrom.NOTICE:
            yield "termination_day", f"has no meaning beside from = `{self.since.value}`", "leave it out"
        for key in ("event_day", "ends_for"):
            if has(key) and not has("until_event"):
                yield key, "belongs to until_event", "leave it out"
        if has("termination_day") and not has("lasts"):
            yield "termination_day", "has no period to count", "leave it out, or add lasts: how long"
