"""What a treaty file may hold, schema 1: the tables, their keys, and what each means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from enum import Enum
from typing import Any

from treatyclock.civil.moments import STAMP
from treatyclock.civil.periods import ISO_PERIOD
from treatyclock.formats.kinds import (
    AnyOf,
    Flag,
    Found,
    Kind,
    Named,
    Number,
    OneOf,
    Path,
    Several,
    Table,
    Text,
    Whole,
    one_or_several,
)
from treatyclock.law.acts import ActKind, Outcome
from treatyclock.law.clauses import CLAUSES, Clause
from treatyclock.law.clauses.base import Form, Written, written_fields
from treatyclock.law.clauses.conditions import NAMED, TABLES
from treatyclock.law.clauses.delays import Delay
from treatyclock.law.clauses.exit import Since
from treatyclock.law.clauses.term import Anchor
from treatyclock.law.depositaries import profiles
from treatyclock.law.readings import (
    AT_THE_HOUR,
    COUNTED,
    EFFECT_DAY,
    FOR_EVER,
    FROM_THE_DAY,
    GROUNDS,
    LOCK_IN,
    NOT_COUNTED,
    NOTICE_CLOCK,
    Convention,
)

_DAY = r"[-0-9XY?~%.,\[\]]+"  # EDTF: what of it is a date, the reader of dates says
# The readers' own patterns; an editor's dialect knows no names of groups.
_HOUR = re.sub(r"\(\?P<\w+>", "(", STAMP.pattern)
_NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"
_MONTH_DAY = "(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_SHARE = r"(?:100|[1-9]?[0-9](?:\.[0-9]{1,6})?)%"
_CODE = "[A-Za-z][A-Za-z0-9_]{0,15}"

_ADMITS = "acts that it lets count: war, repudiation, extinction, a claimed suspension, a disputed act"
_NAME_HINT = "write lower-case words joined by hyphens, such as ended-by-war"
_HOUR_HINT = "write the wall time as in 1945-04-05T15:00, with a clock or an offset such as +03:00"
_DAY_HINT = (
    "write the day as in 1941-04-25; 1941-04, 1941-04-2X, 1941-04-25~ or [1941-04-24,1941-04-25] where it is not known"
)


def _text(doc: str) -> Text:
    return Text(doc=doc)


def _name(doc: str, example: str = "a-name") -> Text:
    return Text(pattern=_NAME, hint=_NAME_HINT, doc=doc, example=example)


def _day(doc: str) -> Text:
    return Text(pattern=_DAY, hint=_DAY_HINT, doc=doc, example="1950-01-31")


def _moment(doc: str) -> Text:
    return Text(pattern=f"{_DAY}|{_HOUR}", hint=f"{_DAY_HINT}; {_HOUR_HINT}", doc=doc, example="1950-01-31")


def _period(doc: str) -> Text:
    return Text(
        pattern=ISO_PERIOD.pattern,
        hint="write a duration such as P5Y, P6M, P30D",
        doc=doc,
        example="P1Y",
    )


_CLOCK = "Europe/Moscow"
_ZONE = Text(
    doc="a zone: an IANA name, a name of the historic table such as Manchukuo, or an offset such as +09:00",
    example=_CLOCK,
)
A_PARTY = "AAA"
_PARTY = Text(pattern=_CODE, hint="write the code of a party, such as SUN", example=A_PARTY)
_FIRST_DAY = OneOf(values=(COUNTED, NOT_COUNTED), doc="whether the first day counts, where the text says so")
_HOUR_OF_ENTRY = OneOf(values=(FROM_THE_DAY, AT_THE_HOUR), doc="from which hour of its day it is in force")
_TIMES = AnyOf(
    kinds=(OneOf(values=(FOR_EVER,)), Whole(least=1, most=1000)),
    doc="how often the block is added: a number, or 'for ever'",
)
_ANCHOR = AnyOf(
    kinds=(OneOf(values=tuple(anchor.value for anchor in Anchor)), _day("a fixed day")),
    doc="what the term runs from",
)
BASIS: dict[str, Kind] = {
    "ref": _text("where it stands, such as art. 3"),
    "source": one_or_several(_name("the name of a source", "text"), "who says so: names out of [sources]"),
}
_SOURCED = ((("source", "ref"), "say where it comes from: source = a name out of [sources], or ref = the article"),)


# --- clauses: each of their fields says how it is written --------------------------------------


@dataclass(frozen=True, slots=True)
class ConditionKind:
    """A condition: words, or a table known by its first key, perhaps with conditions inside it."""

    doc: str = ""

    def faults(self, value: object, path: Path) -> Iterator[Found]:
        """Yield what is wrong with it."""
        table = self._table(value) if isinstance(value, dict) else None
        if table is not None:
            yield from table.faults(value, path)
        elif isinstance(value, dict):
            leads = ", ".join(self.tables())
            yield path, None, "is no condition", f"write one of {', '.join(NAMED)}, or a table with one of {leads}"
        else:
            yield from self.words().faults(value, path)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema: a reference, since a condition may hold conditions."""
        found = {"$ref": "#/$defs/condition"}
        return {"description": self.doc, **found} if self.doc else found

    def definition(self) -> dict[str, Any]:
        """Return the JSON Schema that is referred to."""
        return {"anyOf": [self.words().schema(), *(table.schema() for table in self.tables().values())]}

    def words(self) -> OneOf:
        """Return the conditions that are words."""
        return OneOf(values=tuple(NAMED))

    def _table(self, value: dict[str, object]) -> Table | None:
        return next((table for lead, table in self.tables().items() if lead in value), None)

    def tables(self) -> dict[str, Table]:
        """Return the conditions that are tables, by the key that each is known by."""
        found = {}
        for each in TABLES:
            (_, lead, _), *rest = written_fields(each)
            keys = {how.key: _kind(how) for _, how, _ in ((None, lead, True), *rest)}
            required = (lead.key, *(how.key for _, how, needed in rest if needed))
            found[lead.key] = Table(keys=keys, required=required)
        return found


