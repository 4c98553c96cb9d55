"""The acts of a document, made into values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from treatyclock.civil.moments.moment import Moment
from treatyclock.errors import nearest
from treatyclock.formats.documents.reader import Part
from treatyclock.law.acts import CONSENTS, NOTICES, OF, OTHER_DATES, Act, ActKind, Outcome


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
    """Yield the ids of the acts of a document, made ones among them, whether or not the acts can be made."""
    listed = document.get("act")
    for table in listed if isinstance(listed, list) else []:
        if isinstance(table, Mapping):
            by = table.get("by")
            parties = by if isinstance(by, list) else [by]
            yield str(table.get("id") or _made_id(str(table.get("kind")), map(str, parties)))


def _made_id(kind: str, by: Iterable[str]) -> str:
    return "-".join([kind.replace(" ", "-"), *(code.lower().replace("_", "-").strip("-") for code in by)])


def _act(part: Part) -> Act | None:
    kind, by, clock, cited = part.made("kind", ActKind), part.parties(), part.zones("clock"), part.cited()
    dated = part.moment("at" if part.has("at") else "on", clock)
    others = {key: part.moment(key, clock) for key in OTHER_DATES}
    if kind is None or dated is None or not by:
        return None
    for key in ("sent", "received", "circulated"):
        at = others[key]
        if at is not None and surely_before(at, dated):
            part.fault(key, "lies before the act itself", f"the act is of {dated}")
    return Act(
        id=part.text("id") or _made_id(kind.value, by),
        kind=kind,
        by=by,
        dated=dated,
        **others,
        outcome=part.made("outcome", Outcome),
        counts=part.get("counts") is not False,
        disputed=part.get("disputed") is True,
        grounds=part.text("grounds"),
        of=part.text("of") or None,
        place=part.text("place") or None,
        sources=cited,
        ref=part.text("ref"),
        certain=part.get("certain") is not False,
        note=part.text("note"),
    )


_ENDS_OR_EXTENDS = (
    ActKind.EXTENSION, ActKind.NOTICE_EXTENDED, ActKind.DECISION, ActKind.SUSPENSION, ActKind.CLAIMED_SUSPENSION,
    ActKind.OBJECTION,
)  # fmt: skip
_USES: dict[str, frozenset[ActKind]] = {
    "until": frozenset(_ENDS_OR_EXTENDS),
    "outcome": frozenset({ActKind.DECISION}),
    "grounds": NOTICES,
    "counts": CONSENTS,
    "domestic": CONSENTS | {ActKind.EXCHANGE},
    "recorded": CONSENTS | NOTICES | {ActKind.MEMBERSHIP_END},
    "effective": CONSENTS | NOTICES | {
        ActKind.EXIT_AGREED, ActKind.EXTENSION, ActKind.DECISION, ActKind.TERMINATION, ActKind.EVENT,
        ActKind.SUSPENSION, ActKind.CLAIMED_SUSPENSION, ActKind.RESUMPTION, ActKind.PROVISIONAL,
        ActKind.PROVISIONAL_END, ActKind.MEMBERSHIP_END,
    },
}  # fmt: skip
"""Keys that only some kinds of act have a use for."""

_NEEDS = {
    ActKind.EXTENSION: ("until", "say until when: until = the last day, or an hour"),
    ActKind.NOTICE_EXTENDED: ("until", "say until when: until = the last day, or an hour"),
    ActKind.EXIT_AGREED: ("effective", "say from when: effective = a day, or an hour"),
}


def _check_uses(part: Part) -> None:
    """Refuse what an act of its kind has no use for, rather than lose it, and ask for what it needs."""
    kind = part.made("kind", ActKind)
    if kind is None:
        return
    for key, kinds in _USES.items():
        if part.has(key) and kind not in kinds:
            part.fault(key, f"says nothing in an act of kind `{kind.value}`", "leave it out, or write it as a note")
    key, hint = _NEEDS.get(kind, ("", ""))
    if key and not part.has(key):
        part.fault(key, "is missing", hint)
    if kind is ActKind.DECISION and not part.has("until") and not part.has("outcome"):
        hint = 'say what was decided: until = a day, or outcome = "indefinite" or "ends"'
        part.fault("outcome", "is missing, or else until", hint)


def _check_answer(part: Part, act: Act | None, known: Mapping[str, Act]) -> None:
    """Check the act that an act answers: there, of the right kind, no later, and by who may answer it."""
    of, kind = part.get("of"), part.made("kind", ActKind)
    if part.is_broken("of") or kind is None:
        return
    rescission = kind is ActKind.RESCISSION
    if kind not in OF:
        if of is not None:
            part.fault("of", "belongs to an act that answers another, such as a rescission", "leave it out")
    elif of is None:
        part.fault(
            "of",
            "is missing",
            f"name the {'notice that is taken back' if rescission else 'act it answers'}: of = its id",
        )
    elif of not in known or known[of].kind not in OF[kind]:
        kinds = " or ".join(sorted(each.value for each in OF[kind]))
        part.fault(
            "of", f"is no {kinds} of this treaty", nearest(of, [id for id in known if known[id].kind in OF[kind]])
        )
    elif act is not None:
        answered = known[of]
        if surely_before(act.dated, answered.dated):
            what = "the notice that it takes back" if rescission else "the act that it answers"
            part.fault("at" if part.has("at") else "on", f"lies before {what}", f"{of} is of {answered.dated}")
        if kind in _BY_THE_SAME and not set(act.by) & set(answered.by):
            hint = f"only {', '.join(answered.by)} can {'take it back' if rescission else 'do that'}"
            part.fault("by", "did not give that notice" if rescission else "did not do what it answers", hint)


_BY_THE_SAME = frozenset({ActKind.RESCISSION, ActKind.CONFIRMATION, ActKind.NOTICE_SUSPENDED, ActKind.NOTICE_RESUMED})


def surely_before(one: Moment, other: Moment) -> bool:
    """Tell whether one act surely came before another: hours compare as instants, and dates as printed."""
    if one.wall is None or other.wall is None:
        return one.days.last < other.days.first
    assert one.span.end is not None and other.span.start is not None
    return one.span.end <= other.span.start
