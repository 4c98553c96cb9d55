"""How many instruments there were when, by the numbers that sources give to some of them.

The number of an instrument tells how many there were with it, whoever is listed. So one with a higher number than is
needed shows by when enough were there, and one with a lower number since when: the rest came after it.

Two numbers that contradict each other cannot both be right. Which one is right is not known, so each is taken alone,
and the day lies somewhere among what they tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations

from treatyclock.civil.days import EARLIEST, LATEST, Days
from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.entry.met import Met
from treatyclock.derive.parties.not_on_record import consent_not_on_record, may_lack_instruments, reached_later
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Named, Rule
from treatyclock.law.acts.act import Act, surely_before

TOLD = Rule("number told", "what is needed was there: as its source says, that was instrument number {value}")
TOLD_BETWEEN = Rule(
    "number told between", "by the numbers that sources give to instruments, what is needed was there on {value}"
)

CONTRADICTORY = Rule(
    "numbers contradictory",
    "the numbers that sources give to instruments contradict each other; by one or another of them, what is needed was "
    "there on {value}",
)

MORE_THAN_LISTED = "More States consented than are on the list."


@dataclass(frozen=True, slots=True)
class Numbered:
    """Instruments, some of which a source numbers.

    Attributes:
        every: Each State's first instrument that counts, be it taken back later.
        live: Each State's first instrument that counts and was not taken back.
        back: For each State that took one back, the last day on which it may have done so.
        only: The one instrument whose number is taken to be right; None where all numbers are.
    """

    every: Mapping[str, Consent]
    live: Mapping[str, Consent]
    back: Mapping[str, date] = field(default_factory=dict)
    only: Consent | None = None

    @property
    def told(self) -> list[Consent]:
        """Those that a source numbers."""
        return [each for each in self.every.values() if self._number(each)]

    @property
    def apart(self) -> list[Numbered]:
        """The same with each number alone, where two of them contradict each other; otherwise all as they are."""
        told = self.told
        among_them = any(contradict(one.act, other.act) for one, other in combinations(told, 2))
        if among_them or any(self._at_the_least(each) > self._number(each) for each in told):
            return [replace(self, only=each) for each in told]
        return [self]

    def by_the_list(self, enough: int) -> tuple[date | None, date | None]:
        """Return the first and the last day on which enough may have been there by the list; None where too few."""
        days = [each.day for each in self.live.values()]
        return self._nth([day.first for day in days], enough), self._nth([day.last for day in days], enough)

    def _at_the_least(self, told: Consent) -> int:
        """Return which instrument one is at the least, by those on the list that surely came before it."""
        return 1 + sum(each.day.last < told.day.first for each in self.live.values())

    def _number(self, consent: Consent) -> int:
        return (consent.act.ordinal or 0) if self.only in {None, consent} else 0

    def exactly(self, enough: int) -> Consent | None:
        """Return the instrument that was enough, as its source numbers it; None where no source does."""
        for each in self.live.values():
            if self._number(each) == enough and not self._lost(each):
                return each
        return None

    def by(self, enough: int) -> date | None:
        """Return the day by which enough instruments surely were there; None where no number shows it."""
        found = [self._nth([each.day.last for each in self.live.values()], enough)]
        for told in self.told:
            later = [each.day.last for each in self.live.values() if self._before(told, each)]
            with_it = self._number(told) - self._lost(told)
            found.append(told.day.last if with_it >= enough else self._nth(later, enough - with_it))
        return min((day for day in found if day is not None), default=None)

    def not_before(self, enough: int) -> date:
        """Return the day before which there surely were too few."""
        found = EARLIEST
        for told in self.told:
            # Of those that came before it, as many may lack on the list as are more than needed.
            spare = self._number(told) - 1 - enough
            if spare < 0:
                found = max(found, told.day.first)
                continue
            before = sorted((c.day.first for c in self.live.values() if self._before(c, told)), reverse=True)
            found = max(found, before[spare] if spare < len(before) else EARLIEST)
        return found

    def more_than_listed(self, perhaps: Set[str]) -> bool:
        """Tell whether a number shows that States consented of whom no consent is listed.

        Args:
            perhaps: Listed States that may have consented though no consent of theirs is listed.
        """
        return any(
            self._number(told) > len(perhaps) + sum(not self._before(told, each) for each in self.every.values())
            for told in self.told
        )

    def _lost(self, told: Consent) -> int:
        """Return how many that an instrument's number may have counted were taken back: those that were not by then."""
        gone = {party: each for party, each in self.every.items() if self.live.get(party) != each}
        later = (each for party, each in gone.items() if self.back.get(party, LATEST) >= told.day.first)
        return sum(not self._before(told, each) for each in later)

    def _before(self, one: Consent, other: Consent) -> bool:
        """Tell whether an instrument surely came before another, by their dates or by their numbers."""
        first, second = self._number(one), self._number(other)
        return one.day.last < other.day.first or 0 < first < second

    @staticmethod
    def _nth(days: Sequence[date], number: int) -> date | None:
        return sorted(days)[number - 1] if number <= len(days) else None


