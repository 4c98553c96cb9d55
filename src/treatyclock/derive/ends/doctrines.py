"""A doctrine ends the treaty where a reading admits an act that invokes it: one evaluator for all doctrines."""

from __future__ import annotations

from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.counting.order import comes_first
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_by_act
from treatyclock.derive.ends.rule import EndForAll, EndForOne, EndsFound
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.reasoning.evaluation import READING, Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.term.term import Terms
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.doctrines.doctrine import Doctrine, Effect
from treatyclock.law.vocabulary import DOCTRINES

_ENDING: dict[ActKind, Doctrine] = {
    kind: doctrine for doctrine in DOCTRINES if doctrine.effect is Effect.ENDS for kind in doctrine.acts
}
_RULES: dict[ActKind, Rule] = {
    kind: Rule("admitted", "this ends the treaty {when}", doctrine.law) for kind, doctrine in _ENDING.items()
}


def _for_both(evaluation: Evaluation, entry: Entry, terms: Terms) -> EndsFound:
    """Between two parties an end for one is an end for both."""
    if not evaluation.record.bilateral:
        return EndsFound()
    return EndsFound(ends=tuple(_admitted(evaluation, act) for act in evaluation.acts.of(*_ENDING)))


def _for_one(evaluation: Evaluation, party: str, consent: Consent) -> tuple[End, ...]:
    """A State that consents after such an act is bound anew by that consent."""
    if evaluation.record.bilateral:
        return ()
    acts = evaluation.acts.by(party, tuple(_ENDING))
    return tuple(_admitted(evaluation, act) for act in acts if not comes_first(evaluation, act, consent.act))


def _admitted(evaluation: Evaluation, act: Act) -> End:
    given = evaluation.given_act(act)
    because = (READING, given) if act.needs_reading else (given,)
    return ending_by_act(evaluation, act, Key("end by", act.id), _RULES[act.kind], *because)


END_FOR_ALL = EndForAll(order=40, find=_for_both)
END_FOR_ONE = EndForOne(order=10, find=_for_one)
