"""What comes of a notice, from what the clause says and what was done after it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import agreed
from treatyclock.derive.consent.taken_back import in_force_when_given
from treatyclock.derive.counting.date_that_counts import date_that_counts
from treatyclock.derive.end.end import End
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.exit.addressees import PeriodsOf
from treatyclock.derive.exit.arrival import once_arrived
from treatyclock.derive.exit.calendar_exits import in_window, on_fixed_day
from treatyclock.derive.exit.chain import followed
from treatyclock.derive.exit.changes import named, recorded
from treatyclock.derive.exit.counted_from import from_its_day
from treatyclock.derive.exit.end_of_term import at_end_of_term
from treatyclock.derive.exit.first_notice import after_the_first
from treatyclock.derive.exit.in_spite import in_spite_of_the_clause, tells_of_a_valid_notice
from treatyclock.derive.exit.lock_in import barred, unlocked
from treatyclock.derive.exit.notice import BY_CLAUSE, Notice, NoticeEffect, after_notice, without_effect
from treatyclock.derive.exit.rules import rule_of
from treatyclock.derive.exit.second_thoughts import reconsidered
from treatyclock.derive.overlays.while_provisional import runs_its_period
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import NoticeJudged
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.term.term import Terms
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.clauses.exit import Denunciation, ExitWhen
from treatyclock.law.conventions.exit import GROUNDS, WITHOUT_EFFECT
from treatyclock.truth import Truth

BEFORE_CONSENT = Rule(
    "notice before consent",
    "the State gave the notice before it had consented, though its consent reaches back, so the notice is taken to "
    "have no effect",
    "open: Vienna Convention on the Law of Treaties, arts. 11, 28 and 54(a)",
)
BEFORE_ENTRY = Rule(
    "notice before entry",
    "the treaty was not yet in force, so the notice had no effect",
    "Vienna Convention on the Law of Treaties, art. 24(4): before entry only clauses on entry itself apply",
)
CONSENTED_LATER = Rule(
    "consent after the notice",
    "the State consented to be bound after it had given the notice, so the notice is taken to have no effect",
    "no rule says whether such a consent takes the notice back: Vienna Convention on the Law of Treaties, arts. 11, 68",
)
NO_CLAUSE = Rule(
    "no exit clause",
    "no clause allows a denunciation, so the notice has no effect by the treaty's terms",
    "Vienna Convention on the Law of Treaties, art. 56(1)",
)
NO_GROUNDS = Rule("no grounds", "the notice states none of the grounds required, so it has no effect", BY_CLAUSE)


def judged(
    evaluation: Evaluation,
    entry: Entry,
    treaty: Entry,
    terms: Terms,
    act: Act,
    *,
    party: str | None = None,
    periods_of: PeriodsOf | None = None,
) -> NoticeJudged:
    """Derive what comes of a notice: the end that it brings, or why it brings none.

    Args:
        evaluation: The evaluation.
        entry: The entry into force for the party that gave it; the treaty's where it ends it for all.
        treaty: The treaty's entry into force.
        terms: The treaty's term.
        act: The notice.
        party: The party whose end is sought; None where the notice ends it for all.
        periods_of: Works out when another was a party, where a notice may follow another's.
    """
    # The law in its order: what the notice names, what bars it, when it arrived, what was recorded, what came later.
    given = evaluation.given_act(act)
    alone = _without_right(evaluation, act)
    clause, why = (None, ()) if alone else rule_of(evaluation, act, act.by if party is None else (party,))
    if clause is None:
        key = evaluation.derived(Key("notice", act.id), NO_CLAUSE, False, given, told=True)
        end = in_spite_of_the_clause(evaluation, act, key)
        effect = NoticeEffect(key=key, rule=NO_CLAUSE, value=False)
        return _noted(evaluation, act, effect, end, (key if end is None else end.key,), of=act.by, clause=None)
    evaluation = evaluation.going_by(clause)
    terms = terms.under(evaluation)
    which, decided = date_that_counts(evaluation, clause, act)
    notice = Notice(
        act=act,
        clause=clause,
        which=which,
        when=act.when(which),
        given=(evaluation.given_clause(clause), given, *why, *decided),
        entry=entry,
        treaty=treaty,
        of=act.by if party is None else (party,),
    )
    effect, result = _brought(evaluation, terms, notice, periods_of)
    if isinstance(result, End):
        late = once_arrived(evaluation, notice, result)
        if isinstance(late, Notice):
            notice = late
            effect, result = _brought(evaluation, terms, notice, periods_of)
        else:
            result = late
    if isinstance(result, End):
        result = recorded(evaluation, notice, result)
    if isinstance(result, End):
        result = reconsidered(
            evaluation, terms, notice, effect=effect, end=result, given_on=partial(_effect, evaluation, terms)
        )
    elif effect.end is None:
        as_party = effect.rule not in (BEFORE_ENTRY, BEFORE_CONSENT, CONSENTED_LATER)
        result = in_spite_of_the_clause(evaluation, act, result, recorded=as_party) or result
    end = result if isinstance(result, End) else None
    conclusion = result.key if isinstance(result, End) else result
    return _noted(evaluation, act, effect, end, (conclusion,), of=notice.of, clause=clause, which=which)


def _without_right(evaluation: Evaluation, act: Act) -> bool:
    """Tell whether a notice is about a part alone that has no clause for one (Vienna Convention art. 44(1))."""
    part = evaluation.record.part
    return bool(act.part) and part is not None and not part.has(Denunciation)


def _brought(
    evaluation: Evaluation, terms: Terms, notice: Notice, periods_of: PeriodsOf | None
) -> tuple[NoticeEffect, End | Key]:
    """Return what the clause makes of a notice, and the end after what the notice follows, names, and what bars it."""
    effect = _effect(evaluation, terms, notice)
    result: End | Key = effect.key if effect.end is None else effect.end
    if isinstance(result, End) and periods_of is not None:
        result = followed(evaluation, notice, result, partial(_ended_by, notice.treaty, periods_of))
    for change in (partial(named, terms=terms, effect=effect), unlocked):
        if isinstance(result, End):
            result = change(evaluation, notice, result)
    return effect, result


def whose(evaluation: Evaluation, act: Act) -> tuple[str | None, ...]:
    """Return as whose notices one that ends it for all is judged: None for all who gave it, each where they parted.

    Of two who gave notice together, one that takes the notice back leaves the other's as it was.
    """
    answers = [each for each in evaluation.acts.answers(act) if each.kind.by_its_authors]
    return act.by if any(set(each.by) != set(act.by) for each in answers) else (None,)


def _ended_by(treaty: Entry, periods_of: PeriodsOf, evaluation: Evaluation, act: Act, party: str) -> End | None:
    """Return the end that a State's notice brings to that State; None where it was no party when it gave it."""
    found = judged_for(evaluation, Terms(evaluation, treaty, ()), act, party, treaty=treaty, periods_of=periods_of)
    return None if found is None else found.end


