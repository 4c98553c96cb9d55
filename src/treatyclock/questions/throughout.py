"""In force at any time between two days, or at every time; and who was a party at a time."""

from __future__ import annotations

from treatyclock.answers.parties import PartiesAt, PartyThen
from treatyclock.derive.histories.life import Life
from treatyclock.law.record import Record
from treatyclock.law.subjects import Subject
from treatyclock.questions.inputs import TimeAsked
from treatyclock.questions.looked_up import LookedUp, look_up, truth_of_piece
from treatyclock.truth import Truth


def ever(looked: LookedUp) -> Truth:
    """Tell whether it was in force at any instant of the time that was looked up."""
    return Truth.agreed(Truth.any_of(truth_of_piece(statuses) for _, statuses in cut) for cut in looked.cuts)


def always(looked: LookedUp) -> Truth:
    """Tell whether it was in force at every instant of the time that was looked up."""
    return Truth.agreed(~Truth.any_of(~truth_of_piece(statuses) for _, statuses in cut) for cut in looked.cuts)


def parties_at(record: Record, life: Life, time: TimeAsked) -> PartiesAt:
    """Return who was a party at a time.

    Args:
        record: The record that was asked.
        life: The life to look into.
        time: When.
    """
    looked = [(party, look_up(life, time, Subject((party.id,)))) for party in record.parties]
    return PartiesAt(
        at=time.at,
        by_date=time.by_date,
        states=tuple(
            PartyThen(id=party.id, name=party.name, truth=found.truth, status=found.status) for party, found in looked
        ),
        complete=record.coverage.lists_all_parties,
        record=record,
        reading=life.reading,
        known_as_of=life.known_as_of,
    )
