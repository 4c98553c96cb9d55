"""For each form in which a field of a clause is written: the shape of what may stand in a treaty file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from enum import Enum
from typing import Any

from treatyclock.civil.moments.stamps import STAMP
from treatyclock.civil.periods import ISO_PERIOD
from treatyclock.formats.documents.containers import AnyShape, ListShape, TableShape, one_or_several
from treatyclock.formats.documents.flaws import Flaw, KeyPath
from treatyclock.formats.documents.shapes import ChoiceShape, FlagShape, Shape, TextShape, WholeNumberShape, described
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.conditions import NAMED, TABLES, Elapsed
from treatyclock.law.clauses.delays import Delay
from treatyclock.law.clauses.exit_times import Since
from treatyclock.law.clauses.joining import JoinsAfter
from treatyclock.law.clauses.last_days import Within
from treatyclock.law.clauses.others import OtherFrom
from treatyclock.law.clauses.parts_of import A_MAJORITY
from treatyclock.law.clauses.sunset import MadeBefore
from treatyclock.law.clauses.term import Anchor
from treatyclock.law.conventions.calendar import ACT_DAY, MONTH_END
from treatyclock.law.conventions.convention import Convention
from treatyclock.law.conventions.first_days import COUNTED, NOT_COUNTED
from treatyclock.law.conventions.term import FOR_EVER
from treatyclock.law.form import Form
from treatyclock.law.parties import PARTY_CODE
from treatyclock.law.vocabulary import CLAUSES
from treatyclock.law.written import Written, written_fields

NOT_KNOWN = "not known"
"""The word for the day of something that happened on a day that nobody knows."""

ALL_PARTIES, BODY = "all parties", "body"
"""Who approves an accession: the word for all parties, and the key under which a body stands."""

_DAY = r"[-0-9XY?~%.,\[\]]+"  # EDTF: the reader of dates says whether it is a date
# The reader's own pattern; a JSON Schema's dialect has no named groups.
HOUR = re.sub(r"\(\?P<\w+>", "(", STAMP.pattern)
NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"
_MONTH_DAY = "(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_SHARE = r"(?:100|[1-9]?[0-9](?:\.[0-9]{1,6})?)%"
_PART = f"[1-9][0-9]?/[1-9][0-9]?|{A_MAJORITY}"
_PART_HINT = f'write a number, a part such as "2/3", or "{A_MAJORITY}"'
CODE = PARTY_CODE.pattern

CODE_FORM = "a code has 16 characters at most: a letter, then letters, digits and underscores"
CODE_HINT = f'write code = "name", such as SUN = "USSR"; {CODE_FORM}'
NAME_HINT = "write lower-case words joined by hyphens, such as ended-by-war"
HOUR_HINT = "write the wall time as in 1945-04-05T15:00, with a clock or an offset such as +03:00"
_DAY_HINT = (
    "write the day as in 1941-04-25; 1941-04, 1941-04-2X, 1941-04-25~ or [1941-04-24,1941-04-25] where it is not known"
)


def text_shape(doc: str) -> TextShape:
    """Return the shape of a free text."""
    return TextShape(doc=doc)


def name_shape(doc: str, example: str = "a-name") -> TextShape:
    """Return the shape of a name."""
    return TextShape(pattern=NAME, hint=NAME_HINT, doc=doc, example=example)


def day_shape(doc: str) -> TextShape:
    """Return the shape of a day, imprecise ones among them."""
    return TextShape(pattern=_DAY, hint=_DAY_HINT, doc=doc, example="1950-01-31")


def day_or_not_known_shape(doc: str) -> TextShape:
    """Return the shape of a day, or of the word that nobody knows it."""
    hint = f'{_DAY_HINT}, "{NOT_KNOWN}" where nothing is known of it'
    return TextShape(pattern=f"{_DAY}|{NOT_KNOWN}", hint=hint, doc=doc, example="1950-01-31")


def moment_shape(doc: str) -> TextShape:
    """Return the shape of a day, or of an hour with a clock."""
    return TextShape(pattern=f"{_DAY}|{HOUR}", hint=f"{_DAY_HINT}; {HOUR_HINT}", doc=doc, example="1950-01-31")


def moment_or_not_known_shape(doc: str) -> TextShape:
    """Return the shape of a day or an hour, or of the word that nobody knows it."""
    hint = f'{_DAY_HINT}; {HOUR_HINT}; "{NOT_KNOWN}" where nothing is known of it'
    return TextShape(pattern=f"{_DAY}|{HOUR}|{NOT_KNOWN}", hint=hint, doc=doc, example="1950-01-31")


def period_shape(doc: str) -> TextShape:
    """Return the shape of a period."""
    return TextShape(pattern=ISO_PERIOD.pattern, hint="write a period such as P5Y, P6M, P30D", doc=doc, example="P1Y")


CLOCK = "Europe/Moscow"
ZONE = TextShape(
    doc="a zone: an IANA name, a name of the historic table such as Manchukuo, or an offset such as +09:00",
    example=CLOCK,
)
A_PARTY = "AAA"
PARTY = TextShape(pattern=CODE, hint=f"write the code of a party, such as SUN; {CODE_FORM}", example=A_PARTY)
TIMES = AnyShape(
    shapes=(ChoiceShape(values=(FOR_EVER,)), WholeNumberShape(least=1, most=1000)),
    doc="how often the block is added: a number, or 'for ever'",
)
ANCHOR = AnyShape(
    shapes=(ChoiceShape(values=tuple(anchor.value for anchor in Anchor)), day_shape("a fixed day")),
    doc="what the term runs from",
)
BASIS: dict[str, Shape] = {
    "ref": text_shape("where it stands, such as art. 3"),
    "source": one_or_several(name_shape("the name of a source", "text"), "who says so: names in [sources]"),
}
LATER: dict[str, Shape] = {
    "known": day_shape("the day from which it is known, where it came later than the treaty, such as by a protocol"),
}
SOURCED = ((("source", "ref"), "say where it comes from: source = a name in [sources], or ref = the article"),)


# --- clauses: each of their fields says how it is written --------------------------------------


@dataclass(frozen=True, slots=True)
class ConditionShape:
    """A condition: words, or a table known by its first key, perhaps with conditions inside it."""

    doc: str = ""

    def flaws(self, value: object, path: KeyPath) -> Iterator[Flaw]:
        """Yield what is wrong with it."""
        table = self._table(value) if isinstance(value, dict) else None
        if table is not None:
            yield from table.flaws(value, path)
        elif isinstance(value, dict):
            leads = ", ".join(self.tables())
            hint = f"write one of {', '.join(NAMED)}, or a table with one of {leads}"
            yield Flaw(path, None, "is not a condition", hint)
        else:
            yield from self.words().flaws(value, path)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema: a reference, since a condition may hold conditions."""
        return described({"$ref": "#/$defs/condition"}, self.doc)

    def definition(self) -> dict[str, Any]:
        """Return the JSON Schema that is referred to."""
        return {"anyOf": [self.words().schema(), *(table.schema() for table in self.tables().values())]}

    def words(self) -> ChoiceShape:
        """Return the conditions that are words."""
        return ChoiceShape(values=tuple(NAMED))

    def _table(self, value: dict[str, object]) -> TableShape | None:
        return next((table for lead, table in self.tables().items() if lead in value), None)

    def tables(self) -> dict[str, TableShape]:
        """Return the conditions that are tables, by the key that each is known by."""
        found = {}
        for each in TABLES:
            (_, lead, _), *rest = written_fields(each)
            keys = {how.key: _shape(how) for _, how, _ in ((None, lead, True), *rest)}
            required = (lead.key, *(how.key for _, how, needed in rest if needed))
            found[lead.key] = TableShape(keys=keys, required=required)
        return found


