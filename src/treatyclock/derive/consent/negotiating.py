"""Which of the parties negotiated the treaty: where no list is named, it waits for all of these and for nobody else."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from treatyclock.law.acts.consent import EXCHANGE
from treatyclock.law.record import Record

_ENOUGH = 2
"""No treaty is concluded by one State (Vienna Convention art. 2(1)(a))."""


def negotiating(record: Record) -> tuple[str, ...]:
    """Return the listed States that may have negotiated the treaty: those that did not accede or succeed to it first.

    Law: Vienna Convention arts. 2(1)(e) and 15. The whole record tells, since an act that nobody knew yet, or that a
    reading leaves out, still shows who joined later.
    """
    joined, shown = _first_days(record)
    return tuple(
        party.id
        for party in record.parties
        if party.id not in joined or shown.get(party.id, date.max) <= joined[party.id]
    )


def perhaps_negotiating(record: Record) -> dict[str, date]:
    """Return the States that acceded or succeeded first and took part only later, each with the first day of that.

    Their acts contradict each other: to accede is for who did not negotiate, to sign and ratify for who did.
    """
    joined, shown = _first_days(record)
    return {party: day for party, day in shown.items() if day > joined.get(party, date.max)}


def took_part(record: Record, parties: Collection[str]) -> bool:
    """Tell whether any of some States did what those do who negotiated: by the whole record, whenever it was known."""
    _, shown = _first_days(record)
    return any(party in shown for party in parties)


def _first_days(record: Record) -> tuple[dict[str, date], dict[str, date]]:
    """Return on which day each State first joined, and on which it first did what those do who negotiated."""
    joined: dict[str, date] = {}
    shown: dict[str, date] = {}
    for act in record.acts:
        negotiates = act.kind.signs or (act.kind.consents and not act.kind.joins) or act.kind == EXCHANGE
        if act.kind.joins or negotiates:
            first = joined if act.kind.joins else shown
            for party in act.by:
                first[party] = min(first.get(party, date.max), act.dated.days.first)
    return joined, shown


def awaited(record: Record) -> tuple[str, ...]:
    """Return the States for which a treaty waits that enters into force once all have signed or consented.

    Law: Vienna Convention art. 24(2): all the negotiating States. Where a whole list leaves fewer than two of them, the
    file does not tell who negotiated, and all are meant; where a list in part leaves none, others negotiated.
    """
    found = negotiating(record)
    enough = _ENOUGH if record.coverage.lists_all_parties else 0
    return found if len(found) >= enough else tuple(party.id for party in record.parties)
