"""A notice to one State only, after that State consented anew: whether it still works against it, no rule says.

Law: a notice has its effect towards the State that received it (Vienna Convention art. 78). It may stand for good, or
answer only the relation that there was when it was given, as an objection answers one accession.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.derive.end.end import End
from treatyclock.derive.histories.history import History, Membership, Standing
from treatyclock.derive.parties.membership import end_towards_all, membership_edges
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.law.acts.act import Act
from treatyclock.law.status import Status
from treatyclock.truth import Truth


def after_a_return(
    evaluation: Evaluation,
    treaty: Standing,
    pair: tuple[str, str],
    histories: tuple[History, History],
    bound: Mapping[Act, Days],
) -> History:
    """Return the history of the first of two States towards the second, once the second consented after its notice.

    Args:
        evaluation: The evaluation.
        treaty: How the treaty itself stands.
        pair: The two States.
        histories: The history of each towards the other, if such a notice stands for good.
        bound: The days from which their acts of consent count.
    """
    own, theirs = histories
    (party, other), last = pair, own.memberships[-1] if own.memberships else None
    notice = None if last is None or last.end is None else last.end.notice
    if last is None or notice is None or other not in notice.to or last.end is None:
        return own
    towards_all = end_towards_all(evaluation.aside(), treaty, party, own.memberships)
    if towards_all is not None and towards_all.at <= last.end.at:
        return own  # it is out with all, and so with this one
    given = evaluation.legal_days(notice.when())
    for period in theirs.memberships:
        consent = period.consent
        since = Truth.NO if consent is None else ~bound[consent].not_after(given)
        if since is Truth.NO:
            continue
        fact = f"{notice.id} still against {other} after its new consent"
        text = f"does {notice.id}, a notice to {other}, still work against it once {other} consented anew?"
        if evaluation.settle(since & Truth.UNKNOWN, fact, text, about=(notice,)):
            return own
        end = end_towards_all(evaluation, treaty, party, own.memberships)
        return _going_on(own, last, period, end)
    return own


def _going_on(own: History, last: Membership, period: Membership, end: End | None) -> History:
    """Let a State be a party towards another that came back, up to the end that comes to it towards all."""
    assert last.end is not None
    entry = period.entry
    if end is not None and end.at.latest <= entry.begins.earliest:
        return own
    edges = list(own.edges)
    if last.end.at.latest <= entry.begins.earliest:
        more: tuple[Membership, ...] = (last, replace(last, entry=entry, end=end))
    else:
        # The other left and came back before the notice took effect, which then did so against nobody.
        more = (replace(last, end=end),)
        edges = [each for each in edges if (each.status, each.key) != (Status.FORMER_PARTY, last.end.key)]
    changes = membership_edges(more[-1])
    edges += changes if len(more) > 1 else changes[1:]
    return replace(own, edges=tuple(edges), memberships=(*own.memberships[:-1], *more))
