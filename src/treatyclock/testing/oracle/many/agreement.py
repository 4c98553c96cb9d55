"""Who must agree, and whether all have: to an end, to an extension, to an exit (VCLT 39, 54(b))."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain

from treatyclock.testing.oracle.days import Span, UnsettledError
from treatyclock.testing.oracle.many.endings import Spell
from treatyclock.testing.oracle.many.entry import Entry
from treatyclock.testing.oracle.many.treaty import NOTICES, Act, Spec
from treatyclock.testing.oracle.many.worlds import ManyWorld


class Agreement:
    """Whether all who are parties agree.

    Attributes:
        spec: The treaty.
        world: The world.
        entry: Who consented when.
        spells: When each State was a party, as far as that is worked out.
    """

    spec: Spec
    world: ManyWorld
    entry: Entry
    spells: Mapping[str, Sequence[Spell]]

    def together(self, act: Act) -> set[str]:
        """All who have agreed by an act to what it says, by that act or by acts of their own before it (VCLT 13).

        Law: rule 2.
        """
        said = (act.of, act.until, act.effective)
        found = set(act.by)
        for other in self.spec.done(act.kind):
            if (other.of, other.until, other.effective) != said or set(other.by) <= set(act.by):
                continue
            if other.day() == act.day():
                raise UnsettledError("two acts of one day that say the same")
            days = (day for party in other.by for day in self._days_of_consent(party))
            if other.day() < act.day() and any(other.day() <= day <= act.day() for day in days):
                raise UnsettledError("a consent between two acts that say the same")
            found |= set(other.by) if other.day() < act.day() else set()
        return found

    def _all_agree(self, act: Act) -> bool:
        """Whether an agreement is by all who are parties when it is made (VCLT 39, 54(b)).

        Law: rule 2.
        """
        by = self.together(act)
        made = self.world.span(act.when)
        inside = {party: self.inside(party, made) for party in self.spec.parties}
        if self.entry.day is None or made.first < self.world.midnight(self.entry.day):
            return self._all_agree_before(act, by)
        if any(self.entry.since(each) <= act.day() < each.day() for each in chain(*self.entry.consents.values())):
            raise UnsettledError("an agreement between the day from which a consent counts and its arrival")
        started = [spell for spells in self.spells.values() for spell in spells if spell.consent]
        if any(spell.start <= act.day() < self.spec.act(spell.consent).day("received") for spell in started):
            raise UnsettledError("an agreement between the day of a State's entry and the arrival of its consent")
        others = [party for party in self.spec.parties if party not in by]
        came = {self.entry.since(consent) for party in others for consent in self.entry.consents[party]}
        if not self.inside_before(act) and any(act.day() in self._days_of_consent(party) for party in by):
            raise UnsettledError("an agreement on the day of the first consents")
        ends = [spell.end for party in others for spell in self.spells[party] if spell.end and spell.end.exact]
        if any(inside[party] is None for party in others) or act.day() in (came | {end.named for end in ends}):
            raise UnsettledError("an agreement on the day on which another State comes or goes")
        if by == set(self.spec.parties):
            return True  # whoever else is a party: an act of all who are listed is taken as one of all
        if not any(each is not False for each in inside.values()):
            return False
        if any(inside[party] for party in others):
            return False
        if len(by) == 1 and act.kind == "extension of the term":
            raise UnsettledError("the only party prolongs the treaty alone")
        return True

    def _all_agree_before(self, act: Act, by: set[str]) -> bool:
        """Whether an agreement is by all who have consented, before the treaty is in force for anybody.

        Law: rule 2.
        """
        consents = self.entry.consents
        if by == set(self.spec.parties):
            if any(self.entry.standing(party, act.day(), consents[party]) for party in self.spec.parties):
                return True
            ends_it = act.kind == "termination by consent"
            if not any(consents.values()) and not (self.spec.provisional and ends_it):
                return True
            if self.spec.provisional and not ends_it:
                raise UnsettledError("what is only applied provisionally is prolonged before anybody has consented")
            # What States may agree that negotiated the treaty, before any of them has consented, no rule says.
            return self.world.whether("agreed before anybody has consented", act.id)
        others = [party for party in self.spec.parties if party not in by]
        if any(self.entry.since(consent) == act.day() for party in others for consent in consents[party]):
            raise UnsettledError("an agreement on the day on which another State consents")
        withdrawn = self.spec.done("withdrawal of consent", *NOTICES)
        if any(gone.day() == act.day() and not set(gone.by) <= by for gone in withdrawn):
            raise UnsettledError("an agreement on the day on which another State takes back its consent")
        bound = [party for party in self.spec.parties if self.entry.standing(party, act.day(), consents[party])]
        if not bound:
            raise UnsettledError("some agree before anybody has consented")
        if set(bound) <= by and len(by) == 1 and act.kind == "extension of the term":
            raise UnsettledError("the only State that has consented prolongs the treaty alone")
        return set(bound) <= by

    def _days_of_consent(self, party: str) -> set[date]:
        """The dates of a State's acts of consent, and those of their arrival."""
        return {each.day(which) for each in self.entry.consents[party] for which in ("dated", "received")}

    def inside_before(self, act: Act) -> bool:
        """Whether anybody was a party before the day of an act."""
        begun = self.world.midnight(act.day())
        return any(self.world.midnight(spell.start) < begun for spells in self.spells.values() for spell in spells)

    def inside(self, party: str, when: Span) -> bool | None:
        """Whether a State is a party at a time; None if that is not known.

        Law: VCLT 2(1)(g).
        """
        found: bool | None = False
        for spell in self.spells[party]:
            start = self.world.midnight(spell.start)
            if start <= when.first and (spell.end is None or when.last < spell.end.span.first):
                return True
            if start <= when.last and (spell.end is None or when.first < spell.end.span.last):
                found = None
        return found
