"""A first notice, which some clauses ask for some time before the notice that ends the treaty.

Law: a State leaves as the treaty provides (Vienna Convention art. 54(a)). The clause binds once the treaty is in force
(art. 24), so a first notice before that is none; and a State that was out in between begins anew. It may take a first
notice back (art. 68). Whether one first notice serves for two notices that end the treaty, no rule says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from treatyclock.civil.days import EARLIEST, Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.counting.date_that_counts import date_that_counts
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.exit.addressees import releases_all
from treatyclock.derive.exit.notice import BY_CLAUSE, Notice, NoticeEffect, without_effect
from treatyclock.derive.exit.of_a_side import missing
from treatyclock.derive.parties.not_on_record import why_open
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import later
from treatyclock.law.acts.act import Act, ActDate, Hypothesis
from treatyclock.law.acts.exit import FIRST_NOTICE, RESCISSION
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.clauses.exit_times import FirstNotice
from treatyclock.law.conventions.first_days import FIRST_NOTICE_FIRST_DAY
from treatyclock.law.coverage import Missing
from treatyclock.law.sides import side_of
from treatyclock.law.vocabulary import NOTICES
from treatyclock.truth import Truth

READY = Rule(
    "after a first notice",
    "after the first notice, the notice that ends the treaty can be given from {value} on",
    BY_CLAUSE,
)
NO_FIRST_NOTICE = Rule(
    "no first notice", "no first notice was given in time before the notice, so the notice has no effect", BY_CLAUSE
)
NONE_YET = Rule("no first notice yet", "there is no first notice, and without one no notice has an effect", BY_CLAUSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """From when a notice can be given after a first one.

    Attributes:
        act: The first notice.
        of: Those of its authors whose first notice is asked about.
        when: The date of it that counts.
        which: Which of its dates that is.
        day: The first day for the notice.
        key: The reason.
    """

    act: Act
    of: tuple[str, ...]
    when: Moment
    which: ActDate
    day: Days
    key: Key


def after_the_first(evaluation: Evaluation, notice: Notice) -> Notice | NoticeEffect:
    """Return a notice with the first notice that it rests on; or its lack of effect, where there is none."""
    asks = notice.clause.first_notice
    if asks is None or notice.resumed is not None:  # one that is taken up again had its first notice when it was given
        return notice
    # What all on a side gave together is one notice, to which a first one is a step for all of them or for nobody.
    whole = replace(notice, of=notice.act.by) if _of_a_whole_side(evaluation, notice) else notice
    found = [
        (each, _serves(evaluation, each, whole))
        for each in ready(evaluation, notice.clause, asks, _whose(evaluation, notice), notice.which)
    ]
    # One that surely serves leaves nothing to ask about the others.
    for each, serves in sorted(found, key=lambda pair: pair[1] is not Truth.YES):
        text = f"does {each.act.id} count as the first notice before {whole.label}?"
        about = (each.act, notice.act)
        if evaluation.settle(serves, f"{each.act.id} as first notice before {whole.label}", text, about=about):
            return replace(notice, given=(*notice.given, each.key))
    if _may_be_lacking(evaluation, notice, asks):
        return notice
    return without_effect(evaluation, notice, NO_FIRST_NOTICE, *(each.key for each, _ in found))


def first_ready(
    evaluation: Evaluation, clause: Denunciation, entry: Entry, party: str | None
) -> tuple[Days | None, Key]:
    """Return the first day on which a notice may follow a first notice on record, and the reason; None for no day.

    Args:
        evaluation: The evaluation.
        clause: The clause, which asks for a first notice.
        entry: The entry into force for the State.
        party: The State; None for any where one notice ends it for all, and for one that nobody names elsewhere.
    """
    assert clause.first_notice is not None
    of, firsts = _any_of(evaluation) if party is None else (party,), evaluation.acts.of(FIRST_NOTICE)
    which = date_that_counts(evaluation, clause, firsts[0])[0] if firsts else ActDate.RECEIVED
    for each in ready(evaluation, clause, clause.first_notice, of, which):
        serves = _begun(evaluation, each, entry) & ~_by_all(_taken_back(evaluation, each, each.day))
        text = f"is {each.act.id} a first notice that stands?"
        if evaluation.settle(serves, f"{each.act.id} as first notice", text, about=(each.act,)):
            return each.day, each.key
    return None, evaluation.derived(
        Key("no first notice", party or ""), NONE_YET, None, evaluation.given_clause(clause)
    )


def ready(
    evaluation: Evaluation, clause: Denunciation, asks: FirstNotice, of: Sequence[str], which: ActDate
) -> list[Ready]:
    """Return from when a notice can be given after each first notice of some States, in the order of these days.

    Args:
        evaluation: The evaluation.
        clause: The clause.
        asks: What it asks of a first notice.
        of: The States.
        which: Which date of a notice counts: one for both steps.
    """
    found = []
    for act in evaluation.acts.of(FIRST_NOTICE):
        whose = tuple(party for party in act.by if party in of)
        if not whose:
            continue
        start, act_day = evaluation.counted_from(act.when(which))
        over, policy = evaluation.last_day(start, asks.before, Denunciation, first_day_counts=False)
        counts, convention = evaluation.first_day_counts(FIRST_NOTICE_FIRST_DAY, clause)
        # As in a lock-in: the day of the same number is the first free one where the first day counts.
        day = over if counts else over.map(later)
        given = (evaluation.given_clause(clause), evaluation.given_act(act))
        key = evaluation.derived(Key("after a first notice", act.id), READY, day, *given, *act_day, convention, *policy)
        found.append(Ready(act=act, of=whose, when=act.when(which), which=which, day=day, key=key))
    return sorted(found, key=lambda each: (each.day.first, each.day.last, each.act.id))


def _whose(evaluation: Evaluation, notice: Notice) -> Sequence[str]:
    """Return those of whom one must have given the first notice."""
    if notice.act.hypothetical is Hypothesis.ANY_PARTY:
        return _any_of(evaluation)
    return _of_a_whole_side(evaluation, notice) or notice.of


def _of_a_whole_side(evaluation: Evaluation, notice: Notice) -> Sequence[str]:
    """Return those on a side if a notice is one of all of them who were parties; nobody elsewhere."""
    side = side_of(evaluation.record, notice.of[0]) if len(notice.of) == 1 else None
    if side is None or len(side.parties) == 1 or missing(evaluation, side, notice.act) is not Truth.NO:
        return ()
    return side.parties


def _any_of(evaluation: Evaluation) -> Sequence[str]:
    """Return as whose a notice counts of which no author is named: anybody's, where one notice ends it for all."""
    return [party.id for party in evaluation.record.parties] if releases_all(evaluation.record) else ()


