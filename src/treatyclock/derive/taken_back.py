"""A consent taken back before the treaty was in force for the State, and what the State is then."""

from __future__ import annotations

from treatyclock.derive.consent import Consent, signatures, withdrawn
from treatyclock.derive.entry import Entry
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.history import Edge
from treatyclock.derive.order import comes_first
from treatyclock.derive.reasons import Key, Rule
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.status import Status

CONSENT_GONE = Rule(
    "consent withdrawn", "the State took back its consent before the treaty was in force for that State"
)


def consent_edge(evaluation: Evaluation, status: Status, consent: Consent) -> Edge:
    """Return the change of status that an act of consent or a signature brings."""
    act = consent.act
    return Edge(status=status, at=evaluation.happening(act.when()), key=evaluation.given_act(act), what=act.kind.name)


def taken_back(evaluation: Evaluation, party: str, consent: Consent, entry: Entry | None) -> Edge | None:
    """Return the change that a withdrawal of consent brings; None if there is none before entry into force."""
    act = withdrawn(evaluation, consent, party)
    if act is None:
        return None
    day = evaluation.legal_days(act.when())
    fact = f"{act.id} before entry into force"
    if entry is not None and not evaluation.settle(~entry.day.not_after(day), fact, about=(act,)):
        return None
    entered = () if entry is None else (entry.key,)
    because = (evaluation.given_act(consent.act), evaluation.given_act(act), *entered)
    key = evaluation.derived(Key("consent", act.id), CONSENT_GONE, True, *because)
    return Edge(
        status=_without_consent(evaluation, party, act),
        at=evaluation.happening(act.when()),
        key=key,
        what=act.kind.name,
    )


def _without_consent(evaluation: Evaluation, party: str, act: Act) -> Status:
    """Return what a State is once an act has taken back its consent: a signatory, if it had signed by then."""
    signed = signatures(evaluation, party)
    if any(not comes_first(evaluation, act, each.act, ActDate.DATED) for each in signed):
        return Status.SIGNATORY
    return Status.NEGOTIATING if signed else Status.NEVER_PARTY
