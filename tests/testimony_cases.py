"""Small cases about clocks, some of which changed their offsets, and claims to put into them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest

import treatyclock as tc
from treatyclock.civil.moments.read import moment
from treatyclock.formats.cases.toml import load_case_text
from treatyclock.testimony import _relaxation, _reweighted, network
from treatyclock.testimony.case import Case

HEAD = """
schema = 1
id = "made"
title = "Made"
[sources]
one = { title = "one", confidence = "good" }
two = { title = "two", confidence = "low" }
[events]
e = "the call"
f = "the answer"
g = "the echo"
[clocks]
moscow = { name = "Moscow", zone = "Europe/Moscow" }
manchukuo = { name = "Manchuria", zone = "Manchukuo" }
tokyo = { name = "Tokyo", zone = "Asia/Tokyo" }
berlin = { name = "Berlin", zone = "Europe/Berlin" }
"""


def claim(id: str, source: str | Sequence[str] = "one", **keys: str | Sequence[str]) -> str:
    """Write a claim."""
    lines = [f"{key} = {json.dumps(value)}" for key, value in {"id": id, "source": source, **keys}.items()]
    return "\n[[claim]]\n" + "\n".join(lines) + "\n"


def changed(*more: str) -> str:
    """Write claims between which Manchuria's clock changed, and others."""
    readings = claim("before", event="e", at="1936-12-01T12:00", clock="manchukuo")
    return readings + claim("later", event="f", at="1937-06-01T12:00", clock="manchukuo") + "".join(more)


def case(claims: str, clocks: str = "") -> Case:
    """Make a case of claims, with more clocks."""
    return load_case_text(HEAD + clocks + claims)


def reconcile(claims: str, clocks: str = "") -> tc.Reconciliation:
    """Reconcile a case of claims."""
    return tc.reconcile(case(claims, clocks))


def starts(found: tc.Reconciliation, event: str = "e") -> set[int | None]:
    """Return when an event began at the earliest, in each scenario."""
    return {each.start for each in found.bounds(event)}


def at(*texts: str) -> set[int | None]:
    """Return the first instants of some moments."""
    return {moment(text).span.start for text in texts}


def conflicts_of(found: tc.Reconciliation) -> set[frozenset[str]]:
    """Return the conflicts, each as the names of its claims and clocks."""
    ids = [each.id for each in found.model.assumptions]
    return {frozenset(ids[place] for place in each.assumptions) for each in found.conflicts.found}


@contextmanager
def counted_runs() -> Iterator[list[None]]:
    """Count the runs of the solver, from the origin or from another node: the list grows by one a run."""
    runs: list[None] = []
    least_labels, least_spare = _relaxation.least_labels, _reweighted._least_spare

    def counting(*given: Any, **named: Any) -> Any:
        runs.append(None)
        return least_labels(*given, **named)

    def counting_from_a_node(*given: Any) -> list[int]:
        runs.append(None)
        return least_spare(*given)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(network, "least_labels", counting)
        patch.setattr(_reweighted, "_least_spare", counting_from_a_node)
        yield runs
