"""How a treaty ends, for all or for one: what an end is, and the ends that no notice brings about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.case import Case, Span, eve, span_text
from treatyclock.derive.entry import AGREES, DIFFERS, Entry
from treatyclock.derive.reasons import Rule
from treatyclock.derive.term import Block, Terms
from treatyclock.derive.worlds import Question
from treatyclock.law.acts import Act, ActKind, Outcome
from treatyclock.law.clauses.exit import TiedTo
from treatyclock.law.clauses.term import Renewal, Review
from treatyclock.law.readings import EFFECT_DAY, FIRST_OUT, NOTICE_FIRST_DAY

GOES_ON = Rule("goes on", "after that term it goes on")
DECIDES = Rule("conference to decide", "a conference is to decide by {value} whether it goes on")
DECIDED_ON = Rule("decided to go on", "by that decision it goes on without a term")
DECIDED_END = Rule("decided to end", "by that decision the treaty ends with {value}")
UNDECIDED_END = Rule("undecided", "no decision is recorded, and without one it may have ended with {value}")
ADMITTED = Rule(
    "admitted",
    "this ends the treaty, {value}",
    "Vienna Convention on the Law of Treaties, art. 73: left open; only this reading admits it",
)
CONSENT = Rule(
    "terminated by consent",
    "by consent of all the treaty ends, {value}",
    "Vienna Convention on the Law of Treaties, art. 54(b)",
)
NO_MEMBER = Rule(
    "no longer a member", "no longer a member, that State ceases to be a party, its last day being {value}"
)
END = Rule("end", "the last day in force is {value}")
END_AT_HOUR = Rule("end at hour", "the end comes {value}")
ENDS = Rule("ends", "with the end of that day it is no longer in force, {value}")
NO_END = Rule("no end", "the record foresees no end")


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One way in which the treaty ends.

    Attributes:
        at: The first instant at which it is no longer in force, or the range it lies in.
        last_day: Its last day in force, or the day in which it ended.
        key: The reason.
        at_hour: Whether it ends at an hour of its own rather than with a day.
        notice: The notice that brought it about, if one did.
    """

    at: Span
    last_day: Days
    key: str
    at_hour: bool = False
    notice: Act | None = None


def ending_with(case: Case, last: Days, key: str, notice: Act | None = None) -> End:
    """Return the end with the end of a day."""
    at, _ = case.end_of(last)
    return End(at=at, last_day=last, key=key, notice=notice)


def ending_at(case: Case, when: Moment, key: str, notice: Act | None = None) -> End:
    """Return the end at the hour at which something happened, or somewhere in its day."""
    return End(at=case.happening(when), last_day=_day_of_last_instant(when), key=key, at_hour=True, notice=notice)


def ending_on(case: Case, when: Moment, said: str | None = None) -> tuple[Days | None, tuple[str, ...]]:
    """Return the last day in force where an end is named as a day, and the conventions used; None for an hour.

    Args:
        case: The case.
        when: The day or the hour.
        said: What the clause says of such a day.
    """
    if when.wall is not None:
        return None, ()
    answer, key = case.convention(EFFECT_DAY, said)
    return (when.days.map(eve) if answer == FIRST_OUT else when.days), (key,)


def _day_of_last_instant(when: Moment) -> Days:
    return when.days if when.wall is None else Days.on((when.wall - timedelta(microseconds=1)).date())


def latest_end(one: End, other: End, key: str) -> End:
    """Return the end that comes with the later of two, where one cannot come before the other."""
    at = (max(one.at[0], other.at[0]), max(one.at[1], other.at[1]))
    last = Days.latest([one.last_day, other.last_day])
    return End(at=at, last_day=last, key=key, at_hour=one.at_hour and at == one.at, notice=one.notice)


def first_end(case: Case, found: Sequence[End], name: str) -> End | None:
    """Join the ends of which one may be the first; the others never come to pass.

    Args:
        case: The case.
        found: The ends.
        name: Names the end among all reasons.
    """
    if not found:
        case.derived(name, NO_END, None, *(key for key in ("goes_on", "anchor", "decision") if key in case.reasons))
        return None
    at = (min(end.at[0] for end in found), min(end.at[1] for end in found))
    first = [end for end in found if end.at[0] <= at[1]]
    at_hour = any(end.at_hour for end in first)
    last_day = Days.earliest(end.last_day for end in first)
    because = tuple(dict.fromkeys(end.key for end in first))
    value: Days | str = span_text(at) if at_hour else last_day
    key = case.derived(name, END_AT_HOUR if at_hour else END, value, *because)
    if not at_hour:
        case.derived(f"{name}:ends", ENDS, span_text(at), key, *case.midnight()[1])
    return End(at=at, last_day=last_day, key=key, at_hour=at_hour, notice=first[0].notice)


