"""The slow answer for treaties of many parties, to test the library against.

Written from the law and from what the grammar of treaty files says, and sharing no code with the library; dates are
counted as in ``oracle.py``. It tries every convention that the treaty leaves open (a *world* is one choice of all of
them), and in each world works out for every State when it was a party. All worlds agree: that is the answer. They do
not: the answer is "unknown". Where the law itself has no answer it says so: :class:`UnsettledError`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import product

from oracle import (
    ONE_DAY,
    TICK,
    Moment,
    Period,
    Renewal,
    Span,
    When,
    World,
    civil_date,
    count_back,
    last_day,
)

SIGNING = ("signature", "definitive signature", "signature ad referendum")
RATIFYING = ("ratification", "acceptance", "approval", "accession")
NOTICES = ("denunciation", "withdrawal")
LAST_YEAR_OF_INTEREST = 1956

BEFORE, PROVISIONAL, PARTY = "before", "provisionally applying", "party"
SUSPENDED, SURVIVING, FORMER = "suspended", "surviving effect", "former party"
IN_FORCE = (PARTY, SUSPENDED)


class UnsettledError(Exception):
    """The law does not say what follows, for example of two acts of one day of which one excludes the other."""


@dataclass(frozen=True)
class Act:
    """What somebody did; ``when`` is the date it bears."""

    id: str
    kind: str
    by: tuple[str, ...]
    when: When
    received: date | None = None
    domestic: date | None = None
    effective: date | None = None
    until: When | None = None
    recorded: date | None = None
    counts: bool = True
    grounds: str = ""
    of: str | None = None

    def on(self, which: str) -> When:
        """The date that a rule runs from; an act with one date has it for every purpose."""
        if which == "received" and self.received:
            return self.received
        if which == "domestic" and self.domestic:
            return self.domestic
        return self.when

    def day(self, which: str = "received") -> date:
        """The same as a day."""
        return civil_date(self.on(which))


@dataclass(frozen=True)
class Condition:
    """What brings the treaty into force; which fields matter depends on the kind."""

    kind: str
    by: tuple[str, ...] = ()
    number: int = 0
    day: date | None = None
    period: Period = Period()
    act: str = ""
    parts: tuple["Condition", ...] = ()

    def walk(self) -> Iterator["Condition"]:
        """It and all within it."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True)
class Delay:
    """How long after a day something comes, and on which day that ends."""

    period: Period = Period()
    from_first_of_month: bool = False
    lands: str = "that day"


@dataclass(frozen=True)
class Joining:
    """From when the treaty is in force for later joiners."""

    delay: Delay = Delay()
    counts_from: str = "received"


@dataclass(frozen=True)
class Term:
    """A term: a period from the entry into force or a day, or up to a day or hour, or until an event and longer."""

    lasts: Period | None = None
    anchor: date | None = None
    until: When | None = None
    until_event: str | None = None
    plus: Period = Period()
    first_day_counts: bool | None = None


@dataclass(frozen=True)
class LockIn:
    """A time in which nobody may leave; ``bars`` None leaves it open what it keeps back."""

    lasts: Period
    own: bool = False
    bars: str | None = None


@dataclass(frozen=True)
class Window:
    """Times in which alone a notice may be given."""

    every: Period
    lasts: Period
    anchor: str | date = "entry into force"


@dataclass(frozen=True)
class Exit:
    """The clause on denunciation."""

    when: str
    notice: Period = Period()
    notice_when_indefinite: Period | None = None
    runs_from: str = "received"
    first_day_counts: bool | None = None
    for_all: bool = False
    lock_in: LockIn | None = None
    window: Window | None = None
    on: tuple[int, int] | None = None
    cut_off: tuple[int, int] | None = None
    needs_ground: bool = False
    stay: bool = False


@dataclass(frozen=True)
class Grace:
    """A period that runs from an act, of which the text says whether its first day counts."""

    period: Period
    first_day_counts: bool


@dataclass(frozen=True)
class Sunset:
    """Surviving effect; ``lasts`` None is without limit."""

    lasts: Period | None
    from_notice: bool
    first_day_counts: bool


