"""How long the treaty lasts: its term, renewals, extensions (VCLT 54(a))."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from treatyclock.testing.oracle.days import ONE_DAY, Moment, Period, Span, UnsettledError, When, civil_date, last_day
from treatyclock.testing.oracle.many.endings import Ending, first
from treatyclock.testing.oracle.many.treaty import Act, Spec, Term
from treatyclock.testing.oracle.many.worlds import ManyWorld

LAST_YEAR_OF_INTEREST = 1956


class Course:
    """The course of the term in a world, as the agreed extensions leave it."""

    def __init__(self, spec: Spec, world: ManyWorld, entry: date | None, extensions: Sequence[Act]) -> None:
        self.spec = spec
        self.world = world
        self.entry = entry
        # The later treaty goes before the earlier one (VCLT 30(3)): whether that agreed last or that last in force is
        # the later one, is open.
        self.extensions = sorted(extensions, key=in_force_on)
        agreed = sorted(extensions, key=lambda act: (act.day("dated"), in_force_on(act)))
        if agreed != self.extensions and world.whether("agreed last prevails", agreed[-1].id):
            self.extensions = agreed
        # Of two that were agreed on one day nobody knows which was agreed last.
        other_way = sorted(extensions, key=lambda act: (act.day("dated"), -in_force_on(act).toordinal()))
        if other_way != agreed and world.whether("agreed last on one day prevails", other_way[-1].id):
            self.extensions = other_way
        if any(
            in_force_on(one) == in_force_on(other)
            and one.day("dated") == other.day("dated")
            and one.until != other.until
            for one, other in combinations(extensions, 2)
        ):
            raise UnsettledError("two agreements of one day on the last day")
        self.heeded: list[Act] = []
        self.named: list[date] = []
        # For each stretch the day of the last agreement that prolonged the term, if one did.
        self.prolonged: list[date | None] = []
        self.stretches = list(self._stretches()) if spec.term and entry else []

    def _stretches(self) -> Iterator[When]:
        """The last day of the term, then of each renewal; an extension that is in force by then puts it off.

        Renewals are counted from the anchor of the term (Convention on the Calculation of Time-Limits, art. 4(2)), and
        after a last day that is named, from the day after. An extension uses up no renewal, and gives none back.

        Law: rule 1; VCLT 54(a).
        """
        term, renewal, world = self.spec.term, self.spec.renewal, self.world
        assert term is not None
        last: When | None = self._first_last_day()
        if last is None:
            if self.extensions:
                raise UnsettledError("an extension of a term that is not bound to a day")
            return
        used = named_after = 0
        named = None if term.lasts else last
        while True:
            for act in self.extensions:
                if act in self.heeded or not self._in_force_by(act, last):
                    continue
                assert act.until is not None
                if world.span(act.until).last < world.span(last).last:
                    raise UnsettledError("an extension that makes the term shorter")
                self.heeded.append(act)
                last = named = act.until
                named_after = used
            if last == named:
                self.named.append(self.world.day(last))
            self.prolonged.append(self.heeded[-1].day("dated") if self.heeded else None)
            yield last
            block = renewal.block if renewal else None
            if renewal is None or block is None or used == renewal.times or self._far_enough(last):
                break
            used += 1
            if named is None:
                assert term.lasts is not None
                anchor = term.anchor or self.entry
                assert anchor is not None
                last = last_day(anchor, term.lasts.plus(block, used), world.first_day, world.month_end)
            else:
                # What follows a last day begins with the day after it, and that day counts.
                blocks = Period().plus(block, used - named_after)
                last = last_day(world.day(named) + ONE_DAY, blocks, True, world.month_end)
        if self.indefinite and [act for act in self.extensions if act not in self.heeded]:
            raise UnsettledError("an end agreed for a treaty that has no term any more")

    def _far_enough(self, last: When) -> bool:
        """Whether a treaty that is renewed for ever need be followed no further."""
        return self.spec.renewal is not None and self.spec.renewal.times is None and civil_date(last).year > 1960

    def _first_last_day(self) -> When | None:
        """The last day of the first term, or the hour at which it ends.

        Law: VCLT 54(a).
        """
        term = self.spec.term
        assert term is not None
        if term.lasts:
            anchor = term.anchor or self.entry
            assert anchor is not None
            return last_day(anchor, term.lasts, self.world.first_day, self.world.month_end)
        return term.until

    @property
    def indefinite(self) -> bool:
        """Whether the treaty goes on without a term after the last stretch.

        Law: VCLT 54(a), 56.
        """
        return bool(self.spec.renewal and self.spec.renewal.then_indefinite)

    @property
    def days(self) -> list[date]:
        """The last days of the stretches."""
        return [self.world.day(last) for last in self.stretches]

    def _in_force_by(self, act: Act, end: When) -> bool:
        """Whether an extension is in force by the end that it puts off (rule 1)."""
        day = in_force_on(act)
        if isinstance(end, Moment) and day == self.world.day(end):
            raise UnsettledError("extended on the day on which it ends at an hour")
        return day <= self.world.day(end)

    def end(self) -> Ending | None:
        """The end of the term; None while nothing ends it.

        Law: VCLT 54(a).
        """
        term, renewal = self.spec.term, self.spec.renewal
        if term is None and self.extensions:
            raise UnsettledError("a last day agreed for a treaty that has no term")
        if term is None or self.entry is None:
            return None
        if term.until_event:
            return self._until_event(term.until_event)
        if renewal and (renewal.times is None or renewal.then_indefinite):
            return None
        last = self.stretches[-1]
        if isinstance(last, Moment):
            return Ending(Span(last.instant, last.instant), "end of the term", named=civil_date(last), exact=True)
        return Ending(self.world.after(last), "end of the term", named=last if last in self.named else None)

    def _until_event(self, events: tuple[str, ...]) -> Ending | None:
        term = self.spec.term
        assert term is not None
        return first([self._with_the_event(act, term) for act in self.spec.acts if act.id in events])

    def _with_the_event(self, act: Act, term: Term) -> Ending:
        if term.plus:
            last = last_day(act.day(), term.plus, self.world.first_day, self.world.month_end)
            return Ending(self.world.after(last), "end of the term", act.id)
        exact = isinstance(act.when, Moment) and self.world.event == "hour"
        return Ending(
            self.world.until_event(act.when),
            "end of the term",
            act.id,
            named=act.day() if exact else None,
            exact=exact,
        )


def in_force_on(act: Act) -> date:
    """The day on which an agreement is in force: its own, or the one it names."""
    return act.effective or act.day()
