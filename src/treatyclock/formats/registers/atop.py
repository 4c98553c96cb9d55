"""The member file of the Alliance Treaty Obligations and Provisions project, version 5.1 (Leeds and others 2002).

A row is a member of a phase of an alliance. The file codes from when to when each member was one, by the project's own
convention: by and large from signature to the notice, the breach or the last day of the term. That is no legal claim.
So a treaty made of it holds the coded ends as acts that count only in the reading ``atop-coding``, and that reading
alone has the treaty in force from signature. Whether the coded day of the end is the last in force the file does not
tell: it stays open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from treatyclock.formats.registers.days import NOT_KNOWN, DayCells
from treatyclock.formats.registers.sheets import RegisterSheet

READING = "atop-coding"
LAST_DAY = "2018-12-31"
"""The day up to which version 5.1 goes."""
_SOURCE = "atop"
_ENTRY, _EXIT = ("yrent", "moent", "dayent"), ("yrexit", "moexit", "dayexit")
_KEYS = ("atopid", "phase", "member")
_DAYS = DayCells.of({"0": "open", "-9": "not known"}, "year-month-day")


class Duty(Enum):
    """What a member promised; the words are those of the file's columns."""

    DEFENSE = "defense"
    OFFENSE = "offense"
    NEUTRALITY = "neutral"
    NONAGGRESSION = "nonagg"
    CONSULTATION = "consul"


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceMember:
    """A member of a phase of an alliance, for one time without a break.

    Attributes:
        state: Its number by the Correlates of War project.
        entry: The coded day of its entry, or the month where the day is not known.
        exit: The coded day of its exit; None where it was a member at the end of the file.
        duties: What it promised itself: members of one alliance may have promised different things.
    """

    state: int
    entry: str
    exit: str | None
    duties: frozenset[Duty]

    @property
    def code(self) -> str:
        """The code of the State in a treaty: what ``from_table`` makes of its number."""
        return f"Party_{self.state}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alliance:
    """A phase of an alliance.

    Attributes:
        number: Its number, ``atopid``.
        phase: The number of the phase; 0 where there was only one.
        members: The memberships, in the order of the file; a State that left and came back has two.
    """

    number: int
    phase: int
    members: tuple[AllianceMember, ...]

    @property
    def id(self) -> str:
        """What to call it: ``atop-2525``, or ``atop-1020-phase-2``."""
        return f"atop-{self.number}" + (f"-phase-{self.phase}" if self.phase else "")

    @property
    def duties(self) -> frozenset[Duty]:
        """What any of its members promised."""
        return frozenset().union(*(each.duties for each in self.members))

    def of(self, state: int) -> tuple[AllianceMember, ...]:
        """Return the memberships of a State: none, one, or several where it left and came back."""
        return tuple(each for each in self.members if each.state == state)

    def tables(self, names: Mapping[int, str] | None = None) -> dict[str, Any]:
        """Return the tables of a treaty file, for :func:`treatyclock.from_dict`.

        Args:
            names: What to call the States, by number; by their numbers where left out.

        Example:
            >>> import treatyclock as tc
            >>> rows = [
            ...     dict(
            ...         atopid=9001, phase=0, member=state, yrent=1901, moent=3, dayent=5,
            ...         yrexit=1904, moexit=7, dayexit=None, defense=1, offense=0, neutral=0, nonagg=1, consul=0,
            ...     )
            ...     for state in (991, 992)
            ... ]
            >>> pact = tc.from_dict(alliances(rows)[0].tables())
            >>> print(pact.chronology(between=("Party_991", "Party_992"), reading=READING))
            ..          1901-03-04  negotiating
            1901-03-05  1904-06-30  party
            1904-07-01  1904-07-31  former party or party
            1904-08-01  ..          former party
        """
        beginnings, ends = self._beginnings(), self._ends()
        reading: dict[str, Any] = {
            "id": READING,
            "title": "as coded: from signature to the coded end",
            "holder": "ATOP 5.1, a data set's convention and no legal claim",
            "source": _SOURCE,
            "entry_into_force": {"when": _signed(beginnings[0]["by"])},
            "joining": {"delay": "P0D"},
            "denunciation": {"when": "at any time"},
        }
        if ends:
            reading["admits"] = [act["id"] for act in ends]
        called = names or {}
        return {
            "schema": 1,
            "id": self.id,
            "title": f"ATOP alliance {self.number}" + (f", phase {self.phase}" if self.phase else ""),
            "note": "What the treaty itself says of its entry and its end the file does not tell: ask by the reading.",
            "parties": {each.code: called.get(each.state, f"State {each.state}") for each in self.members},
            "sources": {_SOURCE: f"Alliance Treaty Obligations and Provisions 5.1, no. {self.number}"},
            "record": {"until": LAST_DAY},
            "act": [*beginnings, *ends],
            "reading": [reading],
        }

    def _beginnings(self) -> list[dict[str, Any]]:
        first = min(each.entry for each in self.members)
        found = []
        for day in sorted({each.entry for each in self.members}):
            for kind in ("signature", "accession"):
                by = [
                    each.code for each in self.members if each.entry == day and (day == first) is (kind == "signature")
                ]
                if by:
                    found.append({"id": f"{kind}-{day}", "kind": kind, "by": by, "on": day, "source": _SOURCE})
        return found

    def _ends(self) -> list[dict[str, Any]]:
        found = []
        for day in sorted({each.exit for each in self.members if each.exit is not None}):
            found.append(
                {
                    "id": f"coded-end-{day}",
                    "kind": "denunciation",
                    "by": [each.code for each in self.members if each.exit == day],
                    "on": day,
                    "recorded": day,
                    "disputed": True,
                    "note": "the coded end, whatever brought it about",
                    "source": _SOURCE,
                }
            )
        return found


