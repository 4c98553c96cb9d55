"""Objections that keep the treaty from being in force between two States."""

from __future__ import annotations

from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.overlays.overlay import Overlay
from treatyclock.law.acts.consent import OBJECTION
from treatyclock.law.status import Status


def objections(evaluation: Evaluation, pair: tuple[str, str]) -> tuple[Overlay, ...]:
    """Return the objections of one of two States to the accession of the other.

    Law: a treaty may let a party object to an accession, with effect between the two (Apostille Convention, art. 12).
    """
    found = []
    for act in evaluation.acts.of(OBJECTION):
        accession = None if act.of is None else evaluation.acts.get(act.of)
        if accession is None:
            continue
        if any(one in act.by and other in accession.by for one, other in (pair, pair[::-1])):
            given = (evaluation.given_act(act), evaluation.given_act(accession))
            begins = evaluation.happening(accession.when())
            ends = None
            if act.until is not None:  # the objection was withdrawn
                ends = evaluation.end_of(act.until.days)[0]
            found.append(
                Overlay(
                    status=Status.EXCLUDED, begins=begins, ends=ends, because=given, what="objection to the accession"
                )
            )
    return tuple(found)
