"""The same as plain data: what JSON holds of an argument."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.reasoning.argument import Step
from treatyclock.derive.reasoning.reasons import Beside, Given, Value
from treatyclock.derive.reasoning.tally import Tally
from treatyclock.derive.reasoning.timing import Span
from treatyclock.instants import iso
from treatyclock.law.parties import Source
from treatyclock.law.record import Record
from treatyclock.show.provisions import provisions_beside, where_it_stands
from treatyclock.show.sentences import ref, sentence


def step(value: Step, record: Record) -> dict[str, Any]:
    """Return one step: its number, its premises, what it comes to, and the sentence for it."""
    first = value.variants[0].value
    return {
        "number": value.number,
        "key": str(value.key),
        "kind": "given" if isinstance(first, Given) else "derived",
        "rule": None if isinstance(first, Given) else first.rule.name,
        "because": list(value.because),
        "hypothetical": value.hypothetical,
        "values": [
            {
                "value": None if isinstance(each.value, Given) else _plain(each.value.value),
                "under": dict(each.under),
            }
            for each in value.variants
        ]
        if not isinstance(first, Given)
        else [],
        "law": "" if isinstance(first, Given) else first.rule.law,
        "ref": ref(first.origin) if isinstance(first, Given) else "",
        "sources": sorted({s for each in value.variants if isinstance(each.value, Given) for s in each.value.sources}),
        "text": sentence(value, record),
    }


def _plain(value: Value) -> bool | str | None:
    match value:
        case bool() | None:
            return value
        case Days():
            return str(value)
        case Span(earliest, latest):
            return iso(earliest) if earliest == latest else f"{iso(earliest)}/{iso(latest)}"
        case Beside(recorded, _):
            return str(recorded)
        case Tally():
            return None if value.day is None else str(value.day)
        case _:
            return value.name


def provisions(steps: Sequence[Step], record: Record, known_as_of: Moment | None) -> list[dict[str, Any]]:
    """Return the provisions that move no date and are about what an argument names."""
    return [
        {"ref": where_it_stands(each, record), "about": each.about.value, "text": each.text}
        for each in provisions_beside(steps, record, known_as_of)
    ]


def cited(steps: Sequence[Step], record: Record) -> tuple[Source, ...]:
    """Return the sources that an argument names, in the order in which it does."""
    ids = dict.fromkeys(
        source
        for each in steps
        for variant in each.variants
        if isinstance(variant.value, Given)
        for source in variant.value.sources
    )
    known = {source.id: source for source in record.sources}
    return tuple(known[id] for id in ids if id in known)
