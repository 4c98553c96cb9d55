"""By which of several clauses on leaving a notice goes: by its author, by its article, by its grounds, or open."""

from __future__ import annotations

from collections.abc import Sequence

from treatyclock.civil.days import Days
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.conventions.exit import NOTICE_RULE
from treatyclock.truth import Truth


def open_to(rules: Sequence[Denunciation], party: str | None) -> tuple[Denunciation, ...]:
    """Return the clauses by which a State may leave; of clauses alike, that for named States goes before the general.

    One that holds only for notices from some day on leaves the general one for those given before.

    Args:
        rules: The clauses of the treaty.
        party: The State; None for one that no clause names.
    """
    own = [each for each in rules if party in each.parties]
    kinds = {(each.when, each.needs_ground) for each in own if each.given_from is None}
    general = [each for each in rules if not each.parties and (each.when, each.needs_ground) not in kinds]
    return tuple(each for each in rules if any(each is one for one in (*own, *general)))


def stated_by(rules: Sequence[Denunciation], act: Act) -> tuple[Denunciation, ...]:
    """Return of the clauses by which a State may leave those that its notice can go by, as it states them.

    A notice that names its article goes by that. One that states grounds goes by a clause that asks for them, and one
    that states none by a clause that does not.
    """
    named = [each for each in rules if act.ref and each.basis.ref == act.ref]
    found = named or list(rules)
    alike = [each for each in found if each.needs_ground == bool(act.grounds)]
    return tuple(alike or found)


def as_it_read(evaluation: Evaluation, rules: Sequence[Denunciation], act: Act) -> tuple[Denunciation, ...]:
    """Return of the clauses by which a State may leave those that held when its notice was given.

    An amendment puts its clause in the place of the one for the same States, or for all, that asks for grounds as it
    does. It has no effect on what was done before it (Vienna Convention arts. 28 and 39).

    Args:
        evaluation: The evaluation.
        rules: The clauses that are open to its author.
        act: The notice.
    """
    if not any(each.given_from for each in rules):
        return tuple(rules)
    given = evaluation.legal_days(act.when())
    reached: dict[Days, bool] = {}
    for day in sorted({each.given_from.days for each in rules if each.given_from}, key=lambda each: each.first):
        reached[day] = evaluation.settle(day.not_after(given), f"{act.id} given from {day} on", about=(act,))
    held = [each for each in rules if each.given_from is None or reached[each.given_from.days]]
    return tuple(each for each in held if not any(_replaces(other, each) for other in held))


def _replaces(one: Denunciation, other: Denunciation) -> bool:
    """Tell whether a clause that an amendment brought stands in the place of another."""
    if one.given_from is None or one.needs_ground != other.needs_ground or other.parties not in (one.parties, ()):
        return False
    return other.given_from is None or other.given_from.days.last < one.given_from.days.first


def rule_of(evaluation: Evaluation, act: Act, of: Sequence[str]) -> tuple[Denunciation | None, tuple[Key, ...]]:
    """Return the clause that a notice goes by, and why that one; None where no clause allows it.

    Of two who gave it together and leave by different clauses, each is tried.

    Args:
        evaluation: The evaluation.
        act: The notice.
        of: Of those who gave it, the States whose notice is judged.
    """
    rules = evaluation.several(Denunciation)
    open_ = [
        each for party in _by_whose_right(evaluation, act, of) for each in _by_which(evaluation, rules, party, act)
    ]
    return _chosen(evaluation, [each for each in rules if any(each is one for one in open_)], act.id)


def _by_which(evaluation: Evaluation, rules: Sequence[Denunciation], party: str, act: Act) -> tuple[Denunciation, ...]:
    return stated_by(as_it_read(evaluation, open_to(rules, party), act), act)


def _by_whose_right(evaluation: Evaluation, act: Act, of: Sequence[str]) -> Sequence[str]:
    """Return by whose right to leave the notice of some is judged: that of who acts for a side is the whole side's.

    Whether it is, where no clause is for who acts, but one for others on that side, no rule says. It is never that of
    these others alone.
    """
    rules = evaluation.several(Denunciation)
    if not act.acting:
        return of
    acting = [party for party in act.acting if open_to(rules, party)]
    if acting:
        return list(dict.fromkeys(each for party in of for each in ([party] if open_to(rules, party) else acting)))
    others = [party for party in act.by if open_to(rules, party)]
    fact = f"{act.id} to be the notice of its side"
    text = f"is {fact}, though {', '.join(act.acting)}, who gave it, may not leave alone?"
    return others if others and evaluation.settle(Truth.UNKNOWN, fact, text, about=(act,)) else ()


def rule_for(evaluation: Evaluation, party: str | None) -> tuple[Denunciation | None, tuple[Key, ...]]:
    """Return the clause that a notice of a State would go by, if it stated no more than it must; and why that one.

    Args:
        evaluation: The evaluation.
        party: The State; None for one that no clause names.
    """
    rules = open_to(evaluation.several(Denunciation), party)
    return _chosen(evaluation, tuple(each for each in rules if not each.needs_ground) or rules, "the notice")


def must_state_grounds(evaluation: Evaluation, party: str | None) -> bool:
    """Tell whether a State cannot leave without grounds."""
    rules = open_to(evaluation.several(Denunciation), party)
    return bool(rules) and all(each.needs_ground for each in rules)


def _chosen(
    evaluation: Evaluation, rules: Sequence[Denunciation], notice: str
) -> tuple[Denunciation | None, tuple[Key, ...]]:
    if len(rules) < 2:
        return (rules[0] if rules else None), ()
    names = {_name(evaluation, each): each for each in rules}
    answer, key = evaluation.ask(NOTICE_RULE, alternatives=tuple(names))
    if answer in names:
        return names[answer], (key,)
    # The reading names a clause that is not among them, so it says nothing of this notice.
    for name, rule in list(names.items())[:-1]:
        if evaluation.settle(Truth.UNKNOWN, f"{notice} by {name}", f"does {notice} go by {name}?"):
            return rule, ()
    return rules[-1], ()


def _name(evaluation: Evaluation, rule: Denunciation) -> str:
    """Return what a clause is called beside the others: its article, or its place in the file where two share one."""
    others = evaluation.several(Denunciation)
    if rule.basis.ref and [each.basis.ref for each in others].count(rule.basis.ref) == 1:
        return rule.basis.ref
    number = evaluation.record.number(rule)
    return f"{rule.TABLE} {1 if number is None else number + 1}"
