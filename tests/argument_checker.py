"""Checks steps of an argument against their own premises, knowing nothing of how the steps were worked out.

For each rule that compares, or that passes a day on, it says what must hold between what follows and the premises.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from argument_step import (
    ONE_DAY,
    Step,
    UnsaidError,
    about,
    acts_below,
    day_of,
    lies_before,
    may_be_after,
    may_be_by,
    overlap,
)  # fmt: skip
from treatyclock.civil.clocks.anywhere import starts_anywhere
from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.days import LATEST, Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.entry.entry import ENTERED
from treatyclock.derive.reasoning.evaluation import act_key
from treatyclock.derive.reasoning.reasons import Beside, Chosen, Derived, Given, Key, Named, Reason, supporting
from treatyclock.derive.reasoning.tally import Tally
from treatyclock.derive.reasoning.timing import Span
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.acts.consent import ACCESSION_APPROVED, CONSENT_WITHDRAWN, OBJECTION, SUCCESSION
from treatyclock.law.acts.events import CONFLICT, MEMBERSHIP, MEMBERSHIP_END
from treatyclock.law.acts.exit import NOTICE_SUSPENDED
from treatyclock.law.acts.kind import ActKind, Agreement
from treatyclock.law.acts.term import DECISION, EXTENSION
from treatyclock.law.clauses.end import RecordedEnd
from treatyclock.law.clauses.sunset import Sunset, SunsetFrom
from treatyclock.law.clauses.term import Term
from treatyclock.law.conventions.entry import BINDS
from treatyclock.law.conventions.exit import FIRST_OUT
from treatyclock.law.conventions.first_days import COUNTED
from treatyclock.law.conventions.term import AT_EVENT
from treatyclock.law.vocabulary import LEAVING

Check = Callable[[Step], bool]


# --- what must hold, rule by rule ------------------------------------------------------------------------------------


def by_one_deposit(step: Step) -> bool:
    """The first of the deposits is none after another one, and the last none before."""
    days = [at.days for _, at in step.acts[0].deposits]
    if step.reason.rule.name == "first deposit":
        return step.day == Days.earliest(days) and step.chosen("deposit") in (None, "the first")
    last = Days.latest(days)
    return (step.day.first, step.chosen("deposit") in (None, "the last")) == (
        last.first,
        True,
    ) and step.day.last >= last.last


def in_time(step: Step) -> bool:
    act = max(step.acts, key=lambda each: step.noticed(each).last)  # the notice, or its resumption
    deadlines = sorted(step.days("deadline"), key=lambda each: (each.first, each.last))
    ends = step.days("last day", "extension")
    return may_be_by(step.noticed(act), deadlines[-1]) and step.value in ends


def in_time_later(step: Step) -> bool:
    act = max(step.acts, key=lambda each: step.noticed(each).last)  # the notice, or its resumption
    missed, *_ = sorted(step.days("deadline"), key=lambda each: (each.first, each.last))
    return in_time(step) and len(step.days("deadline")) == 2 and may_be_after(step.noticed(act), missed)


def late(step: Step) -> bool:
    act = max(step.acts, key=lambda each: step.noticed(each).last)  # the notice, or its resumption
    (deadline,) = step.days("deadline")
    return may_be_after(step.noticed(act), deadline)


def after_entry(step: Step) -> bool:
    """It comes after the entry into force."""
    return all(entry.first < step.day.last for entry in step.days())


def by_the_later(step: Step) -> bool:
    """It comes on the last of the days on which it rests."""
    return len(step.days()) == 2 and step.day == Days.latest(step.days())


def by_one_of_them(step: Step) -> bool:
    """It comes when one of its premises does."""
    return step.value in [each.value for each in step.derived]


def after_the_term(step: Step) -> bool:
    """The notice came after its deadline, perhaps before the end of the term, and the end is no earlier than that."""
    ends = step.days("last day", "extension")
    by = any(step.noticed(step.acts[0]).first <= end.last + ONE_DAY for end in ends)
    return late(step) and by and any(step.day.last >= end.first for end in ends)


def runs(step: Step) -> bool:
    return step.day.last >= step.noticed(step.acts[0]).first - ONE_DAY


def after_some_act(step: Step) -> bool:
    """It comes no earlier than the first of the acts that it rests on."""
    return not step.acts or step.day.last >= min(step.noticed(act).first for act in step.acts) - ONE_DAY


def taken_up_too_late(step: Step) -> bool:
    return all(any(may_be_after(step.noticed(act), end) for act in step.acts) for end in step.days())


def before_entry(step: Step) -> bool:
    (act, *_), days = dict.fromkeys(step.acts), step.days()
    if not days:
        return step.value is False  # tried where the treaty is not in force at all
    (entry,) = days
    return step.noticed(act).first < entry.last


def barred(step: Step) -> bool:
    (act,) = step.acts
    return step.noticed(act).first < step.day.last and all(may_be_by(entry, step.day) for entry in step.days())


def outside(step: Step) -> bool:
    """The next window opens only after the notice."""
    return step.noticed(step.acts[0]).first < step.day.last


def put_off(step: Step) -> bool:
    """It comes no earlier than what it puts off."""
    return all(each.first <= step.day.first and each.last <= step.day.last for each in step.days())


def one_of(step: Step) -> bool:
    """It is one of its premises."""
    return put_off(step) and step.value in step.days()


def waits(step: Step) -> bool:
    """It comes with the later of its premises; one that comes at an hour does so within a day that it may come."""
    hours = [each.value for each in step.derived if isinstance(each.value, Span)]
    if not hours or not isinstance(step.value, Days):
        return one_of(step) or step.value == Days.latest(step.days())  # of two vague ones it may be either
    within = all(hour.earliest < starts_anywhere(step.day.last + ONE_DAY)[1] for hour in hours)
    begins = any(starts_anywhere(step.day.first)[0] <= hour.latest for hour in hours)
    last = step.day.last == max(each.last for each in step.days())
    return put_off(step) and within and (step.value in step.days() or (begins and last))


def named(step: Step) -> bool:
    later = [act.effective for act in notices(step) if act.effective is not None]
    return bool(later) and (not isinstance(step.value, Days) or (put_off(step) and near(step.day, later)))


def next_to_named(step: Step) -> bool:
    """The end is no earlier than the count, and no earlier than the eve of a day that a notice names, or a last end."""
    later = [about(act.effective) for act in notices(step) if act.effective is not None]
    ends = step.days("last day", "extension")
    no_earlier = any(each.first <= step.day.last + ONE_DAY for each in later)
    return put_off(step) and bool(later) and (no_earlier or step.value in ends)


def names_the_term(step: Step) -> bool:
    """The end is the last day of a term, and a notice names that day."""
    named = [about(act.effective) for act in notices(step) if act.effective is not None]
    of_a_term = step.value in step.days("last day", "extension")
    return put_off(step) and of_a_term and any(overlap(step.day, each) for each in named)


def notices(step: Step) -> Iterator[Act]:
    """Yield the notices that it rests on, however far below."""
    waiting = list(step.reason.because)
    while waiting:
        reason = step.reasons[waiting.pop()]
        if isinstance(reason, Derived):
            waiting += reason.because
        elif isinstance(reason.value, Act) and reason.value.kind.is_notice:
            yield reason.value


def near(day: Days, several: Iterable[Moment]) -> bool:
    """Whether a day is one of several, or the day before: a day named for an exit may be the first out."""
    wide = Days(first=day.first, last=day.last + ONE_DAY)
    return any(overlap(wide, about(each)) for each in several)


def recorded(step: Step) -> bool:
    """A record that agrees with the count says what the count gives."""
    return step.days() == [step.value] and all(told(step, act, step.day) for act in step.acts)


def told(step: Step, act: Act, day: Days) -> bool:
    """Whether a day was recorded for an act that may have effect from it."""
    return act.recorded is not None and step.reaches(act, act.recorded) and near(day, [act.recorded])


def recorded_otherwise(step: Step) -> bool:
    assert isinstance(step.value, Beside)
    return (
        step.value.recorded != step.value.counted
        and all(told(step, act, step.value.recorded) for act in step.acts)
        and step.value.counted in (step.days() or [step.value.counted])
    )


def end_as_told(step: Step) -> bool:
    """It is the day that the record of the end has, or its eve, and is not of the count where it says so."""
    (clause,) = (
        each.value for each in step.premises if isinstance(each, Given) and isinstance(each.value, RecordedEnd)
    )
    value = step.value
    counted = step.days("counted end")
    if isinstance(value, Beside):
        day, apart = value.recorded, not overlap(value.recorded, value.counted)
        apart = apart and counted in ([], [value.counted])  # an end at an hour is no day
    else:
        day, apart = step.day, all(overlap(step.day, each) for each in counted)
    entries = step.days("entry", "recorded entry")
    return apart and near(day, [clause.recorded]) and all(may_be_by(each, day) for each in entries)


def recorded_hour(step: Step) -> bool:
    hours = (act.recorded for act in step.acts if step.reaches(act, act.recorded))
    return any(each is not None and each.wall is not None for each in hours)


def moved(step: Step) -> bool:
    act = step.acts[-1]  # what others did to agree stands before it
    named = act.until or act.effective
    if named is None or (lies_before(named, act) and step.taken(act, named) is None):
        return False
    to = named if step.reaches(act, named) else act.when()
    return before_end(step) and (not isinstance(step.value, Days) or near(step.day, [to]))


def the_later_day(step: Step) -> bool:
    return step.day == Days.latest(step.days())


def before_end(step: Step) -> bool:
    """What changes a notice was done before the notice took effect, or while the notice was suspended."""
    if any(each.key.kind == "notice suspended" for each in step.derived):
        return True
    return all(may_be_by(step.noticed(step.acts[0]), end) for end in step.days())


def after_end(step: Step) -> bool:
    """It was received, or was dated as the clause counts, no earlier than the end."""
    act = step.acts[0]
    last = max(step.noticed(act).last, about(act.when(ActDate.RECEIVED)).last)
    return all(last >= end.first for end in step.days())


def resumed(step: Step) -> bool:
    _, again = step.acts
    since = step.noticed(again).first - ONE_DAY
    if isinstance(step.value, Span):  # a notice without a period ends it at an hour
        return before_end(step) and step.value.latest >= zone("+00:00").start_of_day(since)
    return before_end(step) and step.day.last >= since


def after_the_day_of_its_act(step: Step) -> bool:
    """A period runs from its act, so that it comes no earlier."""
    return all(may_be_after(step.day.map(lambda day: day + ONE_DAY), step.noticed(act)) for act in step.acts)


def not_before_its_start(step: Step) -> bool:
    """It comes no earlier than the days and acts from which it runs."""
    return all(step.day.last >= each.first for each in step.days()) and after_the_day_of_its_act(step)


def as_the_act_names(step: Step) -> bool:
    """It is the day that the act names, where one does."""
    named = [act.effective.days for act in step.acts if act.effective is not None]
    return not named or any(overlap(step.day, each) for each in named)


def suspended(step: Step) -> bool:
    """It begins with its act, or after the notice that the clause asks for."""
    return step.value in step.days("suspension after notice") or of_its_act(step)


def not_before_its_act(step: Step) -> bool:
    """It comes no earlier than the act was done, which may have been after the end in its premise."""
    (act,) = step.acts
    done = step.noticed(act)
    assert isinstance(step.value, Span)
    no_earlier = step.value.latest >= zone("+00:00").start_of_day(done.first)
    return no_earlier and all(done.last >= end.first for end in step.days())


def stayed_until(step: Step) -> bool:
    conflict, over = step.acts
    last = Days.latest([*step.days(), about(over.when())])
    return overlap(step.day, last) and all(may_be_by(about(conflict.when()), end) for end in step.days())


def stayed(step: Step) -> bool:
    return all(may_be_by(about(step.acts[0].when()), end) for end in step.days())


def extended(step: Step) -> bool:
    act, (end,) = step.act, step.days("last day", "extension")
    return may_be_by(step.in_force(act), end) and gives_its_day(step)


def not_shortened(step: Step) -> bool:
    """The extension gives its day, which may be before the end of the term that ran."""
    return gives_its_day(step) and all(may_be_after(end, step.day) for end in step.days("last day", "extension"))


def gives_its_day(step: Step) -> bool:
    until, ends = step.act.until, step.days("last day", "extension")
    if until is None:  # a period more, after the end in a premise
        return step.act.period is not None and all(end.first < step.day.last for end in ends)
    return is_day_of(step.value, until)


def is_day_of(value: object, named: Moment) -> bool:
    """Whether a value is a day that is named; an hour may lie on another day of the treaty's clock."""
    if named.wall is None:
        return value == named.days
    return isinstance(value, Days) and overlap(value, about(named))