def contradict(one: Act, other: Act) -> bool:
    """Tell whether the numbers of two instruments contradict each other: they are equal, or not in the order of dates.

    Args:
        one: An act of consent.
        other: Another one.
    """
    if one == other or not one.ordinal or not other.ordinal:
        return False
    first, second = sorted((one, other), key=lambda act: act.ordinal or 0)
    return first.ordinal == second.ordinal or surely_before(second.when(), first.when())


def by_numbers(evaluation: Evaluation, numbered: Numbered, enough: int, *, listed: bool) -> Met | None:
    """Return the day on which enough were there, as sources number the instruments; None where they do not tell.

    The instrument with the very number that is needed computes the day without those that came before. What came
    later, or did not count, has no part in it. Other numbers leave it between two days.
    """
    several = numbered.apart
    consent = numbered.exactly(enough) if several == [numbered] else None
    if consent is not None:
        key = Key("number told", consent.act.id)
        made = evaluation.derived(key, TOLD, Named(str(enough)), evaluation.given_act(consent.act))
        return Met(day=consent.day, acts=(consent.act,), because=(made,), not_before=consent.day.first)
    # Where all instruments are listed, numbers tell nothing that the list does not.
    perhaps = {each.id for each in evaluation.record.parties if consent_not_on_record(evaluation, each.id) is not None}
    more = numbered.more_than_listed(perhaps - {*numbered.every})
    if several == [numbered] and (listed or not numbered.told or not (more or may_lack_instruments(evaluation))):
        return None
    not_before, by = _between(several, enough)
    if several != [numbered]:
        # By the list alone, whatever the numbers are, enough may have been there on another day.
        earliest, latest = numbered.by_the_list(enough)
        not_before = min(not_before, earliest or not_before)
        by = max(by, latest or by) if by is not None else None
    acts = dict.fromkeys(each.act for each in (*numbered.told, *numbered.live.values()))
    given = tuple(map(evaluation.given_act, acts))
    if by is None:
        day = reached_later(evaluation, not_before, MORE_THAN_LISTED if more else "")
        return None if day is None else Met(day=day, because=given, not_before=not_before)
    day = Days(first=min(not_before, by), last=max(not_before, by))
    rule = TOLD_BETWEEN if several == [numbered] else CONTRADICTORY
    made = evaluation.derived(Key("number told", number=enough), rule, day, *given)
    return Met(day=day, because=(made,), not_before=day.first)


def _between(several: Sequence[Numbered], enough: int) -> tuple[date, date | None]:
    """Return the day before which there were too few by each, and the day by which there were enough by each."""
    not_before, by = [], []
    for each in several:
        exact = each.exactly(enough) if each.only is not None else None
        not_before.append(exact.day.first if exact is not None else each.not_before(enough))
        by.append(exact.day.last if exact is not None else each.by(enough))
    known = [day for day in by if day is not None]
    return min(not_before), max(known) if len(known) == len(by) else None
