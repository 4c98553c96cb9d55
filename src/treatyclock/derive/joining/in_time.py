"""Whether a State consented early enough to have the treaty's own day of entry, and not a day of its own."""

from __future__ import annotations

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.counting.delays import delayed
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.entry.needed import needs_act_of
from treatyclock.derive.joining.first_to_meet import first_to_meet
from treatyclock.derive.joining.joining_rule import joining_rule
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.law.clauses.conditions import FixedDate
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.joining import JoinsAfter
from treatyclock.truth import Truth


def in_time(evaluation: Evaluation, treaty: Entry, consent: Consent, party: str) -> tuple[Truth, str]:
    """Tell whether a State consented early enough to have the treaty's own day of entry, and by when one had to.

    Where a clause is for those who consent after the entry into force, one of that very day is open: the treaty is in
    force from the beginning of the day, and a period after a day does not count the day itself. Whose consent brought
    the entry is none of those. Where the text names a day, one who consents on that day is in time. A day of entry that
    is fixed for those who consent by another day is for nobody who consents after that one. Where nothing says what
    brings the treaty into force, one who consents by the day on which it entered is in time.

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force.
        consent: The State's consent.
        party: The State.
    """
    entry, clause = evaluation.clause(EntryIntoForce), joining_rule(evaluation, party, consent.act.kind)
    in_force = "by the day on which it entered into force"
    after = JoinsAfter.CONDITION if clause is None else clause.after
    shared = after.days if isinstance(after, Moment) else None if entry is None else shared_by(entry, treaty)
    if shared is not None and after is not JoinsAfter.OTHERS:
        return consent.day.not_after(shared), f"by {shared}"
    one_day = after is JoinsAfter.ENTRY_DAY or (entry is not None and isinstance(entry.when, FixedDate))
    if entry is None or (one_day and after is not JoinsAfter.OTHERS):  # None: by acts that are not on record
        return consent.day.not_after(treaty.day), in_force
    if after is JoinsAfter.OTHERS:
        return first_to_meet(evaluation, entry, treaty, consent, party), "among those who met the condition"
    if after is JoinsAfter.ENTRY:
        brought = _by_then(evaluation, treaty, entry, consent)
        if brought is not Truth.YES and consent.day == treaty.day and consent.day.known:
            return _before_the_hour(evaluation, treaty, consent), "before the entry into force on that day"
        return brought | consent.day.not_after(treaty.day), in_force
    return _by_the_condition(evaluation, treaty, entry, consent), "by the day on which the condition was met"


def shared_by(entry: EntryIntoForce, treaty: Entry) -> Days | None:
    """Return the day by which one had to consent to share the fixed day of entry; None where no such day is named.

    Args:
        entry: The clause on entry into force.
        treaty: The treaty's entry into force.
    """
    if entry.on is None or entry.met_by is None or treaty.day != entry.on.days:
        return None
    by = entry.met_by.days
    return None if treaty.met is not None and treaty.met.not_after(by) is Truth.NO else by


def _by_the_condition(evaluation: Evaluation, treaty: Entry, entry: EntryIntoForce, consent: Consent) -> Truth:
    if treaty.day.first >= consent.day.last:
        return _by_then(evaluation, treaty, entry, consent)
    if treaty.day.last < consent.day.first or treaty.day.first == treaty.day.last:
        # A recorded day may lie before what the acts at hand make up; nobody was a party before consent.
        return Truth.NO
    # Where others may have met the condition earlier, the treaty's day may lie on either side.
    return _by_then(evaluation, treaty, entry, consent) & Truth.UNKNOWN


def among_others(evaluation: Evaluation, treaty: Entry, consent: Consent, party: str) -> tuple[str, int] | None:
    """Return by when one had to consent, and the place of a consent's day, where that one is known.

    Who consented earlier was in time if who consented later was. Asked of each by itself, that would be as many worlds
    as there are ways to choose some of them.
    """
    clause = joining_rule(evaluation, party, consent.act.kind)
    after = JoinsAfter.CONDITION if clause is None else clause.after
    if not consent.day.known or after is JoinsAfter.OTHERS:
        return None
    entry = evaluation.clause(EntryIntoForce)
    shared = None if entry is None else shared_by(entry, treaty)
    by = after.days if isinstance(after, Moment) else shared or treaty.met or treaty.day
    return str(by), consent.day.first.toordinal()


def _before_the_hour(evaluation: Evaluation, treaty: Entry, consent: Consent) -> Truth:
    """Tell whether a consent of the day of entry came before the entry: only where both have an hour."""
    if not treaty.at_hour or consent.act.when().wall is None:
        return Truth.UNKNOWN
    done = evaluation.happening(consent.act.when())
    if done.latest < treaty.begins.earliest:
        return Truth.YES
    return Truth.NO if done.earliest > treaty.begins.latest else Truth.UNKNOWN


def _by_then(evaluation: Evaluation, treaty: Entry, entry: EntryIntoForce, consent: Consent) -> Truth:
    """Tell whether a State consented by the day on which the condition was met.

    Where only the treaty's recorded day is known, a consent was early enough if the delay, counted from the consent,
    ends no later than the recorded day. Whether it was is open, if the delay ends later and the condition needs it.
    """
    if treaty.met is not None:
        return consent.day.not_after(treaty.met)
    by_delay = delayed(evaluation, consent.day, entry.delay, EntryIntoForce)[0].not_after(treaty.day)
    # The recorded day says that the condition was met before: a consent without which it is not had come by then too.
    needed = any(needs_act_of(evaluation, entry.when, party) for party in consent.act.by)
    return by_delay | Truth.UNKNOWN if needed else by_delay
