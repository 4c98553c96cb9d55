"""Statements: ranks, values that are not known, qualifiers, references."""

from __future__ import annotations

from treatyclock.formats.wikidata.statements import best, label, statements
from wikidata_items import entity, item, snak, statement, time


def test_what_is_deprecated_is_not_taken_and_what_is_preferred_goes_first() -> None:
    found = entity(
        "Q1", "Treaty",
        statement("P585", time("+1941-04-12"), rank="deprecated"),
        statement("P585", time("+1941-04-13"), rank="preferred"),
        statement("P585", time("+1941-04-25")),
    )  # fmt: skip
    assert [each.rank for each in statements(found, "P585")] == ["preferred", "normal"]
    assert [each.value["time"][:11] for each in best(statements(found, "P585"))] == ["+1941-04-13"]
    assert best(()) == ()


def test_unknown_values_and_no_value_are_told_apart() -> None:
    found = entity("Q1", "Treaty", *(statement("P582", None, kind=each) for each in ("somevalue", "novalue")))
    assert [(each.kind, each.value, each.item) for each in statements(found, "P582")] == [
        ("somevalue", None, ""), ("novalue", None, ""),
    ]  # fmt: skip
    assert statements(found, "P576") == ()


def test_qualifiers_and_references() -> None:
    found = entity(
        "Q1", "Treaty",
        statement(
            "P1891", item("Q17"), snak("P585", time("+1941-04-13")), references=(snak("P854", "https://example.org"),)
        ),
    )  # fmt: skip
    (signed,) = statements(found, "P1891")
    assert signed.item == "Q17"
    assert [each.value["precision"] for each in signed.qualified("P585")] == [11]
    assert signed.qualified("P580") == ()
    assert signed.references == (("P854", "https://example.org"),)


def test_a_name_in_english_or_in_what_there_is() -> None:
    def named(**labels: str) -> str:
        return label({"labels": {key: {"language": key, "value": value} for key, value in labels.items()}})

    assert named(fr="Traité", en="Treaty") == "Treaty"
    assert [named(fr="Traité", mul="Pact"), named(ja="条約"), label({"labels": []})] == ["Pact", "条約", ""]