def extended_backward(step: Step) -> bool:
    act = step.act
    return act.until is not None and may_be_after(step.in_force(act), act.until.days)


def extended_late(step: Step) -> bool:
    (end,) = step.days("last day", "extension")
    done = step.in_force(step.act)
    return may_be_after(done, end) or (ends_at_an_hour(step) and overlap(done, end))


def ends_at_an_hour(step: Step) -> bool:
    """Whether the term in a premise ends within its last day, so that an act of that day may have come after it."""
    (term,) = (each for each in step.derived if each.key.kind in ("last day", "extension"))
    given = [each.value for each in supporting(step.reasons, term.because) if isinstance(each, Given)]
    hours = [each.until for each in given if isinstance(each, Term | Act)]
    at_event = any(isinstance(each, Chosen) and each.answer == AT_EVENT for each in given)
    return at_event or any(each is not None and each.wall is not None for each in hours)


def lifted(step: Step) -> bool:
    """The decision may have taken effect by the end of the term that it lifts."""
    (end,) = step.days("last day", "extension")
    return may_be_by(step.in_force(step.act), end)


def after_it_was_lifted(step: Step) -> bool:
    """The notice may have come after the decision that lifts the term took effect."""
    (notice,), (decision,) = step.acts, acts_of(step, DECISION)
    return step.value is False and may_be_after(step.noticed(notice), step.in_force(decision))


