"""The end that comes to a State's period of being a party: by a notice, by another way for one, or with the treaty."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from treatyclock.declarations import declared
from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import first_end
from treatyclock.derive.ends.rule import EndForOne
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.exit.addressees import ExitsOfOthers, PeriodsOf, ends_of, releases_all
from treatyclock.derive.exit.before_entry import before_the_entry, judged_before
from treatyclock.derive.exit.by_notice import judged, judged_for
from treatyclock.derive.exit.joined_while_running import released_with_its_side
from treatyclock.derive.exit.of_a_side import given_together, notices_since, of_some
from treatyclock.derive.exit.part_fallen import part_fallen
from treatyclock.derive.histories.history import Membership, Standing
from treatyclock.derive.parties.perhaps import perhaps_left
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import NoticeJudged
from treatyclock.derive.reasoning.reasons import Key, rests_on
from treatyclock.derive.reasoning.timing import Span
from treatyclock.derive.term.lasting_term import lasting_terms
from treatyclock.derive.term.term import Terms
from treatyclock.law.acts.act import Act
from treatyclock.truth import Truth

_WAYS = sorted(declared("treatyclock.derive.ends", EndForOne), key=lambda way: way.order)


def own_end(
    evaluation: Evaluation,
    treaty: Standing,
    periods_of: PeriodsOf,
    entry: Entry,
    number: int | None,
    *,
    consent: Consent,
    pair: tuple[str, str | None],
    periods: Sequence[Membership],
    listed: bool,
) -> End | None:
    """Return the first end that comes to a State's period of being a party; None if none is foreseen.

    Args:
        evaluation: The evaluation.
        treaty: How the treaty itself stands.
        periods_of: Works out when a State was a party, if the treaty never ended for all.
        entry: The entry into force with which the period begins.
        number: What tells the conclusions on this period from those on others; None for the first.
        consent: The consent that brought it.
        pair: The State, and another one where what holds between the two is asked.
        periods: The State's earlier periods.
        listed: Whether only acts on record count.
    """
    party, _ = pair
    found = [end for way in _WAYS for end in way.find(evaluation, party, consent)]
    if not releases_all(evaluation.record) and treaty.entry is not None:
        before = periods[-1].end if periods else None
        if notices_since(evaluation, party, before) or given_together(evaluation, party, before, treaty.entry):
            ends = ends_by_notice(treaty, entry, pair, before, periods_of)
            found += ends(evaluation, lasting_terms(evaluation, treaty.entry, ends, party))
    if not listed and not releases_all(evaluation.record):
        known = [*found, *([treaty.end] if treaty.end is not None else [])]
        name = Key("end not on record", party, number)
        left = perhaps_left(evaluation, entry, party, known, name=name)
        found = found if left is None else [left]
    found += released_with_its_side(evaluation, entry, consent, party, periods_of)
    if treaty.end is not None and treaty.end.goes_before is not None:
        found = _as_recorded(evaluation, party, found, treaty.end, treaty.end.goes_before)
    if not found:
        return treaty.end
    if treaty.end is not None and not _brought_by(evaluation, treaty.end, found):
        found.append(treaty.end)
    return first_end(evaluation, found, Key("end for", party, number))


def _as_recorded(evaluation: Evaluation, party: str, found: Sequence[End], recorded: End, counted: Span) -> list[End]:
    """Return a State's ends without one that by the count ended it for all, where the record has that end later.

    As between two, such an exit comes when the record has the end. Whether the State leaves before that by another
    exit, which by the count came too late, no rule says.

    Args:
        evaluation: The evaluation.
        party: The State.
        found: Its ends.
        recorded: The end that comes to all, as it was recorded.
        counted: When an exit came that by the count ended it for all.
    """
    others = [each for each in found if each.at != counted]
    later = [each for each in others if counted < each.at < recorded.at]
    if len(others) == len(found) or not later:
        return others
    acts = tuple(each.notice for each in later if each.notice is not None)
    by = " and ".join(act.id for act in acts) or "a later exit"
    text = f"is {party} out by {by}, though by the count it had left before, with what would have ended it for all?"
    if evaluation.settle(Truth.UNKNOWN, f"{party} out by {by} before the recorded end", text, about=acts):
        return others
    return [each for each in others if each not in later]


def _brought_by(evaluation: Evaluation, end: End, found: Sequence[End]) -> bool:
    """Tell whether the end that comes to all is nothing but what a State's own exit brought, at the same instant."""
    return any(each.at == end.at and rests_on(evaluation.findings.reasons, end.key, each.key) for each in found)


def ends_by_notice(
    treaty: Standing, entry: Entry, pair: tuple[str, str | None], before: End | None, periods_of: PeriodsOf
) -> Callable[[Evaluation, Terms], list[End]]:
    """Return what works out the ends that a State's notices bring to its period of being a party.

    Args:
        treaty: How the treaty itself stands, which is in force.
        entry: The entry into force with which the period begins.
        pair: The State, and another one where what holds between the two is asked.
        before: The end of the State's period before this one; None for its first.
        periods_of: Works out when a State was a party, if the treaty never ended for all.
    """
    assert treaty.entry is not None
    (party, towards), since_treaty = pair, treaty.entry

    def ends(where: Evaluation, terms: Terms) -> list[End]:
        def judge(act: Act) -> NoticeJudged:
            return judged(where, entry, since_treaty, terms, act, party=party, periods_of=periods_of)

        def of(tried: Evaluation, act: Act, other: str) -> NoticeJudged | None:
            if before_the_entry(tried, since_treaty, act):
                return judged_before(tried, since_treaty, terms, act, other)
            return judged_for(tried, terms, act, other, treaty=since_treaty, periods_of=periods_of)

        def end(act: Act) -> End | None:
            found = of_some(where, act, party, since_treaty) or judge(act)
            fallen = None if found.end is None else part_fallen(where, act, party, found.end, of)
            return (fallen or found).end

        def of_another(tried: Evaluation, act: Act, other: str) -> End | None:
            found = of(tried, act, other)
            return None if found is None else found.end

        notices = (*notices_since(where, party, before), *given_together(where, party, before, since_treaty))
        exits = ExitsOfOthers(periods_of=periods_of, by_notice=of_another)
        return ends_of(where, notices, party, towards, end, exits=exits)

    return ends
