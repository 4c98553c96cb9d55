"""A doctrine ends the treaty where a reading admits an act that invokes it: one evaluator for all doctrines."""

from __future__ import annotations

from collections.abc import Iterator

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
from treatyclock.law.doctrines.war import WAR
from treatyclock.law.vocabulary import DOCTRINES
from treatyclock.truth import Truth

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
    acts = (act for act in evaluation.acts.by(party, tuple(_ENDING)) if _towards_all(evaluation, act))
    return tuple(_admitted(evaluation, act) for act in acts if not comes_first(evaluation, act, consent.act))


def between_belligerents(evaluation: Evaluation, pair: tuple[str, str]) -> Iterator[End]:
    """Yield the ends between two of many that were at war with each other, where that ends it between these alone."""
    for act in evaluation.acts.of(*WAR.acts):
        if set(pair) <= set(act.by) and not evaluation.record.bilateral and not _towards_all(evaluation, act):
            yield _admitted(evaluation, act, "end between by")


def _towards_all(evaluation: Evaluation, act: Act) -> bool:
    """Tell whether what ends the treaty for its authors does so towards others too.

    A war is one between those who wage it, and a State that is none of them is at war with neither (ILC articles on the
    effects of armed conflicts on treaties, 2011, arts. 2(b) and 3): whether a treaty that it ends between them ends
    towards that State, no rule says.
    """
    others = {party.id for party in evaluation.record.parties} - set(act.by)
    if act.kind not in WAR.acts or len(act.by) == 1 or not others:
        return True
    fact = f"{act.id} to end the treaty towards others"
    text = f"does {act.id} end the treaty also between who is at war and those who are not?"
    return evaluation.settle(Truth.UNKNOWN, fact, text, about=(act,))


def _admitted(evaluation: Evaluation, act: Act, name: str = "end by") -> End:
    given = evaluation.given_act(act)
    because = (READING, given) if act.needs_reading else (given,)
    return ending_by_act(evaluation, act, Key(name, act.id), _RULES[act.kind], *because)


END_FOR_ALL = EndForAll(order=40, find=_for_both)
END_FOR_ONE = EndForOne(order=10, find=_for_one)
