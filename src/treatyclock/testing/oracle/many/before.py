"""What keeps a treaty from the entry into force that its condition would bring (VCLT 2(1)(a), 24(1), 25(2))."""

from abc import abstractmethod
from collections.abc import Collection
from datetime import date

from treatyclock.testing.oracle.days import UnsettledError
from treatyclock.testing.oracle.many.conditions import by_one
from treatyclock.testing.oracle.many.endings import Ending, first
from treatyclock.testing.oracle.many.negotiating import negotiating
from treatyclock.testing.oracle.many.notices import SET_BY_ALL
from treatyclock.testing.oracle.many.sides import Sides
from treatyclock.testing.oracle.many.treaty import NOTICES, Act

COUNTED_FROM = ("at the end of the term", "in a window")


class Before(Sides):
    """Who could be a party at first, and who was out before.

    Attributes:
        early: Of each State whose notice was over before the entry into force, the end that it brought.
    """

    early: dict[str, Ending]

    @abstractmethod
    def notice_of(self, party: str, notice: Act) -> Ending | None:
        """What a notice brings to a State that only applies the treaty provisionally."""

    def _waits_for_a_second(self) -> bool:
        """Whether by the clause one State alone would be a party at first, and so the treaty waits for a second.

        Where no second can be one, it does not enter into force. Of several on a side one is enough, if it was met by
        consents on two sides; where it is not, whether one side is enough is open already.

        Law: VCLT 2(1)(a), 24(1), where the treaty needs more than one by its own terms.
        """
        day, spec = self.entry.day, self.spec
        if day is None or spec.recorded or spec.condition.kind == "pairwise":
            return False
        if any(
            by_one(spec.condition, party, negotiating(spec), spec.weights.get(party, 0), spec.total)
            for party in spec.parties
        ):
            return False
        firsts = {party: spells[0] for party, spells in self.own.items() if spells}
        starts = sorted(spell.start for spell in firsts.values())
        if any(len(side.parties) > 1 for side in spec.sides):
            if self.entry.for_one_side:
                return False
            of_sides = ([firsts[party].start for party in side.parties if party in firsts] for side in spec.sides)
            starts = sorted(min(each) for each in of_sides if each)
        if len(starts) > 1 and starts[1] <= day:
            return False
        if any(self.entry.since(spec.act(spell.consent)) > spell.start for spell in firsts.values()):
            raise UnsettledError("a second party by a consent that reaches back")
        self.entry.day = starts[1] if len(starts) > 1 else None
        return True

    def _let_out(self) -> bool:
        """Whether States were out before the treaty was in force, by notices that ran out, and so it is counted anew.

        Law: VCLT 25(2), 54(a).
        """
        if self.entry.day is None:
            ends = {party: self._left_while_not_in_force(party) for party in self.spec.parties}
            self.early |= {party: end for party, end in ends.items() if end is not None}
        new = {party: end for party, end in self.early.items() if party not in self.entry.out_from}
        if not new:
            return False
        if any(end.span.first < end.span.last or end.exact for end in new.values()):
            raise UnsettledError("an exit within a day, before the treaty was in force")
        if any(self.spec.done(*SET_BY_ALL, of=end.act) for end in new.values()):
            raise UnsettledError("all agree on a notice that is over before the treaty was in force")
        out_from = {party: self.world.day_of(end.span.first) for party, end in new.items()}
        if any(self.world.midnight(day) != new[party].span.first for party, day in out_from.items()):
            raise UnsettledError("an exit within a day, before the treaty was in force")
        for party, day in out_from.items():
            others = [each for each in self.entry.consents if each != party]
            negotiated = negotiating(self.spec)
            joined = [each for each in others if each not in negotiated and self.entry.consents[each]]
            came = [self.entry.since(consent) for each in joined for consent in self.entry.consents[each]]
            if self.entry.by_two() and not any(each < day for each in came):
                raise UnsettledError("one of two is out before the treaty is in force")
        if any(self._nobody_left_beside(party, day, out_from) for party, day in out_from.items()):
            raise UnsettledError("one side was out by a notice before the entry into force")
        if len({*out_from.values()}) < len({end.act for end in new.values()}):
            raise UnsettledError("two notices that are over on one day, before the treaty is in force")
        self.entry.let_out(out_from)
        return True

    def _nobody_left_beside(self, party: str, day: date, out: Collection[str]) -> bool:
        """Whether nobody else had consented on a State's side, of two, when it was out.

        Law: VCLT 2(1)(a).
        """
        side = self.spec.side(party)
        if side is None or len(self.spec.sides) != 2 or all(len(each.parties) == 1 for each in self.spec.sides):
            return False
        others = (each for each in side.parties if each not in out and each not in self.entry.out_from)
        return not any(self.entry.standing(each, day, self.entry.consents[each]) for each in others)

    def _left_while_not_in_force(self, party: str) -> Ending | None:
        """The end that a State's notices brought, of a treaty that is not in force and applied provisionally.

        Law: VCLT 25(2), 54(a).
        """
        consented = [self.entry.since(each) for each in self.entry.consents[party]]
        notices = [each for each in self.spec.done(*NOTICES, by=party) if any(day < each.day() for day in consented)]
        notices = [each for each in notices if self.entry.runs_its_period(party, each)]
        leaving = self.spec.exit
        counted = leaving is not None and (leaving.lock_in or leaving.first_notice or leaving.when in COUNTED_FROM)
        if notices and counted:
            raise UnsettledError("a notice whose time is counted from an entry into force that has not come")
        return first([end for each in notices if (end := self.notice_of(party, each))])
