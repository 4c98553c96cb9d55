"""States of the treaty whom a part of it leaves out, and what they do nevertheless for that part.

Law: a part that is not for all enters into force, and is applied, as a part of the treaty (Vienna Convention arts.
24(1) and 25(1)). Where the treaty needs the instrument of a State, or hangs on what that State does, so does the part,
though it does not bind that State (art. 34).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from treatyclock.derive.entry.entry import ENTERED, Entry
from treatyclock.derive.parties.whole import WholeTreaty, told_of_the_whole, within
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Derived, Key, Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.conditions import Condition
from treatyclock.law.clauses.entry import EntryIntoForce

WAITS = Rule(
    "treaty not in force",
    "but the whole has not entered into force, and no part of it is in force before",
    "Vienna Convention on the Law of Treaties, arts. 17, 24(1) and 44(1)",
)


def leaving_out(evaluation: Evaluation) -> WholeTreaty | None:
    """Return the treaty, seen from a part that enters by consents to the treaty and leaves out some of its parties."""
    whole, part = within(evaluation), evaluation.record.part
    if whole is None or part is None or part.by_own_consent:
        return None
    return whole if len(evaluation.record.parties) < len(whole.evaluation.record.parties) else None


def is_own(evaluation: Evaluation, condition: Condition) -> bool:
    """Tell whether a condition stands in a clause that the part has itself, and not in one of the treaty."""
    part = evaluation.record.part
    clauses: Iterable[Clause] = () if part is None else part.clauses
    own = (each for clause in clauses if isinstance(each := getattr(clause, "when", None), Condition))
    return any(condition is each for one in own for each in one.walk())


def event(evaluation: Evaluation, id: str) -> Act | None:
    """Return the act that a clause names as an event; of a part it may be one about the treaty as a whole."""
    found, whole = evaluation.acts.get(id), within(evaluation)
    return whole.evaluation.acts.get(id) if found is None and whole is not None else found


def enters_with_the_whole(evaluation: Evaluation) -> bool:
    """Tell whether a part that leaves out some has no entry into force of its own: it enters with the treaty."""
    part = evaluation.record.part
    own = part is None or part.has(EntryIntoForce) or evaluation.clause(EntryIntoForce) is None
    return not own and leaving_out(evaluation) is not None


def entry_with_the_whole(evaluation: Evaluation) -> Entry | None:
    """Return the treaty's entry into force as that of a part; None if it has not entered."""
    whole = within(evaluation)
    assert whole is not None
    entry, reasons = whole.standing.entry, whole.evaluation.findings.reasons
    if entry is None and (ENTERED not in reasons or getattr(reasons[ENTERED], "value", None) is not None):
        because = [told_of_the_whole(evaluation, ENTERED)] if ENTERED in reasons else []
        evaluation.derived(ENTERED, WAITS, None, *because)
        return None
    names = (ENTERED, Key(f"recorded {ENTERED.kind}"))
    for name in names:
        if isinstance(reason := reasons.get(name), Derived):
            because = [each if each in names else told_of_the_whole(evaluation, each) for each in reason.because]
            evaluation.derived(name, reason.rule, reason.value, *because)
    if entry is None:
        return None
    key, begins = (
        each if each in names else told_of_the_whole(evaluation, each) for each in (entry.key, entry.begins_key)
    )
    return replace(entry, key=key, begins_key=begins)
