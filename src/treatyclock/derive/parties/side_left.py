"""The end that comes to all once nobody is left on a side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from treatyclock.derive.end.end import End
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.parties.headcount import Memberships, fall
from treatyclock.derive.parties.perhaps_parties import as_they_may_have_been, why_parties_open
from treatyclock.derive.parties.too_few import end_by_fall
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.clauses.side import Side
from treatyclock.law.sides import has_sides

SIDE_LEFT = Rule(
    "nobody left on a side",
    "these exits leave nobody on one of the sides, so the treaty ends for all {when}",
    "Vienna Convention on the Law of Treaties, arts. 2(1)(a) and 54(a): it binds one side towards the other",
)


def side_left(evaluation: Evaluation, treaty: Entry, memberships_of_all: Callable[[], Memberships]) -> list[End]:
    """Derive the end that comes with the day on which nobody is left on all sides but one; none where none comes.

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force.
        memberships_of_all: Works out what each party's periods would be if the treaty never ended for all.
    """
    record = evaluation.record
    if not has_sides(record):
        return []
    sides = evaluation.several(Side)
    by_record = memberships_of_all()
    perhaps = as_they_may_have_been(evaluation, treaty, by_record, 2)
    found = by_record if perhaps is None else perhaps
    places = {party.id: number for number, party in enumerate(record.parties)}
    # A State that is not listed may stand on any side.
    others = [period for periods in found[len(places) :] for period in periods]
    of_sides = [[*(each for party in side.parties for each in found[places[party]]), *others] for side in sides]
    lacking = "" if perhaps is None else why_parties_open(evaluation)
    alone = fall(evaluation, 2, of_sides, "parties on fewer than two sides", lacking)
    if alone is None:
        return []
    premises = dict.fromkeys(key for end in _apart(alone.gone) for key in end.premises)
    because = (*map(evaluation.given_clause, sides), *premises)
    return [end_by_fall(evaluation, alone, Key("side left"), SIDE_LEFT, because, perhaps=perhaps is not None)]


def _apart(ends: Sequence[End]) -> list[End]:
    """Return ends without those that one notice brings alike to several on a side: one of them tells it."""
    found: dict[object, End] = {}
    for end in ends:
        found.setdefault((end.notice.id, end.at, end.last_day) if end.notice is not None else end.key, end)
    return list(found.values())
