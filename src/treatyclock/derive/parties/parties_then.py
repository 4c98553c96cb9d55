"""Who was a party on the day of an act, by the acts on record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import agreed
from treatyclock.derive.consent.taken_back import gone_by
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.histories.history import Membership, Standing
from treatyclock.derive.joining.approvers import approved_by
from treatyclock.derive.parties.membership import membership
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.coverage import Missing
from treatyclock.truth import Truth


class PartiesThen:
    """The parties, whenever an act was done, if the treaty never ended for all.

    Their periods are worked out once, however many acts are asked about.

    Args:
        evaluation: The evaluation.
        entry: The treaty's entry into force; None if it has not entered.
        idle: Acts that have no effect there.
    """

    def __init__(self, evaluation: Evaluation, entry: Entry | None, idle: Iterable[Act] = ()) -> None:
        """Note them."""
        self.entry = entry
        self._whole = evaluation
        self._idle = tuple(idle)
        self._periods: dict[str, tuple[Membership, ...]] = {}

    @cached_property
    def evaluation(self) -> Evaluation:
        """The evaluation, with the acts that count."""
        return self._whole.without(self._idle)

    def before_entry(self, act: Act) -> Truth:
        """Tell whether an act was done before the treaty was in force."""
        return Truth.YES if self.entry is None else ~self._whole.from_start_of(act.when(), self.entry.day)[0]

    def may_agree(self, act: Act, party: str) -> Truth:
        """Tell whether a State had a say in an act of its own.

        Whether it had where its consent arrived only later, and then reached back, no rule says.
        """
        return self.a_party(act, party) | (self._a_party(act, party, lambda period: Truth.YES) & Truth.UNKNOWN)

    def a_party(self, act: Act, party: str) -> Truth:
        """Tell whether a State was a party on the day of an act, or had consented before the treaty was in force."""
        day = self.evaluation.legal_days(act.when())
        return self._a_party(act, party, lambda period: self._bound_by(period, day))

    def had_left(self, act: Act, party: str) -> bool:
        """Tell whether a State surely was no party on the day of an act, and had been one before."""
        day = self.evaluation.legal_days(act.when())
        if self.entry is None or self.a_party(act, party) is not Truth.NO:
            return False
        ends = (period.end for period in self._periods_of(self.entry, party))
        return any(end is not None and end.last_day.first <= day.last for end in ends)

    def _a_party(self, act: Act, party: str, bound: Callable[[Membership], Truth]) -> Truth:
        day = self.evaluation.legal_days(act.when())
        if self.entry is None:
            return had_consented(self.evaluation, party, day)
        then = Truth.NO
        for period in self._periods_of(self.entry, party):
            then |= _in_period(self.evaluation, period, act, party) & bound(period)
        before = self.before_entry(act)
        return then if before is Truth.NO else then | (before & had_consented(self.evaluation, party, day))

    def _bound_by(self, period: Membership, day: Days) -> Truth:
        """Tell whether the consent that began a period had arrived by a day: one that reaches back undoes nothing."""
        if period.consent is None:
            return Truth.YES
        return self.evaluation.legal_days(period.consent.when(ActDate.RECEIVED)).not_after(day)

    def may_lack_acts(self, party: str) -> bool:
        """Tell whether acts of a State may be lacking in the record that made it a party, or no party."""
        return any(self.evaluation.record.coverage.lacks(what, party) for what in Missing)

    def _periods_of(self, entry: Entry, party: str) -> tuple[Membership, ...]:
        if party not in self._periods:
            endless = Standing(entry=entry, end=None)
            found = membership(self.evaluation, endless, party, listed=True, released=False)
            self._periods[party] = found.periods
        return self._periods[party]


def had_consented(evaluation: Evaluation, party: str, day: Days) -> Truth:
    """Tell whether a State had consented by a day, with the approval that it needs, and had not taken it back."""
    found = Truth.NO
    for consent in agreed(evaluation, party):
        whole = consent.day.not_after(day) & approved_by(evaluation, consent, party, day)
        found |= whole & ~gone_by(evaluation, consent, party, day)
    return found


def _in_period(evaluation: Evaluation, period: Membership, act: Act, party: str) -> Truth:
    """Tell whether an act came within a State's period of being a party: dates as printed, hours as instants."""
    when, day = act.when(), evaluation.legal_days(act.when())
    entry, end = period.entry, period.end
    if when.wall is None:
        begun = entry.day.not_after(day)
        if entry.day == day and any(each.day == day for each in agreed(evaluation, party)):
            begun = Truth.UNKNOWN  # it consented on that day itself, earlier or later than the others agreed
        if end is None:
            return begun
        ended = ~day.not_after(end.last_day)
        if end.at_hour and end.last_day.not_after(day) is not Truth.NO:
            ended |= Truth.UNKNOWN  # it may have ended within that day
        return begun & ~ended
    done = evaluation.happening(when)
    begun = _passed(entry.begins.earliest, entry.begins.latest, done.earliest, done.latest)
    ended = Truth.NO if end is None else _passed(end.at.earliest, end.at.latest, done.earliest, done.latest)
    return begun & ~ended


def _passed(earliest: int, latest: int, first: int, last: int) -> Truth:
    return Truth.YES if latest <= first else Truth.NO if earliest > last else Truth.UNKNOWN