def acts_of(step: Step, kind: ActKind) -> list[Act]:
    """Return the acts of a kind that it rests on directly, or through one conclusion."""
    below = [key for each in step.derived for key in each.because]
    found = [each.value for each in map(step.reasons.get, below) if isinstance(each, Given)]
    return [act for act in [*step.acts, *found] if isinstance(act, Act) and act.kind == kind]


def decided_longer(step: Step) -> bool:
    """The decision gives its day, which may be after the end of the term that ran."""
    (end,) = step.days("last day", "extension")
    return gives_its_day(step) and may_be_after(step.day, end)


def put_off_by_all(step: Step) -> bool:
    """The extension may have been in force by the end that was decided on, and gives its day."""
    act = step.acts[-1]
    ends = [each for each in (day_of(reason) for reason in step.derived) if each is not None]
    in_time = all(may_be_by(step.in_force(act), end) for end in ends)
    return in_time and act.until is not None and is_day_of(step.value, act.until)


def decided_after(step: Step) -> bool:
    """The decision may have come after the day by which the conference was to decide."""
    return may_be_after(about(step.acts[0].when()), step.day) and step.value in step.days("last day to decide")


def or_its_eve(step: Step) -> bool:
    """It is the day in its premise, or the day before where the first day of the time counts."""
    (by,), counts = step.days(), step.chosen("first_day")
    sooner = Days(first=by.first - ONE_DAY, last=by.last - ONE_DAY)
    return step.day in ((by, sooner) if counts is None else (sooner if counts == COUNTED else by,))


def decided_late(step: Step) -> bool:
    """A decision may have taken effect after the last day that an earlier one gave."""
    return any(may_be_after(step.in_force(act), step.day) for act in step.acts)


def revives_nothing(step: Step) -> bool:
    (act,) = (each for each in step.acts if each.kind.name == "extension of the term")
    return may_be_after(step.in_force(act), step.day) and (step.value in step.days() or not step.days())


def objected(step: Step) -> bool:
    return any(act.kind.name.startswith("objection") and overlap(step.day, about(act.when())) for act in step.acts)


def objected_late(step: Step) -> bool:
    return any(may_be_after(about(act.when()), step.day) for act in step.acts if act.kind.name.startswith("objection"))


def first_of(step: Step) -> bool:
    """The first of several ends."""
    ends = step.days()
    if len(ends) < len(step.derived):  # one of them comes at an hour
        return all(step.day.first <= each.first for each in ends)
    return step.value == Days.earliest(ends)


def at_midnight(step: Step) -> bool:
    """The instant is the end of the day in its premise, by the clock that begins days."""
    (last,), clock = step.days(), step.chosen("midnight")
    assert isinstance(step.value, Span)
    if clock is None:
        return step.value.earliest < step.value.latest
    over = zone(clock).end_of_day
    return step.value == Span(over(last.first), over(last.last))


def begins(step: Step) -> bool:
    """It is in force from the start of the day in its premise, and no earlier."""
    (day,), clock = step.days(), step.chosen("midnight")
    assert isinstance(step.value, Span)
    if clock is None:
        return True
    start = zone(clock).start_of_day
    return step.value.earliest >= start(day.first) and step.value.latest >= start(day.last)


def entered(step: Step) -> bool:
    """Nobody's act by which the treaty enters into force comes after it."""
    acts = [act for act in step.acts if act.kind != CONSENT_WITHDRAWN]
    done = all(min(each.first for each in step.dates(act)) <= step.day.last for act in acts)
    return done and all(may_be_by(each, step.day) for each in step.days())


def brought(step: Step) -> bool:
    """Nobody's act by which a condition was met comes after it; one by which a consent was gone may come later.

    A notice that was given before the entry into force may be such an act, and no act that brings anything about.
    """
    acts = [act for act in step.acts if act.kind != CONSENT_WITHDRAWN and not act.kind.is_notice]
    done = all(min(each.first for each in step.dates(act)) <= step.day.last for act in acts)
    return done and all(may_be_by(each, step.day) for each in step.days())


def own_entry(step: Step) -> bool:
    named = [step.in_force(act) for act in step.acts if act.kind.consents and act.effective is not None]
    return put_off(step) and entered(step) and all(each.first <= step.day.first + ONE_DAY for each in named)


def own_approved_entry(step: Step) -> bool:
    """It comes no earlier than the approval, unless that reaches back, nor than the day that counts of those named."""
    beside = {each.rule.name: each for each in step.premises if isinstance(each, Derived)}
    chosen = beside.get("one of the days named")
    named = [step.in_force(act) for act in step.acts if act.kind.consents and act.effective is not None]
    named = named if chosen is None else [day for day in [day_of(chosen)] if day is not None]
    back = {True: "reaches back", False: "approval reaches back"}  # by whether it is the accession that does
    acts = [act for act in step.acts if back[act.kind.consents] not in beside]
    done = all(min(each.first for each in step.dates(act)) <= step.day.last for act in acts)
    after = all(may_be_by(each, step.day) for each in step.days())
    return put_off(step) and done and after and all(each.first <= step.day.first + ONE_DAY for each in named)


def too_late_to_join(step: Step) -> bool:
    """The instrument may have come after the last day for it."""
    consents = [about(act.when()) for act in step.acts if act.kind.consents or act.kind.signs]
    return any(may_be_after(each, step.day) for each in consents)


def own_entry_in_a_conflict(step: Step) -> bool:
    """It comes no earlier than the consent and the conflict, of one State."""
    acts = [act for act in step.acts if act.kind.consents or act.kind == CONFLICT]
    return len(acts) == 2 and entered(step) and all(about(act.when()).first <= step.day.first + ONE_DAY for act in acts)


