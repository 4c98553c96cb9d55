"""A treaty's life in one world: who was a party when, and when the treaty was in force."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import chain

from treatyclock.testing.oracle.days import ONE_DAY, Moment, Span, UnsettledError
from treatyclock.testing.oracle.many.before import Before
from treatyclock.testing.oracle.many.endings import Ending, Spell
from treatyclock.testing.oracle.many.entry import Entry
from treatyclock.testing.oracle.many.notices import Notices
from treatyclock.testing.oracle.many.term import Course
from treatyclock.testing.oracle.many.treaty import NEED_ALL, NOTICES, Act, Spec
from treatyclock.testing.oracle.many.worlds import ManyWorld

LONG_AGO = date(1900, 1, 1)
"""A day before all that was done."""


class Life(Before):
    """Who was a party when; ``end`` is the end that comes to all, ``gone`` the time when nobody was left."""

    def __init__(self, spec: Spec, world: ManyWorld) -> None:
        self.spec = spec
        self.world = world
        self.entry = Entry(spec, world)
        self.agreed: list[Act] = []
        day, met = self.entry.day, self.entry.met
        unexplained = bool(spec.recorded and day) and (met is None or day is None or met > day)
        if unexplained and spec.exit and spec.exit.chain and any(spec.done(*NOTICES)):
            raise UnsettledError("a notice to follow, perhaps of a State that is not listed")
        self._work_out()
        while self._let_out() or self._waits_for_a_second():
            self._work_out()
        # Who must agree is told by what was agreed before.
        for act in spec.done(*NEED_ALL):
            if self._all_agree(act):
                if self.entry.more_than_listed(self.together(act)):
                    raise UnsettledError("an agreement of those listed, who are not all")
                self.agreed.append(act)
                self._work_out()
        self.in_force = self._in_force()

    def _work_out(self) -> None:
        """Work out what holds for each State, then what ends the treaty for all."""
        extensions = [act for act in self.agreed if act.kind == "extension of the term"]
        self.course = Course(self.spec, self.world, self._term_runs_from(), extensions)
        together = self.spec.exit and (self.spec.exit.chain or any(not side.alone for side in self.spec.sides))
        starts = {
            party: [start for consent in consents if (start := self.entry.start(party, consent, False))]
            for party, consents in (self.entry.consents.items() if together else ())
        }
        self.notices = Notices(
            self.spec, self.world, self.course, self.agreed.__contains__, starts, runs=self.entry.runs_its_period
        )
        self.exits: dict[tuple[str, date], list[Ending]] = {}
        self.early = {}
        self.own = {party: self._own_spells(party) for party in self.spec.parties}
        self._side_out_before()
        self.end = self._end_for_all()
        day = self.entry.day
        if day and self.end and self.end.span.first <= self.world.midnight(day) < self.end.span.last:
            raise UnsettledError("the end within the day of entry")
        self.spells = {
            party: self._not_twice(
                [cut for spell in spells if (cut := self._cut(party, spell)) and not self._notified_too_late(spell)]
            )
            for party, spells in self.own.items()
        }

    def _term_runs_from(self) -> date | None:
        """The day of entry into force; any day for a treaty applied provisionally whose term is not counted from it.

        What is over as a treaty can be applied by nobody, in force or not (VCLT 25(1), 54(a)).
        """
        term = self.spec.term
        if self.entry.day or not self.spec.provisional or term is None or (term.lasts and not term.anchor):
            return self.entry.day
        if not any(self.entry.begun_provisionally(party) for party in self.spec.parties):
            return None
        return LONG_AGO

    def _notified_too_late(self, spell: Spell) -> bool:
        """Whether it began by a succession notified after the end, and by that never began: no rule says (VCSST 22)."""
        consent = self.spec.act(spell.consent)
        if consent.kind != "succession" or self.end is None:
            return False
        day = self.entry.since(consent)
        if self.world.midnight(day + ONE_DAY) <= self.end.span.first:
            return False
        if self.end.span.last > self.world.midnight(day):
            raise UnsettledError("a succession notified on the day of the end")
        return not self.world.whether("a succession in spite of the end", consent.id)

    # --- for each State -------------------------------------------------------------------------

    def _own_spells(self, party: str) -> list[Spell]:
        """Go through what a State did, from one time of being a party to the next.

        Law: rule 5.
        """
        spells: list[Spell] = []
        for consent in self.entry.consents[party]:
            since = self.entry.since(consent)
            start = self.entry.start(party, consent, bool(spells))
            if start is None:
                continue
            if spells:
                end = spells[-1].end
                alone = self.entry.start(party, consent, False)
                if start < spells[-1].start or (alone and alone < spells[-1].start):
                    raise UnsettledError("a later consent from an earlier day")
                if end is None or self._still_in(end, since):
                    continue
                if self.world.midnight(since) < end.span.last or (end.exact and since == end.named):
                    raise UnsettledError("consent on the day of the exit")
                if self.world.midnight(start) < end.span.last:
                    raise UnsettledError("back before gone")
            left_by = [spell.end.act for spell in spells if spell.end]
            if self.entry.withdrawn(party, consent, since, start, left_by):
                continue
            ended = self._ended_memberships(party, consent)
            if ended is None:
                continue
            arrived = consent.day("received")
            if any(start <= notice.day() < arrived for notice in self.spec.done(*NOTICES, by=party)):
                raise UnsettledError("a notice before the State's consent had arrived")
            self._joined_alone(party, since)
            own = self._own_end(party, start, ended)
            # A notice may have been given while the treaty was only applied provisionally.
            if (
                own
                and own.rule in ("end of membership", "end by notice")
                and own.span.last <= self.world.midnight(start)
            ):
                self.early |= {} if own.rule != "end by notice" or party in self.early else {party: own}
                continue
            if own and own.span.first <= self.world.midnight(start):
                raise UnsettledError("gone within the day of entry")
            spells.append(Spell(start, consent.id, own))
        return spells

    def _own_end(self, party: str, start: date, ended: Sequence[Act]) -> Ending | None:
        """How a State's time as a party ends by what it does itself.

        Law: VCLT 42(2), 54.
        """
        given = [notice for notice in self.spec.done(*NOTICES, by=party) if self._of_its_side(party, notice)]
        found = [(notice, self.notices.by_notice(party, notice, start)) for notice in given]
        ends = [end for notice, end in found if end and not self._falls_in_part(party, notice, end)]
        for act in ended:
            span = self.world.named(act.recorded) if act.recorded else self._membership_over(act)
            if self._regained(party, act, span) and not self.world.whether("the end of membership stands", act.id):
                continue
            ends.append(Ending(span, "end of membership", act.id, named=act.recorded or self._dated_end(act)))
        self.exits[party, start] = ends
        return self._first(ends)

    def notice_of(self, party: str, notice: Act) -> Ending | None:
        """What a notice brings to a State that only applies the treaty provisionally.

        Law: VCLT 25(2).
        """
        return self.notices.by_notice(party, notice, LONG_AGO) if self._of_its_side(party, notice) else None

    def _still_in(self, end: Ending, since: date) -> bool:
        """Whether a State consents before its exit, so that it is a party already.

        Law: VCLT 68.
        """
        if self.world.midnight(since + ONE_DAY) > end.span.first:
            return False
        acts = [act for act in self.spec.acts if act.id == end.act]
        if any(act.day("dated") <= since for act in acts):
            # It may take the notice back (VCLT 68), begin anew, or have no effect.
            raise UnsettledError("consent while the State's exit is pending")
        return True

    def _ended_memberships(self, party: str, consent: Act) -> list[Act] | None:
        """The ends of membership that may end what a consent began; None if no member gave it.

        Only a member can be a party: who consents after its membership ended has become a member again, as an act says,
        or perhaps.

        Law: VCLT 54(a).
        """
        if not self.spec.tied:
            return []
        since = self.entry.since(consent)
        acts = self.spec.done("end of membership", by=party)
        # Whichever date counts, consent is established when its instrument arrives (VCLT 16).
        days = (since, consent.day("dated"), consent.day("received"))
        first, last = min(days), max(days)
        if any(first <= act.day() <= last for act in acts):
            raise UnsettledError("consent on the day on which membership ends")
        before = [act for act in acts if act.day() < since]
        if consent.effective and any(consent.effective <= act.day() for act in before):
            raise UnsettledError("a succession from a day on which its author was a member, notified when it was none")
        if before:
            again = [act.day() for act in self.spec.done("membership", by=party) if act.day() > before[-1].day()]
            if since in again:
                raise UnsettledError("consent on the day on which membership begins")
            if not any(day < since for day in again) and not self.world.whether("a member again", consent.id):
                return None
        return [act for act in acts if act.day() > since]

    def _regained(self, party: str, over: Act, end: Span) -> bool:
        """Whether a State is a member again before it has ceased to be a party: whether it then does, is open.

        Law: VCLT 54(a).
        """
        found = self.spec.done("membership", by=party)
        if any(act.day() == over.day() for act in found):
            raise UnsettledError("a membership that begins and ends on one day")
        since = [self.world.midnight(act.day() + ONE_DAY) for act in found if act.day() > over.day()]
        return any(each <= end.first for each in since)

    def _dated_end(self, act: Act) -> date | None:
        """The day that an end of membership is of, where the State is out with it and no hour is told."""
        graced = self.spec.tied is not None and bool(self.spec.tied.period)
        return None if graced or isinstance(act.when, Moment) else act.day()

    def _membership_over(self, act: Act) -> Span:
        """When a State is out that has ceased to be a member (VCLT 54(a))."""
        assert self.spec.tied is not None
        if not self.spec.tied.period and not isinstance(act.when, Moment):
            return self.world.named(
                act.day()
            )  # its date is that of the end: the last day of membership, or the first out
        return self.notices.run_out(act.when, self.spec.tied)

    def _not_twice(self, spells: list[Spell]) -> list[Spell]:
        """Leave out a time that would begin while an earlier one still runs: who stays in need not come back.

        Law: VCLT 24(3).
        """
        found: list[Spell] = []
        for spell in spells:
            last = found[-1].end if found else None
            if not found or (last and last.span.last <= self.world.midnight(spell.start)):
                found.append(spell)
        return found

    def _cut(self, party: str, spell: Spell) -> Spell | None:
        """Cut a State's time as a party where the treaty itself ends.

        Law: VCLT 70(1).
        """
        if self.end is None:
            return spell
        if self.end.span.last <= self.world.midnight(spell.start):
            return None
        if self.end.span.first <= self.world.midnight(spell.start):
            raise UnsettledError("the end within the day of entry")
        own = spell.end
        for_all = self.spec.end and self.spec.exit and self.spec.exit.for_all and own and own.notice
        if for_all or (self.spec.end and own and own.span == self.by_a_side):
            # Who gives notice leaves when all do, on the day that is recorded; so does who was the last to leave a
            # side. Whether it leaves before that by another exit, no rule says.
            assert own is not None
            if any(own.span.last < each.span.last < self.end.span.last for each in self.exits[party, spell.start]):
                raise UnsettledError("another exit, after one in whose place the record has the end for all")
            own = None
        return Spell(spell.start, spell.consent, self._first([end for end in (own, self.end) if end]))

    def _in_force(self) -> list[Spell]:
        """The times in which the treaty is in force for anybody, and so at all (VCLT 2(1)(g), 24, 54).

        Whether a State can join what all parties have left is open: where it cannot, it never becomes a party.

        Law: rule 8.
        """
        day, met = self.entry.day, self.entry.met
        unexplained = bool(self.spec.recorded and day) and (met is None or day is None or met > day)
        nobody = unexplained and self._all_later(day) and not self.world.whether("a party on the recorded day", "all")
        if (unexplained and not nobody) or not any(self.entry.consents.values()):
            # The treaty is in force for others than those of whom the record knows that they consented.
            over = day is None or (self.end is not None and self.end.span.last <= self.world.midnight(day))
            silent = not any(self.entry.consents.values()) and self.spec.consents_came_out_later
            # No consent of which the record tells was known: whether it was in force for anybody, nobody knew.
            over = over or (silent and not self.world.whether("a party by then", "all"))
            return [] if over or day is None else [Spell(day, "", self.end)]
        found: list[Spell] = []
        otherwise = (
            day is not None and bool(self.spec.recorded) and not nobody and self.spec.recorded != self.entry.counted
        )
        for spell in sorted(chain.from_iterable(self.spells.values()), key=lambda each: each.start):
            last = found[-1].end if found else None
            start = self.world.midnight(spell.start)
            if found and (last is None or start <= last.span.first):
                found[-1] = replace(found[-1], end=self._later(last, spell.end))
            elif last and not self.world.left_can_be_joined:
                self._shut_out(spell.start)
                break
            else:
                # A day that was recorded otherwise than counted bound somebody, be it a State that the record lacks.
                start_of_all = day if day and otherwise and not found else spell.start
                found.append(replace(spell, start=start_of_all, consent=""))
        return found

    def _all_later(self, day: date | None) -> bool:
        """Whether all parties are listed with their consents, each from after the recorded day of entry.

        Whether anybody was bound by then is open: no instrument stands for that of a State named (VCLT 24(1)).
        """
        if day is None or self.entry.more_than_listed() or not any(self.spells.values()):
            return False
        consents = self.entry.consents
        return all(consents[party] and self.entry.since(consents[party][0]) > day for party in self.spec.parties)

    def _later(self, one: Ending | None, other: Ending | None) -> Ending | None:
        if one is None or other is None:
            return None
        latest = max(one, other, key=lambda end: end.span.last)
        return replace(latest, span=Span(max(one.span.first, other.span.first), latest.span.last))

    def _shut_out(self, day: date) -> None:
        """Let nobody become a party from a day on.

        Law: rule 8.
        """
        self.spells = {party: [each for each in spells if each.start < day] for party, spells in self.spells.items()}

    # --- where things may turn ------------------------------------------------------------------

    def all_spells(self) -> list[Spell]:
        """The times as a party of all States, and the treaty's own."""
        spells = [spell for found in self.spells.values() for spell in found]
        return [*spells, *self.in_force]

    def edges(self) -> Iterator[datetime]:
        """The instants at which something may turn."""
        days: set[date] = {act.day("dated") for act in self.spec.acts}
        for spell in self.all_spells():
            days.add(spell.start)
            if spell.end:
                yield from (spell.end.span.first, spell.end.span.last)
        for act in self.spec.acts:
            if isinstance(act.when, Moment):
                yield act.when.instant
            days |= {day for day in (act.effective, act.until, act.recorded) if isinstance(day, date)}
        days |= {self.spec.end.day} if self.spec.end else set()
        for day in days:
            yield self.world.midnight(day)
            yield self.world.midnight(day + ONE_DAY)

    def telling_days(self) -> set[date]:
        """Days on or about which an act may matter."""
        days = {act.day(which) for act in self.spec.acts for which in ("dated", "received")}
        days |= {spell.start for spell in self.all_spells()}
        days |= {self.world.day_of(spell.end.span.first) for spell in self.all_spells() if spell.end}
        clause = self.spec.exit
        for last in self.course.days:
            days.add(last)
            if clause and clause.when == "at the end of the term":
                days.add(self.world.deadline(last, clause.notice))
        for spells in self.spells.values():
            for spell in spells[:1]:
                for window in self.notices.windows(spell.start):
                    days |= set(window)
                if free := self.notices.free_from(spell.start):
                    days.add(free)
        if clause and clause.first_notice:
            days |= {self.notices.ready_from(act.day()) for act in self.spec.done("first notice")}
        if clause and clause.cut_off:
            days |= {date(year, *clause.cut_off) for year in range(1938, 1950)}
        return {day for day in days if day.year < 1956}
