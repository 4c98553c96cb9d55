"""treatyclock as a register under test: loaded whole, told act by act, and with a fault planted in it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import treatyclock as tc

Line = Callable[[datetime], frozenset[tc.Status]]


@dataclass
class Looked:
    """A treaty with the timelines that were asked for."""

    treaty: tc.Treaty
    lines: dict[tuple[str | None, tuple[str, str] | None], Line] = field(default_factory=dict)

    def statuses(self, at: datetime, party: str | None, between: tuple[str, str] | None) -> frozenset[tc.Status]:
        if (party, between) not in self.lines:
            self.lines[party, between] = self.treaty.timeline(party=party, between=between).lookup()
        return self.lines[party, between](at)


class WholeRegister:
    """It loads a treaty whole."""

    def load(self, treaty: str) -> Looked:
        return Looked(tc.loads(treaty))

    def in_force(
        self, treaty: Looked, at: datetime, party: str | None = None, between: tuple[str, str] | None = None
    ) -> bool | None:
        found = {each.in_force for each in treaty.statuses(at, party, between)}
        return found.pop() if len(found) == 1 else None


class Recorded(Looked):
    """A treaty with the tables of its file."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        super().__init__(tc.from_dict(tables))
        self.tables, self.acts = tables, list(tables.get("act", ()))


class RecordingRegister(WholeRegister):
    """It keeps its own list of acts, to which acts are added, and in which they are put right."""

    def load(self, treaty: str) -> Looked:
        return Recorded(tomllib.loads(treaty))

    def record(self, treaty: Recorded, act: Mapping[str, Any]) -> Recorded:
        return Recorded({**treaty.tables, "act": [*treaty.acts, act]})

    def correct(self, treaty: Recorded, act_id: str, act: Mapping[str, Any]) -> Recorded:
        return Recorded({**treaty.tables, "act": [act if each["id"] == act_id else each for each in treaty.acts]})


class RememberingRegister(WholeRegister):
    """By what was known on a day it answers from the record as it stood then: without any act that was known later."""

    def known_as_of(self, treaty: Looked, day: date) -> Looked:
        tables = dict(treaty.treaty.to_dict())
        tables["act"] = [act for act in tables["act"] if _known(act) <= day]
        return Looked(tc.from_dict(tables))


def _known(act: Mapping[str, Any]) -> date:
    return date.fromisoformat((act.get("known") or act.get("on") or act["at"])[:10])


class WithoutActs(WholeRegister):
    """It overlooks acts of a kind."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def load(self, treaty: str) -> Looked:
        tables = tomllib.loads(treaty)
        left_out = {act["id"] for act in tables.get("act", ()) if act["kind"] == self.kind}
        acts = [act for act in tables.get("act", ()) if not {act["id"], act.get("of")} & left_out]
        return Looked(tc.from_dict({**tables, "act": acts}))


class AsIfKnown(WholeRegister):
    """It takes an act to be done when it became known."""

    def load(self, treaty: str) -> Looked:
        tables = tomllib.loads(treaty)
        acts = [{**act, "on": act["known"]} if "known" in act else act for act in tables.get("act", ())]
        return Looked(tc.from_dict({**tables, "act": acts}))


class WallClock(WholeRegister):
    """It takes what a clock showed as if all clocks showed the time of Greenwich."""

    def in_force(self, treaty: Looked, at: datetime, *args: Any, **whom: Any) -> bool | None:
        return super().in_force(treaty, at.replace(tzinfo=UTC), *args, **whom)


class SuspendedIsOut(WholeRegister):
    """It takes a suspended treaty to be no longer in force."""

    def in_force(
        self, treaty: Looked, at: datetime, party: str | None = None, between: tuple[str, str] | None = None
    ) -> bool | None:
        found = {each is tc.Status.PARTY for each in treaty.statuses(at, party, between)}
        return found.pop() if len(found) == 1 else None


class AwakeRegister(WholeRegister):
    """It tells statuses too, and of a treaty that sleeps that it is in operation."""

    def statuses(
        self, treaty: Looked, at: datetime, party: str | None = None, between: tuple[str, str] | None = None
    ) -> frozenset[tc.Status]:
        awake = {tc.Status.SUSPENDED: tc.Status.PARTY}
        return frozenset(awake.get(each, each) for each in treaty.statuses(at, party, between))


class LastSecond(WholeRegister):
    """It counts to the last second of a last day, and leaves out what comes after that second."""

    def in_force(self, treaty: Looked, at: datetime, *args: Any, **whom: Any) -> bool | None:
        second = at.replace(microsecond=0)
        after = second + timedelta(seconds=1)
        if at > second and super().in_force(treaty, after, *args, **whom) is False:
            return False
        return super().in_force(treaty, at, *args, **whom)


class OneWay(WholeRegister):
    """It knows a pair only if it is named in the order of the alphabet."""

    def in_force(
        self, treaty: Looked, at: datetime, party: str | None = None, between: tuple[str, str] | None = None
    ) -> bool | None:
        unknown = between is not None and list(between) != sorted(between)
        return False if unknown else super().in_force(treaty, at, party=party, between=between)


class ForAll(WholeRegister):
    """It takes whatever holds for one party to hold for every party."""

    def in_force(self, treaty: Looked, at: datetime, *args: Any, **whom: Any) -> bool | None:
        return super().in_force(treaty, at, party=treaty.treaty.record.parties[0].id)


class Both(WholeRegister):
    """It takes a treaty to be in force between two if it is for each."""

    def in_force(
        self, treaty: Looked, at: datetime, party: str | None = None, between: tuple[str, str] | None = None
    ) -> bool | None:
        if between is None:
            return super().in_force(treaty, at, party=party)
        found = {super(Both, self).in_force(treaty, at, party=each) for each in between}
        return False if False in found else None if None in found else True


class TwoValued(WholeRegister):
    """It says no where the answer is unknown."""

    def in_force(self, treaty: Looked, at: datetime, *args: Any, **whom: Any) -> bool:
        return super().in_force(treaty, at, *args, **whom) is True


class Cautious(WholeRegister):
    """It says that it does not know on each first day."""

    def in_force(self, treaty: Looked, at: datetime, *args: Any, **whom: Any) -> bool | None:
        found = super().in_force(treaty, at, *args, **whom)
        return None if at.day == 10 else found


class StaleRegister(RecordingRegister):
    """Of a correction it takes no notice."""

    def correct(self, treaty: Recorded, act_id: str, act: Mapping[str, Any]) -> Recorded:
        return treaty


class ForgetfulRegister(RememberingRegister):
    """It knows at all times what it knows today."""

    def known_as_of(self, treaty: Looked, day: date) -> Looked:
        return treaty


class Crashing(WholeRegister):
    """It answers no question about a treaty of which there is something to say."""

    def in_force(self, treaty: Looked, at: datetime, *args: Any, **whom: Any) -> bool | None:
        if treaty.treaty.record.acts:
            raise KeyError(treaty.treaty.record.id)
        return super().in_force(treaty, at, *args, **whom)
