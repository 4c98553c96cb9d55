"""Notices where several parties stand on a side: given by all of them who were parties, or by some only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from treatyclock.derive.consent.consent import agreed
from treatyclock.derive.consent.taken_back import gone_by
from treatyclock.derive.counting.delays import last_day_by_notice
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.tied_to import out_by_then
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.entry.presupposed import day_of_consent
from treatyclock.derive.exit.in_spite import in_spite_of_the_clause
from treatyclock.derive.exit.rules import rule_of
from treatyclock.derive.parties.not_on_record import consent_not_on_record
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import NoticeJudged
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN
from treatyclock.law.acts.events import MEMBERSHIP_END
from treatyclock.law.acts.exit import RESCISSION
from treatyclock.law.clauses.side import Side
from treatyclock.law.conventions.exit import NOTICE_OF_SOME, WITHOUT_EFFECT
from treatyclock.law.coverage import Missing
from treatyclock.law.sides import side_of
from treatyclock.law.vocabulary import LEAVING, NOTICES
from treatyclock.truth import Truth

OF_SOME = Rule(
    "notice of some",
    "others on that side were parties and gave no notice with it, so the notice has no effect",
    "Vienna Convention on the Law of Treaties, art. 54(a): a side leaves as the treaty provides, by all on it",
)


def notices_since(evaluation: Evaluation, party: str, before: End | None) -> tuple[Act, ...]:
    """Return a State's notices since an earlier period of being a party."""
    notices = evaluation.acts.by(party, NOTICES)
    return tuple(act for act in notices if before is None or act.when().days.first > before.last_day.last)


def of_some(evaluation: Evaluation, act: Act, party: str, entry: Entry | None = None) -> NoticeJudged | None:
    """Return that a notice has no effect since only some on a side gave it; None where it has that of any notice.

    Args:
        evaluation: The evaluation.
        act: The notice.
        party: One of those who gave it.
        entry: The treaty's entry into force; None where none is known.
    """
    side = shared_side(evaluation, party)
    if side is None or missing(evaluation, side, act, entry) is Truth.NO:
        return None
    answer, convention = evaluation.ask(NOTICE_OF_SOME, side)
    if answer != WITHOUT_EFFECT or _by_all(evaluation, side, act, entry):
        return None
    because = (evaluation.given_clause(side), evaluation.given_act(act), convention)
    return judged_without_effect(evaluation, act, party, OF_SOME, because)


def judged_without_effect(
    evaluation: Evaluation, act: Act, party: str, rule: Rule, because: tuple[Key, ...]
) -> NoticeJudged:
    """Note that a notice has no effect for a State, since its side did not give it; return that.

    Args:
        evaluation: The evaluation.
        act: The notice.
        party: The State.
        rule: The rule that decided.
        because: The premises.
    """
    name = Key("notice", act.id if act.by == (party,) else f"{act.id} for {party}")
    key = evaluation.derived(name, rule, False, *because, told=True)
    end = in_spite_of_the_clause(evaluation, act, key)
    conclusion = key if end is None else end.key
    found = NoticeJudged(
        act=act,
        of=(party,),
        rule=rule,
        value=False,
        end=end,
        clause=None,
        missed=None,
        conclusions=(conclusion,),
    )
    evaluation.note(key, found)
    return found


def given_together(
    evaluation: Evaluation, party: str, before: End | None, entry: Entry | None = None
) -> tuple[Act, ...]:
    """Return the notice with which all on a side have given notice by acts of their own, if that is one of the side.

    No rule says whether notices that are given apart are together one of the side.

    Args:
        evaluation: The evaluation.
        party: A State on that side.
        before: The end of the State's period before this one; None for its first.
        entry: The treaty's entry into force; None where none is known.
    """
    side = shared_side(evaluation, party)
    if side is None:
        return ()
    several = dict.fromkeys(
        act
        for each in side.parties
        for act in notices_since(evaluation, each, before)
        if bound_then(evaluation, each, act)
        is not Truth.NO  # before it had consented, it had nothing to give notice of
    )
    left = [each for act in several if (each := left_of(evaluation, side, act)) is not None]
    done = sorted(left, key=lambda act: evaluation.happening(act.when()))
    for number, last in enumerate(done):
        so_far = done[: number + 1]
        together = tuple(dict.fromkeys(each for act in so_far for each in act.by if each in side.parties))
        joint = replace(last, by=together)
        if party not in together or missing(evaluation, side, joint, entry) is Truth.YES:
            continue
        if any(missing(evaluation, side, act, entry) is Truth.NO for act in so_far):
            continue
        # Where a notice of some ends it for them, each has left by its own.
        if evaluation.ask(NOTICE_OF_SOME, side)[0] != WITHOUT_EFFECT:
            return ()
        if any(_by_all(evaluation, side, act, entry) for act in so_far):
            continue
        if not _by_all(evaluation, side, joint, entry):
            continue
        ids = " and ".join(act.id for act in so_far)
        fact = f"{ids} to be one notice of their side"
        text = f"are {ids}, given apart by all on their side, together one notice of it?"
        evaluation.given_act(last)  # as it was done, whoever it stands for here
        return (joint,) if evaluation.settle(Truth.UNKNOWN, fact, text, about=tuple(so_far)) else ()
    return ()


