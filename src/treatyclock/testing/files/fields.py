"""Values of fields as a treaty file has them, drawn by how each field declares that it is written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from treatyclock.law.clauses.conditions import NAMED, TABLES, Elapsed
from treatyclock.law.clauses.delays import Delay
from treatyclock.law.clauses.exit_times import Since
from treatyclock.law.clauses.joining import JoinsAfter
from treatyclock.law.clauses.last_days import Within
from treatyclock.law.clauses.others import OtherFrom
from treatyclock.law.clauses.sunset import MadeBefore
from treatyclock.law.clauses.term import Anchor
from treatyclock.law.conventions.calendar import ACT_DAY, MONTH_END
from treatyclock.law.conventions.first_days import COUNTED, NOT_COUNTED
from treatyclock.law.conventions.term import FOR_EVER
from treatyclock.law.form import Form
from treatyclock.law.written import Written, written_fields
from treatyclock.testing.files.times import Times
from treatyclock.testing.specifications.choices import Draw, once_in, some

DrawnTables = dict[str, Any]
Maker = Callable[[], Any]

WORDS = ("a text", "Übereinkunft, Anhang 2", "the Union", "批准")
ZONES = ("+03:00", "+09:00", "Europe/Moscow", "Asia/Tokyo", "-05:00", "America/New_York", "Europe/London")
NEVER = "not-yet"
"""The id of an event that no act of a drawn file records."""

_PARTS_OF_THEM = ("2/3", "3/4", "1/2")

_OFTEN = 4
"""How often a key of a table's own is drawn beside one that any table may have."""

_DEEPEST = 2
"""How many conditions may stand within each other."""


@dataclass(frozen=True, slots=True)
class Blank:
    """The keys that a drawn table may have: what is needed to mend it.

    Attributes:
        keys: For each key what draws a value of it.
        required: The keys that must be there.
    """

    keys: Mapping[str, Maker]
    required: Collection[str] = ()


@dataclass(slots=True, kw_only=True)
class Fields:
    """Draws values of fields, and keeps for each table that it drew what else could stand there.

    Attributes:
        draw: Who chooses.
        parties: The codes of the parties that may be named.
        groups: The codes of groups of them, which may stand wherever parties are named.
        times: Draws days and periods.
        depositaries: The ids of the depositaries, where the treaty has several.
        acts: The ids of acts that may be named.
        weights: The names of tables of weights that may be.
        blanks: For each table drawn, by its identity, what could stand there.
    """

    draw: Draw
    parties: Sequence[str]
    times: Times
    groups: Sequence[str] = ()
    depositaries: Sequence[str] = ()
    acts: Sequence[str] = ()
    weights: Sequence[str] = ()
    blanks: dict[int, tuple[DrawnTables, Blank]] = field(default_factory=dict)

    def table(self, of: type[Any], *, depth: int = 0) -> DrawnTables:
        """Draw a table of a class that declares how its fields are written: what is required, and some of the rest."""
        declared = {how.key: (how, required) for _, how, required in written_fields(of) if self.can_write(how)}
        makers = {key: self.maker(how, depth) for key, (how, _) in declared.items()}
        return self.filled(makers, [key for key, (_, required) in declared.items() if required])

    def filled(
        self,
        makers: Mapping[str, Maker],
        required: Collection[str],
        *,
        more: int = 2,
        seldom: Mapping[str, Maker] | None = None,
        order: Iterable[str] = (),
    ) -> DrawnTables:
        """Draw a table: the keys that are required, some others, and seldom one of those that any table may have.

        Args:
            makers: For each key what draws a value of it.
            required: The keys that must be there.
            more: How many others there are on average.
            seldom: What draws the keys that are less often there.
            order: In which order the keys stand, where that is another one.
        """
        every = in_order({**makers, **(seldom or {})}, order)
        pool = [*(key for key in makers if key not in required for _ in range(_OFTEN)), *(seldom or ())]
        found = {key: every[key]() for key in required}

        def another() -> tuple[str, Any]:
            key = self.draw.pick(pool)
            return key, every[key]()

        others = self.draw.several(another, 2 * more) if pool and more else []
        found = in_order({**dict(others), **found}, every)
        self.blanks[id(found)] = (found, Blank(every, required))
        return found

    def can_write(self, how: Written) -> bool:
        """Tell whether there is anything that a field could name."""
        return not (how.form is Form.ACT and not self.acts) and not (how.form is Form.WEIGHTS and not self.weights)

    def value(self, how: Written, *, depth: int = 0) -> Any:
        """Draw the value of a field, or a list of values where one may stand there."""
        if how.form is Form.PARTY:
            return self.some_parties() if how.many else self.draw.pick(self.parties)
        one = self.one(how.form, depth)
        if not how.many:
            return one
        found = [one]
        while len(found) < 3 and once_in(self.draw, 4):
            other = self.one(how.form, depth)
            # Alternatives are a set, and periods stand one after the other.
            if other not in found or how.form is Form.SOME_PERIOD:
                found.append(other)
        return found if len(found) > 1 or once_in(self.draw, 6) else one

    def some_parties(self) -> Any:
        """Draw a party or a list of parties."""
        found = some(self.draw, (*self.parties, *self.groups), len(self.parties))
        return found[0] if len(found) == 1 else found

    def text(self) -> str:
        """Draw a text."""
        return self.draw.pick(WORDS)

    def maker(self, how: Written, depth: int = 0) -> Maker:
        """Return what draws the value of a field."""
        return lambda: self.value(how, depth=depth)

    def one(self, form: Form | type[Any], depth: int = 0) -> Any:
        """Draw one value of a form."""
        if isinstance(form, Form):
            if form is Form.CONDITION:
                return self._condition(depth)
            if form not in _MAKERS:
                raise LookupError(f"nothing draws {form}: say how it is drawn in {__name__}")
            return _MAKERS[form](self)
        if issubclass(form, Enum):
            return self.draw.pick([each.value for each in form])
        return self.table(form)

    def _condition(self, depth: int) -> Any:
        """Draw a condition: words, or a table known by its first key."""
        if once_in(self.draw, 2):
            return self.draw.pick(list(NAMED))
        tables = [each for each in TABLES if self._stands(each, depth)]
        table = self.draw.pick(tables)
        (_, lead, _), *rest = written_fields(table)
        makers = {how.key: self.maker(how, depth + 1) for how in (lead, *(how for _, how, _ in rest))}
        return self.filled(makers, [lead.key, *(how.key for _, how, required in rest if required)])

    def _stands(self, condition: type[Any], depth: int) -> bool:
        """Tell whether a condition can be drawn: what it names is there, and it is not nested too deeply."""
        hows = [how for _, how, _ in written_fields(condition)]
        nests = any(how.form is Form.CONDITION for how in hows)
        return all(map(self.can_write, hows)) and not (nests and depth >= _DEEPEST)