def again_after_its_exit(step: Step) -> bool:
    """Who left is a party again no earlier than the last day in force, and its consent came by then."""
    ends = step.days("end by", "end for", "end", "recorded end by")
    return all(each.first <= step.day.first for each in ends) and entered(step)


def reached(step: Step) -> bool:
    value = step.value
    assert isinstance(value, Tally) and value.day is not None
    acts = [act for act in step.acts if act.kind != CONSENT_WITHDRAWN and not act.kind.is_notice]
    whose = {party for act in acts for party in act.by}
    later = step.days("counting for the part")
    # A part may wait no more for a State from a day on, which is none of its acts.
    waits_no_more = any(each.key.kind == "not awaited by the part" for each in step.derived)
    completed = waits_no_more or all(
        any(overlap(value.day, each) for each in (*later, *step.dates(act)))
        for act in acts
        if set(act.by) & set(value.with_day)
    )
    return value.reached >= value.needed and completed and set(value.with_day) <= whose


def not_reached(step: Step) -> bool:
    value = step.value
    assert isinstance(value, Tally)
    return value.day is None and value.reached < value.needed


def ended_before(step: Step) -> bool:
    entry, end = (step.reasons[key] for key in step.reason.because)
    assert isinstance(entry, Derived) and isinstance(end, Derived)
    one, other = day_of(end), day_of(entry)
    return one is None or other is None or may_be_by(one, other)


def arrives_late(step: Step) -> bool:
    """The notice may have arrived after the end that its own date gives; it takes effect no earlier."""
    (act,) = step.acts
    assert act.received is not None
    arrived = about(act.received)
    in_time = isinstance(step.value, Span) or overlap(step.day, arrived)
    return in_time and all(may_be_after(arrived, end) for end in step.days())


def of_its_later_day(step: Step) -> bool:
    """It is the day from which the notice says that it counts, and may come after the notice."""
    (act,) = step.acts
    return act.counted_from is not None and overlap(step.day, about(act.counted_from)) and after_some_act(step)


def taken_back(step: Step) -> bool:
    consent, back = step.acts
    return min(each.first for each in step.dates(consent)) <= about(back.when()).last


def over_by_then(step: Step) -> bool:
    first, end = (day_of(each) for each in step.derived)
    return first is None or end is None or end.first < first.last


def recorded_instead(step: Step) -> bool:
    """The end rests on a record of it, not on the notice, and comes no earlier than what the notice would bring."""
    brought, end = step.derived
    days = [day_of(each) for each in (brought, end)]
    no_earlier = any(each is None for each in days) or may_be_by(*(each for each in days if each is not None))
    return (
        step.value is None
        and no_earlier
        and any(
            isinstance(each, Given) and isinstance(each.value, RecordedEnd)
            for each in supporting(step.reasons, [end.key])
        )
    )


def grows(step: Step) -> bool:
    """It comes no earlier than the day that it is counted from, less the one that may count as its first."""
    return all(each.first - ONE_DAY <= step.day.first for each in step.days())


def counts_back(step: Step) -> bool:
    return all(step.day.first <= each.first and step.day.last <= each.last for each in step.days())


def of_its_act(step: Step) -> bool:
    """It is the day of its act, or the one before."""
    return not isinstance(step.value, Days) or near(step.day, [step.takes_effect(step.act)])


def survives(step: Step) -> bool:
    """It outlasts the end, and is counted from the end or from the notice."""
    clause = next(
        (each.value for each in step.premises if isinstance(each, Given) and isinstance(each.value, Sunset)), None
    )
    if clause is None or clause.since is not SunsetFrom.NOTICE:
        return grows(step)
    if not step.acts:  # an end without a notice on record: where there may have been one, its day is open
        return grows(step) or (not step.day.known and all(may_be_after(step.day, end) for end in step.days()))
    counted = all(each.first - ONE_DAY <= step.day.first for act in step.acts for each in step.dates(act))
    return counted and all(may_be_after(step.day, end) for end in step.days())


def unknown_then(step: Step) -> bool:
    """A State that did not agree may have been a party by a succession that was notified only later."""
    successions = [act for act in step.acts if act.kind == SUCCESSION]
    agreed = {state for act in step.acts if act.kind != SUCCESSION for state in act.by}
    later = all(may_be_after(about(act.when()), about(step.act.when())) for act in successions)
    return of_its_act(step) and bool(successions) and later and not any(set(act.by) <= agreed for act in successions)


def since_its_act(step: Step) -> bool:
    return not isinstance(step.value, Days) or step.day.last >= step.in_force(step.act).first - ONE_DAY


def begins_with_its_act(step: Step) -> bool:
    """It begins no earlier than its act has effect.

    A later day that a consent or a signature names is one for the entry into force, before which a treaty is applied
    provisionally: it puts off nothing, so that the day of the act itself is the bound.
    """
    act = step.act
    joins = (act.kind.consents or act.kind.signs) and act.kind != SUCCESSION
    if joins and act.effective is not None and not lies_before(act.effective, act):
        return step.day.last >= about(act.when()).first - ONE_DAY
    return since_its_act(step)


def on_two_sides(step: Step) -> bool:
    """Two of the consents, or one that several gave together, may have come by then."""
    done = sorted(min(each.first for each in step.dates(act)) for act in step.acts)
    return bool(done) and all(each <= step.day.last for each in done[:2])


def fallen_in_part(step: Step) -> bool:
    """What it rests on brings another of its side no end, or was suspended, so that it brings one only later.

    A notice that is barred, or outside the windows, brings none either, though the step has the day until which it is.
    """
    suspended = any(act.kind == NOTICE_SUSPENDED for act in acts_below(step.reasons, step.reason.because))
    no_end = ("rescinded", "notice barred", "outside the window")
    fell = any(each.value in (None, False) or each.rule.name in no_end for each in step.derived)
    return step.value is False and (suspended or fell)


def runs_on(step: Step) -> bool:
    """It comes no earlier than the notice, where it is a day."""
    return bool(step.acts) and (not isinstance(step.value, Days) or runs(step))


def among(step: Step) -> bool:
    """It is not outside its premises, where it is a day."""
    days = step.days()
    return not days or not isinstance(step.value, Days) or any(overlap(step.day, each) for each in days)


def with_the_last(step: Step) -> bool:
    """It comes with the last of its premises; no earlier than the notices of those who left by an exit of their own."""
    ends = step.days()
    if step.acts:
        given = min(step.noticed(act).first for act in step.acts)
        if isinstance(step.value, Span):
            return starts_anywhere(given)[0] <= step.value.earliest
        return Days.latest(ends).first <= step.day.first and given <= step.day.last
    if len(ends) < len(step.derived):  # one of them comes at an hour
        return not isinstance(step.value, Days) or put_off(step)
    return step.value == Days.latest(ends)


