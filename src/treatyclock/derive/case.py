"""The case before the evaluator in one world: record, choices, and the reasons found so far."""

from __future__ import annotations

from collections import ChainMap
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar, cast

from treatyclock.civil.clocks.anywhere import starts_anywhere
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import MonthEnd, Period, day_before, lacks_day, last_day
from treatyclock.derive.docket import Docket
from treatyclock.derive.reasons import Derived, Given, Reason, Rule, Stated
from treatyclock.derive.worlds import Choices, Question
from treatyclock.errors import OutOfRangeError
from treatyclock.instants import iso
from treatyclock.law.acts import Act
from treatyclock.law.clauses import Clause
from treatyclock.law.readings import COUNTED, MIDNIGHT, MONTH_END, NOT_COUNTED, TEXT, Convention, Reading
from treatyclock.law.record import Record
from treatyclock.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

Span = tuple[int, int]
"""The earliest and the latest instant at which something may come about."""

C = TypeVar("C", bound=Clause)


class Case:
    """Everything an evaluation step may ask, and the place where it leaves its reasons.

    Args:
        record: What the documents say, the reading's own clauses in place.
        reading: Who chooses what.
        docket: The acts.
        choices: The answers of this world.
        reasons: What was found before, by an evaluation that this one goes on from.
    """

    def __init__(
        self,
        record: Record,
        reading: Reading,
        docket: Docket,
        choices: Choices,
        reasons: Mapping[str, Reason] | None = None,
    ) -> None:
        """Note the reading."""
        self.record = record
        self.reading = reading
        self.docket = docket
        self.choices = choices
        self._before: Mapping[str, Reason] = {} if reasons is None else reasons
        self._own: dict[str, Reason] = {}
        self._midnight: tuple[Zone | None, tuple[str, ...]] | None = None
        if reading != TEXT:
            self.given("reading", reading, sources=reading.sources)

    # --- reasons ---------------------------------------------------------------------------

    @property
    def reasons(self) -> Mapping[str, Reason]:
        """All reasons found so far, by key."""
        # Laid over those found before and not copied: of hundreds of parties in hundreds of worlds they fill gigabytes.
        return ChainMap(self._own, cast("dict[str, Reason]", self._before)) if self._before else self._own

    def given(self, key: str, value: Stated, *, ref: str = "", sources: tuple[str, ...] = ()) -> str:
        """Note something stated; return its key."""
        if key not in self._own and key not in self._before:
            self._own[key] = Given(key=key, value=value, ref=ref, sources=sources)
        return key

    def given_clause(self, clause: Clause) -> str:
        """Note a clause, the reading's own or the treaty's; return its key."""
        own = any(clause is each for each in self.reading.clauses)
        ref = clause.basis.ref or (f"reading {self.reading.id}" if own else "")
        sources = clause.basis.sources or (self.reading.sources if own else ())
        return self.given(f"clause:{clause.TABLE}", clause, ref=ref, sources=sources)

    def given_act(self, act: Act) -> str:
        """Note an act; return its key."""
        return self.given(f"act:{act.id}", act, ref=act.ref, sources=act.sources)

    def derived(
        self,
        key: str,
        rule: Rule,
        value: Days | str | bool | None,
        *because: str,
        subject: Act | int | None = None,
    ) -> str:
        """Note a conclusion; return its key."""
        self._own[key] = Derived(key=key, rule=rule, value=value, because=because, subject=subject)
        return key

    # --- conventions -----------------------------------------------------------------------

    def convention(self, which: Convention, said: str | None, alternatives: tuple[str, ...] = ()) -> tuple[str, str]:
        """Return the answer to a convention and the key of the reason for it.

        A reading's choice goes before the text, the text before the practice of the depositary.

        Args:
            which: The convention.
            said: What the text says.
            alternatives: What is tried while it is open, where the convention has no list of its own.
        """
        chosen = dict(self.reading.choose).get(which.key)
        profile = None if self.record.depositary is None else self.record.depositary.profile
        practice = None if profile is None else profile.says(which.key)
        ref = ""
        sources: tuple[str, ...] = ()
        if chosen is not None:
            answer, ref, sources = chosen, f"reading {self.reading.id}", self.reading.sources
        elif said is not None:
            answer, ref = said, "text"
        elif profile is not None and practice is not None:
            answer, ref = practice, f"practice of {profile.title}: {profile.source(which.key)}"
        else:
            options = alternatives or which.alternatives
            question = Question(key=which.key, text=which.question, alternatives=options)
            answer = self.choices.choose(question) if len(options) > 1 else options[0]
        return answer, self.given(f"convention:{which.key}", f"{which.key} = {answer}", ref=ref, sources=sources)

    def first_day_counts(self, which: Convention, said: bool | None) -> tuple[bool, str]:
        """Return whether a first day counts, and the reason."""
        text = None if said is None else (COUNTED if said else NOT_COUNTED)
        answer, key = self.convention(which, text)
        return answer == COUNTED, key

    # --- counting --------------------------------------------------------------------------

    def last_day(self, day: Days, period: Period, *, first_day_counts: bool) -> tuple[Days, tuple[str, ...]]:
        """Return the last day of a period from a day, and the conventions used."""
        matters = not first_day_counts and _month_ends_matter(day, period)
        policy, keys = self._policy(matters)
        return day.map(lambda d: last_day(d, period, first_day_counts=first_day_counts, month_end=policy)), keys

    def day_before(self, day: Days, period: Period) -> tuple[Days, tuple[str, ...]]:
        """Return the day a period before a day, and the conventions used."""
        policy, keys = self._policy(_month_ends_matter(day, period, backward=True))
        return day.map(lambda d: day_before(d, period, policy)), keys

    def _policy(self, matters: bool) -> tuple[MonthEnd, tuple[str, ...]]:
        if not matters:
            return MonthEnd.CLAMP, ()
        answer, key = self.convention(MONTH_END, self.record.counting.month_end)
        return MonthEnd(answer), (key,)

    # --- clocks ----------------------------------------------------------------------------

    def midnight(self) -> tuple[Zone | None, tuple[str, ...]]:
        """Return the zone whose midnight begins a day, None where nothing names one, and the reason."""
        if self._midnight is None:
            options = self.record.midnights()
            if not options and MIDNIGHT.key not in dict(self.reading.choose):
                self._midnight = None, ()
            else:
                answer, key = self.convention(MIDNIGHT, None, options)
                self._midnight = zone(answer), (key,)
        return self._midnight

    def start_of(self, days: Days) -> tuple[Span, tuple[str, ...]]:
        """Return when a day begins, and the reasons."""
        clock, keys = self.midnight()
        if clock is None:
            return (starts_anywhere(days.first)[0], starts_anywhere(days.last)[1]), keys
        return (clock.start_of_day(days.first), clock.start_of_day(days.last)), keys

    def end_of(self, days: Days) -> tuple[Span, tuple[str, ...]]:
        """Return when a day ends, and the reasons."""
        return self.start_of(days.map(later))

    def legal_days(self, moment: Moment) -> Days:
        """Return the date from which the law counts an act done at a moment."""
        return moment.days if moment.wall is None else moment.legal_days(self.midnight()[0])

    def happening(self, moment: Moment) -> Span:
        """Return the earliest and latest instant at which something done at a moment was done."""
        if moment.wall is None and not moment.zones:
            clock, _ = self.midnight()
            if clock is not None:
                return clock.start_of_day(moment.days.first), clock.start_of_day(later(moment.days.last)) - 1
        span = moment.span
        assert span.start is not None and span.end is not None
        return span.start, span.end - 1

    def by_end_of(self, moment: Moment, days: Days) -> tuple[Truth, tuple[str, ...]]:
        """Tell whether something was done no later than a day, and the conventions used.

        Dates compare as printed, hours as instants.
        """
        if moment.wall is None:
            return moment.days.not_after(days), ()
        (earliest, latest), keys = self.end_of(days)
        first, last = self.happening(moment)
        if last < earliest:
            return Truth.YES, keys
        return (Truth.NO if first >= latest else Truth.UNKNOWN), keys


def span_text(span: Span) -> str:
    """Write when something comes about: at an instant, or between two."""
    return f"at {iso(span[0])}" if span[0] == span[1] else f"between {iso(span[0])} and {iso(span[1])}"


def later(day: date, days: int = 1) -> date:
    """Return the day some days after."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise OutOfRangeError(f"{days} days after {day}" if days > 1 else f"the day after {day}") from None


def eve(day: date) -> date:
    """Return the day before."""
    try:
        return day - timedelta(days=1)
    except OverflowError:
        raise OutOfRangeError(f"the day before {day}") from None


def _month_ends_matter(day: Days, period: Period, *, backward: bool = False) -> bool:
    if not period.years and not period.months:
        return False
    return any(lacks_day(each, period, backward=backward) for each in {day.first, day.last})
