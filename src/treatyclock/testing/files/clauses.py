"""DrawnTables of clauses, drawn by what each kind of clause declares of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from treatyclock.law.clauses.side import Side
from treatyclock.law.clauses.term import Renewal, Term
from treatyclock.law.vocabulary import CLAUSES
from treatyclock.law.written import written_fields
from treatyclock.testing.files.fields import DrawnTables, Fields, Maker
from treatyclock.testing.files.mending import UnmendableError, mended
from treatyclock.testing.files.times import Times
from treatyclock.testing.specifications.choices import Draw, once_in

BASED_ON: Mapping[str, tuple[str, ...]] = {Renewal.TABLE: (Term.TABLE,)}
"""The tables without which a table cannot stand."""

_MOSTLY: Mapping[str, tuple[str, ...]] = {Term.TABLE: ("lasts", "from"), Renewal.TABLE: ("block", "times")}
"""The keys that a table mostly has, of those of which it needs some: the loader need not ask for them each time."""

SOURCE = "series"
"""The source that drawn files name."""

_TRIES = 5


def clause_table(fields: Fields, name: str, *, with_keys: Sequence[str] = ()) -> DrawnTables:
    """Draw the table of a clause, perhaps with faults, which are mended with the whole file.

    Args:
        fields: What draws the values of its keys.
        name: The name of the table.
        with_keys: Keys that it is to have, though it does not need them.
    """
    makers, required = declared(fields, CLAUSES[name])
    mostly = () if name not in _MOSTLY or once_in(fields.draw, 3) else _MOSTLY[name]
    return _table(fields, makers, [*required, *with_keys, *mostly])


def clauses_in(fields: Fields, pool: Sequence[str], most: int) -> dict[str, Any]:
    """Draw some clauses, several of a kind where a treaty may have them, and those without which they cannot stand.

    Args:
        fields: What draws the values of their keys.
        pool: The names of the tables to choose from; one that stands there twice is drawn more often.
        most: How many at most.
    """

    def another() -> tuple[str, list[DrawnTables]]:
        name = fields.draw.pick(pool)
        return name, list(sides(fields)) if name == Side.TABLE else [clause_table(fields, name)]

    found: dict[str, list[DrawnTables]] = {}
    for name, tables in fields.draw.several(another, most) if pool else ():
        beside = found.get(name, []) if CLAUSES[name].SEVERAL and name != Side.TABLE else []
        found[name] = [*beside, *tables]
    for name in tuple(found):
        for other in BASED_ON.get(name, ()):
            found[other] = found.get(other) or [clause_table(fields, other)]
    return {name: found[name] if len(found[name]) > 1 else found[name][0] for name in CLAUSES if name in found}


def without_clauses(parties: Sequence[str], acts: Sequence[str]) -> DrawnTables:
    """Return a document with a term and some events, in which another clause may stand."""
    events = [{"id": id, "kind": "event", "by": parties[0], "on": "1936-01-01", "ref": "r"} for id in acts]
    return {**head(parties), Term.TABLE: {"until": "1950-12-31", "ref": "art. 1"}, **({"act": events} if acts else {})}


def lone_clause(draw: Draw, name: str, *, parties: Sequence[str], acts: Sequence[str] = ()) -> DrawnTables:
    """Draw a clause that stands in a treaty of its own without a fault.

    Args:
        draw: Who chooses.
        name: The name of its table.
        parties: The codes that it may name.
        acts: The ids of acts that it may name.
    """
    fields = Fields(draw=draw, parties=parties, times=Times(draw), acts=acts)
    document = without_clauses(parties, acts)
    for _ in range(_TRIES):
        document[name] = list(sides(fields)) if name == Side.TABLE else clause_table(fields, name)
        mended(document, fields)
        if found := document.get(name):
            first: DrawnTables = found[0] if isinstance(found, list) else found
            return first
    raise UnmendableError(name)


def head(parties: Sequence[str]) -> DrawnTables:
    """Return what any drawn file begins with."""
    return {
        "schema": 1,
        "id": "drawn",
        "title": "Drawn",
        "parties": {code: code for code in parties},
        "sources": {SOURCE: "Treaty series"},
    }


def basis(fields: Fields) -> dict[str, Maker]:
    """Return what draws the keys that say where something stands."""
    return {"ref": lambda: fields.draw.pick(("art. 1", "art. 2", "第一條")), "source": lambda: SOURCE}


def declared(fields: Fields, table: type[Any]) -> tuple[dict[str, Maker], list[str]]:
    """Return what draws each key that a class declares for its table, and which keys the table needs."""
    keys = [(how, needed) for _, how, needed in written_fields(table) if fields.can_write(how)]
    return {how.key: fields.maker(how) for how, _ in keys}, [how.key for how, needed in keys if needed]


def _table(fields: Fields, makers: Mapping[str, Maker], required: list[str]) -> DrawnTables:
    """Draw a table with what any clause may have: where it stands, since when it is known, and what stood before."""
    needed, more = [*required, "ref"], 1 + len(makers) // 5
    seldom: dict[str, Maker] = {
        "known": fields.times.day_text,
        "before": lambda: fields.filled(makers, needed, seldom=basis(fields)),
        **basis(fields),
    }
    table = fields.filled(makers, needed, more=more, seldom=seldom)
    if "before" in table and "known" not in table:
        table["known"] = seldom["known"]()
    return table


def sides(fields: Fields) -> Iterator[DrawnTables]:
    """Draw the sides on which all parties stand."""
    cut = fields.draw.whole(1, len(fields.parties) - 1)
    makers, required = declared(fields, Side)
    for stand in (fields.parties[:cut], fields.parties[cut:]):
        yield _table(fields, {**makers, **_of_a_side(fields, stand)}, required)


def _of_a_side(fields: Fields, stand: Sequence[str]) -> dict[str, Maker]:
    """Return what draws the parties on a side, and the one of them that acts for all."""
    return {
        "parties": lambda: stand[0] if len(stand) == 1 else list(stand),
        "represented_by": lambda: fields.draw.pick(stand),
    }
