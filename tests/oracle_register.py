"""The oracle of treaties of many as a register: it reads what the machine writes, as far as it can judge."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from treatyclock.testing.oracle.days import Moment, Period, UnsettledError, When
from treatyclock.testing.oracle.many import standing, treaty
from treatyclock.testing.register import NoAnswerError

_PERIOD = re.compile(r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<days>\d+)D)?")
_READ = {
    "schema", "id", "title", "parties", "counting", "entry_into_force", "joining", "term", "renewal", "denunciation",
    "minimum_parties", "sunset", "suspension", "act",
}  # fmt: skip


class OracleRegister:
    """The oracle, which declines what it does not read and what it finds unsettled."""

    def load(self, treaty: str) -> list[standing.Standing]:
        return _lives(treaty)

    def in_force(
        self,
        treaty: list[standing.Standing],
        at: datetime,
        party: str | None = None,
        between: tuple[str, str] | None = None,
    ) -> bool | None:
        truth = standing.truth_between(treaty, *between, at) if between else standing.truth(treaty, party, at)
        return {"yes": True, "no": False, "unknown": None}[truth]


@lru_cache(maxsize=200)
def _lives(text: str) -> list[standing.Standing]:
    try:
        return standing.lives(specification(tomllib.loads(text)))
    except UnsettledError as error:
        raise NoAnswerError from error


def specification(tables: Mapping[str, Any]) -> treaty.Spec:
    """Return what the oracle reads in place of a treaty file."""
    midnight, entry = tables["counting"]["midnight"], tables["entry_into_force"]
    if midnight[0] not in "+-" or entry["when"] == "signed" or len(tables["parties"]) < 3 or set(tables) - _READ:
        raise NoAnswerError
    when = entry["when"]
    counted = isinstance(when, dict)
    term, renewal, leaving = tables.get("term"), tables.get("renewal"), tables.get("denunciation")
    sunset, suspending = tables.get("sunset"), tables.get("suspension")
    if suspending and "notice" in suspending:
        raise NoAnswerError
    return treaty.Spec(
        parties=tuple(tables["parties"]),
        midnights=(_minutes(midnight),),
        month_end=tables["counting"]["month_end"],
        condition=treaty.Condition("instruments", number=when["instruments"])
        if counted
        else treaty.Condition("ratified"),
        delay=treaty.Delay(_period(entry.get("delay", "P0D"))),
        joining=treaty.Joining(treaty.Delay(_period(tables["joining"]["delay"]))) if "joining" in tables else None,
        term=treaty.Term(_period(term["lasts"]), first_day_counts=term["first_day"] == "counted") if term else None,
        renewal=_renewal(renewal) if renewal else None,
        exit=_exit(leaving) if leaving else None,
        minimum=tables.get("minimum_parties", {}).get("number", 0),
        sunset=treaty.Sunset(_period(sunset["lasts"]), False, False) if sunset else None,
        suspending=treaty.Suspending() if suspending else None,
        acts=tuple(_act(act) for act in tables.get("act", ())),
    )


def _renewal(table: Mapping[str, Any]) -> treaty.Renewal:
    if "block" not in table:
        return treaty.Renewal(None, 0, then_indefinite=True)
    return treaty.Renewal(_period(table["block"]), None if table["times"] == "for ever" else table["times"])


def _exit(table: Mapping[str, Any]) -> treaty.Exit:
    return treaty.Exit(table["when"], _period(table["notice"]), first_day_counts=table["first_day"] == "counted")


def _act(table: Mapping[str, Any]) -> treaty.Act:
    if "period" in table:
        raise NoAnswerError
    known, until = (date.fromisoformat(table[key]) if key in table else None for key in ("known", "until"))
    by = table["by"] if isinstance(table["by"], list) else [table["by"]]
    return treaty.Act(table["id"], table["kind"], tuple(by), _when(table), of=table.get("of"), known=known, until=until)


def _when(table: Mapping[str, Any]) -> When:
    if "on" in table:
        return date.fromisoformat(table["on"])
    at = datetime.fromisoformat(table["at"])
    return Moment(at.replace(tzinfo=None), _minutes(table["at"][-6:]))


def _minutes(offset: str) -> int:
    hours, minutes = offset[1:].split(":")
    return (int(hours) * 60 + int(minutes)) * (-1 if offset[0] == "-" else 1)


def _period(text: str) -> Period:
    found = _PERIOD.fullmatch(text)
    assert found is not None, text
    return Period(**{unit: int(number) for unit, number in found.groupdict(default="0").items()})
