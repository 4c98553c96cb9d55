"""The end of a treaty that never entered into force, and with it the end of its provisional application.

Law: a treaty is applied provisionally pending its entry into force (Vienna Convention art. 25(1)). What is over as a
treaty can be applied by nobody: it ends as it provides, or by consent of all who had consented (art. 54), in force or
not.
"""

from __future__ import annotations

from collections.abc import Iterator

from treatyclock.derive.end.end import End
from treatyclock.derive.ends.companion import END_FOR_ALL as WITH_ITS_COMPANION
from treatyclock.derive.ends.consent import ended_by
from treatyclock.derive.ends.doctrines import END_FOR_ALL as BY_DOCTRINE
from treatyclock.derive.ends.ending import ending_with_block, first_end
from treatyclock.derive.ends.term import END_FOR_ALL as WITH_THE_TERM
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.exit.addressees import releases_all
from treatyclock.derive.exit.before_entry import end_by_notice
from treatyclock.derive.exit.by_notice import whose
from treatyclock.derive.overlays.applied_from import first_applied
from treatyclock.derive.overlays.while_provisional import runs_its_period
from treatyclock.derive.parties.parties_then import had_consented
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.reasoning.said import answer_name
from treatyclock.derive.term.lasting_term import lasting_terms
from treatyclock.derive.term.term import Terms
from treatyclock.law.acts.term import TERMINATION
from treatyclock.law.clauses.term import Anchor, Term
from treatyclock.law.conventions.term import TERM_FROM
from treatyclock.law.vocabulary import NOTICES
from treatyclock.truth import Truth


def ended_before_entry(evaluation: Evaluation) -> End | None:
    """Return the end that came to a treaty that never entered into force; None where none did."""
    found = [*_by_consent(evaluation), *_as_it_provides(evaluation), *_by_notice(evaluation)]
    return first_end(evaluation, found, Key("end before entry")) if found else None


def _by_consent(evaluation: Evaluation) -> Iterator[End]:
    for act in evaluation.acts.of(TERMINATION):
        day = evaluation.legal_days(act.when())
        consented = Truth.NO
        for party in evaluation.record.parties:
            consented |= had_consented(evaluation, party.id, day)
        # Of those who applied it before anybody had consented, each could speak for itself alone. What all of them may
        # agree on then, no rule says.
        if {party.id for party in evaluation.record.parties} <= set(act.by):
            consented |= Truth.UNKNOWN
        text = f"did {act.id} end the treaty for all, who may not have been bound by it then?"
        if evaluation.settle(consented, f"somebody bound when {act.id} was done", text, about=(act,)):
            yield ended_by(evaluation, act)


def _as_it_provides(evaluation: Evaluation) -> Iterator[End]:
    """Yield the ends by the term and with another treaty: those that are not counted from the entry into force."""
    applied = first_applied(evaluation)
    if applied is None:
        return
    # What stands here for the entry into force: nothing that follows is counted from it.
    begun = Entry(
        day=applied.day, begins=evaluation.start_of(applied.day)[0], key=applied.key, begins_key=applied.key, met=None
    )
    clause = evaluation.clause(Term)
    if clause is None or _runs(evaluation, clause, by_two=applied.by_two):
        terms = lasting_terms(evaluation, begun, lambda _, __: ())
        yield from WITH_THE_TERM.find(evaluation, begun, terms).ends
    else:
        terms = Terms(evaluation, begun, ())
        if terms.sooner is not None:
            yield ending_with_block(evaluation, terms.sooner)
    for way in (WITH_ITS_COMPANION, BY_DOCTRINE):
        yield from way.find(evaluation, begun, terms).ends


def _runs(evaluation: Evaluation, clause: Term, *, by_two: bool) -> bool:
    """Tell whether a term runs though the treaty is not in force: up to a day or an event, or from another anchor."""
    if clause.lasts is None:
        return True
    name, _ = evaluation.ask(TERM_FROM, clause)
    return name != answer_name(Anchor.ENTRY) and (by_two or name != answer_name(Anchor.PROVISIONAL))


def _by_notice(evaluation: Evaluation) -> Iterator[End]:
    """Yield the ends by notices that end the treaty for all, and run their period though it is not in force."""
    if not releases_all(evaluation.record):
        return
    for act in evaluation.acts.of(*NOTICES):
        for party in whose(evaluation, act):
            of = act.by if party is None else (party,)
            runs, _ = runs_its_period(evaluation, act, of)
            end = end_by_notice(evaluation, act, party) if runs else None
            if end is not None:
                yield end