def _shape(how: Written) -> Shape:
    one = _one(how)
    return one_or_several(one, how.doc) if how.many else one


def _one(how: Written) -> Shape:
    if isinstance(how.form, Form):
        return _FORMS[how.form](how.doc)
    if issubclass(how.form, Enum):
        return ChoiceShape(values=tuple(each.value for each in how.form), doc=how.doc)
    assert is_dataclass(how.form)
    return TableShape(keys=keys_of(how.form), required=_required(how.form), doc=how.doc)


_FORMS: Mapping[Form, Callable[[str], Shape]] = {
    Form.TEXT: text_shape,
    Form.FLAG: lambda doc: FlagShape(doc=doc),
    Form.COUNT: lambda doc: WholeNumberShape(least=1, most=1000, doc=doc),
    Form.COUNT_OR_PART: lambda doc: AnyShape(
        shapes=(
            WholeNumberShape(least=1, most=1000, doc="how many"),
            TextShape(pattern=_PART, hint=_PART_HINT, doc="a part of them, rounded up", example="2/3"),
        ),
        doc=doc,
    ),
    Form.PERIOD: period_shape,
    Form.SOME_PERIOD: period_shape,
    Form.DAY: day_shape,
    Form.DAY_OR_NOT_KNOWN: day_or_not_known_shape,
    Form.MOMENT: moment_shape,
    Form.MONTH_DAY: lambda doc: TextShape(
        pattern=_MONTH_DAY, hint="write month and day of every year as in 06-30", doc=doc, example="06-30"
    ),
    Form.FIRST_DAY: lambda doc: ChoiceShape(values=(COUNTED, NOT_COUNTED), doc=doc),
    Form.ANCHOR: lambda doc: ANCHOR,
    Form.SINCE: lambda doc: AnyShape(
        shapes=(ChoiceShape(values=tuple(each.value for each in Since)), day_shape("a day")), doc=doc
    ),
    Form.OTHER_FROM: lambda doc: AnyShape(
        shapes=(ChoiceShape(values=tuple(each.value for each in OtherFrom)), day_shape("a day")), doc=doc
    ),
    Form.TIMES: lambda doc: TIMES,
    Form.SHARE: lambda doc: TextShape(pattern=_SHARE, hint='write a percentage: "55%"', doc=doc, example="55%"),
    Form.PARTY: lambda doc: PARTY,
    Form.ACT: lambda doc: name_shape(doc, "an-act"),
    Form.EVENT: lambda doc: name_shape(doc, "an-act"),
    Form.WEIGHTS: lambda doc: name_shape(doc, "tons"),
    Form.CONDITION: lambda doc: ConditionShape(doc=doc),
    Form.MADE: lambda doc: AnyShape(
        shapes=(ChoiceShape(values=tuple(each.value for each in MadeBefore)), day_shape("a day")), doc=doc
    ),
    Form.FLOOR: lambda doc: AnyShape(
        shapes=(day_shape("a day"), TableShape(keys=keys_of(Elapsed), required=_required(Elapsed))), doc=doc
    ),
    Form.DELAY: lambda doc: AnyShape(
        shapes=(period_shape(""), TableShape(keys=keys_of(Delay), required=_required(Delay))), doc=doc
    ),
    Form.APPROVERS: lambda doc: AnyShape(
        shapes=(
            ChoiceShape(values=(ALL_PARTIES,)),
            one_or_several(PARTY, "the parties that must approve"),
            TableShape(keys={BODY: text_shape("the body that approves")}, required=(BODY,)),
        ),
        doc=doc,
    ),
    Form.AFTER: lambda doc: AnyShape(
        shapes=(ChoiceShape(values=tuple(each.value for each in JoinsAfter)), day_shape("a day")), doc=doc
    ),
    Form.LAST_DAY: lambda doc: AnyShape(
        shapes=(day_shape("a day"), TableShape(keys=keys_of(Within), required=_required(Within))), doc=doc
    ),
    Form.BEGINNING_OR_EVENT: lambda doc: AnyShape(
        shapes=(ChoiceShape(values=Within.WORDS), name_shape("the id of an act", "an-act")), doc=doc
    ),
    Form.ENTRY_OR_EVENT: lambda doc: AnyShape(
        shapes=(ChoiceShape(values=(Within.ENTRY,)), name_shape("the id of an act", "an-act")), doc=doc
    ),
    Form.ZONE: lambda doc: ZONE,
    Form.ACT_DAY: lambda doc: ChoiceShape(values=ACT_DAY.alternatives, doc=doc),
    Form.MONTH_END: lambda doc: ChoiceShape(values=MONTH_END.alternatives, doc=doc),
}


