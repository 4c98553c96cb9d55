"""Whom a notice releases: its author, all, or its author from those alone whom it reached.

A notice that reached some of the other parties only has its effect between its author and these.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from treatyclock.derive.consent.consent import consent_kinds
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import first_end, latest_end
from treatyclock.derive.histories.history import Membership
from treatyclock.derive.parties.not_listed import perhaps_others
from treatyclock.derive.parties.not_on_record import consent_not_on_record, why_open
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.exit import RESCISSION
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.clauses.exit import Denunciation, EndsFor
from treatyclock.law.coverage import Missing
from treatyclock.law.record import Record
from treatyclock.law.sides import has_sides, same_side
from treatyclock.law.vocabulary import LEAVING, NOTICES
from treatyclock.truth import Truth

PeriodsOf = Callable[[Evaluation, str], Sequence[Membership]]
"""Works out the periods for which a State is a party."""

REACHED_ALL = Rule(
    "all reached",
    "by these notices, each to some of the others, the State is out with all of them, and its end comes {when}",
    "Vienna Convention on the Law of Treaties, art. 78: a notice is made when the State to which it goes receives it",
)


def releases_all(record: Record) -> bool:
    """Tell whether one notice ends the treaty for all: where there are two parties, or where the clause says so.

    Where several parties stand on a side, their notice ends it for them, and with that, nobody being left, for all.
    """
    if has_sides(record):
        return False
    return record.bilateral or any(each.ends_for is EndsFor.ALL for each in record.several(Denunciation))


def others(evaluation: Evaluation, party: str, *acts: Act, also: Sequence[ActKind] = ()) -> list[str]:
    """Return the other States that had consented to the treaty by acts, or may have: not those that did so later.

    Args:
        evaluation: The evaluation.
        party: The State beside which they stand.
        acts: The acts.
        also: Kinds of act by which a State is among them too, as a signature where signatories are meant.
    """
    return _consented_by(evaluation, party, max(evaluation.legal_days(act.when()).last for act in acts), also)


def _consented_by(evaluation: Evaluation, party: str, day: date, also: Sequence[ActKind] = ()) -> list[str]:
    record = evaluation.record
    codes = (each.id for each in record.parties if each.id != party and not same_side(record, each.id, party))
    return [
        code
        for code in codes
        if any(
            evaluation.legal_days(each.when()).first <= day
            for each in evaluation.acts.by(code, (*also, *consent_kinds(evaluation, code)))
        )
    ]


def reaches_all(evaluation: Evaluation, act: Act, party: str) -> bool:
    """Tell whether a State's act is addressed to every other that had consented; one that names none is."""
    return not act.to or reach_all(evaluation, [act], party)


def reach_all(evaluation: Evaluation, acts: Sequence[Act], party: str, must: Sequence[str] | None = None) -> bool:
    """Tell whether every other State that had consented is among those to whom a State's acts are addressed.

    Others than those on record may have consented: then that is open.

    Args:
        evaluation: The evaluation.
        acts: The acts, each to some States.
        party: The State.
        must: Whom they must reach; None for those who had consented by then.
    """
    reached = {code for act in acts for code in act.to}
    consented = others(evaluation, party, *acts) if must is None else must
    if must is None and not consented and not gone_towards_all(evaluation, party, acts):
        return False
    if set(consented) - reached:
        return False
    until = max(evaluation.legal_days(act.when()).last for act in acts)
    why = perhaps_others(evaluation, {party, *reached})
    for state in evaluation.record.parties:
        aside = state.id == party or state.id in reached or same_side(evaluation.record, state.id, party)
        since = None if aside else consent_not_on_record(evaluation, state.id)
        if since is not None and since <= until:
            why = why or why_open(evaluation.record, Missing.CONSENT, state.id)
    if not why:
        return True
    notices = " and ".join(act.id for act in acts)
    text = f"did every other State that had consented receive {notices}? {why}"
    return evaluation.lacking(f"{notices} to every State that had consented", text)


def gone_towards_all(evaluation: Evaluation, party: str, notices: Sequence[Act]) -> bool:
    """Ask whether a State is out with all by notices to some, where it is bound to nobody yet.

    It may have taken back its consent as a whole, or may stand by it towards those whom it told nothing.
    """
    name, acts = evaluation.record.party(party).name, " and ".join(act.id for act in notices)
    text = f"is the consent of {name} gone, though its notice went to some States only?"
    return evaluation.settle(Truth.UNKNOWN, f"the consent of {party} gone by {acts}", text, about=tuple(notices))


