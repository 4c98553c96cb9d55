"""What a treaty file may hold, schema 1: the tables, their keys, and what each means."""

from __future__ import annotations

import re
from typing import Any

from treatyclock.civil.moments import STAMP
from treatyclock.civil.periods import ISO_PERIOD
from treatyclock.formats.kinds import AnyOf, Flag, Kind, Named, OneOf, Several, Table, Text, Whole, one_or_several
from treatyclock.law.acts import ActKind, NoticeDate
from treatyclock.law.clauses import Anchor, EntryWhen, ExitWhen
from treatyclock.law.readings import AT_THE_HOUR, COUNTED, FOR_EVER, FROM_THE_DAY, NOT_COUNTED

_DAY = r"[-0-9XY?~%.,\[\]]+"  # EDTF: what of it is a date, the reader of dates says
# The readers' own patterns; an editor's dialect knows no names of groups.
_HOUR = re.sub(r"\(\?P<\w+>", "(", STAMP.pattern)
_NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"
_CODE = "[A-Za-z][A-Za-z0-9_]{0,15}"

_NAME_HINT = "write lower-case words joined by hyphens, such as ended-by-war"
_HOUR_HINT = "write the wall time as in 1945-04-05T15:00, with a clock or an offset such as +03:00"
_DAY_HINT = (
    "write the day as in 1941-04-25; 1941-04, 1941-04-2X, 1941-04-25~ or [1941-04-24,1941-04-25] where it is not known"
)


def _text(doc: str) -> Text:
    return Text(doc=doc)


def _name(doc: str) -> Text:
    return Text(pattern=_NAME, hint=_NAME_HINT, doc=doc)


def _day(doc: str) -> Text:
    return Text(pattern=_DAY, hint=_DAY_HINT, doc=doc)


def _moment(doc: str) -> Text:
    return Text(pattern=f"{_DAY}|{_HOUR}", hint=f"{_DAY_HINT}; {_HOUR_HINT}", doc=doc)


def _period(doc: str) -> Text:
    return Text(
        pattern=ISO_PERIOD.pattern,
        hint="write a duration such as P5Y, P6M, P30D",
        doc=doc,
    )


_ZONE = Text(doc="a zone: an IANA name, a name of the historic table such as Manchukuo, or an offset such as +09:00")
_PARTY = Text(pattern=_CODE, hint="write the code of a party, such as SUN")
_FIRST_DAY = OneOf(values=(COUNTED, NOT_COUNTED), doc="whether the first day counts, where the text says so")
_HOUR_OF_ENTRY = OneOf(
    values=(FROM_THE_DAY, AT_THE_HOUR), doc="from which hour of its day it is in force, where the text says so"
)
_TIMES = AnyOf(
    kinds=(OneOf(values=(FOR_EVER,)), Whole(least=1, most=1000)),
    doc="how often the block is added: a number, or 'for ever'",
)
_ANCHOR = AnyOf(
    kinds=(OneOf(values=tuple(anchor.value for anchor in Anchor)), _day("a fixed day")),
    doc="what the term runs from",
)
_BASIS: dict[str, Kind] = {
    "ref": _text("where it stands, such as art. 3"),
    "source": one_or_several(_name("the name of a source"), "who says so: names out of [sources]"),
}
_SOURCED = ((("source", "ref"), "say where it comes from: source = a name out of [sources], or ref = the article"),)

_ENTRY_KEYS: dict[str, Kind] = {
    "when": OneOf(values=tuple(when.value for when in EntryWhen), doc="what brings the treaty into force"),
    "on": _day("the day, for a fixed date"),
    "hour": _HOUR_OF_ENTRY,
    **_BASIS,
}
_TERM_KEYS: dict[str, Kind] = {
    "lasts": _period("how long the term is"),
    "from": one_or_several(_ANCHOR, "what it runs from; a list where the text leaves it open"),
    "first_day": _FIRST_DAY,
    **_BASIS,
}
_RENEWAL_KEYS: dict[str, Kind] = {
    "block": _period("by how much the treaty is prolonged each time"),
    "times": one_or_several(_TIMES, "how often; a list where the text leaves it open"),
    "then": OneOf(values=("ends", "indefinite"), doc="what follows the last block"),
    **_BASIS,
}
_DENUNCIATION_KEYS: dict[str, Kind] = {
    "when": OneOf(values=tuple(when.value for when in ExitWhen), doc="when a denunciation can take effect"),
    "notice": _period("how long before; leave it out where a denunciation takes effect at once"),
    "notice_when_indefinite": _period("the notice once the treaty runs without a term, where it differs"),
    "runs_from": OneOf(values=tuple(date.value for date in NoticeDate), doc="which date of the notice counts"),
    "first_day": _FIRST_DAY,
    **_BASIS,
}

