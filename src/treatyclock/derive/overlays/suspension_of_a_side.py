"""A suspension by all on a side, for a State that joined that side only later."""

from __future__ import annotations

from collections.abc import Sequence

from treatyclock.derive.consent.consent import agreed
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.exit.of_a_side import missing
from treatyclock.derive.histories.history import Membership
from treatyclock.derive.overlays.overlay import Overlay
from treatyclock.derive.overlays.suspending_early import could_suspend
from treatyclock.derive.overlays.suspension import KINDS, suspension
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.law.sides import side_of
from treatyclock.truth import Truth


def of_its_side(
    evaluation: Evaluation,
    party: str,
    periods: Sequence[Membership],
    *,
    entry: Entry | None,
    towards: str | None = None,
) -> tuple[Overlay, ...]:
    """Return the suspensions by all who were on a State's side then, as far as they hold for it too.

    Whether a suspension that was the whole side's then holds for who joins that side later, no rule says: it relieves
    those between whom it is suspended (Vienna Convention art. 72(1)(a)), and a side is one of two Parties.

    Args:
        evaluation: The evaluation.
        party: The State.
        periods: Its periods of being a party.
        entry: The treaty's entry into force; None if it has not entered.
        towards: The other State, where only what holds between the two is asked.
    """
    side, consents = side_of(evaluation.record, party), agreed(evaluation, party)
    if side is None or not consents or not periods:
        return ()
    found = []
    for act in dict.fromkeys(act for each in side.parties for act in evaluation.acts.by(each, KINDS)):
        group = [each for each in side.parties if each in act.by]
        since = evaluation.legal_days(act.when())
        if party in act.by or any(each.day.not_after(since) is not Truth.NO for each in consents):
            continue
        if act.to and towards not in act.to:
            continue  # with whom it is suspended, the pairs tell
        if missing(evaluation, side, act, entry) is Truth.YES or not could_suspend(evaluation, act, group):
            continue
        made = suspension(evaluation, act, group, periods, entry)
        if made is None or (made.ends is not None and made.ends.latest <= periods[0].entry.begins.earliest):
            continue
        fact = f"{act.id} to hold for {party}"
        # Who succeeds consents later, and may stand on its side from before the suspension.
        joined = periods[0].entry.begins.earliest > evaluation.happening(act.when()).latest
        came = "joined its side" if joined else "consented"
        text = f"does {act.id} hold for {party} too, which {came} only after it?"
        if evaluation.settle(Truth.UNKNOWN, fact, text, about=(act,)):
            found.append(made)
    return tuple(found)
