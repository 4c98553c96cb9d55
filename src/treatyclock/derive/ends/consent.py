"""The parties end the treaty by consent (Vienna Convention art. 54(b))."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from treatyclock.derive.agreement.joint_acts import agreed_before, given_agreement
from treatyclock.derive.consent.consent import Consent, agreed
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_by_act
from treatyclock.derive.ends.rule import EndForAll, EndsFound
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.entry.treaty_entry import FACT
from treatyclock.derive.parties.whole import within
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Derived, Key, Rule
from treatyclock.derive.term.term import Terms
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import SUCCESSION
from treatyclock.law.acts.term import EXTENSION, TERMINATION
from treatyclock.truth import Truth

CONSENT = Rule(
    "terminated by consent",
    "by consent of all parties the treaty ends {when}",
    "Vienna Convention on the Law of Treaties, art. 54(b)",
)
CONSENT_OF_KNOWN = Rule(
    "terminated by those known",
    "by consent of all who were known to be parties then the treaty ends {when}",
    "Vienna Convention on the Law of Treaties, art. 54(b); a succession that is notified later undoes no agreement "
    "from before it: Vienna Convention on Succession of States in respect of Treaties, arts. 22 and 23",
)
CONSENT_OF_THE_PART = Rule(
    "terminated by those of the part",
    "if those whom the part binds could end it between themselves alone, the part ends {when}",
    "Vienna Convention on the Law of Treaties, arts. 41, 44(1) and 54(b): open; only all parties may end the treaty",
)
REPLACED = Rule(
    "agreement replaced",
    "all agreed later, before that end, on a later one, so the earlier agreement is taken to have no effect",
    "open: the later agreement goes before the earlier one as far as the two cannot both stand (Vienna Convention on "
    "the Law of Treaties, arts. 30(3), 39 and 54(b))",
)


def _by_consent(evaluation: Evaluation, entry: Entry, terms: Terms) -> EndsFound:
    made = [act for act in evaluation.acts.of(TERMINATION) if not _before_the_fact(evaluation, entry, act)]
    standing = [act for act in made if not any(_replaced(evaluation, act, other) for other in _later(evaluation, act))]
    return EndsFound(ends=tuple(ended_by(evaluation, act) for act in standing))


def _before_the_fact(evaluation: Evaluation, entry: Entry, act: Act) -> bool:
    """Tell whether an agreement ended nothing, since the treaty entered into force after its end all the same.

    That it entered is told as a fact. Where nobody is known to have consented by then, which of the two is so is open.
    """
    counted = evaluation.findings.reasons[entry.key]
    if not isinstance(counted, Derived) or counted.rule != FACT:
        return False
    last = ended_by(evaluation.aside(), act).last_day.last
    if last >= entry.day.first or any(each.day.first <= last for each in _consents(evaluation)):
        return False
    fact = f"{act.id} to end it before its entry into force"
    text = f"did {act.id} end the treaty, though it is told to have entered into force later?"
    return not evaluation.settle(Truth.UNKNOWN, fact, text, about=(act,))


def _consents(evaluation: Evaluation) -> Iterator[Consent]:
    for party in evaluation.record.parties:
        yield from agreed(evaluation, party.id)


def _later(evaluation: Evaluation, act: Act) -> Iterator[Act]:
    """Yield the agreements of all on a later end, which may have been made after an act and before its end."""
    end = ended_by(evaluation.aside(), act)
    made = evaluation.legal_days(act.when())
    for other in evaluation.acts.of(TERMINATION, EXTENSION):
        day = evaluation.legal_days(other.when())
        if other == act or day.last < made.first or day.first > end.last_day.last:
            continue
        if other.kind == TERMINATION:
            further = ended_by(evaluation.aside(), other).at.earliest > end.at.latest
        else:
            # One by a period runs from the end of the term, be it before that end or after it.
            further = other.until is None or other.until.days.first > end.last_day.last
        if further:
            yield other


def _replaced(evaluation: Evaluation, act: Act, other: Act) -> bool:
    fact = f"{other.id} to take the place of {act.id}"
    text = f"does {other.id}, which all agreed later, take the place of {act.id}?"
    if not evaluation.settle(Truth.UNKNOWN, fact, text, about=(act, other)):
        return False
    given = dict.fromkeys((*given_agreement(evaluation, act), *given_agreement(evaluation, other)))
    evaluation.derived(Key("agreement replaced", act.id), REPLACED, False, *given, told=True)
    return True


def _as_all_say(evaluation: Evaluation, act: Act) -> Act:
    """Return an agreement with what all who made it say of its day: what they say differently, is not said."""
    several = (act, *agreed_before(evaluation, act))
    said = {each.effect_day for each in several if each.effect_day is not None}
    one_day = len({each.effective for each in several}) == 1
    if not one_day or said == {act.effect_day}:
        return act
    return replace(act, effect_day=said.pop() if len(said) == 1 else None)


def ended_by(evaluation: Evaluation, act: Act) -> End:
    """Return the end that an agreement to end the treaty brings."""
    unknown = tuple(map(evaluation.given_act, _notified_later(evaluation, act)))
    rule = CONSENT_OF_KNOWN if unknown else CONSENT
    whole = None if act.part else within(evaluation)
    if whole is not None and act.id in {each.id for each in whole.evaluation.acts.ineffective}:
        rule = CONSENT_OF_THE_PART
    given = given_agreement(evaluation, act)  # each act as it was done, whatever all say of its day
    as_said = _as_all_say(evaluation, act)
    return ending_by_act(evaluation, as_said, Key("end by", act.id), rule, *unknown, *given)


def _notified_later(evaluation: Evaluation, act: Act) -> Iterator[Act]:
    """Yield the successions, by others than those who agreed, that took effect by then and were notified only later."""
    day = evaluation.legal_days(act.when())
    together = set(act.by).union(*(each.by for each in agreed_before(evaluation, act)))
    for other in evaluation.acts.of(SUCCESSION):
        since = other.effective or other.recorded
        told = evaluation.legal_days(other.when())
        by_then = since is not None and evaluation.legal_days(since).first <= day.last < told.last
        if by_then and not set(other.by) <= together:
            yield other


END_FOR_ALL = EndForAll(order=30, find=_by_consent)
