"""When a notice takes effect that runs its period though the treaty is only applied provisionally."""

from __future__ import annotations

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import agreed
from treatyclock.derive.consent.taken_back import takes_back
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_with
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.exit.by_notice import judged
from treatyclock.derive.exit.of_a_side import of_some
from treatyclock.derive.exit.part_fallen import part_fallen
from treatyclock.derive.exit.rules import rule_of
from treatyclock.derive.overlays.while_provisional import applied_provisionally, runs_its_period
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import NoticeJudged
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import later
from treatyclock.derive.term.term import Terms
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.exit import ExitWhen
from treatyclock.truth import Truth

NOT_COUNTED = Rule(
    "exit not counted before entry",
    "the clause counts its times from the entry into force, which has not come, so the notice takes effect {when}",
    "Vienna Convention on the Law of Treaties, arts. 25(2) and 54(a)",
)


def end_by_notice(evaluation: Evaluation, act: Act, party: str | None) -> End | None:
    """Return the end that such a notice brings, of a treaty that is not in force; None where it brings none.

    Args:
        evaluation: The evaluation.
        act: The notice.
        party: The State that leaves; None where the notice ends it for all.
    """
    given, name = evaluation.legal_days(act.when()), evaluation.given_act(act)
    rule, _ = rule_of(evaluation, act, act.by if party is None else (party,))
    assert rule is not None
    waits = rule.lock_in is not None or rule.first_notice is not None
    if waits or rule.when not in (ExitWhen.ANY_TIME, ExitWhen.FIXED_DAY):
        some_day = Days.between(given.first)
        key = evaluation.derived(Key("notice before entry", act.id), NOT_COUNTED, some_day, name)
        return ending_with(evaluation, some_day, key, notice=act)
    if party is not None and (none := of_some(evaluation, act, party)) is not None:
        return none.end
    # What stands here for the entry into force, of which nothing is counted: any day after the notice.
    after = Days.on(later(max(each.days.last for each in act.dates)))
    entry = Entry(day=after, begins=evaluation.start_of(after)[0], key=name, begins_key=name, met=None)
    terms = Terms(evaluation, entry, ())
    found = judged(evaluation, entry, entry, terms, act, party=party)
    if party is None or found.end is None:
        return found.end

    def of(tried: Evaluation, notice: Act, other: str) -> NoticeJudged | None:
        return judged_before(tried, entry, terms, notice, other)

    return (part_fallen(evaluation, act, party, found.end, of) or found).end


def before_the_entry(evaluation: Evaluation, treaty: Entry, act: Act) -> bool:
    """Tell whether a notice surely was given before the treaty entered into force."""
    return evaluation.from_start_of(act.when(), treaty.day)[0] is Truth.NO


def judged_before(evaluation: Evaluation, treaty: Entry, terms: Terms, act: Act, party: str) -> NoticeJudged | None:
    """Derive what comes of a notice before the entry into force for one of its authors; None for who was not bound.

    Law: a State is bound then that has consented, or applies the treaty provisionally (Vienna Convention arts. 18, 25).

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force, or what stands for it.
        terms: The treaty's term.
        act: The notice.
        party: The State.
    """
    given = evaluation.legal_days(act.when())
    bound = Truth.any_of(each.day.not_after(given) for each in agreed(evaluation, party))
    bound |= applied_provisionally(evaluation, party, act)
    if not evaluation.settle(bound, f"{party} bound when {act.id} was given", about=(act,)):
        return None
    consented = bool(agreed(evaluation, party))
    if consented and not runs_its_period(evaluation, act, (party,))[0] and takes_back(evaluation, act, party):
        return None  # it is out by that notice at once
    return judged(evaluation, treaty, treaty, terms, act, party=party)
