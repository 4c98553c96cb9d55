"""What any entry into force is: its day, the instant at which it begins, and a recorded day in place of a count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.counting.day_there import day_begins_there
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import Recorded
from treatyclock.derive.reasoning.reasons import Beside, Key, Rule
from treatyclock.derive.reasoning.timing import Span
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.conventions.entry import AT_THE_HOUR, ENTRY_HOUR

LATER = "Vienna Convention on the Law of Treaties, art. 24(3)"
BEGINS = Rule(
    "begins",
    "it is in force from the beginning of that day, but not before the day began where the act was done, {when}",
)
BEGINS_BACK = Rule("begins before the act", "it is in force from the beginning of that day, {when}")
BEGINS_AT_HOUR = Rule("begins at hour", "it is in force from the hour of that act, {when}")
AGREES = Rule("recorded as counted", "the depositary recorded the same day: {value}")
DIFFERS = Rule("recorded otherwise", "the depositary recorded {value}: its record prevails over the count")
NOT_BEFORE = Rule("own entry after the treaty's", "but for no State before the treaty itself: on {value}", LATER)

ENTERED = Key("entry")
"""The key of the conclusion on the treaty's own entry into force, or on there being none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry into force.

    Attributes:
        day: The day from whose beginning the treaty is in force.
        begins: When that day begins.
        key: The reason.
        begins_key: The reason for the instant.
        met: The day on which the condition was met; None where the depositary's record stands for it, or tells that
            the acts on record do not give that day.
        explained: Whether the acts on record meet the condition by that day.
        at_hour: Whether it begins at the hour of an act rather than with that day.
        expressed: The day of the consent, where the entry lies before it; None elsewhere.
        for_one_side: Whether it is taken to come though those on one side alone had consented.
    """

    day: Days
    begins: Span
    key: Key
    begins_key: Key
    met: Days | None
    explained: bool = False
    at_hour: bool = False
    expressed: Days | None = None
    for_one_side: bool = False


def with_recorded(
    evaluation: Evaluation,
    name: Key,
    recorded: Moment,
    counted: Days,
    *because: Key,
    act: Act | None = None,
    treaty: Entry | None = None,
) -> tuple[Days, Key]:
    """Put a date that the depositary recorded in place of a count, and say whether they agree.

    Args:
        evaluation: The evaluation.
        name: What the conclusion by the count is called.
        recorded: The date.
        counted: The day by the count.
        because: The conclusion by the count, and what is taken of the date.
        act: The act whose effect was recorded; None for the treaty's own entry into force.
        treaty: The treaty's entry into force, before which it is in force for no State.
    """
    key = Key(f"recorded {name.kind}", name.subject, name.number)
    day, agrees = recorded.days, recorded.days == counted
    latest = day if treaty is None else Days.latest([treaty.day, day])
    too_early = latest != day
    fact = Recorded(said=day, recorded=day, counted=counted, agrees=agrees, act=act, too_early=too_early)
    evaluation.note(key, fact)
    value = day if agrees else Beside(day, counted)
    given = () if act is None else (evaluation.given_act(act),)
    made = evaluation.derived(key, AGREES if agrees else DIFFERS, value, *because, *given)
    if treaty is None or not too_early:
        return day, made
    name = Key(f"not before the treaty: {name.kind}", name.subject, name.number)
    return latest, evaluation.derived(name, NOT_BEFORE, latest, made, treaty.key)


def entering(
    evaluation: Evaluation,
    day: Days,
    key: Key,
    *,
    acts: Sequence[Act] = (),
    met_day: Days | None = None,
    explained: bool = False,
    since: Entry | None = None,
    done: Days | None = None,
) -> Entry:
    """Return the entry into force on a day: from its beginning, or from the hour of the acts that bring it about.

    Args:
        evaluation: The evaluation.
        day: The day.
        key: The reason for it.
        acts: The acts that bring it about at once.
        met_day: The day on which the condition was met.
        explained: Whether the acts on record meet the condition by that day.
        since: The treaty's entry into force, before which it is in force for no State.
        done: The day of the State's consent.
    """
    (early, late), conventions, rule = _begins(evaluation, day, acts)
    expressed = done if done is not None and day.first < done.first else None
    if expressed is not None:  # it reaches back, so the day of the act is no bound
        rule = BEGINS_BACK
    if since is not None:
        early, late = max(early, since.begins.earliest), max(late, since.begins.latest)
    begins = Span(early, late)
    because = (key, *(evaluation.given_act(act) for act in acts), *conventions)
    begins_key = evaluation.derived(Key("entry begins", key.subject, key.number), rule, begins, *because)
    explained = explained or met_day is not None
    return Entry(
        day=day, begins=begins, key=key, begins_key=begins_key, met=met_day, explained=explained,
        at_hour=rule is BEGINS_AT_HOUR, expressed=expressed,
    )  # fmt: skip


def _begins(evaluation: Evaluation, day: Days, acts: Sequence[Act]) -> tuple[Span, tuple[Key, ...], Rule]:
    """Return when the day of entry begins: never before the acts that bring it about could have been done."""
    (early, late), keys = evaluation.start_of(day)
    if not acts:
        return Span(early, late), keys, BEGINS
    from_hour = False
    clause = evaluation.clause(EntryIntoForce)
    timed = [act.when() for act in acts if act.when().wall is not None]
    if any(evaluation.legal_days(when).last >= day.first for when in timed):
        answer, key = evaluation.ask(ENTRY_HOUR, clause)
        from_hour, keys = answer == AT_THE_HOUR, (*keys, key)
    floors = [evaluation.happening(act.when()) if from_hour else day_begins_there(act.when()) for act in acts]
    begins = Span(max([early, *(floor.earliest for floor in floors)]), max([late, *(floor.latest for floor in floors)]))
    return begins, keys, BEGINS_AT_HOUR if from_hour else BEGINS
