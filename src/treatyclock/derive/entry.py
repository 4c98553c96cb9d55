"""Entry into force: of the treaty, and for each party."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.case import Case, Span, later, span_text
from treatyclock.derive.conditions import met
from treatyclock.derive.consent import Consent
from treatyclock.derive.reasons import Rule
from treatyclock.instants import from_datetime
from treatyclock.law.acts import Act
from treatyclock.law.clauses.conditions import FixedDate
from treatyclock.law.clauses.delays import AT_ONCE, CountedFrom, Delay, Lands
from treatyclock.law.clauses.entry import EntryHour, EntryIntoForce, Joining, JoinsAfter
from treatyclock.law.readings import AT_THE_HOUR, ENTRY_HOUR
from treatyclock.truth import Truth

_LAW = "Vienna Convention on the Law of Treaties, art. 24(1)-(2)"
_LATER = "Vienna Convention on the Law of Treaties, art. 24(3)"
ENTRY = Rule("entry", "the treaty entered into force on {value}", _LAW)
NOT_MET = Rule(
    "entry not met", "not all has come about that brings it into force, so it has not entered into force", _LAW
)
NO_CLAUSE = Rule("no entry clause", "the record has no clause on entry into force, so none follows", _LAW)
CONDITION = Rule("condition met", "what the treaty waits for had come about on {value}")
BEGINS = Rule(
    "begins", "it is in force from the beginning of that day, never before it began where the act was done, {value}"
)
BEGINS_AT_HOUR = Rule("begins at hour", "it is in force from the hour of that act, {value}")
OWN = Rule("own entry", "for that State it entered into force on {value}", _LATER)
AGREES = Rule("recorded as counted", "the depositary recorded that day too: {value}")
ALONE = Rule("recorded alone", "the acts on record here do not make up the condition; the depositary recorded {value}")
DIFFERS = Rule(
    "recorded otherwise", "the depositary recorded another day, and its record goes before the count: {value}"
)

_NEVER = from_datetime(datetime.min.replace(tzinfo=UTC))


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
    """

    day: Days
    begins: Span
    key: str
    begins_key: str
    met: Days | None


def entry_into_force(case: Case) -> Entry | None:
    """Derive when the treaty entered into force; None if it has not.

    Law: Vienna Convention art. 24(1)-(2). No general rule says at which hour; practice takes the
    beginning of the day. Where the hour of the act is known, both it and the day's beginning are tried.
    """
    clause = case.record.clause(EntryIntoForce)
    if clause is None:
        case.derived("entry", NO_CLAUSE, None)
        return None
    given = case.given_clause(clause)
    found = met(case, clause.when, clause.counts_from)
    if found.day is None:
        if clause.recorded is None:
            case.derived("entry", NOT_MET, None, given, *found.because)
            return None
        key = case.derived("entry", ALONE, clause.recorded.days, given)
        return _entry(case, clause.recorded.days, key)
    day, because = _counted(case, clause, found.day, (given, *found.because))
    key = case.derived("entry", ENTRY, day, *because)
    if clause.recorded is None:
        return _entry(case, day, key, acts=() if clause.delay else found.acts, met_day=found.day)
    counted = day
    day, key = _recorded(case, "entry", clause.recorded, day, key)
    return _entry(case, day, key, met_day=found.day if day == counted else None)


def _counted(case: Case, clause: EntryIntoForce, day: Days, because: tuple[str, ...]) -> tuple[Days, tuple[str, ...]]:
    counted, keys = delayed(case, day, clause.delay)
    if clause.delay:
        because = (case.derived("entry:condition", CONDITION, day, *because), *keys)
    if clause.on is not None:
        fact = "the condition met by the day that the treaty names"
        if not clause.delay:
            counted = Days.latest([counted, clause.on.days])
        elif case.choices.settle(day.not_after(clause.on.days), fact, f"was {fact}?"):
            counted = clause.on.days
    if clause.not_before is not None:
        counted = Days.latest([counted, clause.not_before.days])
    return counted, because


