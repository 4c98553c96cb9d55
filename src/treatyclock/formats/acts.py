"""The acts of a document, made into values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from treatyclock.civil.moments import Moment
from treatyclock.errors import Fault, TreatyFileError, nearest
from treatyclock.formats.grammar import ACT
from treatyclock.formats.kinds import plain_values
from treatyclock.formats.part import Part, Shared
from treatyclock.law.acts import Act, ActKind
from treatyclock.law.record import Record


def acts(part: Part, others: Sequence[Act] = ()) -> tuple[Act, ...]:
    """Return the acts of a document.

    Args:
        part: The document.
        others: Acts that are there besides: their ids are taken, and a rescission may take back
            a notice among them.
    """
    made = [(each, _act(each)) for each in part.items("act")]
    taken = {act.id for act in others}
    for each, act in made:
        if act is not None and act.id in taken:
            each.fault("id", "names two acts", "give each act an id of its own", value=act.id)
        if act is not None:
            taken.add(act.id)
    found = tuple(act for _, act in made if act is not None)
    notices = {act.id: act for act in (*others, *found) if act.kind is ActKind.DENUNCIATION}
    unmade = {each.text("id") for each, act in made if act is None}
    for each, act in made:
        if each.get("of") not in unmade:
            _check_rescission(each, act, notices)
    return found


def _act(part: Part) -> Act | None:
    kind, by, clock, cited = part.made("kind", ActKind), part.parties(), part.zones("clock"), part.cited()
    dated = part.moment("at" if part.has("at") else "on", clock)
    sent, received, known = (part.moment(key, clock) for key in ("sent", "received", "known"))
    if kind is None or dated is None or not by:
        return None
    for key, at in (("sent", sent), ("received", received)):
        if at is not None and _surely_before(at, dated):
            part.fault(key, "lies before the act itself", f"the act is of {dated}")
    name = "-".join([kind.value.replace(" ", "-"), *(code.lower().replace("_", "-").strip("-") for code in by)])
    return Act(
        id=part.text("id") or name,
        kind=kind,
        by=by,
        dated=dated,
        sent=sent,
        received=received,
        known=known,
        of=part.text("of") or None,
        place=part.text("place") or None,
        sources=cited,
        ref=part.text("ref"),
        certain=part.get("certain") is not False,
        note=part.text("note"),
    )


def _check_rescission(part: Part, act: Act | None, notices: Mapping[str, Act]) -> None:
    of, kind = part.get("of"), part.get("kind")
    if part.is_broken("of") or kind is None:
        return
    if kind != ActKind.RESCISSION.value:
        if of is not None:
            part.fault("of", "belongs to a rescission only", "leave it out")
    elif of is None:
        part.fault("of", "is missing", "name the notice that is taken back: of = its id")
    elif of not in notices:
        part.fault("of", "is no denunciation of this treaty", nearest(of, notices))
    else:
        notice = notices[of]
        if act is not None and _surely_before(act.dated, notice.dated):
            hint = f"the notice {of} is of {notice.dated}"
            part.fault("at" if part.has("at") else "on", "lies before the notice that it takes back", hint)
        if act is not None and not set(act.by) & set(notice.by):
            part.fault("by", "did not give that notice", f"only {', '.join(notice.by)} can take it back")


def _surely_before(one: Moment, other: Moment) -> bool:
    """Compare hours as instants, and dates as printed."""
    if one.wall is None or other.wall is None:
        return one.days.last < other.days.first
    assert one.span.end is not None and other.span.start is not None
    return one.span.end <= other.span.start


def act_of(table: Mapping[str, Any], record: Record) -> Act:
    """Make one act as a treaty file would write it.

    Args:
        table: The keys of an ``[[act]]``.
        record: The record it is for: its parties, sources and acts are known to the act.

    Raises:
        TreatyFileError: With every fault.

    Example:
        >>> from treatyclock.corpus import record_of
        >>> pact = record_of("soviet-japanese-neutrality-pact")
        >>> act_of({"kind": "denunciation", "by": "SUN", "on": "1945-04-27", "ref": "art. 3"}, pact).id
        'denunciation-sun'
    """
    document = {"act": [plain_values(dict(table) if isinstance(table, Mapping) else table)]}
    refused = list(ACT.faults(document["act"][0], ("act", 0)))
    shared = Shared.of(refused, (party.id for party in record.parties), (source.id for source in record.sources))
    made = acts(Part(table=document, path=(), shared=shared), record.acts)
    faults = [
        Fault(
            file="<act>",
            line=None,
            key=".".join(str(part) for part in path[2:]),
            value=None if value is None else str(value),
            problem=problem,
            hint=hint,
        )
        for path, value, problem, hint in [*refused, *shared.found]
    ]
    if faults:
        raise TreatyFileError("<act>", faults)
    (act,) = made
    return act
