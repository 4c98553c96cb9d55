"""What changes the effect of a notice: dates named or recorded, agreements, conflicts, second thoughts."""

from __future__ import annotations

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.case import Case, later, span_text
from treatyclock.derive.ends import End, ending_at, ending_on, ending_with, latest_end
from treatyclock.derive.entry import AGREES, DIFFERS
from treatyclock.derive.exit.notice import Notice
from treatyclock.derive.reasons import Rule
from treatyclock.law.acts import Act, ActKind
from treatyclock.law.readings import NOTICE_CLOCK, NOTICE_FIRST_DAY
from treatyclock.truth import Truth

NAMED = Rule("named date", "the notice names a later date, so the end comes {when}")
MOVED = Rule("end moved", "by agreement the end moves: it comes {when}")
STOPPED = Rule("notice suspended", "the notice was suspended before it took effect, and has none while it is")
RESUMED = Rule("notice resumed", "the notice was taken up again, and by it the last day in force is {value}")
STAYED = Rule("notice stayed", "a conflict goes on in which that State is engaged, so the notice has no effect yet")
STAYED_UNTIL = Rule(
    "notice stayed until", "it has no effect before the conflict is over, so the last day in force is {value}"
)
_TAKEN_BACK = "Vienna Convention on the Law of Treaties, art. 68"
RESCINDED = Rule("rescinded", "the notice was taken back before it took effect, so it has none", _TAKEN_BACK)
RESCINDED_LATE = Rule(
    "rescinded late", "the notice had taken effect before it was taken back, so it stands", _TAKEN_BACK
)


def _ending(case: Case, notice: Notice, when: Moment, name: str, rule: Rule, *because: str) -> End:
    """Return the end at a day or an hour that is named for it."""
    last, keys = ending_on(case, when, notice.effect_day)
    if last is None:
        at = span_text(case.happening(when))
        return ending_at(case, when, case.derived(name, rule, at, *because, subject=notice.act), notice.act)
    return ending_with(case, last, case.derived(name, rule, last, *because, *keys, subject=notice.act), notice.act)


def _answers(case: Case, notice: Notice, kind: ActKind) -> tuple[Act, ...]:
    """Return what was done about a notice by those whose notice it is: of several each acts for itself alone."""
    return tuple(act for act in case.docket.answering(notice.act, kind) if set(act.by) & set(notice.of))


def named(case: Case, notice: Notice, end: End) -> End | None:
    """A later date that the notice names itself; an earlier one changes nothing."""
    if notice.act.effective is None:
        return end
    at_named = _ending(case, notice, notice.act.effective, f"{notice.name}:named", NAMED, end.key)
    return end if at_named.at[1] <= end.at[0] else latest_end(at_named, end, at_named.key)


def recorded(case: Case, notice: Notice, end: End) -> End | None:
    """The date that the depositary recorded goes before the count, and is compared with it."""
    on_record = notice.act.recorded
    if on_record is None:
        return end
    last, _ = ending_on(case, on_record, notice.effect_day)
    rule = AGREES if end.last_day == (on_record.days if last is None else last) else DIFFERS
    return _ending(case, notice, on_record, f"{notice.name}:recorded", rule, end.key)


def moved(case: Case, notice: Notice, end: End) -> End | None:
    """An end put off or brought forward by agreement before it came (as under art. 50 of the Treaty on EU)."""
    acts = (*case.docket.answering(notice.act, ActKind.NOTICE_EXTENDED),
            *case.docket.answering(notice.act, ActKind.EXIT_AGREED))  # fmt: skip
    for act in sorted(acts, key=lambda each: case.happening(each.dated)):
        to = act.until or act.effective
        if to is not None and _before(case, act, notice, end):
            given = case.given_act(act)
            name = f"{notice.name}:{act.id}"
            if to.wall is None and act.until is not None:  # up to a day is up to its end
                key = case.derived(name, MOVED, to.days, end.key, given, subject=notice.act)
                end = ending_with(case, to.days, key, notice.act)
            else:
                end = _ending(case, notice, to, name, MOVED, end.key, given)
    return end