@dataclass(frozen=True)
class Provisional:
    """Provisional application."""

    declared: bool = False
    since: date | None = None
    until: date | None = None
    notice: Grace = Grace(Period(), False)


@dataclass(frozen=True)
class Spec:
    """A treaty of many parties as plain data."""

    parties: tuple[str, ...]
    midnights: tuple[int, ...]
    condition: Condition
    delay: Delay = Delay()
    on: date | None = None
    not_before: date | None = None
    counts_from: str = "received"
    recorded: date | None = None
    joining: Joining | None = None
    provisional: Provisional | None = None
    term: Term | None = None
    renewal: Renewal | None = None
    exit: Exit | None = None
    tied: Grace | None = None
    sunset: Sunset | None = None
    month_end: str | None = None
    total: int = 100
    weights: Mapping[str, int] = field(default_factory=dict, hash=False)
    acts: tuple[Act, ...] = ()

    def done(self, *kinds: str, by: str | None = None, of: str | None = None) -> list[Act]:
        """The acts of some kinds, by date."""
        found = [
            act
            for act in self.acts
            if act.kind in kinds and (by is None or by in act.by) and (of is None or act.of == of)
        ]
        return sorted(found, key=lambda act: act.day())

    def act(self, id: str) -> Act:
        """The act of that id."""
        return next(act for act in self.acts if act.id == id)


@dataclass(frozen=True)
class ManyWorld(World):
    """One choice of every convention, and of what came first where nobody knows."""

    lock_in: str
    grounds: bool
    taken_back: frozenset[str]

    def settle(self, day: date, period: Period) -> date:
        """The day that lies a period after another."""
        return last_day(day, period, False, self.month_end)


@dataclass(frozen=True)
class Ending:
    """An end that comes at one instant of a span, perhaps by a notice of some day.

    ``printed`` is the date of an end that comes at an hour, by the clock that it is printed with.
    """

    span: Span
    notice: date | None = None
    printed: date | None = None


@dataclass(frozen=True)
class Spell:
    """One time of being a party, from the beginning of a day to an end; what follows the end is told by ``after``."""

    start: date
    end: Ending | None


def worlds(spec: Spec) -> Iterator[ManyWorld]:
    """Every way of filling in what the treaty leaves open; trying one that makes no difference does no harm."""
    term, clause = spec.term, spec.exit
    named = any(act.effective or act.recorded for act in spec.acts) or (clause and clause.on)
    bars = clause.lock_in.bars if clause and clause.lock_in else "notice"
    first_day = term.first_day_counts if term else False
    notice_first_day = clause.first_day_counts if clause else False
    rescissions = [act.id for act in spec.done("rescission")]
    for offset, first, notice_first, month_end, effect, lock_in, grounds in product(
        spec.midnights,
        (True, False) if first_day is None else (first_day,),
        (True, False) if notice_first_day is None else (notice_first_day,),
        ("clamp", "roll") if spec.month_end is None else (spec.month_end,),
        (True, False) if named else (True,),
        ("notice", "exit") if bars is None else (bars,),
        (True, False) if clause and clause.needs_ground else (True,),
    ):
        for came in product((True, False), repeat=len(rescissions)):
            taken = frozenset(id for id, true in zip(rescissions, came, strict=True) if true)
            yield ManyWorld(offset, first, notice_first, month_end, effect, lock_in, grounds, taken)


