"""What had ended before it could enter into force, for all or for one: it was never in force."""

from __future__ import annotations

from treatyclock.derive.counting.date_that_counts import date_that_counts
from treatyclock.derive.end.end import End
from treatyclock.derive.entry.entry import ENTERED, Entry
from treatyclock.derive.entry.treaty_entry import ENTRY
from treatyclock.derive.exit.rules import rule_of
from treatyclock.derive.joining.own_entry import OWN, SUCCEEDED, SUCCEEDED_ON
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import EndedBeforeEntry
from treatyclock.derive.reasoning.reasons import Derived, Given, Key, Named, Rule, rests_on, supporting
from treatyclock.law.acts.act import Act
from treatyclock.truth import Truth

_FOR_THAT_STATE = "the treaty would have entered into force for that State on {value}"
_WOULD = {
    ENTRY: Rule("entry that never came", "the treaty would have entered into force on {value}", ENTRY.law),
    OWN: Rule("own entry that never came", _FOR_THAT_STATE, OWN.law),
    SUCCEEDED: Rule("entry by succession that never came", _FOR_THAT_STATE, SUCCEEDED.law),
    SUCCEEDED_ON: Rule("entry from the succession that never came", _FOR_THAT_STATE, SUCCEEDED_ON.law),
}
NEVER = Rule("ended before entry", "it had ended before it could enter into force, so it was never in force")
NEVER_FOR = Rule(
    "ended for one before entry",
    "it had ended before it could enter into force, so it was never in force for {value}",
)

NEVER_IN_FORCE = Key("never")
"""The key of the conclusion that the treaty itself had ended before it could enter into force."""


def never_entered(evaluation: Evaluation, entry: Entry, end: End, name: Key | None) -> bool:
    """Tell whether the treaty had ended before it could enter into force.

    Args:
        evaluation: The evaluation.
        entry: The entry into force.
        end: The end.
        name: What the entry of a State is called; None for the treaty's own.
    """
    if not had_ended_before(evaluation, entry, end, None if name is None else name.subject):
        return False
    if entry.key == (name or ENTERED):  # the treaty's own is not the State's to undo
        would_have_entered(evaluation, entry)
    key = NEVER_IN_FORCE if name is None else Key("never", name.subject, name.number)
    rule, value = (NEVER, True) if name is None else (NEVER_FOR, Named(evaluation.record.party(name.subject).name))
    evaluation.derived(key, rule, value, entry.key, end.key)
    evaluation.note(key, EndedBeforeEntry(entry=entry.day, last_day=end.last_day))
    return True


def had_ended_before(evaluation: Evaluation, entry: Entry, end: End, party: str | None) -> bool:
    """Tell whether an end came before an entry into force, for a State or for all."""
    whom = "" if party is None else f" for {party}"
    text = f"had the treaty ended{whom} before it entered into force?"
    ended = _ended_before(evaluation, entry, end)
    about = _vague_acts(evaluation, entry.key, end.key) if ended is Truth.UNKNOWN else ()
    return evaluation.settle(ended, f"ended before entry into force{whom}", text, about=about)


def would_have_entered(evaluation: Evaluation, entry: Entry) -> None:
    """Tell an entry that did not come as one that would have come."""
    counted = evaluation.findings.reasons[entry.key]
    if isinstance(counted, Derived) and counted.rule in _WOULD:
        evaluation.derived(entry.key, _WOULD[counted.rule], counted.value, *counted.because)


def _vague_acts(evaluation: Evaluation, *conclusions: Key) -> tuple[Act, ...]:
    """Return the acts of vague dates on which conclusions rest."""
    given = (each.value for each in supporting(evaluation.findings.reasons, conclusions) if isinstance(each, Given))
    return tuple(act for act in given if isinstance(act, Act) and not all(each.days.known for each in act.dates))


def _ended_before(evaluation: Evaluation, entry: Entry, end: End) -> Truth:
    # The common case first: to trace the reasons takes longer.
    if end.last_day.first >= entry.day.last and (not end.at_hour or end.at.earliest > entry.begins.latest):
        return Truth.NO
    if rests_on(evaluation.findings.reasons, end.key, entry.key):
        return Truth.NO  # it is counted from the entry, however vague that is
    if not end.at_hour:  # both are days of one clock, and compare as printed
        return ~entry.day.not_after(end.last_day)
    if end.at.latest <= entry.begins.earliest:
        return Truth.YES
    clause = None if end.notice is None else rule_of(evaluation, end.notice, end.notice.by)[0]
    when = None
    if end.notice is not None and clause is not None:
        when = end.notice.when(date_that_counts(evaluation, clause, end.notice)[0])
    if when is not None and when.wall is None:
        # At once by a notice of a day: that day compares as printed too, whatever other notice may have come before.
        return ~entry.day.not_after(when.days)
    return Truth.NO if end.at.earliest > entry.begins.latest else Truth.UNKNOWN
