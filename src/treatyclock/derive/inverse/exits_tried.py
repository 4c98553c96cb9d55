"""When an exit takes effect by a notice, one on record or one to try: what the treaty comes to with that notice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.derive.consent.taken_back import in_force_when_given
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import first_end
from treatyclock.derive.entry.entry import ENTERED
from treatyclock.derive.exit.addressees import releases_all
from treatyclock.derive.exit.by_notice import judged
from treatyclock.derive.exit.rules import must_state_grounds, open_to
from treatyclock.derive.histories.for_all import ForAll, what_holds_for_all
from treatyclock.derive.histories.histories import history
from treatyclock.derive.inverse.dated import Dated, DateRule, DayRange, LastAndOut, dated
from treatyclock.derive.inverse.deadlines import earliest_notice, ended_otherwise, over
from treatyclock.derive.inverse.notice_context import NoticeContext, notice_contexts
from treatyclock.derive.inverse.notice_reasons import ENTRY_NOT_KNOWN, never_in_force, no_exit, not_a_party, with_effect
from treatyclock.derive.parties.membership import if_it_never_ended
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import NoticeJudged
from treatyclock.derive.reasoning.reasons import Key, rests_on
from treatyclock.derive.term.lasting_term import lasting_terms
from treatyclock.derive.term.term import Terms
from treatyclock.law.acts.act import Act, Hypothesis
from treatyclock.law.acts.exit import DENUNCIATION
from treatyclock.law.clauses.before_entry import ProvisionalApplication
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.subjects import GENERALLY, Subject
from treatyclock.truth import Truth

_TRIED = "a notice to try"  # no act of a file is called so


def effect_of(notice: str, party: str | None) -> DateRule:
    """Return the rule that finds the last day in force, and the first day out, by a notice of the record.

    Args:
        notice: The id of the notice.
        party: For whom, of several who gave it together; the first of them where None.
    """

    def rule(evaluation: Evaluation, common: ForAll) -> Dated:
        act = evaluation.acts.get(notice)
        if act is None:
            return dated(evaluation, (), ENTERED)
        return _brought(evaluation, common, act, party)

    return rule


def exit_by(party: str | None, on: Moment | None, at: date | None, *, grounds: bool = True) -> DateRule:
    """Return the rule that finds the last day in force, and the first day out, if a notice is given.

    Args:
        party: Who gives it; None for a party from the treaty's own entry into force.
        on: Its date; None for the first day on which it has effect, in each period for which that State was a party.
        at: A day of the period in question, where no date is given; each where None.
        grounds: Whether the notice states the grounds that the clause may require.
    """

    def rule(evaluation: Evaluation, common: ForAll) -> Dated:
        if on is not None:
            return _tried(evaluation, common, party, on, _TRIED, grounds=grounds)
        first = earliest_notice(party, at)(evaluation, common)
        if first.days is None:
            return first
        found: list[Days | DayRange | LastAndOut] = []
        roots = [*first.roots]
        for number, day in enumerate(first.days, start=1):
            assert isinstance(day, Days)
            if not day.bounded:  # the entry into force is not known, so nothing can be counted from it
                found.append(LastAndOut.after(day))
                continue
            name = _TRIED if number == 1 else f"{_TRIED} at time {number}"
            # However vague that day is: it is the first on which a notice has effect, so it is in force then.
            evaluation.suppose(in_force_when_given(name))
            each = _tried(evaluation, common, party, moment(str(day)), name)
            found += each.days or ()
            roots += each.roots
            # What was found with one notice stays among the reasons while the next is tried.
            evaluation = evaluation.going_on(each.findings)
        return dated(evaluation, tuple(found), *roots)

    return rule


def _tried(
    evaluation: Evaluation, common: ForAll, party: str | None, on: Moment, name: str, *, grounds: bool = True
) -> Dated:
    """Return the last day in force by a notice that is not on record."""
    if party is None and (common.entry is None or not open_to(evaluation.several(Denunciation), party)):
        return dated(evaluation, (), ENTERED)
    stated = "as the clause requires" if grounds and must_state_grounds(evaluation, party) else ""
    by = party or _some_party(evaluation, common, evaluation.legal_days(on))
    whose = Hypothesis.ANY_PARTY if party is None else Hypothesis.ITS_AUTHORS
    act = Act(id=name, kind=DENUNCIATION, by=(by,), dated=on, grounds=stated, hypothetical=whose)
    tried = evaluation.with_act(act)
    if common.entry is None:
        return _before_the_treaty(tried, common, act)
    if party is None and not releases_all(evaluation.record):
        return _by_an_original_party(tried, common, act)
    return _brought(tried, what_holds_for_all(tried), act, party)


def _some_party(evaluation: Evaluation, common: ForAll, on: Days) -> str:
    """Return a State that is a party on a day, where its notice releases all; the first on the list elsewhere."""
    codes = [party.id for party in evaluation.record.parties]
    if evaluation.record.bilateral or not releases_all(evaluation.record):
        return codes[0]
    for code in codes:
        for period in history(evaluation, common, Subject((code,))).memberships:
            if period.entry.day.first <= on.last and (period.end is None or on.first <= period.end.last_day.last):
                return code
    return codes[0]


def _before_the_treaty(evaluation: Evaluation, common: ForAll, act: Act) -> Dated:
    """Return that there is no exit from a treaty that never entered into force, and what else the notice comes to."""
    applied = evaluation.clause(ProvisionalApplication) is not None
    own = history(evaluation, common, Subject(act.by)) if applied else None
    return dated(evaluation, (), ENTERED, notice=never_in_force(evaluation, own, act))


def _brought(evaluation: Evaluation, common: ForAll, act: Act, party: str | None) -> Dated:
    """Return the end that a notice brings, among those in the history of who gave it; none if it brings none."""
    whose = party if party is not None or releases_all(evaluation.record) else act.by[0]
    found = history(evaluation, common, GENERALLY if whose is None else Subject((whose,)))
    for period in found.memberships:
        if not period.entry.day.bounded:
            given = evaluation.legal_days(act.when()).first
            some_day = Days.between(max(period.entry.day.first, given))
            return dated(evaluation, (LastAndOut.after(some_day),), period.entry.key, notice=ENTRY_NOT_KNOWN)
    # A notice that several gave together is judged for each of them, and another State's verdict is none of this one's.
    verdicts = [
        fact
        for _, fact in found.findings.facts_of(NoticeJudged)
        if fact.act.id == act.id and (whose in fact.of or releases_all(evaluation.record))
    ]
    brought = [(verdict, verdict.end) for verdict in verdicts if verdict.end is not None]
    others = [period.end for period in found.memberships if period.end is not None]
    on = evaluation.legal_days(act.when())
    for last in others:
        for verdict, end in brought:
            if rests_on(found.findings.reasons, last.key, end.key):
                roots = (end.key,) if end.last_day == last.last_day else last.keys
                days = _once_given(evaluation, act, end, last)
                result = with_effect(verdict, on) if days else not_a_party(last)
                return dated(evaluation, days, *roots, notice=result)
    result = no_exit(evaluation, found, act, verdicts)
    if brought and others:
        return replace(ended_otherwise(evaluation, brought[0][1], others[-1]), notice=result)
    conclusions = [key for verdict in verdicts for key in verdict.conclusions]
    return dated(evaluation, (), *(conclusions or [ENTERED]), notice=result)


def _once_given(evaluation: Evaluation, act: Act, brought: End, last: End) -> tuple[LastAndOut, ...]:
    """Return the last day in force of who gave a notice; none where it may be over before, and was.

    Args:
        evaluation: The evaluation.
        act: The notice.
        brought: The end that the notice brings.
        last: The end of the period, that end or another which may come before.
    """
    since, day = min(evaluation.legal_days(act.when()).first, brought.last_day.first), last.last_day
    if day.first >= since:
        clocks = [zone(name) for name in evaluation.record.midnights_by(evaluation.reading)]
        return (LastAndOut(last=day, out=last.first_out(clocks)),)
    if evaluation.settle(Truth.UNKNOWN, f"over before {act.id} was given"):
        return ()
    return (LastAndOut.after(Days(first=min(since, day.last), last=day.last)),)


def _by_an_original_party(evaluation: Evaluation, common: ForAll, act: Act) -> Dated:
    """Return the end that a notice brings to a State that was a party from the first, and of which no more is said."""
    contexts = notice_contexts(evaluation, common, None)
    if not contexts:  # it entered into force and was in force for nobody
        return dated(evaluation, (), common.never or ENTERED)
    context = _period_of(evaluation, contexts, act)

    def verdict_of(where: Evaluation, terms: Terms) -> NoticeJudged:
        periods_of = if_it_never_ended(common.standing)
        return judged(where, context.entry, context.treaty, terms, act, periods_of=periods_of)

    def by_notice(where: Evaluation, terms: Terms) -> list[End]:
        end = verdict_of(where, terms).end
        return [] if end is None else [end]

    # As for a State that is named: an extension that came after its exit does not keep it in.
    verdict = verdict_of(evaluation, lasting_terms(evaluation, context.treaty, by_notice, "a party from the first"))
    if verdict.end is None:
        return dated(evaluation, (), *verdict.conclusions)
    if context.end is not None and context.end.last_day.last < verdict.end.last_day.first:
        return over(evaluation, verdict.end.key, context.end)
    end = first_end(evaluation, [verdict.end, *([] if context.end is None else [context.end])], Key("exit", act.id))
    assert end is not None
    return dated(evaluation, _once_given(evaluation, act, verdict.end, end), *end.keys)


def _period_of(evaluation: Evaluation, contexts: Sequence[NoticeContext], act: Act) -> NoticeContext:
    """Return the period in which a notice comes, or else the next one; the last if it comes after all."""
    on = evaluation.legal_days(act.when())
    for number, context in enumerate(contexts[:-1], start=1):
        assert context.end is not None  # another period follows
        in_time = on.not_after(context.end.last_day)
        if evaluation.settle(in_time, f"{act.id} by the end of period {number}", about=(act,)):
            return context
    return contexts[-1]