class Life:
    """A treaty's life in one world."""

    def __init__(self, spec: Spec, world: ManyWorld) -> None:
        """Work out what holds for all, then for each State."""
        self.spec = spec
        self.world = world
        self.consents = {party: self._consents(party) for party in spec.parties}
        self.met = self._met()
        self.entry = self._entry()
        self.spells = {party: self._own_spells(party) for party in spec.parties}
        self.end = self._end_for_all()
        if self.entry and self.end and self.end.span.first <= world.midnight(self.entry) < self.end.span.last:
            raise UnsettledError("the end within the day of entry")
        for party, spells in self.spells.items():
            self.spells[party] = [cut for spell in spells if (cut := self._cut(spell))]

    # --- entry into force ---------------------------------------------------------------------

    def _met(self) -> date | None:
        """The first day on which the condition holds."""
        condition = self.spec.condition
        met = next((day for day in self._days_of_conditions() if self._holds(condition, day)), None)
        if met in {act.day() for act in self.spec.done("withdrawal of consent")} & {
            self.consented(act) for party in self.spec.parties for act in self.consents[party]
        }:
            raise UnsettledError("a consent withdrawn on the day on which another was enough")
        return met

    def _days_of_conditions(self) -> list[date]:
        days = {act.day(which) for act in self.spec.acts for which in ("dated", "received", "domestic")}
        for part in self.spec.condition.walk():
            if part.day:
                days.add(part.day)
            if part.kind == "elapsed":
                days.add(self.world.settle(self.spec.act(part.act).day(), part.period))
        return sorted(days)

    def _holds(self, condition: Condition, day: date) -> bool:
        """Whether a condition holds at the end of a day."""
        parties = self.spec.parties
        states = {party for party in parties if self.standing(party, day, self.consents[party])}
        by = condition.by or self.spec.parties
        if condition.kind in ("signed", "fixed date"):
            # Who takes back a ratification has still signed.
            binding = [act for party in parties for act in self.consents[party]]
            for party in by:
                done = [act for act in self.signed(party) if act.day("dated") <= day]
                undone = [act for act in done if act in binding and not self.standing(party, day, [act], "dated")]
                if len(done) == len(undone):
                    return False
            return True
        if condition.kind == "ratified":
            return states >= set(by)
        counting = [
            party for party in parties if self.standing(party, day, [c for c in self.consents[party] if c.counts])
        ]
        if condition.kind == "pairwise":
            # From the second instrument for the first two, then for each with all before it: as for later joiners.
            return len(counting) >= 2
        if condition.kind == "instruments":
            return len(set(counting) & set(by)) >= condition.number
        if condition.kind == "share":
            weight = sum(self.spec.weights.get(party, 0) for party in counting)
            return 100 * weight >= condition.number * self.spec.total
        if condition.kind == "exchanged":
            return any(act.day() <= day for act in self.spec.done("exchange of instruments"))
        if condition.kind == "event":
            return self.spec.act(condition.act).day() <= day
        if condition.kind == "not before":
            assert condition.day is not None
            return condition.day <= day
        if condition.kind == "elapsed":
            return self.world.settle(self.spec.act(condition.act).day(), condition.period) <= day
        quantifier: Callable[[Iterator[bool]], bool] = all if condition.kind == "all of" else any
        return quantifier(self._holds(part, day) for part in condition.parts)

    def signed(self, party: str) -> list[Act]:
        """A State's signatures; one ad referendum counts only once it is confirmed."""
        return [
            act
            for act in self.spec.done(*SIGNING, by=party)
            if act.kind != "signature ad referendum" or self.spec.done("confirmation of a signature", of=act.id)
        ]

    def _consents(self, party: str) -> list[Act]:
        """A State's acts of consent; a plain signature is one only where nothing more is called for."""
        kinds = {part.kind for part in self.spec.condition.walk()}
        more = self.spec.done("ratification", "acceptance", "approval")
        binds = "signed" in kinds or ("fixed date" in kinds and not more)
        signed = [act for act in self.signed(party) if binds or act.kind != "signature"]
        return sorted([*signed, *self.spec.done(*RATIFYING, by=party)], key=self.consented)

    def consented(self, act: Act) -> date:
        """The day from which a consent counts."""
        return act.day(self.spec.counts_from)

    def standing(self, party: str, day: date, acts: Sequence[Act], which: str | None = None) -> bool:
        """Whether a State was bound on a day by one of some acts of consent, before the treaty was in force."""
        back = self.spec.done("withdrawal of consent", by=party)
        since = [act.day(which or self.spec.counts_from) for act in acts]
        return any(done <= day and not any(done <= gone.day() < day for gone in back) for done in since)

    def _entry(self) -> date | None:
        """The day on which the treaty enters into force."""
        return self.spec.recorded or self._counted_entry()

    def _counted_entry(self) -> date | None:
        """The day that the clause gives."""
        spec = self.spec
        if self.met is None:
            return None
        in_time = spec.on is not None and self.met <= spec.on
        day = spec.on if in_time and spec.on else self.delayed(self.met, spec.delay)
        if spec.condition.kind == "fixed date" and spec.condition.day:
            day = max(spec.condition.day, self.met)
        return max(day, spec.not_before) if spec.not_before else day

    def delayed(self, day: date, delay: Delay) -> date:
        """The day that comes after a delay; the day of the event is day 0."""
        reached = self.world.settle(day.replace(day=1) if delay.from_first_of_month else day, delay.period)
        if delay.lands == "the day after":
            return reached + ONE_DAY
        if delay.lands == "the first of the next month":
            return (reached.replace(day=1) + timedelta(days=32)).replace(day=1)
        return reached

    def _start(self, party: str, consent: Act, again: bool) -> date | None:
        """When the treaty enters into force for a State by a consent."""
        spec = self.spec
        if self.entry is None:
            return None
        if consent.recorded:
            return max(consent.recorded, self.entry)
        since = self.consented(consent)
        if not again and since <= self.entry and self._among_the_first(since):
            return self.entry
        joining = spec.joining or Joining(counts_from=spec.counts_from)
        return max(self.entry, self.delayed(consent.day(joining.counts_from), joining.delay))

    def _among_the_first(self, since: date) -> bool:
        """Whether a consent was there when the condition was met: by the record, where that differs from the count."""
        spec = self.spec
        if spec.condition.kind == "fixed date":
            return True  # the day itself is what the treaty names, and it had not passed
        if spec.recorded and self.recorded_differs():
            return self.entry is not None and self.delayed(since, spec.delay) <= self.entry
        return self.met is not None and since <= self.met

    def recorded_differs(self) -> bool:
        """Whether the day that the depositary recorded is not the one that the count gives."""
        return self.spec.recorded != self._counted_entry()

    # --- for each State -----------------------------------------------------------------------

    def _own_spells(self, party: str) -> list[Spell]:
        """Go through what a State did, from one time of being a party to the next."""
        if self.entry is None:
            return []
        consents = self.consents[party]
        spells: list[Spell] = []
        for consent in consents:
            since = self.consented(consent)
            again = bool(spells)
            if again:
                end = spells[-1].end
                if end is None or self.world.midnight(since + ONE_DAY) <= end.span.first:
                    continue
                if self.world.midnight(since) < end.span.last or since == end.printed:
                    raise UnsettledError("consent on the day of the exit")
            start = self._start(party, consent, again)
            if start is None or self._withdrawn(party, since, start):
                continue
            if again and self.world.midnight(start) < spells[-1].end.span.last:  # type: ignore[union-attr]
                raise UnsettledError("back before gone")
            own = self._own_end(party, start)
            if own and own.span.first <= self.world.midnight(start):
                raise UnsettledError("gone within the day of entry")
            spells.append(Spell(start, own))
        return spells

    def _withdrawn(self, party: str, since: date, start: date) -> bool:
        """Whether a consent was withdrawn before the treaty was in force for the State."""
        return any(since <= back.day() < start for back in self.spec.done("withdrawal of consent", by=party))

    def _own_end(self, party: str, start: date) -> Ending | None:
        """How a State's time as a party ends by what it does itself."""
        ends = [end for notice in self.spec.done(*NOTICES, by=party) if (end := self._by_notice(party, notice, start))]
        if self.spec.tied:
            for act in self.spec.done("end of membership", by=party):
                if act.day() < start:
                    raise UnsettledError("a State joins that is no member any more")
                if act.recorded:
                    ends.append(Ending(self._named(act.recorded)))
                else:
                    ends.append(Ending(self._run_out(act.when, self.spec.tied)))
        return self._first(ends)

    def _first(self, ends: Sequence[Ending]) -> Ending | None:
        """The first of several ends, as far as that is known."""
        if not ends:
            return None
        span = Span(min(end.span.first for end in ends), min(end.span.last for end in ends))
        notices = {end.notice for end in ends if end.span.first <= span.last}
        if len(notices) > 1 and self.spec.sunset and self.spec.sunset.from_notice:
            raise UnsettledError("survival from one of several notices")
        printed = [end.printed for end in ends if end.span == span]
        return Ending(span, notices.pop(), printed[0] if printed else None)

    def _run_out(self, when: When, grace: Grace) -> Span:
        """When a period from an act is over."""
        if not grace.period:
            return self.world.span(when)
        last = last_day(civil_date(when), grace.period, grace.first_day_counts, self.world.month_end)
        return self._after(last)

    def _after(self, last: date) -> Span:
        after = self.world.midnight(last + ONE_DAY)
        return Span(after, after)

    def _named(self, day: date) -> Span:
        """When an exit comes that is named or recorded for a day."""
        return self._after(day - ONE_DAY if self.world.named_day_is_out else day)

    # --- notices ------------------------------------------------------------------------------

    def _by_notice(self, party: str, notice: Act, start: date) -> Ending | None:
        """The end that a notice brings to a time as a party; None if it brings none."""
        clause = self.spec.exit
        if clause is None or notice.day(clause.runs_from) < start:
            return None
        if clause.needs_ground and not notice.grounds and not self.world.grounds:
            return None
        given = notice.on(clause.runs_from)
        free = self._free_from(start)
        if free and self.world.lock_in == "notice" and civil_date(given) < free:
            return None
        span = self._counted(clause, given, start)
        if span is None:
            return None
        if notice.effective:
            span = _later(span, self._named(notice.effective))
        if free and self.world.lock_in == "exit":
            span = _later(span, self._after(free - ONE_DAY))
        if notice.recorded:
            span = self._named(notice.recorded)
        stayed = self._stayed(party, span) if clause.stay else span
        if stayed is None or self._taken_back(notice, stayed):
            return None
        at_once = isinstance(given, Moment) and stayed == self.world.span(given)
        return Ending(stayed, notice.day(), civil_date(given) if at_once else None)

    def _before(self, when: When, day: date) -> bool:
        """Whether something was done before a day began: by the world's midnight if its hour is known.

        It is what ends at a midnight that is decided so; what begins with a day is open to every act printed with it,
        as the treaty itself is.
        """
        if isinstance(when, Moment):
            return when.instant < self.world.midnight(day)
        return when < day

    def _free_from(self, start: date) -> date | None:
        """The first day after the lock-in."""
        lock_in = self.spec.exit.lock_in if self.spec.exit else None
        if lock_in is None:
            return None
        assert self.entry is not None
        return self.world.settle(start if lock_in.own else self.entry, lock_in.lasts)

    def _counted(self, clause: Exit, given: When, start: date) -> Span | None:
        """When a notice takes effect by the clause's own count; None for never."""
        if clause.when == "at the end of the term":
            return self._at_end_of_term(clause, given, start)
        if clause.when == "in a window" and not any(
            civil_date(given) >= opens and self._before(given, closes + ONE_DAY)
            for opens, closes in self.windows(start)
        ):
            return None
        if clause.when == "on a fixed day":
            return self._on_fixed_day(clause, given)
        return self._period_from(given, clause.notice)

    def _period_from(self, given: When, period: Period) -> Span:
        assert self.spec.exit is not None
        return self._run_out(given, Grace(period, self.world.notice_first_day))

    def windows(self, start: date) -> Iterator[tuple[date, date]]:
        """The days on which each window opens and closes."""
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

    def _on_fixed_day(self, clause: Exit, given: When) -> Span:
        """The first of the yearly days of which the last cut-off before it is not past."""
        assert clause.on is not None
        assert clause.cut_off is not None
        year = civil_date(given).year - 1
        while True:
            day = date(year, *clause.on)
            cut_off = date(year if clause.cut_off < clause.on else year - 1, *clause.cut_off)
            if self._before(given, cut_off + ONE_DAY):
                return self._named(day)
            year += 1

    def _at_end_of_term(self, clause: Exit, given: When, start: date) -> Span | None:
        """The end of the first stretch of the term for which a notice is in time; after the last, any time."""
        for last in self.stretches():
            deadline = count_back(last, clause.notice, self.world.month_end)
            if last >= start and self._before(given, deadline + ONE_DAY):
                return self._after(last)
        if self.spec.renewal is None or not self.spec.renewal.then_indefinite:
            return None
        period = clause.notice if clause.notice_when_indefinite is None else clause.notice_when_indefinite
        *_, last = self.stretches()
        return _later(self._period_from(given, period), self._after(last))

    def _stayed(self, party: str, span: Span) -> Span | None:
        """A conflict puts an exit off to its end; None for one without end."""
        for conflict in self.spec.done("engagement in a conflict", by=party):
            begun = self.world.span(conflict.when)
            over = [self._after(act.day()) for act in self.spec.done("end of a conflict", of=conflict.id)]
            if span.last <= begun.first or (over and over[0].last <= span.first):
                continue
            if span.first <= begun.last and span.first < span.last:
                raise UnsettledError("an exit on the day of a conflict's outbreak")
            if not over:
                return None
            # Until a conflict is over is until the end of that day.
            span = over[0]
        return span

    def _taken_back(self, notice: Act, effect: Span) -> bool:
        for act in self.spec.done("rescission", of=notice.id):
            back = self.world.span(act.when)
            if back.last < effect.first or (back.first < effect.last and act.id in self.world.taken_back):
                return True
        return False

    # --- the end for all ----------------------------------------------------------------------

    def stretches(self) -> Iterator[date]:
        """The last day of the term, then of each renewal, counted from the term's anchor."""
        first = self.last_day_of_term()
        if first is None:
            return
        yield civil_date(first)
        renewal, term = self.spec.renewal, self.spec.term
        if renewal is None or renewal.block is None or term is None:
            return
        number = 0
        while renewal.times is None or number < renewal.times:
            number += 1
            if term.lasts:
                anchor = term.anchor or self.entry
                assert anchor is not None
                lasts = term.lasts.plus(renewal.block, number)
                last = last_day(anchor, lasts, self.world.first_day, self.world.month_end)
            else:
                # The block's first day is the day after the one that is named: it counts.
                block = Period().plus(renewal.block, number)
                last = last_day(civil_date(first) + ONE_DAY, block, True, self.world.month_end)
            yield last
            if renewal.times is None and last.year > LAST_YEAR_OF_INTEREST:
                return

    def last_day_of_term(self) -> When | None:
        """The last day of the first term, or the hour at which it ends; an extension in force by then puts it off."""
        term = self.spec.term
        if term is None or self.entry is None:
            return None
        if term.lasts:
            last: When = last_day(term.anchor or self.entry, term.lasts, self.world.first_day, self.world.month_end)
        elif term.until:
            last = term.until
        else:
            return None
        for act in sorted(self.spec.done("extension of the term"), key=_in_force_on):
            assert act.until is not None
            if self._in_force_before_end(_in_force_on(act), last):
                if self.world.span(act.until).last < self.world.span(last).last:
                    raise UnsettledError("an extension that makes the term shorter")
                last = act.until
        return last

    def _in_force_before_end(self, day: date, end: When) -> bool:
        if isinstance(end, Moment) and day == civil_date(end):
            raise UnsettledError("extended on the day on which it ends at an hour")
        return day <= civil_date(end)

    def _end_for_all(self) -> Ending | None:
        """The first end that comes to the treaty as a whole."""
        if self.entry is None:
            return None
        ends = [*self._end_of_term(), *self._terminated()]
        if self.spec.exit and self.spec.exit.for_all:
            ends += [spell.end for spells in self.spells.values() for spell in spells if spell.end and spell.end.notice]
        return self._first(ends)

    def _end_of_term(self) -> Iterator[Ending]:
        term, renewal = self.spec.term, self.spec.renewal
        if term is None:
            return
        if term.until_event:
            acts = [act for act in self.spec.acts if act.id == term.until_event]
            for act in acts:
                # Until something happens is until the end of that day.
                last = act.day()
                if term.plus:
                    last = last_day(last, term.plus, self.world.first_day, self.world.month_end)
                yield Ending(self._after(last))
            return
        if renewal and (renewal.times is None or renewal.then_indefinite):
            return
        *_, last = self.stretches()
        first = self.last_day_of_term()
        if isinstance(first, Moment) and not (renewal and renewal.block):
            yield Ending(Span(first.instant, first.instant), printed=civil_date(first))
        else:
            yield Ending(self._after(last))

    def _terminated(self) -> Iterator[Ending]:
        for act in self.spec.done("termination by consent"):
            yield Ending(self._named(act.effective) if act.effective else self.world.span(act.when))

    def _cut(self, spell: Spell) -> Spell | None:
        """Cut a State's time as a party where the treaty itself ends."""
        if self.end is None:
            return spell
        if self.end.span.last <= self.world.midnight(spell.start):
            return None
        if self.end.span.first <= self.world.midnight(spell.start):
            raise UnsettledError("the end within the day of entry")
        return Spell(spell.start, self._first([end for end in (spell.end, self.end) if end]))

    # --- answers ------------------------------------------------------------------------------

    def statuses(self, party: str | None, at: datetime) -> set[str]:
        """The standings that a State may have had at an instant; of the treaty itself, without a party."""
        if party is None:
            if self.entry is None:
                return {BEFORE}
            spells: list[Spell] = [Spell(self.entry, self.end)]
            if self.end and self.end.span.last <= self.world.midnight(self.entry):
                return {BEFORE}
        else:
            spells = self.spells[party]
        begun = [spell for spell in spells if self.world.midnight(spell.start) <= at]
        if not begun:
            return {BEFORE} if party is None else self._provisional(party, at)
        end = begun[-1].end
        found = set()
        if end is None or at < end.span.last:
            found |= self._suspended(party, at)
        if end is not None and at >= end.span.first:
            found.add(self._after_end(end, at))
        return found

    def _after_end(self, end: Ending, at: datetime) -> str:
        sunset = self.spec.sunset
        if sunset is None:
            return FORMER
        over = self.sunset_over(end)
        return SURVIVING if over is None or at < over else FORMER

    def sunset_over(self, end: Ending) -> datetime | None:
        """When surviving effect is over."""
        sunset = self.spec.sunset
        if sunset is None or sunset.lasts is None:
            return None
        counted_from_notice = sunset.from_notice and end.notice is not None
        # An end with the end of a day comes with the beginning of the next: that is the day it is counted from.
        base = end.notice if counted_from_notice and end.notice else end.printed or self.world.day_of(end.span.first)
        if not counted_from_notice and not end.printed and self.world.day_of(end.span.last) != base:
            raise UnsettledError("survival from an end on one of several days")
        return self._after(last_day(base, sunset.lasts, sunset.first_day_counts, self.world.month_end)).first

    def _suspended(self, party: str | None, at: datetime) -> set[str]:
        found = {PARTY}
        for act in self.spec.done("suspension"):
            if not set(self.spec.parties if party is None else (party,)) <= set(act.by):
                continue
            # As with entry into force, a day is taken from its beginning.
            begun = self._after((act.effective or act.day()) - ONE_DAY)
            ends = [self._after(act.until)] if isinstance(act.until, date) else []
            ends += [self._after(each.day() - ONE_DAY) for each in self.spec.done("resumption", of=act.id)]
            over = self._first([Ending(span) for span in ends])
            if at < begun.first or (over and at >= over.span.last):
                continue
            if at >= begun.last and (over is None or at < over.span.first):
                return {SUSPENDED}
            found.add(SUSPENDED)
        return found

    def _provisional(self, party: str, at: datetime) -> set[str]:
        clause = self.spec.provisional
        if clause is None:
            return {BEFORE}
        acts = self.spec.done(*(("provisional application",) if clause.declared else SIGNING), by=party)
        if not acts:
            return {BEFORE}
        begun = self._after(max(acts[0].day(), clause.since or date.min) - ONE_DAY)
        ends = [self._after(clause.until)] if clause.until else []
        ends += [
            self._run_out(act.when, clause.notice) for act in self.spec.done("end of provisional application", by=party)
        ]
        over = self._first([Ending(span) for span in ends])
        if at < begun.first or (over and at >= over.span.last):
            return {BEFORE}
        if at >= begun.last and (over is None or at < over.span.first):
            return {PROVISIONAL}
        return {BEFORE, PROVISIONAL}

    def between(self, one: str, other: str, at: datetime) -> set[bool]:
        """Whether the treaty may, and may not, have been in force between two States."""
        ways = product(self.statuses(one, at), self.statuses(other, at))
        return {a in IN_FORCE and b in IN_FORCE for a, b in ways}

    def edges(self) -> Iterator[datetime]:
        """The instants at which something may turn."""
        days: set[date] = {act.day("dated") for act in self.spec.acts}
        if self.entry:
            days.add(self.entry)
        spells = [spell for found in self.spells.values() for spell in found]
        for spell in (*spells, *([Spell(self.entry, self.end)] if self.entry else [])):
            days.add(spell.start)
            if spell.end:
                yield from (spell.end.span.first, spell.end.span.last)
                if self.spec.sunset and (over := self.sunset_over(spell.end)):
                    yield over
        for act in self.spec.acts:
            if isinstance(act.when, Moment):
                yield act.when.instant
        for day in days:
            yield self.world.midnight(day)
            yield self.world.midnight(day + ONE_DAY)

    def telling_days(self) -> set[date]:
        """Days on or about which an act may matter."""
        days = {act.day(which) for act in self.spec.acts for which in ("dated", "received")}
        days |= {spell.start for spells in self.spells.values() for spell in spells}
        ends = [spell.end for spells in self.spells.values() for spell in spells] + [self.end]
        days |= {self.world.day_of(end.span.first) for end in ends if end}
        clause = self.spec.exit
        for last in self.stretches():
            days.add(last)
            if clause and clause.when == "at the end of the term":
                days.add(count_back(last, clause.notice, self.world.month_end))
        for spells in self.spells.values():
            for spell in spells[:1]:
                for opens, closes in self.windows(spell.start):
                    days |= {opens, closes}
                if free := self._free_from(spell.start):
                    days.add(free)
        if clause and clause.cut_off:
            days |= {date(year, *clause.cut_off) for year in range(1938, 1950)}
        return {day for day in days if day.year < LAST_YEAR_OF_INTEREST}


