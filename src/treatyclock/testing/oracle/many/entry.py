"""Entry into force: of the treaty, and for each State (VCLT 24)."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta

from treatyclock.testing.oracle.days import ONE_DAY, UnsettledError
from treatyclock.testing.oracle.many.conditions import asks_for, of_all, of_anybody
from treatyclock.testing.oracle.many.consents import Consents
from treatyclock.testing.oracle.many.negotiating import negotiating, perhaps_negotiating, surely_negotiating
from treatyclock.testing.oracle.many.treaty import NOTICES, RATIFYING, Act, Condition, Delay, Joining, Spec
from treatyclock.testing.oracle.many.worlds import ManyWorld


class Entry(Consents):
    """When consents were enough, and when the treaty entered into force: at all, and for each State."""

    def __init__(self, spec: Spec, world: ManyWorld) -> None:
        super().__init__(spec, world)
        if spec.recorded and any(self._silent(party) for party in self._called_for()):
            raise UnsettledError("an entry recorded by which a State must have consented that is silent")
        self._count()

    def _count(self) -> None:
        """Work out when the condition was met, and from which day the treaty is in force.

        Law: VCLT 24(1).
        """
        self.uncounted: set[str] = set()
        self.for_one_side = False
        self.met = self._met()
        self.counted = self._counted()
        if not self.spec.recorded:
            self._without_consents_gone()
        self.day = self.spec.recorded or self.counted

    def let_out(self, out_from: Mapping[str, date]) -> None:
        """Count anew, some States having no consent any more from a day before the treaty was in force.

        Law: VCLT 25(2), 54(a).
        """
        self.out_from |= out_from
        self._count()

    def _called_for(self) -> set[str]:
        """The States whose own consent the condition may call for.

        Law: VCLT 24(2).
        """
        found: set[str] = set()
        for part in self.spec.condition.walk():
            if part.kind in ("ratified", "signed"):
                found |= set(part.by or self.spec.parties)
            elif part.kind == "instruments" and part.number >= len(part.by):
                found |= set(part.by)
        return found

    def _silent(self, party: str) -> bool:
        signing = any(part.kind == "signed" for part in self.spec.condition.walk())
        return not self.consents[party] and not (signing and self.spec.done("signature", by=party))

    # --- the condition --------------------------------------------------------------------------

    def _met(self) -> date | None:
        """The first day on which the condition holds.

        Law: VCLT 24(1).
        """
        met = self._first_day()
        for act in self.spec.done("withdrawal of consent"):
            consented = (each for party in act.by for each in self.consents[party])
            if met is not None and act.day() == met and any(self.since(each) <= met for each in consented):
                raise UnsettledError("a consent withdrawn on the day on which the condition was met")
        return met

    def _first_day(self) -> date | None:
        """The first day on which enough have consented, on two sides where there are sides (VCLT 2(1)(a), 24(1))."""
        self.for_one_side = False
        days = [day for day in self._days_of_conditions() if self._holds(self.spec.condition, day)]
        if not days or self.spec.recorded or self._on_two_sides(days[0]):
            return min(days, default=None)
        # A treaty is between two (VCLT 2(1)(a)); whether it enters into force for one side alone, no rule says.
        # Between pairs, it waits for one of two States on different sides (VCLT 24(1)).
        pairs = self.spec.condition.kind == "pairwise"
        if not pairs and self.world.whether("in force for one side alone", "all"):
            self.for_one_side = True
            return days[0]
        return next(filter(self._on_two_sides, days), None)

    def _on_two_sides(self, day: date) -> bool:
        """Whether States on two sides had consented by a day, where some stand on one side.

        Law: VCLT 2(1)(a).
        """
        if not any(len(side.parties) > 1 for side in self.spec.sides):
            return True
        bound = {
            party for party in self.spec.parties if self.standing(party, day, self._counting(self.consents[party]))
        }
        return sum(bool(bound & set(side.parties)) for side in self.spec.sides) > 1

    def _days_of_conditions(self) -> list[date]:
        days = {act.day(which) for act in self.spec.acts for which in ("dated", "received", "domestic")}
        for part in self.spec.condition.walk():
            if part.day:
                days.add(part.day)
            if part.kind == "elapsed":
                days |= {self.world.settle(act.day(), part.period) for act in self._named(part)}
        return sorted(days)

    def _holds(self, condition: Condition, day: date) -> bool:
        """Whether a condition holds at the end of a day.

        Law: VCLT 24(1)-(2).
        """
        if condition.kind in ("all of", "any of"):
            quantifier: Callable[[Iterator[bool]], bool] = all if condition.kind == "all of" else any
            return quantifier(self._holds(part, day) for part in condition.parts)
        if condition.kind == "exchanged":
            return any(act.day() <= day for act in self.spec.done("exchange of instruments"))
        if condition.kind == "event":
            return any(act.day() <= day for act in self._named(condition))
        if condition.kind == "elapsed":
            return any(self.world.settle(act.day(), condition.period) <= day for act in self._named(condition))
        if condition.kind == "not before":
            assert condition.day is not None
            return condition.day <= day
        return self._consented_enough(condition, day)

    def _named(self, condition: Condition) -> list[Act]:
        """The act that a condition names, if it has come."""
        return [act for act in self.spec.acts if act.id == condition.act]

    def _consented_enough(self, condition: Condition, day: date) -> bool:
        """Whether all, so many or so large a share have consented (VCLT 24(1)-(2))."""
        by = condition.by or self.spec.parties
        if condition.kind in ("signed", "fixed date"):
            return self._all(condition, self._has_signed, day)
        # A signature is no instrument, even where it binds.
        deposited = {
            party: [act for act in self._counting(acts) if act.kind not in ("signature", "signature ad referendum")]
            for party, acts in self.consents.items()
        }
        if condition.kind == "ratified":
            return self._all(condition, lambda party, when: self.standing(party, when, deposited[party]), day)
        counting = {
            party for party, acts in deposited.items() if self.standing(party, day, [act for act in acts if act.counts])
        }
        if condition.kind == "share":
            weight = sum(self.spec.weights.get(party, 0) for party in counting)
            return 100 * weight >= condition.number * self.spec.total
        # Pairwise: from the second instrument for the first two, then for each with all before it.
        return len(counting & set(by)) >= (2 if condition.kind == "pairwise" else condition.number)

    def _all(self, condition: Condition, does: Callable[[str, date], bool], day: date) -> bool:
        """Whether all have done something by the end of a day: those whom the condition names, or all who negotiated.

        Of a State that acceded before it took part as negotiating States do, it is open whether it is one; of one that
        did so only after all others had done what is asked, it shows nothing of the time before.

        Law: VCLT 24(2).
        """
        sure = condition.by or surely_negotiating(self.spec)
        if not all(does(party, day) for party in sure):
            return False
        perhaps = {} if condition.by else perhaps_negotiating(self.spec)
        first = next(each for each in self._days_of_conditions() if all(does(party, each) for party in sure))
        return all(
            does(party, day)
            for party, shown in perhaps.items()
            if party not in sure and shown <= first and self.world.whether("negotiated", party)
        )

    def _counting(self, acts: Sequence[Act]) -> list[Act]:
        return [act for act in acts if act.id not in self.uncounted]

    def _has_signed(self, party: str, day: date) -> bool:
        """Whether a State has signed; who takes back a ratification has still signed.

        Law: VCLT 10, 12.
        """
        done = [act for act in self._counting(self.signed(party)) if act.day("dated") <= day]
        undone = [act for act in done if act in self.consents[party] and not self.standing(party, day, [act], "dated")]
        return len(done) > len(undone)

    # --- the days of entry ----------------------------------------------------------------------

    def _counted(self) -> date | None:
        """The day on which the treaty enters into force by its clause.

        Law: VCLT 24(1).
        """
        spec = self.spec
        if self.met is None:
            return None
        if spec.lapses and self.met > spec.lapses and not spec.recorded:
            return None
        day = self.delayed(self.met, spec.delay)
        if spec.on is not None:
            if self.met <= (spec.met_by or spec.on):
                day = spec.on
            elif spec.met_by and spec.delay == Delay():
                raise UnsettledError("what holds where the condition was not met by its day")
        if spec.condition.kind == "fixed date" and spec.condition.day:
            day = max(spec.condition.day, self.met)
        day = max(day, spec.not_before) if spec.not_before else day
        if not spec.recorded and any(self._needed(over, day) for over in spec.done("end of membership")):
            raise UnsettledError("a consent of who was no longer a member when the treaty entered into force")
        return day

    def _without_consents_gone(self) -> None:
        """Heed the consents that were taken back after the condition was met and before the entry into force.

        Where the condition was met by such a consent, the treaty still enters into force for the others, or the
        condition must be met anew without it: no rule says (VCLT 24 is silent on it).
        """
        given = self.spec.done("withdrawal of consent", *NOTICES)
        gone: list[tuple[date, tuple[str, ...], Act | None]] = [
            (self.world.day(act.on("received")), act.by, act) for act in given
        ]
        for out in {*self.out_from.values()}:
            gone.append((out - ONE_DAY, tuple(party for party, day in self.out_from.items() if day == out), None))
        for day, by, act in sorted(gone, key=lambda each: each[0]):
            if self.met is None or self.counted is None or not self.met <= day < self.counted:
                continue
            before, entry, of_one_side = set(self.uncounted), self.counted, self.for_one_side
            consents = [each for party in by for each in self.consents[party]]
            if act is not None:
                lost = [each for each in consents if self._takes_away(act, each, self.since(each), entry)]
            else:
                lost = [each for each in consents if each.day("dated") <= day]
            self.uncounted |= {each.id for each in lost}
            # One question of law: of two consents of one State it has one answer.
            asked = " and ".join(by)
            if self._first_day() == self.met or self.world.whether("enters into force all the same", asked):
                self.uncounted, self.for_one_side = before, of_one_side
                continue
            self.met = self._met()
            self.counted = self._counted()

    def _needed(self, over: Act, day: date) -> bool:
        """Whether the condition needs the consent of a State whose membership ended before the entry into force.

        Only a member can be a party; whether its consent counts all the same, no rule says.

        Law: VCLT 24(1).
        """
        if not self.spec.tied or over.day() >= day:
            return False
        consents, self.consents = self.consents, {**self.consents, **{party: [] for party in over.by}}
        met, self.consents = self._met(), consents
        signing = {"signed", "fixed date"} & {part.kind for part in self.spec.condition.walk()}
        return met != self.met or bool(signing)

    def delayed(self, day: date, delay: Delay) -> date:
        """The day that comes after a delay; the day of the event is day 0.

        Law: rule 9.
        """
        if delay == Delay():
            return day
        reached = self.world.settle(day.replace(day=1), delay.period) if delay.from_first_of_month else day
        if not delay.from_first_of_month and delay.period:
            reached = self.world.settle(day, delay.period)
        if delay.lands == "the day after":
            return reached + ONE_DAY
        if delay.lands == "the first of the next month":
            return (reached.replace(day=1) + timedelta(days=32)).replace(day=1)
        return reached

    def start(self, party: str, consent: Act, again: bool) -> date | None:
        """When the treaty enters into force for a State by a consent (VCLT 24(3))."""
        spec = self.spec
        if self.day is None:
            return None
        since = self.since(consent)
        if consent.kind == "succession":
            if again or (self.met and since <= self.met) or len(self.consents[party]) > 1:
                raise UnsettledError("a succession beside another consent, or before the entry into force")
            if consent.effective is None:
                raise UnsettledError("a succession that does not say from when")
            # From the date of succession, however late it is notified (VCSST 22, 23).
            return max(consent.effective, self.day)
        if consent.recorded:
            return max(consent.recorded, self.day)
        joining = spec.joining or Joining(counts_from=spec.counts_from)
        if joining.after:
            # "Those that deposit by that day have the treaty's own, those that do after it another." Who comes back by
            # that day is a party from its instrument on: for it the treaty does not provide otherwise (VCLT 24(3)).
            if since <= joining.after:
                return max(self.day, since)
        elif not again and since <= self.day and self._shares_the_day(party, consent):
            return self.day
        if joining.until and consent.day(joining.counts_from) > joining.until:
            return None  # who may join, and until when, is for the treaty to say (VCLT 14, 15)
        delay = joining.delay
        if consent.kind == "accession" and joining.accession_delay != Delay():
            delay = joining.accession_delay
        return max(self.day, self.delayed(consent.day(joining.counts_from), delay))

    def _shares_the_day(self, party: str, consent: Act) -> bool:
        """Whether a consent was early enough for the treaty's own day.

        "On that day for those which have deposited by another": for these, and for nobody else.

        Law: VCLT 24(1), 24(3).
        """
        shared, since = self._shared_by(), self.since(consent)
        if shared is None:
            return self._among_the_first(party, consent)
        if since > shared and self.spec.joining is None:
            raise UnsettledError("a consent too late for the fixed day, and no rule for who joins later")
        return since <= shared

    def _shared_by(self) -> date | None:
        """The day by which one had to consent to share the fixed day on which the treaty entered into force."""
        spec = self.spec
        if spec.on is None or self.day != spec.on or (self.met and spec.met_by and self.met > spec.met_by):
            return None
        return spec.met_by

    def _among_the_first(self, party: str, consent: Act) -> bool:
        """Whether a consent was there when the condition was met: by the record, where that differs from the count.

        A recorded day says that the condition had been met by then. So a State without whose own act it cannot be met
        was among the first, whatever the delay, or the record is wrong about one of the two (VCLT 24(1)-(2)).
        """
        spec, since = self.spec, self.since(consent)
        if spec.condition.kind == "fixed date":
            return True  # the day itself is what the treaty names, and it had not passed
        if spec.recorded and spec.recorded != self.counted:
            in_time = self.day is not None and self.delayed(since, spec.delay) <= self.day
            needed = self._asks_for(party, spec.condition)
            return in_time or (needed and self.world.whether("among the first", consent.id))
        return self.met is not None and since <= self.met

    def _asks_for(self, party: str, condition: Condition) -> bool:
        """Whether a condition cannot be met without a State's own act."""
        return asks_for(negotiating(self.spec) if of_all(condition) else (), party, condition)

    def by_two(self) -> bool:
        """Whether two States alone bring the treaty into force: it names them, or no others negotiated it.

        Law: VCLT 2(1)(a).
        """
        condition = self.spec.condition
        if condition.kind in ("signed", "ratified") and len(condition.by) == 2:
            return True
        two = surely_negotiating(self.spec)
        asked = {party for party in self.spec.parties if asks_for(two, party, condition)}
        return len(two) == 2 and (condition.kind == "fixed date" or asked == set(two))

    def more_than_listed(self, besides: Collection[str] = ()) -> bool:
        """Whether the recorded entry shows that others consented than those listed, some of whom may be silent.

        So many instruments had come by then as the condition asks for (VCLT 24(1)), whoever is on the list.
        """
        recorded = self.spec.recorded
        if recorded is None:
            return False
        done = self.spec.done(*RATIFYING, "succession", "definitive signature", "exchange of instruments")
        counting = [act for act in done if act.counts]
        listed = {party for act in counting if self.since(act) <= recorded for party in act.by}
        silent = set(besides) - {party for act in counting for party in act.by}
        return of_anybody(self.spec.condition) > len(listed | silent)
