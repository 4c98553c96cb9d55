"""Small treaties of many as plain data, and what the oracle and the library say of each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

import treatyclock as tc
from compared import differences_of_many
from treatyclock.testing.oracle.days import Period, When
from treatyclock.testing.oracle.many import standing
from treatyclock.testing.oracle.many.treaty import Act, Condition, Exit, Spec
from treatyclock.testing.specifications.many_text import to_toml

A, B, C = THREE = ("Aland", "Borduria", "Cascadia")

CONSENTED = date(1936, 1, 1)
"""The day on which each State consents and the treaty enters into force, where a test says nothing else."""

AT_ANY_TIME = Exit("at any time", notice=Period(years=1), first_day_counts=False)


def act(id: str, kind: str, by: tuple[str, ...] | str, when: When, **more: Any) -> Act:
    """Return what one State or several did."""
    return Act(id, kind, (by,) if isinstance(by, str) else by, when, **more)


def treaty(*acts: Act, consents: Mapping[str, When] | None = None, **clauses: Any) -> Spec:
    """Return a treaty of three that enters into force once so many instruments have been received as are told."""
    given = dict.fromkeys(THREE, CONSENTED) if consents is None else consents
    bound = (act(f"consent-{party.lower()}", "ratification", party, day) for party, day in given.items())
    fields = {"condition": Condition("instruments", number=len(given)), "month_end": "clamp", **clauses}
    return Spec(THREE, (0,), acts=(*bound, *acts), **fields)


def noon(day: date) -> datetime:
    """Return the middle of a day."""
    return datetime.combine(day, time(12), UTC)


def oracle(spec: Spec, party: str | None, day: date) -> str:
    """Return what the oracle answers at noon of a day; the library has to answer the same then and wherever it turns.

    Raises:
        UnsettledError: If the law has no answer.
    """
    found = standing.lives(spec)
    library = tc.loads(to_toml(spec))
    for at in {noon(day), *standing.interesting_instants(found)}:
        assert list(differences_of_many(library, THREE, found, at)) == []
    return standing.truth(found, party, noon(day))


def statuses(spec: Spec, party: str | None, day: date) -> set[str]:
    """Return the statuses that the oracle finds possible at noon of a day, compared as those of ``oracle`` are."""
    oracle(spec, party, day)
    return standing.statuses(standing.lives(spec), party, noon(day))
