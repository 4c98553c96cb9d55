"""Consent to be bound, what takes it back, and what is applied before it (VCLT 11-18, 24(4), 25)."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from treatyclock.testing.oracle.days import ONE_DAY, UnsettledError, last_day
from treatyclock.testing.oracle.many.conditions import asked_of, ways
from treatyclock.testing.oracle.many.treaty import NOTICES, RATIFYING, SIGNING, Act, Spec
from treatyclock.testing.oracle.many.worlds import ManyWorld


class Consents:
    """Who consented when.

    Attributes:
        out_from: Of whoever was out by a notice before the treaty was in force, the first day without its consent: a
            clause on leaving that is applied provisionally lets a State out as it says (VCLT 25(2), 54(a)).
    """

    def __init__(self, spec: Spec, world: ManyWorld) -> None:
        self.spec = spec
        self.world = world
        self.consents = {party: list(self._consents(party)) for party in spec.parties}
        self.out_from: dict[str, date] = {}

    def _consents(self, party: str) -> Iterator[Act]:
        """A State's acts of consent, by the day from which they count.

        A plain signature is consent only where the condition asks nothing else of the State (VCLT 12): beside a call
        for its instrument, or for a fixed date before which somebody ratified, it is a step on the way (VCLT 14).
        One ad referendum that was confirmed is a full signature like it (VCLT 12(2)(b)).
        """
        if self.spec.condition.kind == "fixed date":
            shown = self._ratified_before_the_date()
            open_to_both = shown is None and self._merely_signed(party)
            binds = shown is False or (open_to_both and self.world.signature_binds)
        elif self._merely_signed(party):
            signing = "signed" in {part.kind for part in self.spec.condition.walk()}
            asked = {asked_of(party, way) for way in ways(self.spec.condition)} if signing else {"more"}
            binds = asked == {"signature"} or (asked != {"more"} and self.world.signature_binds)
        else:
            binds = False
        signed = [act for act in self.signed(party) if binds or act.kind == "definitive signature"]
        exchanged = self.spec.done("exchange of instruments", by=party) if self._exchanging() else []
        yield from sorted([*signed, *exchanged, *self.spec.done(*RATIFYING, "succession", by=party)], key=self.since)

    def _merely_signed(self, party: str) -> bool:
        return any(act.kind != "definitive signature" for act in self.signed(party))

    def _ratified_before_the_date(self) -> bool | None:
        """Whether anybody ratified before the day that the treaty names for its entry into force.

        None where the first did so on that very day: what this shows of signatures is open.

        Law: VCLT 12(1), 14(1).
        """
        day = self.spec.condition.day
        assert day is not None
        done = [self.since(act) for act in self.spec.done("ratification", "acceptance", "approval")]
        if any(each < day for each in done):
            return True
        return None if day in done else False

    def _exchanging(self) -> bool:
        return "exchanged" in {part.kind for part in self.spec.condition.walk()}

    def signed(self, party: str) -> list[Act]:
        """A State's signatures; one ad referendum counts only once it is confirmed (VCLT 12(2)(b))."""
        return [
            act
            for act in self.spec.done(*SIGNING, by=party)
            if act.kind != "signature ad referendum" or self.spec.done("confirmation of a signature", of=act.id)
        ]

    def since(self, act: Act) -> date:
        """The day from which a consent counts.

        Law: VCLT 16, 78.
        """
        return act.day(self.spec.counts_from)

    def standing(self, party: str, day: date, acts: Sequence[Act], which: str | None = None) -> bool:
        """Whether a State was bound on a day by one of some acts of consent, before the treaty was in force.

        Law: VCLT 16.
        """
        since = [(act, act.day(which or self.spec.counts_from)) for act in acts]
        return any(done <= day and not self.withdrawn(party, act, done, day) for act, done in since)

    def withdrawn(self, party: str, consent: Act, since: date, start: date, left_by: Collection[str] = ()) -> bool:
        """Whether a consent was withdrawn before the treaty was in force for the State.

        A clause on denunciation does not yet apply then (VCLT 24(4)); whether a notice takes back the consent is open.
        An instrument that was made out later consents anew, whatever day it counts from (VCLT 16); whether what was
        said while it was on its way takes it back, no rule says. The notices by which it left before are none of that.
        """
        out = self.out_from.get(party)
        if out is not None and consent.day("dated") < out <= start:
            return True
        given = self.spec.done("withdrawal of consent", *NOTICES, by=party)
        return any(self._takes_away(act, consent, since, start) for act in given if act.id not in left_by)

    def _takes_away(self, act: Act, consent: Act, since: date, start: date) -> bool:
        """Whether an act takes away a consent by which a State is not bound yet (VCLT 16, 18, 24(4))."""
        day = self.world.day(act.on("received"))
        if not consent.day("dated") <= day < start:
            return False
        if day < max(since, consent.day()) and not self.world.whether("takes back what was on its way", act.id):
            return False
        return self._takes_back(act)

    def _takes_back(self, act: Act) -> bool:
        """Whether an act says that a State will not be bound, be it in the form of a notice (VCLT 18, 24(4))."""
        bound = [party for party in act.by if any(each.day("dated") <= act.day() for each in self.consents[party])]
        runs = {self.runs_its_period(party, act) for party in bound or act.by}
        if len(runs) > 1:
            raise UnsettledError(
                "a notice of several before the entry, and some of them apply the treaty provisionally"
            )
        if True in runs:
            return False  # it is a notice to end the treaty, and not one of not becoming a party
        return act.kind not in NOTICES or self.world.whether("takes back a consent", act.id)

    # --- what is applied provisionally ----------------------------------------------------------

    def runs_its_period(self, party: str, notice: Act) -> bool:
        """Whether a notice given before the treaty is in force for a State runs the period of the clause on leaving.

        It ends provisional application at once, unless the treaty otherwise provides (VCLT 25(2)); whether the clause
        on leaving does, which is applied provisionally itself, is open. If so, it is a notice to end the treaty.
        """
        clause, leaving = self.spec.provisional, self.spec.exit
        if clause is None or leaving is None or notice.kind not in NOTICES:
            return False
        if clause.notice.period and leaving.while_provisional is None:
            return False  # the text says how long it goes on after a notice
        if not self._applied_when_given(party, notice) or self.world.while_provisional != "its period runs":
            return False
        if any(self.since(each) >= notice.day("dated") for each in self.consents[party]):
            raise UnsettledError("a State consents after its notice, which is a notice to end the treaty")
        if leaving.for_all or len(self.spec.parties) == 2:
            raise UnsettledError("one that only applies the treaty provisionally ends it for all")
        return True

    def begun_provisionally(self, party: str) -> list[date]:
        """The days on which a State began to apply the treaty provisionally, by what it did.

        Law: VCLT 25(1).
        """
        clause = self.spec.provisional
        assert clause is not None
        signed = [] if clause.declared else self.signed(party)
        return sorted({act.day() for act in (*signed, *self.spec.done("provisional application", by=party))})

    def _applied_when_given(self, party: str, notice: Act) -> bool:
        """Whether a State applied the treaty provisionally on the day of a notice (VCLT 25(1))."""
        clause, day = self.spec.provisional, self.world.day(notice.on("received"))
        assert clause is not None
        for begun in self.begun_provisionally(party):
            start = max(begun, clause.since or date.min)
            if start == day:
                raise UnsettledError("a notice on the day on which provisional application begins")
            if start > day or (clause.until and clause.until < day):
                continue
            if clause.lasts:
                last = last_day(start, clause.lasts, False, self.world.month_end)
                if abs(last - day) <= ONE_DAY:
                    raise UnsettledError("a notice at the end of the time of provisional application")
                if last < day:
                    continue
            if self._stopped_before(party, begun, day):
                continue
            if clause.beside and party not in clause.beside:
                raise UnsettledError("a notice of a State that applies it provisionally while others do")
            return True
        return False

    def _stopped_before(self, party: str, begun: date, day: date) -> bool:
        """Whether a State had stopped applying it by a day (rule 6; VCLT 25(2))."""
        clause = self.spec.provisional
        assert clause is not None
        stops = self.spec.done("end of provisional application", "withdrawal of consent", by=party)
        if clause.ends_for_all:
            stops += self.spec.done("end of provisional application")
        for act in stops:
            if not begun <= act.day() <= day:
                continue
            if clause.notice.period or act.day() == day or act.effective:
                raise UnsettledError("a notice while the end of provisional application is pending")
            if party not in act.by and any(len(side.parties) > 1 for side in self.spec.sides):
                raise UnsettledError("a notice after that of some on a side, which perhaps ended it for all")
            return True
        return False
