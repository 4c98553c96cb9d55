"""``reconcile``: put a case's sources together, and ask a treaty about what follows."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace

from treatyclock.answers.answer import Answer
from treatyclock.answers.reconciliation import Reconciliation
from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.corpus.cases import case_of
from treatyclock.errors import NoClaimsError, OutOfRangeError, UnknownChoiceError, WrongTypeError, expect
from treatyclock.instants import to_datetime
from treatyclock.intervals import Interval, IntervalSet
from treatyclock.loading import load
from treatyclock.questions.reconciliation import reconciled
from treatyclock.testimony.case import Case
from treatyclock.testimony.deciding import Deciding
from treatyclock.testimony.treaty_at_event import PossibleAnswer, TreatyAtEvent
from treatyclock.treaty import Treaty
from treatyclock.truth import Truth

_SOLVERS = ("search", "milp")
_NO_LIMIT = 1e9  # seconds: three decades; a whole number may be larger than any float


def reconcile(
    case: str | os.PathLike[str] | Case,
    *,
    only: Sequence[str] | None = None,
    without: Sequence[str] = (),
    treaty: str | os.PathLike[str] | Treaty | None = None,
    most: int = 10,
    seconds: float | None = None,
    solver: str = "search",
) -> Reconciliation:
    """Say whether sources agree; if not, which clash and why, the least that must be given up, and what then follows.

    Args:
        case: The id of a shipped case, the path of a case file, or a case.
        only: The claims to consider; all where not given.
        without: Claims to leave out.
        treaty: A treaty: was it in force at each event? The repairs of the least cost decide.
        most: How many repairs to look for. ``"search"`` finds all of the least cost all the same; if ``"milp"`` leaves
            one out, ``repairs.proven`` is false. If there may be dearer ones, ``repairs.complete`` is false.
        seconds: How long to look, where a large case takes long; the best repair found is then not proven to be best.
        solver: ``"search"``, or ``"milp"`` for large cases, which needs the extra ``reason``.

    Raises:
        UnknownCaseError: If there is no such case.
        TreatyFileError: With every fault of a case file.
        UnknownClaimError: If the case makes no such claim.
        NoClaimsError: If no claim is left, so that nothing would be compared.
        WrongTypeError: If these are no names of claims, or no numbers that can limit a search.

    Example:
        >>> found = reconcile("august-1945")
        >>> found.consistent, len(found.best), [each.id for each in found.case.claims][:4]
        (False, 2, ['s1', 's2', 's3', 's4'])
        >>> reconcile("august-1945", only=["A", "B", "C", "D", "E"]).consistent
        True
    """
    for name, ids in (("only", only), ("without", without)):
        expect(() if ids is None else ids, (list, tuple), f"`{name}`", "a list of claims' names")
        for id in ids or ():
            expect(id, str, f"a name in `{name}`", "the name of a claim")
    if type(most) is not int or most < 1:
        raise WrongTypeError("most", most, "a number of repairs: 1 or more")
    # Not a number is neither above 0 nor below.
    if seconds is not None and (type(seconds) not in (int, float) or not seconds > 0):
        raise WrongTypeError("seconds", seconds, "a number of seconds above 0")
    if solver not in _SOLVERS:
        raise UnknownChoiceError("solver", solver, _SOLVERS)
    asked = None if treaty is None else treaty if isinstance(treaty, Treaty) else load(treaty)
    taken = case if isinstance(case, Case) else case_of(case)
    if only is not None:
        taken = taken.only(tuple(only))
    if without:
        taken = taken.without(tuple(without))
    if not taken.claims:
        raise NoClaimsError(taken.id)
    found = reconciled(taken, most=most, seconds=None if seconds is None else min(seconds, _NO_LIMIT), solver=solver)
    if asked is None:
        return found
    deciding = Deciding(found.best_scenarios)
    return replace(found, treaty=tuple(_at_event(found, asked, event.id, deciding) for event in taken.events))


def _at_event(found: Reconciliation, treaty: Treaty, event: str, deciding: Deciding) -> TreatyAtEvent:
    under = [[scenario.bounds(event) for scenario in each] for each in found.scenarios]
    said = {bounds: _answer(found, treaty, event, bounds) for each in under for bounds in each}
    truths = tuple(tuple(_truth(said[bounds]) for bounds in each) for each in under)
    best = [bounds for each in under[: len(found.best)] for bounds in each]
    told = [_truth(said[bounds]) for bounds in best]
    several = sorted(set(told), key=lambda truth: "~" if truth is None else truth.value)
    return TreatyAtEvent(
        treaty=treaty.record.id,
        event=event,
        costs=tuple(each.cost for each in found.repairs.found),
        truths=truths,
        open_questions=_open_questions(said[bounds] for bounds in best),
        answers=tuple(
            PossibleAnswer(truth=truth, conditions=deciding.conditions(event, [each is truth for each in told]))
            for truth in (several if len(several) > 1 else ())
        ),
    )


def _answer(found: Reconciliation, treaty: Treaty, event: str, bounds: Interval) -> Answer | None:
    at = moment_of(f"{event} ({found.case.id})", bounds)
    return None if at is None else treaty.in_force(at)


def _truth(answer: Answer | None) -> Truth | None:
    return None if answer is None else answer.truth


def _open_questions(answers: Iterable[Answer | None]) -> tuple[str, ...]:
    """Return what would decide the answers that are unknown, each question once."""
    unknown = (each for each in answers if each is not None and each.truth is Truth.UNKNOWN)
    return tuple(dict.fromkeys(on.text for each in unknown for on in each.depends_on if on.decides_truth))


def moment_of(text: str, bounds: Interval) -> Moment | None:
    """Return the moment of an event within bounds; None where an end is not known."""
    if bounds.start is None or bounds.end is None:
        return None
    try:
        days = Days(first=to_datetime(bounds.start).date(), last=to_datetime(bounds.end - 1).date())
    except OutOfRangeError:
        return None
    return Moment(text=text, days=days, wall=None, zones=(zone("UTC"),), support=IntervalSet((bounds,)))
