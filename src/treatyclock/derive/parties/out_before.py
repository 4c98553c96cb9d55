"""Exits before the entry into force, by notices that ran their period while the treaty was only applied provisionally.

They come to each State as those of a party do. With some the treaty itself is over: with that of a party whose exit
ends it for all, of one of two, and of the last on one of two sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatyclock.derive.consent.consent import agreed
from treatyclock.derive.consent.run_out import run_out
from treatyclock.derive.consent.taken_back import gone_by
from treatyclock.derive.end.end import End
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.exit.addressees import ExitsOfOthers, ends_of, gone_towards_all, releases_all
from treatyclock.derive.exit.before_entry import end_by_notice
from treatyclock.derive.exit.of_a_side import given_together
from treatyclock.derive.histories.history import Standing
from treatyclock.derive.overlays.while_provisional import runs_its_period
from treatyclock.derive.parties.membership import if_it_never_ended
from treatyclock.derive.parties.named_party import NAMED_LEFT
from treatyclock.derive.parties.never_entered import had_ended_before
from treatyclock.derive.parties.nobody_opposite import ONE_OF_TWO, notice_is_for_both, one_of_two
from treatyclock.derive.parties.own_end import ends_by_notice
from treatyclock.derive.parties.side_left import SIDE_LEFT
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule, Value
from treatyclock.derive.reasoning.timing import later
from treatyclock.derive.term.lasting_term import lasting_terms
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.before_entry import ProvisionalApplication
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.clauses.side import Side
from treatyclock.law.sides import side_of, two_sides
from treatyclock.law.vocabulary import NOTICES
from treatyclock.truth import Truth

Exits = dict[str, End]
"""Of each State that was out before the entry into force, the end by which it was."""


def exits_before(evaluation: Evaluation, entry: Entry | None) -> Exits:
    """Derive who was out before the treaty entered into force, by a notice that had run its period.

    Args:
        evaluation: The evaluation.
        entry: The treaty's entry into force, if no such notice had been given; None where its condition is not met.
    """
    record = evaluation.record
    if record.part is not None or releases_all(record) or evaluation.clause(ProvisionalApplication) is None:
        return {}
    found: Exits = {}
    for party in (each.id for each in record.parties):
        if _may_be_out(evaluation, party, entry) and _first(evaluation.aside(), party, entry) is not None:
            end = _first(evaluation, party, entry)
            assert end is not None
            if _towards_all(evaluation, party, end):
                found[party] = end
    return found


def _towards_all(evaluation: Evaluation, party: str, end: End) -> bool:
    """Tell whether a State's notices up to an end reached all others: else its consent towards the rest is open."""
    notices = [
        act
        for act in evaluation.acts.by(party, NOTICES)
        if evaluation.legal_days(act.when()).first <= end.last_day.last
    ]
    side = side_of(evaluation.record, party)
    beside = {party} if side is None else set(side.parties)
    others = {each.id for each in evaluation.record.parties} - beside
    if not notices or any(not act.to for act in notices) or others <= {to for act in notices for to in act.to}:
        return True
    return gone_towards_all(evaluation, party, notices)


def gone_with(evaluation: Evaluation, exits: Exits) -> tuple[Act, ...]:
    """Return what stands among the acts for exits: those that one notice brings alike are one."""
    alike: dict[object, list[str]] = {}
    for party, end in exits.items():
        alike.setdefault((end.notice and end.notice.id, end.at, end.last_day), []).append(party)
    return tuple(run_out(evaluation, exits[parties[0]], parties) for parties in alike.values())


def over_with(evaluation: Evaluation, exits: Exits) -> list[End]:
    """Return the ends of the treaty itself that come with exits before the entry into force.

    Args:
        evaluation: The evaluation, in which the consents that are gone with them are gone.
        exits: The exits.
    """
    ends = [*_named(evaluation, exits), *_of_two(evaluation, exits), *_of_sides(evaluation, exits)]
    return sorted(ends, key=lambda end: end.at)


def _may_be_out(evaluation: Evaluation, party: str, entry: Entry | None) -> bool:
    """Tell by a cheap look whether a State that had consented gave a notice that may be over before the entry.

    By a notice before its consent nothing is gone: what the State says later counts anew (Vienna Convention art. 16).
    """
    first = min((consent.day.first for consent in agreed(evaluation, party)), default=None)
    if first is None:
        return False
    notices = (*evaluation.acts.by(party, NOTICES), *_others_on_its_side(evaluation, party))
    return any(
        (act.hypothetical is None or any(each.id == act.id for each in evaluation.record.added))
        and first <= evaluation.legal_days(act.when()).last
        and (entry is None or evaluation.from_start_of(act.when(), entry.day)[0] is not Truth.YES)
        for act in notices
    )


