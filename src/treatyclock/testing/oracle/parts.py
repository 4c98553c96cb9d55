"""A part of a treaty, from the law: it binds whom its own terms bind, while the treaty binds them.

Law: the treaty may let a part of it enter into force and end apart from the rest, by consent to that part (Vienna
Convention arts. 17, 24(1), 44(1)). It is a part of that treaty still, so it binds nobody whom the treaty does not bind,
and is in force generally only while it binds somebody. Whether a consent to it counts of who is no party to the treaty
is open; where such a State consents to the treaty later, only what is definite in both is compared (``loose``).

A term or a lock-in that runs from the part's entry into force runs from the day on which it does enter: not before the
treaty's. Only parts with a consent of their own are lived through here, with clauses of their own and the treaty's
clause on late joiners where they have none, but for its last day, which is the treaty's own. What happens outside the
treaty, such as a conflict, happens to both.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import combinations
from operator import attrgetter

from treatyclock.testing.oracle.days import ONE_DAY, UnsettledError
from treatyclock.testing.oracle.many.negotiating import negotiating
from treatyclock.testing.oracle.many.standing import Standing, lives, truth, truth_between
from treatyclock.testing.oracle.many.treaty import NEED_ALL, NOTICES, RATIFYING, SIGNING, Act, Side, Spec

OF_ALL = ("ratified", "signed", "fixed date", "exchanged")
OUTSIDE = ("event", "membership", "end of membership", "engagement in a conflict", "end of a conflict")


def within(whole: Spec, part: Spec) -> Spec:
    """The part as a treaty of its own, that counts by the treaty's calendar and knows what happened outside it.

    Law: VCLT 17, 44(1).
    """
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
        joining=part.joining or (whole.joining and replace(whole.joining, until=None)),
        sides=part.sides or tuple(filter(attrgetter("parties"), (_of_part(side, part) for side in whole.sides))),
        acts=(*outside, *part.acts),
    )


def _of_part(side: Side, part: Spec) -> Side:
    """A side of the treaty, with those on it whom the part may bind."""
    return replace(side, parties=tuple(party for party in side.parties if party in part.parties))


def not_before(part: Spec, whole: Sequence[Standing]) -> Spec:
    """The part, in force no earlier than the treaty; where that is of two days or never, nothing is worked out.

    Law: VCLT 24(1).
    """
    days = {each.life.entry.day for each in whole}
    if len(days) != 1 or (day := days.pop()) is None:
        raise UnsettledError("the day from which the part may be in force")
    if part.recorded is not None and part.recorded < day:
        raise UnsettledError("a part recorded as in force before the treaty")
    return replace(part, not_before=max(day, part.not_before or day))


LONG_AFTER = date(2000, 1, 1)
"""A day after all that is done in treaties drawn by dice."""


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
        self.loose = False  # whether less is told here than the library tells
        part = self._by_parties(part)
        self.part: Sequence[Standing] = lives(within(whole, not_before(part, self.whole)))
        self.bound = part.parties
        self.part = self._with_strangers(whole, part)

    def _bound(self, act: Act, parties: Sequence[str]) -> bool:
        """Whether some States were all parties to the treaty on the days about an act."""
        noon = datetime(act.day().year, act.day().month, act.day().day, 12, tzinfo=UTC)
        times = (noon - 2 * ONE_DAY, noon + 2 * ONE_DAY)
        return all(truth(self.whole, party, at) == "yes" for party in parties for at in times)

    # --- who takes part in it -------------------------------------------------------------------

    def _by_parties(self, part: Spec) -> Spec:
        """The part, where all must consent to it, with those named who must.

        These are the parties to the treaty (VCLT 40(2)): none that had left it, or acceded to it only later. Whether it
        waits for one that was a party for some of the time only, or is to be one yet, no rule says.

        Law: VCLT 17.
        """
        if not any(each.kind in OF_ALL and not each.by for each in part.condition.walk()):
            return part
        if part.condition.kind not in ("ratified", "signed"):
            raise UnsettledError("all who must consent to a part, among other conditions")
        acts = part.done(*SIGNING, *RATIFYING, "succession")
        days = [max(self.begun(), day) for act in acts for day in (act.day("dated"), act.day(), act.day("domestic"))]
        if not days:
            return part
        sure = negotiating(part)
        awaited = [party for party in sure if self._throughout(party, min(days), max(days))]
        if len(awaited) < 2 or not all(party in awaited or self._never(party, min(days), max(days)) for party in sure):
            raise UnsettledError("States for which a part may have to wait")
        return replace(part, condition=replace(part.condition, by=tuple(awaited)))

    def _strangers(self, part: Spec) -> list[str]:
        """The States that consented to the part by the day on which that was enough, no parties to the treaty."""
        days = [each.life.entry.met or LONG_AFTER for each in self.part]
        last = max(self.begun(), *days)
        return [
            party
            for party in part.parties
            for act in part.done(*SIGNING, *RATIFYING, "succession", by=party)[:1]
            if act.day("dated") <= max(days) and not self._throughout(party, max(act.day("dated"), self.begun()), last)
        ]

    def _with_strangers(self, whole: Spec, part: Spec) -> Sequence[Standing]:
        """The part where the consents of who is no party to the treaty count, and where they do not: no rule says."""
        strangers = self._strangers(part)
        kinds = {each.kind for each in part.condition.walk()}
        if not strangers or not kinds & {"ratified", "signed", "fixed date", "instruments", "share", "pairwise"}:
            return self.part
        # From the day on which such a State consents to the treaty its consent to the part may count.
        self.loose = any(act.by[0] in strangers for act in whole.done(*SIGNING, *RATIFYING, "succession"))
        found = list(self.part)
        for number in range(1, len(strangers) + 1):
            for some in combinations(strangers, number):
                acts = tuple(act for act in part.acts if not (_consents(act) and act.by[0] in some))
                found += lives(within(whole, not_before(replace(part, acts=acts), self.whole)))
        return found

    def begun(self) -> date:
        """The day of the treaty's entry into force."""
        return max(each.life.entry.day or date.min for each in self.whole)

    def _throughout(self, party: str, first: date, last: date) -> bool:
        """Whether a State surely was a party to the treaty, or had consented to it, from one day to another.

        Law: VCLT 17.
        """
        return all(
            any(
                life.life.entry.since(life.spec.act(spell.consent)) <= first
                and (spell.end is None or spell.end.span.first > life.world.midnight(last + ONE_DAY))
                for spell in life.life.spells[party]
            )
            for life in self.whole
        )

    def _never(self, party: str, first: date, last: date) -> bool:
        """Whether a State surely had left the treaty before some days, or acceded to it only after them."""
        return all(
            bool(life.life.spells[party])
            and all(
                (spell.end is not None and spell.end.span.last < life.world.midnight(first))
                or life.life.entry.since(life.spec.act(spell.consent)) > last
                for spell in life.life.spells[party]
            )
            and (
                life.life.spells[party][0].start < first
                or life.spec.act(life.life.spells[party][0].consent).kind == "accession"
            )
            for life in self.whole
        )

    def one_alone(self, at: datetime) -> bool:
        """Whether it may bind one State alone: no rule says what becomes of it then."""
        truths = [self.truth(party, at) for party in self.bound]
        return truths.count("yes") < 2 and truths.count("no") < len(truths)

    def truth(self, party: str, at: datetime) -> str:
        """Whether the part is in force for a State; unknown where the two must be put together world by world.

        Law: VCLT 17.
        """
        if party not in self.bound:
            return "no"
        return _both(truth(self.whole, party, at), truth(self.part, party, at))

    def truth_generally(self, at: datetime) -> str | None:
        """Whether the part is in force for anybody.

        None where it is open for whom, and so whether for anybody; and where others may be bound than those on record.
        """
        truths = {self.truth(party, at) for party in self.bound}
        if truths == {"no"} and any(each.spec.recorded != each.life.entry.counted for each in self.part):
            return None if any(each.spec.recorded for each in self.part) else "no"
        return "yes" if "yes" in truths else "no" if truths == {"no"} else None

    def truth_between(self, one: str, other: str, at: datetime) -> str:
        """The same between two States."""
        if not {one, other} <= set(self.bound):
            return "no"
        return _both(truth_between(self.whole, one, other, at), truth_between(self.part, one, other, at))


def _consents(act: Act) -> bool:
    return act.kind in (*SIGNING, *RATIFYING, "succession")


def _both(whole: str, part: str) -> str:
    if "no" in (whole, part):
        return "no"
    return "unknown" if "unknown" in (whole, part) else "yes"
