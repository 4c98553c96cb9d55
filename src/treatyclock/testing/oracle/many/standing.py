"""The standing of a State, of the treaty and of a pair at an instant, over one life and over all."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import combinations, product

from treatyclock.testing.oracle.days import ONE_DAY, TICK, Span, UnsettledError, last_day
from treatyclock.testing.oracle.many.endings import Ending, first
from treatyclock.testing.oracle.many.life import Life
from treatyclock.testing.oracle.many.pairs import FORMER, IN_FORCE, PARTY, SUSPENDED
from treatyclock.testing.oracle.many.suspensions import Suspensions
from treatyclock.testing.oracle.many.treaty import NOTICES, Act, Provisional, Spec
from treatyclock.testing.oracle.many.worlds import ManyWorld, as_counted, explored

BEFORE, PROVISIONAL = "before", "provisionally applying"
SURVIVING = "surviving effect"

_STOPS = ("end of provisional application", "withdrawal of consent", *NOTICES)


class Standing(Suspensions):
    """What can be said of any instant of a life."""

    def __init__(self, spec: Spec, world: ManyWorld) -> None:
        self.spec = spec = as_counted(spec, world)
        self.world = world
        self.life = Life(spec, world)
        self.applied = {party: self._applied_provisionally(party) for party in spec.parties}
        self.survival = {spell.end: self._sunset_over(spell.end) for spell in self.life.all_spells() if spell.end}
        self.own = {
            (party, spell.end): self._own_sunset_over(party, spell.end)
            for party in spec.parties
            for spell in self.life.spells[party]
            if spell.end
        }
        # Whether two of many that agree to end it have ended it between themselves, is open (VCLT 41, by analogy).
        self.ended_by_some = [
            (act, self.life.together(act), world.named(act.effective) if act.effective else world.span(act.when))
            for act in spec.done("termination by consent")
            if act not in self.life.agreed
        ]
        self.world.midnight(date(1940, 1, 1))  # every world says whose midnight is meant
        self.suspended_from = {act.id: self._suspended_from(act) for act in spec.done("suspension")}
        self.suspending = {
            (act, party): list(self._suspending(act, party))
            for act in spec.done("suspension")
            for party in spec.parties
        }
        self.by_itself = {  # every world says it, before any instant is asked about
            (act, party): self._authors(party, act) for act in spec.done("suspension") for party in spec.parties
        }
        asleep = bool(spec.provisional and self.suspended_from)
        self.not_applied = world.not_applied_while_suspended if asleep else False
        for act in spec.done("objection to an accession"):  # and whether who objected had taken back its consent
            for party in act.by:
                if self._taken_back_on(party, act.day()):
                    raise UnsettledError("an objection on the day on which its author takes back its consent")
                made, ends = world.span(act.when), [spell.end.span for spell in self.life.spells[party] if spell.end]
                if any(end.first <= made.last and made.first < end.last for end in ends):
                    raise UnsettledError("an objection on the day on which its author leaves")
                for day in (act.day(), act.day() - ONE_DAY):
                    self.life.entry.standing(party, day, self._not_spent(party, made), "received")

    def _taken_back_on(self, party: str, day: date) -> bool:
        """Whether a State takes back its consent on a day, before it is a party: it is open which act came first."""
        gone = self.spec.done("withdrawal of consent", *NOTICES, by=party)
        inside = any(spell.start <= day for spell in self.life.spells[party])
        return not inside and any(self.world.day(each.on("received")) == day for each in gone)

    def statuses(self, party: str | None, at: datetime) -> set[str]:
        """The standings that a State may have had at an instant; of the treaty itself, without a party.

        Law: VCLT 2(1)(f)-(g), 24, 70(1).
        """
        spells = self.life.in_force if party is None else self.life.spells[party]
        begun = [spell for spell in spells if self.world.midnight(spell.start) <= at]
        if not begun:
            return self._provisional_generally(at) if party is None else self._provisional(party, at)
        end = begun[-1].end
        found = set()
        if end is None or at < end.span.last:
            found |= self._suspended(party, at) if party else self._suspended_generally(at)
            found |= {FORMER} if self._perhaps_released(party, at) else set()
        if end is not None and at >= end.span.first:
            # Where several left at one instant, it survives between those for whom it does so longest.
            alike = [each for each in self.survival if each.span == end.span]
            overs = [self.own[party, end]] if party else [self._over_for_all(each) for each in alike or [end]]
            earlier = [self.own[party, spell.end] for spell in begun[:-1] if party and spell.end]
            if self.spec.sunset and any(over is None or over > at for over in earlier):
                raise UnsettledError("effect that survives from an earlier time as a party")
            survives = any(over is None or at < over for over in overs)
            found.add(SURVIVING if self.spec.sunset and survives else FORMER)
        return found

    def _sunset_over(self, end: Ending) -> datetime | None:
        """When surviving effect is over (VCLT 70(1)); None for never, or without such an effect."""
        sunset = self.spec.sunset
        events = [act for act in self.spec.acts if sunset and act.id == sunset.until_event]
        overs = [self.world.until_event(act.when).first for act in events]
        counted = self._sunset_counted(end)
        return min([*overs, counted] if counted else overs, default=None)

    def _own_sunset_over(self, party: str, end: Ending) -> datetime | None:
        """When it is over for a State: what one has performed of its own, it has performed for itself.

        Law: VCLT 70(1).
        """
        sunset, for_all = self.spec.sunset, self.life.end
        by_others = [a for a in self.spec.acts if sunset and a.id == sunset.until_event and party not in a.by]
        if not by_others or sunset is None or sunset.ends_for == "all":
            return self.survival[end]
        alone = for_all is None or for_all.span != end.span  # the treaty goes on for others
        own = sunset.ends_for == "its author" or (alone and self.world.event_is_its_authors)
        return self._sunset_counted(end) if own else self.survival[end]

    def _over_for_all(self, end: Ending) -> datetime | None:
        """When it survives for nobody: by what one of many has performed alone, never."""
        sunset = self.spec.sunset
        return self._sunset_counted(end) if sunset and sunset.ends_for == "its author" else self.survival[end]

    def _sunset_counted(self, end: Ending) -> datetime | None:
        """When the period is over for which effect survives; None where there is none.

        Law: rule 9; VCLT 70(1).
        """
        sunset = self.spec.sunset
        if sunset is None or sunset.lasts is None:
            return None
        # The date of termination is the day that is named for it; otherwise the first day out, or the last in force.
        if sunset.from_notice and end.notice:
            base = end.notice
        elif end.named:
            if end.exact and end.span.first == end.span.last == self.world.midnight(self.world.day_of(end.span.first)):
                raise UnsettledError("survival from an end at the hour of midnight, which belongs to two days")
            base = end.named
        else:
            base = self.world.day_of(end.span.first)
            if self.world.day_of(end.span.last) != base:
                raise UnsettledError("survival from an end on one of several days")
            midnight = Span(self.world.midnight(base), self.world.midnight(base))
            if end.span == midnight and not self.world.termination_is_out:
                base -= ONE_DAY
        return self.world.after(last_day(base, sunset.lasts, sunset.first_day_counts, self.world.month_end)).first

    # --- provisional application (VCLT 25) ------------------------------------------------------

    def _applied_provisionally(self, party: str) -> list[tuple[Span, Span | None]]:
        """The times for which a State applies the treaty provisionally, up to its own entry into force.

        Law: rule 6.
        """
        clause = self.spec.provisional
        if clause is None:
            return []
        begins = self.life.entry.begun_provisionally(party)
        stops = self.spec.done("end of provisional application", by=party)
        spells = self.life.spells[party]
        given_up = self.spec.done(*NOTICES, "withdrawal of consent", by=party)
        left = [spell.end.span.first for spell in spells if spell.end]
        if any(self.world.midnight(day + ONE_DAY) > over for over in left for day in begins):
            raise UnsettledError("a State that has left declares that it applies the treaty provisionally")
        # Who is a party need not apply it provisionally.
        begins = [day for day in begins if not spells or day < spells[0].start]
        if {act.day() for act in (*stops, *given_up)} & set(begins):
            raise UnsettledError("provisional application declared and ended on one day")
        found: list[tuple[Span, Span | None]] = []
        for day in begins:
            begun = self.world.after(max(day, clause.since or date.min) - ONE_DAY)
            ends = [self.world.after(clause.until)] if clause.until else []
            # Who gives notice or takes its consent back says that it will not become a party (VCLT 25(2)).
            for act in (*stops, *given_up):
                if act.day() > day:
                    ends += self._given_up_by(party, act, clause)
            if clause.lasts:
                last = last_day(
                    max(day, clause.since or date.min), clause.lasts, self.world.first_day, self.world.month_end
                )
                ends.append(self.world.after(last))
            if clause.ends_for_all:
                ends += self._ended_by_others(party, begun)
            ends += [self.life.end.span] if self.life.end else []
            # Who agrees to end it says so too, whatever day is recorded as that of the end (VCLT 25(2), 54(b)).
            said = list(self.life.said_to_be_over())
            if any(act.day() == day for act, _ in said):
                raise UnsettledError("provisional application begun on the day on which all end the treaty")
            ends += [end.span for act, end in said if act.day() > day and party in self.life.together(act)]
            if self.spec.lapses and self.life.entry.day is None:
                ends.append(self.world.after(self.spec.lapses))  # it is applied pending an entry that can come no more
            ends += [] if spells else self._nobody_left()
            over = first([Ending(span, "end of provisional application") for span in ends])
            found.append((begun, over.span if over else None))
        return found

    def _given_up_by(self, party: str, act: Act, clause: Provisional) -> list[Span]:
        """When it ends by an act of the State: after the period for that, or as a notice to end the treaty.

        Law: VCLT 25(2).
        """
        if not self.life.entry.runs_its_period(party, act):
            return [self.life.notices.run_out(act.on("received"), clause.notice)]
        leaving = self.spec.exit
        assert leaving is not None
        if leaving.when not in ("at any time", "on a fixed day") or leaving.lock_in or leaving.first_notice:
            raise UnsettledError("a notice whose time is counted from an entry into force that has not come")
        end = self.life.notice_of(party, act)
        return [end.span] if end else []

    def _ended_by_others(self, party: str, begun: Span) -> list[Span]:
        """The ends by another's notice, where one ends it for all: what was begun before such an end ends with it.

        Law: VCLT 25(2).
        """
        clause = self.spec.provisional
        assert clause is not None
        notices = self.spec.done("end of provisional application")
        others = [act for act in notices if party not in act.by and self._of_its_side(act)]
        ends = [self.life.notices.run_out(act.on("received"), clause.notice) for act in others]
        if any(self.world.midnight(self.world.day_of(end.first)) == begun.first for end in ends):
            raise UnsettledError("provisional application begun on the day on which another's notice ends it for all")
        return [end for end in ends if begun.first < end.last]

    def _of_its_side(self, notice: Act) -> bool:
        """Whether all on a side gave a notice who applied it provisionally: only then is it that of the side.

        What that of some comes to, the text says: it has no effect, or ends it for them.

        Law: VCLT 25(2).
        """
        clause, day = self.spec.provisional, notice.day()
        assert clause is not None
        for author in notice.by:
            side = self.spec.side(author)
            others = [each for each in side.parties if each not in notice.by] if side else []
            days = [begun for each in others for begun in self.life.entry.begun_provisionally(each)]
            if all(begun > day for begun in days):
                return True
            stopped = any(
                set(act.by) & set(others) and act.day() <= day for act in self.spec.acts if act.kind in _STOPS
            )
            if day in days or clause.since or clause.until or clause.lasts or clause.beside or stopped:
                raise UnsettledError("whether others on that side applied it provisionally when a notice was given")
        return False

    def _nobody_left(self) -> list[Span]:
        """When the treaty ended since all had left, if by that it ended: no rule says so, and none the contrary."""
        last = self.life.in_force[-1].end if self.life.in_force else None
        if last is None or last == self.life.end or self.world.left_can_be_joined:
            return []
        return [last.span]

    def _provisional(self, party: str, at: datetime) -> set[str]:
        """Whether a State applies it, and all do without whom it does not.

        Law: VCLT 25(1).
        """
        found = self._by_its_own_acts(party, at)
        clause = self.spec.provisional
        beside = clause.beside if clause and party not in clause.beside else ()
        for other in beside:
            ways = product(found, self.statuses(other, at))
            found = {own if theirs in (PROVISIONAL, *IN_FORCE) else BEFORE for own, theirs in ways}
        return found

    def _by_its_own_acts(self, party: str, at: datetime) -> set[str]:
        found = {BEFORE}
        # What is applied provisionally binds as if in force (ILC guideline 6): so it may sleep as if in force.
        if self.not_applied and self._asleep_before(party, at) == {SUSPENDED}:
            return found
        for begun, over in self.applied[party]:
            if at < begun.first or (over and at >= over.last):
                continue
            if (over is None or at < over.first) and not self._sleeps_perhaps(party, at):
                return {PROVISIONAL}
            found.add(PROVISIONAL)
        return found

    def _sleeps_perhaps(self, party: str, at: datetime) -> bool:
        return self.not_applied and SUSPENDED in self._asleep_before(party, at)

    def _provisional_generally(self, at: datetime) -> set[str]:
        """Whether two at least apply it who do not stand on one side: one alone has nobody towards whom to apply it."""
        applied = {party: self._provisional(party, at) for party in self.spec.parties}
        found = {BEFORE}
        for one, other in combinations(self.spec.parties, 2):
            side = self.spec.side(one)
            if side is not None and other in side.parties:
                continue
            if applied[one] == applied[other] == {PROVISIONAL}:
                return {PROVISIONAL}
            if PROVISIONAL in applied[one] & applied[other]:
                found.add(PROVISIONAL)
        return found

    def _perhaps_released(self, party: str | None, at: datetime) -> bool:
        """Whether a State may be a party no more, being released from each of the others; or all from each other.

        Law: VCLT 2(1)(g), 41 by analogy.
        """
        if not any(since.first <= at for _, _, since in self.ended_by_some):
            return False
        there = [each for each in self.spec.parties if self._there(each, {PARTY}, at) != {FORMER}]
        pairs = [pair for pair in combinations(there, 2) if party is None or party in pair]
        sides = [self.spec.side(one) for one, _ in pairs]
        pairs = [pair for pair, side in zip(pairs, sides, strict=True) if side is None or pair[1] not in side.parties]
        if not pairs or not all(self._perhaps_apart(*pair, at) for pair in pairs):
            return False
        later = any(self.world.midnight(each.start) > at for spells in self.life.spells.values() for each in spells)
        if self.spec.sunset or self.spec.minimum or self.spec.sides or later or self._of_two:
            raise UnsettledError("a State that is perhaps released from all others, where more hangs on that")
        return True

    @property
    def _of_two(self) -> bool:
        """Whether the number of two parties matters to the treaty."""
        return self.spec.condition.kind == "pairwise" or self.life.entry.by_two()

    def edges(self) -> list[datetime]:
        """The instants at which something may turn."""
        found = [*self.life.edges(), *(over for over in (*self.survival.values(), *self.own.values()) if over)]
        for begun, over in (each for times in self.applied.values() for each in times):
            found += [begun.first, begun.last, *((over.first, over.last) if over else ())]
        return found


def lives(spec: Spec) -> list[Standing]:
    """The treaty's life in every world."""
    return list(explored(spec, lambda world: Standing(spec, world)))


def statuses(found: Sequence[Standing], party: str | None, at: datetime) -> set[str]:
    """Every standing that is possible at an instant, of a State or of the treaty itself."""
    return set().union(*(life.statuses(party, at) for life in found))


def truth(found: Sequence[Standing], party: str | None, at: datetime) -> str:
    """Whether the treaty was in force for a State, or generally: "yes" or "no" if so in every world, else "unknown"."""
    return _agreed({status in IN_FORCE for status in statuses(found, party, at)})


def truth_between(found: Sequence[Standing], one: str, other: str, at: datetime) -> str:
    """Whether the treaty was in force between two States."""
    return _agreed(set().union(*(life.between(one, other, at) for life in found)))


def interesting_instants(found: Sequence[Standing]) -> list[datetime]:
    """The instants at which an answer may turn in some world, with their neighbours, in order."""
    edges = {edge for life in found for edge in life.edges()}
    return sorted({near for edge in edges for near in (edge - TICK, edge, edge + TICK)})


def _agreed(answers: set[bool]) -> str:
    """The answer of all worlds; without any, nothing was known."""
    if len(answers) != 1:
        return "unknown"
    return "yes" if answers == {True} else "no"
