"""For whom a treaty sleeps at an instant, and by whose act (VCLT 57, 72)."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from treatyclock.testing.oracle.days import ONE_DAY, UnsettledError, last_day_of_notice
from treatyclock.testing.oracle.many.pairs import FORMER, PARTY, SUSPENDED, Pairs
from treatyclock.testing.oracle.many.treaty import NOTICES, Act, Side


class Suspensions(Pairs):
    """What a suspension comes to for each State.

    Attributes:
        suspended_from: When each suspension begins; None for one that has no effect.
        suspending: By suspension and State, those by whose act it sleeps for the State, each of them alone.
        by_itself: By suspension and State, those by whose act it sleeps for it: itself, or those of its side; none
            where the act does nothing for it.
    """

    suspended_from: dict[str, datetime | None]
    suspending: dict[tuple[Act, str], list[set[str]]]
    by_itself: dict[tuple[Act, str], set[str]]

    def _suspended(self, party: str, at: datetime) -> set[str]:
        """Whether the treaty sleeps for a party: by its own act, or since it is suspended with each of the others.

        It sleeps between two if either has suspended it.

        Law: VCLT 72(1)(a).
        """
        own = self._by_itself(party, at)
        if own == {SUSPENDED} or not self.suspended_from:
            return own
        side = self.spec.side(party)
        opposite = [each for each in self.spec.parties if each != party and not (side and each in side.parties)]
        found = self._with_all({each: self._there(each, self._by_itself(each, at), at) for each in opposite})
        return found if found == {SUSPENDED} else own | found

    def _suspended_generally(self, at: datetime) -> set[str]:
        """Whether the treaty sleeps for each of its parties: for whoever is one, where some may have left.

        Law: VCLT 57, 72.
        """
        if not self.suspended_from:
            return {PARTY}
        if self.spec.consents_came_out_later and not any(self.life.spells.values()):
            raise UnsettledError("a suspension, and nobody was known to be a party")
        there = {each: self._there(each, self._suspended(each, at), at) for each in self.spec.parties}
        found = self._with_all(there)
        awake = any(PARTY in each for each in there.values())
        return {SUSPENDED} if SUSPENDED in found and not awake else found

    def _with_all(self, there: Mapping[str, set[str]]) -> set[str]:
        """Whether it sleeps with all, by what each of them may be: awake, asleep, or no party.

        Law: VCLT 57, 72.
        """
        perhaps = all(each - {PARTY} for each in there.values()) and any(SUSPENDED in each for each in there.values())
        if not perhaps:
            return {PARTY}
        if self.life.entry.more_than_listed():
            raise UnsettledError("suspended with all of those listed, who are not all")
        surely = not any(PARTY in each for each in there.values()) and {SUSPENDED} in there.values()
        return {SUSPENDED} if surely else {SUSPENDED, PARTY}

    def _there(self, party: str, asleep: set[str], at: datetime) -> set[str]:
        """What a State may be at an instant: no party, a party, or one for which the treaty sleeps.

        An end that comes to all leaves nobody behind, whenever on its day it came.
        """
        begun = [spell for spell in self.life.spells[party] if self.world.midnight(spell.start) <= at]
        end = begun[-1].end if begun else None
        if not begun or (end and end.span.last <= at):
            return {FORMER}
        return asleep | ({FORMER} if end and end.span.first <= at and end != self.life.end else set())

    def _by_itself(self, party: str, at: datetime) -> set[str]:
        """Whether a party has suspended it, or its side had before the State joined that; each resumes for itself.

        Law: VCLT 57, 72.
        """
        found = {PARTY}
        for act in self.spec.done("suspension"):
            authors = self.by_itself[act, party]
            each = self._asleep_by(act, party, authors, at) if authors else {PARTY}
            if each == {SUSPENDED}:
                return each
            found |= each
        return found

    def _authors(self, party: str, act: Act) -> set[str]:
        """Those by whose suspension it sleeps for a State, by its own right or that of its side; every world says it.

        Law: VCLT 57, 72.
        """
        side = self.spec.side(party)
        if party in act.by:
            return {party} if self._could_suspend({party}, act) else set()
        return self._by_its_side(party, act, side) if side else set()

    def _could_suspend(self, authors: set[str], act: Act) -> bool:
        """Whether one of those who suspended had consented by then: else nothing operated for them.

        Whoever consents later does so to a treaty in operation, as who comes back does. What a State suspended while it
        applied the treaty provisionally, as who had signed it may, may go on. So may what all agreed who negotiated it.

        Law: VCLT 2(1)(g), 57.
        """
        given = [each for other in authors for each in self.life.entry.consents[other]]
        consents = [(each, self.life.entry.since(each)) for each in given]
        if not consents or any(day <= act.day() for _, day in consents):
            return True
        declared = [each for other in authors for each in self.spec.done("provisional application", by=other)]
        signed = [each for other in authors for each in self.life.entry.signed(other)]
        applying = [each.day("dated") <= act.day() for each in (*declared, *signed)]
        perhaps = (
            set(act.by) == set(self.spec.parties)
            or any(each.kind == "succession" for each, _ in consents)
            or (self.spec.provisional is not None and any(applying))
        )
        name = act.id + ", ".join(sorted(authors))
        return perhaps and self.world.whether("a suspension by who consents only after it holds", name)

    def _by_its_side(self, party: str, act: Act, side: Side) -> set[str]:
        """Those by whose suspension it sleeps for who joined their side later, if it does: no rule says.

        Law: VCLT 57, 72.
        """
        done = set(side.parties) & set(act.by)
        days = [self.life.entry.since(each) for each in self.life.entry.consents[party]]
        if not done or not days or min(days) <= act.day():
            return set()
        others = [each for each in side.parties if each not in act.by]
        bound = [each for other in others for each in self.life.entry.consents[other]]
        if any(self.life.entry.since(each) <= act.day() for each in bound):
            return set()
        if not self._could_suspend(done, act):
            return set()
        return (
            done if self.world.whether("a suspension by a side holds for who joins it later", act.id + party) else set()
        )

    def _asleep_before(self, party: str, at: datetime) -> set[str]:
        """Whether it sleeps for who only applies it provisionally: by its own act, or by that of all on a side.

        Law: VCLT 57, 72.
        """
        found = {PARTY}
        for act in self.spec.done("suspension"):
            for authors in self.suspending[act, party]:
                each = self._asleep_by(act, party, authors, at)
                if each == {SUSPENDED}:
                    return each
                found |= each
        return found

    def _suspending(self, act: Act, party: str) -> Iterator[set[str]]:
        """Those by whose suspension it sleeps for a State that applies it provisionally: itself, or one of two sides.

        Nothing holds between those on one side, so what all on one of two suspend sleeps for both (VCLT 57, 72).

        Law: VCLT 57, 72.
        """
        if party in act.by:
            yield {party}
        if not self.spec.provisional:
            return
        sides = self.spec.sides
        if len(sides) != 2 or not any(len(side.parties) > 1 for side in sides):
            return
        for side in sides:
            done, rest = set(side.parties) & set(act.by), set(side.parties) - set(act.by)
            if party in side.parties or not done:
                continue
            if self.spec.done("withdrawal of consent", "end of membership", "outbreak of war", *NOTICES) and rest:
                raise UnsettledError("a suspension by some on a side, and others may have left")
            bound = [each for other in rest for each in self.life.entry.consents[other]]
            if not any(self.life.entry.since(each) <= act.day() for each in bound):
                yield done

    def _asleep_by(self, act: Act, party: str, authors: set[str], at: datetime) -> set[str]:
        """Whether it sleeps by a suspension, as far as it is that of some: suspended or not, or perhaps."""
        begun = self.suspended_from[act.id]
        if begun is None:
            return {PARTY}
        over = [self.world.midnight(act.until + ONE_DAY)] if isinstance(act.until, date) else []
        perhaps: list[datetime] = []
        for each in self.spec.done("resumption", of=act.id):
            if authors & set(each.by):
                over.append(self.world.midnight(each.day()))
            elif not set(each.by) & set(act.by):
                perhaps.append(self.world.midnight(each.day()))
        if self._outlived(party, begun, at) or at < begun or any(end <= at for end in over):
            return {PARTY}
        return {SUSPENDED, PARTY} if any(end <= at for end in perhaps) else {SUSPENDED}

    def _suspended_from(self, act: Act) -> datetime | None:
        """When a suspension begins: all may agree on it; one alone suspends as the treaty provides (VCLT 42(2), 57).

        Law: VCLT 42(2), 57; some among themselves alone: VCLT 58.
        """
        # As with entry into force, a day is taken from its beginning.
        begun, clause = self.world.midnight(act.effective or act.day()), self.spec.suspending
        if clause is None or set(act.by) == set(self.spec.parties):
            return begun
        if 1 < len(act.by) < len(self.spec.parties):
            raise UnsettledError("a suspension by several, who may have agreed on it")
        if clause.parties and not set(act.by) <= set(clause.parties):
            return None
        if clause.needs_ground and not act.grounds and not self.world.grounds:
            return None
        if clause.notice.period:
            counts, month_end = clause.notice.first_day_counts, self.world.month_end
            last = last_day_of_notice(act.day(), clause.notice.period, counts, month_end)
            begun = max(begun, self.world.after(last).last)
        return begun

    def _outlived(self, party: str, begun: datetime, at: datetime) -> bool:
        """Whether a State left and came back since: nothing is suspended for it then.

        Law: VCLT 57, 72.
        """
        spells = self.life.spells[party]
        starts = [self.world.midnight(spell.start) for spell in spells]
        return any(begun < start <= at for start in starts[1:])
