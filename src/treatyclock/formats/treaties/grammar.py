"""What a treaty file may hold, schema 1: the tables, their keys, and what each means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from treatyclock.formats.documents.containers import AnyShape, ListShape, MapShape, TableShape, one_or_several
from treatyclock.formats.documents.shapes import ChoiceShape, FlagShape, NumberShape, Shape, TextShape, WholeNumberShape
from treatyclock.formats.treaties._field_shapes import (
    A_PARTY,
    BASIS,
    CLOCK,
    CODE,
    CODE_FORM,
    CODE_HINT,
    HOUR,
    HOUR_HINT,
    NAME,
    NAME_HINT,
    PARTY,
    SOURCED,
    ZONE,
    ConditionShape,
    clause_tables,
    convention_shape,
    day_or_not_known_shape,
    day_shape,
    keys_of,
    moment_or_not_known_shape,
    moment_shape,
    name_shape,
    period_shape,
    text_shape,
)
from treatyclock.law.acts.act import Decision, EffectDay
from treatyclock.law.coverage import Coverage
from treatyclock.law.depositaries import Deposit, profiles
from treatyclock.law.parts import TreatyPart
from treatyclock.law.record import Counting
from treatyclock.law.vocabulary import ACT_KINDS, CLAUSES, CONVENTIONS

_ADMITS = "acts that it lets count: a disputed act, or an act that invokes a ground outside the treaty, such as war"
_EVENT = TableShape(
    keys={
        "case": TextShape(
            pattern=r"[A-Za-z0-9][-A-Za-z0-9_./]*",
            hint="write a case's id, or the name of a case file beside this one",
            doc="a case: the id of a shipped one, or a case file beside this one", example="august-1945",
        ),
        "event": TextShape(doc="the event: the act is dated when the sources allow it", example="declaration"),
    },
    required=("case", "event"),
)  # fmt: skip

_DEPOSITS = MapShape(
    shape=moment_or_not_known_shape("when this depositary received it"),
    key=NAME,
    key_hint=NAME_HINT,
    key_example="london",
    least=1,
    count_hint="give the day on which one depositary at least received it",
    doc="when each of several depositaries received it",
)


def _other_names() -> Mapping[str, Sequence[str]]:
    """Return what else people call kinds of act, each with the kinds that it may mean."""
    found: dict[str, list[str]] = {}
    for kind in ACT_KINDS.values():
        for name in kind.also:
            found.setdefault(name, []).append(kind.name)
    return found


ACT = TableShape(
    keys={
        "id": name_shape("its name; made from kind and party where left out"),
        "kind": ChoiceShape(values=tuple(ACT_KINDS), doc="what was done", also=_other_names()),
        "by": AnyShape(shapes=(PARTY, ListShape(shape=PARTY, most=400)), doc="who did it"),
        "on": day_or_not_known_shape("the day it was done"),
        "at": AnyShape(
            shapes=(TextShape(pattern=HOUR, hint=HOUR_HINT, example="1950-01-31T15:00+03:00"), _EVENT),
            doc="the hour it was done",
        ),
        "clock": one_or_several(ZONE, "the zone of the clock it was timed by; a list where it may be one of several"),
        "sent": moment_shape("when a notice was sent, where that differs"),
        "received": AnyShape(
            shapes=(moment_shape(""), _DEPOSITS),
            doc="when it was received, where that differs; where there are several depositaries, by each of them",
        ),
        "circulated": moment_shape("when the depositary told the others"),
        "domestic": moment_shape("when a domestic act came before it, such as a vote of parliament"),
        "known": moment_shape("since when it was publicly known, where that differs"),
        "effective": moment_or_not_known_shape("the day from which it says that it takes effect, where it names one"),
        "counted_from": moment_shape("the day from which, by its own words, the period of a notice runs"),
        "until": moment_shape("the last day, or the hour, to which it extends or suspends"),
        "effect_day": ChoiceShape(
            values=tuple(each.value for each in EffectDay),
            doc="whether the day that it names for an end, or that was recorded, is the first out or the last in force",
        ),
        "period": period_shape("by how much it extends the term, counted from its end, where it names no last day"),
        "recorded": moment_or_not_known_shape(
            "the day of entry or exit, or the hour of an exit, that the depositary recorded: it prevails over the "
            "count, and is compared with it"
        ),
        "outcome": ChoiceShape(values=tuple(each.value for each in Decision), doc="what a conference decided"),
        "counts": FlagShape(doc="false for an instrument that does not count toward the number needed", example=False),
        "ordinal": WholeNumberShape(
            least=1, most=1000, doc="which of the instruments that count it was, by its source: 35 for the thirty-fifth"
        ),
        "disputed": FlagShape(doc="true where its validity is disputed: it counts only in a reading that admits it"),
        "grounds": text_shape("what a notice states as its grounds"),
        "to": AnyShape(
            shapes=(PARTY, ListShape(shape=PARTY, most=400)),
            doc="the parties that a notice reached, or towards which the treaty is suspended, where these are not all",
        ),
        "of": name_shape("the act that it answers: for a rescission, the notice it takes back", "an-act"),
        "part": name_shape("the part of the treaty that it is about, where it is not about the whole", "a-part"),
        "treaty": text_shape("the other treaty that it is about: its id or title, as the clause has it"),
        "place": text_shape("where it was done"),
        "certain": FlagShape(doc="false where no source that was read gives the date", example=False),
        "note": text_shape("anything a reader should know"),
        **BASIS,
    },
    required=("kind", "by"),
    one_of=((("on", "at"), "say when: on = a day, or at = an hour with a clock"),),
    any_of=SOURCED,
    doc="something that was done",
    also={
        "date": ("on", "at"),
        "day": ("on",),
        "time": ("at",),
        "when": ("on", "at"),
        "party": ("by",),
        "parties": ("by",),
        "who": ("by",),
        "type": ("kind",),
        "what": ("kind",),
        "deposited": ("received",),
        "article": ("ref",),
        "sources": ("source",),
        "zone": ("clock",),
        "comment": ("note",),
        "effect": ("effective",),
        "for": ("period",),
        "lasts": ("period",),
    },
)

_READING = TableShape(
    keys={
        "id": name_shape("its name"),
        "title": text_shape("what it holds, in a few words"),
        "holder": text_shape("who reads the treaty in this way"),
        "choose": TableShape(
            keys={each.key: convention_shape(each) for each in CONVENTIONS.values()},
            doc="the conventions it settles",
        ),
        **clause_tables(sourced=False),
        "without": one_or_several(ChoiceShape(values=tuple(CLAUSES)), "clauses that it takes away"),
        "admits": one_or_several(
            name_shape("an act", "an-act"),
            _ADMITS,
        ),
        "rejects": one_or_several(name_shape("an act", "an-act"), "acts that it leaves out"),
        "note": text_shape("anything a reader should know"),
        **BASIS,
    },
    required=("id", "title", "holder"),
    any_of=SOURCED,
    doc="a way to read the treaty, with its holder",
)

_PART = TableShape(
    keys={
        "id": name_shape("its name", "a-part"),
        **keys_of(TreatyPart),
        **clause_tables(sourced=True),
        "without": one_or_several(ChoiceShape(values=tuple(CLAUSES)), "the treaty's clauses that do not hold for it"),
        "note": text_shape("anything a reader should know"),
        **BASIS,
    },
    required=("id",),
    any_of=SOURCED,
    doc="a part of the treaty with a life of its own: a chapter, an annex, a protocol, an amendment, an article",
)

_MEMBER = TableShape(
    keys={
        "name": text_shape("what to call it in a sentence"),
        "from": day_shape("the first day of its membership, where it joined later"),
        "until": day_shape("the last day of its membership"),
    },
    doc="since when and until when it is a member",
)

_TERRITORY = TableShape(
    keys={
        "name": text_shape("what to call it in a sentence"),
        "from": day_shape("the first day on which the treaty extends to it, where that is a day of its own"),
        "until": day_shape("the last day on which it does"),
        "extends": FlagShape(doc="false where the treaty does not extend to it", example=False),
    },
    doc="on which days the treaty extends to it",
)

_PARTY_TABLE = TableShape(
    keys={
        "name": text_shape("what to call it in a sentence"),
        "clock": TextShape(
            doc="the zone of its seat of government", hint="write a zone such as Europe/Moscow", example=CLOCK
        ),
        "members": MapShape(
            shape=_MEMBER,
            key=CODE,
            key_hint=f"write code = {{}}, such as FRA = {{}}; {CODE_FORM}",
            key_example="FRA",
            most=400,
            doc="the States that are no parties themselves, and for which the treaty is in force through this one",
        ),
        "territories": MapShape(
            shape=_TERRITORY,
            key=CODE,
            key_hint=f"write code = {{}}, such as HKG = {{}}; {CODE_FORM}",
            key_example="HKG",
            most=400,
            doc="its territories that are told apart, with the days on which the treaty extends to them",
        ),
    },
    required=("name",),
)

TREATY = TableShape(
    keys={
        "schema": ChoiceShape(values=(1,), doc="the version of this format"),
        "id": name_shape("the treaty's name"),
        "title": text_shape("the treaty's title"),
        "note": text_shape("anything a reader should know"),
        "parties": MapShape(
            shape=AnyShape(shapes=(text_shape("its name"), _PARTY_TABLE)),
            key=CODE,
            key_hint=CODE_HINT,
            key_example=A_PARTY,
            least=2,
            most=400,
            count_hint="name two parties at least, and no more than 400",
            doc="the parties, by code",
        ),
        "groups": MapShape(
            shape=one_or_several(PARTY),
            key=CODE,
            key_hint=f'write code = [parties], such as EFTA = ["CHE", "NOR"]; {CODE_FORM}',
            key_example="EFTA",
            doc="some of the parties under one name, which may stand wherever parties are named",
        ),
        "sources": MapShape(
            shape=text_shape("what it is, enough to find it"),
            key=NAME,
            key_hint=NAME_HINT,
            key_example="text",
            doc="documents and books, by a short name",
        ),
        "depositary": TableShape(
            keys={
                "name": text_shape("who keeps the treaty"),
                "profile": ChoiceShape(
                    values=tuple(sorted(profiles())), doc="how that depositary counts, where it is known"
                ),
                "clock": ZONE,
                "several": MapShape(
                    shape=AnyShape(
                        shapes=(
                            text_shape("who it is"),
                            TableShape(
                                keys={
                                    "name": text_shape("who it is"),
                                    "clock": ZONE,
                                    "parties": one_or_several(PARTY, "who deposits with it alone"),
                                },
                                required=("name",),
                                doc="one of the depositaries",
                            ),
                        )
                    ),
                    key=NAME,
                    key_hint=NAME_HINT,
                    key_example="london",
                    least=1,
                    count_hint="name the depositaries",
                    doc="the depositaries, where they are several, by a short name each",
                ),
                "deposit": ChoiceShape(
                    values=tuple(each.value for each in Deposit),
                    doc="which of several deposits counts, or that all must have it; left out where the text is silent",
                    also={"with any": (Deposit.THE_FIRST.value,), "any": (Deposit.THE_FIRST.value,)},
                ),
            },
            any_of=((("name", "profile"), "say who: name = a State or an office, or profile = a known depositary"),),
            doc="who keeps the treaty, and by whose practice its dates are counted",
        ),
        "weights": MapShape(
            shape=TableShape(
                keys={
                    "total": NumberShape(doc="the weight of the whole; the sum of the shares where left out"),
                    "shares": MapShape(
                        shape=NumberShape(doc="its weight"),
                        key=CODE,
                        key_hint=f"write code = weight, such as RUS = 17.4; {CODE_FORM}",
                        key_example=A_PARTY,
                        least=1,
                        count_hint="give the weight of one party at least",
                        doc="the weight of each party that has one",
                    ),
                    **BASIS,
                },
                required=("shares",),
                any_of=SOURCED,
            ),
            key=NAME,
            key_hint=NAME_HINT,
            key_example="tons",
            doc="tables of weights that belong to the treaty",
        ),
        **clause_tables(sourced=True),
        "counting": TableShape(
            keys={
                **keys_of(Counting),
                **BASIS,
            },
            any_of=SOURCED,
            doc="what the text itself says of counting days",
        ),
        "record": TableShape(
            keys={**keys_of(Coverage), **BASIS},
            any_of=((("parties", "acts", "until"), "say what is in part, or up to when the record goes"),),
            doc="how much of what was done this file holds: of what it may lack, nothing follows from silence",
        ),
        "act": ListShape(shape=ACT, doc="what was done", least=0, most=2000, hint="write [[act]]"),
        "part": ListShape(
            shape=_PART,
            doc="parts of the treaty that have a life of their own",
            least=0,
            most=200,
            hint="write [[part]]",
        ),
        "reading": ListShape(
            shape=_READING,
            doc="who reads it differently",
            least=0,
            most=200,
            hint="write [[reading]]",
        ),
    },
    required=("schema", "id", "title", "parties"),
    doc="A treaty: its parties, final clauses, acts and readings",
)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema for editors, made from the same grammar as the loader.

    Example:
        >>> json_schema()["title"]
        'treatyclock treaty file, schema 1'
    """
    clauses = {
        **{name: table.schema() for name, table in _tables(sourced=True)},
        # A reading need not say where its clauses stand, nor from when they are known.
        **{f"{name}-of-a-reading": table.schema() for name, table in _tables(sourced=False)},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "treatyclock treaty file, schema 1",
        **_referring(TREATY.schema(), clauses),
        "$defs": {"condition": ConditionShape().definition(), **clauses},
    }


def _tables(*, sourced: bool) -> Iterator[tuple[str, Shape]]:
    """Yield each clause's table, alone where a treaty may have several."""
    for name, shape in clause_tables(sourced=sourced).items():
        yield name, shape.shape if isinstance(shape, ListShape) else shape


def _referring(schema: Any, definitions: Mapping[str, Any]) -> Any:
    """Return a schema in which what is defined stands once: a treaty, its parts and readings have the same clauses."""
    for name, definition in definitions.items():
        if schema == definition:
            return {"$ref": f"#/$defs/{name}"}
    if isinstance(schema, dict):
        return {key: _referring(value, definitions) for key, value in schema.items()}
    return [_referring(each, definitions) for each in schema] if isinstance(schema, list) else schema


if __name__ == "__main__":
    import json

    print(json.dumps(json_schema(), indent=2))
