"""When a notice takes effect that runs its period though the treaty is only applied provisionally."""

from __future__ import annotations

from functools import partial

from treatyclock.civil.days import Days
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_with
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.exit.by_notice import judged
from treatyclock.derive.exit.of_a_side import of_some
from treatyclock.derive.exit.part_fallen import part_fallen
from treatyclock.derive.exit.rules import rule_of
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import NoticeJudged
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import later
from treatyclock.derive.term.term import Terms
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.exit import ExitWhen

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
    of = partial(_judged, entry, terms)
    return (part_fallen(evaluation, act, party, found.end, of) or found).end


def _judged(entry: Entry, terms: Terms, evaluation: Evaluation, act: Act, party: str) -> NoticeJudged:
    return judged(evaluation, entry, entry, terms, act, party=party)
