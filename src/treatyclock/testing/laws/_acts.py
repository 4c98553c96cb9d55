"""Laws on one more act: done later, or only imagined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from treatyclock.civil.moments.read import moment
from treatyclock.errors import WrongTypeError
from treatyclock.testing.laws._compared import Agrees, between, opens, same, settles
from treatyclock.testing.laws._law import Breach, Law, Trial
from treatyclock.testing.laws._variants import readable, tables_in, tells_who_consented, with_act
from treatyclock.testing.register import WithWhatIf

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

DECISION = "decision of a conference"
REACHING_BACK = ("confirmation of a signature", "succession")
_NO_CONSENT = "a record without any act of consent, which leaves these out: there each act shows more than itself"


def of_later_act(act: Mapping[str, Any]) -> Law:
    """Return the law that a certain act changes no answer about an earlier time.

    Args:
        act: The act, with the keys of an ``[[act]]`` of a treaty file; ``on`` is its day.

    Raises:
        WrongTypeError: If it has no kind, nobody who did it, or no day.

    Example:
        >>> from treatyclock.testing import laws
        >>> gone = {"id": "gone", "kind": "denunciation", "by": "AAA", "on": "1950-01-01", "ref": "a note"}
        >>> laws.of_later_act(gone).check(laws.EXAMPLE)
        ()
    """
    day = _day_of(act)

    def rule(tried: Trial) -> Iterator[Breach]:
        tables, tries = tables_in(tried.text), isinstance(tried.register, WithWhatIf)
        if act["kind"] in REACHING_BACK or ("end" in tables and not tries) or not tells_who_consented(tried.text):
            return
        if act["kind"] == "accession" and len(tables["parties"]) < 3:
            return
        changed, treaty = with_act(tried.text, act), tried.load()
        other = tried.register.what_if(treaty, act) if isinstance(tried.register, WithWhatIf) else tried.load(changed)
        # A bare day may begin up to a day earlier somewhere on earth.
        cut = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=2)
        earlier = [(at, whom) for at, whom in tried.questions(changed) if at < cut]
        by = f"with a {act['kind']} by {act['by']} on {day}"
        yield from between(tried, treaty, other, _agreement(act), changed=changed, questions=earlier, by=by)

    return replace(LATER_ACT, rule=rule)


def _day_of(act: Mapping[str, Any]) -> date:
    if not isinstance(act, Mapping) or not {"kind", "by", "on"} <= act.keys() or not _DAY.fullmatch(f"{act['on']}"):
        raise WrongTypeError("the act", act, "a table with kind, by, and a day such as on = '1950-01-01'")
    return moment(f"{act['on']}").days.first


def _agreement(act: Mapping[str, Any]) -> Agrees:
    if act["kind"] == DECISION:
        return settles
    return opens if any(act.get(key, act["on"]) < act["on"] for key in ("effective", "recorded")) else same


def _later_act(tried: Trial) -> Iterator[Breach]:
    tables = tables_in(tried.text)
    parties = list(tables["parties"])
    every, one, last = parties, parties[0], parties[-1]
    acts = [("denunciation", one), ("withdrawal", last), ("termination by consent", every), ("suspension", one)]
    acts += [("accession", last)] if len(parties) > 2 else [("extension of the term", every)]
    acts += [("provisional application", last)]
    for number, (kind, by) in enumerate(acts):
        day = tried.at[-1 - number * len(tried.at) // len(acts)].date() + timedelta(days=4)
        act = {"id": "later-act", "kind": kind, "by": by, "on": day.isoformat(), "ref": "a later act"}
        if kind == "extension of the term":
            act["until"] = (day + timedelta(days=4000)).isoformat()
        if readable(with_act(tried.text, act)):
            yield from of_later_act(act).rule(tried)


LATER_ACT = Law(
    id="later-act",
    sentence="What is done later changes no answer about an earlier time.",
    why="Treaties and acts do not reach back (VCLT 28); what is over stays over (VCLT 70).",
    applies_to="every treaty; instants two days at least before the act",
    except_where=(
        "a signature ad referendum, which counts from its own date once it is confirmed (VCLT 12(2)(b))",
        "a succession, which takes effect from the date of succession (Vienna Convention on Succession of States in "
        "respect of Treaties art. 23(1))",
        "an act with a day of effect before it, or a day recorded before it (VCLT 24(1), 28): it may open what was "
        "certain, and settles nothing",
        "the decision of a conference: until it comes, it is unknown whether the treaty goes on, so it may settle "
        "what was open",
        "a recorded end, which shows that the treaty was in force before, and for whom: there the act is only tried",
        "an accession to a treaty of two listed parties, which shows that it is one of many (VCLT 15)",
        _NO_CONSENT,
    ),
    rule=_later_act,
)


def _what_if(tried: Trial) -> Iterator[Breach]:
    assert isinstance(tried.register, WithWhatIf)
    tables = tables_in(tried.text)
    recorded = "end" in tables or "recorded" in tables.get("entry_into_force", {})
    if recorded or not tells_who_consented(tried.text):
        return
    party = next(iter(tables["parties"]))
    few = replace(tried, whom=tried.whom[:2])
    for kind in ("denunciation", "accession", "suspension"):
        act = {"id": "what-if", "kind": kind, "by": party, "on": min(tried.at).date().isoformat(), "ref": "what if"}
        changed = with_act(tried.text, act)
        if readable(changed):
            tried_out = tried.register.what_if(tried.load(), act)
            by = f"with a {kind} by {party} on {act['on']}, tried and not recorded"
            yield from between(few, tried.load(changed), tried_out, changed=changed, by=by)


WHAT_IF_AND_RECORD_AGREE = Law(
    id="what-if-and-record-agree",
    sentence="An act that is tried has the same consequences as the same act on record.",
    why="An act has its consequences by what it is and by its date (VCLT 24, 54, 78), and not by who writes it down.",
    applies_to="every treaty",
    except_where=(
        "a day of entry or an end that is recorded: who recorded it knew of no act that is only tried",
        _NO_CONSENT,
    ),
    needs=WithWhatIf,
    rule=_what_if,
)