def lives(spec: Spec) -> list[Life]:
    """The treaty's life in every world."""
    return [Life(spec, world) for world in worlds(spec)]


def statuses(found: Sequence[Life], party: str | None, at: datetime) -> set[str]:
    """Every standing that is possible at an instant, of a State or of the treaty itself."""
    return set().union(*(life.statuses(party, at) for life in found))


def truth(found: Sequence[Life], party: str | None, at: datetime) -> str:
    """Whether the treaty was in force for a State, or generally: "yes" or "no" if so in every world, else "unknown"."""
    return _agreed({status in IN_FORCE for status in statuses(found, party, at)})


def truth_between(found: Sequence[Life], one: str, other: str, at: datetime) -> str:
    """Whether the treaty was in force between two States."""
    return _agreed(set().union(*(life.between(one, other, at) for life in found)))


def interesting_instants(found: Sequence[Life]) -> list[datetime]:
    """The instants at which an answer may turn in some world, with their neighbours, in order."""
    edges = {edge for life in found for edge in life.edges()}
    return sorted({near for edge in edges for near in (edge - TICK, edge, edge + TICK)})


def _agreed(answers: set[bool]) -> str:
    if len(answers) > 1:
        return "unknown"
    return "yes" if answers == {True} else "no"


def _later(one: Span, other: Span) -> Span:
    return Span(max(one.first, other.first), max(one.last, other.last))


def _in_force_on(act: Act) -> date:
    return act.effective or act.day()