CLAUSES = {
    "entry_into_force": (_ENTRY_KEYS, ("when",), "the clause on entry into force"),
    "term": (_TERM_KEYS, ("lasts", "from"), "the term; leave the table out for a treaty without one"),
    "renewal": (_RENEWAL_KEYS, (), "tacit renewal at the end of the term, unless denounced in time"),
    "denunciation": (_DENUNCIATION_KEYS, ("when",), "the right to leave; leave the table out where there is none"),
}


def _clauses(*, sourced: bool) -> dict[str, Kind]:
    any_of = _SOURCED if sourced else ()
    return {
        name: Table(keys=keys, required=required, any_of=any_of, doc=doc)
        for name, (keys, required, doc) in CLAUSES.items()
    }


ACT = Table(
    keys={
        "id": _name("its name; made from kind and party where left out"),
        "kind": OneOf(values=tuple(kind.value for kind in ActKind), doc="what was done"),
        "by": one_or_several(_PARTY, "who did it"),
        "on": _day("the day it was done"),
        "at": Text(pattern=_HOUR, hint=_HOUR_HINT, doc="the hour it was done"),
        "clock": one_or_several(_ZONE, "the zone of the clock it was timed by; a list where it may be one of several"),
        "sent": _moment("when a notice was sent, where that differs"),
        "received": _moment("when it was received, where that differs"),
        "known": _moment("since when it was publicly known, where that differs"),
        "of": _name("for a rescission: the notice it takes back"),
        "place": _text("where it was done"),
        "certain": Flag(doc="false where no source that was read gives the date"),
        "note": _text("anything a reader should know"),
        **_BASIS,
    },
    required=("kind", "by"),
    one_of=((("on", "at"), "say when: on = a day, or at = an hour with a clock"),),
    any_of=_SOURCED,
    doc="something that was done",
)

_READING = Table(
    keys={
        "id": _name("its name"),
        "title": _text("what it holds, in a few words"),
        "holder": _text("who reads the treaty so"),
        "choose": Table(
            keys={
                "first_day": _FIRST_DAY,
                "notice_first_day": _FIRST_DAY,
                "entry_hour": _HOUR_OF_ENTRY,
                "month_end": OneOf(values=("clamp", "roll"), doc="what a day that the month lacks becomes"),
                "midnight": _ZONE,
                "term_from": _ANCHOR,
                "renewals": _TIMES,
            },
            doc="the conventions it settles",
        ),
        **_clauses(sourced=False),
        "admits": one_or_several(_name("an act"), "acts that it lets end the treaty: war, repudiation, extinction"),
        "rejects": one_or_several(_name("an act"), "acts that it leaves out"),
        "note": _text("anything a reader should know"),
        **_BASIS,
    },
    required=("id", "title", "holder"),
    any_of=_SOURCED,
    doc="a way to read the treaty, with its holder",
)

_PARTY_TABLE = Table(
    keys={
        "name": _text("what to call it in a sentence"),
        "clock": Text(doc="the zone of its seat of government", hint="write a zone such as Europe/Moscow"),
    },
    required=("name",),
)

TREATY = Table(
    keys={
        "schema": OneOf(values=(1,), doc="the version of this format"),
        "id": _name("the treaty's name"),
        "title": _text("the treaty's title"),
        "note": _text("anything a reader should know"),
        "parties": Named(
            kind=AnyOf(kinds=(_text("its name"), _PARTY_TABLE)),
            key=_CODE,
            key_hint='write code = "name", such as SUN = "USSR"',
            least=2,
            most=2,
            count_hint="name two parties: this version reads bilateral treaties",
            doc="the parties, by code",
        ),
        "sources": Named(
            kind=_text("what it is, enough to find it"),
            key=_NAME,
            key_hint=_NAME_HINT,
            doc="documents and books, by a short name",
        ),
        **_clauses(sourced=True),
        "counting": Table(
            keys={
                "midnight": one_or_several(_ZONE, "whose midnight begins a day; a list where the text leaves it open"),
                "month_end": OneOf(values=("clamp", "roll"), doc="what a day that the month lacks becomes"),
                **_BASIS,
            },
            any_of=_SOURCED,
            doc="what the text itself says of counting days",
        ),
        "act": Several(kind=ACT, doc="what was done", least=0, most=2000, hint="write [[act]]"),
        "reading": Several(
            kind=_READING,
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
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "treatyclock treaty file, schema 1",
        **TREATY.schema(),
    }


if __name__ == "__main__":
    import json

    print(json.dumps(json_schema(), indent=2))
