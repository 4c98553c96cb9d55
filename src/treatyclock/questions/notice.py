"""Has a notice an effect, is it in time, which days follow, and if it has none, why."""

from __future__ import annotations

from treatyclock.answers.notice import NoticeAnswer, NoticeOutcome
from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.deferred import Deferred
from treatyclock.derive.histories.life import Life
from treatyclock.derive.inverse.dated import Dated, LastAndOut
from treatyclock.derive.inverse.exits_tried import exit_by
from treatyclock.derive.inverse.notice_result import NoticeCause, NoticeReason
from treatyclock.derive.reasoning.argument import argument
from treatyclock.derive.reasoning.evaluation import READING
from treatyclock.derive.reasoning.worlds import outcomes
from treatyclock.law.subjects import Subject
from treatyclock.questions.deadlines import where_known
from treatyclock.truth import Truth

_NOTHING_KNOWN = NoticeOutcome(
    effect=Truth.UNKNOWN, in_time=None, last_day=None, first_day_out=None,
    reason=NoticeReason(cause=NoticeCause.NOTHING_KNOWN),
)  # fmt: skip


def notice(life: Life, subject: Subject, on: Moment, *, grounds: bool) -> NoticeAnswer:
    """Answer what a notice comes to that a State gives on a day.

    Args:
        life: The life under the reading that is asked for.
        subject: Who gives it.
        on: Its date.
        grounds: Whether it states the grounds that the clause may require.
    """
    worlds = life.work_out(where_known(exit_by(subject.party, on, None, grounds=grounds)))
    keys = tuple(dict.fromkeys((READING, *(root for world in worlds for root in world.result.roots))))
    return NoticeAnswer(
        on=on,
        outcomes=outcomes(worlds, _outcome),
        last_days=outcomes(worlds, lambda found: _day(_outcome(found).last_day)),
        first_days_out=outcomes(worlds, lambda found: _day(_outcome(found).first_day_out)),
        reasons=outcomes(worlds, lambda found: _outcome(found).reason),
        record=life.record,
        subject=subject,
        reading=life.reading,
        known_as_of=life.known_as_of,
        why=Deferred(lambda: argument(worlds, keys)),
    )


def _day(day: Days | None) -> tuple[str, ...]:
    return () if day is None else (str(day),)


def _outcome(found: Dated) -> NoticeOutcome:
    if found.days is None:
        return _NOTHING_KNOWN
    result = found.notice
    assert result is not None
    days = next((each for each in found.days if isinstance(each, LastAndOut)), None)
    return NoticeOutcome(
        effect=result.effect,
        in_time=result.in_time,
        last_day=None if days is None else days.last,
        first_day_out=None if days is None else days.out,
        reason=result.reason,
    )
