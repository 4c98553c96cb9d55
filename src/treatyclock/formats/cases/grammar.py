"""What a case file may hold, schema 1: sources, clocks, events, and what is claimed of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from treatyclock.declarations import declared
from treatyclock.formats.documents.containers import ListShape, MapShape, TableShape, one_or_several
from treatyclock.formats.documents.shapes import ChoiceShape, FlagShape, Shape, TextShape, WholeNumberShape
from treatyclock.testimony.claims.base import ClaimKind, Confidence, KeyForm

NAME = "[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*"
_NAME_HINT = "write letters and digits joined by hyphens, such as s1 or trans-baikal"
_DURATION = "-?P(?=[0-9T])(?:[0-9]{1,6}D)?(?:T(?=[0-9])(?:[0-9]{1,6}H)?(?:[0-9]{1,6}M)?(?:[0-9]{1,6}S)?)?"


def _text(doc: str) -> TextShape:
    return TextShape(doc=doc)


def _name(doc: str) -> TextShape:
    return TextShape(pattern=NAME, hint=_NAME_HINT, doc=doc)


def _duration(doc: str) -> TextShape:
    return TextShape(pattern=_DURATION, hint="write a duration such as PT30M, or -PT5M for back in time", doc=doc)


def _offset(doc: str) -> TextShape:
    return TextShape(
        pattern=r"[+-][0-9]{2}:[0-9]{2}(?::[0-9]{2})?", hint="write an offset from UTC such as +09:00", doc=doc
    )  # fmt: skip


_CONFIDENCE = ChoiceShape(values=tuple(each.value for each in Confidence), doc="how far it can be trusted")
_SOURCE = one_or_several(_name("the name of a source"), "who says so: names out of [sources]")
_NOTE = _text("anything a reader should know")

_OTHER = TableShape(
    keys={"offset": _offset("the offset"), "source": _SOURCE, "note": _NOTE},
    required=("offset",),
    doc="an offset that the clock may have had instead",
)

_CLOCK = TableShape(
    keys={
        "name": _text("what to call it in a sentence"),
        "zone": _text("a zone: an IANA name, a name of the historic table such as Manchukuo"),
        "offset": _offset("a fixed offset"),
        "label": _text("what documents print for it, such as Central European time"),
        "other": ListShape(shape=_OTHER, hint="write other = [{ offset = ... }]", doc="other offsets to consider"),
        "candidate": FlagShape(doc="whether claims may be moved to it; true where left out"),
        "confidence": _CONFIDENCE,
        "source": _SOURCE,
        "note": _NOTE,
    },
    required=("name",),
    one_of=((("zone", "offset", "label"), "say which clock it is, by exactly one of zone, offset and label"),),
)

_SHAPES: Mapping[KeyForm, Callable[[str], Shape]] = {
    KeyForm.EVENT: _name,
    KeyForm.CLOCK: _name,
    KeyForm.CLOCKS: lambda doc: one_or_several(_name("a clock"), doc),
    KeyForm.READING: lambda doc: TextShape(
        pattern=r"[-+0-9]{8,12}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?",
        hint="write the reading of the clock as in 1945-08-09T00:10; the clock is named by clock",
        doc=doc,
    ),
    KeyForm.OFFSET: _offset,
    KeyForm.TEXT: _text,
}

CLAIM_KINDS = declared("treatyclock.testimony.claims", ClaimKind)
KINDS: Mapping[str, ClaimKind] = {kind.key.name: kind for kind in CLAIM_KINDS}
"""The kinds of claim by the key that says which kind it is."""

_ANY: Mapping[str, Shape] = {
    "id": _name("its name"),
    "computed_from": ListShape(
        shape=_name("a claim"), doc="claims from which it was worked out; if one of them falls, it falls too"
    ),
    "confidence": _CONFIDENCE,
    "source": _SOURCE,
    "note": _NOTE,
}
"""The keys that any claim may have."""

_CLAIM = TableShape(
    keys={**{key.name: _SHAPES[key.form](key.doc) for kind in CLAIM_KINDS for key in kind.keys}, **_ANY},
    required=("id", "source"),
    one_of=((tuple(KINDS), f"say one thing in one claim, by one of {', '.join(KINDS)}"),),
    doc="something that a source says",
)

_BOUNDS = TableShape(
    keys={"from": _duration("the least"), "to": _duration("the most"), "note": _text("why")},
    required=("from", "to"),
)

_COST = WholeNumberShape(least=2, most=1_000_000, doc="what it costs to give such a claim up; to move it costs half")

CASE = TableShape(
    keys={
        "schema": ChoiceShape(values=(1,), doc="the version of this format"),
        "id": _name("the case's name"),
        "title": _text("the case's title"),
        "note": _NOTE,
        "sources": MapShape(
            shape=TableShape(
                keys={"title": _text("what it is, enough to find it"), "confidence": _CONFIDENCE},
                required=("title", "confidence"),
            ),
            key=NAME, key_hint=_NAME_HINT, key_example="text",
            least=1,
            count_hint="name a source",
            doc="documents and books, by a short name",
        ),
        "clocks": MapShape(
            shape=_CLOCK, key=NAME, key_hint=_NAME_HINT, key_example="moscow", most=100,
            count_hint="no more than 100 are read",
            doc="the clocks",
        ),
        "events": MapShape(
            shape=_text("what to call it in a sentence"), key=NAME, key_hint=_NAME_HINT, key_example="attack",
            least=1, most=2000,
            count_hint="name an event, and no more than 2000", doc="what happened",
        ),
        "claim": ListShape(shape=_CLAIM, least=1, most=2000, hint="write [[claim]]", doc="what the sources say"),
        "words": MapShape(
            shape=_BOUNDS,
            key=r"[^\u0000-\u001f]+",
            key_example="a good while",
            key_hint='write words = { from = "PT0M", to = "PT30M" }',
            doc="vague words, and the bounds that this case gives them",
        ),
        "costs": TableShape(
            keys={each.value: _COST for each in Confidence},
            doc="what it costs to give a claim up, by how far it can be trusted",
        ),
    },
    required=("schema", "id", "title", "sources", "events", "claim"),
    doc="A case: what sources claim of events and clocks",
)  # fmt: skip


def uses(kind: ClaimKind) -> tuple[str, ...]:
    """Return the keys that a claim of a kind has a use for."""
    return (*(key.name for key in kind.keys), *_ANY)


def case_schema() -> dict[str, Any]:
    """Return the JSON Schema for editors, made from the same grammar as the loader.

    Example:
        >>> case_schema()["title"]
        'treatyclock case file, schema 1'
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "treatyclock case file, schema 1",
        **CASE.schema(),
    }


def case_schema_path() -> Path:
    """Return the path of the JSON Schema for editors that ships with the package.

    Example:
        >>> case_schema_path().name
        'case.schema.json'
    """
    return Path(__file__).with_name("case.schema.json")


if __name__ == "__main__":
    import json

    print(json.dumps(case_schema(), indent=2))
