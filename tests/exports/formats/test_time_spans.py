"""CIDOC-CRM and PROV, read back by rdflib."""

from __future__ import annotations

from typing import Any

import pytest

import treatyclock as tc
from small_treaties import act, entry, two

rdflib = pytest.importorskip("rdflib", reason="rdflib reads the linked data back")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

BASE = "https://example.org/pact"
PREFIXES = """
PREFIX crm: <http://www.cidoc-crm.org/cidoc-crm/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
PACT = tc.load("soviet-japanese-neutrality-pact")


def _asked(of: tc.Treaty | tc.View, query: str) -> list[tuple[str, ...]]:
    graph: Any = rdflib.Graph().parse(data=tc.export(of, "cidoc"), format="json-ld", publicID=BASE)
    return sorted(tuple(str(each).removeprefix(BASE) for each in row) for row in graph.query(PREFIXES + query))


def test_four_bounds_where_the_end_is_open() -> None:
    rows = _asked(
        PACT.under(reading="molotov-to-sato", party="JPN"),
        """SELECT ?a ?b ?c ?d { <https://example.org/pact#in-force-JPN-1> crm:P4_has_time-span ?t .
           ?t crm:P82a_begin_of_the_begin ?a ; crm:P81a_end_of_the_begin ?b ;
              crm:P81b_begin_of_the_end ?c ; crm:P82b_end_of_the_end ?d }""",
    )
    assert rows == [("1941-04-25T00:00:00", "1941-04-25T00:00:00", "1946-04-25T00:00:00", "1946-04-26T00:00:00")]


def test_the_outer_bounds_are_those_of_all_readings() -> None:
    query = """SELECT ?a ?b { <https://example.org/pact#in-force-generally-1> crm:P4_has_time-span ?t .
               ?t crm:P82a_begin_of_the_begin ?a . OPTIONAL { ?t crm:P82b_end_of_the_end ?b } }"""
    assert _asked(PACT, query) == [("1941-04-13T00:00:00", "1951-04-26T00:00:00")]


def test_what_lasts_has_no_bound_at_its_end() -> None:
    query = """SELECT ?b { <https://example.org/pact#in-force-generally-1> crm:P4_has_time-span ?t .
               { ?t crm:P82b_end_of_the_end ?b } UNION { ?t crm:P81b_begin_of_the_end ?b } }"""
    assert _asked(tc.load("kyoto-protocol-1997"), query) == []


def test_what_a_reading_says_is_said_by_its_holder_from_its_sources() -> None:
    rows = _asked(
        PACT,
        """SELECT ?label ?source ?last {
             ?said a crm:E13_Attribute_Assignment ; prov:wasDerivedFrom ?reading ; crm:P14_carried_out_by ?holder ;
                   crm:P140_assigned_attribute_to <https://example.org/pact#in-force-JPN-1> ;
                   crm:P177_assigned_property_of_type crm:P4_has_time-span ; crm:P141_assigned ?t .
             ?t crm:P82b_end_of_the_end ?last .
             ?reading prov:wasAttributedTo ?holder ; prov:hadPrimarySource ?source .
             ?holder rdfs:label ?label . FILTER(?reading = <https://example.org/pact#reading-atop-coding>) }""",
    )
    assert rows == [
        ("ATOP 5.1, a data set's convention and no legal claim", "#source-atop", "1945-04-05T21:00:00"),
    ]  # fmt: skip


def test_each_time_by_a_reading_lies_within_one_by_all_of_them() -> None:
    rows = _asked(
        tc.load("paris-agreement-2015").under(party="USA"),
        """SELECT ?period ?first { ?said crm:P140_assigned_attribute_to ?period ; crm:P141_assigned ?t .
           ?period a crm:E4_Period . ?t crm:P82a_begin_of_the_begin ?first }""",
    )
    assert rows[:2] == [
        ("#in-force-USA-1", "2016-11-04T00:00:00"), ("#in-force-USA-2", "2021-02-19T00:00:00"),
    ]  # fmt: skip


def test_acts_stand_between_instants_in_utc_and_name_their_documents() -> None:
    rows = _asked(
        PACT.under(reading="first-day-counted"),
        """SELECT ?a ?d ?doc { <https://example.org/pact#act-denunciation> crm:P4_has_time-span ?t ;
             crm:P70i_is_documented_in ?doc . ?t crm:P82a_begin_of_the_begin ?a ; crm:P82b_end_of_the_end ?d }""",
    )
    assert {row[2] for row in rows} == {"#source-frus-1945-v", "#source-zvezda"}
    assert {row[0] for row in rows} == {"1945-04-05T12:00:00+00:00"}


def test_a_doubtful_act_has_a_note_and_no_time() -> None:
    query = """SELECT ?note { ?act rdfs:label "exchange of instruments" ; crm:P3_has_note ?note .
               FILTER NOT EXISTS { ?act crm:P4_has_time-span ?t } }"""
    assert ("The date was not found in a source that was read.",) in _asked(
        PACT.under(reading="first-day-counted"), query
    )


def test_an_act_that_is_only_tried_was_not_done() -> None:
    tried = PACT.what_if(add={"id": "tried", "kind": "denunciation", "by": "JPN", "on": "1944-01-01", "ref": "x"})
    assert "act-tried" not in tc.export(tried.under(reading="first-day-counted"), "cidoc")


def test_a_bound_that_no_date_says_is_left_out() -> None:
    # On some clock on earth the first day of the year 1 began before the year 1.
    first = two(entry("signed"), act("signature", "AAA BBB", "0001-01-01"), clocks=(None, None))
    bounds = _asked(first, "SELECT ?p ?o WHERE { ?act a crm:E7_Activity; crm:P4_has_time-span ?t . ?t ?p ?o . }")
    said = {of.rpartition("/")[2]: value for of, value in bounds if "/P8" in of}
    assert said == {"P82b_end_of_the_end": "0001-01-02T15:56:08+00:00"}  # as clocks stood before zones
