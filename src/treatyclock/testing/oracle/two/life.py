"""A treaty of two parties, lived through one day at a time."""

from datetime import UTC, date, datetime, timedelta

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
from treatyclock.testing.oracle.two.treaty import (
    PARTIES,
    Answer,
    Extension,
    Notice,
    Renewal,
    Spec,
    anchor_day,
    entry_day,
    first_consent,
    notice_period,
)
from treatyclock.testing.oracle.two.worlds import TwoWorld, as_counted, worlds

LAST_DAY_OF_INTEREST = date(1970, 1, 1)


class Life:
    """The treaty's life in one world, lived day by day.

    The state at the end of a lived day: the block that runs and its last day, the notices that may still take effect,
    since when the treaty can be left at any time, and since when it is over, perhaps or surely.
    """

    def __init__(self, spec: Spec, world: TwoWorld) -> None:
        self.spec = spec = as_counted(spec, world)
        self.world = world
        self.entry = entry_day(spec)
        if world.takes_back and any(map(self._early, spec.notices)):
            self.entry = None
        self.block = 0
        # The last day that was named, and the block in which it was: what follows is counted from there.
        self.named: tuple[date, int] | None = None
        self.last_day = self._first_last_day()
        self.used: list[Extension] = []
        # When all agreed on the day to which the term is prolonged.
        self.prolonged: date | None = None
        self.notices = [notice for notice in spec.notices if self.entry and world.day(notice.when) >= self.entry]
        self.given: dict[Notice, When] = {notice: notice.when for notice in self.notices}
        self.effects = {notice: self._effect(notice) for notice in self.notices} if spec.denunciation else {}
        self.stopped: dict[Notice, date] = {}
        self.free_since: datetime | None = None
        if spec.denunciation and spec.denunciation.when == "at any time":
            self.free_since = datetime.min.replace(tzinfo=UTC)
        self.perhaps_over: datetime | None = None
        self.over: datetime | None = None
        if self.entry:
            self._live_on()
        self._end_as_recorded()

    def _early(self, notice: Notice) -> bool:
        """Whether a notice came after its author's consent and before the entry into force (VCLT 24(4)).

        Law: rule 4.
        """
        consents = self.spec.ratifications if self.spec.entry == "ratified by all" else self.spec.signatures
        done, day = consents.get(notice.party), self.world.day(notice.when)
        early = self.entry is not None and done is not None and done <= day < self.entry
        if early and self.spec.entry == "fixed date":
            raise UnsettledError("a notice before the date that the treaty names for its entry into force")
        return early and self.spec.entry != "instruments exchanged"

    def at(self, at: datetime) -> str:
        """Say whether the treaty was in force.

        Law: VCLT 24, 54, 70(1).
        """
        if self.entry is None:
            # What ended was perhaps in force before, by acts that are not on record; and perhaps it never was.
            return "unknown" if self.over is not None and at < self.over else "no"
        if at < self.world.midnight(self.entry):
            return "no"
        if self.over is not None and self.over <= at:
            return "no"
        if self.perhaps_over is not None and self.perhaps_over <= at:
            return "unknown"
        return "yes"

    def _end_as_recorded(self) -> None:
        """A recorded end is a fact, which goes before what the clauses and the acts on record give.

        Law: a fact on the record that the depositary keeps (VCLT 77).
        """
        end = self.spec.end
        if end is None:
            return
        out = self.world.named_day_is_out if end.is_out is None else end.is_out
        over = self.world.midnight(end.day if out else end.day + ONE_DAY)
        if self.entry and over <= self.world.midnight(self.entry):
            raise UnsettledError("an end recorded for a day before the entry into force")
        self.perhaps_over = self.over = over

    def _live_on(self) -> None:
        """Live through the days on which something may happen, until the treaty is over (rule 1)."""
        assert self.entry is not None
        # The term may run before the treaty is in force. Two more days: an exact notice printed with the date of
        # entry may, on the world's clock, lie that much earlier.
        day = min(self.entry, anchor_day(self.spec) or self.entry, self.last_day or self.entry) - 2 * ONE_DAY
        days = [civil_date(act.when) for act in self.spec.terminations]
        days += [civil_date(act.when) for act in self.spec.answers]
        agreed = [(each.by, civil_date(each.when)) for each in self.spec.terminations]
        agreed += [(each.by, each.when) for each in self.spec.extensions]
        day = min([day, *days, *([self.world.day(self.spec.event) - ONE_DAY] if self.spec.event else [])])
        if self.spec.term is None and any(set(each.by) == set(PARTIES) for each in self.spec.extensions):
            raise UnsettledError("a last day agreed for a treaty that has no term")
        if any(set(by) == set(PARTIES) and day < first_consent(self.spec) for by, day in agreed):
            # What States may agree that negotiated the treaty, before any of them has consented, no rule says.
            raise UnsettledError("an agreement of both before either had consented")
        for each in self.spec.terminations:
            # By both parties, at any time (VCLT 54(b)); an act by one has no effect.
            if set(each.by) == set(PARTIES):
                ends = [civil_date(other.when) for other in self.spec.terminations if other is not each]
                made, over = civil_date(each.when), each.effective or civil_date(each.when)
                if any(made <= day <= over for day in (*ends, *(other.when for other in self.spec.extensions))):
                    raise UnsettledError("a later agreement of all on another end")
                self._end(self.world.named(each.effective) if each.effective else self.world.span(each.when))
        marked = {answer.when for answer in self.spec.answers}
        marked |= {self.world.day(self.spec.event) - ONE_DAY} if self.spec.event else set()
        after = self.world.midnight(day + ONE_DAY)
        while day <= LAST_DAY_OF_INTEREST and (self.over is None or after - ONE_DAY < self.over):
            if self.notices or day in marked or day == self.last_day:  # on other days nothing happens
                self._live(day, after)
            day += ONE_DAY
            after += ONE_DAY

    def _live(self, day: date, after: datetime) -> None:
        """Live through one day, until the midnight after it."""
        for answer in self.spec.answers:
            if answer.when == day:
                self._answer(answer)
        if day == self.last_day:
            self._end_block(day, after)
        if self.free_since is not None and self.notices:
            self._heed_notices(after, self.free_since)
        term, event = self.spec.term, self.spec.event
        if term and term.until_event and event and not term.plus and self.world.day(event) == day + ONE_DAY:
            self._end(self.world.until_event(event))

    # --- the term -------------------------------------------------------------------------------

    def _first_last_day(self) -> date | None:
        """The last day of the term, None while it has not begun to run.

        Law: VCLT 54(a).
        """
        term = self.spec.term
        if term is None or self.entry is None:
            return None
        if term.until:
            self.named = (term.until, 0)
            return term.until
        if term.until_event:
            if self.spec.event is None or not term.plus:
                return None
            return last_day(civil_date(self.spec.event), term.plus, self.world.first_day, self.world.month_end)
        anchor = anchor_day(self.spec)
        return last_day(anchor, term.lasts, self.world.first_day, self.world.month_end) if anchor else None

    def _end_block(self, day: date, after: datetime) -> None:
        """The last day of a block: the treaty ends if a notice was in time for it, or goes on as agreed.

        Law: rule 1; VCLT 54(a).
        """
        denunciation, renewal = self.spec.denunciation, self.spec.renewal
        agreed = self._agreed
        if self._prolonged_by_all(day):
            return
        if denunciation and denunciation.when == "at the end of the term":
            deadline = self.world.deadline(day, denunciation.notice)
            for notice in [notice for notice in self.notices if self._in_time(notice, deadline)]:
                # Whether a notice outlives what all agreed on after it, no rule says (VCLT 30(3), 68).
                if self.world.superseded and self.prolonged and civil_date(self.given[notice]) <= self.prolonged:
                    self.notices.remove(notice)
                else:
                    if notice.effective and notice.effective > day + ONE_DAY:
                        raise UnsettledError("a notice in time for the end of a term that names a later day")
                    self._take_effect(notice, Span(after, after))
        if renewal and renewal.block and (renewal.times is None or self.block < renewal.times):
            self.block += 1
            self.last_day = self._last_day_of_block(renewal)
            assert self.last_day > day
        elif renewal and renewal.then_indefinite:
            if any(each.in_force > day for each in agreed):
                raise UnsettledError("an end agreed for a treaty that has no term any more")
            self.last_day = None
            if denunciation and self.free_since is None:
                self._judge_late_notices(day)
                self.free_since = after
        else:
            self._end(Span(after, after))

    @property
    def _agreed(self) -> list[Extension]:
        return [each for each in self.spec.extensions if set(each.by) == set(PARTIES)]

    def _prolonged_by_all(self, day: date) -> bool:
        """Whether both parties had agreed by the last day of a block to put the end off.

        Law: rules 1 and 2.
        """
        agreed = self._agreed
        by_period = [each for each in agreed if each.period and each.in_force <= day and each not in self.used]
        if by_period:
            if len(agreed) > 1:
                raise UnsettledError("an extension by a period beside another one")
            (each,) = by_period
            assert each.period is not None
            self.used.append(each)
            # What follows a last day begins with the day after it, and that day counts.
            self.last_day = last_day(day + ONE_DAY, each.period, True, self.world.month_end)
            self.named, self.prolonged = (self.last_day, self.block), each.when
            return True
        named = [
            each for each in agreed if each.until and each.in_force <= min(day, each.until) and each not in self.used
        ]
        if any(each.until < day for each in named if each.until):
            # Whether all mean to end it with that day, or only to put off an end, no rule says (VCLT 31, 54(b)).
            raise UnsettledError("an extension that makes the term shorter")
        self.used += named
        longer = [each.until for each in named if each.until and day < each.until]
        if longer:
            self.last_day = max(longer)
            self.named = (self.last_day, self.block)
            self.prolonged = max(each.when for each in agreed if each.until == self.last_day)
            return True
        return False

    def _last_day_of_block(self, renewal: Renewal) -> date:
        """The last day of a renewal, counted from the term's anchor, or from the day after a last day that is named.

        Law: rule 9.
        """
        if self.named:
            day, number = self.named
            # The day after counts.
            more = renewal.longer_by(Period(), number, self.block)
            return last_day(day + ONE_DAY, more, True, self.world.month_end)
        anchor, term = anchor_day(self.spec), self.spec.term
        assert anchor is not None
        assert term is not None
        lasts = renewal.longer_by(term.lasts, 0, self.block)
        return last_day(anchor, lasts, self.world.first_day, self.world.month_end)

    # --- notices --------------------------------------------------------------------------------

    def _in_time(self, notice: Notice, deadline: date) -> bool:
        given = self.given[notice]
        return notice not in self.stopped and self._by_end_of(given, deadline)

    def _judge_late_notices(self, term_ends: date) -> None:
        """What becomes of notices given before the end of the term, and too late for it, when no term follows.

        Its own period runs, but cannot reach back into the term; or it counts as if it were given once the term is
        over, and the first day without a term is the first of its period; or it has no effect.

        Law: rule 4; VCLT 54(a).
        """
        clause = self.spec.denunciation
        assert clause is not None
        deadline = self.world.deadline(term_ends, clause.notice)
        for notice in self.notices.copy():
            given = self.given[notice]
            if self._by_end_of(given, deadline) or not self._by_end_of(given, term_ends):
                continue
            if any(each.notice == notice.id for each in self.spec.answers):
                raise UnsettledError("a late notice that was suspended")
            if self.world.late_notice == "without effect":
                self.notices.remove(notice)
            elif self.world.late_notice == "from the end of the term":
                period, last = notice_period(clause), term_ends
                if period:
                    last = last_day(term_ends + ONE_DAY, period, True, self.world.month_end)
                effect = self.world.after(last)
                self.effects[notice] = (
                    effect.or_later(self.world.named(notice.effective)) if notice.effective else effect
                )

    def _by_end_of(self, when: When, day: date) -> bool:
        if isinstance(when, Moment):
            return when.instant < self.world.midnight(day + ONE_DAY)
        return when <= day

    def _heed_notices(self, after: datetime, since: datetime) -> None:
        """Let every notice take effect whose own time is up by the end of the day.

        Law: rule 4.
        """
        for notice in self.notices.copy():
            effect = self.effects[notice]
            if effect.last <= after and notice not in self.stopped:
                self._take_effect(notice, Span(max(effect.first, since), max(effect.last, since)))

    def _effect(self, notice: Notice) -> Span:
        """When a notice that runs from its own date would end the treaty.

        Law: rule 4; VCLT 78.
        """
        clause = self.spec.denunciation
        assert clause is not None
        given, period = self.given[notice], notice_period(clause)
        effect = self.world.span(given)
        if period:
            counts, month_end = self.world.notice_first_day, self.world.month_end
            effect = self.world.after(last_day_of_notice(civil_date(given), period, counts, month_end))
            if isinstance(given, Moment):  # it has no effect before it is given (VCLT 78)
                effect = effect.or_later(self.world.span(given))
        return effect.or_later(self.world.named(notice.effective)) if notice.effective else effect

    def _answer(self, answer: Answer) -> None:
        """Suspend a notice, or take it up again: its clock goes on where it stopped, or begins anew.

        Law: rule 4.
        """
        assert isinstance(answer.when, date)
        clause = self.spec.denunciation
        notice = next((each for each in self.notices if each.id == answer.notice), None)
        if notice is None or clause is None:
            return
        if answer.kind == "suspension of a notice":
            effect, made = self.effects[notice], self.world.span(answer.when)
            if self.free_since and effect.first <= made.last and notice not in self.stopped:
                raise UnsettledError("a notice suspended on the day on which it takes effect")
            if self.last_day == answer.when and clause.when == "at the end of the term":
                raise UnsettledError("a notice suspended on the last day of the term")
            self.stopped.setdefault(notice, answer.when)
        elif notice in self.stopped:
            if any(civil_date(notice.when) <= each.when <= answer.when for each in self.spec.extensions):
                raise UnsettledError("the term prolonged after a notice that is then taken up again")
            lost: timedelta = answer.when - self.stopped.pop(notice)
            if self.last_day == answer.when and clause.when == "at the end of the term":
                raise UnsettledError("a notice resumed on the last day of the term")
            if not self.world.goes_on:
                self.given[notice] = answer.when
                self.effects[notice] = self._effect(notice)
                return
            # What was given in time for the end of a term stays so; a period goes on where it stopped.
            if notice.effective:
                raise UnsettledError("a suspended notice that names a day")
            # It takes no effect before it is taken up, though its period may have run out before it was suspended.
            before, made = self.effects[notice], self.world.span(answer.when)
            self.effects[notice] = Span(before.first + lost, before.last + lost).or_later(made)

    def _take_effect(self, notice: Notice, effect: Span) -> None:
        """End the treaty, unless the notice was taken back before.

        Law: rule 4; VCLT 68.
        """
        self.notices.remove(notice)
        takings_back = [self.world.span(act.when) for act in self.spec.rescissions if act.notice == notice.id]
        if any(taking_back.last < effect.first for taking_back in takings_back):
            return
        if any(taking_back.first < effect.last for taking_back in takings_back):
            # Nobody knows which came first, so the treaty goes on, but only perhaps.
            self.perhaps_over = _earlier(self.perhaps_over, effect.first)
            return
        self._end(effect)

    def _end(self, effect: Span) -> None:
        self.perhaps_over = _earlier(self.perhaps_over, effect.first)
        self.over = _earlier(self.over, effect.last)


def lives(spec: Spec) -> list[Life]:
    """The treaty's life in every world."""
    return [Life(spec, world) for world in worlds(spec)]


def truth(found: list[Life], at: datetime) -> str:
    """Whether the treaty was in force: "yes" or "no" if so in every world, otherwise "unknown"."""
    answers = {life.at(at) for life in found}
    return answers.pop() if len(answers) == 1 else "unknown"


def _earlier(known: datetime | None, new: datetime) -> datetime:
    return new if known is None else min(known, new)
