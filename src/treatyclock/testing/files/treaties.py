"""Whole treaty files of clauses, acts, parts and readings in combinations that nobody designed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any

from treatyclock.formats.documents.toml_text import toml_text
from treatyclock.formats.treaties.grammar import TREATY
from treatyclock.law.acts.consent import EXCHANGE, NOTIFICATION, RATIFICATION, SIGNATURE
from treatyclock.law.acts.events import EVENT
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.conventions.convention import Convention
from treatyclock.law.coverage import Coverage
from treatyclock.law.depositaries import Deposit, profiles
from treatyclock.law.parts import TreatyPart
from treatyclock.law.record import Counting, Record
from treatyclock.law.vocabulary import ACT_KINDS, CLAUSES, CONVENTIONS
from treatyclock.testing.files.acts import DoneAct, act_table, answerable
from treatyclock.testing.files.clauses import SOURCE, basis, clause_table, clauses_in, declared, head
from treatyclock.testing.files.fields import ZONES, DrawnTables, Fields, Maker, in_order, texts_in
from treatyclock.testing.files.leaving_out import leave_out
from treatyclock.testing.files.mending import mended
from treatyclock.testing.files.times import FIRST_YEAR, Times
from treatyclock.testing.specifications.choices import Draw, once_in
from treatyclock.testing.specifications.many_clauses import day_between

CODES = tuple(letter * 3 for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""The codes of the parties of drawn files."""

EVENTS = ("opening", "peace", "completion")
"""The ids of the events that clauses of drawn files wait for."""

WEIGHTS = "tonnage"
"""The name of the table of weights of drawn files."""

_GROUP = "GROUP"
_DEPOSITARIES = ("london", "moscow")
_MOST_ACTS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingredients:
    """What a drawn treaty may be made of.

    Attributes:
        parties: The least and the greatest number of parties.
        clauses: The names of the clause tables, beside ``entry_into_force``, which every drawn treaty has.
        acts: The kinds of act.
        parts: Whether it has parts with a life of their own.
    """

    parties: tuple[int, int]
    clauses: tuple[str, ...] = tuple(CLAUSES)
    acts: tuple[ActKind, ...] = tuple(ACT_KINDS.values())
    parts: bool = False


def treaty_tables(draw: Draw, of: Ingredients) -> tuple[DrawnTables, Record]:
    """Draw the tables of a treaty file that has no fault, and what it holds."""
    return _Drawing(draw, of).made()


def treaty_text(tables: DrawnTables) -> str:
    """Write the tables of a treaty file as its text."""
    return toml_text(tables, TREATY, inline=frozenset({"choose"}))