def next_term(step: Step) -> bool:
    """The end is that of a term, and the notice was taken up before that end, after the earlier one."""
    (again,), (later,) = step.acts, step.days("last day", "extension")
    given = step.days("notice")
    over = all(may_be_after(step.noticed(again), end) for end in given)
    return step.value == later and may_be_by(step.noticed(again), later) and over


def by_signature_alone(step: Step) -> bool:
    """It follows from the answer to the convention, and from signatures of that State that are no more than that."""
    whose = step.reason.key.subject
    signed = all(whose in act.by and act.kind.signs and not act.kind.consents for act in step.acts)
    binds = step.chosen("signature") == BINDS
    return bool(step.acts) and signed and step.value == binds and (step.reason.rule.name[:3] == "not") != binds


def took_no_part(step: Step) -> bool:
    """It follows from acts by which that State joined, and from nothing by which it would have negotiated."""
    return all(act.kind.joins and step.reason.key.subject in act.by for act in step.acts)


def first_out_or_last_in(step: Step) -> bool:
    """It is the end in its premise or a day beside it; where the reading tells which, then that day."""
    last, answer = step.days(), step.chosen("termination_day")
    if answer is None or not last:
        return all(overlap(Days(first=each.first - ONE_DAY, last=each.last + ONE_DAY), step.day) for each in last)
    return last == [step.day.map(lambda day: day - ONE_DAY) if answer == FIRST_OUT else step.day]


def open_ended(step: Step) -> bool:
    """Nothing tells when it comes at the latest: an act that nobody knows of may have been done on any day."""
    return step.day.last == LATEST


def open_ended_or_bounded(step: Step) -> bool:
    """Nothing tells when it comes at the latest, but for an end that is on record."""
    entry, *ends = step.days()
    at_an_hour = len(step.derived) > 1 + len(ends)
    return open_ended(step) or at_an_hour or any(step.day.last == max(end.last, entry.first) for end in ends)


def may_come(step: Step) -> bool:
    """It comes no earlier than the treaty's entry into force may have come."""
    return all(each.first <= step.day.first for each in step.days())


def ends_later(step: Step) -> bool:
    """It comes no later than the day that was recorded for the end."""
    (clause,) = (
        each.value for each in step.premises if isinstance(each, Given) and isinstance(each.value, RecordedEnd)
    )
    return step.day.last <= clause.recorded.days.last


def ends_once_in_force(step: Step) -> bool:
    """It comes no earlier than the first of its premises, the treaty's entry into force, on whatever clock."""
    assert isinstance(step.value, Span)
    return starts_anywhere(min(each.first for each in step.days()))[0] <= step.value.earliest


def reached_over(step: Step) -> bool:
    """The notice comes after the entry, which lies before the consent."""
    return all(each.first <= step.noticed(act).last for act in step.acts for each in step.days())


def replaced(step: Step) -> bool:
    """The agreement that takes the place of another may have been made after it."""
    first, *_, last = step.acts
    return about(first.dated).first <= about(last.dated).last


def open_since_the_notice(step: Step) -> bool:
    return open_ended(step) and all(step.noticed(act).first <= step.day.first for act in step.acts)


def by_succession(step: Step) -> bool:
    """It lies between the treaty's entry into force and the notification, which names no date itself."""
    (act,), (treaty,) = step.acts, step.days()
    last = max(treaty.last, *(each.last for each in step.dates(act)))
    return act.effective is None and step.day.first == treaty.first and step.day.last <= last


def before_its_act(step: Step) -> bool:
    """It is a day of effect that an act names, or that was recorded for it, and lies before the act that has it."""
    dates = [each for act in step.acts for each in (act.effective, act.until, act.recorded) if each is not None]
    too_early = [act for act in step.acts if step.day.first < act.dated.days.last + ONE_DAY]
    named = any(each.days == step.value for each in dates)
    return named and any(act.kind.name != "succession" for act in too_early)


def reaches_back_with_its_approval(step: Step) -> bool:
    """It is a day that one of the acts names, and lies before one of them."""
    named = [act for act in step.acts if act.effective is not None and overlap(about(act.effective), step.day)]
    return bool(named) and any(step.day.first <= act.dated.days.last for act in step.acts)


def counts_later(step: Step) -> bool:
    """It comes no earlier than the consent to the part."""
    return any(min(each.first for each in step.dates(act)) <= step.day.last for act in step.acts)


def named_by_one(step: Step) -> bool:
    """It is a day that one of its acts names."""
    return any(act.effective is not None and overlap(about(act.effective), step.day) for act in step.acts)


def agreed_by_no_party(step: Step) -> bool:
    """Nothing shows that one of those who agreed was a party by then and had not left."""
    agreed = [act for act in step.acts if act.kind.agreement is not Agreement.ITS_AUTHORS]
    day = Days.earliest(about(act.when()) for act in agreed)
    return step.value is False and not any(a_party_before(step, state, day) for act in agreed for state in act.by)


def gone_by_then(step: Step) -> bool:
    """Somebody who did not agree gave notice, or left otherwise, no later than the last of those who agreed."""
    agreed = [act for act in step.acts if act.kind.agreement is not Agreement.ITS_AUTHORS]
    exits = [act for act in step.acts if act.kind in LEAVING and act not in agreed]
    last = Days.latest(about(act.when()) for act in agreed)
    strangers = all(not set(act.by) <= {state for each in agreed for state in each.by} for act in exits)
    return bool(exits) and strangers and all(may_be_by(about(act.when()), last) for act in exits)


def agreed_by_one_alone(step: Step) -> bool:
    """Those who agreed are one State."""
    agreed = [act for act in step.acts if act.kind.agreement is not Agreement.ITS_AUTHORS]
    return step.value is False and len({state for act in agreed for state in act.by}) == 1


def on_the_day_they_name(step: Step) -> bool:
    """It is the day that the acts name, be one of them vague, or lies between those that they name."""
    named = [step.in_force(act) for act in step.acts if act.effective is not None]
    if (step.day.first, step.day.last) == (max(day.first for day in named), min(day.last for day in named)):
        return True
    return step.day.first == min(day.first for day in named) and step.day.last == max(day.last for day in named)


def of_a_later_day(step: Step) -> bool:
    """Each consent that it rests on names a day of effect that may come after its own."""
    named = [(about(act.effective), about(act.dated)) for act in step.acts if act.effective is not None]
    return step.value is True and len(named) == len(step.acts) > 0 and all(may_be_after(*each) for each in named)


