"""The end for all that comes with the exit of a party that the clause names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from treatyclock.derive.end.end import End
from treatyclock.derive.histories.history import Membership
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule, Value
from treatyclock.law.clauses.exit import Denunciation

NAMED_LEFT = Rule(
    "a named party left",
    "that party is out of the treaty, and by its clause that ends it for all, {when}",
    "Vienna Convention on the Law of Treaties, art. 54(a)",
)


def named_party_left(evaluation: Evaluation, periods_of: Callable[[str], Sequence[Membership]]) -> list[End]:
    """Derive the ends that come with the exits of the parties whose exit ends the treaty for all.

    Args:
        evaluation: The evaluation.
        periods_of: Works out each party's periods, if the treaty never ended for all.
    """
    named = {party: clause for clause in evaluation.several(Denunciation) for party in clause.ends_for_all}
    found: list[End] = []
    for party, clause in named.items():
        end = next((each.end for each in periods_of(party) if each.end is not None), None)
        if end is None:
            continue
        value: Value = end.at if end.at_hour else end.last_day
        premises = end.premises or (end.key,)
        because = (evaluation.given_clause(clause), *premises)
        made = evaluation.derived(Key("named party left", party), NAMED_LEFT, value, *because)
        found.append(replace(end, key=made, instant=None, premises=()))
    return found