def _serves(evaluation: Evaluation, first: Ready, notice: Notice) -> Truth:
    """Tell whether a first notice is the first step to a notice."""
    serves = evaluation.from_start_of(notice.when, first.day)[0] & _begun(evaluation, first, notice.entry)
    back = _taken_back(evaluation, first, evaluation.legal_days(notice.when))
    serves &= ~_by_all(back)
    of_some = Truth.any_of(back) is not Truth.NO or not _by_its_side(evaluation, first)
    if serves is Truth.YES and (_used(evaluation, first, notice) or of_some):
        return Truth.UNKNOWN
    return serves


def _begun(evaluation: Evaluation, first: Ready, entry: Entry) -> Truth:
    """Tell whether a first notice was given once the treaty was in force for who gave it."""
    return evaluation.from_start_of(first.when, entry.day)[0]


def _taken_back(evaluation: Evaluation, first: Ready, day: Days) -> Sequence[Truth]:
    """Tell of each whose notice is asked about whether it had taken a first notice back before a day."""
    back = dict.fromkeys(first.of, Truth.NO)
    for act in evaluation.acts.answering(first.act, RESCISSION):
        then = evaluation.legal_days(act.when(first.which))
        before = ~day.not_after(then)
        if before is Truth.NO and then.not_after(day) is not Truth.NO:  # of one day: which came first, it does not tell
            before = Truth.UNKNOWN
        for party in set(act.by) & set(back):
            back[party] |= before
    return list(back.values())


def _by_all(back: Sequence[Truth]) -> Truth:
    return ~Truth.any_of(~each for each in back)


def _used(evaluation: Evaluation, first: Ready, notice: Notice) -> bool:
    """Tell whether another notice may have come after a first one and before this one."""
    day = evaluation.legal_days(notice.when)
    others = [act for act in evaluation.acts.of(*NOTICES) if act != notice.act and set(act.by) & set(first.of)]
    times = [evaluation.legal_days(act.when(notice.which)) for act in others]
    return any(first.day.not_after(each) is not Truth.NO and each.not_after(day) is not Truth.NO for each in times)


def _by_its_side(evaluation: Evaluation, first: Ready) -> bool:
    """Tell whether a first notice is that of all on the side of one of its authors; of some, no rule says."""
    sides = [side_of(evaluation.record, party) for party in first.of]
    return any(side is None or set(side.parties) <= set(first.act.by) for side in sides)


def _may_be_lacking(evaluation: Evaluation, notice: Notice, asks: FirstNotice) -> bool:
    """Ask whether a first notice was given that the record may lack."""
    record, day = evaluation.record, evaluation.legal_days(notice.when)
    for party in _whose(evaluation, notice):
        since = record.coverage.lacks_from(Missing.EXIT, party)
        if since is None:
            continue
        if since > EARLIEST:
            over, _ = evaluation.last_day(Days.on(since), asks.before, Denunciation, first_day_counts=False)
            if over.first > day.last:
                continue
        text = f"was a first notice given before {notice.label}, though it is not on record?"
        why = why_open(record, Missing.EXIT, party)
        return evaluation.lacking(f"first notice before {notice.label}", f"{text} {why}")
    return False