def as_numbered(step: Step) -> bool:
    """Its source gives the instrument that number."""
    (act,), value = step.acts, step.value
    return isinstance(value, Named) and str(act.ordinal) == value.name


def between_the_numbered(step: Step) -> bool:
    """It lies after those of a lower number than is needed, and before those of a higher one; some have a number."""
    enough, numbered = step.reason.key.number or 0, [act for act in step.acts if act.ordinal is not None]
    dates = {act.id: step.dates(act) for act in numbered}
    lower = [each for each in numbered if (each.ordinal or 0) < enough]
    after = all(min(day.first for day in dates[each.id]) <= step.day.first for each in lower)
    by = all(max(day.last for day in dates[each.id]) >= step.day.last for each in numbered if each not in lower)
    # A number counts whoever took back its consent later; without that one, enough were there only later.
    stated = (each.value for each in step.reasons.values() if isinstance(each, Given) and isinstance(each.value, Act))
    gone = any(act.kind.is_notice or act.kind in (CONSENT_WITHDRAWN, MEMBERSHIP_END) for act in stated)
    return bool(numbered) and after and (by or gone)


def by_contradictory_numbers(step: Step) -> bool:
    """Two of the acts have numbers that cannot both be right."""
    numbered = sorted((act for act in step.acts if act.ordinal is not None), key=lambda act: act.ordinal or 0)
    apart = any(
        one.ordinal == other.ordinal or may_be_after(about(one.when()), about(other.when()))
        for number, one in enumerate(numbered)
        for other in numbered[number + 1 :]
    )
    return apart and isinstance(step.value, Days)


def notified_too_late(step: Step) -> bool:
    """A succession came after the end, or perhaps on its day."""
    (act,) = [each for each in step.acts if each.kind == SUCCESSION]
    # Of an end at an hour, the premise is no day.
    return about(act.when()).last >= step.day.first and all(overlap(step.day, end) for end in step.days())


def a_party_before(step: Step, state: str, day: Days) -> bool:
    """Whether a State surely was a party before a day, by its entry or by the treaty's, which its consent brought."""
    if state in no_parties_to_the_whole(step):
        return False
    # Of a part: that the whole treaty bound it only later, or until then.
    if any(each.key.whole and each.key.subject == state for each in step.derived):
        return False
    if any(state in act.by and (act.kind in LEAVING or act.kind == CONSENT_WITHDRAWN) for act in step.acts):
        return False
    entries = [each for each in step.conclusions("entry for", "recorded entry for") if each.key.subject == state]
    brought = [act for act in acts_below(step.reasons, [ENTERED]) if act.kind.consents and state in act.by]
    if not entries and any(each.last < day.first for act in brought for each in step.dates(act)[:1]):
        entries = step.conclusions("entry")
    return bool(entries) and all((begun := day_of(each)) is not None and begun.last < day.first for each in entries)


def begins_before_its_act(step: Step) -> bool:
    """It is the very beginning of the day in its premise, and that State's consent or its approval came after that."""
    (day,), whose, clock = step.days(), step.reason.key.subject, step.chosen("midnight")
    below = acts_below(step.reasons, step.reason.because)
    consents = [act for act in below if (whose in act.by and act.kind.consents) or act.kind == ACCESSION_APPROVED]
    if not any(each.last > day.first for act in consents for each in step.dates(act)):
        return False
    start = zone(clock).start_of_day if clock is not None else None
    return begins(step) and (start is None or step.value == Span(start(day.first), start(day.last)))


def stays_met(step: Step) -> bool:
    """The condition was met by the day of the withdrawal, and the treaty enters into force no earlier than that day."""
    over = [each for each in step.derived if each.rule.name == "consent run out"]
    if over:
        return stays_met_after_a_notice(step, over[-1])
    *consents, back = step.acts
    told = [each.key for each in step.derived if each.key.kind == "number told"]
    consents += acts_below(step.reasons, told)
    day, met = about(back.when()), [*step.days(), *(Days.earliest(step.dates(act)) for act in consents)]
    entry = [found for each in step.conclusions("entry") if (found := day_of(each)) is not None]
    in_order = all(may_be_by(each, day) for each in met) and all(may_be_by(day, each) for each in entry)
    took_back = back.kind == CONSENT_WITHDRAWN or back.kind.is_notice  # a notice before the entry may be that
    return bool(met) and in_order and took_back and step.value is True


def stays_met_after_a_notice(step: Step, gone: Derived) -> bool:
    """The period of the notice was over no earlier than the condition was met, and the entry came no earlier."""
    over = [day for key in gone.because if (day := day_of_key(step, key)) is not None]
    met = [*step.days(), *(Days.earliest(step.dates(act)) for act in step.acts)]
    entry = [found for each in step.conclusions("entry") if (found := day_of(each)) is not None]
    in_order = all(may_be_by(each, day) for each in met for day in over)
    return bool(over) and in_order and all(may_be_by(day, each) for each in entry for day in over)


def day_of_key(step: Step, key: Key) -> Days | None:
    reason = step.reasons[key]
    return day_of(reason) if isinstance(reason, Derived) else None


def run_out(step: Step) -> bool:
    """A notice that some gave is below it, and an end that comes before any entry into force."""
    notices = [act for act in acts_below(step.reasons, step.reason.because) if act.kind.is_notice]
    entry = [found for each in step.conclusions("entry") if (found := day_of(each)) is not None]
    return bool(notices) and all(may_be_by(day, each) for day in step.days() for each in entry)


def for_one_alone(step: Step) -> bool:
    """It concludes that there is no entry, though one was counted, and of those who consented it names some or none."""
    counted = step.days()
    return step.value is None and bool(counted) and all(act.kind.consents or act.kind.signs for act in step.acts)


def counts_still(step: Step) -> bool:
    """The membership of a State that had consented ended before the entry into force, which may come all the same."""
    over, day = next((act, about(act.effective or act.when())) for act in step.acts if act.kind == MEMBERSHIP_END)
    counted = {state for each in step.derived if isinstance(each.value, Tally) for state in
               (*each.value.before, *each.value.with_day)}  # fmt: skip
    # A treaty may enter into force by signatures, which express no consent.
    joined = [act for act in acts_below(step.reasons, step.reason.because) if act.kind.consents or act.kind.signs]
    counted |= {state for act in joined for state in act.by}
    consented = bool(counted & set(over.by))
    entry = [found for each in step.conclusions("entry") if (found := day_of(each)) is not None]
    return consented and all(may_be_by(day, each) for each in entry) and step.value is True


