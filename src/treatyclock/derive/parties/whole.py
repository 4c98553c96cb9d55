"""The treaty as a whole, seen from a part of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from treatyclock.civil.days import Days
from treatyclock.derive.end.end import End
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.histories.history import Membership, Standing
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Given, Key, Rule, supporting
from treatyclock.law.acts.act import Act

FROM_THEN = Rule(
    "in force as amended",
    "it is in force for that State as amended from {value}",
    "Vienna Convention on the Law of Treaties, art. 40(5)(a)",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeTreaty:
    """The treaty as a whole, in the same world.

    Attributes:
        evaluation: Its evaluation.
        standing: Its entry into force and the end that comes to all.
        periods_of: Works out when a State was a party to it, by the acts on record, if it never ended for all.
        ended_before_entry: The end that came before it could enter into force; None where none did.
    """

    evaluation: Evaluation
    standing: Standing
    periods_of: Callable[[str], Sequence[Membership]]
    ended_before_entry: End | None = None

    @property
    def end(self) -> End | None:
        """The end of the whole treaty, in force or not; None if none is foreseen."""
        return self.standing.end or self.ended_before_entry


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


def entry_as_amended(evaluation: Evaluation, entry: Entry, act: Act, name: Key) -> Entry | None:
    """Return the entry into force of an amendment for who becomes a party to the treaty by an act: with the treaty.

    None where the act is one to the amendment itself, and of anything but an amendment.

    Args:
        evaluation: The evaluation of the amendment.
        entry: Its entry into force.
        act: The consent.
        name: What the entry for that State is called; its subject is the State.
    """
    whole, part = within(evaluation), evaluation.record.part
    if whole is None or part is None or not part.binds_later_parties or act.part:
        return None
    theirs = next((each.entry for each in whole.periods_of(name.subject) if each.consent == act), None)
    if theirs is None:
        return None
    because = (told_of_the_whole(evaluation, theirs.key), entry.key)
    day, begins = Days.latest([theirs.day, entry.day]), theirs.begins.or_later(entry.begins)
    key = evaluation.derived(name, FROM_THEN, day, *because)
    begins_key = told_of_the_whole(evaluation, theirs.begins_key)
    return replace(theirs, day=day, begins=begins, key=key, begins_key=begins_key)
