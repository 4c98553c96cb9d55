"""Entry into force: of the treaty, and for each party."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.conditions import met
from treatyclock.derive.consent import Consent
from treatyclock.derive.consents_gone import without_consents_gone
from treatyclock.derive.delays import delayed
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.facts import Recorded
from treatyclock.derive.not_on_record import may_lack_instruments
from treatyclock.derive.reaching_back import effective, recorded
from treatyclock.derive.reasons import Beside, Key, Rule
from treatyclock.derive.recorded_entry import recorded_entry
from treatyclock.derive.timing import Span
from treatyclock.instants import from_datetime
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import SUCCESSION
from treatyclock.law.clauses.conditions import FixedDate
from treatyclock.law.clauses.delays import AT_ONCE, Delay, Lands
from treatyclock.law.clauses.entry import EntryIntoForce, Joining, JoinsAfter
from treatyclock.law.conventions.entry import AT_THE_HOUR, ENTRY_HOUR
from treatyclock.truth import Truth

_LAW = "Vienna Convention on the Law of Treaties, art. 24(1)-(2)"
_LATER = "Vienna Convention on the Law of Treaties, art. 24(3)"
ENTRY = Rule("entry", "the treaty entered into force on {value}", _LAW)
NOT_MET = Rule(
    "entry not met", "the condition for entry into force is not met, so the treaty has not entered into force", _LAW
)
NO_CLAUSE = Rule(
    "no entry clause", "the record has no clause on entry into force, so no entry into force follows", _LAW
)
CONDITION = Rule("condition met", "the condition for entry into force was met on {value}")
BEGINS = Rule(
    "begins",
    "it is in force from the beginning of that day, but not before the day began where the act was done, {when}",
)
BEGINS_BACK = Rule("begins before the act", "it is in force from the beginning of that day, {when}")
BEGINS_AT_HOUR = Rule("begins at hour", "it is in force from the hour of that act, {when}")
OWN = Rule("own entry", "the treaty entered into force for that State on {value}", _LATER)
AGREES = Rule("recorded as counted", "the depositary recorded the same day: {value}")
ALONE = Rule("recorded alone", "the acts on record do not meet the condition; the depositary recorded {value}")
DIFFERS = Rule("recorded otherwise", "the depositary recorded {value}: its record prevails over the count")
NOT_BEFORE = Rule("own entry after the treaty's", "but for no State before the treaty itself: on {value}", _LATER)

_SUCCESSION = (
    "Vienna Convention on Succession of States in respect of Treaties, arts. 17 to 23: art. 22 on the notification, "
    "art. 23 on its effects"
)
SUCCEEDED = Rule(
    "entry by succession",
    "the notification names no date of succession, so the treaty entered into force for that State on {value}",
    _SUCCESSION,
)
SUCCEEDED_ON = Rule(
    "entry from the succession",
    "by that succession the treaty entered into force for that State on {value}",
    _SUCCESSION,
)

ENTERED = Key("entry")
"""The key of the conclusion on the treaty's own entry into force, or on there being none."""

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
        explained: Whether the acts on record meet the condition by that day.
        at_hour: Whether it begins at the hour of an act rather than with that day.
        expressed: The day of the consent, where the entry lies before it; None elsewhere.
    """

    day: Days
    begins: Span
    key: Key
    begins_key: Key
    met: Days | None
    explained: bool = False
    at_hour: bool = False
    expressed: Days | None = None


def entry_into_force(evaluation: Evaluation) -> Entry | None:
    """Derive when the treaty entered into force; None if it has not.

    Law: Vienna Convention art. 24(1)-(2). No general rule says at which hour; practice takes the
    beginning of the day. Where the hour of the act is known, both it and the day's beginning are tried.
    """
    clause = evaluation.clause(EntryIntoForce)
    if clause is None:
        evaluation.derived(ENTERED, NO_CLAUSE, None)
        return None
    given = evaluation.given_clause(clause)
    # A recorded day settles what acts that are not on record would leave open.
    found = met(evaluation, clause.when, clause.counts_from, listed=clause.recorded is not None)
    on_record = recorded_entry(evaluation, clause, found)
    if on_record is None and clause.recorded is not None:
        found = met(evaluation, clause.when, clause.counts_from)
    if on_record is None:
        found = without_consents_gone(evaluation, clause, found, _counted)
    if found.day is None:
        if on_record is None:
            evaluation.derived(ENTERED, NOT_MET, None, given, *found.because)
            return None
        key = evaluation.derived(ENTERED, ALONE, on_record.days, given, *found.because)
        return _entry(evaluation, on_record.days, key)
    day, because = _counted(evaluation, clause, found.day, (given, *found.because))
    if on_record is not None and day.first > on_record.days.last and may_lack_instruments(evaluation):
        key = evaluation.derived(ENTERED, ALONE, on_record.days, given)
        return _entry(evaluation, on_record.days, key)
    key = evaluation.derived(ENTERED, ENTRY, day, *because)
    if on_record is None:
        return _entry(evaluation, day, key, acts=() if clause.delay else found.acts, met_day=found.day)
    counted = day
    day, key = _recorded(evaluation, ENTERED, on_record, day, key)
    explained = found.day.not_after(day) is Truth.YES
    return _entry(evaluation, day, key, met_day=found.day if day == counted else None, explained=explained)


def _counted(
    evaluation: Evaluation, clause: EntryIntoForce, day: Days, because: tuple[Key, ...]
) -> tuple[Days, tuple[Key, ...]]:
    counted, keys = delayed(evaluation, day, clause.delay, EntryIntoForce)
    if clause.delay:
        because = (evaluation.derived(Key("entry condition"), CONDITION, day, *because), *keys)
    if clause.on is not None:
        fact = "the condition met by the day that the treaty names"
        if not clause.delay:
            counted = Days.latest([counted, clause.on.days])
        elif evaluation.settle(day.not_after(clause.on.days), fact):
            counted = clause.on.days
    if clause.not_before is not None:
        counted = Days.latest([counted, clause.not_before.days])
    return counted, because


def own_entry(evaluation: Evaluation, treaty: Entry, consent: Consent, name: Key) -> Entry:
    """Derive when the treaty entered into force for one State.

    Law: Vienna Convention art. 24(3); for a succession, the Vienna Convention on Succession of States in respect of
    Treaties, arts. 17 to 23. A State that consented by the day on which the condition was met has the treaty's
    own date; some clauses take the day of entry into force instead. A State that consented later has the date by the
    clause for later joiners, but never a date before the treaty's.

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force.
        consent: The State's consent.
        name: What this entry is called among all reasons.
    """
    entry = evaluation.clause(EntryIntoForce)
    clause = evaluation.clause(Joining)
    act, key = consent.act, name
    own = SUCCEEDED_ON if act.kind == SUCCESSION else OWN
    (named, taken), (noted, noted_so) = effective(evaluation, act), recorded(evaluation, act)
    given = (evaluation.given_act(act), *taken)
    if act.kind == SUCCESSION and act.effective is None and act.recorded is None:
        return _by_succession(evaluation, treaty, consent, name)
    if entry is not None and named is None:
        early, what = in_time(evaluation, treaty, consent)
        fact = f"{act.id} {what}"
        if noted is not None:
            if early is Truth.YES:
                made = evaluation.derived(key, own, treaty.day, *given, treaty.key)
                day, made = _recorded(evaluation, key, noted, treaty.day, made, *noted_so, act=act, treaty=treaty)
                return _entry(evaluation, day, made, since=treaty, done=consent.day)
        elif evaluation.settle(early, fact, about=(act,)):
            if treaty.day.first >= consent.day.first:
                return treaty
            # The treaty's own day, but for nobody before its consent.
            day = Days.latest([treaty.day, consent.day])
            made = evaluation.derived(key, own, day, *given, treaty.key)
            return _entry(evaluation, day, made, since=treaty)
    since = consent.day if clause is None or entry is None or clause.counts_from is entry.counts_from else (
        evaluation.legal_days(act.when(clause.counts_from))
    )  # fmt: skip
    delay = AT_ONCE if clause is None else clause.delay
    day, keys = delayed(evaluation, since, delay, Joining)
    if named is not None:
        day, delay = named.days, delay or Delay(lands=Lands.DAY_AFTER)
    day = Days.latest([treaty.day, day])
    by = () if clause is None else (evaluation.given_clause(clause),)
    if named is not None and own is SUCCEEDED_ON:
        by, keys = (), ()  # the date of succession counts, and no clause for later joiners
    made = evaluation.derived(key, own, day, *given, *by, treaty.key, *keys)
    if noted is not None:
        day, made = _recorded(evaluation, key, noted, day, made, *noted_so, act=act, treaty=treaty)
    immediate = () if delay or noted is not None else (act,)
    return _entry(evaluation, day, made, acts=immediate, since=treaty, done=consent.day)


def in_time(evaluation: Evaluation, treaty: Entry, consent: Consent) -> tuple[Truth, str]:
    """Tell whether a State consented early enough to have the treaty's own day of entry, and by when one had to.

    Where a clause is for those who consent after the entry into force, one of that very day is open: the treaty is in
    force from the beginning of the day, and a period after a day does not count the day itself. Whose consent brought
    the entry is none of those.

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force.
        consent: The State's consent.
    """
    entry, clause = evaluation.clause(EntryIntoForce), evaluation.clause(Joining)
    assert entry is not None
    in_force = "by the day on which it entered into force"
    if clause is not None and clause.after is JoinsAfter.ENTRY and not isinstance(entry.when, FixedDate):
        brought = _by_then(evaluation, treaty, entry, consent)
        if brought is not Truth.YES and consent.day == treaty.day and consent.day.known:
            return _before_the_hour(evaluation, treaty, consent), "before the entry into force on that day"
        return brought | consent.day.not_after(treaty.day), in_force
    if isinstance(entry.when, FixedDate):
        return consent.day.not_after(treaty.day), in_force
    what = "by the day on which the condition was met"
    if treaty.day.first >= consent.day.last:
        return _by_then(evaluation, treaty, entry, consent), what
    if treaty.day.last < consent.day.first or treaty.day.first == treaty.day.last:
        # A recorded day may lie before what the acts at hand make up; nobody was a party before consent.
        return Truth.NO, what
    # Where others may have met the condition earlier, the treaty's day may lie on either side.
    return _by_then(evaluation, treaty, entry, consent) & Truth.UNKNOWN, what


def _before_the_hour(evaluation: Evaluation, treaty: Entry, consent: Consent) -> Truth:
    """Tell whether a consent of the day of entry came before the entry: only where both have an hour."""
    if not treaty.at_hour or consent.act.when().wall is None:
        return Truth.UNKNOWN
    done = evaluation.happening(consent.act.when())
    if done.latest < treaty.begins.earliest:
        return Truth.YES
    return Truth.NO if done.earliest > treaty.begins.latest else Truth.UNKNOWN


def _by_succession(evaluation: Evaluation, treaty: Entry, consent: Consent, name: Key) -> Entry:
    """Derive from when a State is a party that notified its succession and named no date.

    Law: the notification has effect from the date of the succession, or from the predecessor's own date (Vienna
    Convention on Succession of States in respect of Treaties, arts. 22 and 23); practice takes neither the day of the
    notification nor a delay from it.
    """
    day = Days.between(treaty.day.first, max(treaty.day.last, consent.day.last))
    made = evaluation.derived(name, SUCCEEDED, day, evaluation.given_act(consent.act), treaty.key)
    return _entry(evaluation, day, made, since=treaty, done=consent.day)


def _by_then(evaluation: Evaluation, treaty: Entry, entry: EntryIntoForce, consent: Consent) -> Truth:
    """Tell whether a State consented by the day on which the condition was met.

    Where only the treaty's recorded day is known, a consent was early enough if the delay, counted from the consent,
    ends no later than the recorded day.
    """
    if treaty.met is not None:
        return consent.day.not_after(treaty.met)
    return delayed(evaluation, consent.day, entry.delay, EntryIntoForce)[0].not_after(treaty.day)


def _recorded(
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


def _entry(
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
    floors = [evaluation.happening(act.when()) if from_hour else _day_begins_there(act.when()) for act in acts]
    begins = Span(max([early, *(floor.earliest for floor in floors)]), max([late, *(floor.latest for floor in floors)]))
    return begins, keys, BEGINS_AT_HOUR if from_hour else BEGINS


def _day_begins_there(when: Moment) -> Span:
    """Return the start of an act's day where it was done: nothing can follow from it earlier.

    An act without a clock, or with no place but UTC, sets no such bound.
    """
    places = [clock for clock in when.zones if clock.key != "UTC"]
    if not places:
        return Span(_NEVER, _NEVER)
    return Span(
        min(clock.start_of_day(when.days.first) for clock in places),
        max(clock.start_of_day(when.days.last) for clock in places),
    )
