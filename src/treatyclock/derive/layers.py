"""What goes on beside membership: provisional application, suspension, surviving effect."""

from __future__ import annotations

from collections.abc import Sequence

from treatyclock.civil.days import Days
from treatyclock.civil.periods import Period
from treatyclock.derive.case import Case, Span, later
from treatyclock.derive.consent import Consent
from treatyclock.derive.ends import End
from treatyclock.derive.fate import Layer
from treatyclock.derive.reasons import Rule
from treatyclock.law.acts import Act, ActKind
from treatyclock.law.clauses.entry import AppliesTo, ProvisionalApplication
from treatyclock.law.clauses.sunset import Sunset, SunsetFrom
from treatyclock.law.readings import FIRST_DAY, NOTICE_FIRST_DAY
from treatyclock.law.status import Status

PROVISIONAL = Rule(
    "provisional application",
    "the treaty is applied provisionally from {value}",
    "Vienna Convention on the Law of Treaties, art. 25(1)",
)
PROVISIONAL_ENDS = Rule(
    "provisional application ends",
    "provisional application ends with {value}",
    "Vienna Convention on the Law of Treaties, art. 25(2)",
)
SURVIVES = Rule("survives", "its effect survives until {value}", "Vienna Convention on the Law of Treaties, art. 70(1)")
SURVIVES_FOR_EVER = Rule(
    "survives without limit", "its effect survives without limit",
    "Vienna Convention on the Law of Treaties, art. 70(1)",
)  # fmt: skip
SUSPENDED = Rule(
    "suspended",
    "its operation is suspended from {value}, while it stays in force",
    "Vienna Convention on the Law of Treaties, arts. 57 and 72",
)


def provisional(case: Case, party: str, signed: Sequence[Consent]) -> tuple[Layer, ...]:
    """Return the provisional application of a treaty by a State; entry into force ends it without a word."""
    clause = case.record.clause(ProvisionalApplication)
    if clause is None:
        return ()
    declared = case.docket.by(party, [ActKind.PROVISIONAL])
    if declared:
        start, first = case.legal_days(declared[0].effective or declared[0].when()), declared[0]
    elif clause.by is AppliesTo.SIGNATORIES and signed:
        start, first = signed[0].day, signed[0].act
    else:
        return ()
    given = (case.given_clause(clause), case.given_act(first))
    if clause.since is not None:
        start = Days.latest([start, clause.since.days])
    key = case.derived(f"provisional:{party}", PROVISIONAL, start, *given)
    begins, _ = case.start_of(start)
    ends: Span | None = None
    because: tuple[str, ...] = (key,)
    found = []
    last = _last_provisional(case, clause, party, key)
    if last is not None:
        ends, because = last[1], (key, last[2])
        if clause.survives is not None:
            found.append(_surviving(case, f"provisional-survival:{party}", last[0], ends, clause.survives, last[2]))
    return (
        Layer(status=Status.PROVISIONAL, begins=begins, ends=ends, because=because, what="provisional application"),
        *found,
    )


def _last_provisional(
    case: Case, clause: ProvisionalApplication, party: str, key: str
) -> tuple[Days, Span, str] | None:
    """Return its last day, when it ends, and the reason; without a period a notice ends it when it is given."""
    found: list[tuple[Days, Span, tuple[str, ...]]] = []
    if clause.until is not None:
        found.append((clause.until.days, case.end_of(clause.until.days)[0], ()))
    for act in case.docket.by(party, [ActKind.PROVISIONAL_END]):
        day, at = case.legal_days(act.when()), case.happening(act.when())
        keys: tuple[str, ...] = (case.given_act(act),)
        if act.effective is not None:
            day = act.effective.days
            at = case.end_of(day)[0]
        elif clause.notice:
            counts, convention = case.first_day_counts(NOTICE_FIRST_DAY, clause.first_day_counts)
            day, policy = case.last_day(day, clause.notice, first_day_counts=counts)
            at = case.end_of(day)[0]
            keys = (*keys, convention, *policy)
        found.append((day, at, keys))
    if not found:
        return None
    day = Days.earliest(each for each, _, _ in found)
    ends = (min(at[0] for _, at, _ in found), min(at[1] for _, at, _ in found))
    because = tuple(dict.fromkeys(k for each, _, keys in found if each.first <= day.last for k in keys))
    return day, ends, case.derived(f"provisional-end:{party}", PROVISIONAL_ENDS, day, key, *because)


