"""What holds for the treaty as a whole, seen from a part of it: the part is in force within these bounds.

Law: a part is in force as a part of the treaty: for nobody before the treaty is in force for that State, and no longer
than it is, unless the treaty itself says so (Vienna Convention arts. 17, 24(1) and 44(1)).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import first_end
from treatyclock.derive.entry.entry import ENTERED, Entry
from treatyclock.derive.histories.history import Membership
from treatyclock.derive.overlays.overlay import Overlay
from treatyclock.derive.parties.left_out import WAITS
from treatyclock.derive.parties.whole import out_of_the_whole, told_of_the_whole, within
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Derived, Key, Named, Rule, rests_on
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.term import TERMINATION
from treatyclock.law.parts import TreatyPart
from treatyclock.law.status import Status
from treatyclock.truth import Truth

LAW = "Vienna Convention on the Law of Treaties, arts. 17, 24(1) and 44(1)"
NOT_KNOWN = Rule(
    "treaty not known then",
    "but nothing of the whole was known then, and no part of it is in force before the whole",
    LAW,
)
NOT_BEFORE = Rule("part not before the whole", "but no part is in force before the whole: on {value}", LAW)
NOT_AFTER = Rule("part not after the whole", "and no part is in force longer than the whole: it ends {when}", LAW)
BEGINS = Rule("part begins", "it is in force {when}")
AS_AMENDED = Rule(
    "party as amended",
    "that State became a party once the amendment was in force, so the amendment binds it as well",
    "Vienna Convention on the Law of Treaties, art. 40(5)(a)",
)
NOT_A_PARTY = Rule(
    "part without the whole", "the whole never bound {value} when the part would have, so the part does not either", LAW
)


def _of_the_whole(evaluation: Evaluation, end: End, name: Key) -> End:
    """Return an end of the whole treaty as one of the part."""
    because = told_of_the_whole(evaluation, end.key)
    key = Key(f"{name.kind} with the whole", name.subject, name.number)
    value = end.at if end.at_hour else end.last_day
    return replace(end, key=evaluation.derived(key, NOT_AFTER, value, because), instant=None, premises=())


# --- for all ------------------------------------------------------------------------------------


def entry_of_part(evaluation: Evaluation, entry: Entry | None) -> Entry | None:
    """Return a part's entry into force, no earlier than the treaty's; None for none."""
    bounds, part = within(evaluation), evaluation.record.part
    if entry is None or bounds is None or part is None or part.before_treaty:
        return entry
    whole = bounds.standing.entry
    if whole is None:
        alone = _renamed(evaluation, ENTERED)
        if bounds.evaluation.anything_known:
            evaluation.derived(ENTERED, WAITS, None, alone, told_of_the_whole(evaluation, ENTERED))
        else:
            evaluation.derived(ENTERED, NOT_KNOWN, None, alone)
        return None
    return _later(evaluation, entry, whole, ENTERED)


def not_before_the_whole(evaluation: Evaluation, day: Days) -> Days:
    """Return a day counted for the entry into force of a part, or that of the treaty, if the part must wait for it."""
    bounds, part = within(evaluation), evaluation.record.part
    if bounds is None or part is None or part.before_treaty or bounds.standing.entry is None:
        return day
    return Days.latest([day, bounds.standing.entry.day])


def _later(evaluation: Evaluation, own: Entry, whole: Entry, name: Key) -> Entry:
    """Return the later of two entries into force, the part's own and the treaty's."""
    if whole.begins == own.begins and whole.day == own.day:
        return own  # nothing tells them apart
    if whole.begins.latest <= own.begins.earliest and whole.day.last <= own.day.first:
        return own
    alone = _renamed(evaluation, name) if name in evaluation.findings.reasons else own.key
    alone = alone if own.key == name else own.key
    day, begins = Days.latest([own.day, whole.day]), own.begins.or_later(whole.begins)
    key = evaluation.derived(name, NOT_BEFORE, day, alone, told_of_the_whole(evaluation, whole.key))
    begins_key = evaluation.derived(
        Key("entry begins", name.subject, name.number), BEGINS, begins, key,
        told_of_the_whole(evaluation, whole.begins_key),
    )  # fmt: skip
    of = whole if begins == whole.begins else own
    return replace(of, day=day, begins=begins, key=key, begins_key=begins_key, met=own.met, explained=own.explained)


def _renamed(evaluation: Evaluation, key: Key) -> Key:
    """Keep a conclusion, and what was recorded of it, under another name, so that its own can be given to another."""
    reasons = evaluation.findings.reasons
    reason = reasons[key]
    assert isinstance(reason, Derived)
    alone = evaluation.derived(
        Key(f"{key.kind} by itself", key.subject, key.number), reason.rule, reason.value, *reason.because
    )
    each = reasons.get(Key(f"recorded {key.kind}", key.subject, key.number))
    if isinstance(each, Derived):
        because = (alone if premise == key else premise for premise in each.because)
        evaluation.derived(each.key, each.rule, each.value, *because)
    return alone


def end_of_part(evaluation: Evaluation, found: Sequence[End], end: End | None, name: Key) -> End | None:
    """Return the end of a part, no later than the treaty's; None if none is foreseen.

    Args:
        evaluation: The evaluation.
        found: The ends that the part may come to by itself.
        end: The first of them.
        name: What the end is called.
    """
    bounds, part = within(evaluation), evaluation.record.part
    if bounds is None or part is None or bounds.end is None or _outlasts(evaluation, bounds.end):
        return end
    return _earlier(evaluation, found, end, bounds.end, name)


def _outlasts(evaluation: Evaluation, whole: End) -> bool:
    """Tell whether a part stays in force when the treaty ends: always, or up to a day agreed on before."""
    part = evaluation.record.part
    assert part is not None
    if not part.outlasts_if_agreed:
        return part.outlasts_treaty
    for act in evaluation.acts.of(TERMINATION):
        if act.part:
            in_time = evaluation.legal_days(act.when()).not_after(whole.last_day)
            if evaluation.settle(in_time, f"{act.id} agreed to before the end of the whole", about=(act,)):
                return True
    return False


def _earlier(evaluation: Evaluation, found: Sequence[End], end: End | None, whole: End, name: Key) -> End:
    if end is not None and (end.at == whole.at and end.last_day == whole.last_day):
        return end
    if end is not None and end.at.latest <= whole.at.earliest and end.last_day.last <= whole.last_day.first:
        return end
    first = first_end(evaluation, [*found, _of_the_whole(evaluation, whole, name)], name)
    assert first is not None
    return first


# --- for one State ------------------------------------------------------------------------------


def periods_of_part(
    evaluation: Evaluation, parties: Sequence[str], mine: Sequence[Membership], theirs: Sequence[Membership]
) -> list[list[Membership]]:
    """Return what is left of each period for which a part would bind a State: where the treaty binds it, too.

    Args:
        evaluation: The evaluation of the part.
        parties: The State; two where it is about what binds these to each other.
        mine: The periods by the part's own terms.
        theirs: The periods for which the State is a party to the treaty.
    """
    party = "-".join(parties)
    found: list[list[Membership]] = []
    for own in mine:
        found.append([])
        for begins, ends in _bounds(evaluation, theirs):
            if _over_by(own.end, begins) or _over_by(ends, own.entry):
                continue
            number = sum(map(len, found)) + 1 if any(found) else None
            entry, end = own.entry, own.end
            if begins is not None:
                entry = _later(evaluation, entry, begins, Key("entry of the part for", party, number))
            if ends is not None:
                several = [] if end is None else [end]
                end = _earlier(evaluation, several, end, ends, Key("end of the part for", party, number))
            if end is None or _any_time(evaluation, entry, end, party):
                found[-1].append(Membership(entry=entry, end=end, consent=own.consent))
    if mine and not any(found):
        evaluation.derived(out_of_the_whole(party), NOT_A_PARTY, _named(evaluation, parties), told=True)
    return found


def no_party_to_the_whole(evaluation: Evaluation, party: str, day: Days) -> Iterator[Key]:
    """Yield why the whole treaty did not bind a State on a day, where a part binds nobody whom the whole does not.

    Args:
        evaluation: The evaluation; of the whole treaty itself there is nothing to tell.
        party: The State.
        day: The day.
    """
    bounds, part = within(evaluation), evaluation.record.part
    if bounds is None or part is None or part.before_treaty or not part.is_for(party):
        return
    periods = bounds.periods_of(party)
    if not periods:
        yield evaluation.derived(out_of_the_whole(party), NOT_A_PARTY, _named(evaluation, [party]))
    for period in periods:
        if period.entry.day.last > day.first:
            yield told_of_the_whole(evaluation, period.entry.key)
        elif period.end is not None and period.end.last_day.first <= day.last and not _may_outlast(part):
            yield told_of_the_whole(evaluation, period.end.key)


def _may_outlast(part: TreatyPart) -> bool:
    return part.outlasts_treaty or part.outlasts_if_agreed


def _named(evaluation: Evaluation, parties: Sequence[str]) -> Named:
    return Named(" and ".join(evaluation.record.party(each).name for each in parties))


def bound_as_amended(
    evaluation: Evaluation, entry: Entry | None, party: str, theirs: Sequence[Membership]
) -> Iterator[Act]:
    """Yield the consents to the treaty by which a State is bound by an amendment, as a party to the treaty as amended.

    Law: that is so of a State that becomes a party after the amendment has entered into force, failing a different
    intention of that State (Vienna Convention art. 40(5)(a)). Of one that does on that very day it is open.

    Args:
        evaluation: The evaluation of the part.
        entry: Its entry into force; None if it has not entered.
        party: The State.
        theirs: The periods for which the State is a party to the treaty.
    """
    part = evaluation.record.part
    if part is None or not part.binds_later_parties or entry is None:
        return
    for period in theirs:
        if period.consent is None:
            continue
        after = ~period.entry.day.not_after(entry.day)
        if after is Truth.NO and period.entry.day.last == entry.day.first:
            after = Truth.UNKNOWN
        if evaluation.settle(after, f"{party} a party by {period.consent.id} only after {part.id} was in force"):
            because = (evaluation.given_act(period.consent), entry.key)
            key = Key("as amended", party, None if period is theirs[0] else theirs.index(period) + 1)
            evaluation.derived(key, AS_AMENDED, True, *because, told=True)
            yield period.consent


def _bounds(evaluation: Evaluation, theirs: Sequence[Membership]) -> list[tuple[Entry | None, End | None]]:
    """Return when the treaty is in force for a State, without the bounds that do not hold for the part."""
    part = evaluation.record.part
    assert part is not None
    found: list[tuple[Entry | None, End | None]] = [(period.entry, period.end) for period in theirs]
    if found and all(end is None or _outlasts(evaluation, end) for _, end in found):
        found = [(begins, None) for begins, _ in found[:1]]
    if part.before_treaty:
        found = [(None, found[0][1] if found else None), *found[1:]]
    return found


def _over_by(end: End | None, entry: Entry | None) -> bool:
    """Tell whether a period that ends was surely over when another began."""
    return end is not None and entry is not None and end.at.latest <= entry.begins.earliest


def _any_time(evaluation: Evaluation, entry: Entry, end: End, party: str) -> bool:
    """Tell whether anything is left between an entry and an end; asked where that is open."""
    if end.at.earliest > entry.begins.latest or rests_on(evaluation.findings.reasons, end.key, entry.key):
        return True
    if end.at.latest <= entry.begins.earliest:
        return False
    fact = f"the part in force for {party} before its end"
    return evaluation.settle(Truth.UNKNOWN, fact, f"was {fact}?")


def overlays_of_whole(evaluation: Evaluation, whole: Sequence[Overlay], own: Sequence[Overlay]) -> list[Overlay]:
    """Return what stands between two States in the whole treaty, and so in each part of it.

    Args:
        evaluation: The evaluation of the part.
        whole: What goes on between them beside the treaty.
        own: What goes on between them beside the part.
    """
    part = evaluation.record.part
    assert part is not None
    there = {(each.status, each.begins, each.ends) for each in own}
    found = []
    bounds = {Status.EXCLUDED: True, Status.FORMER_PARTY: not part.outlasts_treaty}
    bounds[Status.CONTRACTING] = not part.before_treaty  # it waits for another treaty
    for each in whole:
        if bounds.get(each.status) and (each.status, each.begins, each.ends) not in there:
            because = tuple(told_of_the_whole(evaluation, key) for key in each.because)
            found.append(replace(each, because=because))
    return found
