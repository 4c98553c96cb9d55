"""The case before the evaluator in one world: record, choices, and the reasons found so far."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from treatyclock.civil.days import Days
from treatyclock.civil.moments import Moment
from treatyclock.civil.periods import MonthEnd, Period, day_before, lacks_day, last_day
from treatyclock.civil.zones import Zone, starts_anywhere, zone
from treatyclock.derive.reasons import Derived, Given, Reason, Stated
from treatyclock.derive.worlds import Choices, Question
from treatyclock.errors import OutOfRangeError
from treatyclock.instants import iso
from treatyclock.law.acts import Act, ActKind
from treatyclock.law.clauses import Denunciation, EntryIntoForce, Renewal, Term
from treatyclock.law.readings import COUNTED, MIDNIGHT, MONTH_END, TEXT, Convention, Reading
from treatyclock.law.record import Record
from treatyclock.truth import Truth

if TYPE_CHECKING:
    from datetime import date

Span = tuple[int, int]
"""The earliest and the latest instant at which something may come about."""


class Case:
    """Everything an evaluation step may ask, and the place where it leaves its reasons."""

    def __init__(self, record: Record, reading: Reading, known_as_of: Moment | None, choices: Choices) -> None:
        """Put the reading's clauses in place."""
        self.record = record.read_as(reading)
        self.reading = reading
        self.choices = choices
        self.reasons: dict[str, Reason] = {}
        self._known_as_of = known_as_of
        if reading != TEXT:
            self.given("reading", reading, sources=reading.sources)
        self._acts: dict[ActKind, list[Act]] = {}
        for act in record.acts:
            if self._admitted(act) and self._known(act):
                self._acts.setdefault(act.kind, []).append(act)

    # --- reasons ---------------------------------------------------------------------------

    def given(self, key: str, value: Stated, *, ref: str = "", sources: tuple[str, ...] = ()) -> str:
        """Note something stated; return its key."""
        self.reasons[key] = Given(key=key, value=value, ref=ref, sources=sources)
        return key

    def given_clause(self, name: str) -> str:
        """Note the clause of a name, the reading's own or the treaty's; return its key."""
        clause: EntryIntoForce | Term | Renewal | Denunciation = getattr(self.record, name)
        own = getattr(self.reading, name) is not None
        ref = clause.basis.ref or (f"reading {self.reading.id}" if own else "")
        sources = clause.basis.sources or (self.reading.sources if own else ())
        return self.given(f"clause:{name}", clause, ref=ref, sources=sources)

    def given_act(self, act: Act) -> str:
        """Note an act; return its key."""
        return self.given(f"act:{act.id}", act, ref=act.ref, sources=act.sources)

    def derived(
        self,
        key: str,
        rule: str,
        value: Days | str | bool | None,
        *because: str,
        subject: Act | int | None = None,
        law: str = "",
    ) -> str:
        """Note a conclusion; return its key."""
        self.reasons[key] = Derived(key=key, rule=rule, value=value, because=because, subject=subject, law=law)
        return key

    # --- acts ------------------------------------------------------------------------------

    def acts(self, *kinds: ActKind) -> tuple[Act, ...]:
        """Return the acts of some kinds that the reading admits and that were known, kind by kind."""
        return tuple(act for kind in kinds for act in self._acts.get(kind, ()))

    def _admitted(self, act: Act) -> bool:
        if act.id in self.reading.rejects:
            return False
        return act.id in self.reading.admits or not act.kind.needs_reading

    def _known(self, act: Act) -> bool:
        horizon = self._known_as_of
        if horizon is None:
            return True
        known = act.known or act.when()
        if horizon.wall is None and not horizon.zones:
            # Two dates without a clock compare as printed.
            truth = known.days.not_after(Days.on(horizon.days.last))
        else:
            truth = _not_after(known, horizon)
        return self.choices.settle(truth, f"{act.id} known by {horizon}", f"was {act.id} known by {horizon}?")

    # --- conventions -----------------------------------------------------------------------

    def convention(self, which: Convention, said: str | None, alternatives: tuple[str, ...] = ()) -> tuple[str, str]:
        """Return the answer to a convention and the key of the reason for it.

        Args:
            which: The convention.
            said: What the text says; a reading that chooses otherwise overrides it.
            alternatives: What is tried while it is open, where the convention has no list of its own.
        """
        chosen = dict(self.reading.choose).get(which.key)
        if chosen is not None:
            answer, ref, sources = chosen, f"reading {self.reading.id}", self.reading.sources
        elif said is not None:
            answer, ref, sources = said, "text", ()
        else:
            options = alternatives or which.alternatives
            question = Question(key=which.key, text=which.question, alternatives=options)
            answer, ref, sources = (self.choices.choose(question) if len(options) > 1 else options[0]), "", ()
        return answer, self.given(f"convention:{which.key}", f"{which.key} = {answer}", ref=ref, sources=sources)

    def first_day_counts(self, which: Convention, said: bool | None) -> tuple[bool, str]:
        """Return whether a first day counts, and the reason."""
        text = None if said is None else (COUNTED if said else "not counted")
        answer, key = self.convention(which, text)
        return answer == COUNTED, key

    def _month_end(self) -> tuple[MonthEnd, str]:
        answer, key = self.convention(MONTH_END, self.record.counting.month_end)
        return MonthEnd(answer), key

    # --- counting --------------------------------------------------------------------------

    def last_day(self, day: Days, period: Period, *, first_day_counts: bool) -> tuple[Days, tuple[str, ...]]:
        """Return the last day of a period from a day, and the conventions used."""
        matters = not first_day_counts and any(lacks_day(each, period) for each in {day.first, day.last})
        policy, keys = self._policy(matters)
        return day.map(lambda d: last_day(d, period, first_day_counts=first_day_counts, month_end=policy)), keys

    def day_before(self, day: Days, period: Period) -> tuple[Days, tuple[str, ...]]:
        """Return the day a period before a day, and the conventions used."""
        matters = any(lacks_day(each, period, backward=True) for each in {day.first, day.last})
        policy, keys = self._policy(matters)
        return day.map(lambda d: day_before(d, period, policy)), keys

    def _policy(self, matters: bool) -> tuple[MonthEnd, tuple[str, ...]]:
        if not matters:
            return MonthEnd.CLAMP, ()
        policy, key = self._month_end()
        return policy, (key,)

    # --- clocks ----------------------------------------------------------------------------

    def midnight(self) -> tuple[Zone | None, tuple[str, ...]]:
        """Return the zone whose midnight begins a day, None where nothing names one, and the reason."""
        options = self.record.midnights()
        if not options and MIDNIGHT.key not in dict(self.reading.choose):
            return None, ()
        answer, key = self.convention(MIDNIGHT, None, options)
        return zone(answer), (key,)

    def start_of(self, days: Days) -> tuple[Span, tuple[str, ...]]:
        """Return when a day begins, and the reasons."""
        clock, keys = self.midnight()
        if clock is None:
            return (starts_anywhere(days.first)[0], starts_anywhere(days.last)[1]), keys
        return (clock.start_of_day(days.first), clock.start_of_day(days.last)), keys

    def end_of(self, days: Days) -> tuple[Span, tuple[str, ...]]:
        """Return when a day ends, and the reasons."""
        return self.start_of(days.map(_next_day))

    def legal_days(self, moment: Moment) -> Days:
        """Return the date from which the law counts an act done at a moment."""
        return moment.legal_days(self.midnight()[0] if moment.wall is not None else None)

    def happening(self, moment: Moment) -> Span:
        """Return the earliest and latest instant at which something done at a moment was done."""
        if moment.wall is None and not moment.zones:
            clock, _ = self.midnight()
            if clock is not None:
                return clock.start_of_day(moment.days.first), clock.start_of_day(_next_day(moment.days.last)) - 1
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


def _next_day(day: date) -> date:
    try:
        return day + timedelta(days=1)
    except OverflowError:
        raise OutOfRangeError(f"the day after {day}") from None


def _not_after(moment: Moment, horizon: Moment) -> Truth:
    end, start, bound = moment.span.end, moment.span.start, horizon.span.end
    assert end is not None and start is not None and bound is not None
    if end <= bound:
        return Truth.YES
    return Truth.NO if start >= bound else Truth.UNKNOWN