def in_order(table: dict[str, Any], order: Iterable[str]) -> dict[str, Any]:
    """Return a table with its keys in an order; those that it does not name come last."""
    return {key: table[key] for key in (*order, *table) if key in table}


def _either(words: type[Enum]) -> Callable[[Fields], Any]:
    """Return what draws one of some words, or a day in place of them."""
    return lambda fields: (
        fields.times.day_text() if once_in(fields.draw, 4) else fields.draw.pick([each.value for each in words])
    )


def _delay(fields: Fields) -> Any:
    if not once_in(fields.draw, 3):
        return fields.times.period()
    hows = [how for _, how, _ in written_fields(Delay)]
    return fields.filled({how.key: fields.maker(how) for how in hows}, [fields.draw.pick(hows).key])


def _last_day(fields: Fields) -> Any:
    return fields.table(Within) if once_in(fields.draw, 3) else fields.times.day_text()


def _floor(fields: Fields) -> Any:
    if not fields.acts or not once_in(fields.draw, 3):
        return fields.times.day_text()
    return fields.table(Elapsed)


def _approvers(fields: Fields) -> Any:
    choice = fields.draw.whole(1, 3)
    return "all parties" if choice == 1 else fields.some_parties() if choice == 2 else {"body": fields.text()}


def _event(fields: Fields) -> str:
    return fields.draw.pick((*fields.acts, NEVER))


def _times(fields: Fields) -> int | str:
    return FOR_EVER if once_in(fields.draw, 4) else fields.draw.whole(1, 3)


def _count(fields: Fields) -> int:
    return fields.draw.whole(1, len(fields.parties) + once_in(fields.draw, 12))


def _share(fields: Fields) -> str:
    return f"{fields.draw.whole(1, 100)}%" if not once_in(fields.draw, 6) else "33.333333%"


_MAKERS: Mapping[Form, Callable[[Fields], Any]] = {
    Form.TEXT: Fields.text,
    Form.FLAG: lambda fields: not once_in(fields.draw, 3),
    Form.COUNT: _count,
    Form.PERIOD: lambda fields: fields.times.period(),
    Form.SOME_PERIOD: lambda fields: fields.times.some_period(),
    Form.DAY: lambda fields: fields.times.day_text(),
    Form.DAY_OR_NOT_KNOWN: lambda fields: fields.times.day_text(not_known=True),
    Form.MOMENT: lambda fields: fields.times.moment_text(),
    Form.MONTH_DAY: lambda fields: fields.draw.pick(("06-30", "01-01", "12-31", "02-29", "03-31")),
    Form.FIRST_DAY: lambda fields: fields.draw.pick((COUNTED, NOT_COUNTED)),
    Form.ANCHOR: _either(Anchor),
    Form.OTHER_FROM: _either(OtherFrom),
    Form.SINCE: _either(Since),
    Form.MADE: _either(MadeBefore),
    Form.AFTER: _either(JoinsAfter),
    Form.TIMES: _times,
    Form.SHARE: _share,
    Form.PARTY: Fields.some_parties,
    Form.EVENT: _event,
    Form.ACT: lambda fields: fields.draw.pick(fields.acts),
    Form.WEIGHTS: lambda fields: fields.draw.pick(fields.weights),
    Form.CONDITION: lambda fields: fields.draw.pick(list(NAMED)),
    Form.FLOOR: _floor,
    Form.DELAY: _delay,
    Form.APPROVERS: _approvers,
    Form.LAST_DAY: _last_day,
    Form.ENTRY_OR_EVENT: lambda fields: Within.ENTRY if once_in(fields.draw, 2) else _event(fields),
    Form.COUNT_OR_PART: lambda fields: _count(fields) if once_in(fields.draw, 2) else fields.draw.pick(_PARTS_OF_THEM),
    Form.BEGINNING_OR_EVENT: lambda fields: (
        _event(fields) if once_in(fields.draw, 3) else fields.draw.pick(Within.WORDS)
    ),
    Form.ZONE: lambda fields: fields.draw.pick(ZONES),
    Form.MONTH_END: lambda fields: fields.draw.pick(MONTH_END.alternatives),
    Form.ACT_DAY: lambda fields: fields.draw.pick(ACT_DAY.alternatives),
}


def forms_drawn() -> frozenset[Form]:
    """Return the forms that can be drawn."""
    return frozenset(_MAKERS)


def texts_in(value: object) -> Iterator[str]:
    """Yield every text in tables, at any depth."""
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts_in(each)