def _before(case: Case, act: Act, notice: Notice, end: End) -> bool:
    """Tell whether an act was done before the notice took effect; a date by the last day in force was."""
    when = act.when(notice.clause.runs_from)
    if when.wall is None and not when.zones and not end.at_hour:
        truth = when.days.not_after(end.last_day)  # two dates without a clock compare as printed
    else:
        first, last = case.happening(when)
        truth = Truth.YES if last < end.at[0] else Truth.NO if first >= end.at[1] else Truth.UNKNOWN
    fact = f"{act.id} before {notice.label} took effect"
    return case.choices.settle(truth, fact, f"was {fact}?")


def suspended(case: Case, notice: Notice, end: End) -> End | None:
    """A notice suspended before its effect; resumed, its clock goes on or begins anew, which is contested."""
    for act in _answers(case, notice, ActKind.NOTICE_SUSPENDED):
        if not _before(case, act, notice, end):
            continue
        name, given = f"{notice.name}:{act.id}", case.given_act(act)
        resumed = _answers(case, notice, ActKind.NOTICE_RESUMED)
        if not resumed:
            case.derived(name, STOPPED, False, end.key, given, subject=act)
            return None
        again = resumed[0]
        answer, key = case.convention(NOTICE_CLOCK, None)
        start = case.legal_days(again.when(notice.clause.runs_from))
        if answer == "goes on":
            stopped = case.legal_days(act.when(notice.clause.runs_from))
            last = Days(
                first=later(start.first, max(0, (end.last_day.first - stopped.last).days)),
                last=later(start.last, max(0, (end.last_day.last - stopped.first).days)),
            )
        else:
            counts, _ = case.first_day_counts(NOTICE_FIRST_DAY, notice.clause.first_day_counts)
            last, _ = case.last_day(start, notice.clause.notice, first_day_counts=counts)
        because = (end.key, given, case.given_act(again), key)
        end = ending_with(case, last, case.derived(name, RESUMED, last, *because, subject=act), notice.act)
    return end


def stayed(case: Case, notice: Notice, end: End) -> End | None:
    """No effect while the State that left is engaged in a conflict (Geneva Conventions, art. 63/62/142/158)."""
    if not notice.clause.stay:
        return end
    for party in notice.of:
        conflicts = case.docket.by(party, [ActKind.CONFLICT])
        for conflict in sorted(conflicts, key=lambda act: case.happening(act.when())):
            if case.happening(conflict.when())[0] >= end.at[1]:
                continue
            given = case.given_act(conflict)
            over = case.docket.answering(conflict, ActKind.CONFLICT_END)
            name = f"{notice.name}:{conflict.id}"
            if not over:
                case.derived(name, STAYED, False, end.key, given, subject=notice.act)
                return None
            if case.happening(over[0].when())[1] >= end.at[0]:
                day = case.legal_days(over[0].when())
                last = Days.latest([day, end.last_day])
                key = case.derived(
                    name, STAYED_UNTIL, last, end.key, given, case.given_act(over[0]), subject=notice.act
                )
                end = latest_end(end, ending_with(case, day, key, notice.act), key)
    return end


def rescinded(case: Case, notice: Notice, end: End) -> bool:
    """Tell whether a notice was taken back before it took effect (Vienna Convention art. 68)."""
    for act in _answers(case, notice, ActKind.RESCISSION):
        in_time = _before(case, act, notice, end)
        rule = RESCINDED if in_time else RESCINDED_LATE
        name = f"rescission:{act.id}{notice.label.removeprefix(notice.act.id)}"
        case.derived(name, rule, in_time, end.key, case.given_act(act), subject=act)
        if in_time:
            return True
    return False
