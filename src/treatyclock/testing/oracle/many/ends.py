"""What ends a treaty for all: by agreement, by its term, for want of parties, as recorded (VCLT 42(2), 54, 55)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from treatyclock.testing.oracle.days import ONE_DAY, Moment, Span, UnsettledError
from treatyclock.testing.oracle.many.agreement import Agreement
from treatyclock.testing.oracle.many.endings import Ending, Spell, first
from treatyclock.testing.oracle.many.term import Course
from treatyclock.testing.oracle.many.treaty import Act, Side


class Ends(Agreement):
    """The end that comes to all.

    Attributes:
        agreed: The acts to which all agreed.
        course: The course of the term.
        own: The times of each State as a party, as its own acts begin and end them.
        by_a_side: When, by the count, it ends for all since nobody is left on a side; None where it does not.
    """

    agreed: list[Act]
    course: Course
    own: Mapping[str, Sequence[Spell]]
    by_a_side: Span | None = None

    def _first(self, ends: Sequence[Ending]) -> Ending | None:
        sunset = self.spec.sunset
        return first(
            ends,
            surviving="" if not sunset or not sunset.lasts else ("the notice" if sunset.from_notice else "the end"),
        )

    def _end_for_all(self) -> Ending | None:
        """The first end that comes to the treaty as a whole.

        Law: VCLT 42(2), 54.
        """
        ends = [end for end in (self.course.end(), self._too_few(), self._side_left(), self._nobody_opposite()) if end]
        for act, end in self.ends_by_consent():
            if any(self._agreed_later(act, other, end.span) for other in self.agreed):
                raise UnsettledError("a later agreement of all on another end")
            ends.append(end)
        if self.spec.exit and self.spec.exit.for_all:
            if self.entry.more_than_listed():
                raise UnsettledError("an end for all by a notice, perhaps of a State that is not listed")
            ends += [spell.end for spells in self.own.values() for spell in spells if spell.end and spell.end.notice]
        counted, of_side = self._first(ends), [end for end in ends if end.rule == "nobody left on a side"]
        self.by_a_side = of_side[0].span if counted and of_side and of_side[0].span == counted.span else None
        return self._recorded() or counted

    def ends_by_consent(self) -> Iterator[tuple[Act, Ending]]:
        """The ends on which all agree, each with the act.

        Law: VCLT 54(b).
        """
        for act in self.agreed:
            if act.kind == "termination by consent":
                yield act, self._agreed_end(act)

    def said_to_be_over(self) -> Iterator[tuple[Act, Ending]]:
        """The ends on which all agree, and those that all who are listed name, whatever else these come to.

        Law: VCLT 25(2), 54(b).
        """
        yield from self.ends_by_consent()
        for act in self.spec.done("termination by consent"):
            if act not in self.agreed and set(act.by) == set(self.spec.parties):
                yield act, self._agreed_end(act)

    def _agreed_end(self, act: Act) -> Ending:
        span = self.world.named(act.effective) if act.effective else self.world.span(act.when)
        exact = isinstance(act.when, Moment) and not act.effective
        return Ending(span, "end by consent", act.id, named=act.effective or act.day(), exact=exact)

    def _recorded(self) -> Ending | None:
        """The end as it was recorded: a fact, which goes before what the clauses and the acts on record give.

        Law: a fact on the record that the depositary keeps (VCLT 77).
        """
        end, entry = self.spec.end, self.entry.day
        if end is None:
            return None
        if entry is None:
            raise UnsettledError("an end recorded for what never entered into force by the acts on record")
        if self.spec.sunset and self.spec.sunset.from_notice:
            raise UnsettledError("survival from a notice, where only the end is recorded")
        out = self.world.named_day_is_out if end.is_out is None else end.is_out
        span = self.world.after(end.day - ONE_DAY if out else end.day)
        if span.last <= self.world.midnight(entry):
            raise UnsettledError("an end recorded for a day before the entry into force")
        return Ending(span, "end as recorded", named=end.day)

    def _agreed_later(self, act: Act, other: Act, end: Span) -> bool:
        """Whether another agreement may have been made after one to end the treaty, and before that end.

        Law: VCLT 30(3), 54(b).
        """
        kinds = ("termination by consent", "extension of the term")
        made = self.world.span(other.when)
        return other is not act and other.kind in kinds and other.day() >= act.day() and made.first <= end.last

    def _too_few(self) -> Ending | None:
        """The time from which there are fewer parties than the clause calls for, once there were as many (VCLT 55)."""
        if not self.spec.minimum:
            return None
        if self.entry.more_than_listed():
            raise UnsettledError("too few of those listed, who are not all")
        when, among_those_that_count = (
            self._fewer_than(self.spec.minimum),
            self._fewer_than(self.spec.minimum, all=False),
        )
        # Whether a party counts here whose instrument does not count toward the entry into force, no rule says.
        if when != among_those_that_count and not self.world.whether("counted among those who must be left", "all"):
            when = among_those_that_count
        return Ending(when, "too few parties", notice=self._last_notice(when)) if when else None

    def _last_notice(self, when: Span) -> date | None:
        """The day of the notice that brought too few, the last of several; None where another exit may have."""
        ends = [spell.end for spells in self.own.values() for spell in spells if spell.end]
        by = [end.notice for end in ends if end.span.first <= when.last and when.first <= end.span.last]
        given = [notice for notice in by if notice]
        return max(given) if given and len(given) == len(by) else None

    def _side_left(self) -> Ending | None:
        """The time from which only one side has parties, once there were two such sides (VCLT 2(1)(a), 54(a))."""
        if not any(len(side.parties) > 1 for side in self.spec.sides):
            return None
        if self.entry.more_than_listed():
            raise UnsettledError("a side left by those listed, who are not all")
        spells = [(side, spell) for side in self.spec.sides for party in side.parties for spell in self.own[party]]
        soon, last = (self._one_side(spells, late=late) for late in (False, True))
        known = [(side, spell) for side, spell in spells if self.spec.act(spell.consent).day() <= spell.start]
        then = self._one_side(known, late=False)
        if then != soon and then is not None:
            raise UnsettledError("a side left, until a State consented later and reached back")
        if (soon is None) is not (last is None):
            raise UnsettledError("perhaps a side left")
        when = Span(soon, last) if soon and last else None
        return Ending(when, "nobody left on a side", notice=self._last_notice(when)) if when else None

    def _one_side(self, spells: Sequence[tuple[Side, Spell]], *, late: bool) -> datetime | None:
        times = [
            (
                side,
                self.world.midnight(spell.start),
                None if spell.end is None else spell.end.span.last if late else spell.end.span.first,
            )
            for side, spell in spells
        ]
        both = False
        for at in sorted({each for _, start, end in times for each in (start, end) if each}):
            there = {side for side, start, end in times if start <= at and (end is None or at < end)}
            if both and len(there) < 2:
                return at
            both = both or len(there) > 1
        return None

    def _nobody_opposite(self) -> Ending | None:
        """The time from which one party alone is left, if the treaty has ended with that.

        A treaty is between two at least (VCLT 2(1)(a)), and a number that falls does not by that alone end one of many
        (VCLT 55). Which of the two holds where one is left is open, unless the treaty itself says how many there must
        be. Where the last ones leave together, there never is one alone.
        """
        of_pairs = self.spec.condition.kind == "pairwise" or self.entry.by_two()
        if not of_pairs and self._number_told():
            return None
        when = self._fewer_than(2)
        if when is None or (not of_pairs and when == self._fewer_than(1)):
            return None
        return Ending(when, "nobody opposite") if self.world.whether("over with one party left", "all") else None

    def _number_told(self) -> bool:
        """Whether the treaty says itself how many parties it needs, or there are others than those listed."""
        condition, sides = self.spec.condition, self.spec.sides
        one_is_enough = condition.kind == "instruments" and condition.number == 1
        of_sides = any(len(side.parties) > 1 for side in sides)
        return bool(self.spec.minimum) or one_is_enough or of_sides or self.entry.more_than_listed()

    def _fewer_than(self, number: int, *, all: bool = True) -> Span | None:
        """When there are fewer parties than a number, once there were as many; None for never.

        ``all``: whether those are counted too whose instruments do not count toward the entry into force.

        Law: VCLT 55.
        """
        spells = [
            spell for spells in self.own.values() for spell in spells if all or self.spec.act(spell.consent).counts
        ]
        first_ends = [(spell, spell.end.span.first if spell.end else None) for spell in spells]
        soon = self._falls_below(number, first_ends)
        late = self._falls_below(number, [(spell, spell.end.span.last if spell.end else None) for spell in spells])
        known = [spell for spell in spells if self.spec.act(spell.consent).day() <= spell.start]
        then = self._falls_below(number, [(spell, spell.end.span.first if spell.end else None) for spell in known])
        counted = self._falls_below(number, [(self._from_its_consent(spell), end) for spell, end in first_ends])
        if (then != soon and then is not None) or counted != soon:
            raise UnsettledError("too few, until a State consented later and reached back")
        if soon is None and late is None:
            return None
        if soon is None or late is None:
            raise UnsettledError("perhaps too few")
        return Span(soon, late)

    def _from_its_consent(self, spell: Spell) -> Spell:
        """A State's time as a party, without what came before it consented: nobody counted it until then."""
        return replace(spell, start=max(spell.start, self.spec.act(spell.consent).day()))

    def _falls_below(self, number: int, ends: Sequence[tuple[Spell, datetime | None]]) -> datetime | None:
        starts = [self.world.midnight(spell.start) for spell, _ in ends]
        enough = False
        for at in sorted({*starts, *(end for _, end in ends if end)}):
            inside = sum(
                start <= at and (end is None or at < end) for start, (_, end) in zip(starts, ends, strict=True)
            )
            if enough and inside < number:
                return at
            enough = enough or inside >= number
        return None
