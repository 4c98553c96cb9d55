"""What the library answers beside what an oracle answers: on one treaty, and on many that are drawn by dice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from itertools import combinations

import treatyclock as tc
from treatyclock.errors import UnusableRecordError
from treatyclock.testing.oracle.beside import Ends, as_recorded, by_companion, by_later
from treatyclock.testing.oracle.beside import truth as truth_beside
from treatyclock.testing.oracle.days import UnsettledError
from treatyclock.testing.oracle.known import of_many, of_two, telling_days_of_many
from treatyclock.testing.oracle.many import standing as many
from treatyclock.testing.oracle.many.standing import BEFORE, Standing
from treatyclock.testing.oracle.parts import Part
from treatyclock.testing.oracle.two import edges, life
from treatyclock.testing.specifications import many as many_specifications
from treatyclock.testing.specifications import two, two_text
from treatyclock.testing.specifications.choices import Dice, Draw, once_in
from treatyclock.testing.specifications.many_text import part_to_toml
from treatyclock.testing.specifications.many_text import to_toml as many_to_toml

INSTANTS = 20
"""How many instants each treaty is asked about."""

PAIRS = 3
"""Between how many pairs of its States one of many is asked about, beside each State and the treaty itself.

Of six States there are fifteen pairs, which would take half of the time. It does miss some: of fourteen
differences that were found on seed 20261203 one was about a pair alone.
"""

NOT_YET = {
    tc.Status.NEVER_PARTY,
    tc.Status.NEGOTIATING,
    tc.Status.SIGNATORY,
    tc.Status.CONTRACTING,
}


@dataclass
class Tally:
    """What came of a number of treaties; each difference with a treaty file that can be pasted."""

    counts: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)


def told(found: frozenset[tc.Status]) -> set[str]:
    """The statuses that the oracles tell apart."""
    return {BEFORE if status in NOT_YET else status.value for status in found}


def differences_of_many(
    treaty: tc.Treaty,
    parties: Sequence[str],
    found: Sequence[Standing],
    at: datetime,
    *,
    known: str | None = None,
    pairs: Sequence[tuple[str, str]] | None = None,
) -> Iterator[str]:
    """Yield each question about an instant to which the two answer differently, with both answers.

    ``known``: the day whose knowledge the library is to use; the oracle's lives are to be of that day.
    ``pairs``: the pairs that are asked about; all where not given.
    """
    then = f" known as of {known}" if known else ""
    asked = tc.moment(at)  # read once for all questions
    for party in (None, *parties):
        answer = treaty.in_force(asked, party=party, known_as_of=known)
        ours, theirs = many.truth(found, party, at), answer.truth.value
        standings = many.statuses(found, party, at)
        if ours != theirs or told(answer.status) != standings:
            both = f"oracle {ours} {sorted(standings)}, library {theirs} {sorted(told(answer.status))}"
            yield f"{at} {party}{then}: {both}"
    for pair in combinations(parties, 2) if pairs is None else pairs:
        ours, theirs = (
            many.truth_between(found, *pair, at),
            treaty.in_force(asked, between=pair, known_as_of=known).truth.value,
        )
        if ours != theirs:
            yield f"{at} between {pair}{then}: oracle {ours}, library {theirs}"


def differences_of_two(
    treaty: tc.Treaty, found: list[life.Life], at: datetime, known: str | None = None
) -> Iterator[str]:
    """Yield the question whether a treaty of two was in force at an instant, if the two answer differently."""
    ours, answer = life.truth(found, at), treaty.in_force(at, known_as_of=known)
    if ours != answer.truth.value:
        yield f"{at} known as of {known}: oracle {ours}, library {answer.truth.value}"
    unknown = answer.truth is tc.Truth.UNKNOWN
    deciding = [each for each in answer.depends_on if each.decides_truth]
    if found and (deciding if not unknown else not answer.depends_on):
        yield f"{at}: {answer.truth.value}, and depends on {answer.depends_on}"


def compare(kind: str, seed: str, numbers: Sequence[int], tally: Tally) -> None:
    """Draw treaties of a kind by a seed and their numbers, and compare the answers to twenty instants of each."""
    draw: Callable[[Dice], tuple[str, Callable[[tc.Treaty], Iterator[str]]]] = {
        "two": _of_two,
        "many": _of_many,
        "parts": _of_parts,
        "beside": _beside,
    }[kind]
    for number in numbers:
        dice = Dice(f"{seed}:{kind}:{number}")
        try:
            text, differences = draw(dice)
        except UnsettledError:
            tally.counts["refused"] += 1
            continue
        try:
            found = list(differences(tc.loads(text)))
        except UnsettledError:
            tally.counts["refused"] += 1
            continue
        except UnusableRecordError:  # too much is open at once, and the library says so in place of an answer
            tally.counts["too open"] += 1
            continue
        tally.counts["compared"] += 1
        if found:
            tally.counts["different"] += 1
            tally.differences.append(
                f"# {kind}, seed {seed}, number {number}\n# " + "\n# ".join(found[:9]) + f"\n{text}"
            )


def _of_many(dice: Dice) -> tuple[str, Callable[[tc.Treaty], Iterator[str]]]:
    spec = many_specifications.treaty_of_many(dice)
    known = _known(dice, [*telling_days_of_many(spec), spec.recorded or date.min])
    then = of_many(spec, known) if known else spec
    found = many.lives(then) if then else []
    turning = many.interesting_instants(found)
    instants = [many_specifications.instant(dice, turning) for _ in range(INSTANTS)]
    all_pairs = list(combinations(spec.parties, 2))
    pairs = [all_pairs.pop(dice.whole(0, len(all_pairs) - 1)) for _ in range(min(PAIRS, len(all_pairs)))]

    def differences(treaty: tc.Treaty) -> Iterator[str]:
        for at in instants:
            then = known.isoformat() if known else None
            yield from differences_of_many(treaty, spec.parties, found, at, known=then, pairs=pairs)

    return many_to_toml(spec), differences


def _of_two(dice: Dice) -> tuple[str, Callable[[tc.Treaty], Iterator[str]]]:
    spec = two.treaty_of_two(dice)
    known = _known(dice, edges.telling_days(spec))
    then = of_two(spec, known) if known else spec
    found = life.lives(then) if then else []
    turning = edges.interesting_instants(spec)
    instants = [two.instant(dice, turning) for _ in range(INSTANTS)]

    def differences(treaty: tc.Treaty) -> Iterator[str]:
        for at in instants:
            yield from differences_of_two(treaty, found, at, known.isoformat() if known else None)

    return two_text.to_toml(spec), differences


def differences_of_part(treaty: tc.Treaty, parties: Sequence[str], found: Part, at: datetime) -> Iterator[str]:
    """Yield each question about the part of a treaty to which the two answer differently.

    The oracle lives through the treaty and the part apart, so that it knows less where both leave something open.
    """
    if found.one_alone(at):
        return

    def differs(ours: str, theirs: str) -> bool:
        loose = "unknown" in (ours, theirs) if found.loose else (ours, theirs) == ("unknown", "no")
        return ours != theirs and not loose

    for party in parties:
        ours, theirs = found.truth(party, at), treaty.in_force(at, party=party, part="part").truth.value
        if differs(ours, theirs):
            yield f"{at} {party}: oracle {ours}, library {theirs}"
    generally, theirs = found.truth_generally(at), treaty.in_force(at, part="part").truth.value
    if generally is not None and differs(generally, theirs):
        yield f"{at}: oracle {generally}, library {theirs}"
    for pair in combinations(parties, 2):
        ours, theirs = found.truth_between(*pair, at), treaty.in_force(at, between=pair, part="part").truth.value
        if differs(ours, theirs):
            yield f"{at} between {pair}: oracle {ours}, library {theirs}"


def _of_parts(dice: Dice) -> tuple[str, Callable[[tc.Treaty], Iterator[str]]]:
    whole, part = many_specifications.treaty_with_a_part(dice)
    found = Part(whole, part)
    turning = [*many.interesting_instants(found.whole), *many.interesting_instants(found.part)]
    instants = [many_specifications.instant(dice, turning) for _ in range(INSTANTS)]

    def differences(treaty: tc.Treaty) -> Iterator[str]:
        for at in instants:
            yield from differences_of_part(treaty, whole.parties, found, at)

    return part_to_toml(whole, part), differences


def beside(draw: Draw) -> tuple[str, str, list[life.Life], Ends, list[datetime]]:
    """Draw two treaties, of which one ends the other or takes it with it.

    Returns:
        The texts of the one asked about and of the other, the lives of the one and what the other brings, and the
        instants at which answers may turn.
    """
    own, other = two.treaty_of_two(draw), two.treaty_of_two(draw)
    lives, others = life.lives(own), life.lives(other)
    text, text_of_other = two_text.to_toml(own), two_text.to_toml(other).replace('"generated"', '"other"', 1)
    text_of_other = text_of_other.replace('"Generated"', '"Other"', 1)
    if once_in(draw, 2):
        ends = by_later(others)
        text_of_other += '\n[[other_treaty]]\ntreaty = "generated"\neffect = "ends"\nref = "art. 7"\n'
    else:
        ends = by_companion(others)
        text += '\n[[companion]]\ntreaty = "other"\nin_force = "no longer than it is"\nref = "art. 7"\n'
    ends = as_recorded(lives, ends)
    turning = edges.interesting_instants(own)
    for day in ends - {None}:
        for offset in own.midnights:
            midnight = datetime.combine(day or date.min, time(), timezone(timedelta(minutes=offset)))
            turning += [midnight - timedelta(seconds=1), midnight]
    return text, text_of_other, lives, ends, turning


def differences_beside(treaty: tc.Treaty, own: list[life.Life], ends: Ends, at: datetime) -> Iterator[str]:
    """Yield the question whether a treaty beside another was in force, if oracle and library answer it differently."""
    ours, theirs = truth_beside(own, ends, at), treaty.in_force(at).truth.value
    if ours != theirs:
        yield f"{at}: oracle {ours}, library {theirs}; out by the other on {sorted(map(str, ends))}"


def _beside(dice: Dice) -> tuple[str, Callable[[tc.Treaty], Iterator[str]]]:
    text, other, own, ends, turning = beside(dice)
    instants = [two.instant(dice, turning) for _ in range(INSTANTS)]

    def differences(treaty: tc.Treaty) -> Iterator[str]:
        together = treaty.beside(tc.loads(other))
        found = [each for at in instants for each in differences_beside(together, own, ends, at)]
        yield from [*found, *(other.splitlines() if found else ())]

    return text, differences


def _known(dice: Dice, days: Sequence[date]) -> date | None:
    """Seldom the day whose knowledge is to be used: no day on or next to an act, since a day begins at many times."""
    if not days or not once_in(dice, 4):
        return None
    day = dice.pick(days)
    while any(abs((day - each).days) < 2 for each in days):
        day += timedelta(days=1)
    return day if date(1930, 1, 1) < day < date(1960, 1, 1) else None