def _signed(founders: list[str]) -> dict[str, Any]:
    """Return the condition that all of them have signed; one condition of a treaty file names fifty at most."""
    several = [{"signed_by": founders[start : start + 50]} for start in range(0, len(founders), 50)]
    return several[0] if len(several) == 1 else {"all_of": several}


def alliances(rows: Any) -> tuple[Alliance, ...]:
    """Read the rows of the member file.

    Args:
        rows: Mappings, one a row, such as those of a ``csv.DictReader``; or a frame of pandas, polars or pyarrow. A
            blank day is one that is not known, and 0 in the exit of a member at the end of the file.

    Raises:
        WrongTypeError: If these are no rows.
        TreatyFileError: With every cell that cannot be read, and every column that is not there.

    Example:
        >>> rows = [
        ...     dict(
        ...         atopid=9001, phase=0, member=991, yrent=1901, moent=3, dayent=5, yrexit=0, moexit=0, dayexit=0,
        ...         defense=1, offense=0, neutral=0, nonagg=1, consul=0,
        ...     )
        ... ]
        >>> found = alliances(rows)
        >>> found[0].id, found[0].members[0].entry, found[0].members[0].exit
        ('atop-9001', '1901-03-05', None)
        >>> sorted(duty.value for duty in found[0].members[0].duties)
        ['defense', 'nonagg']
    """
    duties = [each.value for each in Duty]
    sheet = RegisterSheet.of(rows, _DAYS, [*_KEYS, _ENTRY, _EXIT, *duties])
    found: dict[tuple[int, int], list[AllianceMember]] = {}
    for number in range(len(sheet.rows)):
        keys = [_whole(sheet, number, column) for column in _KEYS]
        before = len(sheet.flaws)
        entry, exit = sheet.day(number, _ENTRY), _exit(sheet, number)
        if entry in (None, NOT_KNOWN):
            if len(sheet.flaws) == before:  # nothing was wrong with the cells but that they name no day
                hint = "give at least the year, or leave the row out"
                sheet.flaw(number, _ENTRY, entry, "has no year of entry", hint)
            continue
        if exit is not None and exit[: len(entry)] < entry[: len(exit)]:
            sheet.flaw(number, _EXIT, exit, f"lies before the entry, {entry}", "check both days")
        alliance, phase, state = keys
        member = AllianceMember(
            state=state,
            entry=str(entry),
            exit=exit,
            duties=frozenset(duty for duty in Duty if _promised(sheet, number, duty)),
        )
        several = found.setdefault((alliance, phase), [])
        if any(each.state == state and (each.exit is None or each.exit > member.entry) for each in several):
            hint = "leave one of the rows out, or close the earlier membership before the later one begins"
            sheet.flaw(number, "member", str(state), "stands twice in this phase at one time", hint)
        several.append(member)
    sheet.done()
    return tuple(Alliance(number=key[0], phase=key[1], members=tuple(members)) for key, members in found.items())


def _exit(sheet: RegisterSheet, number: int) -> str | None:
    """Return the coded day of an exit; None for a member at the end of the file, which is coded 0 and no blank."""
    exit = sheet.day(number, _EXIT)
    if exit == NOT_KNOWN or not any(sheet.text(number, column) for column in _EXIT):
        hint = "give the year, or 0 for a member at the end of the file"
        sheet.flaw(number, _EXIT, None, "has no year of exit", hint)
        return None
    return exit


def _promised(sheet: RegisterSheet, number: int, duty: Duty) -> bool:
    coded = _whole(sheet, number, duty.value)
    if coded not in (0, 1):
        sheet.flaw(number, duty.value, str(coded), "is neither 0 nor 1", "write 1 for a promise, 0 for none")
    return coded == 1


def _whole(sheet: RegisterSheet, number: int, column: str) -> int:
    text = sheet.text(number, column)
    try:
        return int(float(text))
    except ValueError:
        sheet.flaw(number, column, text or None, "is no number" if text else "is missing", "write a whole number")
        return 0
