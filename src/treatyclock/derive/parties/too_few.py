"""The end of a treaty whose parties have become too few."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from treatyclock.civil.days import Days
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_with
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.parties.headcount import Fall, Memberships, fall
from treatyclock.derive.parties.perhaps_parties import PERHAPS_TOO_FEW, as_they_may_have_been, why_parties_open
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import Span
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.minimum import MinimumParties
from treatyclock.truth import Truth

TOO_FEW = Rule(
    "too few parties",
    "these exits leave fewer parties than required, so the treaty ends for all {when}",
    "Vienna Convention on the Law of Treaties, art. 55: only where the treaty provides for it",
)


def too_few(evaluation: Evaluation, treaty: Entry, memberships_of_all: Callable[[], Memberships]) -> list[End]:
    """Derive the end that comes with the day on which the parties fall below their number; none where they do not.

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force.
        memberships_of_all: Works out what each party's periods would be without this clause; asked only where the
            clause is there.
    """
    found = (_too_few(evaluation, treaty, memberships_of_all, clause) for clause in evaluation.several(MinimumParties))
    return [end for end in found if end is not None]


def _too_few(
    evaluation: Evaluation, treaty: Entry, memberships_of_all: Callable[[], Memberships], clause: MinimumParties
) -> End | None:
    memberships = memberships_of_all()
    perhaps = as_they_may_have_been(evaluation, treaty, memberships, clause.number)
    whose = f" of {', '.join(clause.among)}" if clause.among else ""
    fact = f"fewer than {clause.number} parties{whose} left"
    lacking = "" if perhaps is None else why_parties_open(evaluation)
    counted = memberships if perhaps is None else perhaps
    if clause.among:
        several = zip(evaluation.record.parties, counted, strict=False)
        counted = [periods for party, periods in several if party.id in clause.among]
    else:
        counted = _those_that_count(evaluation, clause, counted)
    fewer = fall(evaluation, clause.number, counted, fact, lacking)
    if fewer is None:
        return None
    # What an end rests on, not the end itself: that will rest on the one found here.
    premises = dict.fromkeys(key for end in fewer.gone for key in end.premises)
    because = (evaluation.given_clause(clause), *premises)
    name = Key("too few", number=evaluation.record.number(clause))
    if perhaps is None:
        return end_by_fall(evaluation, fewer, name, TOO_FEW, because)
    return end_by_fall(evaluation, fewer, name, PERHAPS_TOO_FEW, (*because, treaty.key), perhaps=True)


def _those_that_count(evaluation: Evaluation, clause: MinimumParties, memberships: Memberships) -> Memberships:
    """Leave out those by instruments that do not count toward a number, if they do not count here: no rule says.

    That is asked only where it matters.
    """
    without = [[each for each in periods if each.consent is None or each.consent.counts] for periods in memberships]
    others = [
        party.id
        for party, all_of_them, some in zip(evaluation.record.parties, memberships, without, strict=False)
        if len(some) < len(all_of_them)
    ]
    if not others:
        return memberships
    fact = f"fewer than {clause.number} parties left"
    one, other = (fall(evaluation.aside(), clause.number, each, fact) for each in (memberships, without))
    if (one and (one.last, one.within_first)) == (other and (other.last, other.within_first)):
        return memberships
    question = f"{', '.join(others)} counted among the {clause.number} parties that must be left"
    text = f"are {question}, though their instruments do not count toward the number that brings it into force?"
    return memberships if evaluation.settle(Truth.UNKNOWN, question, text) else without


def end_by_fall(
    evaluation: Evaluation, fewer: Fall, name: Key, rule: Rule, because: Sequence[Key], *, perhaps: bool = False
) -> End:
    """Return the end that comes for all once the parties are fewer than needed: with a day, or at an hour.

    Args:
        evaluation: The evaluation.
        fewer: When they become fewer.
        name: What the conclusion is called.
        rule: The rule.
        because: The premises.
        perhaps: Whether acts that the record may lack are counted: then the count alone tells when it may have come,
            and not each of the exits, which may have come at any time.
    """
    last, deadline = fewer.last, _deadline(fewer)
    if perhaps or any(end.at_hour for end in fewer.by):
        at = fewer.span(evaluation)
        if not perhaps:
            at = Span(min(end.at.earliest for end in fewer.by), max(end.at.latest for end in fewer.by))
        key = evaluation.derived(name, rule, at, *because)
        return End(at=at, last_day=last, key=key, at_hour=True, notice=_notice(fewer), deadline=deadline)
    key = evaluation.derived(name, rule, last, *because)
    return ending_with(evaluation, last, key, notice=_notice(fewer), deadline=deadline)


def _notice(fewer: Fall) -> Act | None:
    """Return the notice that brought it, the last of several; None where another exit may have brought it."""
    notices = [end.notice for end in fewer.by if end.notice is not None]
    return max(notices, key=lambda act: act.dated.days.last) if notices and len(notices) == len(fewer.by) else None


def _deadline(fewer: Fall) -> Days | None:
    decided = [end.deadline for end in fewer.gone if end.deadline is not None]
    return decided[-1] if decided else None