def _others_on_its_side(evaluation: Evaluation, party: str) -> Iterator[Act]:
    side = side_of(evaluation.record, party)
    for other in () if side is None else side.parties:
        yield from evaluation.acts.by(other, NOTICES)


def _first(evaluation: Evaluation, party: str, entry: Entry | None) -> End | None:
    """Return the first end by which a State was out before the entry into force; None where it was not."""
    if entry is None:
        ends = _while_not_in_force(evaluation, party)
        return min(ends, key=lambda end: end.at, default=None)
    standing = Standing(entry=entry, end=None)
    by_notices = ends_by_notice(standing, entry, (party, None), None, if_it_never_ended(standing))
    ends = by_notices(evaluation, lasting_terms(evaluation, entry, by_notices, party))
    for end in sorted(ends, key=lambda end: end.at):
        if had_ended_before(evaluation, entry, end, party):
            return end
    return None


def _while_not_in_force(evaluation: Evaluation, party: str) -> list[End]:
    """Return the ends that a State's notices bring where the treaty has not entered into force."""

    def end(act: Act) -> End | None:
        return of_another(evaluation, act, party)

    def of_another(where: Evaluation, act: Act, other: str) -> End | None:
        return end_by_notice(where, act, other) if runs_its_period(where, act, (other,))[0] else None

    notices = (*evaluation.acts.by(party, NOTICES), *given_together(evaluation, party, None))
    exits = ExitsOfOthers(periods_of=lambda _, __: (), by_notice=of_another)
    return ends_of(evaluation, notices, party, None, end, exits=exits)


def _named(evaluation: Evaluation, exits: Exits) -> Iterator[End]:
    """Yield the ends that come with the exits of parties whose exit ends the treaty for all."""
    for clause in evaluation.several(Denunciation):
        for party in clause.ends_for_all:
            if party in exits:
                name = Key("named party left", party)
                yield _for_all(evaluation, exits[party], name, NAMED_LEFT, (clause,))


def _of_two(evaluation: Evaluation, exits: Exits) -> Iterator[End]:
    """Yield the ends that come with the exit of one of two, where no third had consented by then."""
    two = one_of_two(evaluation)
    if two is None or not notice_is_for_both(evaluation):
        return
    for party in exits:
        if party in two.parties and not two.a_third(evaluation, exits[party].last_day):
            yield _for_all(evaluation, exits[party], Key("nobody opposite"), ONE_OF_TWO, (two.clause,))


def _of_sides(evaluation: Evaluation, exits: Exits) -> Iterator[End]:
    """Yield the ends that come with the exit of the last on one of two sides who had consented."""
    sides = two_sides(evaluation.record)
    for side in sides:
        for party in side.parties:
            if party in exits and not _somebody_bound(evaluation, side, exits[party]):
                yield _for_all(evaluation, exits[party], Key("side left"), SIDE_LEFT, sides)


def _somebody_bound(evaluation: Evaluation, side: Side, end: End) -> bool:
    """Tell whether somebody on a side was still bound once an exit had come.

    Whether that side was left by all where one on it consented only later, and may have applied the treaty
    provisionally meanwhile, no rule says.
    """
    last, bound = end.last_day, Truth.NO
    for party in side.parties:
        for consent in agreed(evaluation, party):
            there = consent.day.not_after(last) & ~gone_by(evaluation, consent, party, last.map(later))
            stays = ~gone_by(evaluation, consent, party, consent.day.map(later))
            bound |= there | (~consent.day.not_after(last) & stays & Truth.UNKNOWN)
    names = " or ".join(evaluation.record.party(party).name for party in side.parties)
    fact = f"{names} bound after {last}"
    text = f"does the treaty go on, though after {last} nobody on the side of {names} was bound, until one consented?"
    return evaluation.settle(bound, fact, text)


def _for_all(evaluation: Evaluation, end: End, name: Key, rule: Rule, clauses: Sequence[Clause]) -> End:
    value: Value = end.at if end.at_hour else end.last_day
    because = (*map(evaluation.given_clause, clauses), *(end.premises or (end.key,)))
    return replace(end, key=evaluation.derived(name, rule, value, *because), instant=None, premises=())