def _kind(how: Written) -> Kind:
    one = _one(how)
    return one_or_several(one, how.doc) if how.many else one


def _one(how: Written) -> Kind:
    if isinstance(how.form, Form):
        return _FORMS[how.form](how.doc)
    if issubclass(how.form, Enum):
        return OneOf(values=tuple(each.value for each in how.form), doc=how.doc)
    assert is_dataclass(how.form)
    return Table(keys=_keys(how.form), required=_required(how.form), doc=how.doc)


_FORMS: Mapping[Form, Callable[[str], Kind]] = {
    Form.TEXT: _text,
    Form.FLAG: lambda doc: Flag(doc=doc),
    Form.COUNT: lambda doc: Whole(least=1, most=1000, doc=doc),
    Form.PERIOD: _period,
    Form.SOME_PERIOD: _period,
    Form.DAY: _day,
    Form.MOMENT: _moment,
    Form.MONTH_DAY: lambda doc: Text(
        pattern=_MONTH_DAY, hint="write month and day of every year as in 06-30", doc=doc, example="06-30"
    ),
    Form.FIRST_DAY: lambda doc: OneOf(values=(COUNTED, NOT_COUNTED), doc=doc),
    Form.ANCHOR: lambda doc: _ANCHOR,
    Form.SINCE: lambda doc: AnyOf(kinds=(OneOf(values=tuple(each.value for each in Since)), _day("a day")), doc=doc),
    Form.TIMES: lambda doc: _TIMES,
    Form.SHARE: lambda doc: Text(pattern=_SHARE, hint='write a percentage: "55%"', doc=doc, example="55%"),
    Form.PARTY: lambda doc: _PARTY,
    Form.ACT: lambda doc: _name(doc, "an-act"),
    Form.EVENT: lambda doc: _name(doc, "an-act"),
    Form.WEIGHTS: lambda doc: _name(doc, "tons"),
    Form.CONDITION: lambda doc: ConditionKind(doc=doc),
    Form.DELAY: lambda doc: AnyOf(kinds=(_period(""), Table(keys=_keys(Delay), required=_required(Delay))), doc=doc),
}


def _keys(table: type[Any]) -> dict[str, Kind]:
    return {how.key: _kind(how) for _, how, _ in written_fields(table)}


def _required(table: type[Any]) -> tuple[str, ...]:
    return tuple(how.key for _, how, required in written_fields(table) if required)


def _clause(clause: type[Clause], *, sourced: bool) -> Table:
    return Table(
        keys={**_keys(clause), **BASIS},
        required=_required(clause),
        any_of=_SOURCED if sourced else (),
        doc=clause.DOC,
    )


def _clauses(*, sourced: bool) -> dict[str, Kind]:
    return {name: _clause(clause, sourced=sourced) for name, clause in CLAUSES.items()}


def _choice(which: Convention) -> OneOf:
    return OneOf(values=which.alternatives, doc=which.question)


_EVENT = Table(
    keys={
        "case": Text(
            pattern=r"[A-Za-z0-9][-A-Za-z0-9_./]*",
            hint="write a case's id, or the name of a case file beside this one",
            doc="a case: the id of a shipped one, or a case file beside this one", example="august-1945",
        ),
        "event": Text(doc="the event of it: when its sources allow", example="declaration"),
    },
    required=("case", "event"),
)  # fmt: skip

