"""How many instruments there were when, by the numbers that sources give to some of them.

The number of an instrument tells how many there were with it, whoever is listed. So one with a higher number than is
needed shows by when enough were there, and one with a lower number since when: the rest came after it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from treatyclock.civil.days import EARLIEST, LATEST, Days
from treatyclock.derive.consent import Consent
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.met import Met
from treatyclock.derive.not_on_record import consent_not_on_record, may_lack_instruments, reached_later
from treatyclock.derive.reasons import Key, Named, Rule

TOLD = Rule("number told", "what is needed was there: as its source says, that was instrument number {value}")
TOLD_BETWEEN = Rule(
    "number told between", "by the numbers that sources give to instruments, what is needed was there on {value}"
)

MORE_THAN_LISTED = "More States consented than are on the list."


@dataclass(frozen=True, slots=True)
class Numbered:
    """Instruments, some of which a source numbers.

    Attributes:
        every: Each State's first instrument that counts, be it taken back later.
        live: Each State's first instrument that counts and was not taken back.
        back: For each State that took one back, the last day on which it may have done so.
    """

    every: Mapping[str, Consent]
    live: Mapping[str, Consent]
    back: Mapping[str, date] = field(default_factory=dict)

    @property
    def told(self) -> list[Consent]:
        """Those that a source numbers."""
        return [each for each in self.every.values() if each.act.ordinal]

    def exactly(self, enough: int) -> Consent | None:
        """Return the instrument that was enough, as its source numbers it; None where no source does."""
        for each in self.live.values():
            if each.act.ordinal == enough and not self._lost(each):
                return each
        return None

    def by(self, enough: int) -> date | None:
        """Return the day by which enough instruments surely were there; None where no number shows it."""
        found = [self._nth([each.day.last for each in self.live.values()], enough)]
        for told in self.told:
            later = [each.day.last for each in self.live.values() if _before(told, each)]
            with_it = (told.act.ordinal or 0) - self._lost(told)
            found.append(told.day.last if with_it >= enough else self._nth(later, enough - with_it))
        return min((day for day in found if day is not None), default=None)

    def not_before(self, enough: int) -> date:
        """Return the day before which there surely were too few."""
        found = EARLIEST
        for told in self.told:
            # Of those that came before it, as many may lack on the list as are more than needed.
            spare = (told.act.ordinal or 0) - 1 - enough
            if spare < 0:
                found = max(found, told.day.first)
                continue
            before = sorted((c.day.first for c in self.live.values() if _before(c, told)), reverse=True)
            found = max(found, before[spare] if spare < len(before) else EARLIEST)
        return found

    def more_than_listed(self, perhaps: Set[str]) -> bool:
        """Tell whether a number shows that States consented of whom no consent is listed.

        Args:
            perhaps: Listed States that may have consented though no consent of theirs is listed.
        """
        return any(
            (told.act.ordinal or 0) > len(perhaps) + sum(not _before(told, each) for each in self.every.values())
            for told in self.told
        )

    def _lost(self, told: Consent) -> int:
        """Return how many that an instrument's number may have counted were taken back: those that were not by then."""
        gone = {party: each for party, each in self.every.items() if self.live.get(party) != each}
        later = (each for party, each in gone.items() if self.back.get(party, LATEST) >= told.day.first)
        return sum(not _before(told, each) for each in later)

    @staticmethod
    def _nth(days: Sequence[date], number: int) -> date | None:
        return sorted(days)[number - 1] if number <= len(days) else None


def _before(one: Consent, other: Consent) -> bool:
    """Tell whether an instrument surely came before another, by their dates or by their numbers."""
    first, second = one.act.ordinal, other.act.ordinal
    return one.day.last < other.day.first or (first is not None and second is not None and first < second)


def by_numbers(evaluation: Evaluation, numbered: Numbered, enough: int, *, listed: bool) -> Met | None:
    """Return the day on which enough were there, as sources number the instruments; None where they do not tell.

    The instrument with the very number that is needed computes the day without those that came before. What came
    later, or did not count, has no part in it. Other numbers leave it between two days.
    """
    consent = numbered.exactly(enough)
    if consent is not None:
        key = Key("number told", consent.act.id)
        made = evaluation.derived(key, TOLD, Named(str(enough)), evaluation.given_act(consent.act))
        return Met(day=consent.day, acts=(consent.act,), because=(made,), not_before=consent.day.first)
    # Where all instruments are listed, numbers tell nothing that the list does not.
    perhaps = {each.id for each in evaluation.record.parties if consent_not_on_record(evaluation, each.id) is not None}
    more = numbered.more_than_listed(perhaps - {*numbered.every})
    if listed or not numbered.told or not (more or may_lack_instruments(evaluation)):
        return None
    not_before, by = numbered.not_before(enough), numbered.by(enough)
    acts = dict.fromkeys(each.act for each in (*numbered.told, *numbered.live.values()))
    given = tuple(map(evaluation.given_act, acts))
    if by is None:
        day = reached_later(evaluation, not_before, MORE_THAN_LISTED if more else "")
        return None if day is None else Met(day=day, because=given, not_before=not_before)
    day = Days(first=min(not_before, by), last=max(not_before, by))
    made = evaluation.derived(Key("number told", number=enough), TOLD_BETWEEN, day, *given)
    return Met(day=day, because=(made,), not_before=day.first)
