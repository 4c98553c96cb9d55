"""What those on one side do together or apart: a notice of a side is that of all on it (VCLT 2(1)(a), 54(a))."""

from datetime import date

from treatyclock.testing.oracle.days import UnsettledError
from treatyclock.testing.oracle.many.endings import Ending
from treatyclock.testing.oracle.many.ends import Ends
from treatyclock.testing.oracle.many.notices import SET_BY_ALL, Notices
from treatyclock.testing.oracle.many.treaty import NOTICES, Act


class Sides(Ends):
    """What follows for a State from the side on which it stands.

    Attributes:
        notices: What the notices come to.
    """

    notices: Notices

    def _side_out_before(self) -> None:
        """Refuse a treaty one side of which was out by a notice before the entry into force.

        A treaty is between two at least; whether one that then enters into force binds anybody, no rule says.

        Law: VCLT 2(1)(a), 24.
        """
        day = self.entry.day
        if day is None or len(self.spec.sides) != 2 or not any(len(side.parties) > 1 for side in self.spec.sides):
            return
        for side in self.spec.sides:
            given = any(act.day() < day for each in side.parties for act in self.spec.done(*NOTICES, by=each))
            if given and not any(self.own[each] for each in side.parties):
                raise UnsettledError("one side was out by a notice before the entry into force")

    def _joined_alone(self, party: str, since: date) -> None:
        """Refuse what no rule decides: whether a notice of a whole side releases who joins that side only later.

        Law: VCLT 2(1)(a), 54(a).
        """
        side = self.spec.side(party)
        if side is None or side.alone:
            return
        others = [each for each in self.spec.done(*NOTICES) if set(each.by) & set(side.parties) - {party}]
        if any(each.day() <= since for each in others):
            raise UnsettledError("a State joins its side after a notice of that side")

    def _falls_in_part(self, party: str, notice: Act, end: Ending) -> bool:
        """Whether a notice that a side gave together has no effect for another on it by the time of an end.

        Where a side leaves by all on it or not at all, what is left is then a notice of some.

        Law: VCLT 54(a), 68.
        """
        side = self.spec.side(party)
        if side is None or side.alone:
            return False
        for other in (each for each in side.parties if each in notice.by and each != party):
            starts = [each for each in self.notices.starts.get(other, ()) if each <= notice.day()]
            if not starts:
                continue  # it was no party then
            ends = [self.notices.by_notice(other, notice, each) for each in starts]
            if any(each != ends[0] for each in ends):
                raise UnsettledError("a notice of a side, whose end depends on which consent of another is meant")
            theirs = ends[0]
            if theirs is not None and theirs.span.first <= end.span.first:
                continue
            answers = self.spec.done("rescission", "suspension of a notice", by=other, of=notice.id)
            if theirs is not None and not any(act.kind == "suspension of a notice" for act in answers):
                continue  # each leaves by its own time
            if theirs is not None or notice.recorded or any(act.of == notice.id for act in self.agreed):
                raise UnsettledError("a part of a side's notice that falls, and an effect in spite of that")
            if any(self.world.span(act.when).last >= end.span.first for act in answers):
                raise UnsettledError("a part of a side's notice that falls only once the others' took effect")
            return True
        return False

    def _of_its_side(self, party: str, notice: Act) -> bool:
        """Whether a notice is one of all on its author's side who were parties, where that of some has no effect.

        The text says who may leave (VCLT 54(a)); whether notices given apart are one of the side, no rule says.

        Law: VCLT 2(1)(a), 54(a).
        """
        side = self.spec.side(party)
        if side is None or side.alone or len(side.parties) == 1:
            return True
        others = [each for each in side.parties if each not in notice.by]
        for act in self.spec.acts:
            leaves = act.kind in ("withdrawal of consent", "end of membership", "outbreak of war", *NOTICES)
            if leaves and act is not notice and set(act.by) & set(side.parties):
                raise UnsettledError("others on that side may have left, or give notice apart")
        days = [self.entry.since(consent) for each in others for consent in self.entry.consents[each]]
        if notice.day() in days:
            raise UnsettledError("another on that side consents on the day of the notice")
        alone = any(day < notice.day() for day in days)
        agreed_on = any(act.of == notice.id and act.kind in SET_BY_ALL for act in self.agreed)
        if alone and (notice.recorded or agreed_on):
            raise UnsettledError("an exit recorded or agreed on, by a notice of some on a side")
        return not alone
