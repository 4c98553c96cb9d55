"""With what provisional application begins: a signature, a consent or a declaration, and what must come before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.counting.delays import delayed
from treatyclock.derive.entry.conditions import met
from treatyclock.derive.entry.met import Met
from treatyclock.derive.joining.approved import counted_if_approved
from treatyclock.derive.overlays.provisional_acts import acts_of_beginning, begins_on
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.acts.consent import ACCESSION_APPROVED, CONSENT_WITHDRAWN
from treatyclock.law.clauses.before_entry import ProvisionalApplication
from treatyclock.truth import Truth

PROVISIONAL = Rule(
    "provisional application",
    "the treaty is applied provisionally from {value}",
    "Vienna Convention on the Law of Treaties, art. 25(1)",
)
MAY_BEGIN = Rule(
    "provisional application possible",
    "the treaty can be applied provisionally from {value}",
    "Vienna Convention on the Law of Treaties, art. 25(1)",
)
WAITS = Rule(
    "provisional application waits",
    "what must come about before provisional application has not, so it has not begun",
    "Vienna Convention on the Law of Treaties, art. 25(1)",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A beginning of provisional application.

    Attributes:
        act: The act with which it begins.
        when: The day or hour of that act's effect.
        start: The day from which the treaty is applied.
        key: The reason.
        number: What tells it from an earlier one of the same State; None for the first.
    """

    act: Act
    when: Moment
    start: Days
    key: Key
    number: int | None


def beginnings(
    evaluation: Evaluation,
    clause: ProvisionalApplication,
    party: str,
    signed: Sequence[Consent],
    entry: Days | None,
) -> Iterator[Begun]:
    """Yield the beginnings of provisional application by a State, in order.

    Args:
        evaluation: The evaluation.
        clause: The clause.
        party: The State.
        signed: Its signatures.
        entry: The day of the treaty's entry into force; None if it has not entered.
    """
    if clause.parties and party not in clause.parties:
        return
    condition = None if clause.when is None else met(evaluation, clause.when, ActDate.RECEIVED)
    if condition is not None and condition.day is None:
        evaluation.derived(Key("provisional waits", party), WAITS, None, *condition.because, told=True)
        return
    alone = not clause.hangs_on_others or party in clause.hangs_on_others
    for number, act in enumerate(acts_of_beginning(evaluation, clause, party, signed, entry), start=1):
        about = number if number > 1 else None
        when, taken = begins_on(evaluation, act)
        counted = counted_if_approved(evaluation, Consent(act=act, day=evaluation.legal_days(when)), party, entry)
        if counted is None:
            continue
        start, because_of = counted.day, tuple[Key, ...]()
        approvals = evaluation.acts.answering(act, ACCESSION_APPROVED) if start != evaluation.legal_days(when) else ()
        if condition is not None and condition.day is not None:
            if _taken_back_before_it(evaluation, clause, condition, start):
                continue
            start, because_of = Days.latest([start, condition.day]), condition.because
        start, policy = delayed(evaluation, start, clause.delay, ProvisionalApplication)
        if clause.since is not None:
            start = Days.latest([start, clause.since.days])
        given = (
            evaluation.given_clause(clause),
            *map(evaluation.given_act, (*approvals, act)),
            *taken,
            *because_of,
            *policy,
        )
        rule = PROVISIONAL if alone else MAY_BEGIN
        key = evaluation.derived(Key("provisional", party, about), rule, start, *given)
        yield Begun(act=act, when=when, start=start, key=key, number=about)


def _taken_back_before_it(evaluation: Evaluation, clause: ProvisionalApplication, condition: Met, start: Days) -> bool:
    """Ask whether it does not begin since a State took back what it waits for, after that came about and before it."""
    assert condition.day is not None
    due = delayed(evaluation.aside(), Days.latest([start, condition.day]), clause.delay, ProvisionalApplication)[0]
    authors = {party for act in condition.acts for party in act.by}
    for act in evaluation.acts.of(CONSENT_WITHDRAWN):
        day = evaluation.legal_days(act.when())
        if set(act.by) & authors and day.last >= condition.day.first and day.first <= due.last:
            text = f"does provisional application begin, though {act.id} came before it?"
            fact = f"provisional application in spite of {act.id}"
            if not evaluation.settle(Truth.UNKNOWN, fact, text, about=(act,)):
                return True
    return False
