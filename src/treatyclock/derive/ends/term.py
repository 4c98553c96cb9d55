"""The term runs out."""

from __future__ import annotations

from treatyclock.derive.ends.ending import ending_with_block
from treatyclock.derive.ends.rule import EndForAll, EndsFound
from treatyclock.derive.entry import Entry
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.reasons import Key, Rule
from treatyclock.derive.term import Terms
from treatyclock.law.clauses.term import Renewal

GOES_ON = Rule("goes on", "after that term the treaty goes on")


def _term_runs_out(evaluation: Evaluation, entry: Entry, terms: Terms) -> EndsFound:
    if not terms.runs:
        return EndsFound(goes_on=terms.waits_for)
    renewal = evaluation.clause(Renewal, on=entry.day)
    times, prolonged = terms.renewals
    if times is None or terms.then_indefinite:
        block = terms.block(times or 0)
        given = () if renewal is None else (evaluation.given_clause(renewal),)
        key = evaluation.derived(Key("goes on"), GOES_ON, None, block.key, *(prolonged or given))
        return EndsFound(goes_on=(key,))
    return EndsFound(ends=(ending_with_block(evaluation, terms.block(times)),))


END_FOR_ALL = EndForAll(order=10, find=_term_runs_out)
