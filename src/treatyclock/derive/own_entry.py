"""Entry into force for one State: with the treaty, or later by the clause for later joiners."""

from __future__ import annotations

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.consent import Consent
from treatyclock.derive.delays import delayed
from treatyclock.derive.entry import LATER, Entry, entering, with_recorded
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.in_conflict import at_once_in_conflict
from treatyclock.derive.negotiating import awaited
from treatyclock.derive.reaching_back import effective, lies_before, recorded
from treatyclock.derive.reasons import Key, Rule
from treatyclock.law.acts.consent import SUCCESSION
from treatyclock.law.clauses.conditions import AllOf, AnyOf, Condition, Consented, FixedDate, Instruments, Signed
from treatyclock.law.clauses.delays import AT_ONCE, Delay, Lands
from treatyclock.law.clauses.entry import EntryIntoForce, Joining, JoinsAfter
from treatyclock.truth import Truth

OWN = Rule("own entry", "the treaty entered into force for that State on {value}", LATER)
OWN_IN_CONFLICT = Rule(
    "own entry in a conflict",
    "that State was engaged in a conflict, so the treaty entered into force for it at once, on {value}",
    "Geneva Conventions of 1949, common art. 62/61/141/157, where the clause says so",
)
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
    if named is not None and noted is None and not _counts_as_named(evaluation, treaty, consent, named):
        named, taken = None, ()
    given = (evaluation.given_act(act), *taken)
    if act.kind == SUCCESSION and act.effective is None and act.recorded is None:
        return _by_succession(evaluation, treaty, consent, name)
    if entry is not None and named is None:
        early, what = in_time(evaluation, treaty, consent)
        fact = f"{act.id} {what}"
        if noted is not None:
            if early is Truth.YES:
                made = evaluation.derived(key, own, treaty.day, *given, treaty.key)
                day, made = with_recorded(evaluation, key, noted, treaty.day, made, *noted_so, act=act, treaty=treaty)
                return entering(evaluation, day, made, since=treaty, done=consent.day)
        elif evaluation.settle(early, fact, about=(act,), before=_among_others(treaty, consent)):
            if treaty.day.first >= consent.day.first:
                return treaty
            # The treaty's own day, but for nobody before its consent.
            day = Days.latest([treaty.day, consent.day])
            made = evaluation.derived(key, own, day, *given, treaty.key)
            return entering(evaluation, day, made, since=treaty)
    delay = AT_ONCE if clause is None else clause.delay_of(act.kind)
    day, keys = delayed(evaluation, _since(evaluation, consent), delay, Joining)
    if named is not None:
        day, delay = evaluation.days_there(named), delay or Delay(lands=Lands.DAY_AFTER)
    day = Days.latest([treaty.day, day])
    if clause is not None and clause.at_once_in_conflict and named is None and noted is None:
        soon = at_once_in_conflict(evaluation, treaty, consent, name.subject, day)
        if soon is not None:
            because = (*given, evaluation.given_clause(clause), evaluation.given_act(soon.conflict), treaty.key)
            made = evaluation.derived(key, OWN_IN_CONFLICT, soon.day, *dict.fromkeys(because))
            return entering(evaluation, soon.day, made, acts=(soon.by,), since=treaty, done=consent.day)
    by = () if clause is None else (evaluation.given_clause(clause),)
    if named is not None:
        by, keys = (), ()  # the day that the act names counts, and no clause for later joiners
    made = evaluation.derived(key, own, day, *given, *by, treaty.key, *keys)
    if noted is not None:
        day, made = with_recorded(evaluation, key, noted, day, made, *noted_so, act=act, treaty=treaty)
    immediate = () if delay or noted is not None else (act,)
    return entering(evaluation, day, made, acts=immediate, since=treaty, done=consent.day)


def _since(evaluation: Evaluation, consent: Consent) -> Days:
    """Return the date of a consent from which the clause for later joiners counts."""
    entry, clause = evaluation.clause(EntryIntoForce), evaluation.clause(Joining)
    if clause is None or entry is None or clause.counts_from is entry.counts_from:
        return consent.day
    return evaluation.legal_days(consent.act.when(clause.counts_from))


