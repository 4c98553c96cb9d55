"""Entry into force for one State: with the treaty, or later by the clause for later joiners."""

from __future__ import annotations

from dataclasses import dataclass, replace

from treatyclock.civil.days import LATEST, Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.counting.date_that_counts import date_of_instruments, has_several_dates
from treatyclock.derive.counting.delays import delayed
from treatyclock.derive.counting.reaching_back import lies_before, recorded
from treatyclock.derive.entry.agreed_entry import set_aside
from treatyclock.derive.entry.entry import LATER, Entry, entering, with_recorded
from treatyclock.derive.entry.in_conflict import at_once_in_conflict
from treatyclock.derive.entry.presupposed import presupposes_consent
from treatyclock.derive.joining.approved import Approval, approval, not_approved
from treatyclock.derive.joining.approvers import needs_approval
from treatyclock.derive.joining.at_latest import entry_at_latest, is_mere_signature, no_later
from treatyclock.derive.joining.in_time import among_others, in_time, shared_by
from treatyclock.derive.joining.joining_rule import joining_rule
from treatyclock.derive.joining.named_with_approval import named_with_approval, not_before_approval
from treatyclock.derive.joining.own_day import counted_day, counted_since
from treatyclock.derive.parties.whole import entry_as_amended
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import SUCCESSION
from treatyclock.law.clauses.delays import AT_ONCE, Delay, Lands
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.joining import Joining, JoinsAfter
from treatyclock.truth import Truth

