"""A State that is no longer a member of an organisation ceases to be a party."""

from __future__ import annotations

from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.consent.member_again import member_again
from treatyclock.derive.counting.delays import last_day_by_notice
from treatyclock.derive.counting.order import comes_first
from treatyclock.derive.counting.reaching_back import takes_effect
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import as_recorded, ending_by_act, ending_with, not_before
from treatyclock.derive.ends.rule import EndForOne
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import Span, eve
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.events import MEMBERSHIP, MEMBERSHIP_END
from treatyclock.law.clauses.by_event import EventDay
from treatyclock.law.clauses.tied_to import TiedTo
from treatyclock.law.conventions.exit import MEMBERSHIP_REGAINED, STANDS
from treatyclock.truth import Truth

NO_MEMBER = Rule("no longer a member", "that State is no longer a member, so it ceases to be a party {when}")
ALL_THE_SAME = Rule(
    "no member for a time",
    "that State had ceased to be a member, and is taken to cease to be a party though it became a member again in the "
    "meantime, {when}",
)
IN_TIME = Rule(
    "member again in time",
    "that State became a member again before it had ceased to be a party, so it does not cease to be one",
)
MEMBER_AGAIN = Rule("member again", "that State had become a member again before it consented")


def _memberships_over(evaluation: Evaluation, party: str, consent: Consent) -> tuple[End, ...]:
    clause = evaluation.clause(TiedTo, party=party)
    if clause is None or not clause.binds(party):
        return ()
    found: list[End | None] = []
    for act in evaluation.acts.by(party, [MEMBERSHIP_END]):
        if not comes_first(evaluation, act, consent.act):
            found.append(_over(evaluation, clause, act, party))
        elif not _member_again(evaluation, clause, act, party, consent):
            out = evaluation.legal_days(takes_effect(evaluation, act)[0]).not_after(consent.day)
            # Only a member can consent: after the end there is nothing that a period of grace could prolong.
            still = out is Truth.NO
            # For the consent before that end, if there was one, the same act has another end.
            name = Key("end by", f"{act.id}: {consent.act.id}")
            found.append(_over(evaluation, clause, act, party) if still else _at_once(evaluation, clause, act, name))
    return tuple(end for end in found if end is not None)


def out_by_then(evaluation: Evaluation, over: Act, party: str, when: Span) -> Truth:
    """Tell whether a State had ceased to be a party with an end of membership by a time.

    Without a clause that ties it to the membership such an end has no effect.

    Args:
        evaluation: The evaluation.
        over: The end of membership.
        party: The State.
        when: The time.
    """
    clause = evaluation.clause(TiedTo, party=party)
    if clause is None or not clause.binds(party):
        return Truth.NO
    if evaluation.acts.by(party, [MEMBERSHIP]):
        return Truth.UNKNOWN
    at = _counted(evaluation.aside(), clause, over, NO_MEMBER).at
    return Truth.YES if at.latest <= when.earliest else Truth.NO if when.latest < at.earliest else Truth.UNKNOWN


def _member_again(evaluation: Evaluation, clause: TiedTo, over: Act, party: str, consent: Consent) -> bool:
    """Tell whether a State had become a member again when it consented, after a membership that had ended.

    Only a member can be a party. A record that does not say that the State became a member again leaves that open: the
    consent was taken, but why is not on record.
    """
    act = member_again(evaluation, over, party, consent)
    if act is not None:
        acts = (evaluation.given_act(each) for each in (over, act, consent.act))
        name = Key("member again", f"{act.id}:{consent.act.id}")
        evaluation.derived(name, MEMBER_AGAIN, True, evaluation.given_clause(clause), *acts, told=True)
        return True
    fact = f"{party} a member again by {consent.act.id}"
    text = f"was {party} again a member of {clause.organisation} when it did {consent.act.id}?"
    return evaluation.settle(Truth.UNKNOWN, fact, text, about=(over, consent.act))


def _over(evaluation: Evaluation, clause: TiedTo, act: Act, party: str) -> End | None:
    """Return the end that an end of membership brings; None where the State was a member again in time."""
    again = _regained(evaluation, act, party, _counted(evaluation.aside(), clause, act, NO_MEMBER))
    if again is None:
        return _counted(evaluation, clause, act, NO_MEMBER)
    answer, convention = evaluation.ask(MEMBERSHIP_REGAINED, clause)
    if answer == STANDS:
        return _counted(evaluation, clause, act, ALL_THE_SAME, evaluation.given_act(again), convention)
    given = (evaluation.given_clause(clause), evaluation.given_act(act), evaluation.given_act(again), convention)
    evaluation.derived(Key("end by", act.id), IN_TIME, True, *given, told=True)
    return None


def _regained(evaluation: Evaluation, over: Act, party: str, end: End) -> Act | None:
    """Return the act by which a State became a member again before the end came; None if it did not."""
    for act in evaluation.acts.by(party, [MEMBERSHIP]):
        if not comes_first(evaluation, over, act):
            continue
        day, at = evaluation.legal_days(act.when()), evaluation.happening(act.when())
        in_time = day.not_after(end.last_day)
        if end.at_hour and in_time is not Truth.NO:
            in_time = Truth.YES if at.latest <= end.at.earliest else Truth.UNKNOWN
        if end.at_hour and at.earliest >= end.at.latest:
            in_time = Truth.NO
        if evaluation.settle(in_time, f"{act.id} in time to stay a party", about=(over, act)):
            return act
    return None


def _at_once(evaluation: Evaluation, clause: TiedTo, act: Act, name: Key, rule: Rule = NO_MEMBER, *because: Key) -> End:
    given = (evaluation.given_clause(clause), evaluation.given_act(act), *because)
    if clause.event_day is not None and clause.event_day is not EventDay.HOUR:
        return _with_a_day(evaluation, clause.event_day, act, name, rule, *given)
    return ending_by_act(evaluation, act, name, rule, *given, dated=clause.event_day is not EventDay.HOUR)


def _with_a_day(evaluation: Evaluation, event_day: EventDay, act: Act, name: Key, rule: Rule, *given: Key) -> End:
    """Return the end with the day on which membership ended, or with the day before, as the text says."""
    when, taken = takes_effect(evaluation, act)
    day = evaluation.days_there(when)
    last = day if event_day is EventDay.ENDS else day.map(eve)
    end = ending_with(evaluation, last, evaluation.derived(name, rule, last, *given, *taken))
    return (
        not_before(evaluation, when, end, Key("not before", name.subject), act) if event_day is EventDay.ENDS else end
    )


def _counted(evaluation: Evaluation, clause: TiedTo, act: Act, rule: Rule, *because: Key) -> End:
    if clause.grace:
        when, taken = takes_effect(evaluation, act)
        given = (evaluation.given_clause(clause), evaluation.given_act(act), *because, *taken)
        last, conventions = last_day_by_notice(evaluation, evaluation.legal_days(when), clause.grace, clause)
        key = evaluation.derived(Key("end by", act.id), rule, last, *given, *conventions)
        end = ending_with(evaluation, last, key)
    else:
        end = _at_once(evaluation, clause, act, Key("end by", act.id), rule, *because)
    return as_recorded(evaluation, end, act, Key("recorded end by", act.id))


END_FOR_ONE = EndForOne(order=20, find=_memberships_over)
