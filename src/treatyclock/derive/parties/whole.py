"""The treaty as a whole, seen from a part of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from treatyclock.derive.histories.history import Membership, Standing
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Given, Key, supporting


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeTreaty:
    """The treaty as a whole, in the same world.

    Attributes:
        evaluation: Its evaluation.
        standing: Its entry into force and the end that comes to all.
        periods_of: Works out when a State was a party to it, by the acts on record, if it never ended for all.
    """

    evaluation: Evaluation
    standing: Standing
    periods_of: Callable[[str], Sequence[Membership]]


def out_of_the_whole(party: str) -> Key:
    """Return the key of the conclusion that a State is bound by no part, being no party to the whole."""
    return Key("part without the whole", party)


def within(evaluation: Evaluation) -> WholeTreaty | None:
    """Return what bounds a part of the treaty; None where the treaty as a whole is evaluated."""
    found = evaluation.within
    assert found is None or isinstance(found, WholeTreaty)
    return found


def told_of_the_whole(evaluation: Evaluation, key: Key) -> Key:
    """Take a conclusion about the whole treaty into the argument about a part, with all that it rests on.

    What is given, such as an act, is the same statement in both; a conclusion and a clause is marked as the whole's.
    """
    whole = within(evaluation)
    assert whole is not None
    reasons = whole.evaluation.findings.reasons
    names: dict[Key, Key] = {}
    for reason in supporting(reasons, [key]):
        same = isinstance(reason, Given) and reason.key.kind != "clause"
        names[reason.key] = reason.key if same else reason.key._replace(whole=True)
        if isinstance(reason, Given):
            evaluation.given(names[reason.key], reason.value, origin=reason.origin, sources=reason.sources)
        else:
            because = tuple(names.get(each, each) for each in reason.because)
            evaluation.derived(names[reason.key], reason.rule, reason.value, *because)
    return names[key]