ACT = Table(
    keys={
        "id": _name("its name; made from kind and party where left out"),
        "kind": OneOf(values=tuple(kind.value for kind in ActKind), doc="what was done"),
        "by": AnyOf(kinds=(_PARTY, Several(kind=_PARTY, most=400)), doc="who did it"),
        "on": _day("the day it was done"),
        "at": AnyOf(
            kinds=(Text(pattern=_HOUR, hint=_HOUR_HINT, example="1950-01-31T15:00+03:00"), _EVENT),
            doc="the hour it was done",
        ),
        "clock": one_or_several(_ZONE, "the zone of the clock it was timed by; a list where it may be one of several"),
        "sent": _moment("when a notice was sent, where that differs"),
        "received": _moment("when it was received, where that differs"),
        "circulated": _moment("when the depositary told the others"),
        "domestic": _moment("when the domestic act preceded it, such as a vote of parliament"),
        "known": _moment("since when it was publicly known, where that differs"),
        "effective": _moment("the day from which it says that it takes effect, where it names one"),
        "until": _moment("the last day, or the hour, to which it extends or suspends"),
        "recorded": _day("the day that the depositary recorded for what follows: it wins, and is compared"),
        "outcome": OneOf(values=tuple(each.value for each in Outcome), doc="what a conference decided"),
        "counts": Flag(doc="false for an instrument that does not count toward a number of them", example=False),
        "disputed": Flag(doc="true where its validity is disputed: it counts only in a reading that admits it"),
        "grounds": _text("what a notice states as its grounds"),
        "of": _name("the act that it answers: for a rescission, the notice it takes back", "an-act"),
        "place": _text("where it was done"),
        "certain": Flag(doc="false where no source that was read gives the date", example=False),
        "note": _text("anything a reader should know"),
        **BASIS,
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
                "effect_day": _choice(EFFECT_DAY),
                "lock_in": _choice(LOCK_IN),
                "grounds": _choice(GROUNDS),
                "notice_clock": _choice(NOTICE_CLOCK),
                "month_end": OneOf(values=("clamp", "roll"), doc="what a day that the month lacks becomes"),
                "midnight": _ZONE,
                "term_from": _ANCHOR,
                "renewals": _TIMES,
            },
            doc="the conventions it settles",
        ),
        **_clauses(sourced=False),
        "without": one_or_several(OneOf(values=tuple(CLAUSES)), "clauses that it takes away"),
        "admits": one_or_several(
            _name("an act", "an-act"),
            _ADMITS,
        ),
        "rejects": one_or_several(_name("an act", "an-act"), "acts that it leaves out"),
        "note": _text("anything a reader should know"),
        **BASIS,
    },
    required=("id", "title", "holder"),
    any_of=_SOURCED,
    doc="a way to read the treaty, with its holder",
)

_PARTY_TABLE = Table(
    keys={
        "name": _text("what to call it in a sentence"),
        "clock": Text(
            doc="the zone of its seat of government", hint="write a zone such as Europe/Moscow", example=_CLOCK
        ),
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
            key_example=A_PARTY,
            least=2,
            most=400,
            count_hint="name two parties at least, and no more than 400",
            doc="the parties, by code",
        ),
        "sources": Named(
            kind=_text("what it is, enough to find it"),
            key=_NAME,
            key_hint=_NAME_HINT,
            key_example="text",
            doc="documents and books, by a short name",
        ),
        "depositary": Table(
            keys={
                "name": _text("who keeps the treaty"),
                "profile": OneOf(values=tuple(sorted(profiles())), doc="how that depositary counts, where it is known"),
                "clock": _ZONE,
            },
            any_of=((("name", "profile"), "say who: name = a State or an office, or profile = a known depositary"),),
            doc="who keeps the treaty, and by whose practice its dates are counted",
        ),
        "weights": Named(
            kind=Table(
                keys={
                    "total": Number(doc="the weight of the whole; the sum of the shares where left out"),
                    "shares": Named(
                        kind=Number(doc="its weight"),
                        key=_CODE,
                        key_hint="write code = weight, such as RUS = 17.4",
                        key_example=A_PARTY,
                        least=1,
                        count_hint="give the weight of one party at least",
                        doc="the weight of each party that has one",
                    ),
                    **BASIS,
                },
                required=("shares",),
                any_of=_SOURCED,
            ),
            key=_NAME,
            key_hint=_NAME_HINT,
            key_example="tons",
            doc="tables of weights that belong to the treaty",
        ),
        **_clauses(sourced=True),
        "counting": Table(
            keys={
                "midnight": one_or_several(_ZONE, "whose midnight begins a day; a list where the text leaves it open"),
                "month_end": OneOf(values=("clamp", "roll"), doc="what a day that the month lacks becomes"),
                **BASIS,
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
        "$defs": {"condition": ConditionKind().definition()},
    }


if __name__ == "__main__":
    import json

    print(json.dumps(json_schema(), indent=2))
