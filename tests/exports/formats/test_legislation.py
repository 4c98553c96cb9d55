"""ELI and schema.org, read back by rdflib."""

from __future__ import annotations

from typing import Any

import pytest

import treatyclock as tc

rdflib = pytest.importorskip("rdflib", reason="rdflib reads the linked data back")
# rdflib's own JSON-LD parser uses what rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

BASE = "https://example.org/pact"
ELI, SCHEMA = "http://data.europa.eu/eli/ontology#", "https://schema.org/"
PACT = tc.load("soviet-japanese-neutrality-pact")


def _graph(of: tc.Treaty | tc.View) -> Any:
    return rdflib.Graph().parse(data=tc.export(of, "jsonld"), format="json-ld", publicID=BASE)


def _value(graph: Any, node: str, term: str) -> Any:
    found = graph.value(rdflib.URIRef(f"{BASE}#{node}"), rdflib.URIRef(term))
    return None if found is None else found.toPython()


def test_the_last_day_in_force_and_not_the_first_day_out() -> None:
    graph = _graph(PACT.under(reading="japanese-government"))
    for node in ("treaty", "party-SUN", "party-JPN"):
        assert str(_value(graph, node, ELI + "first_date_entry_in_force")) == "1941-04-25"
        assert str(_value(graph, node, ELI + "date_no_longer_in_force")) == "1946-04-24"
        assert _value(graph, node, SCHEMA + "temporalCoverage") == "1941-04-25/1946-04-24"
    assert str(_value(graph, "treaty", ELI + "date_document")) == "1941-04-13"


def test_what_is_open_or_contested_is_left_out() -> None:
    graph = _graph(PACT)
    terms = {str(term).removeprefix(ELI).removeprefix(SCHEMA) for term in graph.predicates()}
    assert not terms & {"first_date_entry_in_force", "date_no_longer_in_force", "temporalCoverage"}
    assert "date_document" in terms
    counted = _graph(PACT.under(reading="molotov-to-sato"))
    assert str(_value(counted, "treaty", ELI + "first_date_entry_in_force")) == "1941-04-25"
    assert _value(counted, "treaty", ELI + "date_no_longer_in_force") is None


def test_nothing_says_that_it_is_in_force_without_a_day() -> None:
    text = tc.export(tc.load("paris-agreement-2015"), "jsonld")
    assert "eli:in_force" not in text
    assert "legislationLegalForce" not in text


def test_a_node_for_each_time_as_a_party() -> None:
    graph = _graph(tc.load("paris-agreement-2015").under(party="USA"))
    first, second = (_value(graph, node, SCHEMA + "temporalCoverage") for node in ("party-USA", "party-USA-2"))
    assert first == "2016-11-04/2020-11-03"
    assert second is None or second.startswith("2021-02-19/")
    parents = list(graph.subjects(rdflib.URIRef(SCHEMA + "exampleOfWork"), rdflib.URIRef(f"{BASE}#treaty")))
    assert rdflib.URIRef(f"{BASE}#party-USA-2") in parents


def test_what_lasts_is_open_at_its_end() -> None:
    graph = _graph(tc.load("kyoto-protocol-1997"))
    assert str(_value(graph, "treaty", SCHEMA + "temporalCoverage")) == "2005-02-16/.."


def test_a_title_in_any_letters_comes_back() -> None:
    title = 'Pacte <b>d\'amitié</b> "日ソ"'
    graph = _graph(tc.from_dict({**PACT.to_dict(), "title": title, "reading": []}))
    assert _value(graph, "treaty", SCHEMA + "name") == title