def judged_for(
    evaluation: Evaluation, terms: Terms, act: Act, party: str, *, treaty: Entry, periods_of: PeriodsOf
) -> NoticeJudged | None:
    """Derive what comes of a notice for one of those who gave it; None where that one was no party then.

    Args:
        evaluation: The evaluation.
        terms: The treaty's term.
        act: The notice.
        party: The State.
        treaty: The treaty's entry into force.
        periods_of: Works out when a State was a party.
    """
    given = evaluation.legal_days(act.when())
    for period in periods_of(evaluation.aside(without=(act,)), party):
        here = period.entry.day.not_after(given)
        if period.end is not None:
            here &= given.not_after(period.end.last_day)
        if evaluation.settle(here, f"{party} a party when {act.id} was given", about=(act,)):
            return judged(evaluation, period.entry, treaty, terms, act, party=party, periods_of=periods_of)
    return None


def _noted(
    evaluation: Evaluation,
    act: Act,
    effect: NoticeEffect,
    end: End | None,
    conclusions: tuple[Key, ...],
    *,
    of: tuple[str, ...],
    clause: Denunciation | None,
    which: ActDate = ActDate.RECEIVED,
) -> NoticeJudged:
    found = NoticeJudged(
        act=act,
        of=of,
        rule=effect.rule,
        value=effect.value,
        end=end,
        clause=clause,
        missed=effect.missed,
        conclusions=conclusions,
        which=which,
    )
    evaluation.note(effect.key, found)
    return found


