"""The term as prolonged: what was agreed or decided after the treaty had ended revives nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from treatyclock.derive.counting.reaching_back import takes_effect
from treatyclock.derive.end.end import End
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.term.prolonging import acts_on_the_term
from treatyclock.derive.term.term import Terms
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.term import EXTENSION

REVIVES_NOTHING = Rule(
    "extension after the end",
    "the extension came into force after {value}, the last day in force, and revives nothing",
    "Vienna Convention on the Law of Treaties, arts. 54(a) and 70(1)(a): what has ended has ended",
)


def lasting_terms(
    evaluation: Evaluation, entry: Entry, ends: Callable[[Evaluation, Terms], Iterable[End]], whose: str = ""
) -> Terms:
    """Return the term with the extensions and decisions that came in time.

    Args:
        evaluation: The evaluation.
        entry: The treaty's entry into force.
        ends: Works out, for a term, the ends that come otherwise than with the term: to all, or to one State.
        whose: The State, where the ends are those of one.
    """
    agreed: list[Act] = []
    for act in acts_on_the_term(evaluation, entry):
        aside = evaluation.aside()
        when, taken = takes_effect(evaluation, act)
        in_force = evaluation.legal_days(when)
        for end in ends(aside, Terms(aside, entry, agreed)):
            fact = f"{act.id} in force after the end{f' by {end.notice.id}' if end.notice else f' with {end.last_day}'}"
            about = (act,) if end.notice is None else (act, end.notice)
            if evaluation.settle(~in_force.not_after(end.last_day), fact, about=about):
                if act.kind == EXTENSION:  # a late decision is told where the decisions are compared
                    key = Key("late extension", f"{act.id} for {whose}" if whose else act.id)
                    premises = (evaluation.given_act(act), *taken, *end.keys)
                    evaluation.findings.keep(aside.findings, end.keys)
                    evaluation.derived(key, REVIVES_NOTHING, end.last_day, *premises, told=True)
                break
        else:
            agreed.append(act)
    return Terms(evaluation, entry, agreed)