def regained(step: Step) -> bool:
    """The State became a member again after its membership had ended, and no later than what came of that, or of it."""
    by_kind = {act.kind: about(act.when()) for act in step.acts}
    over, again = by_kind.pop(MEMBERSHIP_END), by_kind.pop(MEMBERSHIP)
    later = [step.day] if isinstance(step.value, Days) else [*by_kind.values()]
    return may_be_by(over, again) and all(may_be_by(again, each) for each in later)


def no_parties_to_the_whole(step: Step) -> set[str | None]:
    """Return those of whom a premise says that no part binds them, since the whole treaty does not."""
    return {each.key.subject for each in step.derived if each.key.kind == "part without the whole"}


def perhaps_followed(step: Step) -> bool:
    """It lies between the notice and the end that the notice brings by itself."""
    given = min(step.noticed(act).first for act in step.acts)
    return step.day.first >= given - ONE_DAY and any(step.day.last == each.last for each in step.days())


def nobody_a_party(step: Step) -> bool:
    """No consent made anybody a party, by what the premises say of its author, or of the consent itself.

    Its author took it back or left, would have become a party only after the end, or is none of the whole treaty; or
    the consent came after the last day for it.
    """
    out = {state for act in step.acts for state in act.by if act.kind in LEAVING or act.kind == CONSENT_WITHDRAWN}
    entries = [each for each in step.derived if each.key.kind.endswith(_OWN_ENTRIES)]
    ends = [each for each in step.derived if "entry" not in each.key.kind]
    late = {each.key.subject for each in entries if any(may_begin_after(each, end) for end in ends)}
    too_late = [each.key for each in step.derived if each.rule.name == "consent after its last day"]
    missed = [act for act in acts_below(step.reasons, too_late) if act.id in {key.subject for key in too_late}]
    consents = [act for act in step.acts if act.kind.consents and act not in missed]
    return step.value is True and {state for act in consents for state in act.by} <= out | late | (
        no_parties_to_the_whole(step)
    )


_OWN_ENTRIES = ("entry for", "entry of the part for")


def may_begin_after(entry: Derived, end: Derived) -> bool:
    """Whether an entry into force may come after an end, which may come at an hour."""
    begins, over = day_of(entry), day_of(end)
    if begins is None:
        return False
    if isinstance(end.value, Span):
        return starts_anywhere(begins.last)[1] > end.value.earliest
    return over is not None and may_be_after(begins, over)


def superseded(step: Step) -> bool:
    """The extension was agreed no earlier than the notice was given, and the term is an extended one."""
    prolonged = {EXTENSION, DECISION}
    agreed = [act for act in step.acts if act.kind in prolonged]
    given = [step.noticed(act) for act in step.acts if act.kind not in prolonged]
    days = [about(act.dated) if act.kind == EXTENSION else step.in_force(act) for act in agreed]
    later = all(may_be_by(each, day) for day in days for each in given)
    longer = any(each.key.kind == "extension" for each in step.derived)
    return step.value is False and bool(agreed) and later and longer


def another_accession(step: Step) -> bool:
    """No entry of the State that acceded rests on that accession, but where another consent came on the same day."""
    objection = next(act for act in step.acts if act.kind == OBJECTION)
    accession = next(act for act in step.acts if act.id == objection.of)
    others = [act for act in step.acts if act not in (accession, objection) and set(act.by) & set(accession.by)]
    same_day = any(overlap(about(act.when()), about(accession.when())) for act in others)
    # The treaty's own entry may count the accession where that State was bound by a signature before.
    own = {each.key for each in step.reasons.values() if set(accession.by) & {each.key.subject}}
    entered = {each.key for each in step.derived} & own
    rests = any(act_key(accession) in reason.because for reason in within(step, entered, own))
    return step.value is False and (same_day or not rests)


def within(step: Step, keys: Iterable[Key], among: Container[Key]) -> Iterator[Derived]:
    """Yield some conclusions and those that they rest on, as far as these are among some others."""
    for key in keys:
        reason = step.reasons[key]
        if isinstance(reason, Derived):
            yield reason
            yield from within(step, [each for each in reason.because if each in among], among)


