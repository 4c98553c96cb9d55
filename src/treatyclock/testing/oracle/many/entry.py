"""Consent to be bound, and entry into force: of the treaty, and for each State (VCLT 11-18, 24)."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain, product

from treatyclock.testing.oracle.days import ONE_DAY, UnsettledError, last_day
from treatyclock.testing.oracle.many.treaty import NOTICES, RATIFYING, SIGNING, Act, Condition, Delay, Joining, Spec
from treatyclock.testing.oracle.many.worlds import ManyWorld

INSTRUMENTAL = {"ratified", "instruments", "share", "exchanged", "pairwise"}


def negotiating(spec: Spec) -> Sequence[str]:
    """All the negotiating States (VCLT 24(2)), where the acts tell who they are."""
    if perhaps_negotiating(spec):
        raise UnsettledError("a State that acceded and then signed or ratified, as only a negotiating State does")
    return surely_negotiating(spec)


def surely_negotiating(spec: Spec) -> Sequence[str]:
    """The negotiating States but those whose acts contradict each other: not one that only acceded or succeeded.

    Law: VCLT 2(1)(e), 15. A treaty is between two at least (VCLT 2(1)(a)); where fewer are left, a file does not tell
    who negotiated.
    """
    joined, took_part = _first_days(spec)
    found = [party for party in spec.parties if took_part.get(party, date.max) <= joined.get(party, date.max)]
    return found if len(found) > 1 else spec.parties


def perhaps_negotiating(spec: Spec) -> Mapping[str, date]:
    """The States that acceded and then signed or ratified, as only a negotiating State does; with the day of that."""
    joined, took_part = _first_days(spec)
    return {party: day for party, day in took_part.items() if day > joined.get(party, date.max)}


def _first_days(spec: Spec) -> tuple[Mapping[str, date], Mapping[str, date]]:
    """The day on which each State first joined, and that on which it first did what those do who negotiated."""
    joined = spec.done("accession", "succession")
    acts = spec.done(*SIGNING, *RATIFYING, "exchange of instruments")
    return _first_of(joined), _first_of(act for act in acts if act.kind != "accession")


def _first_of(acts: Iterable[Act]) -> Mapping[str, date]:
    found: dict[str, date] = {}
    for act in acts:
        for party in act.by:
            found[party] = min(found.get(party, date.max), act.day("dated"))
    return found


class Entry:
    """Who consented when, when that was enough, and when the treaty entered into force."""

    def __init__(self, spec: Spec, world: ManyWorld) -> None:
        self.spec = spec
        self.world = world
        self.consents = {party: list(self._consents(party)) for party in spec.parties}
        if spec.recorded and any(self._silent(party) for party in self._called_for()):
            raise UnsettledError("an entry recorded by which a State must have consented that is silent")
        self.uncounted: set[str] = set()
        self.met = self._met()
        self.counted = self._counted()
        if not spec.recorded:
            self._without_consents_gone()
        self.day = spec.recorded or self.counted

    def _called_for(self) -> set[str]:
        """The States whose own consent the condition may call for."""
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
            asked = {_asked_of(party, way) for way in _ways(self.spec.condition)} if signing else {"more"}
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
        """The day from which a consent counts."""
        return act.day(self.spec.counts_from)

    def standing(self, party: str, day: date, acts: Sequence[Act], which: str | None = None) -> bool:
        """Whether a State was bound on a day by one of some acts of consent, before the treaty was in force."""
        since = [(act, act.day(which or self.spec.counts_from)) for act in acts]
        return any(done <= day and not self.withdrawn(party, act, done, day) for act, done in since)

    def withdrawn(self, party: str, consent: Act, since: date, start: date, left_by: Collection[str] = ()) -> bool:
        """Whether a consent was withdrawn before the treaty was in force for the State.

        A clause on denunciation does not yet apply then (VCLT 24(4)); whether a notice takes back the consent is open.
        An instrument that was made out later consents anew, whatever day it counts from (VCLT 16); whether what was
        said while it was on its way takes it back, no rule says. The notices by which it left before are none of that.
        """
        given = self.spec.done("withdrawal of consent", *NOTICES, by=party)
        return any(self._takes_away(act, consent, since, start) for act in given if act.id not in left_by)

    def _takes_away(self, act: Act, consent: Act, since: date, start: date) -> bool:
        day = self.world.day(act.on("received"))
        if not consent.day("dated") <= day < start:
            return False
        if day < max(since, consent.day()) and not self.world.whether("takes back what was on its way", act.id):
            return False
        return self._takes_back(act)

    def _takes_back(self, act: Act) -> bool:
        if any(self.runs_its_period(party, act) for party in act.by):
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
        """The days on which a State began to apply the treaty provisionally, by what it did."""
        clause = self.spec.provisional
        assert clause is not None
        signed = [] if clause.declared else self.signed(party)
        return sorted({act.day() for act in (*signed, *self.spec.done("provisional application", by=party))})

    def _applied_when_given(self, party: str, notice: Act) -> bool:
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
            return True
        return False

    # --- the condition --------------------------------------------------------------------------

    def _met(self) -> date | None:
        """The first day on which the condition holds."""
        met = self._first_day()
        for act in self.spec.done("withdrawal of consent"):
            consented = (each for party in act.by for each in self.consents[party])
            if met is not None and act.day() == met and any(self.since(each) <= met for each in consented):
                raise UnsettledError("a consent withdrawn on the day on which the condition was met")
        return met

    def _first_day(self) -> date | None:
        days = [day for day in self._days_of_conditions() if self._holds(self.spec.condition, day)]
        if not days or self.spec.recorded or self._on_two_sides(days[0]):
            return min(days, default=None)
        # A treaty is between two (VCLT 2(1)(a)); whether it enters into force for one side alone, no rule says.
        # Between pairs, it waits for one of two States on different sides (VCLT 24(1)).
        pairs = self.spec.condition.kind == "pairwise"
        if not pairs and self.world.whether("in force for one side alone", "all"):
            return days[0]
        return next(filter(self._on_two_sides, days), None)

    def _on_two_sides(self, day: date) -> bool:
        """Whether States on two sides had consented by a day, where some stand on one side."""
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
        """Whether a condition holds at the end of a day."""
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
        """Whether a State has signed; who takes back a ratification has still signed."""
        done = [act for act in self._counting(self.signed(party)) if act.day("dated") <= day]
        undone = [act for act in done if act in self.consents[party] and not self.standing(party, day, [act], "dated")]
        return len(done) > len(undone)

    # --- the days of entry ----------------------------------------------------------------------

    def _counted(self) -> date | None:
        """The day on which the treaty enters into force by its clause."""
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
        for act in self.spec.done("withdrawal of consent", *NOTICES):
            day = self.world.day(act.on("received"))
            if self.met is None or self.counted is None or not self.met <= day < self.counted:
                continue
            before, entry = set(self.uncounted), self.counted
            consents = [each for party in act.by for each in self.consents[party]]
            self.uncounted |= {each.id for each in consents if self._takes_away(act, each, self.since(each), entry)}
            if self._first_day() == self.met or self.world.whether("enters into force all the same", act.id):
                self.uncounted = before
                continue
            self.met = self._met()
            self.counted = self._counted()

    def _needed(self, over: Act, day: date) -> bool:
        """Whether the condition needs the consent of a State whose membership ended before the entry into force.

        Only a member can be a party; whether its consent counts all the same, no rule says.
        """
        if not self.spec.tied or over.day() >= day:
            return False
        consents, self.consents = self.consents, {**self.consents, **{party: [] for party in over.by}}
        met, self.consents = self._met(), consents
        signing = {"signed", "fixed date"} & {part.kind for part in self.spec.condition.walk()}
        return met != self.met or bool(signing)

    def delayed(self, day: date, delay: Delay) -> date:
        """The day that comes after a delay; the day of the event is day 0."""
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
        return _asks_for(negotiating(self.spec) if _of_all(condition) else (), party, condition)

    def by_two(self) -> bool:
        """Whether two States alone bring the treaty into force: it names them, or no others negotiated it."""
        condition = self.spec.condition
        if condition.kind in ("signed", "ratified") and len(condition.by) == 2:
            return True
        two = surely_negotiating(self.spec)
        asked = {party for party in self.spec.parties if _asks_for(two, party, condition)}
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
        return _of_anybody(self.spec.condition) > len(listed | silent)


def _of_all(condition: Condition) -> bool:
    return any(part.kind in ("signed", "ratified") and not part.by for part in condition.walk())


def _asks_for(negotiated: Sequence[str], party: str, condition: Condition) -> bool:
    """Whether a condition cannot be met without a State's own act, which it names or which is one of all."""
    if condition.kind == "all of":
        return any(_asks_for(negotiated, party, part) for part in condition.parts)
    if condition.kind == "any of":
        return all(_asks_for(negotiated, party, part) for part in condition.parts)
    if condition.kind == "instruments":
        return party in condition.by and condition.number >= len(condition.by)
    return condition.kind in ("signed", "ratified") and party in (condition.by or negotiated)


def _of_anybody(condition: Condition) -> int:
    """How many instruments a condition asks for, whosever they are."""
    if condition.parts:
        return (max if condition.kind == "all of" else min)(map(_of_anybody, condition.parts))
    if condition.kind == "instruments":
        return 0 if condition.by else condition.number
    return 2 if condition.kind == "pairwise" else 0


def _ways(condition: Condition) -> Iterator[tuple[Condition, ...]]:
    """The ways in which a condition can be met: for each, all that must be there."""
    if condition.kind == "any of":
        for part in condition.parts:
            yield from _ways(part)
    elif condition.kind == "all of":
        for together in product(*(list(_ways(part)) for part in condition.parts)):
            yield tuple(chain.from_iterable(together))
    else:
        yield (condition,)


def _asked_of(party: str, way: Sequence[Condition]) -> str:
    """What a way asks of a State: its "signature" alone, or "more"; a way that does not name it leaves that "open"."""
    signed = [part for part in way if part.kind == "signed"]
    instruments = [part for part in way if part.kind in INSTRUMENTAL]
    if any(not part.by or party in part.by for part in instruments):
        return "more"
    named = any(not part.by or party in part.by for part in signed)
    return "signature" if named and not instruments else "open"
