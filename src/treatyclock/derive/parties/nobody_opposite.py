"""A treaty of which one party alone is left: of many, of two that nobody else joined, or between pairs alone.

Law: a treaty is between two States at least (Vienna Convention art. 2(1)(a)). That its parties become fewer than it
needed ends no treaty of many (art. 55); whether that holds where one is left, and there is nobody towards whom it can
be bound, or whether the treaty is over, no rule says. The treaty itself does where one instrument is enough for its
entry into force, or where it names the number of parties that must be left.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import islice

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import agreed
from treatyclock.derive.consent.negotiating import awaited, took_part
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.rule import EndsFound
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.parties.headcount import Fall, Memberships, fall
from treatyclock.derive.parties.not_listed import perhaps_others
from treatyclock.derive.parties.not_on_record import consent_not_on_record
from treatyclock.derive.parties.perhaps_parties import (
    as_they_may_have_been,
    end_for_all_not_on_record,
    why_parties_open,
)
from treatyclock.derive.parties.staying import staying
from treatyclock.derive.parties.too_few import end_by_fall
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.clauses.conditions import Consented, Instruments, Pairwise, Signed
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.exit import Denunciation, EndsFor
from treatyclock.law.clauses.minimum import MinimumParties
from treatyclock.law.conventions.term import HAS_ENDED, ONE_LEFT
from treatyclock.law.sides import has_sides

NOBODY_OPPOSITE = Rule(
    "nobody opposite",
    "these exits leave one party at most and nobody opposite, and the treaty is taken to have ended with that, {when}",
    "no rule says whether it has: Vienna Convention on the Law of Treaties, arts. 2(1)(a) and 54 to 55",
)
ONE_OF_TWO = Rule(
    "one of two left",
    "one of the two parties has left and no third had joined, so the treaty has ended for both, {when}",
    "Vienna Convention on the Law of Treaties, arts. 2(1)(a) and 54(a)",
)

PERHAPS_OPPOSITE = Rule(
    "nobody opposite, not on record",
    "the record may lack acts by which one party alone was left, and the treaty is taken to have ended then, {when}",
    NOBODY_OPPOSITE.law,
)

_NAME = Key("nobody opposite")
_FACT = "a time with one party left"


def nobody_opposite(
    evaluation: Evaluation,
    entry: Entry,
    found: Sequence[End],
    memberships_of_all: Callable[[Evaluation], Memberships],
) -> EndsFound:
    """Derive the end that comes, or may come, once one party is left; none where two stay.

    Where two alone negotiated the treaty and no third had consented by then, it was between two, and the notice of one
    ends it for both. Elsewhere it is open whether it has ended.

    Args:
        evaluation: The evaluation.
        entry: The treaty's entry into force.
        found: The ends that come to all otherwise.
        memberships_of_all: Works out each party's periods if the treaty never ended for all.
    """
    clause, two = evaluation.clause(EntryIntoForce), one_of_two(evaluation)
    if clause is None or evaluation.record.bilateral:
        return EndsFound()
    if two is None and not isinstance(clause.when, Pairwise) and _others_stay(evaluation, entry, memberships_of_all):
        return EndsFound()
    alone, perhaps = _alone(evaluation, entry, memberships_of_all(evaluation))
    if alone is None:
        return EndsFound()
    premises = dict.fromkeys(key for end in alone.gone for key in end.premises)
    because = (evaluation.given_clause(clause), *premises)
    by_notice = not perhaps and all(end.notice is not None for end in alone.gone)
    if two is not None and by_notice and notice_is_for_both(evaluation) and not two.a_third(evaluation, alone.last):
        return EndsFound(ends=(end_by_fall(evaluation, alone, _NAME, ONE_OF_TWO, because),))
    over = any(end.at.latest <= alone.span(evaluation).earliest for end in found)
    return EndsFound() if over else _left_open(evaluation, entry, alone, because, perhaps=perhaps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Two:
    """The two who alone negotiated a treaty, or whom it names, and its clause on entry into force."""

    parties: Collection[str]
    clause: EntryIntoForce

    def a_third(self, evaluation: Evaluation, last: Days) -> bool:
        """Tell whether others negotiated the treaty, as an act shows, or may have consented to it by a day."""
        others = [party.id for party in evaluation.record.parties if party.id not in self.parties]
        return took_part(evaluation.record, others) or any(
            each.day.first <= last.last for other in others for each in agreed(evaluation, other)
        )


def one_of_two(evaluation: Evaluation) -> Two | None:
    """Return the two who bring a treaty into force that others may join; None where there are no such two."""
    clause, record = evaluation.clause(EntryIntoForce), evaluation.record
    if clause is None or record.bilateral:
        return None
    two = awaited(record)
    of_two = len(two) == 2 and record.coverage.lists_all_parties and record.waits_for(two)
    if isinstance(clause.when, Consented | Signed) and len(clause.when.by) == 2:
        two, of_two = clause.when.by, record.coverage.lists_all_parties
    return Two(parties=two, clause=clause) if of_two else None


def _left_open(
    evaluation: Evaluation, entry: Entry, alone: Fall, because: Sequence[Key], *, perhaps: bool
) -> EndsFound:
    """Return the end that comes with one party left, if the treaty is taken to have ended with that."""
    answer, convention = evaluation.ask(ONE_LEFT)
    if answer != HAS_ENDED:
        return EndsFound(goes_on=(convention,))
    rule, because = NOBODY_OPPOSITE, (*because, convention)
    if perhaps:
        rule, because = PERHAPS_OPPOSITE, (*because, entry.key)
    return EndsFound(ends=(end_by_fall(evaluation, alone, _NAME, rule, because, perhaps=perhaps),))


def _others_stay(evaluation: Evaluation, entry: Entry, memberships_of_all: Callable[[Evaluation], Memberships]) -> bool:
    """Tell whether of many two are parties at any time, or it is open otherwise whether the treaty has ended.

    A part that binds one State alone is in force for it, as long as the treaty is.
    """
    record = evaluation.record
    if record.part is not None or has_sides(record) or perhaps_others(evaluation):
        return True
    lacking = (consent_not_on_record(evaluation, each.id) for each in record.parties)
    if not entry.explained and any(since is not None for since in lacking):
        return True  # who was a party from the first day on is open already
    clause = evaluation.clause(EntryIntoForce)
    one_is_enough = clause is not None and isinstance(clause.when, Instruments) and clause.when.number == 1
    if one_is_enough or any(not each.among for each in evaluation.several(MinimumParties)):
        return True  # the treaty itself says how many there must be
    if len([*islice(staying(evaluation, entry), 2)]) == 2:
        return True
    aside = evaluation.aside()
    return _alone(aside, entry, memberships_of_all(aside))[0] is None


def _alone(evaluation: Evaluation, entry: Entry, memberships: Memberships) -> tuple[Fall | None, bool]:
    """Return when one party is left, and whether acts that the record may lack are counted for that.

    From the day on which an act that it lacks may have ended the treaty for all, that is open already.
    """
    others = perhaps_others(evaluation)  # left out: of many nothing is asked then, and of pairs those on record tell
    since = [consent_not_on_record(evaluation, each.id) for each in evaluation.record.parties]
    on_record = fall(evaluation.aside(), 2, memberships, _FACT)
    joined = on_record is not None and any(each is not None and each <= on_record.last.last for each in since)
    perhaps = None if others or joined else as_they_may_have_been(evaluation, entry, memberships, 2)
    lacking = "" if perhaps is None else why_parties_open(evaluation)
    counted = memberships if perhaps is None else perhaps
    alone = fall(evaluation, 2, counted, _FACT, lacking)
    open_from, _ = end_for_all_not_on_record(evaluation)
    open_already = open_from is not None and alone is not None and open_from <= alone.last.first
    if alone is None or open_already or _all_left(alone, counted):
        return None, False
    if joined and not others:
        text = f"was there ever {_FACT}? {why_parties_open(evaluation)}"
        return (alone, True) if evaluation.lacking(_FACT, text) else (None, False)
    if perhaps is None or alone.asked or on_record is None:
        return alone, perhaps is not None
    # What the record may lack may change nothing.
    same = (on_record.last, on_record.within_first) == (alone.last, alone.within_first)
    return (on_record, False) if same else (alone, True)


def _all_left(alone: Fall, memberships: Memberships) -> bool:
    """Tell whether all leave on one day, so that there never is one party alone."""
    day = alone.last.first
    there = (each for periods in memberships for each in periods if each.entry.day.first <= day)
    return (
        alone.last.known
        and not alone.within_first
        and all(each.end is not None and each.end.last_day.last <= day for each in there)
    )


def notice_is_for_both(evaluation: Evaluation) -> bool:
    """Tell whether the text leaves it to the number of parties whom a notice releases."""
    clause = evaluation.clause(Denunciation)
    return clause is None or clause.ends_for is not EndsFor.NOTIFIER
