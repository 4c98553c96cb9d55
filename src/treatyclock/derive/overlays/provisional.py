"""Provisional application (Vienna Convention art. 25); entry into force ends it without a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.derive.consent import Consent
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.overlays.overlay import Overlay
from treatyclock.derive.overlays.sunset import survival
from treatyclock.derive.reasons import Key, Rule
from treatyclock.derive.timing import Span
from treatyclock.law.acts.operation import PROVISIONAL as DECLARED
from treatyclock.law.acts.operation import PROVISIONAL_END
from treatyclock.law.clauses.entry import AppliesTo, ProvisionalApplication
from treatyclock.law.conventions.first_days import NOTICE_FIRST_DAY
from treatyclock.law.status import Status

PROVISIONAL = Rule(
    "provisional application",
    "the treaty is applied provisionally from {value}",
    "Vienna Convention on the Law of Treaties, art. 25(1)",
)
PROVISIONAL_ENDS = Rule(
    "provisional application ends",
    "provisional application ends with {value}",
    "Vienna Convention on the Law of Treaties, art. 25(2)",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Over:
    """The end of provisional application: its last day, the instant, and the reasons."""

    last_day: Days
    at: Span
    because: tuple[Key, ...]


def provisional(evaluation: Evaluation, party: str, signed: Sequence[Consent]) -> tuple[Overlay, ...]:
    """Return the provisional application of a treaty by a State, and what survives it."""
    clause = evaluation.clause(ProvisionalApplication, party=party)
    if clause is None:
        return ()
    declared = evaluation.acts.by(party, [DECLARED])
    if declared:
        start, first = evaluation.legal_days(declared[0].effective or declared[0].when()), declared[0]
    elif clause.by is AppliesTo.SIGNATORIES and signed:
        start, first = signed[0].day, signed[0].act
    else:
        return ()
    given = (evaluation.given_clause(clause), evaluation.given_act(first))
    if clause.since is not None:
        start = Days.latest([start, clause.since.days])
    key = evaluation.derived(Key("provisional", party), PROVISIONAL, start, *given)
    begins, _ = evaluation.start_of(start)
    over = _over(evaluation, clause, party, key)
    because = (key,) if over is None else (key, *over.because)
    found = [
        Overlay(
            status=Status.PROVISIONAL,
            begins=begins,
            ends=None if over is None else over.at,
            because=because,
            what="provisional application",
        )
    ]
    if over is not None and clause.survives is not None:
        name = Key("provisional survival", party)
        found.append(survival(evaluation, name, over.last_day, over.at, clause.survives, *over.because))
    return tuple(found)


def _over(evaluation: Evaluation, clause: ProvisionalApplication, party: str, key: Key) -> _Over | None:
    """Return how it ends; without a period a notice ends it when the notice is given."""
    found: list[_Over] = []
    if clause.until is not None:
        at = evaluation.end_of(clause.until.days)[0]
        found.append(_Over(last_day=clause.until.days, at=at, because=()))
    for act in evaluation.acts.by(party, [PROVISIONAL_END]):
        day, at = evaluation.legal_days(act.when()), evaluation.happening(act.when())
        keys: tuple[Key, ...] = (evaluation.given_act(act),)
        if act.effective is not None:
            day = act.effective.days
            at = evaluation.end_of(day)[0]
        elif clause.notice:
            counts, convention = evaluation.first_day_counts(NOTICE_FIRST_DAY, clause)
            day, policy = evaluation.last_day(day, clause.notice, first_day_counts=counts)
            at = evaluation.end_of(day)[0]
            keys = (*keys, convention, *policy)
        found.append(_Over(last_day=day, at=at, because=keys))
    if not found:
        return None
    last = Days.earliest(each.last_day for each in found)
    ends = Span(min(each.at.earliest for each in found), min(each.at.latest for each in found))
    because = dict.fromkeys(k for each in found if each.last_day.first <= last.last for k in each.because)
    made = evaluation.derived(Key("provisional end", party), PROVISIONAL_ENDS, last, key, *because)
    return _Over(last_day=last, at=ends, because=(made,))
