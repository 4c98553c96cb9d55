"""GEXF, read back by networkx."""

from __future__ import annotations

import io
from typing import Any

import pytest

import treatyclock as tc

networkx = pytest.importorskip("networkx", reason="networkx reads the graphs back")


def _graph(of: tc.Treaty | tc.View) -> Any:
    return networkx.read_gexf(io.BytesIO(tc.export(of, "gexf").encode()))


def test_parties_and_the_times_in_which_it_surely_was_in_force() -> None:
    graph = _graph(tc.load("paris-agreement-2015"))
    treaty = "treaty:paris-agreement-2015"
    assert graph.nodes[treaty]["kind"] == "treaty"
    assert graph.nodes["FRA"] == {"label": "France", "kind": "party"}
    assert next(tuple(each) for each in graph.edges["USA", treaty]["spells"]) == ("2016-11-04", "2020-11-03")
    assert graph.edges["FRA", treaty]["spells"][0][0] == "2016-11-04"


def test_only_what_every_reading_holds_is_a_spell() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    edge = ("JPN", "treaty:soviet-japanese-neutrality-pact")
    assert [tuple(each) for each in _graph(pact).edges[edge]["spells"]] == [("1941-04-25", "1945-04-05")]
    by_one = _graph(pact.under(reading="first-day-counted"))
    assert [tuple(each) for each in by_one.edges[edge]["spells"]] == [("1941-04-25", "1946-04-24")]


def test_who_never_surely_was_a_party_has_no_edge() -> None:
    graph = _graph(tc.load("comprehensive-test-ban-1996"))
    assert graph.number_of_edges() == 0
    assert graph.number_of_nodes() > 2


def test_graphs_of_several_treaties_join_by_their_parties() -> None:
    joined = networkx.compose(*(_graph(tc.load(each)) for each in ("kyoto-protocol-1997", "paris-agreement-2015")))
    assert set(joined.neighbors("FRA")) == {"treaty:kyoto-protocol-1997", "treaty:paris-agreement-2015"}


def test_what_xml_cannot_hold_becomes_a_blank() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    hostile = tc.from_dict({**pact.to_dict(), "title": 'A <b>\ufffe& "pact"', "reading": []})
    assert _graph(hostile).nodes["treaty:soviet-japanese-neutrality-pact"]["label"] == 'A <b> & "pact"'
