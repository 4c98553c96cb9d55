"""Suspension of the treaty's operation, while it stays in force (Vienna Convention arts. 57 and 72)."""

from __future__ import annotations

from collections.abc import Sequence

from treatyclock.derive.evaluation import READING, Evaluation
from treatyclock.derive.overlays.overlay import Overlay
from treatyclock.derive.reasons import Key, Rule
from treatyclock.derive.timing import Span
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.operation import RESUMPTION, SUSPENSION
from treatyclock.law.doctrines.doctrine import Effect
from treatyclock.law.status import Status
from treatyclock.law.vocabulary import DOCTRINES, doctrine_kinds

SUSPENDED = Rule(
    "suspended",
    "its operation is suspended from {value}, while it stays in force",
    "Vienna Convention on the Law of Treaties, arts. 57 and 72",
)
_KINDS = (SUSPENSION, *doctrine_kinds(Effect.SUSPENDS))
_RULES = {
    kind: Rule("suspended by a doctrine", SUSPENDED.words, doctrine.law)
    for doctrine in DOCTRINES
    if doctrine.effect is Effect.SUSPENDS
    for kind in doctrine.acts
}


def suspensions(evaluation: Evaluation, parties: Sequence[str], *, of_all: bool = False) -> tuple[Overlay, ...]:
    """Return the suspensions of the treaty's operation for some States.

    Law: by clause or by consent (Vienna Convention art. 57); a doctrine suspends where a reading admits an act that
    invokes it.

    Args:
        evaluation: The evaluation.
        parties: The States.
        of_all: Only what all of them suspend together, rather than any of them.
    """
    acts = dict.fromkeys(act for party in parties for act in evaluation.acts.by(party, _KINDS))
    return tuple(_suspension(evaluation, act) for act in acts if not of_all or set(parties) <= set(act.by))


def _suspension(evaluation: Evaluation, act: Act) -> Overlay:
    given = evaluation.given_act(act)
    when = act.effective or act.when()
    begins = evaluation.start_of(when.days)[0] if when.wall is None else evaluation.happening(when)
    rule, premises = _RULES.get(act.kind, SUSPENDED), (READING, given) if act.needs_reading else (given,)
    key = evaluation.derived(Key("suspended", act.id), rule, evaluation.legal_days(when), *premises)
    ends: Span | None = None
    because: tuple[Key, ...] = (key,)
    if act.until is not None:
        ends = evaluation.end_of(act.until.days)[0] if act.until.wall is None else evaluation.happening(act.until)
    for again in evaluation.acts.answering(act, RESUMPTION):
        back = again.effective or again.when()
        resumed = evaluation.start_of(back.days)[0] if back.wall is None else evaluation.happening(back)
        ends = resumed if ends is None else Span(
            min(ends.earliest, resumed.earliest), min(ends.latest, resumed.latest)
        )  # fmt: skip
        because = (*because, evaluation.given_act(again))
    return Overlay(status=Status.SUSPENDED, begins=begins, ends=ends, because=because, what="suspension")