def _not_too_early(evaluation: Evaluation, notice: Notice) -> Notice | NoticeEffect:
    """Return a notice that was given while the treaty was in force, or applied provisionally where that is enough."""
    fact = in_force_when_given(notice.label)
    in_force, _ = evaluation.from_start_of(notice.when, notice.entry.day)
    if in_force is Truth.UNKNOWN and tells_of_a_valid_notice(notice.act, notice.entry.day):
        in_force = Truth.YES
    if evaluation.settle(in_force, fact, f"was it {fact}?", about=(notice.act,)):
        return notice
    runs, why = runs_its_period(evaluation, notice.act, notice.of)
    if not runs:
        return without_effect(evaluation, notice, BEFORE_ENTRY, notice.entry.key, *why)
    notice = replace(notice, given=(*notice.given, *why))
    later = tuple(each for party in notice.of for each in _consents_after(evaluation, party, notice))
    text = f"does {notice.label} stand, though its author consented to be bound after it?"
    fact = f"{notice.label} in spite of a later consent"
    if later and not evaluation.settle(Truth.UNKNOWN, fact, text, about=(notice.act, *later)):
        return without_effect(evaluation, notice, CONSENTED_LATER, *map(evaluation.given_act, later))
    return notice


def _consents_after(evaluation: Evaluation, party: str, notice: Notice) -> list[Act]:
    """Return a State's consents after its notice, but for those after the end that it had brought by then."""
    given, over = evaluation.legal_days(notice.when), _surely_over(evaluation, notice)
    after = [each for each in agreed(evaluation, party) if each.day.last > given.first]
    return [each.act for each in after if over is None or each.day.first <= over.last]


def _surely_over(evaluation: Evaluation, notice: Notice) -> Days | None:
    """Return when a notice ended what was in force by then; None where it may have ended it on another day, or not."""
    clause, act = notice.clause, notice.act
    other_days = clause.lock_in or clause.first_notice or clause.stay or act.effective or act.recorded
    if clause.when is not ExitWhen.ANY_TIME or other_days or any(evaluation.acts.answers(act)):
        return None
    ran = after_notice(evaluation.aside(), notice, clause.notice)
    # Of a treaty that is not in force the notice itself stands for its entry.
    if ran.end is None or notice.entry.key in notice.given or notice.entry.day.last > ran.end.last_day.first:
        return None
    return ran.end.last_day


def _effect(evaluation: Evaluation, terms: Terms, notice: Notice) -> NoticeEffect:
    clause = notice.clause
    given, expressed = evaluation.legal_days(notice.when), notice.entry.expressed
    timely = _not_too_early(evaluation, notice)
    if isinstance(timely, NoticeEffect):
        return timely
    notice = timely
    if expressed is not None and expressed.not_after(given) is not Truth.YES:
        fact = f"{notice.label} to count as that of a State that consented later"
        text = f"does {notice.label} count, though its author consented only later, and reaches back?"
        if not evaluation.settle(Truth.UNKNOWN, fact, text, about=(notice.act,)):
            return without_effect(evaluation, notice, BEFORE_CONSENT, notice.entry.key)
    if clause.needs_ground and not notice.act.grounds:
        answer, key = evaluation.ask(GROUNDS, clause)
        if answer == WITHOUT_EFFECT:
            return without_effect(evaluation, notice, NO_GROUNDS, key)
    if (none := barred(evaluation, notice)) is not None:
        return none
    after = after_the_first(evaluation, notice)
    if isinstance(after, NoticeEffect):
        return after
    notice = from_its_day(evaluation, after)
    match clause.when:
        case ExitWhen.ANY_TIME:
            effect = after_notice(evaluation, notice, clause.notice)
        case ExitWhen.WINDOW:
            effect = in_window(evaluation, notice)
        case ExitWhen.FIXED_DAY:
            effect = on_fixed_day(evaluation, notice)
        case ExitWhen.END_OF_TERM:
            effect = at_end_of_term(evaluation, terms, notice)
    return effect