class _Drawing:
    """One treaty file while it is drawn."""

    def __init__(self, draw: Draw, of: Ingredients) -> None:
        self.draw, self.of = draw, of
        self.codes = CODES[: draw.whole(*of.parties)]
        self.document: DrawnTables = head(self.codes)
        groups = {_GROUP: list(self.codes[-2:])} if once_in(draw, 16) else {}
        self.fields = Fields(
            draw=draw,
            parties=self.codes,
            groups=tuple(groups),
            times=Times(draw),
            acts=EVENTS if EVENT in of.acts else (),
            weights=(WEIGHTS,),
        )
        self.document |= {"groups": groups} if groups else {}
        self.acts: list[DrawnTables] = []
        self.done: list[DoneAct] = []
        self.parts: list[str] = []
        self.pool = [name for name in of.clauses if name != EntryIntoForce.TABLE for _ in range(_weight(name))]

    def made(self) -> tuple[DrawnTables, Record]:
        """Draw everything, mend it, and leave out what nothing in it refers to."""
        document, draw = self.document, self.draw
        document["weights"] = {WEIGHTS: {"shares": dict.fromkeys(self.codes, 1), "ref": "art. 1"}}
        entry = EntryIntoForce.TABLE
        document[entry] = clause_table(self.fields, entry, with_keys=() if once_in(draw, 12) else ("when",))
        document |= clauses_in(self.fields, self.pool, 6)
        document["parties"] = {code: self._party(code) for code in self.codes}
        document |= dict(self._of_the_whole())
        if self.of.parts:
            document["part"] = [self._part(f"part-{number}") for number in range(1, 2 + once_in(draw, 4))]
        self._events(document)
        # What is wrong with the clauses is mended before there are many acts to be read again each time.
        mended(document, self.fields)
        if WEIGHTS in texts_in({**document, "weights": {}}):
            document["weights"][WEIGHTS]["shares"] = {code: draw.whole(1, 40) for code in self.codes}
        document.setdefault(entry, {"when": "ratified by all", "ref": "art. 1"})
        if self.of.parts:
            self.parts = [part["id"] for part in document.setdefault("part", [{"id": "part-1", "ref": "art. 2"}])]
        self._binding(document[entry].get("when", ""))
        draw.several(self._further, _MOST_ACTS)
        document |= {"act": self.acts} if self.acts else {}
        self._leave_out_some()
        if once_in(draw, 8):
            document["reading"] = [self._reading("a-reading")]
        record = mended(document, self.fields)
        return _without_what_nobody_names(document, record)

    def _leave_out_some(self) -> None:
        """Seldom leave out parties again, which is the simplest choice: of a failing treaty those who matter stay.

        The number of parties is chosen first, and were it made smaller, all that follows would be drawn otherwise.
        """
        spare = len(self.codes) - self.of.parties[0]
        gone: list[str] = []
        for code in reversed(self.codes):
            if len(gone) < spare and not self.draw.whole(0, 15):
                gone.append(code)
        self.codes = self.fields.parties = tuple(code for code in self.codes if code not in gone)
        for act in self.acts:
            if act["kind"] == EVENT.name:
                act["by"] = self.codes[0]
        leave_out(self.document, gone)

    def _party(self, code: str) -> str | DrawnTables:
        fields = self.fields

        def within(letter: str, key: str, make: Maker) -> Maker:
            day = fields.times.day_text
            return lambda: {
                f"{code}_{letter}": fields.filled(
                    {"from": day, "until": day}, (), seldom={"name": fields.text, key: make}
                )
            }

        how = self.draw.whole(0, 15)
        if how < 10:
            return code
        if how < 15:
            return {"name": code, "clock": self.draw.pick(ZONES)}
        seldom: dict[str, Maker] = {
            "clock": lambda: self.draw.pick(ZONES),
            "members": within("M", "name", fields.text),
            "territories": within("T", "extends", lambda: False),
        }
        return fields.filled({"name": lambda: code, **seldom}, ["name", self.draw.pick(("members", "territories"))])

    def _of_the_whole(self) -> Iterator[tuple[str, DrawnTables]]:
        """Yield the tables that no clause has: who keeps the treaty, how days are counted, what the record holds."""
        fields, draw = self.fields, self.draw
        for name, table, needed in (("counting", Counting, ()), ("record", Coverage, ("acts", "until"))):
            if once_in(draw, 6):
                makers, _ = declared(fields, table)
                required = ["ref", *([draw.pick(needed)] if needed else [])]
                yield name, fields.filled({**makers, **basis(fields)}, required, more=2)
        if once_in(draw, 8):
            keeps: dict[str, Maker] = {
                "name": fields.text,
                "profile": lambda: draw.pick(sorted(profiles())),
                "clock": lambda: draw.pick(ZONES),
            }
            if once_in(draw, 3):
                fields.depositaries = _DEPOSITARIES
                several: dict[str, Maker] = {
                    "several": lambda: dict.fromkeys(_DEPOSITARIES, "a Government"),
                    "deposit": lambda: draw.pick([each.value for each in Deposit]),
                }
                yield "depositary", fields.filled(several, ["several"], more=1)
                return
            yield "depositary", fields.filled(keeps, [draw.pick(("name", "profile"))], more=1)

    def _part(self, id: str) -> DrawnTables:
        """Draw a part, with clauses of its own or with the treaty's."""
        fields = self.fields
        makers, _ = declared(fields, TreatyPart)
        part = fields.filled(
            {"id": lambda: id, **makers, **self._taken_away()},
            ["id", "ref"],
            more=2,
            seldom={"note": fields.text, **basis(fields)},
        )
        if once_in(self.draw, 2):
            part[EntryIntoForce.TABLE] = clause_table(fields, EntryIntoForce.TABLE)
        part |= clauses_in(fields, self.pool, 2)
        return part

    def _taken_away(self) -> dict[str, Maker]:
        """Return what draws which clauses of the treaty do not hold, if it has any."""
        there = [name for name in CLAUSES if name in self.document]
        return {"without": lambda: self.draw.pick(there)} if there else {}

    def _reading(self, id: str) -> DrawnTables:
        """Draw a reading: what it chooses, which acts it admits, its own view of clauses."""
        fields, draw = self.fields, self.draw

        def answer(which: Convention) -> Maker:
            return lambda: fields.one(which.form) if which.form else draw.pick(which.alternatives)

        chosen = {each.key: answer(each) for each in CONVENTIONS.values()}
        admitted = [act["id"] for act in self.acts if ACT_KINDS[act["kind"]].needs_reading or act.get("disputed")]
        makers: dict[str, Maker] = {
            "choose": lambda: fields.filled(chosen, (), more=1),
            **self._taken_away(),
            **({"admits": lambda: draw.pick(admitted)} if admitted else {}),
            **({"rejects": lambda: draw.pick([act["id"] for act in self.acts])} if self.acts else {}),
        }
        head: dict[str, Maker] = {"id": lambda: id, "title": fields.text, "holder": fields.text}
        found = fields.filled({**head, **makers}, [*head, "ref"], seldom={"note": fields.text, **basis(fields)})
        found |= clauses_in(fields, self.pool, 1)
        return found

    # --- what was done ---------------------------------------------------------------------------

    def _add(self, kind: ActKind, **given: Any) -> None:
        """Draw an act of a kind and add it."""
        self.acts.append(act_table(self.fields, kind, self.done, **given))
        self.done.append(DoneAct.of(self.acts[-1]))

    def _events(self, document: DrawnTables) -> None:
        """Add the events that clauses wait for."""
        named = set(texts_in(document))
        for id in (each for each in self.fields.acts if each in named):
            self._add(EVENT, id=id, by=self.codes[:1], more=0)
        document |= {"act": self.acts} if self.acts else {}

    def _binding(self, when: Any) -> None:
        """Add the acts by which the treaty comes to bind: signatures, and consents of the kind that it waits for."""
        draw, kinds = self.draw, self.of.acts
        words = f"{when}"
        day = day_between(draw, FIRST_YEAR, FIRST_YEAR + 4)
        self.fields.times.days.append(day)

        def sign() -> None:
            if not once_in(draw, 2):
                self._add(SIGNATURE, by=self.codes, day=day, more=0)
                return
            for code in self.codes:
                self._add(SIGNATURE, by=[code], day=day + timedelta(days=draw.pick((0, 3, 30, 300))), more=0)

        # The simplest choice is that nothing is done, so that of a treaty that fails a test the acts that matter stay.
        if SIGNATURE in kinds:
            draw.mostly(sign, 6)
        if "exchanged" in words and EXCHANGE in kinds:
            self._add(EXCHANGE, by=self.codes, day=day + timedelta(days=draw.whole(0, 900)), more=0)
        if ("sign" in words or "exchanged" in words) and not once_in(draw, 3):
            return
        ratifying = [kind for kind in kinds if kind.consents and not kind.joins]
        ratifying.sort(key=lambda kind: kind != RATIFICATION)
        joining = [kind for kind in kinds if kind.joins]
        consents = [NOTIFICATION] if "notified" in words and NOTIFICATION in kinds else [*ratifying[:1] * 6, *ratifying]
        pool = [*consents, *joining] if consents else joining

        def consent(code: str) -> None:
            away = draw.pick((0, 30, 100, 365, None))
            later = day + timedelta(days=draw.whole(0, 1500) if away is None else away)
            self._add(draw.pick(pool), by=[code], day=later, more=once_in(draw, 4))

        for code in self.codes if pool else ():
            draw.mostly(partial(consent, code), 8)

    def _further(self) -> None:
        """Add one more act of any kind that can stand; notices and answers come more often than others."""
        pool: list[ActKind] = []
        for kind in sorted(self.of.acts, key=lambda kind: not kind.is_notice):
            if not kind.answers or answerable(kind, self.done):
                pool += [kind] * (5 if kind.is_notice else 3 if kind.answers else 1)
        if pool:
            since = min((each.day for each in self.done if each.day), default=None)
            day = None if since is None or once_in(self.draw, 12) else self.fields.times.day(not_before=since)
            self._add(self.draw.pick(pool), day=day, parts=self.parts)


def _weight(name: str) -> int:
    """How often a kind of clause is drawn beside others: less where it moves no date."""
    return 1 if CLAUSES[name].FOR_THE_RECORD else 3


def _without_what_nobody_names(document: DrawnTables, record: Record) -> tuple[DrawnTables, Record]:
    """Leave out the source and the weights that no table refers to, and put the tables in the order of a file."""
    found = {key: value for key, value in document.items() if key not in ("sources", "weights")}
    named = set(texts_in(found))
    if SOURCE in named:
        found["sources"] = document["sources"]
    else:
        record = replace(record, sources=())
    if WEIGHTS in named:
        found["weights"] = document["weights"]
    else:
        record = replace(record, weights=())
    return in_order(found, TREATY.keys), record