def own_entry(case: Case, treaty: Entry, consent: Consent, name: str) -> Entry:
    """Derive when the treaty entered into force for one State.

    Law: Vienna Convention art. 24(3). Who consented by the day on which the condition was met, or where the clause says
    so by that of entry into force, has the treaty's own date; who did so later has the date of the clause for later
    joiners, but never one before the treaty's.

    Args:
        case: The case.
        treaty: The treaty's entry into force.
        consent: The State's consent.
        name: Names this entry among all reasons.
    """
    entry = case.record.clause(EntryIntoForce)
    clause = case.record.clause(Joining)
    act, key = consent.act, f"entry for {name}"
    if entry is not None and act.effective is None:
        if isinstance(entry.when, FixedDate) or (clause is not None and clause.after is JoinsAfter.ENTRY):
            early, what = consent.day.not_after(treaty.day), "it entered into force"
        elif treaty.day.first >= consent.day.last:
            early, what = _by_then(case, treaty, entry, consent), "the condition was met"
        else:  # a recorded day may lie before what the acts at hand make up; nobody was a party before consent
            early, what = Truth.NO, "the condition was met"
        fact = f"{act.id} by the day on which {what}"
        if act.recorded is not None:
            if early is Truth.YES:
                made = case.derived(key, OWN, treaty.day, case.given_act(act), treaty.key)
                day, made = _recorded(case, key, act.recorded, treaty.day, made, act=act)
                return _entry(case, Days.latest([treaty.day, day]), made, since=treaty)
        elif case.choices.settle(early, fact, f"was {fact}?"):
            return treaty
    since = consent.day if clause is None or entry is None or clause.counts_from is entry.counts_from else (
        case.legal_days(act.when(clause.counts_from))
    )  # fmt: skip
    delay = AT_ONCE if clause is None else clause.delay
    day, keys = delayed(case, since, delay)
    if act.effective is not None:
        day, delay = act.effective.days, delay or Delay(lands=Lands.DAY_AFTER)
    day = Days.latest([treaty.day, day])
    given = [case.given_act(act), *([case.given_clause(clause)] if clause is not None else [])]
    made = case.derived(key, OWN, day, *given, treaty.key, *keys)
    if act.recorded is not None:
        day, made = _recorded(case, key, act.recorded, day, made, act=act)
        day = Days.latest([treaty.day, day])
    immediate = () if delay or act.recorded is not None else (act,)
    return _entry(case, day, made, acts=immediate, since=treaty)


def _by_then(case: Case, treaty: Entry, entry: EntryIntoForce, consent: Consent) -> Truth:
    """Tell whether a State consented by the day on which the condition was met.

    Where only the treaty's recorded day is known, that day was met late enough for a consent from which the delay
    leads no further than the record.
    """
    if treaty.met is not None:
        return consent.day.not_after(treaty.met)
    return delayed(case, consent.day, entry.delay)[0].not_after(treaty.day)


def _recorded(
    case: Case, key: str, recorded: Moment, counted: Days, because: str, *, act: Act | None = None
) -> tuple[Days, str]:
    """Put a date that the depositary recorded in place of a count, and say whether they agree."""
    rule = AGREES if recorded.days == counted else DIFFERS
    return recorded.days, case.derived(f"{key}:recorded", rule, recorded.days, because, subject=act)


def delayed(case: Case, day: Days, delay: Delay) -> tuple[Days, tuple[str, ...]]:
    """Apply a delay to a day, and return the conventions used."""
    if not delay:
        return day, ()
    start = day.map(lambda d: d.replace(day=1)) if delay.counted_from is CountedFrom.MONTH else day
    reached, keys = case.last_day(start, delay.period, first_day_counts=False) if delay.period else (start, ())
    if delay.lands is Lands.DAY_AFTER:
        reached = reached.map(later)
    elif delay.lands is Lands.NEXT_MONTH:
        reached = reached.map(_next_month)
    return reached, keys


def _next_month(day: date) -> date:
    return later(day.replace(day=1), 31).replace(day=1)


def _entry(
    case: Case,
    day: Days,
    key: str,
    *,
    acts: Sequence[Act] = (),
    met_day: Days | None = None,
    since: Entry | None = None,
) -> Entry:
    (early, late), conventions, rule = _begins(case, day, acts)
    if since is not None:
        early, late = max(early, since.begins[0]), max(late, since.begins[1])
    begins = (early, late)
    because = (key, *(case.given_act(act) for act in acts), *conventions)
    begins_key = case.derived(f"{key.removesuffix(':recorded')}:begins", rule, span_text(begins), *because)
    return Entry(day=day, begins=begins, key=key, begins_key=begins_key, met=met_day)


def _begins(case: Case, day: Days, acts: Sequence[Act]) -> tuple[Span, tuple[str, ...], Rule]:
    """Return when the day of entry begins: never before the acts that bring it about could have been done."""
    (early, late), keys = case.start_of(day)
    if not acts:
        return (early, late), keys, BEGINS
    from_hour = False
    clause = case.record.clause(EntryIntoForce)
    timed = [act.when() for act in acts if act.when().wall is not None]
    if any(case.legal_days(when).last >= day.first for when in timed):
        said: EntryHour | None = None if clause is None else clause.hour
        answer, key = case.convention(ENTRY_HOUR, None if said is None else said.value)
        from_hour, keys = answer == AT_THE_HOUR, (*keys, key)
    floors = [case.happening(act.when()) if from_hour else _day_begins_there(act.when()) for act in acts]
    begins = (max([early, *(floor[0] for floor in floors)]), max([late, *(floor[1] for floor in floors)]))
    return begins, keys, BEGINS_AT_HOUR if from_hour else BEGINS


def _day_begins_there(when: Moment) -> Span:
    """Return the start of an act's day where it was done: nothing can follow from it earlier.

    An act without a clock, or with no place but UTC, sets no such bound.
    """
    places = [clock for clock in when.zones if clock.key != "UTC"]
    if not places:
        return _NEVER, _NEVER
    return (
        min(clock.start_of_day(when.days.first) for clock in places),
        max(clock.start_of_day(when.days.last) for clock in places),
    )
