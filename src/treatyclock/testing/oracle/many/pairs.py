"""What holds between two States: both are parties, neither objected, no agreement of some parts them (VCLT 20, 26)."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import product

from treatyclock.testing.oracle.days import ONE_DAY, Span
from treatyclock.testing.oracle.many.endings import Spell
from treatyclock.testing.oracle.many.life import Life
from treatyclock.testing.oracle.many.treaty import Act, Spec
from treatyclock.testing.oracle.many.worlds import ManyWorld

PARTY, SUSPENDED, FORMER = "party", "suspended", "former party"
IN_FORCE = (PARTY, SUSPENDED)
"""The standings of a State for which the treaty is in force."""


class Pairs:
    """What can be said of two States at an instant.

    Attributes:
        spec: The treaty.
        world: The world.
        life: Who was a party when.
        ended_by_some: Agreements to end it that not all made, who made each, and when each takes effect.
    """

    spec: Spec
    world: ManyWorld
    life: Life
    ended_by_some: Sequence[tuple[Act, set[str], Span]]

    def statuses(self, party: str | None, at: datetime) -> set[str]:
        """The standings that a State may have had at an instant."""
        raise NotImplementedError

    def between(self, one: str, other: str, at: datetime) -> set[bool]:
        """Whether the treaty may, and may not, have been in force between two States.

        Law: VCLT 24, 26.
        """
        side = self.spec.side(one)
        if side is not None and other in side.parties:
            return {False}
        objected = {
            this or that for this, that in product(self._objected(one, other, at), self._objected(other, one, at))
        }
        ways = product(self.statuses(one, at), self.statuses(other, at))
        in_force = {a in IN_FORCE and b in IN_FORCE for a, b in ways}
        found = ({False} if True in objected else set()) | (in_force if objected != {True} else set())
        return found | ({False} if self._perhaps_apart(one, other, at) else set())

    def _perhaps_apart(self, one: str, other: str, at: datetime) -> bool:
        """Whether an agreement of some may have ended it between two.

        Who consents to the treaty only after that is bound by it towards all. Whether it holds between them again where
        one of them left and came back, no rule says.

        Law: VCLT 26; VCLT 41, by analogy.
        """
        return any(
            {one, other} <= by and since.first <= at and self._bound(act, since, {one, other})
            for act, by, since in self.ended_by_some
        )

    def _bound(self, act: Act, since: Span, parties: set[str]) -> bool:
        """Whether each State had consented by the day of an agreement, and was not out again when it took effect.

        Law: VCLT 26.
        """
        bound = {
            party
            for party in parties
            for spell in self.life.spells[party]
            if self._first_of(spell.consent) <= (act.effective or act.day())
            and (spell.end is None or spell.end.span.last > since.first)
        }
        return bound == parties

    def _first_of(self, consent: str) -> date:
        """The day of a consent, or that of its instrument if earlier: the clause on joiners may count from it."""
        act = self.spec.act(consent)
        return min(self.life.entry.since(act), act.day("dated"))

    def _objected(self, one: str, other: str, at: datetime) -> set[bool]:
        """Whether one State's objection stands, or may, against the accession by which the other is a party.

        It is an objection of a State that had consented by then, and works from its own hour on, which its day does not
        tell. Whether it still stands where the objecting State left and came back, is open.

        Law: rule 7.
        """
        begun = [spell for spell in self.life.spells[other] if self.world.midnight(spell.start) <= at]
        stands = {False}
        for act in self.spec.done("objection to an accession", by=one):
            # Of two acts of consent of one day nobody knows which made the State a party.
            alike = self._of_that_day(other, begun[-1].consent) if begun else set()
            if act.of not in alike:
                continue
            since = self.world.span(act.when)
            over = self.world.midnight(act.until + ONE_DAY) if isinstance(act.until, date) else None
            spells = [spell for spell in self.life.spells[one] if not self._over(spell, since)]
            consents = self._not_spent(one, since)
            consented = self.life.entry.standing(one, act.day(), consents, "received")
            if not (consented or self.life.inside(one, since)) or at < since.first or (over and over <= at):
                continue
            if any(since.first <= self.world.midnight(spell.start) <= at for spell in self.life.spells[one][1:]):
                stands |= {True}
                continue
            bound = self.life.entry.standing(one, act.day() - ONE_DAY, consents, "received")
            bound = bound or any(spell.start < act.day() for spell in spells)
            came = {day for each in consents for day in (self.life.entry.since(each), each.day("received"))}
            came |= {spell.start for spell in spells}
            that_day = not bound and act.day() in came
            if len(alike) > 1 or that_day:
                stands |= {True}
            elif at >= since.last:
                return {True}
            else:
                stands |= {True}
        return stands

    def _over(self, spell: Spell, when: Span) -> bool:
        return spell.end is not None and spell.end.span.last <= when.first

    def _not_spent(self, party: str, when: Span) -> list[Act]:
        """A State's acts of consent but those by which it was bound until it left (VCLT 70(1))."""
        spells = self.life.spells[party]
        over = [spell for spell in spells if self._over(spell, when)]
        current = {spell.consent for spell in spells if spell not in over}
        left = [spell.end.span.last for spell in over if spell.end]
        return [
            each
            for each in self.life.entry.consents[party]
            if each.id in current or not any(self.world.midnight(each.day("received")) < end for end in left)
        ]

    def _of_that_day(self, party: str, id: str) -> set[str]:
        """A State's acts of consent of the day of another."""
        since, day = self.life.entry.since, self.life.entry.since(self.spec.act(id))
        return {consent.id for consent in self.life.entry.consents[party] if since(consent) == day}
