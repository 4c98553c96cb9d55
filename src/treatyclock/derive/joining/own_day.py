"""The day that the rule for later joiners gives a State: so long after its consent, and not before an approval."""

from __future__ import annotations

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.counting.date_that_counts import date_of_instruments
from treatyclock.derive.counting.delays import delayed
from treatyclock.derive.joining.approved import Approval
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.law.clauses.delays import AT_ONCE
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.joining import Joining
from treatyclock.law.conventions.joining import DELAY_FROM, INSTRUMENT, LATER_OF_BOTH


def counted_day(
    evaluation: Evaluation, consent: Consent, rule: Joining | None, approved: Approval | None
) -> tuple[Days, tuple[Key, ...]]:
    """Return the day by the rule for later joiners, and the conventions used: never before an approval."""
    (since, decided), delay = counted_since(evaluation, consent, rule), AT_ONCE if rule is None else rule.delay
    if approved is None or rule is None:
        day, keys = delayed(evaluation, since, delay, Joining)
        return day, (*decided, *keys)
    both = Days.latest([since, approved.day])
    ways = {
        INSTRUMENT: lambda where: Days.latest([delayed(where, since, delay, Joining)[0], approved.day]),
        LATER_OF_BOTH: lambda where: delayed(where, both, delay, Joining)[0],
    }
    apart = ways[INSTRUMENT](evaluation.aside()) != ways[LATER_OF_BOTH](evaluation.aside())
    answer, because = evaluation.ask(DELAY_FROM, rule) if apart else (LATER_OF_BOTH, None)
    _, keys = delayed(evaluation, since if answer == INSTRUMENT else both, delay, Joining)
    return ways[answer](evaluation.aside()), (*decided, *keys, *(() if because is None else (because,)))


def counted_since(evaluation: Evaluation, consent: Consent, rule: Joining | None) -> tuple[Days, tuple[Key, ...]]:
    """Return the date of a consent from which the clause for later joiners counts, and the convention used."""
    entry = evaluation.clause(EntryIntoForce)
    by_entry, _ = date_of_instruments(evaluation, entry)
    which, decided = date_of_instruments(evaluation, entry if rule is None else rule)
    if which is by_entry:
        return consent.day, decided
    return evaluation.legal_days(consent.act.when(which)), decided
