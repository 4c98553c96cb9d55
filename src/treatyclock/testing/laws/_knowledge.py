"""Laws on knowing more: a vague date made precise, a record without gaps, a later act, what was known when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from treatyclock.testing.laws._compared import between, opens, opens_truth
from treatyclock.testing.laws._law import Breach, Law, Trial, read
from treatyclock.testing.laws._variants import readable, tables_in, text_of_tables, with_changed
from treatyclock.testing.register import WithKnowledge

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOST_BLURRED = 2
"""How many acts of a treaty are made vague, one after the other: each opens many questions at once."""

MOST_HORIZONS = 6
"""For how many days it is asked what was known then, and on the days before."""


def of_vague(id: str, on: str) -> Law:
    """Return the law that a certain act on a vague day leaves an answer as it is, or opens it.

    Args:
        id: The act, whose day the treaty file tells.
        on: A vaguer date, which may mean that day, as a treaty file writes it: ``"1936-01"``.

    Example:
        >>> from treatyclock.testing import laws
        >>> laws.of_vague("ratification-bbb", "1936").check(laws.EXAMPLE)
        ()
    """

    def rule(tried: Trial) -> Iterator[Breach]:
        changed = with_changed(tried.text, id, on=on)
        if readable(changed):
            # Of the two the treaty of the trial is the one in which more is known.
            by = f"with {id} on {on}"
            yield from between(tried, tried.load(), tried.load(changed), opens, changed=changed, by=by)

    return replace(REFINEMENT, rule=rule)


def _refinement(tried: Trial) -> Iterator[Breach]:
    dated = [act for act in tables_in(tried.text)["act"] if _DAY.fullmatch(str(act.get("on", "")))]
    few = replace(tried, whom=tried.whom[:2])
    for act in dated[:: -(-len(dated) // MOST_BLURRED) or 1]:
        yield from of_vague(act["id"], act["on"][:7]).rule(few)


REFINEMENT = Law(
    id="refinement",
    sentence="Where a date is made precise, a definite answer stays, and unknown may become definite.",
    why="An answer is definite only if it is the same on every day that a vague date may mean; the precise day is one "
    "of them (agreement over all cases: supervaluation, as in van Fraassen 1966).",
    applies_to="every treaty with an act of a known day; then only its month is told",
    except_where=("dates that cannot be told less exactly without a fault, as of an act and its answer in one month",),
    rule=_refinement,
)


def of_part(text: str) -> Law:
    r"""Return the law that a treaty says nothing else for certain than a record of it in part does.

    Args:
        text: The treaty file whose ``[record]`` says that it holds the same treaty in part.

    Example:
        >>> from datetime import UTC, datetime
        >>> from treatyclock.testing import laws
        >>> at = datetime(1940, 1, 1, tzinfo=UTC)
        >>> laws.of_part(laws.EXAMPLE + '[record]\nuntil = "1939-01-01"\n').check(laws.EXAMPLE, at=at)
        ()
    """

    def rule(tried: Trial) -> Iterator[Breach]:
        yield from between(tried, tried.load(), tried.load(text), opens_truth, changed=text, by="of a record in part")

    return replace(RECORD_IN_PART, rule=rule)


def stopped(text: str, until: date) -> str:
    """Return the record of a treaty as it would be if it went up to a day and no further, and said so."""
    record = read(text).record
    # An act that reaches back changes what was so before it, as the law says.
    late = {
        act.id
        for act in record.acts
        if act.when().days.last > until and (act.effective is None or act.effective.days.last > until)
    }
    late |= {act.id for act in record.acts if act.of in late}
    tables = tables_in(text)
    tables["act"] = [act for act in tables["act"] if act["id"] not in late]
    return text_of_tables({**tables, "record": {"until": until.isoformat()}})


def _in_part(tried: Trial) -> Iterator[Breach]:
    acts = read(tried.text).record.acts
    if "record" in tables_in(tried.text) or not acts:
        return
    last = max(acts, key=lambda act: act.when().days.last)
    few = replace(tried, whom=tuple(whom for whom in tried.whom if not whom.between and whom.party in (None, *last.by)))
    changed = stopped(tried.text, last.when().days.last - timedelta(days=1))
    if readable(changed):
        yield from of_part(changed).rule(few)


RECORD_IN_PART = Law(
    id="record-in-part",
    sentence="What a record in part says for certain, the whole record says.",
    why="Only of a list that is whole does silence mean no (the closed world assumption: Reiter 1978); the whole "
    "record is one way to complete a record in part.",
    applies_to="every treaty that is listed as a whole, without its last act and said to go no further",
    rule=_in_part,
)


def _grows(tried: Trial) -> Iterator[Breach]:
    assert isinstance(tried.register, WithKnowledge)
    if not read(tried.text).record.acts:
        return
    treaty = tried.load()
    years = [int(year) for year in re.findall(r"\b[1-9][0-9]{3}\b", tried.text)]
    after_all = date(min(max(years, default=1950) + 2, 9000), 1, 1)
    known = tried.register.known_as_of(treaty, after_all)
    yield from between(tried, treaty, known, by=f"known as of {after_all}, when all had been published")


KNOWLEDGE_GROWS_TO_THE_RECORD = Law(
    id="knowledge-grows-to-the-record",
    sentence="What was known once all had been published is what the record says.",
    why="A record is what is known of a treaty, and nothing becomes known after the last publication (bitemporal data: "
    "Snodgrass 1999).",
    applies_to="every treaty",
    except_where=("a treaty that lists no act: nobody ever knew of anything done",),
    needs=WithKnowledge,
    rule=_grows,
)


def of_what_was_known(day: date) -> Law:
    """Return the law that what was known on a certain day uses nothing that became known later.

    Example:
        >>> from datetime import date
        >>> from treatyclock.testing import laws
        >>> laws.of_what_was_known(date(1940, 1, 1)).check(laws.EXAMPLE)
        ()
    """

    def rule(tried: Trial) -> Iterator[Breach]:
        assert isinstance(tried.register, WithKnowledge)
        changed = known_then(tried.text, day)
        if changed is not None:
            known = tried.register.known_as_of(tried.load(), day)
            by = f"known as of {day}"
            yield from between(tried, tried.load(changed), known, changed=changed, by=by)

    return replace(KNOWN_THEN, rule=rule)


def known_then(text: str, day: date) -> str | None:
    """Return the treaty without what became known after a day; None where it is open what was known, or nothing was."""
    record = read(text).record
    acts = {act.id: act.known or act.when() for act in record.acts}
    if any(each.wall is not None or each.days.first <= day < each.days.last for each in acts.values()):
        return None
    late = {id for id, each in acts.items() if each.days.last > day}
    if all(act.kind.outside for act in record.acts if act.id not in late):
        return None
    tables = tables_in(text)
    entry = tables.get("entry_into_force", {})
    recorded = str(entry.get("recorded", ""))
    if recorded > day.isoformat():
        # It was known with the last instrument that it presupposes, and no table tells which that is.
        if recorded[:4] <= str(day.year + 3) or not _borne_out(text, recorded):
            return None
        if late:
            del entry["recorded"]
    if str(tables.get("end", {}).get("recorded", "")) > day.isoformat():
        del tables["end"]
    tables["act"] = [act for act in tables["act"] if act["id"] not in late]
    clauses = {key: _clauses_then(each, day) for key, each in tables.items()}
    changed = text_of_tables({key: each for key, each in clauses.items() if each is not None})
    return changed if readable(changed) else None


def _borne_out(text: str, recorded: str) -> bool:
    """Tell whether the acts alone lead to the day of entry that is recorded."""
    tables = tables_in(text)
    del tables["entry_into_force"]["recorded"]
    counted = text_of_tables(tables)
    return readable(counted) and [each.value for each in read(counted).dates().entry_into_force] == [(recorded,)]


def _clauses_then(tables: Any, day: date) -> Any:
    """Return a clause, or several, as they stood on a day; None where there was none."""
    if isinstance(tables, list):
        return [then for each in tables if (then := _clauses_then(each, day)) is not None]
    if isinstance(tables, dict) and str(tables.get("known", "")) > day.isoformat() and "kind" not in tables:
        return tables.get("before")
    return tables


def _known_then(tried: Trial) -> Iterator[Breach]:
    days = sorted({(act.known or act.when()).days.last for act in read(tried.text).record.acts})
    for day in days[:: -(-len(days) // MOST_HORIZONS) or 1]:
        for horizon in (day - timedelta(days=1), day):
            yield from of_what_was_known(horizon).rule(tried)


KNOWN_THEN = Law(
    id="known-then",
    sentence="What was known on a day is what the record says without all that became known later.",
    why="Nobody knew then what came to be known later: a notice is known from its receipt, unless it was kept secret "
    "(VCLT 78); a clause that an amendment brought is known from the amendment (VCLT 39).",
    applies_to="every treaty, as known on the days on which an act became known, and on the days before",
    except_where=(
        "days on which it is open what was known",
        "a day of entry that is recorded for the three years to come, or that the acts do not lead to: it was known "
        "with the last instrument that it presupposes, and no file tells which",
        "a day before anything was known: then nothing can be said",
    ),
    needs=WithKnowledge,
    rule=_known_then,
)
