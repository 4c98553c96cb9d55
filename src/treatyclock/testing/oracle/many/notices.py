"""What a notice comes to: when it takes effect, and what becomes of it (VCLT 54(a), 56, 67, 68, 78)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from treatyclock.testing.oracle.days import ONE_DAY, Moment, Span, UnsettledError, When, civil_date
from treatyclock.testing.oracle.many.counts import Counts
from treatyclock.testing.oracle.many.endings import Ending
from treatyclock.testing.oracle.many.term import Course
from treatyclock.testing.oracle.many.treaty import NOTICES, Act, Spec
from treatyclock.testing.oracle.many.worlds import ManyWorld


class Notices(Counts):
    """The effects of notices in a world."""

    def __init__(
        self,
        spec: Spec,
        world: ManyWorld,
        course: Course,
        agreed: Callable[[Act], bool],
        starts: Mapping[str, Sequence[date]],
        *,
        runs: Callable[[str, Act], bool],
    ) -> None:
        super().__init__(spec, world, course)
        self.runs = runs
        self.starts = starts
        self.agreed = agreed

    def by_notice(self, party: str, notice: Act, start: date) -> Ending | None:
        """The end that a notice brings to a time as a party; None if it brings none.

        Law: rule 4.
        """
        clause = self.spec.exit
        agreed_on = any(self.agreed(act) for act in self.spec.done(*SET_BY_ALL, of=notice.id))
        early = clause is not None and self.before(notice.on(clause.runs_from), start)
        if clause is None or (early and not self.runs(party, notice)):
            if agreed_on:
                raise UnsettledError("all agree on when a notice takes effect that has none")
            return None
        given = notice.on(clause.runs_from)
        span = self._own_effect(party, notice, start)
        if span is None and notice.recorded and self.world.whether("a recorded exit stands", notice.id):
            # The clause gives the notice no effect, and a depositary recorded one: no rule says which prevails.
            return Ending(self.world.named(notice.recorded), "recorded exit", notice.id, notice.day(), notice.recorded)
        if clause.chain and span is not None:
            own, span = span, self._as_early_as_another(party, notice, span)
            if span != own and self._arrives_after(notice, span):
                raise UnsettledError("a notice that follows another and arrives only after it would have taken effect")
        if span is None:
            if agreed_on:
                raise UnsettledError("all agree on when a notice takes effect that has none")
            return None
        span, agreed = self._answered(party, notice, given, start, span)
        if span is None:
            return None
        at_once = span == self.world.span(given)
        named = civil_date(given) if at_once else self._named_day(notice, span, agreed)
        return Ending(
            span, "end by notice", notice.id, notice.day(), named, exact=at_once and isinstance(given, Moment)
        )

    def _named_day(self, notice: Act, span: Span, agreed: Act | None) -> date | None:
        """The day that somebody names for the exit, where it is the one on which it comes.

        Law: VCLT 54(a).
        """
        clause = self.spec.exit
        assert clause is not None
        if agreed:
            return agreed.effective or (agreed.until if isinstance(agreed.until, date) else None)
        days = [notice.recorded] if notice.recorded else [notice.effective]
        if clause.from_first_of_month or clause.lands != "that day":
            # The period leads to the day of effect, which the clause names.
            days += [day + number * ONE_DAY for number in (0, -1) for day in (self.world.day_of(span.first),)]
        if clause.on:
            days += [date(year, *clause.on) for year in range(1935, 1960)]
        if clause.when == "at the end of the term":
            days += [last for last in self.course.named if self.world.after(last) == span]
        return next((day for day in days if day and span in (self.world.named(day), self.world.after(day))), None)

    def _own_effect(self, party: str, notice: Act, start: date) -> Span | None:
        """When a notice takes effect that follows no other; None for never (rule 4; VCLT 54(a))."""
        assert self.spec.exit is not None
        clause = self.spec.exit.by(party)
        if clause.needs_ground and not notice.grounds and not self.world.grounds:
            return None
        given = notice.on(clause.runs_from)
        free = self.free_from(start)
        if free and self.world.lock_in == "notice" and self.before(given, free):
            return None
        if clause.first_notice is not None and not self._had_first_notice(party, notice, start):
            return None
        span = self.counted(clause, given, start)
        if span is None:
            return None
        if self._arrives_after(notice, span):
            # It has no effect before (VCLT 78(c)); whether it then counts anew from its arrival, no rule says.
            raise UnsettledError("a notice that arrives only after the end by its own date")
        return self._at_the_earliest(notice, span, free)

    def _had_first_notice(self, party: str, notice: Act, start: date) -> bool:
        """Whether a State had given a first notice in time, as a party, and had not taken it back.

        No rule says whether one first notice serves for two notices, nor whether that of some on a side serves. Where
        all on a side give one notice, a first one by any of them is a step to that notice, for all or for nobody.

        Law: VCLT 54(a).
        """
        clause, side = self.spec.exit, self.spec.side(party)
        assert clause is not None
        given, open_ = notice.on(clause.runs_from), False
        authors = {party}
        if side is not None and set(notice.by) & set(side.parties) != authors:
            if not set(side.parties) <= set(notice.by):
                raise UnsettledError("a notice of some on a side after a first one")
            authors = set(side.parties)
        for first in [each for each in self.spec.done("first notice") if authors & set(each.by)]:
            free = self.ready_from(civil_date(first.when))
            if self.before(first.when, start) or self.before(given, free):
                continue
            took = {
                each: self.spec.done("rescission", by=each, of=first.id) for each in sorted(authors & set(first.by))
            }
            if len({tuple(each) for each in took.values()}) > 1:
                raise UnsettledError("a first notice taken back by some on a side")
            backs = [back.day() for each in took.values() for back in each]
            if any(back < civil_date(given) for back in backs):
                continue
            others = [each for each in self.spec.done(*NOTICES) if each != notice and set(each.by) & set(took)]
            used = any(free <= each.day(clause.runs_from) <= civil_date(given) for each in others)
            of_some = side is not None and not set(side.parties) <= set(first.by)
            if not (used or of_some or civil_date(given) in backs):
                return True
            open_ = True
        return open_ and self.world.whether("the first notice serves", notice.id)

    def _arrives_after(self, notice: Act, effect: Span) -> bool:
        """Whether a notice may arrive only after it takes effect by a date of its own; what is recorded stands.

        Law: VCLT 78.
        """
        clause = self.spec.exit
        assert clause is not None
        counts_otherwise = not notice.recorded and clause.runs_from not in ("received", "circulated")
        return counts_otherwise and self.world.span(notice.on("received")).last > effect.first

    def _at_the_earliest(self, notice: Act, span: Span, free: date | None) -> Span:
        """Not before a day that the notice names, nor before the lock-in is over; as the depositary recorded.

        Law: VCLT 54(a).
        """
        if notice.recorded:
            prolonged = (act for act in self.spec.done("extension of the term") if self.agreed(act))
            if any(act.day() >= notice.day() for act in prolonged):
                raise UnsettledError("an exit recorded, and all agreed after the notice to prolong the term")
            return self.world.named(notice.recorded)
        if notice.effective:
            self._can_leave_on(notice.effective, span)
            # On the eve of the last day of a term nobody may leave: who names that day leaves with the term.
            of_term = self._with_a_term(span) and notice.effective in map(civil_date, self.course.days)
            named = self.world.after(notice.effective) if of_term else self.world.named(notice.effective)
            span = span.or_later(named)
        if free and self.world.lock_in == "exit":
            span = span.or_later(self.world.after(free - ONE_DAY))
        return span

    def _can_leave_on(self, named: date, span: Span) -> None:
        """A State leaves only as the treaty provides (VCLT 42(2)); what a notice for another day comes to is open.

        Law: VCLT 54(a).
        """
        clause = self.spec.exit
        assert clause is not None
        if self.world.named(named).last <= span.first:
            return
        if clause.when == "on a fixed day":
            assert clause.on is not None
            ends = [date(year, *clause.on) for year in (named.year, named.year + 1)]
            if named not in ends and named + ONE_DAY not in ends:
                raise UnsettledError("a notice that names a day on which the clause lets nobody leave")
        if self._with_a_term(span):
            ends = [civil_date(last) for last in self.course.days]
            if named not in ends and named - ONE_DAY not in ends:
                raise UnsettledError("a notice that names a day on which no term ends")

    def _with_a_term(self, span: Span) -> bool:
        """Whether a notice lets a State leave with a term, and not once there is none any more."""
        clause = self.spec.exit
        assert clause is not None
        return clause.when == "at the end of the term" and any(
            self.world.after(last) == span for last in self.course.days
        )

    # --- one notice after another -----------------------------------------------------------------

    def _as_early_as_another(self, party: str, notice: Act, own: Span, drawn: tuple[str, ...] = ()) -> Span:
        """The exit on the day on which another State leaves, whose notice this one follows in time.

        Nobody is drawn by those whom its own notice would draw.

        Law: VCLT 54(a).
        """
        clause = self.spec.exit
        assert clause is not None
        assert clause.chain is not None
        given = notice.on(clause.runs_from)
        for other in self.spec.done(*NOTICES):
            told = other.day("circulated")
            if (
                party in other.by
                or other.id in drawn
                or civil_date(given) < other.day(clause.runs_from)
                or not self._can_follow(given, self.world.settle(told, clause.chain))
            ):
                continue
            if civil_date(given) < told and not self.world.whether("followed before it was told", notice.id):
                continue
            theirs = self._standing_effect(other, civil_date(given), notice, drawn)
            if theirs and self.world.span(given).last < theirs.first < own.first:
                return theirs
        return own

    def _can_follow(self, given: When, same_numbered: date) -> bool:
        """Whether a notice follows another in time; the same-numbered day is open, as no rule counts the first day."""
        if self.before(given, same_numbered) or not self.before(given, same_numbered + ONE_DAY):
            return self.before(given, same_numbered)
        return not self.world.chain_first_day

    def _standing_effect(self, other: Act, day: date, follower: Act, drawn: tuple[str, ...]) -> Span | None:
        """The effect of another's notice that stands when it is followed.

        One without effect, or taken back or suspended by then, draws nobody with it; whether one that is taken back
        afterwards does, is open. So is whether one that followed a third can be followed in its turn.

        Law: VCLT 54(a), 68.
        """
        clause = self.spec.exit
        assert clause is not None
        starts = self.starts.get(other.by[0], ())
        start = max((each for each in starts if each <= other.day(clause.runs_from)), default=None)
        theirs = self._own_effect(other.by[0], other, start) if start else None
        if start and self._had_left(other.by[0], other, start):
            return None
        stops = self.spec.done("rescission", "suspension of a notice", of=other.id)
        if len(other.by) > 1 or any(act.day() == day for act in stops):
            raise UnsettledError("a notice followed that several gave, or on the day on which it is taken back")
        if theirs is None or any(act.day() < day for act in stops):
            return None
        if stops and self.spec.done("resumption of a notice", of=other.id):
            raise UnsettledError("a notice followed that is suspended afterwards and taken up again")
        if stops and not self.world.whether("the day of who followed stands", follower.id):
            return None
        if self.spec.done("extension of a notice", "agreement on withdrawal", of=other.id) or other.recorded:
            raise UnsettledError("a notice followed whose day is agreed or recorded")
        if other.day(clause.runs_from) < day:
            sooner = self._as_early_as_another(other.by[0], other, theirs, (*drawn, follower.id))
            if sooner.first < theirs.first and self.world.followers:
                return sooner
        return theirs

    def _had_left(self, party: str, notice: Act, start: date) -> bool:
        """Whether a State had left by an earlier notice when it gave another, which then has no effect.

        Law: VCLT 70(1).
        """
        clause = self.spec.exit
        assert clause is not None
        given = self.world.span(notice.on(clause.runs_from))
        for earlier in self.spec.done(*NOTICES, by=party):
            if not start <= earlier.day(clause.runs_from) < notice.day(clause.runs_from):
                continue
            effect = self._own_effect(party, earlier, start)
            if effect is None or effect.first > given.last:
                continue
            if effect.last > given.first or any(act.of == earlier.id for act in self.spec.acts):
                raise UnsettledError("a notice followed of a State that had perhaps left")
            return True
        return False

    # --- what becomes of it ---------------------------------------------------------------------

    def _answered(
        self, party: str, notice: Act, given: When, start: date, span: Span
    ) -> tuple[Span | None, Act | None]:
        """When a notice takes effect after all that answers it in time, and the act by which that was agreed.

        An answer counts only if it came before the notice took effect (VCLT 68).

        Law: rule 4; VCLT 68.
        """
        clause = self.spec.exit
        assert clause is not None
        running: Span | None = self._stayed(party, span, notice) if clause.stay else span
        stopped: date | None = None
        agreed: Act | None = None
        stops = {act.day() for act in self.spec.done("suspension of a notice", by=party, of=notice.id)}
        if stops & {act.day() for act in self.spec.done("resumption of a notice", by=party, of=notice.id)}:
            raise UnsettledError("a notice suspended and taken up again on one day")
        set_by_all = [act for act in self.spec.done(*SET_BY_ALL, of=notice.id) if self.agreed(act)]
        if len({act.day() for act in set_by_all}) < len(set_by_all):
            raise UnsettledError("two agreements of one day on the effect of a notice")
        for act in self.spec.done(
            "rescission", "suspension of a notice", "resumption of a notice", *SET_BY_ALL, of=notice.id
        ):
            if not self.agreed(act) if act.kind in SET_BY_ALL else party not in act.by:
                continue  # of several who gave it together each acts for itself alone
            if running is not None and not self._came_before(act, running):
                continue
            if act.kind == "rescission":
                return None, None
            if act.kind in SET_BY_ALL:
                if stopped or clause.stay or running is None:
                    raise UnsettledError("all agree on a notice that is suspended or stayed")
                span = running = self._agreed(act)
                agreed = act
            elif act.kind == "suspension of a notice":
                stopped, running = stopped or act.day(), None
            elif stopped and act.kind == "resumption of a notice":
                if notice.recorded or agreed:
                    raise UnsettledError("a suspended notice whose end is recorded or agreed")
                given, resumed = self._resumed(party, notice, given, act.when, start=start, span=span, stopped=stopped)
                stopped = None
                if resumed is None:
                    return None, None
                span = resumed
                running = self._stayed(party, span, notice) if clause.stay else span
        return running, agreed

    def _came_before(self, act: Act, effect: Span) -> bool:
        """Whether an act came before a notice took effect (VCLT 68)."""
        done = self.world.span(act.when)
        if done.last < effect.first:
            return True
        return done.first < effect.last and self.world.whether("in time", act.id)

    def _agreed(self, act: Act) -> Span:
        """The end that all agreed on: the last day of an extension, the day for a withdrawal.

        Law: rule 2.
        """
        if act.kind == "agreement on withdrawal":
            assert act.effective is not None
            return self.world.named(act.effective)
        assert isinstance(act.until, date)
        return self.world.after(act.until)

    def _resumed(
        self, party: str, notice: Act, given: When, resumed: When, *, start: date, span: Span, stopped: date
    ) -> tuple[When, Span | None]:
        """A suspended notice that is taken up again: when it then counts as given, and its effect.

        The exit still comes only when the clause lets exits come: with a term, or on a day of the year.

        Law: rule 4.
        """
        assert self.spec.exit is not None
        clause = self.spec.exit.by(party)
        if clause.from_first_of_month or clause.lands != "that day":
            raise UnsettledError("a suspended notice whose period leads to the day of effect itself")
        day, free = civil_date(resumed), self.free_from(start)
        lost = day - stopped
        if clause.when in ("at the end of the term", "on a fixed day"):
            # A notice that was given in time stays so; one whose clock begins anew is one of the day of its resumption.
            counted = (
                self.counted(clause, given, start, day, lost)
                if self.world.goes_on
                else self.counted(clause, resumed, start)
            )
            if clause.when == "at the end of the term" and any(last in (day, stopped) for last in self.course.days):
                raise UnsettledError("a notice suspended or resumed on the last day of the term")
            return (given if self.world.goes_on else resumed), counted and self._at_the_earliest(notice, counted, free)
        if self.world.goes_on:
            last = self.world.day_of(span.first) - ONE_DAY + lost
            return given, self._at_the_earliest(notice, self.world.after(last), free)
        return resumed, self._at_the_earliest(notice, self.period_from(resumed, clause.notice), free)

    def _stayed(self, party: str, span: Span, notice: Act) -> Span | None:
        """A conflict puts an exit off to its end; None for one without end.

        Some clauses look at the conflicts in which a State is when it gives the notice (Geneva 1949, art. 142), others
        at those when the exit would come (Mine Ban Convention, art. 20(3)).

        Law: VCLT 54(a).
        """
        clause = self.spec.exit
        assert clause is not None
        for conflict in self.spec.done("engagement in a conflict", by=party):
            begun = self.world.span(conflict.when)
            if clause.stay_if_given and conflict.day() == notice.day("received"):
                raise UnsettledError("a notice on the day of a conflict's outbreak")
            if clause.stay_if_given and conflict.day() > notice.day("received"):
                continue
            over = [self.world.after(act.day()) for act in self.spec.done("end of a conflict", of=conflict.id)]
            if span.last <= begun.first or (over and over[0].last <= span.first):
                continue
            if span.first <= begun.last and span.first < span.last:
                raise UnsettledError("an exit on the day of a conflict's outbreak")
            if not over:
                return None
            # Until a conflict is over is until the end of that day.
            span = over[0]
        return span


SET_BY_ALL = ("extension of a notice", "agreement on withdrawal")