@dataclass(frozen=True, slots=True, kw_only=True)
class ExitsOfOthers:
    """Works out the exits of other States, by which a State may be out with them as by its own notices.

    Attributes:
        periods_of: When another State was a party; nothing where the treaty is not in force.
        by_notice: The end that a notice of another State brings to that State, or between it and those it reached.
    """

    periods_of: PeriodsOf
    by_notice: Callable[[Evaluation, Act, str], End | None]

    def towards(self, evaluation: Evaluation, acts: Sequence[Act], other: str, party: str) -> End | None:
        """Return the first exit of another State by which a State may be out with it; None where there is none.

        A notice that was taken back is none.

        Args:
            evaluation: The evaluation.
            acts: The notices of the State, without which the other's exits are looked at.
            other: The other State.
            party: The State.
        """
        leaving = evaluation.acts.by(other, LEAVING)
        if not leaving:
            return None
        where = evaluation.aside(without=acts)
        found = []
        to_all = [act for act in leaving if not act.to]
        periods = self.periods_of(where, other) if to_all else ()
        found += [period.end for period in periods if period.end is not None]
        for act in leaving:
            alone = bool(act.to) and party in act.to and not evaluation.acts.answering(act, RESCISSION)
            if alone or (not act.to and not periods and act.kind in NOTICES):
                end = self.by_notice(where, act, other)
                found += [] if end is None else [end]
        first = min(found, key=lambda end: end.at, default=None)
        if first is None:
            return None
        acts_of = [act for act in leaving if first.notice is None or act.id == first.notice.id] or leaving
        return replace(first, key=evaluation.given_act(acts_of[0]), premises=(), instant=None)


def _left_before(
    evaluation: Evaluation, acts: Sequence[Act], party: str, among: Sequence[str], exits: ExitsOfOthers
) -> dict[str, End]:
    """Return the exits of those who may have left before a State's notices reached them, if these ever did."""
    found: dict[str, End] = {}
    for other in among:
        told = [evaluation.happening(act.when()) for act in acts if other in act.to]
        exit = exits.towards(evaluation, acts, other, party)
        if exit is not None and all(each.latest >= exit.at.earliest for each in told):
            found[other] = exit
    return found


def _out_without(evaluation: Evaluation, acts: Sequence[Act], party: str, left: Sequence[str]) -> bool:
    """Ask whether a State is out by its notices without any to those who had left by an exit of their own."""
    acts = [act for act in acts if not set(act.to) & set(left)] or acts
    notices, names = " and ".join(act.id for act in acts), ", ".join(left)
    fact = f"{party} out by {notices} without a notice to {names}"
    text = f"is {party} out of the treaty though {notices} did not go to {names}, who left by an exit of their own?"
    return evaluation.settle(Truth.UNKNOWN, fact, text, about=tuple(acts))


def ends_of(
    evaluation: Evaluation,
    notices: Sequence[Act],
    party: str,
    towards: str | None,
    end: Callable[[Act], End | None],
    *,
    exits: ExitsOfOthers,
) -> list[End]:
    """Return the ends that a State's notices bring: to its membership, or between it and one other State.

    Args:
        evaluation: The evaluation.
        notices: The notices.
        party: The State.
        towards: The other State; None for the State's own membership, which ends once it is out with all.
        end: Works out the end that a notice brings to those it reached.
        exits: Works out the exits of other States.
    """
    notices = [act for act in notices if not past_the_depositary(evaluation, act)]
    if towards is None:
        return _ends_with_all(evaluation, notices, party, end, exits=exits)
    reached = [act for act in notices if not act.to or towards in act.to]
    found = [made for act in reached if (made := end(act)) is not None]
    addressed = [act for act in notices if act.to]
    first = min(addressed, key=lambda act: evaluation.legal_days(act.when()).first, default=None)
    if first is not None and towards not in others(evaluation, party, first):
        # It consented later than a notice that did not go to it; who is out with all is out with this one.
        found += [each for each in _ends_with_all(evaluation, notices, party, end, exits=exits) if each not in found]
    return found


def past_the_depositary(evaluation: Evaluation, act: Act) -> bool:
    """Ask whether a notice has no effect since it went to some States, and the treaty has a depositary.

    Law: where there is a depositary, a notice goes to it, and not to the States for which it is meant, unless the
    treaty provides otherwise (Vienna Convention art. 78(a)).
    """
    if not act.to or evaluation.record.depositary is None:
        return False
    # One question for all such notices: the same rule would answer each.
    fact = "notices to have an effect that did not go to the depositary"
    text = "has a notice an effect that went to some States, and not to the depositary?"
    return not evaluation.settle(Truth.UNKNOWN, fact, text, about=(act,))


