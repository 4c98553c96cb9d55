"""The acts of a document, made into values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from treatyclock.errors import nearest
from treatyclock.formats.treaties._depositaries import deposits_of, its_own
from treatyclock.formats.treaties._reader import TreatyReader
from treatyclock.law.acts.act import OTHER_DATES, PARTICULAR_KEYS, Act, Decision, EffectDay, surely_before
from treatyclock.law.acts.consent import OBJECTION
from treatyclock.law.acts.deposits import first_of
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.vocabulary import ACT_KINDS


def acts(part: TreatyReader, others: Sequence[Act] = ()) -> tuple[Act, ...]:
    """Return the acts of a document.

    Args:
        part: The document.
        others: Acts that the record holds already: their ids are taken, and a rescission may take back
            a notice among them.
    """
    made = [(each, _act(each)) for each in part.items("act")]
    taken = {act.id for act in others}
    for each, act in made:
        if act is not None and act.id in taken:
            each.fault("id", "is the id of another act", "give each act an id of its own", value=act.id)
        if act is not None:
            taken.add(act.id)
    found = tuple(act for _, act in made if act is not None)
    known: dict[str, Act] = {}
    for act in (*others, *found):
        known.setdefault(act.id, act)
    unmade = {each.text("id") for each, act in made if act is None}
    for each, act in made:
        _check_uses(each)
        if each.get("of") not in unmade:
            _check_answer(each, act, known)
    return found


def act_ids(document: Mapping[str, Any]) -> Iterator[str]:
    """Yield the ids of a document's acts, given or made from kind and parties, even of acts that have faults."""
    listed = document.get("act")
    for table in listed if isinstance(listed, list) else []:
        if isinstance(table, Mapping):
            by = table.get("by")
            parties = by if isinstance(by, list) else [by]
            made = made_id(str(table.get("kind")), map(str, parties), part=str(table.get("part") or ""))
            yield str(table.get("id") or made)


def made_id(kind: str, by: Iterable[str], *, part: str = "") -> str:
    """Return the id of an act that is given none: its kind and its authors, before them the part that it is about.

    Example:
        >>> made_id("exchange of instruments", ["SUN", "JPN"])
        'exchange-of-instruments-sun-jpn'
        >>> made_id("denunciation", ["AUS"], part="food")
        'food-denunciation-aus'
    """
    authors = (code.lower().replace("_", "-").strip("-") for code in by)
    return "-".join([*([part] if part else []), kind.replace(" ", "-"), *authors])


def _act(part: TreatyReader) -> Act | None:
    kind, by, clock, cited = _kind(part), part.parties(), part.zones("clock"), part.cited()
    key = "at" if part.has("at") else "on"
    event = part.event(key, clock)
    dated = part.moment_there(key, clock) if event is None else part.resolved(key, event)
    by_each = isinstance(part.get("received"), Mapping)
    others = {key: None if key == "received" and by_each else part.moment(key, clock) for key in OTHER_DATES}
    if kind is None or dated is None or not by:
        return None
    deposits = deposits_of(part, dated)
    if deposits:
        others["received"] = its_own(part, by, deposits) or first_of([at for _, at in deposits])
    to = part.parties("to")
    if set(to) & set(by):
        part.fault("to", "names who did the act itself", "name others, or leave it out where all are meant")
    for key in ("sent", "received", "circulated"):
        at = others[key]
        if at is not None and not (key == "received" and deposits) and surely_before(at, dated):
            part.fault(key, "lies before the act itself", f"check both dates: the act is dated {dated}")
    if others["recorded"] is not None and others["recorded"].wall is not None and not kind.is_notice:
        part.fault("recorded", "is an hour, and only an exit is recorded by the hour", "write the day alone")
    if part.has("effect_day") and not (part.has("effective") or part.has("recorded")):
        part.fault("effect_day", "is about a day, and none is named", "add effective or recorded, or leave it out")
    if part.has("until") and part.has("period"):
        part.fault("period", "stands beside until", "leave out one of the two")
    if part.get("ordinal") is not None and part.get("counts") is False:
        part.fault("ordinal", "numbers those that count, and this one does not", "leave out ordinal, or counts = false")
    if part.get("ordinal") is not None and len(by) > 1:
        part.fault("ordinal", "is the number of one instrument", "write one act for each of them, with its own number")
    begins, until = others["effective"] or dated, others["until"]
    if until is not None and (kind.suspends or kind == OBJECTION) and surely_before(until, begins):
        part.fault("until", "lies before the day from which the act has its effect", f"check both dates: {begins}")
    return Act(
        id=part.text("id") or made_id(kind.name, [str(name) for _, name in part.several("by")], part=part.text("part")),
        kind=kind,
        by=by,
        dated=dated,
        clock=clock,
        sent=others["sent"],
        received=others["received"],
        deposits=deposits,
        circulated=others["circulated"],
        domestic=others["domestic"],
        known=others["known"],
        effective=others["effective"],
        counted_from=others["counted_from"],
        until=others["until"],
        recorded=others["recorded"],
        outcome=part.made("outcome", Decision),
        period=part.period("period", some=True),
        effect_day=part.made("effect_day", EffectDay),
        ordinal=part.get("ordinal"),
        counts=part.get("counts") is not False,
        disputed=part.get("disputed") is True,
        grounds=part.text("grounds"),
        to=to,
        of=part.text("of") or None,
        part=_part(part),
        treaty=part.text("treaty"),
        timed_by=event,
        place=part.text("place") or None,
        sources=cited,
        ref=part.text("ref"),
        certain=part.get("certain") is not False,
        note=part.text("note"),
    )


