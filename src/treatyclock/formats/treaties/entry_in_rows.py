"""When a treaty entered into force, as the days tell that a list has for its parties.

A list of the kind "State, in force since" says nothing of the treaty itself. But a treaty is in force for no State
before it is in force at all (Vienna Convention art. 24(1) and (3)): so it was in force on the earliest of those days.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from treatyclock.civil.days import EARLIEST, Days
from treatyclock.civil.moments.read import moment
from treatyclock.errors import TreatyclockError
from treatyclock.formats.treaties._field_shapes import NOT_KNOWN
from treatyclock.law.vocabulary import ACT_KINDS


def entry_in_rows(acts: Iterable[Any], record: Any, *, parties: int) -> str | None:
    """Return the day on which a treaty entered into force, as a file writes it; None where no such day is recorded.

    It is the earliest day that is recorded for a party if the list has all parties, and a day for each that consented.
    Else the treaty may have been in force before, and the day is some day up to that one. A treaty between two is in
    force for both from one day; where two are recorded, it is one of them or a day between.

    Args:
        acts: The acts, as a file has them.
        record: What the file says of the record.
        parties: How many parties the list has.

    Example:
        >>> acts = [
        ...     {"kind": "ratification", "by": "FRA", "on": "not known", "recorded": "1900-01-01"},
        ...     {"kind": "accession", "by": "RUR", "on": "1904-12-01", "recorded": "1905-01-01"},
        ... ]
        >>> entry_in_rows(acts, None, parties=3)
        '1900-01-01'
        >>> entry_in_rows([*acts, {"kind": "accession", "by": "UTO", "on": "1903-01-01"}], None, parties=3)
        '[1000-01-01..1900-01-01]'
    """
    consenting = {name for name, kind in ACT_KINDS.items() if kind.consents}
    joining = [act for act in acts if isinstance(act, Mapping) and act.get("kind") in consenting]
    recorded = [act["recorded"] for act in joining if "recorded" in act]
    if not recorded:
        return None
    days = [found for each in recorded if (found := _days(each)) is not None]
    if not days:
        return NOT_KNOWN
    in_part = isinstance(record, Mapping) and "parties" in record
    of_two = parties == 2 and not in_part
    told = of_two or (len(days) == len(joining) and not in_part)
    first = min(each.first for each in days) if told else EARLIEST
    last = (max if of_two else min)(each.last for each in days)
    return last.isoformat() if first == last else f"[{first.isoformat()}..{last.isoformat()}]"


def _days(written: Any) -> Days | None:
    """Return the days of a cell; None where nobody knows the day, or it cannot be read, which is told elsewhere."""
    try:
        return moment(written).days if isinstance(written, str | date) else None
    except TreatyclockError:
        return None
