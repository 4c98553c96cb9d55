"""Ends in the making: with a day, at an hour, on a day that is named, the later or the first of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.counting.reaching_back import effective, recorded, takes_effect
from treatyclock.derive.end.end import End
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import Recorded
from treatyclock.derive.reasoning.reasons import Beside, Key, Rule, Value
from treatyclock.derive.reasoning.timing import Span, eve
from treatyclock.derive.term.term_as_written import Block
from treatyclock.law.acts.act import Act, EffectDay
from treatyclock.law.clauses.base import Clause
from treatyclock.law.conventions.exit import EFFECT_DAY, FIRST_OUT

T = TypeVar("T")

END = Rule("end", "the last day in force is {end}")
END_AT_HOUR = Rule("end at hour", "the end comes {when}")
ENDS = Rule("ends", "it ceases to be in force at the end of that day, {when}")
RECORDED_ALIKE = Rule("recorded end as counted", "by the depositary's record too the last day in force is {end}")
RECORDED_OTHERWISE = Rule(
    "recorded end otherwise",
    "by the depositary's record the last day in force is {end}: its record prevails over the count",
)
RECORDED_HOUR = Rule(
    "recorded end at hour", "by the depositary's record, which prevails over the count, it ends {when}"
)
NOT_BEFORE = Rule(
    "no end before the act",
    "but the act that brings that end has no effect before it is done, so it ends {when}",
    "Vienna Convention on the Law of Treaties, arts. 67 and 78",
)
NO_END = Rule("no end", "nothing on record brings it to an end")


def ending_with(
    evaluation: Evaluation,
    last: Days,
    key: Key,
    *,
    named: Days | None = None,
    notice: Act | None = None,
    deadline: Days | None = None,
) -> End:
    """Return the end with the end of a day, which may be named for it or lie before a day that is."""
    at, _ = evaluation.end_of(last)
    return End(at=at, last_day=last, key=key, named=named, notice=notice, deadline=deadline)


def ending_at(
    evaluation: Evaluation, when: Moment, key: Key, *, notice: Act | None = None, deadline: Days | None = None
) -> End:
    """Return the end at the hour at which something happened, or somewhere in its day."""
    at = evaluation.happening(when)
    last, out_from = _beside(evaluation, when, at)
    return End(
        at=at, last_day=last, key=key, at_hour=True, out_from=out_from, notice=notice, deadline=deadline,
        printed=when.days if when.wall is not None and evaluation.days_there(when) != when.days else None,
    )  # fmt: skip


def not_before(evaluation: Evaluation, when: Moment, end: End, key: Key, act: Act) -> End:
    """Return an end that comes no earlier than the act that brings it was done.

    A period whose first day counts can be over, on the treaty's clock, before the act was done where it was done.

    Args:
        evaluation: The evaluation.
        when: When the act was done.
        end: The end.
        key: What the conclusion is called, if one is needed.
        act: The act.
    """
    done = evaluation.happening(when)
    at = end.at.or_later(done)
    if at == end.at:
        return end
    last, out_from = _beside(evaluation, when, done)
    made = evaluation.derived(key, NOT_BEFORE, at, end.key, evaluation.given_act(act))
    return replace(
        end, at=at, last_day=Days.latest([end.last_day, last]), key=made, at_hour=True,
        out_from=Days.latest([end.first_out(), out_from]),
    )  # fmt: skip


def ending_on(
    evaluation: Evaluation, when: Moment, clause: Clause | None = None, act: Act | None = None
) -> tuple[Days | None, tuple[Key, ...]]:
    """Return the last day in force where an end is named as a day, and the conventions used; None for an hour.

    Args:
        evaluation: The evaluation.
        when: The day or the hour.
        clause: The clause that may say what such a day is, if there is one.
        act: The act that names it, or for which it was recorded, if there is one: it may say that itself.
    """
    if when.wall is not None:
        return None, ()
    if act is not None and act.effect_day is not None:
        return (when.days.map(eve) if act.effect_day is EffectDay.FIRST_OUT else when.days), ()
    answer, key = evaluation.ask(EFFECT_DAY, clause)
    return (when.days.map(eve) if answer == FIRST_OUT else when.days), (key,)


def ending_by_act(evaluation: Evaluation, act: Act, key: Key, rule: Rule, *because: Key, dated: bool = False) -> End:
    """Return the end at the day or hour that an act names for it, or else at the act's own.

    Args:
        evaluation: The evaluation.
        act: The act.
        key: What the conclusion is called.
        rule: The rule applied.
        because: The premises.
        dated: Whether the date of the act is the day of the end as well, where it names no other: an end of membership
            is told by its day, and not by the hour at which somebody acted.
    """
    named, taken = effective(evaluation, act)
    named = named or (act.when() if dated else None)
    when, because = named or act.when(), (*because, *taken)
    last, keys = ending_on(evaluation, when, act=act) if named is not None else (None, ())
    if last is None:
        return ending_at(evaluation, when, evaluation.derived(key, rule, evaluation.happening(when), *because))
    return ending_with(evaluation, last, evaluation.derived(key, rule, last, *because, *keys), named=when.days)


def ending_at_hour_of(
    evaluation: Evaluation,
    block: Block,
    until: Moment,
    key: Key,
    *,
    notice: Act | None = None,
    deadline: Days | None = None,
) -> End:
    """Return the end at the hour at which a stretch of the term ends: the first of several, where it may be any."""
    ends = [ending_at(evaluation, each, key, notice=notice, deadline=deadline) for each in (until, *block.or_until)]
    if len(ends) == 1:
        return ends[0]
    return replace(
        ends[0],
        at=block.ends_by(evaluation),
        last_day=Days.earliest(each.last_day for each in ends),
        out_from=Days.earliest(each.first_out() for each in ends),
        printed=_same([each.printed for each in ends]),
    )


def ending_with_block(evaluation: Evaluation, block: Block) -> End:
    """Return the end with a stretch of the term: with its last day, or at its hour."""
    if block.until is not None:
        return ending_at_hour_of(evaluation, block, block.until, block.key)
    end = ending_with(evaluation, block.last, block.key, named=block.last if block.named else None)
    if block.event is None:
        return end
    when, _ = takes_effect(evaluation, block.event)
    return not_before(evaluation, when, end, Key("not before", block.event.id), block.event)


def as_recorded(evaluation: Evaluation, end: End, act: Act, name: Key, clause: Clause | None = None) -> End:
    """Return the end on the day or at the hour that the depositary recorded, if it recorded one.

    Args:
        evaluation: The evaluation.
        end: The end that the count gives.
        act: The act whose effect was recorded.
        name: What the conclusion is called.
        clause: The clause that may say what a day named for an exit is.
    """
    said, taken = recorded(evaluation, act)
    if said is None:
        return end
    last, keys = ending_on(evaluation, said, clause, act)
    because = (end.key, evaluation.given_act(act), *taken, *keys)
    day = evaluation.days_there(said) if last is None else last
    agrees = day == end.last_day
    evaluation.note(name, Recorded(said=said.days, recorded=day, counted=end.last_day, agrees=agrees, act=act))
    if last is None:
        key = evaluation.derived(name, RECORDED_HOUR, evaluation.happening(said), *because)
        return ending_at(evaluation, said, key, notice=end.notice, deadline=end.deadline)
    rule, value = (RECORDED_ALIKE, last) if agrees else (RECORDED_OTHERWISE, Beside(last, end.last_day))
    key = evaluation.derived(name, rule, value, *because)
    return ending_with(evaluation, last, key, named=said.days, notice=end.notice, deadline=end.deadline)


def _one_name(ends: Sequence[End]) -> Days | None:
    """Return the day that is named for all of several ends; None where they differ, or one is counted."""
    return _same([end.named for end in ends])


def _same(values: Sequence[T | None]) -> T | None:
    several = set(values)
    return several.pop() if len(several) == 1 else None


def _beside(evaluation: Evaluation, when: Moment, at: Span) -> tuple[Days, Days]:
    """Return the day before whose end something ends at a moment, and the day from which it is out.

    Both are days of the treaty: of its clock for an hour, where that is known, and else as printed.
    """
    clock, _ = evaluation.midnight()
    if when.wall is None:
        return when.days, when.days  # a date is a label
    if clock is None:
        return Days.on((when.wall - _TICK).date()), Days.on(when.wall.date())
    first, last = (clock.local(each - 1).date() for each in at)
    return Days(first=first, last=last), Days(first=clock.local(at.earliest).date(), last=clock.local(at.latest).date())


_TICK = timedelta(microseconds=1)


def latest_end(one: End, other: End, key: Key) -> End:
    """Return the end that comes with the later of two, where one cannot come before the other."""
    at = one.at.or_later(other.at)
    last = Days.latest([one.last_day, other.last_day])
    end = End(at=at, last_day=last, key=key, notice=one.notice, deadline=one.deadline or other.deadline)
    for each in (one, other):
        if each.at == at:
            return replace(end, named=each.named, at_hour=each.at_hour, out_from=each.out_from, printed=each.printed)
    return end  # each may be the later one


def first_end(evaluation: Evaluation, found: Sequence[End], name: Key, goes_on: Sequence[Key] = ()) -> End | None:
    """Join several ends into the first; where it is open which comes first, into a range.

    Args:
        evaluation: The evaluation.
        found: The ends.
        name: What the end is called among all reasons.
        goes_on: Why there may be no end.
    """
    if not found:
        evaluation.derived(name, NO_END, None, *goes_on)
        return None
    at = Span(min(end.at.earliest for end in found), min(end.at.latest for end in found))
    # By then one end has surely come, so an end that cannot come until later never comes to pass.
    first = [end for end in found if end.at.earliest <= at.latest]
    at_hour = any(end.at_hour for end in first)
    last_day = Days.earliest(end.last_day for end in first)
    because = tuple(dict.fromkeys(end.key for end in first))
    value: Value = at if at_hour else last_day
    key = evaluation.derived(name, END_AT_HOUR if at_hour else END, value, *because)
    instant = None
    if not at_hour:
        ends = Key("ends", name.subject, name.number)
        instant = evaluation.derived(ends, ENDS, at, key, *evaluation.midnight()[1])
    decided = [end.deadline for end in first if end.deadline is not None]
    return End(
        at=at, last_day=last_day, key=key, named=_one_name(first), at_hour=at_hour,
        out_from=Days.earliest(end.first_out() for end in first) if at_hour else None, notice=first[0].notice,
        deadline=decided[-1] if decided else None, instant=instant, premises=because,
        printed=_same([end.printed for end in first]), cause_known=all(end.cause_known for end in first),
        goes_before=_same([end.goes_before for end in first]),
    )  # fmt: skip