def _ends_with_all(
    evaluation: Evaluation,
    notices: Sequence[Act],
    party: str,
    end: Callable[[Act], End | None],
    *,
    exits: ExitsOfOthers,
) -> list[End]:
    """Return the ends of a State's membership by its notices.

    Law: open. Notices that reached every State that had consented by then may end it, whoever consents while their
    periods run; or these must be reached too (Vienna Convention art. 78).
    """
    addressed = [act for act in notices if act.to]
    must: list[str] | None = None
    while addressed:
        out = _out_with(evaluation.aside(), notices, party, end, must=must, exits=exits)
        first, counted = min(out, key=lambda each: each[0].at, default=(None, ()))
        if first is None or first.notice not in addressed:
            break
        consented = _consented_by(evaluation, party, first.last_day.last)
        if set(consented) <= set(counted):
            break
        fact = f"{party}'s notices to have to reach a State that consented after them"
        text = f"must {party}'s notices, each to some States, also reach a State that consented only after them?"
        if not evaluation.settle(Truth.UNKNOWN, fact, text, about=tuple(addressed)):
            break
        must = list(dict.fromkeys((*counted, *consented)))
    return [each for each, _ in _out_with(evaluation, notices, party, end, must=must, exits=exits)]


def _out_with(
    evaluation: Evaluation,
    notices: Sequence[Act],
    party: str,
    end: Callable[[Act], End | None],
    *,
    exits: ExitsOfOthers,
    must: Sequence[str] | None,
) -> list[tuple[End, Sequence[str]]]:
    """Return the ends that notices bring once they have reached all, each with those who counted as all.

    Args:
        evaluation: The evaluation.
        notices: The notices.
        party: The State.
        end: Works out the end that a notice brings to those it reached.
        exits: Works out the exits of other States.
        must: Whom they must reach; None for those who had consented by then.
    """
    found: list[tuple[End, Sequence[str]]] = []
    partly = []
    for act in notices:
        all_others = others(evaluation, party, act) if must is None else must
        if act.to and not reach_all(evaluation, [act], party, must):
            partly.append(act)
        elif (made := end(act)) is not None:
            found.append((made, all_others))
    several = _out_by_several(evaluation, partly, party, end, exits=exits, must=must) if partly else None
    return found if several is None else [*found, several]


def _out_by_several(
    evaluation: Evaluation,
    acts: Sequence[Act],
    party: str,
    end: Callable[[Act], End | None],
    *,
    exits: ExitsOfOthers,
    must: Sequence[str] | None,
) -> tuple[End, Sequence[str]] | None:
    """Return the end that notices to some bring together, with those who counted as all; None if they bring none.

    Args:
        evaluation: The evaluation.
        acts: The notices, none of which reached all.
        party: The State.
        end: Works out the end that a notice brings to those it reached.
        exits: Works out the exits of other States.
        must: Whom they must reach; None for those who had consented by then.
    """
    all_others = others(evaluation, party, *acts) if must is None else must
    missed = set(all_others) - {code for act in acts for code in act.to}
    if any(not evaluation.acts.by(other, LEAVING) for other in missed):  # by a cheap look
        return None
    left = _left_before(evaluation, acts, party, all_others, exits)
    if missed - left.keys():
        return None
    if left and not _out_without(evaluation, acts, party, list(left)):
        left = {}
    own = [made for act in acts if (made := end(act)) is not None]
    counted = [each for each in all_others if each not in left]
    if not own or not reach_all(evaluation, acts, party, counted if left else must):
        return None
    # Whoever left before, its author is out by a notice of its own, and no earlier.
    by_other = [min(own, key=lambda each: each.at), *left.values()] if left else []
    for other in counted:
        ends = [made for act in acts if other in act.to and (made := end(act)) is not None]
        first = first_end(evaluation, ends, Key("end between", f"{party} and {other}")) if ends else None
        if first is None:
            return None
        by_other.append(first)
    if not by_other:
        return None
    last = reduce(lambda one, two: latest_end(one, two, one.key), by_other)
    value = last.at if last.at_hour else last.last_day
    key = evaluation.derived(
        Key("out with all", party), REACHED_ALL, value, *dict.fromkeys(each.key for each in by_other)
    )
    return latest_end(last, last, key), all_others
