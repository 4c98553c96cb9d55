"""When exits come by the clause's own count: after a period, with a term, in a window, on a day of the year."""

from collections.abc import Iterator
from datetime import date, timedelta

from treatyclock.testing.oracle.days import (
    ONE_DAY,
    Moment,
    Period,
    Span,
    UnsettledError,
    When,
    civil_date,
    last_day,
    last_day_of_notice,
)
from treatyclock.testing.oracle.many.term import LAST_YEAR_OF_INTEREST, Course
from treatyclock.testing.oracle.many.treaty import Exit, Grace, Spec
from treatyclock.testing.oracle.many.worlds import ManyWorld

ZERO = timedelta()


class Counts:
    """The clause on exits in a world."""

    def __init__(self, spec: Spec, world: ManyWorld, course: Course) -> None:
        self.spec = spec
        self.world = world
        self.course = course
        self.entry = course.entry

    def before(self, when: When, day: date) -> bool:
        """Whether something was done before a day began: by the world's midnight if its hour is known.

        The treaty itself is open to every act that is printed with the day of its entry.
        """
        if isinstance(when, Moment):
            return when.instant < self.world.midnight(day)
        return when < day

    def free_from(self, start: date) -> date | None:
        """The first day after the lock-in.

        Law: VCLT 54(a).
        """
        lock_in = self.spec.exit.lock_in if self.spec.exit else None
        if lock_in is None:
            return None
        assert self.entry is not None
        same_numbered = self.world.settle(start if lock_in.own else self.entry, lock_in.lasts)
        # No rule says whether the first day of the lock-in counts; only if so is the same-numbered day free.
        return same_numbered if self.world.lock_in_first_day else same_numbered + ONE_DAY

    def ready_from(self, first: date) -> date:
        """The first day on which the second notice can be given after a first one.

        Law: VCLT 54(a).
        """
        assert self.spec.exit is not None
        assert self.spec.exit.first_notice is not None
        same_numbered = self.world.settle(first, self.spec.exit.first_notice)
        return same_numbered if self.world.first_notice_first_day else same_numbered + ONE_DAY

    def counted(
        self, clause: Exit, given: When, start: date, since: date = date.min, lost: timedelta = ZERO
    ) -> Span | None:
        """When a notice takes effect by the clause's own count; None for never.

        ``since``: of a suspended notice the day on which it is resumed, and ``lost`` how long its clock stood still.

        Law: rule 4; VCLT 54(a).
        """
        if clause.when == "at the end of the term":
            return self._at_end_of_term(clause, given, max(start, since), lost)
        if clause.when == "on a fixed day":
            return self._on_fixed_day(clause, given, since)
        if clause.when == "in a window":
            windows = self.windows(start)
            if all(self.before(given, opens) or not self.before(given, closes + ONE_DAY) for opens, closes in windows):
                return None
        return self.period_from(given, clause.notice)

    def period_from(self, given: When, period: Period) -> Span:
        """When a period from a notice is over.

        Law: rule 9.
        """
        clause = self.spec.exit
        if not period:
            return self.world.span(given)
        if clause and (clause.from_first_of_month or clause.lands != "that day"):
            # The period leads to the day of effect itself.
            day = civil_date(given)
            day = self.world.settle(day.replace(day=1) if clause.from_first_of_month else day, period)
            if clause.lands == "the day after":
                day += ONE_DAY
            if clause.lands == "the first of the next month":
                day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
            over = self.world.named(day)
            if isinstance(given, Moment) and over.first < given.instant:
                raise UnsettledError("a notice of the day on which it takes effect")
            return over
        counts, month_end = self.world.notice_first_day, self.world.month_end
        over = self.world.after(last_day_of_notice(civil_date(given), period, counts, month_end))
        if isinstance(given, Moment) and over.first < given.instant:
            # It has no effect before it is given (VCLT 78).
            if self.spec.sunset:
                raise UnsettledError("survival from an end that its notice puts off")
            return self.world.span(given)
        return over

    def run_out(self, when: When, grace: Grace) -> Span:
        """When a period is over, of which the text says whether its first day counts: as of a notice, to leave.

        Law: rule 9.
        """
        if not grace.period:
            return self.world.span(when)
        counts, month_end = grace.first_day_counts, self.world.month_end
        return self.world.after(last_day_of_notice(civil_date(when), grace.period, counts, month_end))

    def windows(self, start: date) -> Iterator[tuple[date, date]]:
        """The days on which each window opens and closes.

        Law: VCLT 54(a).
        """
        window = self.spec.exit.window if self.spec.exit else None
        if window is None:
            return
        anchor = {"entry into force": self.entry, "own entry into force": start}.get(str(window.anchor))
        base = window.anchor if isinstance(window.anchor, date) else anchor
        assert base is not None
        number, opens = 1, base
        while opens.year < LAST_YEAR_OF_INTEREST:
            opens = self.world.settle(base, Period().plus(window.every, number))
            yield opens, self.world.settle(opens, window.lasts)
            number += 1

    def _on_fixed_day(self, clause: Exit, given: When, since: date) -> Span:
        """The first of the yearly days of which the last cut-off before it is not past.

        Law: VCLT 54(a).
        """
        assert clause.on is not None
        assert clause.cut_off is not None
        year = civil_date(given).year - 1
        while True:
            day = date(year, *clause.on)
            cut_off = date(year if clause.cut_off < clause.on else year - 1, *clause.cut_off)
            if self.before(given, cut_off + ONE_DAY) and day >= since:
                if day == since:
                    raise UnsettledError("a notice resumed on the day of exits")
                return self.world.named(day)
            year += 1

    def _at_end_of_term(self, clause: Exit, given: When, start: date, lost: timedelta) -> Span | None:
        """The end of the first stretch of the term for which a notice is in time; after the last, any time.

        Law: rule 4; VCLT 54(a).
        """
        for last, prolonged in zip(self.course.days, self.course.prolonged, strict=True):
            deadline = self.world.deadline(last, clause.notice)
            if last >= start and self.before(given, deadline + ONE_DAY):
                # Whether a notice outlives what all agreed on after it, no rule says (VCLT 30(3), 68).
                if prolonged and civil_date(given) <= prolonged and self.world.whether("superseded", str(given)):
                    return None
                return self.world.after(last)
        if not self.course.indefinite:
            return None
        period = clause.notice if clause.notice_when_indefinite is None else clause.notice_when_indefinite
        over = self.course.days[-1]
        if self.before(given, over + ONE_DAY):
            # No rule says what becomes of a notice too late for that end and before it: its own period may run from
            # it, or from the end of the term, whose next day is then the first; or a new notice is needed.
            late = self.world.late_notice
            if lost or start > over:
                raise UnsettledError("a late notice that was suspended, or by who joined after the term")
            if late == "without effect":
                return None
            if late == "from the end of the term":
                last = last_day(over + ONE_DAY, period, True, self.world.month_end) if period else over
                return self.world.after(last)
        span = self.period_from(given, period)
        return Span(span.first + lost, span.last + lost).or_later(self.world.after(self.course.days[-1]))