def _counts_as_named(evaluation: Evaluation, treaty: Entry, consent: Consent, named: Moment) -> bool:
    """Tell whether the day that a consent names counts for its author, and not the day by the clause for later joiners.

    Law: a State that joins has the day that the treaty provides (Vienna Convention art. 24(3)). Whether a day that it
    names itself goes before that, is a question of fact, as it is for the entry into force of the treaty.
    """
    entry, clause, act = evaluation.clause(EntryIntoForce), evaluation.clause(Joining), consent.act
    if (
        entry is None
        or clause is None
        or not clause.delay_of(act.kind)
        or act.kind == SUCCESSION
        or lies_before(named, act)
    ):
        return True  # one that reaches back to a day is meant to have effect from that day
    by_clause = delayed(evaluation.aside(), _since(evaluation, consent), clause.delay_of(act.kind), Joining)[0]
    if Days.latest([treaty.day, by_clause]) == Days.latest([treaty.day, evaluation.legal_days(named)]):
        return True
    early, what = in_time(evaluation, treaty, consent)
    if evaluation.settle(early, f"{act.id} {what}", about=(act,), before=_among_others(treaty, consent)):
        return True
    fact = f"entry into force on the day that {act.id} names"
    text = f"does the treaty enter into force on the day that {act.id} names, or by the clause on later joiners?"
    return evaluation.settle(Truth.UNKNOWN, fact, text, about=(act,))


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
    with_that_day = clause is not None and clause.after is JoinsAfter.ENTRY_DAY
    if with_that_day or isinstance(entry.when, FixedDate):
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


def _among_others(treaty: Entry, consent: Consent) -> tuple[str, int] | None:
    """Return the day on which the condition was met, and the place of a consent's day, where that one is known.

    Who consented earlier was in time if who consented later was. Asked of each by itself, that would be as many worlds
    as there are ways to choose some of them.
    """
    if not consent.day.known:
        return None
    return str(treaty.met or treaty.day), consent.day.first.toordinal()


def _by_succession(evaluation: Evaluation, treaty: Entry, consent: Consent, name: Key) -> Entry:
    """Derive from when a State is a party that notified its succession and named no date.

    Law: the notification has effect from the date of the succession, or from the predecessor's own date (Vienna
    Convention on Succession of States in respect of Treaties, arts. 22 and 23); practice takes neither the day of the
    notification nor a delay from it.
    """
    day = Days.between(treaty.day.first, max(treaty.day.last, consent.day.last))
    made = evaluation.derived(name, SUCCEEDED, day, evaluation.given_act(consent.act), treaty.key)
    return entering(evaluation, day, made, since=treaty, done=consent.day)


def _by_then(evaluation: Evaluation, treaty: Entry, entry: EntryIntoForce, consent: Consent) -> Truth:
    """Tell whether a State consented by the day on which the condition was met.

    Where only the treaty's recorded day is known, a consent was early enough if the delay, counted from the consent,
    ends no later than the recorded day. Whether it was is open, if the delay ends later and the condition needs it.
    """
    if treaty.met is not None:
        return consent.day.not_after(treaty.met)
    by_delay = delayed(evaluation, consent.day, entry.delay, EntryIntoForce)[0].not_after(treaty.day)
    # The recorded day says that the condition was met before: a consent without which it is not had come by then too.
    needed = any(_names(evaluation, entry.when, party) for party in consent.act.by)
    return by_delay | Truth.UNKNOWN if needed else by_delay


def _names(evaluation: Evaluation, condition: Condition, party: str) -> bool:
    """Tell whether a condition cannot be met without a State's own act: it names the State, or all who negotiated."""
    if isinstance(condition, AllOf):
        return any(_names(evaluation, part, party) for part in condition.conditions)
    if isinstance(condition, AnyOf):
        return all(_names(evaluation, part, party) for part in condition.conditions)
    if isinstance(condition, Instruments):
        return party in condition.among and condition.number >= len(condition.among)
    return isinstance(condition, Consented | Signed) and party in (condition.by or awaited(evaluation.record))