OWN = Rule("own entry", "the treaty entered into force for that State on {value}", LATER)
APPROVED = Rule(
    "own entry by an approved accession",
    "its accession was approved, and the treaty entered into force for that State on {value}",
    "Vienna Convention on the Law of Treaties, arts. 15 and 24(3)",
)
PERHAPS_APPROVED = Rule(
    "own entry by an accession perhaps approved",
    "the record does not hold the approval that its accession needs; with it, the treaty is in force for that State "
    "from {value}",
    "Vienna Convention on the Law of Treaties, arts. 15 and 24(3)",
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Joiner:
    """A State that joins, by a consent.

    Attributes:
        consent: The consent.
        name: What its entry is called among all reasons; its subject is the State.
        rule: The rule for it; None where the treaty has none.
        approved: The approval of its accession, where it needs one.
        named: The day that its consent or the terms name, where it counts.
        noted: The day that the depositary recorded.
        given: The reasons.
        noted_so: What is taken of the recorded day.
    """

    consent: Consent
    name: Key
    rule: Joining | None
    approved: Approval | None
    named: Moment | None
    noted: Moment | None
    given: tuple[Key, ...]
    noted_so: tuple[Key, ...]


def own_entry(evaluation: Evaluation, treaty: Entry, consent: Consent, name: Key) -> Entry | None:
    """Derive when the treaty entered into force for one State; None where its consent brings none.

    Law: Vienna Convention art. 24(3); for a succession, the Vienna Convention on Succession of States in respect of
    Treaties, arts. 17 to 23. A State that consented by the day on which the condition was met has the treaty's
    own date; some clauses take another day instead. A State that consented later has the date by the rule for later
    joiners, but never a date before the treaty's, nor one before an approval that it needs.

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force.
        consent: The State's consent.
        name: What this entry is called among all reasons; its subject is the State.
    """
    act, party, approved = consent.act, name.subject, None
    amended = entry_as_amended(evaluation, treaty, act, name)
    if amended is not None or is_mere_signature(evaluation, consent, party):
        return amended or entry_at_latest(evaluation, treaty, consent, name)
    if (needs := needs_approval(evaluation, act, party)) is not None:
        approved = approval(evaluation, needs, act, treaty.day)
        if approved is None:
            not_approved(evaluation, needs, consent, party)
            return None
        if not approved.on_record:
            return _perhaps_approved(evaluation, treaty, consent, name, approved)
    if act.kind == SUCCESSION and act.effective is None and act.recorded is None:
        return _by_succession(evaluation, treaty, consent, name)
    named, taken = named_with_approval(evaluation, party, act, approved)
    noted, noted_so = recorded(evaluation, act)
    if named is not None and noted is None:
        aside = named == act.effective and set_aside(evaluation, treaty.met, treaty.day, consent)
        if aside or not _counts_as_named(evaluation, treaty, consent, named, party):
            named, taken = None, ()
    joiner = _Joiner(
        consent=consent, name=name, rule=joining_rule(evaluation, party, act.kind), approved=approved, named=named,
        noted=noted, noted_so=noted_so,
        given=(evaluation.given_act(act), *taken, *_dated(evaluation, act), *_given(evaluation, approved)),
    )  # fmt: skip
    entry = _with_the_treaty(evaluation, treaty, joiner)
    if entry is None:
        entry = _later(evaluation, treaty, joiner)
        if _between_two_rules(evaluation, treaty, joiner) and not _all_the_same(evaluation, entry, joiner):
            return None
    return no_later(evaluation, treaty, consent, entry, name)


def _with_the_treaty(evaluation: Evaluation, treaty: Entry, joiner: _Joiner) -> Entry | None:
    """Return the entry of a State that consented in time for the treaty's own day; None if it did not."""
    if evaluation.clause(EntryIntoForce) is None or joiner.named is not None:
        return None
    consent = joiner.consent
    may_be = joiner.noted is None and not consent.day.known and consent.day.first <= treaty.day.last
    if may_be and presupposes_consent(evaluation, treaty.key, joiner.name.subject):
        return treaty  # it was recorded, and waited for that consent: so that consent came in time
    return _in_time_for_it(evaluation, treaty, joiner)


def _in_time_for_it(evaluation: Evaluation, treaty: Entry, joiner: _Joiner) -> Entry | None:
    consent, key, party = joiner.consent, joiner.name, joiner.name.subject
    early, what = in_time(evaluation, treaty, consent, party)
    arrived = Days.latest([consent.day, *_days(joiner.approved)])
    fact, text = f"{consent.act.id} {what}", ""
    if arrived != consent.day and in_time(evaluation, treaty, replace(consent, day=arrived), party)[0] is not early:
        early, fact = Truth.UNKNOWN, f"{consent.act.id} in time without its approval"
        text = f"does {consent.act.id} have the treaty's own day, though it was approved after the time for that?"
    act, own = consent.act, _rule(joiner)
    # The treaty's own day, but for nobody before its consent.
    day = treaty.day if treaty.day.first >= arrived.first else Days.latest([treaty.day, arrived])
    if joiner.noted is not None:
        if early is not Truth.YES:
            return None
        made = evaluation.derived(key, own, day, *joiner.given, treaty.key)
        day, made = _as_recorded(evaluation, treaty, joiner, day, made)
        return entering(evaluation, day, made, since=treaty, done=consent.day)
    before = None if text else among_others(evaluation, treaty, consent, party)
    if not evaluation.settle(early, fact, text, about=(act,), before=before):
        return None
    if treaty.day.first >= arrived.first:
        return treaty
    made = evaluation.derived(key, own, day, *joiner.given, treaty.key)
    return entering(evaluation, day, made, since=treaty)


def _later(evaluation: Evaluation, treaty: Entry, joiner: _Joiner) -> Entry:
    """Return the entry of a State that has a day of its own."""
    consent, key, rule, approved = joiner.consent, joiner.name, joiner.rule, joiner.approved
    delay = AT_ONCE if rule is None else rule.delay
    day, keys = counted_day(evaluation, consent, rule, approved)
    if joiner.named is not None:
        named = not_before_approval(evaluation.days_there(joiner.named), approved)
        day, delay = named, delay or Delay(lands=Lands.DAY_AFTER)
    day = Days.latest([treaty.day, day])
    plain = joiner.named is None and joiner.noted is None
    if rule is not None and rule.at_once_in_conflict and plain:
        soon = at_once_in_conflict(evaluation, treaty, consent, key.subject, day)
        if soon is not None:
            because = (*joiner.given, evaluation.given_clause(rule), evaluation.given_act(soon.conflict), treaty.key)
            made = evaluation.derived(key, OWN_IN_CONFLICT, soon.day, *dict.fromkeys(because))
            return entering(evaluation, soon.day, made, acts=(soon.by,), since=treaty, done=consent.day)
    by = () if rule is None else (evaluation.given_clause(rule),)
    if joiner.named is not None:
        # The day that the act names counts, and of the clause for later joiners only that an approval was needed.
        by, keys = by if approved is not None else (), ()
    made = evaluation.derived(key, _rule(joiner), day, *joiner.given, *by, treaty.key, *keys)
    if joiner.noted is not None:
        day, made = _as_recorded(evaluation, treaty, joiner, day, made)
    immediate = () if delay or joiner.noted is not None else (consent.act, *(approved.acts if approved else ()))
    done = Days.latest([consent.day, *_days(approved)])  # no consent binds before an approval that it needs
    return entering(evaluation, day, made, acts=immediate, since=treaty, done=done)


def _between_two_rules(evaluation: Evaluation, treaty: Entry, joiner: _Joiner) -> bool:
    """Tell whether a State consented too late to share a fixed day, and too early for the rule on later joiners."""
    clause, rule, day = evaluation.clause(EntryIntoForce), joiner.rule, joiner.consent.day
    if clause is None or shared_by(clause, treaty) is None or joiner.named is not None or joiner.noted is not None:
        return False
    late = rule is not None and rule.after not in (JoinsAfter.ENTRY, JoinsAfter.ENTRY_DAY)
    return not late and day.first <= treaty.day.last


def _all_the_same(evaluation: Evaluation, entry: Entry, joiner: _Joiner) -> bool:
    act = joiner.consent.act
    text = (
        f"no clause says from when the treaty is in force for who consented as {act.id} did, too late for the fixed "
        f"day and before the entry into force: is it from {entry.day}?"
    )
    return evaluation.settle(Truth.UNKNOWN, f"the day of entry that no clause gives {act.id}", text, about=(act,))


def _as_recorded(evaluation: Evaluation, treaty: Entry, joiner: _Joiner, day: Days, made: Key) -> tuple[Days, Key]:
    """Return the day that the depositary recorded in place of the count."""
    assert joiner.noted is not None
    noted, act = joiner.noted, joiner.consent.act
    return with_recorded(evaluation, joiner.name, noted, day, made, *joiner.noted_so, act=act, treaty=treaty)


def _rule(joiner: _Joiner) -> Rule:
    if joiner.approved is not None:
        return APPROVED
    return SUCCEEDED_ON if joiner.consent.act.kind == SUCCESSION else OWN


def _perhaps_approved(evaluation: Evaluation, treaty: Entry, consent: Consent, name: Key, approved: Approval) -> Entry:
    """Return the entry by an accession whose approval the record does not hold: from its own day on, or later."""
    rule = joining_rule(evaluation, name.subject, consent.act.kind)
    assert rule is not None
    first = Days.latest([treaty.day, consent.day, approved.day]).first
    if not rule.or_as_agreed:  # by terms that may name a day, it may come sooner than by the rule
        first = max(first, counted_day(evaluation, consent, rule, None)[0].first)
    day = Days.between(first, LATEST)
    given = (evaluation.given_act(consent.act), *_given(evaluation, approved), evaluation.given_clause(rule))
    made = evaluation.derived(name, PERHAPS_APPROVED, day, *given, treaty.key)
    return entering(evaluation, day, made, since=treaty, done=consent.day)


def _dated(evaluation: Evaluation, act: Act) -> tuple[Key, ...]:
    """Return the convention by which one of its several dates counts for the entry into force; none for one date."""
    clause = evaluation.clause(EntryIntoForce)
    several = clause is not None and has_several_dates(act, clause.counts_from)
    return date_of_instruments(evaluation, clause)[1] if several else ()


def _given(evaluation: Evaluation, approved: Approval | None) -> tuple[Key, ...]:
    return () if approved is None else tuple(map(evaluation.given_act, approved.acts))


def _days(approved: Approval | None) -> tuple[Days, ...]:
    return () if approved is None else (approved.day,)


def _counts_as_named(evaluation: Evaluation, treaty: Entry, consent: Consent, named: Moment, party: str) -> bool:
    """Tell whether the day that a consent names counts for its author, and not the day by the clause for later joiners.

    Law: a State that joins has the day that the treaty provides (Vienna Convention art. 24(3)). Whether a day that it
    names itself goes before that, is a question of fact, as it is for the entry into force of the treaty; where the
    treaty lets the terms of an accession name the day, it does.
    """
    entry, act = evaluation.clause(EntryIntoForce), consent.act
    rule = joining_rule(evaluation, party, act.kind)
    if (
        entry is None
        or rule is None
        or rule.or_as_agreed
        or not rule.delay
        or act.kind == SUCCESSION
        or lies_before(named, act)
    ):
        return True  # one that reaches back to a day is meant to have effect from that day
    by_clause = delayed(evaluation.aside(), counted_since(evaluation, consent, rule)[0], rule.delay, Joining)[0]
    if Days.latest([treaty.day, by_clause]) == Days.latest([treaty.day, evaluation.legal_days(named)]):
        return True
    early, what = in_time(evaluation, treaty, consent, party)
    before = among_others(evaluation, treaty, consent, party)
    if evaluation.settle(early, f"{act.id} {what}", about=(act,), before=before):
        return True
    fact = f"entry into force on the day that {act.id} names"
    text = f"does the treaty enter into force on the day that {act.id} names, or by the clause on later joiners?"
    return evaluation.settle(Truth.UNKNOWN, fact, text, about=(act,))


def _by_succession(evaluation: Evaluation, treaty: Entry, consent: Consent, name: Key) -> Entry:
    """Derive from when a State is a party that notified its succession and named no date.

    Law: the notification has effect from the date of the succession, or from the predecessor's own date (Vienna
    Convention on Succession of States in respect of Treaties, arts. 22 and 23); practice takes neither the day of the
    notification nor a delay from it.
    """
    day = Days.between(treaty.day.first, max(treaty.day.last, consent.day.last))
    made = evaluation.derived(name, SUCCEEDED, day, evaluation.given_act(consent.act), treaty.key)
    return entering(evaluation, day, made, since=treaty, done=consent.day)