def _surviving(case: Case, name: str, last: Days, begins: Span, lasts: Period, *because: str) -> Layer:
    until, policy = case.last_day(last, lasts, first_day_counts=False)
    key = case.derived(name, SURVIVES, until, *because, *policy)
    ends, _ = case.end_of(until)
    return Layer(status=Status.SURVIVING, begins=begins, ends=ends, because=(key,), what="surviving effect")


def sunset(case: Case, end: End, name: str) -> tuple[Layer, ...]:
    """Return the effect that survives an end."""
    clause = case.record.clause(Sunset)
    if clause is None:
        return ()
    given = case.given_clause(clause)
    key = f"survives:{name}"
    if clause.lasts is None:
        made = case.derived(key, SURVIVES_FOR_EVER, None, given, end.key)
        return (Layer(status=Status.SURVIVING, begins=end.at, ends=None, because=(made,), what="surviving effect"),)
    notice = end.notice if clause.since is SunsetFrom.NOTICE else None
    start = _day_of_end(case, end) if notice is None else case.legal_days(notice.when())
    counts, convention = case.first_day_counts(FIRST_DAY, clause.first_day_counts)
    until, policy = case.last_day(start, clause.lasts, first_day_counts=counts)
    made = case.derived(key, SURVIVES, until, given, end.key, convention, *policy)
    ends, _ = case.end_of(until)
    return (Layer(status=Status.SURVIVING, begins=end.at, ends=ends, because=(made,), what="surviving effect"),)


def _day_of_end(case: Case, end: End) -> Days:
    """Return the day on which an end takes effect: the first one out, where it comes with the end of a day."""
    whole = not end.at_hour or end.at == case.end_of(end.last_day)[0]
    return end.last_day.map(later) if whole else end.last_day


def suspensions(case: Case, parties: Sequence[str], *, of_all: bool = False) -> tuple[Layer, ...]:
    """Return the suspensions of the treaty's operation for some States.

    Law: by clause or by consent (Vienna Convention art. 57); what a State only claims needs a reading that admits it.

    Args:
        case: The case.
        parties: The States.
        of_all: Only what all of them suspend together, rather than any of them.
    """
    kinds = (ActKind.SUSPENSION, ActKind.CLAIMED_SUSPENSION)
    acts = dict.fromkeys(act for party in parties for act in case.docket.by(party, kinds))
    return tuple(_suspension(case, act) for act in acts if not of_all or set(parties) <= set(act.by))


def _suspension(case: Case, act: Act) -> Layer:
    given = case.given_act(act)
    when = act.effective or act.when()
    begins = case.start_of(when.days)[0] if when.wall is None else case.happening(when)
    key = case.derived(f"suspended:{act.id}", SUSPENDED, case.legal_days(when), given, subject=act)
    ends: Span | None = None
    because: tuple[str, ...] = (key,)
    if act.until is not None:
        ends = case.end_of(act.until.days)[0] if act.until.wall is None else case.happening(act.until)
    for again in case.docket.answering(act, ActKind.RESUMPTION):
        back = again.effective or again.when()
        resumed = case.start_of(back.days)[0] if back.wall is None else case.happening(back)
        ends = resumed if ends is None else (min(ends[0], resumed[0]), min(ends[1], resumed[1]))
        because = (*because, case.given_act(again))
    return Layer(status=Status.SUSPENDED, begins=begins, ends=ends, because=because, what="suspension")


def exclusions(case: Case, pair: tuple[str, str]) -> tuple[Layer, ...]:
    """Return the objections that keep the treaty from being in force between two States.

    Law: a treaty may let a party object to an accession, with effect between the two (Apostille Convention, art. 12).
    """
    found = []
    for act in case.docket.of(ActKind.OBJECTION):
        accession = None if act.of is None else case.docket.get(act.of)
        if accession is None:
            continue
        if any(one in act.by and other in accession.by for one, other in (pair, pair[::-1])):
            given = (case.given_act(act), case.given_act(accession))
            begins = case.happening(accession.when())
            ends = None
            if act.until is not None:  # the objection was withdrawn
                ends = case.end_of(act.until.days)[0]
            found.append(
                Layer(
                    status=Status.EXCLUDED, begins=begins, ends=ends, because=given, what="objection to the accession"
                )
            )
    return tuple(found)
