"""The parties of a document, their members and territories, the groups that have a name, and the sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from treatyclock.civil.moments.moment import Moment
from treatyclock.formats.treaties._reader import TreatyReader
from treatyclock.law.acts.act import surely_before
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.exit import Denunciation, EndsFor
from treatyclock.law.clauses.side import NoticeOfSome, Side
from treatyclock.law.parties import Group, Member, Party, Territory


def parties_of(part: TreatyReader) -> tuple[Party, ...]:
    """Return the parties, each with its members and territories."""
    table = part.sub("parties")
    found: list[Party] = []
    taken: set[str] = set(table.table) if table is not None else set()
    for code, entry in table.table.items() if table is not None else ():
        inner = table.sub(code) if table is not None else None
        if inner is None:
            found.append(Party(id=code, name=str(entry)))
            continue
        clock = inner.zones("clock")
        found.append(
            Party(
                id=code,
                name=inner.text("name"),
                clock=clock[0] if clock else None,
                members=tuple(_members(inner.sub("members"), taken)),
                territories=tuple(_territories(inner.sub("territories"), taken)),
            )
        )
    return tuple(found)


def _members(part: TreatyReader | None, taken: set[str]) -> Iterator[Member]:
    for code, inner, since, until in _through(part, taken):
        yield Member(id=code, name=inner.text("name") or code, since=since, until=until)


def _territories(part: TreatyReader | None, taken: set[str]) -> Iterator[Territory]:
    for code, inner, since, until in _through(part, taken):
        extends = inner.get("extends") is not False
        if not extends and (since is not None or until is not None):
            inner.fault("extends", "is false beside a day on which it does", "leave out extends, or the days")
        yield Territory(id=code, name=inner.text("name") or code, since=since, until=until, extends=extends)


def _through(
    part: TreatyReader | None, taken: set[str]
) -> Iterator[tuple[str, TreatyReader, Moment | None, Moment | None]]:
    """Yield the members or territories of a party, each with its code and its first and last day."""
    for code in part.table if part is not None else ():
        inner = part.sub(code) if part is not None else None
        if part is None or inner is None:
            continue
        if code in taken:
            hint = "leave it out here: it is asked about as what it is there"
            inner.fault("", "is a party as well, or stands within a party already", hint, value=code)
        taken.add(code)
        since, until = inner.moment("from"), inner.moment("until")
        for key, day in (("from", since), ("until", until)):
            if day is not None and day.wall is not None:
                inner.fault(key, "is an hour, and who is within a party is told by days", "write the day alone")
        if since is not None and until is not None and surely_before(until, since):
            inner.fault("until", "lies before the first day", f"check both dates: it begins with {since}")
        yield code, inner, since, until


def group_names(document: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    """Return the parties of each group as the document has them, well written or not."""
    groups, parties = document.get("groups"), document.get("parties")
    known = parties if isinstance(parties, Mapping) else {}
    found = {}
    for name, several in groups.items() if isinstance(groups, Mapping) else ():
        codes = several if isinstance(several, list) else [several]
        if name not in known:
            found[name] = tuple(dict.fromkeys(code for code in codes if isinstance(code, str) and code in known))
    return found


def groups_of(part: TreatyReader) -> tuple[Group, ...]:
    """Return the groups that have a name."""
    table = part.sub("groups")
    found = []
    for name in table.table if table is not None else ():
        assert table is not None
        if name in table.declared.parties:
            table.fault(name, "is the code of a party", "give the group a code of its own", value=name)
        parties = table.names(name, table.declared.parties, "not a party of this treaty")
        found.append(Group(id=name, parties=parties))
    return tuple(found)


def check_sides(part: TreatyReader, own: tuple[Clause, ...]) -> None:
    """Note parties that stand on no side, or on two, where a treaty or a reading has sides.

    Args:
        part: The treaty or reading.
        own: Its clauses.
    """
    sides = [clause for clause in own if isinstance(clause, Side)]
    tables = list(part.tables(Side.TABLE))
    if not sides or len(tables) != len(sides):
        return
    for_all = any(isinstance(clause, Denunciation) and clause.ends_for is EndsFor.ALL for clause in own)
    taken: set[str] = set()
    for table, side in zip(tables, sides, strict=True):
        for code in side.parties:
            if code in taken:
                table.fault("parties", "has a party of another side", "leave it out on one of the two", value=code)
        taken |= set(side.parties)
        if for_all and side.notice_of_some is NoticeOfSome.ENDS_FOR_THEM:
            hint = 'leave out ends_for = "all": a notice of all on a side ends it for all'
            table.fault("notice_of_some", "contradicts ends_for = `all` in [denunciation]", hint)
    if len(sides) < 2:
        tables[0].fault("", "is the only side", "add the other side: another [[side]] with its parties")
    elif missing := sorted(part.declared.parties - taken):
        hint = f"name {', '.join(missing)} on one of the sides"
        tables[-1].fault("parties", "leaves a party on no side", hint, value=missing[0])
