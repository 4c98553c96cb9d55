"""A day from which the treaty is in force for a signatory at the latest, whether it has ratified or not.

Law: what a signature brings is for the treaty to say (Vienna Convention arts. 11 and 24(1)).
"""

from __future__ import annotations

from treatyclock.civil.days import LATEST, Days
from treatyclock.derive.consent.consent import Consent, agreed, consent_kinds, signatures
from treatyclock.derive.entry.entry import Entry, entering
from treatyclock.derive.joining.joining_rule import joining_rule
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.consent import SIGNATURE
from treatyclock.law.clauses.joining import Joining
from treatyclock.law.vocabulary import SIGNING
from treatyclock.truth import Truth

AT_LATEST = Rule(
    "entry at the latest",
    "by that clause the treaty entered into force for that State, which had signed it, on {value} at the latest",
    "Vienna Convention on the Law of Treaties, arts. 11 and 24(1): as the treaty provides",
)
PERHAPS_AT_LATEST = Rule(
    "entry at the latest, by a signature not on record",
    "the record holds no signature; if that State had signed, the treaty is in force for it from {value}",
    "Vienna Convention on the Law of Treaties, arts. 11 and 24(1): as the treaty provides",
)


def rule_at_latest(evaluation: Evaluation, party: str) -> Joining | None:
    """Return the rule by which the treaty is in force for a signatory at the latest on a day; None for none."""
    rule = joining_rule(evaluation, party, SIGNATURE)
    return rule if rule is not None and rule.at_latest is not None else None


def with_signature(evaluation: Evaluation, treaty: Entry | None, party: str) -> tuple[Consent, ...]:
    """Return a State's acts of consent; first its signatures, where they bind it from a day before any of them.

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force; None if it has not entered.
        party: The State.
    """
    own, rule = agreed(evaluation, party), rule_at_latest(evaluation, party)
    if treaty is None or rule is None or rule.at_latest is None:
        return own
    mere = (each for each in signatures(evaluation, party) if each.act.kind not in consent_kinds(evaluation, party))
    signed = [each for each in mere if not (_speaks_of_the_treaty(evaluation) and each.act.part)]
    if not signed:
        return own
    last = evaluation.legal_days(rule.at_latest)
    if own and own[0].day.not_after(last) is not Truth.NO:
        return own  # it comes by its own consent, and by that day at the latest
    if own and rule.or_as_agreed and own[0].act.effective is not None:
        fact = f"{party} a party from {last}"
        text = f"was {party} a party from {last}, though it agreed on another day later?"
        if not evaluation.settle(Truth.UNKNOWN, fact, text, about=(own[0].act,)):
            return own
    # One that was made anew by then counts where the first was taken back.
    counting = [signed[0], *(each for each in signed[1:] if each.day.not_after(last) is not Truth.NO)]
    return (*(Consent(act=each.act, day=Days.latest([last, each.day])) for each in counting), *own)


def _speaks_of_the_treaty(evaluation: Evaluation) -> bool:
    """Tell whether the rule of an amendment is the treaty's own, about who signed that and not the amendment."""
    part = evaluation.record.part
    return part is not None and part.by_own_consent and not part.has(Joining)


def is_mere_signature(evaluation: Evaluation, consent: Consent, party: str) -> bool:
    """Tell whether a consent is a signature that binds by such a rule alone."""
    return consent.act.kind in SIGNING and consent.act.kind not in consent_kinds(evaluation, party)


def no_later(evaluation: Evaluation, treaty: Entry, consent: Consent, entry: Entry, name: Key) -> Entry:
    """Return an entry into force, or that at the latest where this one comes later.

    A consent given after that day is of a State that had left, or had taken back what it had done: no such day brings
    it back.
    """
    party = name.subject
    rule = rule_at_latest(evaluation, party)
    if rule is None or rule.at_latest is None or not signatures(evaluation, party):
        return entry
    if rule.or_as_agreed and consent.act.effective is not None:
        return entry
    if _speaks_of_the_treaty(evaluation) and consent.act.part:
        return entry
    last = Days.latest([treaty.day, evaluation.legal_days(rule.at_latest)])
    if consent.day.not_after(last) is Truth.NO:
        return entry
    day = Days.earliest([entry.day, last])
    if day == entry.day or consent.act.recorded is not None:
        return entry
    key = Key("at the latest", party, name.number)
    given = (entry.key, evaluation.given_clause(rule), evaluation.given_act(consent.act))
    return entering(evaluation, day, evaluation.derived(key, AT_LATEST, day, *given), since=treaty)


def entry_at_latest(evaluation: Evaluation, treaty: Entry, consent: Consent, name: Key) -> Entry:
    """Return the entry into force that a signature brings by such a rule."""
    rule = rule_at_latest(evaluation, name.subject)
    assert rule is not None
    day = Days.latest([treaty.day, consent.day])
    given = (evaluation.given_clause(rule), evaluation.given_act(consent.act), treaty.key)
    return entering(evaluation, day, evaluation.derived(name, AT_LATEST, day, *given), since=treaty)


def perhaps_signed(evaluation: Evaluation, treaty: Entry | None, party: str) -> Entry | None:
    """Return the entry that a signature brings which is not on record, where the record holds no signature at all.

    A file that lists the instruments alone does not tell who signed: whether a State did that is silent is open.
    """
    rule = rule_at_latest(evaluation, party)
    if treaty is None or rule is None or rule.at_latest is None or evaluation.acts.of(*SIGNING):
        return None
    if (
        _speaks_of_the_treaty(evaluation)
        and evaluation.within is not None
        and evaluation.within.evaluation.acts.of(*SIGNING)
    ):
        return None
    text = f"had {party} signed, so that the treaty is in force for it at the latest? No signature is on record."
    if not evaluation.lacking(f"{party} a signatory", text):
        return None
    day = Days.between(Days.latest([treaty.day, evaluation.legal_days(rule.at_latest)]).first, LATEST)
    key = Key("at the latest, by a signature not on record", party)
    return entering(
        evaluation, day, evaluation.derived(key, PERHAPS_AT_LATEST, day, evaluation.given_clause(rule), treaty.key)
    )
