"""The days on which a review is due, and the last days of time limits: told, and no status follows from them.

Law: as the treaty provides (Vienna Convention arts. 26 and 31). A review or an obligation of a treaty that is over by
then is due no more, nor is that of a State that is no party any more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import count
from typing import TypeVar

from treatyclock.civil.days import Days
from treatyclock.derive.counting.order import in_order
from treatyclock.derive.counting.reaching_back import takes_effect
from treatyclock.derive.entry.entry import ENTERED
from treatyclock.derive.histories.for_all import ForAll
from treatyclock.derive.histories.histories import history
from treatyclock.derive.histories.history import History
from treatyclock.derive.inverse.dated import Dated, DateRule, dated
from treatyclock.derive.inverse.deadlines import MOST_DATES
from treatyclock.derive.overlays.applied_from import applied_from, first_applied
from treatyclock.derive.parties.not_on_record import event_not_on_record
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.errors import OutOfRangeError, TooManyDatesError
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.term import REVIEW_AGREED
from treatyclock.law.clauses.last_days import Within
from treatyclock.law.clauses.review import Review
from treatyclock.law.clauses.time_limit import TimeLimit
from treatyclock.law.conventions.first_days import TIME_LIMIT_FIRST_DAY
from treatyclock.law.status import Status
from treatyclock.law.subjects import GENERALLY, Subject
from treatyclock.truth import Truth

REVIEW_DUE = Rule("review due", "a review is due on {value}")
REVIEW_AS_AGREED = Rule("review as agreed", "the review is due on {value}, as agreed")
LAST_DAY = Rule("time limit", "the last day of the time limit is {value}")


def reviews_between(party: str | None, first: date, last: date) -> DateRule:
    """Return the rule that finds the days on which a review is due, or by which a conference is to decide.

    Args:
        party: Whose; None for everybody's.
        first: The first day looked at.
        last: The last.
    """
    return lambda evaluation, common: _days_found(
        _Due(evaluation, common, first, last), Review, _Due.add_reviews, party
    )


def time_limits_between(party: str | None, first: date, last: date) -> DateRule:
    """Return the rule that finds the last days of time limits.

    Args:
        party: Whose; None for everybody's.
        first: The first day looked at.
        last: The last.
    """
    return lambda evaluation, common: _days_found(
        _Due(evaluation, common, first, last), TimeLimit, _Due.add_time_limit, party
    )


class _Due:
    """The days found between two, and the conclusions that they rest on."""

    def __init__(self, evaluation: Evaluation, common: ForAll, first: date, last: date) -> None:
        self.evaluation = evaluation
        self._common = common
        self._first, self._last = first, last
        self._found: dict[Key, Days] = {}
        self._roots: list[Key] = []

    def add_reviews(self, clause: Review) -> None:
        """Add the days on which the reviews of a clause are due."""
        evaluation = self.evaluation
        given, start = evaluation.given_clause(clause), self._start(clause.since)
        if start is None:
            self._roots.append(given)
            return
        day, because = start
        number_of = evaluation.record.number(clause)
        name = "" if number_of is None else str(number_of + 1)
        period = clause.after
        for number in count(1):
            try:
                due, policy = evaluation.last_day(day, period, Review, first_day_counts=False)
            except OutOfRangeError:  # past year 9999 there is none
                return
            if due.first > self._last and not clause.or_as_agreed:
                return
            key, premises = Key("review due", name, number), (given, *because, *policy)
            agreed = self._as_agreed(clause, due, key, premises)
            if agreed is None:
                agreed = due, evaluation.derived(key, REVIEW_DUE, due, *premises)
            due, key = agreed
            early = clause.since == Within.PROVISIONAL
            if not clause.decides and self._over(clause, due):
                self._roots += [key, *self._why_over(due)]
                return
            self._add(due, key, before_entry=early)
            if clause.every is None:
                return
            period += clause.every

    def add_time_limit(self, clause: TimeLimit) -> None:
        """Add the last day of a time limit."""
        evaluation = self.evaluation
        number = evaluation.record.number(clause)
        key = Key("time limit", "" if number is None else str(number + 1))
        given = evaluation.given_clause(clause)
        if clause.until is not None:
            last = clause.until.days
            self._unless_over(clause, last, evaluation.derived(key, LAST_DAY, last, given))
            return
        start = self._start(clause.since, before_entry=True)
        if start is None or clause.lasts is None:
            self._roots.append(given)
            return
        day, because = start
        counts, convention = evaluation.first_day_counts(TIME_LIMIT_FIRST_DAY, clause)
        try:
            last, policy = evaluation.last_day(day, clause.lasts, TimeLimit, first_day_counts=counts)
        except OutOfRangeError:
            return
        key = evaluation.derived(key, LAST_DAY, last, given, *because, convention, *policy)
        self._unless_over(clause, last, key)

    def dated(self) -> Dated:
        """Return the days in their order."""
        found = sorted(self._found.items(), key=lambda each: (each[1].first, each[1].last))
        roots = [*(key for key, _ in found), *self._roots]
        return dated(self.evaluation, tuple(day for _, day in found), *(roots or [ENTERED]))

    def _unless_over(self, clause: TimeLimit, last: Days, key: Key) -> None:
        # A time from the signature, or up to a day, may be for the ratification itself.
        applied = clause.since == Within.PROVISIONAL
        early = clause.until is not None or clause.since not in Within.WORDS
        if self._over(clause, last, before_entry=early):
            self._roots += [key, *self._why_over(last)]
        else:
            self._add(last, key, before_entry=early or applied)

    def _add(self, day: Days, key: Key, *, before_entry: bool = False) -> None:
        """Add a day; one before the entry into force only where it may bear on that entry (Vienna Convention 24(4))."""
        entry = self._common.entry
        too_early = not before_entry and entry is not None and day.last < entry.day.first
        if too_early and entry is not None:
            self._roots += [key, entry.key]
            return
        if day.last < self._first or day.first > self._last:
            self._roots.append(key)
            return
        if len(self._found) == MOST_DATES:
            raise TooManyDatesError(MOST_DATES)
        self._found[key] = day

    def _start(self, since: str, *, before_entry: bool = False) -> tuple[Days, Sequence[Key]] | None:
        """Return the day that something runs from, and the reasons; None where that has not come about.

        Args:
            since: What it runs from.
            before_entry: Whether what runs from an act may do so before the treaty is in force.
        """
        evaluation, entry = self.evaluation, self._common.entry
        if since == Within.PROVISIONAL:
            if entry is not None:
                applied, why = applied_from(evaluation, entry)
                return applied, (why,)
            first = first_applied(evaluation)
            return None if first is None or not first.by_two else (first.day, (first.key,))
        if entry is None and (since == Within.ENTRY or not before_entry):
            return None
        if since == Within.ENTRY and entry is not None:
            return entry.day, (entry.key,)
        event = evaluation.acts.get(since)
        if event is None:
            day = event_not_on_record(evaluation, since)
            return None if day is None else (day, ())
        when, taken = takes_effect(evaluation, event)
        return evaluation.legal_days(when), (evaluation.given_act(event), *taken)

    def _why_over(self, due: Days) -> tuple[Key, ...]:
        """Return the reason why the treaty is over by a day; none where it is not."""
        end = self._common.end
        return end.keys if end is not None and end.last_day.last < due.first else ()

    def _over(self, clause: Review | TimeLimit, due: Days, *, before_entry: bool = False) -> bool:
        """Tell whether the treaty is over by a day, or those are no party then, nor apply it, whose matter it is.

        What may bear on the entry into force is the matter of those, too, who are no party yet. What runs from
        provisional application may be due while the treaty is not in force: then two must apply it towards each other.
        """
        end, entry = self._common.end, self._common.entry
        if end is not None and end.last_day.last < due.first:
            return True
        if clause.parties:
            return not any(self._a_party(party, due, before_entry=before_entry) for party in clause.parties)
        if clause.since != Within.PROVISIONAL or (entry is not None and entry.day.first <= due.last):
            return False
        return not self._applies(history(self.evaluation, self._common, GENERALLY), due)

    def _a_party(self, party: str, due: Days, *, before_entry: bool) -> bool:
        found = history(self.evaluation, self._common, Subject((party,)))
        periods = found.memberships
        if (before_entry and not periods) or self._applies(found, due):
            return True
        return any(
            (before_entry or each.entry.day.first <= due.last)
            and (each.end is None or each.end.last_day.last >= due.first)
            for each in periods
        )

    def _applies(self, found: History, due: Days) -> bool:
        """Tell whether a State that is no party yet may apply the treaty provisionally on a day."""
        first, last = self.evaluation.start_of(due)[0].earliest, self.evaluation.end_of(due)[0].latest
        return any(
            each.status is Status.PROVISIONAL
            and each.begins.earliest < last
            and (each.ends is None or each.ends.latest > first)
            for each in found.overlays
        )

    def _as_agreed(self, clause: Review, due: Days, key: Key, premises: Sequence[Key]) -> tuple[Days, Key] | None:
        """Return the day on which all agreed for a review in place of the clause's own; None where they did not."""
        evaluation = self.evaluation
        if not clause.or_as_agreed:
            return None
        for act in reversed(in_order(evaluation, self._agreements(clause))):
            assert act.effective is not None
            in_time = Truth.YES if evaluation.by_end_of(act.when(), due)[0] is Truth.YES else Truth.UNKNOWN
            text = f"does {act.id} put off the review?"
            if evaluation.settle(in_time, f"review put off by {act.id}", text, about=(act,)):
                day = evaluation.legal_days(act.effective)
                given = evaluation.given_act(act)
                return day, evaluation.derived(key, REVIEW_AS_AGREED, day, *premises, given)
        if not evaluation.record.coverage.lists_all_acts:
            text = "was another day agreed on for the review? The acts are listed in part."
            if evaluation.lacking(f"another day for the review due on {due}", text):
                day = Days.between(None if self._common.entry is None else self._common.entry.day.first)
                return day, evaluation.derived(key, REVIEW_AS_AGREED, day, *premises)
        return None

    def _agreements(self, clause: Review) -> list[Act]:
        """Return the agreements on another day for a review: of several that may be put off, by the article."""
        acts = self.evaluation.acts.of(REVIEW_AGREED)
        several = [each for each in self.evaluation.several(Review) if each.or_as_agreed]
        return [act for act in acts if len(several) == 1 or act.ref == clause.basis.ref]


C = TypeVar("C", Review, TimeLimit)


def _days_found(found: _Due, kind: type[C], add: Callable[[_Due, C], None], party: str | None) -> Dated:
    """Return the days that the clauses of a kind bring which are a party's matter, or everybody's."""
    for clause in found.evaluation.several(kind):
        if party is None or not clause.parties or party in clause.parties:
            add(found, clause)
    return found.dated()
