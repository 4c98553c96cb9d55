"""Who negotiated a treaty, as far as the acts on record tell (VCLT 2(1)(e), 9, 15)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from treatyclock.testing.oracle.days import UnsettledError
from treatyclock.testing.oracle.many.treaty import RATIFYING, SIGNING, Act, Spec


def negotiating(spec: Spec) -> Sequence[str]:
    """All the negotiating States (VCLT 24(2)), where the acts tell who they are."""
    if perhaps_negotiating(spec):
        raise UnsettledError("a State that acceded and then signed or ratified, as only a negotiating State does")
    return surely_negotiating(spec)


def surely_negotiating(spec: Spec) -> Sequence[str]:
    """The negotiating States but those whose acts contradict each other: not one that only acceded or succeeded.

    Law: VCLT 2(1)(e), 15. A treaty is between two at least (VCLT 2(1)(a)); where fewer are left, a file does not tell
    who negotiated.
    """
    joined, took_part = _first_days(spec)
    found = [party for party in spec.parties if took_part.get(party, date.max) <= joined.get(party, date.max)]
    return found if len(found) > 1 else spec.parties


def perhaps_negotiating(spec: Spec) -> Mapping[str, date]:
    """The States that acceded and then signed or ratified, as only a negotiating State does; with the day of that.

    Law: VCLT 2(1)(e), 15.
    """
    joined, took_part = _first_days(spec)
    return {party: day for party, day in took_part.items() if day > joined.get(party, date.max)}


def _first_days(spec: Spec) -> tuple[Mapping[str, date], Mapping[str, date]]:
    """The day on which each State first joined, and that on which it first did what those do who negotiated."""
    joined = spec.done("accession", "succession")
    acts = spec.done(*SIGNING, *RATIFYING, "exchange of instruments")
    return _first_of(joined), _first_of(act for act in acts if act.kind != "accession")


def _first_of(acts: Iterable[Act]) -> Mapping[str, date]:
    found: dict[str, date] = {}
    for act in acts:
        for party in act.by:
            found[party] = min(found.get(party, date.max), act.day("dated"))
    return found
