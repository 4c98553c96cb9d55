"""What the file declares and nothing uses, and dates that are not sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from treatyclock.law.acts import OTHER_DATES, RATIFYING, ActKind
from treatyclock.law.clauses.conditions import Consented, Exchanged, Instruments, Signed
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.lint.context import Matter
from treatyclock.lint.finding import Remark

_FOR_THE_RECORD = frozenset({ActKind.PUBLICATION, ActKind.OBJECTION})
"""Kinds of act that change no status by themselves, or that of pairs only."""


_NAMES = {"dated": "the date"}


def sources(matter: Matter) -> Iterator[Remark]:
    """Sources that nothing cites."""
    record = matter.life.record
    clauses = [*record.clauses, *(clause for reading in record.readings for clause in reading.clauses)]
    bases = [record.counting.basis, *(each.basis for each in clauses), *(each.basis for each in record.weights)]
    several: list[Iterable[str]] = [
        *(basis.sources for basis in bases),
        *(act.sources for act in record.acts),
        *(reading.sources for reading in record.readings),
    ]
    cited = {source for each in several for source in each}
    for source in record.sources:
        if source.id not in cited:
            hint = f'cite it where it says something: source = "{source.id}"; or leave it out'
            yield Remark("unused-source", ("sources", source.id), f"nothing cites {source.id}", hint)


def parties(matter: Matter) -> Iterator[Remark]:
    """Parties that do nothing and are named nowhere."""
    record = matter.record
    named = {party for act in record.acts for party in act.by}
    named |= {party for table in record.weights for party, _ in table.shares}
    entry = record.clause(EntryIntoForce)
    for condition in () if entry is None else entry.when.walk():
        if isinstance(condition, Signed | Consented):
            named.update(condition.by)
        elif isinstance(condition, Instruments):
            named.update(condition.among)
    for party in record.parties:
        if party.id not in named:
            hint = "add what it did, or leave it out"
            yield Remark("idle-party", ("parties", party.id), f"{party.id} does nothing in this file", hint)


def idle_acts(matter: Matter) -> Iterator[Remark]:
    """Acts from which nothing follows under any reading."""
    used = {
        key
        for life in (matter.life, *matter.others)
        for subject in matter.subjects()
        for world in life.course(subject).worlds
        for key in world.result.reasons
    }
    # Where instruments are exchanged, ratification is the step before it (Vienna Convention art. 13).
    entry = matter.record.clause(EntryIntoForce)
    exchanged = entry is not None and any(isinstance(each, Exchanged) for each in entry.when.walk())
    steps = _FOR_THE_RECORD | (RATIFYING if exchanged else frozenset())
    admitted = {id for life in (matter.life, *matter.others) for id in life.reading.admits}
    for act in matter.record.acts:
        path = matter.at_act(act, "kind")
        if act.needs_reading and act.id not in admitted:
            problem = f"{act.id} has no effect by itself, and no reading admits it"
            yield Remark("act-without-effect", path, problem, f'let a [[reading]] admit it: admits = "{act.id}"')
        elif act.kind not in steps and not act.kind.is_notice and f"act:{act.id}" not in used:
            hint = "check its date, who did it, and the clause that it would need; or leave it as it stands"
            yield Remark("act-without-effect", path, f"nothing follows from {act.id}", hint)


def dates(matter: Matter) -> Iterator[Remark]:
    """Dates that are marked as uncertain, or that are ranges."""
    for act in matter.record.acts:
        if not act.certain:
            problem = f"the date of {act.id} is marked as uncertain"
            hint = "answers that rest on it say so; take the mark away once a source gives the date"
            yield Remark("uncertain-date", matter.at_act(act, "certain"), problem, hint)
        for name in ("dated", *OTHER_DATES):
            moment = getattr(act, name)
            if moment is None:
                continue
            key = name if name != "dated" else "on" if moment.wall is None else "at"
            if not moment.days.known:
                problem = f"{_NAMES.get(name, name)} of {act.id} is known only as {moment.text}"
                hint = "give the day, if a source has it; answers within that time are unknown"
                yield Remark("vague-date", matter.at_act(act, key), problem, hint)
            elif set(moment.text) & set("?~%"):
                problem = f"{_NAMES.get(name, name)} of {act.id} is marked as uncertain: {moment.text}"
                hint = "take the mark away once a source gives the date"
                yield Remark("uncertain-date", matter.at_act(act, key), problem, hint)


RULES = (sources, parties, idle_acts, dates)
