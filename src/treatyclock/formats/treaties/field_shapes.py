"""What may stand in a treaty file for each form in which a clause declares that a field is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from enum import Enum
from typing import Any

from treatyclock.civil.moments.text import STAMP
from treatyclock.civil.periods import ISO_PERIOD
from treatyclock.formats.documents.shapes import (
    AnyOf,
    Flag,
    Found,
    Kind,
    OneOf,
    Path,
    Table,
    Text,
    Whole,
    one_or_several,
)
from treatyclock.law.clauses import CLAUSES, Clause
from treatyclock.law.clauses.base import Form, Written, written_fields
from treatyclock.law.clauses.conditions import NAMED, TABLES
from treatyclock.law.clauses.delays import Delay
from treatyclock.law.clauses.exit import Since
from treatyclock.law.clauses.term import Anchor
from treatyclock.law.readings import COUNTED, FOR_EVER, NOT_COUNTED

_DAY = r"[-0-9XY?~%.,\[\]]+"  # EDTF: what of it is a date, the reader of dates says
# The readers' own patterns; an editor's dialect knows no names of groups.
HOUR = re.sub(r"\(\?P<\w+>", "(", STAMP.pattern)
NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"
_MONTH_DAY = "(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_SHARE = r"(?:100|[1-9]?[0-9](?:\.[0-9]{1,6})?)%"
CODE = "[A-Za-z][A-Za-z0-9_]{0,15}"

NAME_HINT = "write lower-case words joined by hyphens, such as ended-by-war"
HOUR_HINT = "write the wall time as in 1945-04-05T15:00, with a clock or an offset such as +03:00"
_DAY_HINT = (
    "write the day as in 1941-04-25; 1941-04, 1941-04-2X, 1941-04-25~ or [1941-04-24,1941-04-25] where it is not known"
)


def text(doc: str) -> Text:
    """Return the kind of a free text."""
    return Text(doc=doc)


def name(doc: str, example: str = "a-name") -> Text:
    """Return the kind of a name."""
    return Text(pattern=NAME, hint=NAME_HINT, doc=doc, example=example)


def day(doc: str) -> Text:
    """Return the kind of a day, imprecise ones among them."""
    return Text(pattern=_DAY, hint=_DAY_HINT, doc=doc, example="1950-01-31")


def moment(doc: str) -> Text:
    """Return the kind of a day, or of an hour with a clock."""
    return Text(pattern=f"{_DAY}|{HOUR}", hint=f"{_DAY_HINT}; {HOUR_HINT}", doc=doc, example="1950-01-31")


def _period(doc: str) -> Text:
    return Text(
        pattern=ISO_PERIOD.pattern,
        hint="write a duration such as P5Y, P6M, P30D",
        doc=doc,
        example="P1Y",
    )


CLOCK = "Europe/Moscow"
ZONE = Text(
    doc="a zone: an IANA name, a name of the historic table such as Manchukuo, or an offset such as +09:00",
    example=CLOCK,
)
A_PARTY = "AAA"
PARTY = Text(pattern=CODE, hint="write the code of a party, such as SUN", example=A_PARTY)
TIMES = AnyOf(
    kinds=(OneOf(values=(FOR_EVER,)), Whole(least=1, most=1000)),
    doc="how often the block is added: a number, or 'for ever'",
)
ANCHOR = AnyOf(
    kinds=(OneOf(values=tuple(anchor.value for anchor in Anchor)), day("a fixed day")),
    doc="what the term runs from",
)
BASIS: dict[str, Kind] = {
    "ref": text("where it stands, such as art. 3"),
    "source": one_or_several(name("the name of a source", "text"), "who says so: names out of [sources]"),
}
SOURCED = ((("source", "ref"), "say where it comes from: source = a name out of [sources], or ref = the article"),)


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
    Form.TEXT: text,
    Form.FLAG: lambda doc: Flag(doc=doc),
    Form.COUNT: lambda doc: Whole(least=1, most=1000, doc=doc),
    Form.PERIOD: _period,
    Form.SOME_PERIOD: _period,
    Form.DAY: day,
    Form.MOMENT: moment,
    Form.MONTH_DAY: lambda doc: Text(
        pattern=_MONTH_DAY, hint="write month and day of every year as in 06-30", doc=doc, example="06-30"
    ),
    Form.FIRST_DAY: lambda doc: OneOf(values=(COUNTED, NOT_COUNTED), doc=doc),
    Form.ANCHOR: lambda doc: ANCHOR,
    Form.SINCE: lambda doc: AnyOf(kinds=(OneOf(values=tuple(each.value for each in Since)), day("a day")), doc=doc),
    Form.TIMES: lambda doc: TIMES,
    Form.SHARE: lambda doc: Text(pattern=_SHARE, hint='write a percentage: "55%"', doc=doc, example="55%"),
    Form.PARTY: lambda doc: PARTY,
    Form.ACT: lambda doc: name(doc, "an-act"),
    Form.EVENT: lambda doc: name(doc, "an-act"),
    Form.WEIGHTS: lambda doc: name(doc, "tons"),
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
        any_of=SOURCED if sourced else (),
        doc=clause.DOC,
    )


def clause_tables(*, sourced: bool) -> dict[str, Kind]:
    """Return the kinds of the tables of all clauses; in a treaty they say where they stand."""
    return {name: _clause(clause, sourced=sourced) for name, clause in CLAUSES.items()}
