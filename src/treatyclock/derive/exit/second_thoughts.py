"""What is done about a notice after it was given, in the order of time: moved, suspended, resumed, taken back."""

from __future__ import annotations

from collections.abc import Callable

from treatyclock.derive.counting.order import in_order
from treatyclock.derive.end.end import End
from treatyclock.derive.exit.changes import before, moved, stayed
from treatyclock.derive.exit.notice import Notice, NoticeEffect
from treatyclock.derive.exit.taken_up import Running, running, taken_up
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import Rescission
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.term.term import Terms
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.exit import EXIT_AGREED, NOTICE_EXTENDED, NOTICE_RESUMED, NOTICE_SUSPENDED, RESCISSION

_TAKEN_BACK = "Vienna Convention on the Law of Treaties, art. 68"
STOPPED = Rule(
    "notice suspended", "the notice was suspended before it took effect, and it has no effect while it is suspended"
)
RESCINDED = Rule("rescinded", "the notice was taken back before it took effect, so it has no effect", _TAKEN_BACK)
RESCINDED_LATE = Rule(
    "rescinded late", "the notice had taken effect before it was taken back, so the notice stands", _TAKEN_BACK
)
_BY_AGREEMENT = (NOTICE_EXTENDED, EXIT_AGREED)
_BY_ITS_AUTHORS = (NOTICE_SUSPENDED, NOTICE_RESUMED, RESCISSION)


def reconsidered(
    evaluation: Evaluation,
    terms: Terms,
    notice: Notice,
    *,
    effect: NoticeEffect,
    end: End,
    given_on: Callable[[Notice], NoticeEffect],
) -> End | Key:
    """Return the end after all that was done about a notice, or the conclusion by which it has no effect.

    Each act counts only if it was done before the notice took effect, and a notice takes none while it is suspended or
    while a conflict stays it. A suspension of what is suspended changes nothing, nor does a resumption of what runs.

    Args:
        evaluation: The evaluation.
        terms: The treaty's term.
        notice: The notice.
        effect: What the clause makes of it.
        end: The end that it brings so far.
        given_on: Works out what the clause makes of a notice of another day.
    """
    runs, stopped = running(notice, effect, end), None
    for act in _acts(evaluation, notice):
        in_time = stopped is not None or _in_time(evaluation, act, notice, runs.end)
        if act.kind == RESCISSION:
            sleeps = () if stopped is None else (_stopped(evaluation, notice, runs.end, stopped),)
            if (key := _taken_back(evaluation, act, notice, runs.end, *sleeps, in_time=in_time)) is not None:
                return key
        elif act.kind == NOTICE_RESUMED:
            if stopped is not None:
                again = taken_up(evaluation, terms, notice, runs, acts=(stopped, act), given_on=given_on)
                if isinstance(again, Key):
                    return again
                runs, stopped = again, None
        elif not in_time:
            continue
        elif act.kind == NOTICE_SUSPENDED:
            stopped = stopped or act
        else:
            agreed = moved(evaluation, notice, runs.end, act)
            runs = Running(end=agreed, due=agreed.last_day, by=None)
    if stopped is not None:
        return _stopped(evaluation, notice, runs.end, stopped)
    return stayed(evaluation, notice, runs.end)


def _acts(evaluation: Evaluation, notice: Notice) -> tuple[Act, ...]:
    """Return what was done about a notice; of several who gave it together each acts for itself alone."""
    answering = evaluation.acts.answering
    agreed = [act for kind in _BY_AGREEMENT for act in answering(notice.act, kind)]
    own = [act for kind in _BY_ITS_AUTHORS for act in answering(notice.act, kind) if set(act.by) & set(notice.of)]
    return in_order(evaluation, (*agreed, *own), notice.which)


def _in_time(evaluation: Evaluation, act: Act, notice: Notice, end: End) -> bool:
    """Tell whether an act was done before the notice took effect, which it does not while a conflict stays it."""
    if act.kind == NOTICE_RESUMED:
        return True  # it answers a suspension, whatever the notice would have come to without that one
    due = stayed(evaluation.aside(), notice, end)
    return not isinstance(due, End) or before(evaluation, act, notice, due)


def _stopped(evaluation: Evaluation, notice: Notice, end: End, act: Act) -> Key:
    name, given = notice.about("suspended", act), evaluation.given_act(act)
    return evaluation.derived(name, STOPPED, False, end.key, given, told=True)


def _taken_back(evaluation: Evaluation, act: Act, notice: Notice, end: End, *because: Key, in_time: bool) -> Key | None:
    key = Key("rescission", act.id if notice.whole else f"{act.id} for {', '.join(notice.of)}")
    evaluation.note(key, Rescission(act=act, in_time=in_time, last_day=end.last_day))
    rule = RESCINDED if in_time else RESCINDED_LATE
    evaluation.derived(key, rule, in_time, end.key, *because, evaluation.given_act(act), told=True)
    return key if in_time else None
