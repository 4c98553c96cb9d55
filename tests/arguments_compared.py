"""The library's steps in the oracle's few words, and where the two arguments differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import treatyclock as tc
from treatyclock.testing.oracle.many.grounds import Ground, certain_end, grounds
from treatyclock.testing.oracle.many.standing import Standing

SAID_OF_ACTS: Mapping[str, str] = {
    "terminated by consent": "end by consent",
    "no longer a member": "end of membership",
    "no member for a time": "end of membership",
    "extended": "in time",
    "extended late": "too late",
}
"""Rules of the library that say of an act that it has an effect, or none; by the oracle's words."""

SAID_OF_NONE: Mapping[str, str] = {
    "too few parties": "too few parties",
    "nobody left": "nobody left",
    "nobody left on a side": "nobody left on a side",
}
SAID_OF_TERM = ("last day", "extended", "until event", "event ends", "end at hour", "end")
NOTICE_WITHOUT_EFFECT = ("outside the window", "notice before entry", "notice late", "notice without clause")


def told(answer: tc.Answer) -> Iterator[Ground]:
    """Yield what the library's argument says, in the oracle's words."""
    steps: list[dict[str, Any]] = answer.to_dict()["derivation"]
    acts = {step["number"]: step["key"].removeprefix("act:") for step in steps if step["key"].startswith("act:")}
    for step in steps:
        rule = step["rule"]
        named = {acts[number] for number in step["because"] if number in acts}
        named |= set(step["key"].split(":")[1:]) | {step["key"].removeprefix("end by ")}
        if rule in SAID_OF_ACTS:
            yield from (Ground(SAID_OF_ACTS[rule], act) for act in named)
        elif rule in SAID_OF_NONE:
            yield Ground(SAID_OF_NONE[rule])
        elif rule in NOTICE_WITHOUT_EFFECT:
            yield from (Ground("without effect", act) for act in named)
        elif rule in SAID_OF_TERM:
            yield Ground("end of the term")
        if rule and rule not in NOTICE_WITHOUT_EFFECT:
            yield from (Ground("mentioned", act) for act in named)


def differences(answer: tc.Answer, found: Sequence[Standing], party: str | None, at: datetime) -> Iterator[str]:
    """Yield each ground that one argument has and the other denies."""
    theirs, ours = set(told(answer)), grounds(found, party, at)
    known = {act.id for act in found[0].spec.acts}
    for ground in theirs:
        if ground.act not in known:
            continue
        said = {each.rule for each in ours if each.act == ground.act}
        wanted = {"in time": "in time", "end by consent": "agreed by all"}.get(ground.rule)
        if (wanted and wanted not in said) or (ground.rule == "too late" and said == {"agreed by all", "in time"}):
            yield f"the library says of {ground.act} `{ground.rule}`, the oracle {sorted(said)}"
        if ground.rule == "without effect" and Ground("end by notice", ground.act) == certain_end(found, party, at):
            yield f"the library says that {ground.act} has no effect, and by the oracle it ended it"
    decisive = certain_end(found, party, at)
    if decisive and not _is_told(decisive, theirs):
        yield f"the oracle ends it by {decisive}, of which the library says nothing"


def _is_told(ground: Ground, theirs: set[Ground]) -> bool:
    if ground.rule == "end by notice":
        return Ground("mentioned", ground.act) in theirs
    if ground.rule == "nobody left":
        return True in {each.rule == "nobody left" for each in theirs} or Ground("mentioned", ground.act) in theirs
    if ground.rule in ("too few parties", "nobody left on a side", "end of the term"):
        return Ground(ground.rule) in theirs
    return ground in theirs
