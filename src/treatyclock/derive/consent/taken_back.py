"""Consents taken back before the treaty was in force: by an act that says so, or perhaps by a notice of leaving.

Law: until the entry into force a State may take back its consent (Summary of Practice of the Secretary-General as
Depositary, paras. 157 and 158). A clause on denunciation does not apply before that (Vienna Convention art. 24(4)), so
whether a notice given too early takes back the consent, or has no effect, no rule says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import Consent, consent_kinds, signatures
from treatyclock.derive.consent.run_out import RUN_OUT, bound_up_to, gone_by_end_of, only_for
from treatyclock.derive.counting.order import comes_first
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.histories.history import Edge
from treatyclock.derive.overlays.while_provisional import runs_its_period
from treatyclock.derive.reasoning.evaluation import Evaluation, act_key
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import Span
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN
from treatyclock.law.status import Status
from treatyclock.law.vocabulary import NOTICES, SIGNING
from treatyclock.truth import Truth

CONSENT_GONE = Rule(
    "consent withdrawn", "the State took back its consent before the treaty was in force for that State"
)
GONE_BY_NOTICE = Rule(
    "consent withdrawn by notice",
    "the State gave its notice before the treaty was in force for that State, and is taken to have taken back its "
    "consent",
    "no rule says whether it has: Vienna Convention on the Law of Treaties, art. 24(4); Summary of Practice of the "
    "Secretary-General as Depositary, paras. 157 and 158",
)

TAKING_BACK = (CONSENT_WITHDRAWN, RUN_OUT, *NOTICES)


def takings_back(evaluation: Evaluation, party: str | None = None) -> list[Act]:
    """Return the acts that may take back a consent, of one State or of all, in their order.

    A notice is one only where its author had consented before. One that is tried to find the day of an exit is a notice
    and no more; one that somebody supposes (``what_if``) may be as much as one on record.
    """
    acts = evaluation.acts.of(*TAKING_BACK) if party is None else evaluation.acts.by(party, TAKING_BACK)
    found = (act for act in acts if act.kind not in NOTICES or _by_who__had_consented(evaluation, act))
    return sorted(found, key=lambda act: evaluation.happening(act.when()))


def _by_who__had_consented(evaluation: Evaluation, notice: Act) -> bool:
    if notice.hypothetical is not None and all(each.id != notice.id for each in evaluation.record.added):
        return False
    return any(_had_consented(evaluation, notice))


def _had_consented(evaluation: Evaluation, notice: Act) -> Iterator[str]:
    """Yield those of the authors of a notice who had consented by then, or may have."""
    day = evaluation.legal_days(notice.when())
    for party in notice.by:
        acts = evaluation.acts.by(party, consent_kinds(evaluation, party))
        # The clause may count from that date, whenever the act arrived.
        if any(evaluation.legal_days(act.dated).first <= day.last for act in acts):
            yield party


def in_force_when_given(label: str) -> str:
    """Return the fact that the treaty was in force when a notice was given; it names the question."""
    return f"in force when {label} was given"


def before_entry(evaluation: Evaluation, act: Act, entry: Days) -> bool:
    """Tell whether an act came before an entry into force."""
    if act.kind == RUN_OUT:
        return True
    in_force = evaluation.from_start_of(act.when(), entry)[0]
    if act.kind == CONSENT_WITHDRAWN:
        return evaluation.settle(~in_force, f"{act.id} before entry into force", about=(act,))
    return not evaluation.settle(in_force, in_force_when_given(act.id), about=(act,))


def takes_back(evaluation: Evaluation, act: Act, party: str | None = None) -> bool:
    """Tell whether an act, done before the treaty was in force, takes back a consent: open for a notice.

    Args:
        evaluation: The evaluation.
        act: The act.
        party: The author whose consent is meant; that of any author who had consented where not given.
    """
    if act.kind in (CONSENT_WITHDRAWN, RUN_OUT):
        return True
    of = (party,) if party is not None else (*_had_consented(evaluation, act),) or act.by
    if all(runs_its_period(evaluation, act, (each,))[0] for each in of):
        return False  # it ends the treaty after that period
    fact = f"{act.id} to take back a consent"
    text = f"does {act.id}, given before the treaty was in force, take back the consent of its author?"
    return evaluation.settle(Truth.UNKNOWN, fact, text, about=(act,))


def as_taking_back(evaluation: Evaluation, act: Act) -> Act | None:
    """Return an act as that of the authors whose consent it takes back; None where it takes back none.

    Of a notice that several gave, the period of some may run, who applied the treaty provisionally.
    """
    if not takes_back(evaluation, act):
        return None
    if act.kind not in NOTICES or len(act.by) == 1:
        return act
    return only_for(act, [party for party in act.by if not runs_its_period(evaluation, act, (party,))[0]])


def came_after(evaluation: Evaluation, act: Act, consent: Consent) -> bool:
    """Tell whether an act came after the instrument of a consent, which it then undoes.

    Law: an instrument that was made out later consents anew, whatever day it counts from (Vienna Convention art. 16);
    whether what was said while it was on its way takes it back, no rule says.
    """
    made, arrived = (evaluation.legal_days(consent.act.when(which)) for which in (ActDate.DATED, ActDate.RECEIVED))
    # A signature may bind only from a day that the treaty names, but it is done when it is made.
    mere = consent.act.kind in SIGNING and not consent.act.kind.consents
    days = [made, arrived] if mere else [made, arrived, consent.day]
    after, _ = evaluation.from_start_of(act.when(), Days.latest(days))
    on_its_way, _ = evaluation.from_start_of(act.when(), made)
    later = after | (on_its_way & Truth.UNKNOWN)
    return evaluation.settle(later, f"{act.id} after {consent.act.id}", about=(act, consent.act))


def gone_by(evaluation: Evaluation, consent: Consent, party: str, day: Days) -> Truth:
    """Tell whether a State had taken back a consent by a day on which the treaty was not in force for it."""
    for act in takings_back(evaluation, party):
        by_then = gone_by_end_of(evaluation, act, day)
        if by_then is Truth.NO or not came_after(evaluation, act, consent):
            continue
        if takes_back(evaluation, act, party):
            return by_then
    return Truth.NO


def taken_back(
    evaluation: Evaluation, party: str, consent: Consent, entry: Entry | None, notices: Sequence[Act]
) -> Edge | None:
    """Return the change of status that comes with a consent taken back; None if it was not before entry into force.

    Args:
        evaluation: The evaluation.
        party: The State.
        consent: Its consent.
        entry: The entry into force that the consent brings; None for none.
        notices: The State's notices, but for those by which it left when it was a party before.
    """
    act = _first_taking_back(evaluation, party, consent, entry, notices)
    if act is None:
        return None
    if act.kind == RUN_OUT:
        at = evaluation.end_of(act.when().days)[0] if bound_up_to(act) else evaluation.happening(act.when())
        return Edge(status=_without_consent(evaluation, party, act), at=at, key=act_key(act), what=act.kind.name)
    entered = () if entry is None else (entry.key,)
    because = (evaluation.given_act(consent.act), evaluation.given_act(act), *entered)
    rule = CONSENT_GONE if act.kind == CONSENT_WITHDRAWN else GONE_BY_NOTICE
    key = evaluation.derived(Key("consent", act.id), rule, True, *because)
    at = evaluation.happening(act.when())
    if entry is not None:  # it came before the entry, however vague its day is
        at = Span(min(at.earliest, entry.begins.latest), min(at.latest, entry.begins.latest))
    return Edge(status=_without_consent(evaluation, party, act), at=at, key=key, what=act.kind.name)


def _first_taking_back(
    evaluation: Evaluation, party: str, consent: Consent, entry: Entry | None, notices: Sequence[Act]
) -> Act | None:
    for act in takings_back(evaluation, party):
        if act.kind in NOTICES and act not in notices:
            continue  # a notice of a party, by which it left
        if entry is not None and evaluation.from_start_of(act.when(), entry.day)[0] is Truth.YES:
            continue
        early = came_after(evaluation, act, consent) and (entry is None or before_entry(evaluation, act, entry.day))
        if early and takes_back(evaluation, act, party):
            return act
    return None


def _without_consent(evaluation: Evaluation, party: str, act: Act) -> Status:
    """Return what a State is once an act has taken back its consent: a signatory, if it had signed by then."""
    signed = signatures(evaluation, party)
    if any(not comes_first(evaluation, act, each.act, ActDate.DATED) for each in signed):
        return Status.SIGNATORY
    return Status.NEGOTIATING if signed else Status.NEVER_PARTY
