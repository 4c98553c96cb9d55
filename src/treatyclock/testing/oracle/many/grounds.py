"""What an answer rests on: by which rules, and by which acts.

The words are the law's, and few:

- "entry": the act of consent by which a State became a party;
- "end by notice", "end by consent", "end of membership", "end of the term", "too few parties",
  "nobody left on a side", "nobody left": what ended its time as a party, or the treaty, with the act that did;
- "agreed by all", "agreed by some": of an act that needs all parties, whether it has its effect;
- "in time", "too late": of an extension by all, whether it was in force while the term ran;
- "taken back": of a notice, that it has no effect since it was taken back in time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from treatyclock.testing.oracle.many.standing import Standing
from treatyclock.testing.oracle.many.treaty import NEED_ALL


@dataclass(frozen=True)
class Ground:
    """A rule that was applied to an act; some rules are applied to no single act."""

    rule: str
    act: str = ""


def grounds(found: Sequence[Standing], party: str | None, at: datetime) -> set[Ground]:
    """What the answers rest on, over all worlds."""
    return {ground for standing in found for ground in (*_of_time(standing, party, at), *_of_agreements(standing))}


def certain_end(found: Sequence[Standing], party: str | None, at: datetime) -> Ground | None:
    """The one ground on which a time as a party has ended in every world."""
    ends = set()
    for standing in found:
        spells = standing.life.in_force if party is None else standing.life.spells[party]
        begun = [spell for spell in spells if standing.world.midnight(spell.start) <= at]
        if not begun or begun[-1].end is None or at < begun[-1].end.span.last:
            return None
        ends.add(Ground(begun[-1].end.rule, begun[-1].end.act))
    return ends.pop() if len(ends) == 1 else None


def _of_time(standing: Standing, party: str | None, at: datetime) -> Iterator[Ground]:
    life = standing.life
    spells = life.in_force if party is None else life.spells[party]
    for spell in spells:
        if standing.world.midnight(spell.start) <= at:
            yield Ground("entry", spell.consent)
            if spell.end and spell.end.span.first <= at:
                yield Ground(spell.end.rule, spell.end.act)


def _of_agreements(standing: Standing) -> Iterator[Ground]:
    life = standing.life
    for act in standing.spec.done(*NEED_ALL):
        agreed = act in life.agreed
        yield Ground("agreed by all" if agreed else "agreed by some", act.id)
        if agreed and act.kind == "extension of the term":
            yield Ground("in time" if act in life.course.heeded else "too late", act.id)