def ends_for_all(case: Case, entry: Entry, terms: Terms) -> tuple[End, ...]:
    """Derive every end that comes to the treaty as a whole without a notice."""
    found = [_term_runs_out(case, terms), _review(case, entry)]
    for act in case.docket.of(ActKind.TERMINATION):
        found.append(_named(case, act, f"end:{act.id}", CONSENT, case.given_act(act)))
    if case.record.bilateral:
        found += [_admitted(case, act) for act in case.docket.of(ActKind.WAR, ActKind.REPUDIATION, ActKind.EXTINCTION)]
    return tuple(end for end in found if end is not None)


def ends_for_one(case: Case, party: str) -> tuple[End, ...]:
    """Derive every end that comes to one party alone without a notice."""
    found = []
    if not case.record.bilateral:
        kinds = (ActKind.WAR, ActKind.REPUDIATION, ActKind.EXTINCTION)
        found += [_admitted(case, act) for act in case.docket.by(party, kinds)]
    clause = case.record.clause(TiedTo)
    if clause is not None:
        for act in case.docket.by(party, [ActKind.MEMBERSHIP_END]):
            found.append(_no_longer_member(case, clause, act))
    return tuple(found)


def _term_runs_out(case: Case, terms: Terms) -> End | None:
    if not terms.runs:
        return None
    renewal = case.record.clause(Renewal)
    times, prolonged = terms.renewals
    if times is None or (renewal is not None and renewal.then_indefinite):
        block = terms.block(times or 0)
        given = () if renewal is None else (case.given_clause(renewal),)
        case.derived("goes_on", GOES_ON, None, block.key, *(prolonged or given))
        return None
    return end_of_block(case, terms.block(times))


def end_of_block(case: Case, block: Block) -> End:
    """Return the end with a stretch of the term: with its last day, or at its hour."""
    if block.until is not None:
        at = case.happening(block.until)
        return End(at=at, last_day=_day_of_last_instant(block.until), key=block.key, at_hour=True)
    return ending_with(case, block.last, block.key)


def _review(case: Case, entry: Entry) -> End | None:
    """Follow the decision of a conference; without one the future is open from its day on."""
    clause = case.record.clause(Review)
    if clause is None:
        return None
    by, policy = case.last_day(entry.day, clause.after, first_day_counts=False)
    key = case.derived("review", DECIDES, by, case.given_clause(clause), entry.key, *policy)
    decisions = case.docket.of(ActKind.DECISION)
    if not decisions:
        question = Question(
            key="decision", text="what does the conference decide?", alternatives=("it goes on", "it ends"),
            convention=False,
        )  # fmt: skip
        if case.choices.choose(question) == "it goes on":
            case.derived("decision", GOES_ON, None, key)
            return None
        return ending_with(case, by, case.derived("decision", UNDECIDED_END, by, key))
    act = max(decisions, key=lambda each: case.happening(each.when()))
    given = case.given_act(act)
    if act.until is not None:
        made = case.derived("decision", DECIDED_END, act.until.days, key, given)
        until = act.until if act.until.wall is not None else None
        return end_of_block(case, Block(last=act.until.days, key=made, until=until))
    if act.outcome is Outcome.ENDS:
        return _named(case, act, "decision", DECIDED_END, key, given)
    case.derived("decision", DECIDED_ON, None, key, given)
    return None


def _named(case: Case, act: Act, key: str, rule: Rule, *because: str) -> End:
    """Return the end at the day or hour that an act names for it, or else at its own."""
    when = act.effective or act.when()
    last, keys = ending_on(case, when) if act.effective is not None else (None, ())
    if last is None:
        return ending_at(case, when, case.derived(key, rule, span_text(case.happening(when)), *because, subject=act))
    return ending_with(case, last, case.derived(key, rule, last, *because, *keys, subject=act))


def _admitted(case: Case, act: Act) -> End:
    at = span_text(case.happening(act.when()))
    key = case.derived(f"end:{act.id}", ADMITTED, at, "reading", case.given_act(act), subject=act)
    return ending_at(case, act.when(), key)


def _no_longer_member(case: Case, clause: TiedTo, act: Act) -> End:
    given = (case.given_clause(clause), case.given_act(act))
    name = f"end:{act.id}"
    if clause.grace:
        counts, convention = case.first_day_counts(NOTICE_FIRST_DAY, clause.first_day_counts)
        last, policy = case.last_day(
            case.legal_days(act.effective or act.when()), clause.grace, first_day_counts=counts
        )
        key = case.derived(name, NO_MEMBER, last, *given, convention, *policy, subject=act)
        end = ending_with(case, last, key)
    else:
        end = _named(case, act, name, NO_MEMBER, *given)
    if act.recorded is None:
        return end
    on_record, keys = ending_on(case, act.recorded)
    last = act.recorded.days if on_record is None else on_record
    rule = AGREES if end.last_day == last else DIFFERS
    return ending_with(case, last, case.derived(f"{name}:recorded", rule, last, end.key, *keys, subject=act))