CHECKS: Mapping[str, Check] = {
    "first deposit": by_one_deposit,
    "last deposit": by_one_deposit,
    "reaches back": before_its_act,
    "approval reaches back": reaches_back_with_its_approval,
    "approval does not reach back": reaches_back_with_its_approval,
    "one of the days named": named_by_one,
    "does not reach back": before_its_act,
    "notice in time": in_time,
    "notice in time later": in_time_later,
    "notice late": late,
    "exit agreed in spite of the clause": after_some_act,
    "exit recorded in spite of the clause": after_some_act,
    "review due": after_entry,
    "consent of a later party": counts_later,
    "review as agreed": as_the_act_names,
    "time limit": not_before_its_start,
    "after a first notice": after_the_day_of_its_act,
    "suspension after notice": after_the_day_of_its_act,
    "part not before the whole": by_the_later,
    "part not after the whole": by_one_of_them,
    "notice runs from the term": after_the_term,
    "no end before the act": not_before_its_act,
    "notice runs": runs,
    "notice follows": after_some_act,
    "notice follows, not on record": perhaps_followed,
    "next yearly day": after_some_act,
    "term over": taken_up_too_late,
    "notice before entry": before_entry,
    "notice barred": barred,
    "outside the window": outside,
    "exit barred": put_off,
    "notice waits": waits,
    "notice with its arrival": arrives_late,
    "notice from its arrival": arrives_late,
    "notice from the day that it counts from": of_its_later_day,
    "named date": named,
    "next end to the named date": next_to_named,
    "named end of a term": names_the_term,
    "recorded as counted": recorded,
    "recorded otherwise": recorded_otherwise,
    "own entry after the treaty's": put_off,
    "end as a fact": end_as_told,
    "end as a fact, as counted": end_as_told,
    "end as a fact, of those counted": end_as_told,
    "end as a fact, otherwise": end_as_told,
    "recorded end as counted": recorded,
    "recorded end otherwise": recorded_otherwise,
    "recorded end at hour": recorded_hour,
    "end moved": moved,
    "notice suspended": before_end,
    "notice resumed": resumed,
    "notice stayed": stayed,
    "notice stayed until": stayed_until,
    "rescinded": before_end,
    "rescinded late": after_end,
    "extended": extended,
    "extended backward": extended_backward,
    "given a term": gives_its_day,
    "given no term": gives_its_day,
    "term not shortened": not_shortened,
    "extended late": extended_late,
    "decision after the end": decided_late,
    "decision after the term": extended_late,
    "term lifted": lifted,
    "term decided on": decided_longer,
    "notice after the term was lifted": after_it_was_lifted,
    "decided end put off": put_off_by_all,
    "decided later": decided_after,
    "extension after the end": revives_nothing,
    "end": first_of,
    "ends": at_midnight,
    "begins": begins,
    "entry": brought,
    "condition met": brought,
    "own entry": own_entry,
    "own entry in a conflict": own_entry_in_a_conflict,
    "own entry by an approved accession": own_approved_entry,
    "own entry by an accession perhaps approved": own_entry,
    "entry at the latest": after_some_act,
    "consent after its last day": too_late_to_join,
    "refused by who acceded": after_some_act,
    "not awaited": took_no_part,
    "number reached": reached,
    "number not reached": not_reached,
    "entry that never came": brought,
    "own entry that never came": own_entry,
    "entry from the succession": own_entry,
    "entry from the succession that never came": own_entry,
    "entry by succession that never came": by_succession,
    "own entry by itself": own_entry,
    "party again": again_after_its_exit,
    "party again after an exit": again_after_its_exit,
    "ended before entry": ended_before,
    "ended for one before entry": ended_before,
    "objection": objected,
    "objection late": objected_late,
    "released between two": of_its_act,
    "consent withdrawn": taken_back,
    "consent run out": run_out,
    "entry between two that never came": for_one_alone,
    "entry for none": for_one_alone,
    "consent withdrawn by notice": taken_back,
    "over by then": over_by_then,
    "ended as recorded instead": recorded_instead,
    "last day": grows,
    "end by an event": runs,
    "deadline": counts_back,
    "last notice": grows,
    "first notice": put_off,
    "window": grows,
    "window closes": grows,
    "conference to decide": grows,
    "undecided": among,
    "last day to decide": or_its_eve,
    "decided to end": since_its_act,
    "survives": survives,
    "suspended": suspended,
    "suspended before entry": suspended,
    "provisional application suspended": of_its_act,
    "suspended by a doctrine": of_its_act,
    "admitted": of_its_act,
    "terminated by consent": of_its_act,
    "terminated by those of the part": of_its_act,
    "terminated by those known": unknown_then,
    "no longer a member": since_its_act,
    "falls with another treaty": of_its_act,
    "between two no longer than another treaty": of_its_act,
    "between two with another treaty": of_its_act,
    "end of another treaty not told": open_ended,
    "no member for a time": regained,
    "member again in time": regained,
    "member again": regained,
    "provisional application": begins_with_its_act,
    "provisional application possible": begins_with_its_act,
    "applied provisionally from": among,
    "not applied provisionally before": among,
    "too few parties": among,
    "nobody left on a side": among,
    "nobody left": among,
    "nobody opposite": among,
    "one of two left": among,
    "a named party left": among,
    "all reached": with_the_last,
    "released from all": with_the_last,
    "left by all": with_the_last,
    "in force as amended": by_the_later,
    "pair on two sides": on_two_sides,
    "notice of a side fallen in part": fallen_in_part,
    "notice of its side before": runs_on,
    "next end of a term": next_term,
    "bound by signature": by_signature_alone,
    "not bound by signature": by_signature_alone,
    "date of termination": first_out_or_last_in,
    "end for one not on record": open_ended,
    "end not on record": open_ended_or_bounded,
    "agreement replaced": replaced,
    "notice before consent": reached_over,
    "end by a notice of perhaps a party": open_since_the_notice,
    "nobody left, not on record": ends_once_in_force,
    "too few parties, not on record": ends_once_in_force,
    "nobody opposite, not on record": ends_once_in_force,
    "entry between two": put_off,
    "entry not on record": may_come,
    "consent presupposed": one_of,
    "entry on a day not told": may_come,
    "entry that an end presupposes": ends_later,
    "in force through a party": the_later_day,
    "entry by succession": by_succession,
    "agreed by no party": agreed_by_no_party,
    "agreed by one alone": agreed_by_one_alone,
    "agreement not needed": gone_by_then,
    "entry on a day agreed": on_the_day_they_name,
    "number told": as_numbered,
    "consent from the day named": of_a_later_day,
    "number told between": between_the_numbered,
    "numbers contradictory": by_contradictory_numbers,
    "succession notified too late": notified_too_late,
    "begins before the act": begins_before_its_act,
    "condition stays met": stays_met,
    "consent counts without membership": counts_still,
    "nobody a party": nobody_a_party,
    "notice superseded": superseded,
    "notice superseded by a decision": superseded,
    "objection to another accession": another_accession,
}
"""By the name of a rule: what must hold between what follows by it and its premises."""

COMPARE_NOTHING = {
    "provisional application not over", "not come about by then",
    "agreed for the whole alone", "consent of no party", "no consent on two sides", "not awaited by the part",
    "part taken not to wait", "consent on two sides",
    "accession not approved", "accession refused", "accession surely not approved", "party as amended", "lapsed",
    "consent after the notice", "exit not counted before entry", "provisional application ends at hour",
    "entry at the latest, by a signature not on record", "objection by who acceded",
    "agreed by some", "ended with some alone",
    "begins at hour", "decided to go on", "end at hour", "entry as a fact", "entry lapsed", "entry not met",
    "objection by no party",
    "event not recorded", "event of entry not recorded", "goes on",
    "not between two without another treaty", "other treaty over by then",
    "no day of entry named", "part begins", "no first notice", "no first notice yet", "suspension not allowed",
    "suspended by all", "suspension before consent",
    "suspension without grounds", "part without the whole", "treaty not in force",
    "treaty not known then", "no pair on two sides", "in force between no two",
    "provisional application waits", "no anchor", "no end", "no entry clause",
    "notice of some", "on the same side", "one party", "member of a party", "member from a day", "member until a day",
    "territory of a party", "extended from a day", "extended until a day", "not extended",
    "membership not known then",
    "no exit clause", "no grounds", "notice at once", "notice without term", "period passed",
    "provisional application ends", "applied provisionally between some", "while another applies it",
    "while in force for another", "survives until an event",
    "had consented by then", "recorded alone", "signature not on record", "survives without limit",
}  # fmt: skip
"""Rules that rest on no comparison of two days among their premises, or only on instants."""


def contradictions(reasons: Mapping[Key, Reason]) -> list[str]:
    """Return every step of an argument that its own premises contradict."""
    found = []
    for reason in dict(reasons).values():
        if isinstance(reason, Derived) and (check := CHECKS.get(reason.rule.name)) is not None:
            step = Step(reason, reasons)
            if not holds(check, step):
                below = [f"{each.key} = {getattr(each, 'value', None)}" for each in step.premises]
                found.append(f"{reason.key}: {reason.rule.name} = {reason.value}, by {'; '.join(below)}")
    return found


def holds(check: Check, step: Step) -> bool:
    try:
        return check(step) and step.counts_by_acts()
    except UnsaidError:
        return False
