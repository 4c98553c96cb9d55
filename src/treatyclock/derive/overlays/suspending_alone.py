"""What a clause on suspension makes of a suspension that not all parties did together.

Law: a treaty's operation is suspended as the treaty provides, or by consent of all parties (Vienna Convention
arts. 42(2) and 57). Some of many may agree on it between themselves (art. 58), so what several did beside the clause is
open. A right that the treaty does not give, such as one because of a breach (art. 60), is a claim: another kind of act.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.derive.counting.delays import last_day_by_notice
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.overlays.suspending_together import by_all_parties
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import SuspensionBarred
from treatyclock.derive.reasoning.reasons import ByText, Key, Rule
from treatyclock.derive.reasoning.timing import later
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.operation import SUSPENSION
from treatyclock.law.clauses.suspension import Suspension
from treatyclock.law.conventions.exit import GROUNDS, WITHOUT_EFFECT
from treatyclock.truth import Truth

_LAW = "Vienna Convention on the Law of Treaties, arts. 42(2) and 57(a)"
OF_OTHERS = Rule(
    "suspension not allowed",
    "the clause on suspension is not for who did this, so the suspension has no effect by the treaty's terms",
    _LAW,
)
NO_GROUNDS = Rule(
    "suspension without grounds",
    "the suspension states none of the grounds required, so it has no effect by the treaty's terms",
    _LAW,
)
AFTER_NOTICE = Rule("suspension after notice", "by the clause the suspension begins with {value}", _LAW)


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspensionAllowed:
    """A suspension that has an effect.

    Attributes:
        since: The first day on which it may begin; None where no time must pass before.
        because: The reasons.
    """

    since: Days | None = None
    because: tuple[Key, ...] = ()


def allowed(evaluation: Evaluation, act: Act, group: Sequence[str], entry: Entry | None) -> SuspensionAllowed | None:
    """Return what the clause on suspension makes of an act; None where the act has no effect by it.

    Args:
        evaluation: The evaluation.
        act: The suspension.
        group: Of those who did it, the States of which it is asked.
        entry: The treaty's entry into force; None if it has not entered.
    """
    # Seen from a part, what suspends the whole treaty goes by the clause of the whole.
    whole = None if act.part else evaluation.record.whole
    clause = evaluation.clause(Suspension) if whole is None else whole.clause(Suspension)
    # What a later treaty provides, or a reading admits, is a kind of its own, and goes by no clause of this treaty.
    if clause is None or act.kind is not SUSPENSION:
        return SuspensionAllowed()
    if (by_all := by_all_parties(evaluation, act, entry)) is not None:
        return SuspensionAllowed(because=by_all)
    given = (
        evaluation.given_clause(clause) if whole is None else _given_of_the_whole(evaluation, clause),
        evaluation.given_act(act),
    )
    found: tuple[Rule, tuple[Key, ...]] | None = None
    convention: tuple[Key, ...] = ()
    # Who acts for its side needs the right itself, and the others on that side need none.
    if clause.parties and not set(act.acting or group) <= set(clause.parties):
        found = OF_OTHERS, given
    elif clause.needs_ground and not act.grounds:
        answer, key = evaluation.ask(GROUNDS, clause)
        convention = (key,)
        found = (NO_GROUNDS, (*given, key)) if answer == WITHOUT_EFFECT else None
    if found is None:
        return _after_notice(evaluation, clause, act, (*given, *convention))
    fact, text = f"{act.id} agreed between those who did it", f"did {', '.join(act.by)} agree on {act.id}?"
    if len(act.by) > 1 and evaluation.settle(Truth.UNKNOWN, fact, text, about=(act,)):
        return SuspensionAllowed()
    rule, because = found
    key = evaluation.derived(
        Key("suspension barred", f"{act.id} for {', '.join(group)}"), rule, False, *because, told=True
    )
    evaluation.note(key, SuspensionBarred(act=act, rule=rule))
    return None


def _given_of_the_whole(evaluation: Evaluation, clause: Suspension) -> Key:
    """Note the clause of the whole treaty, beside one that a part may have."""
    key = Key("clause", clause.TABLE)._replace(whole=True)
    return evaluation.given(key, clause, origin=ByText(clause.basis.ref), sources=clause.basis.sources)


def _after_notice(evaluation: Evaluation, clause: Suspension, act: Act, given: tuple[Key, ...]) -> SuspensionAllowed:
    if not clause.notice:
        return SuspensionAllowed(because=given)
    start, act_day = evaluation.counted_from(act.when())
    last, conventions = last_day_by_notice(evaluation, start, clause.notice, clause)
    since = last.map(later)
    key = Key("suspension after notice", act.id)
    return SuspensionAllowed(
        since=since, because=(evaluation.derived(key, AFTER_NOTICE, since, *given, *act_day, *conventions),)
    )