def left_of(evaluation: Evaluation, side: Side, act: Act) -> Act | None:
    """Return a notice as that of those on a side who did not take back their part in time; None where all did.

    What is left of it is then a notice of some. In time it surely was while the period of the notice ran.
    """
    back = evaluation.acts.answering(act, RESCISSION)
    if not back:
        return act
    rule, _ = rule_of(evaluation, act, act.by)
    if rule is None:
        return act
    period = evaluation.going_by(rule)
    last = last_day_by_notice(period, evaluation.legal_days(act.when()), rule.notice, rule)[0] if rule.notice else None
    in_time = [
        each for each in back if last is not None and evaluation.legal_days(each.when()).not_after(last) is Truth.YES
    ]
    fallen = {party for each in in_time for party in each.by} & set(side.parties)
    by = tuple(party for party in act.by if party not in fallen)
    return act if by == act.by else replace(act, by=by) if by else None


def shared_side(evaluation: Evaluation, party: str) -> Side | None:
    """Return the side on which a party stands with others; None where it stands alone."""
    side = side_of(evaluation.record, party)
    return None if side is None or len(side.parties) == 1 else side


def _by_all(evaluation: Evaluation, side: Side, act: Act, entry: Entry | None) -> bool:
    """Tell whether all on a side gave a notice that were parties then."""
    fact = f"{act.id} given by all on its side that were parties"
    return evaluation.settle(~missing(evaluation, side, act, entry), fact, f"was {fact}?", about=(act,))


def missing(evaluation: Evaluation, side: Side, act: Act, entry: Entry | None = None) -> Truth:
    """Tell whether others on a side were parties when a notice was given, and did not give it.

    Args:
        evaluation: The evaluation.
        side: The side.
        act: The notice.
        entry: The treaty's entry into force; where none is known, it is open what a consent taken back comes to.
    """
    found = Truth.NO
    for party in side.parties:
        if party not in act.by:
            found |= _a_party(evaluation, side, party, act, entry)
    return found


def bound_then(evaluation: Evaluation, party: str, act: Act) -> Truth:
    """Tell whether a State had consented when a notice was given."""
    day = evaluation.legal_days(act.when())
    bound = Truth.NO
    for consent in agreed(evaluation, party):
        bound |= day_of_consent(evaluation, consent, party).not_after(day)
    since = consent_not_on_record(evaluation, party)
    return bound | Truth.UNKNOWN if since is not None and since <= day.last else bound


def _a_party(evaluation: Evaluation, side: Side, party: str, act: Act, entry: Entry | None) -> Truth:
    """Tell whether a State had consented when a notice was given, and had done nothing by which it may have left."""
    day, bound = evaluation.legal_days(act.when()), bound_then(evaluation, party, act)
    exits = [
        each
        for each in evaluation.acts.by(party, (CONSENT_WITHDRAWN, *LEAVING))
        if each.id != act.id and evaluation.legal_days(each.when()).first <= day.last
    ]
    if entry is not None and exits and _all_taken_back(evaluation, party, act, entry):
        return Truth.NO
    over = [each for each in exits if each.kind == MEMBERSHIP_END]
    when = evaluation.happening(act.when())
    out = [out_by_then(evaluation, each, party, when) for each in over]
    perhaps = evaluation.record.coverage.lacks(Missing.EXIT, party) or any(
        _may_end(evaluation, side, each) for each in exits if each not in over
    )
    if not perhaps and Truth.YES in out and not _consents_since(evaluation, party, over):
        return Truth.NO
    return bound & Truth.UNKNOWN if perhaps or any(each is not Truth.NO for each in out) else bound


def _all_taken_back(evaluation: Evaluation, party: str, act: Act, entry: Entry) -> bool:
    """Tell whether all consents that a State may have given by a notice were taken back before the entry into force."""
    if not evaluation.acts.by(party, (CONSENT_WITHDRAWN,)) or consent_not_on_record(evaluation, party) is not None:
        return False
    day = evaluation.legal_days(act.when())
    given = [each for each in agreed(evaluation, party) if each.day.not_after(day) is not Truth.NO]
    return all(gone_by(evaluation, each, party, entry.day) is Truth.YES for each in given)


def _consents_since(evaluation: Evaluation, party: str, over: Sequence[Act]) -> bool:
    """Tell whether a State may have consented after one of its memberships had ended, and be a party anew."""
    first = min(evaluation.legal_days(each.when()).first for each in over)
    return consent_not_on_record(evaluation, party) is not None or any(
        each.day.last >= first for each in agreed(evaluation, party)
    )


def _may_end(evaluation: Evaluation, side: Side, act: Act) -> bool:
    """Tell whether an act may have ended it for its authors: a notice by some on a side may not, as the text has it."""
    still = left_of(evaluation, side, act) if act.kind.is_notice else act
    if still is not None and (not act.kind.is_notice or set(side.parties) <= set(still.by)):
        return True
    return evaluation.ask(NOTICE_OF_SOME, side)[0] != WITHOUT_EFFECT