def keys_of(table: type[Any]) -> dict[str, Shape]:
    """Return the shapes of a table's keys, as its fields declare them."""
    return {how.key: _shape(how) for _, how, _ in written_fields(table)}


def _required(table: type[Any]) -> tuple[str, ...]:
    return tuple(how.key for _, how, required in written_fields(table) if required)


def _clause(clause: type[Clause], *, sourced: bool) -> TableShape:
    before = TableShape(
        keys={**keys_of(clause), **BASIS},
        required=_required(clause),
        doc="the clause as it stood before that day, where the treaty had one",
    )
    return TableShape(
        # A reading has its clauses whenever they came.
        keys={**keys_of(clause), **({**LATER, "before": before} if sourced else {}), **BASIS},
        required=_required(clause),
        any_of=SOURCED if sourced else (),
        doc=clause.DOC,
    )


def clause_tables(*, sourced: bool) -> dict[str, Shape]:
    """Return the shapes of the tables of all clauses; in a treaty they must say where they stand."""
    return {name: _one_or_more(clause, _clause(clause, sourced=sourced)) for name, clause in CLAUSES.items()}


def _one_or_more(clause: type[Clause], table: TableShape) -> Shape:
    return ListShape(shape=table, doc=clause.DOC, alone=True) if clause.SEVERAL else table


def convention_shape(which: Convention) -> Shape:
    """Return the shape of what a reading chooses for a convention."""
    if which.form is not None:
        return _FORMS[which.form](which.question)
    return ChoiceShape(values=which.alternatives, doc=which.question)
