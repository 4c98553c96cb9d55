"""DrawnTables of acts, drawn by what each kind of act declares of itself, on days that matter already."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from treatyclock.civil.moments.read import moment
from treatyclock.formats.documents.shapes import ChoiceShape, FlagShape, Shape, TextShape
from treatyclock.formats.treaties.grammar import ACT
from treatyclock.law.acts.act import PARTICULAR_KEYS, Decision, EffectDay
from treatyclock.law.acts.consent import EXCHANGE, SUCCESSION
from treatyclock.law.acts.kind import ActKind, Agreement
from treatyclock.law.vocabulary import ACT_KINDS
from treatyclock.testing.files.clauses import basis, head
from treatyclock.testing.files.fields import ZONES, DrawnTables, Fields, Maker
from treatyclock.testing.files.mending import UnmendableError, mended
from treatyclock.testing.files.times import Times
from treatyclock.testing.specifications.choices import Draw, once_in, some

_BUILT_AROUND = ("id", "kind", "by", "on", "at", "of", "part", "ref", "source")
"""The keys around which an act is built."""

_TRIES = 5

_WALL_TIME = len("1936-01-01T12:00:00")

_OFTEN = ("sent", "received", "circulated", "known")
"""Keys of an act of any kind that move what follows from it; its other keys are seldom there."""


@dataclass(frozen=True, slots=True)
class DoneAct:
    """An act that stands in a file already.

    Attributes:
        id: Its id.
        kind: What it is.
        by: Who did it.
        day: The last day on which it may have been done; None where nobody knows it.
        part: The part that it is about.
    """

    id: str
    kind: ActKind
    by: tuple[str, ...]
    day: date | None
    part: str = ""

    @classmethod
    def of(cls, table: Mapping[str, object]) -> DoneAct:
        """Read what another act needs to know of an act."""
        by, when, clock = table["by"], str(table.get("on", table.get("at"))), table.get("clock")
        clocks = [str(each) for each in clock] if isinstance(clock, list) else [str(clock)] if clock else []
        return cls(
            str(table["id"]),
            ACT_KINDS[str(table["kind"])],
            tuple(map(str, by)) if isinstance(by, list) else (str(by),),
            None if when == "not known" else moment(when, zone=clocks or None).days.last,
            str(table.get("part", "")),
        )


def answerable(kind: ActKind, done: Iterable[DoneAct]) -> list[DoneAct]:
    """Return the acts that an act of a kind may answer."""
    return [each for each in done if kind.may_answer(each.kind)]


def act_table(
    fields: Fields,
    kind: ActKind,
    done: Sequence[DoneAct] = (),
    *,
    id: str = "",
    by: Sequence[str] = (),
    day: date | None = None,
    parts: Sequence[str] = (),
    more: int = 1,
) -> DrawnTables:
    """Draw an act, perhaps with faults, which are mended with the whole file.

    Args:
        fields: What draws days, periods and texts.
        kind: What it is; where it answers another act there must be one.
        done: The acts that are there already: its id is none of theirs.
        id: What it is called; the kind, with a number where there is such an act already, where that is left out.
        by: Who does it; drawn where nobody is named.
        day: When; drawn where it is not given, or where the act that it answers came later.
        parts: The parts of the treaty that it may be about.
        more: How many keys it has on average that it does not need.
    """
    answers = fields.draw.pick(answerable(kind, done)) if kind.answers else None
    authors = list(by) or _authors(fields, kind, answers)
    floor = answers.day if answers is not None and not kind.may_precede else None
    if day is None or (floor is not None and day < floor):
        day = fields.times.day(not_before=floor)
    clocked = once_in(fields.draw, 24)
    when = "at" if clocked or once_in(fields.draw, 6) else "on"
    part = answers.part if answers is not None else fields.draw.pick(("", *parts))
    fixed: dict[str, object] = {"id": id or _name(kind, done), "kind": kind.name, "by": _one_or_list(authors)}
    fixed |= {} if answers is None else {"of": answers.id}
    fixed |= {"part": part} if part else {}
    every: dict[str, Maker] = {key: _always(value) for key, value in fixed.items()}
    every["on"] = lambda: _or_not_known(fields, fields.times.written(day), 40)
    every["at"] = lambda: fields.times.hour(day)[: _WALL_TIME if clocked else None]
    every |= basis(fields)
    makers = _makers(fields, kind, day=day, authors=authors)
    for key in ACT.keys:
        if key not in _BUILT_AROUND and (key in kind.uses or key not in PARTICULAR_KEYS):
            every[key] = makers.get(key) or _by_shape(fields, ACT.keys[key])
    required = [*fixed, when, "ref", *(["clock"] if clocked else [])]
    required += [fields.draw.pick(need.keys) for need in kind.needs]
    often = {key: make for key, make in every.items() if key in (*required, *kind.uses, *_OFTEN)}
    # An hour with an offset of its own needs no clock, which might have had another.
    never = ("on", "at", *(["clock"] if when == "at" else []))
    other = {key: make for key, make in every.items() if key not in (*often, *never)}
    return fields.filled(often, required, more=more, seldom=other, order=ACT.keys)


def only_acts(parties: Sequence[str], acts: Sequence[DrawnTables]) -> DrawnTables:
    """Return a document of acts alone, and of the parts that they are about."""
    parts = [{"id": act["part"], "ref": "r"} for act in acts if "part" in act]
    return {**head(parties), "part": parts, **({"act": [*acts]} if acts else {})}


def lone_act(draw: Draw, kind: ActKind, *, parties: Sequence[str], after: Sequence[DrawnTables] = ()) -> DrawnTables:
    """Draw an act that stands in a file of its own without a fault, beside acts that were done before.

    Args:
        draw: Who chooses.
        kind: What it is.
        parties: Who may have done it.
        after: The acts that were done before, one of which it may answer.
    """
    done = [DoneAct.of(table) for table in after]
    days = [each.day for each in done if each.day is not None]
    fields = Fields(draw=draw, parties=parties, times=Times(draw, days))
    document = only_acts(parties, after)
    for _ in range(_TRIES):
        table = act_table(fields, kind, done)
        document["act"] = [*after, table]
        mended(document, fields)
        if any(each is table for each in document.get("act", ())):
            return table
    raise UnmendableError(kind.name)


def _authors(fields: Fields, kind: ActKind, answers: DoneAct | None) -> list[str]:
    """Draw who does an act: who may answer another, all for what needs all, or one State."""
    if answers is not None and kind.by_its_authors:
        return some(fields.draw, answers.by, len(answers.by))
    if kind.agreement is not Agreement.ITS_AUTHORS or kind in (EXCHANGE,):
        return list(fields.parties) if not once_in(fields.draw, 4) else some(fields.draw, fields.parties, 3)
    others = [party for party in fields.parties if answers is None or party not in answers.by] or list(fields.parties)
    return some(fields.draw, others, 3) if once_in(fields.draw, 8) else [fields.draw.pick(others)]


def _makers(fields: Fields, kind: ActKind, *, day: date, authors: Collection[str]) -> dict[str, Maker]:
    """Return what draws the keys of an act whose meaning is known here."""
    draw, times = fields.draw, fields.times

    def away(*distances: int) -> Callable[[], str]:
        return lambda: _about(fields, day, distances)

    others = [party for party in fields.parties if party not in authors] or list(fields.parties)
    return {
        "clock": lambda: draw.pick(ZONES),
        "sent": away(0, 1, 5),
        "received": lambda: _received(fields, away(1, 5, 40, 0)),
        "circulated": away(3, 30, 0),
        "domestic": away(-1, -5, -40),
        "known": away(0, 1, 30, 365),
        "effective": away(0, -1, -30, -400) if kind == SUCCESSION else away(1, 30, 0, 180, 365, 400, 1),
        "counted_from": away(0, 1, 30, -1),
        "until": away(30, 365, 1, 700, 1500),
        "effect_day": lambda: draw.pick([each.value for each in EffectDay]),
        "period": times.some_period,
        "recorded": lambda: _or_not_known(fields, _day(fields, day, (30, 45, 180, 365)), 12),
        "outcome": lambda: draw.pick([each.value for each in Decision]),
        "counts": lambda: False,
        "ordinal": lambda: draw.whole(1, len(fields.parties)),
        "disputed": lambda: True,
        "certain": lambda: False,
        "to": lambda: _one_or_list(some(draw, others, 2)),
    }


def _by_shape(fields: Fields, shape: Shape) -> Maker:
    """Return what draws a value of which only the shape is known."""
    match shape:
        case FlagShape():
            return lambda: fields.draw.pick((True, False))
        case ChoiceShape():
            return lambda: fields.draw.pick(shape.values)
        case TextShape(example="..."):
            return fields.text
        case TextShape():
            return lambda: shape.example
        case _:
            raise LookupError(f"nothing draws {shape}: say how that key of an act is drawn in {__name__}")


def _about(fields: Fields, day: date, distances: Sequence[int]) -> str:
    """Draw a day some days away, or seldom an hour of it."""
    if once_in(fields.draw, 10):
        return fields.times.hour(day + timedelta(days=fields.draw.pick(distances)))
    return _day(fields, day, distances)


def _day(fields: Fields, day: date, distances: Sequence[int]) -> str:
    return fields.times.written(day + timedelta(days=fields.draw.pick(distances)))


def _received(fields: Fields, day: Callable[[], str]) -> Any:
    """Draw when it was received: of several depositaries by each that has it."""
    having = some(fields.draw, fields.depositaries, 2) if fields.depositaries else []
    return {each: day() for each in having} or day()


def _or_not_known(fields: Fields, text: str, seldom: int) -> str:
    """Return a day, or once in so many times the word that nobody knows it."""
    return "not known" if once_in(fields.draw, seldom) else text


def _name(kind: ActKind, done: Sequence[DoneAct]) -> str:
    """Return an id that no act has: the kind, with a number where there is such an act already."""
    taken, name, number = {each.id for each in done}, kind.name.replace(" ", "-"), 1
    found = name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found


def _one_or_list(values: Sequence[str]) -> str | list[str]:
    return values[0] if len(values) == 1 else list(values)


def _always(value: object) -> Maker:
    return lambda: value