def _part(part: TreatyReader) -> str:
    named = part.text("part")
    if named and named not in part.declared.parts and not part.is_broken("part"):
        part.unknown((*part.path, "part"), named, part.declared.parts, "not the id of a [[part]] of this treaty")
    return named


def _kind(part: TreatyReader) -> ActKind | None:
    return ACT_KINDS.get(part.text("kind"))


def _check_uses(part: TreatyReader) -> None:
    """Refuse what an act of its kind has no use for, rather than lose it, and ask for what it needs."""
    kind = _kind(part)
    if kind is None:
        return
    for key in PARTICULAR_KEYS:
        if part.has(key) and key not in kind.uses:
            part.fault(key, f"has no meaning in an act of kind `{kind.name}`", "leave it out, or write it as a note")
    for need in kind.needs:
        if not any(part.has(key) for key in need.keys):
            first, *others = need.keys
            part.fault(first, f"is missing{''.join(f', and so is {key}' for key in others)}", need.hint)


def _check_answer(part: TreatyReader, act: Act | None, known: Mapping[str, Act]) -> None:
    """Check the act that an act answers: there, of the right kind, no later, and by who may answer it."""
    of, kind = part.get("of"), _kind(part)
    if part.is_broken("of") or kind is None:
        return
    if not kind.answers:
        if of is not None:
            part.fault("of", "belongs only in an act that answers another act, such as a rescission", "leave it out")
    elif of is None:
        part.fault("of", "is missing", f"name {kind.answered}: of = its id")
    elif of not in known or not kind.may_answer(known[of].kind):
        *others, last = sorted(each.name for each in ACT_KINDS.values() if kind.may_answer(each))
        kinds = f"{', '.join(others)} or {last}" if others else last
        answerable = [id for id in known if kind.may_answer(known[id].kind)]
        part.fault("of", f"is not the id of any {kinds} of this treaty", nearest(of, answerable))
    elif act is not None:
        answered = known[of]
        if not kind.may_precede and surely_before(act.dated, answered.dated):
            key = "at" if part.has("at") else "on"
            part.fault(key, f"lies before {kind.answered}", f"check both dates: {of} is dated {answered.dated}")
        if act.part != answered.part:
            hint = f'write part = "{answered.part}" here too' if answered.part else "leave part out here too"
            part.fault("part", f"is not the part that {of} is about", hint, value=act.part or None)
        if kind.by_its_authors and not set(act.by) & set(answered.by):
            hint = f"name {' or '.join(answered.by)}: nobody else can do this"
            part.fault("by", f"took no part in {kind.answered}", hint)
