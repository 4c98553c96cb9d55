"""Whether a treaty is applied provisionally at all: by two at least between which it can apply."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from treatyclock.civil.days import Days
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.overlays.overlay import Overlay
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import Span
from treatyclock.law.sides import side_of
from treatyclock.law.status import Status

BETWEEN_SOME = Rule(
    "applied provisionally between some", "two at least apply it provisionally towards each other, beginning {when}"
)
_Stretch = tuple[int, int]
_WHAT = "provisional application"


def applied_generally(
    evaluation: Evaluation, applied: Mapping[str, Sequence[Overlay]], entry: Entry | None
) -> tuple[Overlay, ...]:
    """Return the times before a treaty is in force for which two at least apply it who do not stand on one side.

    Args:
        evaluation: The evaluation.
        applied: For each party the times for which it does.
        entry: The entry into force for the first party; None if there is none.
    """
    never = evaluation.end_of(Days.between())[0].latest
    each = [(_stands_for(evaluation, party), overlay) for party, several in applied.items() for overlay in several]
    perhaps = _by_two([(who, (it.begins.earliest, _over(it, never).latest)) for who, it in each])
    surely = _by_two([(who, (it.begins.latest, _over(it, never).earliest)) for who, it in each])
    found: list[Overlay] = []
    for first, last in perhaps:
        sure = [stretch for stretch in surely if first <= stretch[0] < last] or [(last, last)]
        bounds = [first, *(point for stretch in sure for point in stretch), last]
        # Between two times for which it surely is, it may be all the same.
        for number in range(0, len(bounds) - 2, 2):
            begins, ends = Span(bounds[number], bounds[number + 1]), Span(bounds[number + 2], bounds[number + 3])
            because = tuple(_of_two(each, begins))
            name = Key("provisional generally", number=len(found) + 1)
            key = evaluation.derived(name, BETWEEN_SOME, begins, *because)
            if entry is not None:  # whenever within its time that came: being in force hides what was before
                ends = Span(min(ends.earliest, entry.begins.latest), min(ends.latest, entry.begins.latest))
            if ends.latest <= begins.earliest:
                continue
            until = None if ends.earliest >= never else ends
            found.append(Overlay(status=Status.PROVISIONAL, begins=begins, ends=until, because=(key,), what=_WHAT))
    return tuple(found)


def _stands_for(evaluation: Evaluation, party: str) -> str:
    side = side_of(evaluation.record, party)
    return party if side is None else side.parties[0]


def _over(overlay: Overlay, never: int) -> Span:
    return Span(never, never) if overlay.ends is None else overlay.ends


def _by_two(stretches: Sequence[tuple[str, _Stretch]]) -> tuple[_Stretch, ...]:
    """Return the times in which stretches of two different names run together, each as long as possible."""
    changes = [(first, 1, who) for who, (first, last) in stretches if first < last]
    changes += [(last, -1, who) for who, (first, last) in stretches if first < last]
    points = sorted({at for at, _, _ in changes})
    running: Counter[str] = Counter()
    found: list[_Stretch] = []
    for at, following in pairwise(points):
        for _, change, who in [each for each in changes if each[0] == at]:
            running[who] += change
        if sum(count > 0 for count in running.values()) < 2:
            continue
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], following)
        else:
            found.append((at, following))
    return tuple(found)


def _of_two(each: Sequence[tuple[str, Overlay]], begins: Span) -> Iterator[Key]:
    """Yield the reasons for the first two that apply it then."""
    named: set[str] = set()
    for who, overlay in each:
        runs = overlay.begins.earliest <= begins.latest and (
            overlay.ends is None or overlay.ends.latest > begins.earliest
        )
        if runs and who not in named and len(named) < 2:
            named.add(who)
            yield from overlay.because
