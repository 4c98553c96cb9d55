"""A part of a treaty, from the law: it binds whom its own terms bind, while the treaty binds them.

Law: the treaty may let a part of it enter into force and end apart from the rest, by consent to that part (Vienna
Convention arts. 17, 24(1), 44(1)). It is a part of that treaty still, so it binds nobody whom the treaty does not bind.

A term or a lock-in that runs from the part's entry into force runs from the day on which it does enter: not before the
treaty's. Only parts with a consent of their own are lived through here, with clauses of their own and the treaty's
clause on late joiners where they have none. What happens outside the treaty, such as a conflict, happens to both.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from operator import attrgetter

from oracle.days import ONE_DAY, UnsettledError
from oracle.many.standing import Standing, lives, truth, truth_between
from oracle.many.treaty import NEED_ALL, NOTICES, Act, Side, Spec

OUTSIDE = ("event", "membership", "end of membership", "engagement in a conflict", "end of a conflict")


def within(whole: Spec, part: Spec) -> Spec:
    """The part as a treaty of its own, that counts by the treaty's calendar and knows what happened outside it."""
    outside = tuple(
        replace(act, id=f"outside-{act.id}", of=f"outside-{act.of}" if act.of else act.of)
        for act in whole.acts
        if act.kind in OUTSIDE
    )
    return replace(
        part,
        midnights=whole.midnights,
        month_end=whole.month_end,
        weights=whole.weights,
        total=whole.total,
        joining=part.joining or whole.joining,
        sides=part.sides or tuple(filter(attrgetter("parties"), (_of_part(side, part) for side in whole.sides))),
        acts=(*outside, *part.acts),
    )


def _of_part(side: Side, part: Spec) -> Side:
    """A side of the treaty, with those on it whom the part may bind."""
    return replace(side, parties=tuple(party for party in side.parties if party in part.parties))


def not_before(part: Spec, whole: Sequence[Standing]) -> Spec:
    """The part, in force no earlier than the treaty; where that is of two days or never, nothing is worked out."""
    days = {each.life.entry.day for each in whole}
    if len(days) != 1 or (day := days.pop()) is None:
        raise UnsettledError("the day from which the part may be in force")
    if part.recorded is not None and part.recorded < day:
        raise UnsettledError("a part recorded as in force before the treaty")
    return replace(part, not_before=max(day, part.not_before or day))


class Part:
    """The treaty and one part of it, each in all of its worlds."""

    def __init__(self, whole: Spec, part: Spec) -> None:
        self.whole: Sequence[Standing] = lives(whole)
        notices, agreements = part.done(*NOTICES), part.done(*NEED_ALL)
        bound = [self._bound(act, act.by) for act in notices] + [self._bound(act, part.parties) for act in agreements]
        if part.minimum or not all(bound):
            raise UnsettledError("parties of the part that are none of the treaty")
        if (part.sides or whole.sides) and whole.done(*NOTICES):
            raise UnsettledError("a side of the part left by who leaves the treaty")
        if part.sides and whole.sides:
            raise UnsettledError("opposite in the part, and on one side in the treaty")
        self.part: Sequence[Standing] = lives(within(whole, not_before(part, self.whole)))
        self.bound = part.parties

    def _bound(self, act: Act, parties: Sequence[str]) -> bool:
        """Whether some States were all parties to the treaty on the days about an act."""
        noon = datetime(act.day().year, act.day().month, act.day().day, 12, tzinfo=UTC)
        times = (noon - 2 * ONE_DAY, noon + 2 * ONE_DAY)
        return all(truth(self.whole, party, at) == "yes" for party in parties for at in times)

    def one_alone(self, at: datetime) -> bool:
        """Whether it may bind one State alone: no rule says what becomes of it then."""
        truths = [self.truth(party, at) for party in self.bound]
        return truths.count("yes") < 2 and truths.count("no") < len(truths)

    def truth(self, party: str, at: datetime) -> str:
        """Whether the part is in force for a State; unknown where the two must be put together world by world."""
        if party not in self.bound:
            return "no"
        return _both(truth(self.whole, party, at), truth(self.part, party, at))

    def truth_between(self, one: str, other: str, at: datetime) -> str:
        """The same between two States."""
        if not {one, other} <= set(self.bound):
            return "no"
        return _both(truth_between(self.whole, one, other, at), truth_between(self.part, one, other, at))


def _both(whole: str, part: str) -> str:
    if "no" in (whole, part):
        return "no"
    return "unknown" if "unknown" in (whole, part) else "yes"
