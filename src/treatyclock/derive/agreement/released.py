"""Two of many who agreed with some others to end the treaty: whether they ended it between themselves is open."""

from __future__ import annotations

from collections.abc import Iterator

from treatyclock.derive.agreement.joint_acts import agreed_before, given_agreement
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_by_act
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.term import TERMINATION
from treatyclock.truth import Truth

RELEASED = Rule(
    "released between two",
    "if these two could end it between themselves alone, the treaty ends between them {when}",
    "Vienna Convention on the Law of Treaties, arts. 41 and 54(b): open; some parties may modify a treaty between "
    "themselves alone only within limits, and only all parties may end it",
)


def released(evaluation: Evaluation, pair: tuple[str, str]) -> Iterator[End]:
    """Yield the ends between two States that agreed to end a treaty that only all parties could end."""
    for act in perhaps_releasing(evaluation, pair):
        if evaluation.settle(Truth.UNKNOWN, *between_these(act, *pair), about=(act,)):
            yield ending_by_act(
                evaluation, act, Key("end between by", act.id), RELEASED, *given_agreement(evaluation, act)
            )


def perhaps_releasing(evaluation: Evaluation, pair: tuple[str, str]) -> Iterator[Act]:
    """Yield the acts by which two States and some others, but not all, agreed to end a treaty; nothing is asked."""
    if evaluation.record.bilateral:
        return
    # An act by some stays one, also where the others agreed to the same later.
    by_all = evaluation.acts.of(TERMINATION)
    asked: set[str] = set()
    for act in evaluation.acts.of_kind_whatever_its_effect(TERMINATION):
        agreed = {*act.by, *(party for each in agreed_before(evaluation, act) for party in each.by)}
        if act in by_all or not agreed.issuperset(pair) or act.treaty in asked:
            continue
        if act.treaty:  # as others become parties to that later treaty, its clause is still one agreement of these two
            asked.add(act.treaty)
        yield act


def between_these(act: Act, one: str, other: str) -> tuple[str, str]:
    """Return the question whether an act ended the treaty between two States: its name, and its words."""
    first, second = sorted((one, other))  # one question, whoever is named first
    name = f"the treaty ended between {first} and {second} by {act.id}"
    return name, f"did {act.id} end the treaty between {first} and {second}?"
