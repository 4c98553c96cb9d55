"""The treaty file that says what the specification of a treaty of two parties says."""

from __future__ import annotations

from collections.abc import Mapping

from treatyclock.testing.oracle.days import Moment, When
from treatyclock.testing.oracle.two.treaty import PARTIES, Renewal, Spec, Term
from treatyclock.testing.specifications.values import clock_text, counted_text, value_text


def to_toml(spec: Spec) -> str:
    """Write the treaty file that says what the spec says."""
    clocks = (spec.midnights[0], spec.midnights[-1])
    lines = ["schema = 1", 'id = "generated"', 'title = "Generated"', "", "[parties]"]
    lines += [
        f'{party} = {{ name = "{party[0]}", clock = "{clock_text(offset)}" }}'
        for party, offset in zip(PARTIES, clocks, strict=True)
    ]
    if spec.month_end:
        lines += _table("[counting]", {"month_end": spec.month_end, "ref": "art. 9"})
    fixed = spec.entry_on if spec.entry == "fixed date" else None
    lines += _table("[entry_into_force]", {"when": spec.entry, "on": fixed, "ref": "art. 1"})
    if spec.term:
        lines += _table("[term]", {**_term_text(spec.term), "ref": "art. 2"})
    if spec.renewal:
        lines += _table("[renewal]", _renewal_text(spec.renewal))
    if spec.denunciation:
        clause = spec.denunciation
        lines += _table(
            "[denunciation]",
            {
                "when": clause.when,
                "notice": clause.notice or None,
                "notice_when_indefinite": clause.notice_when_indefinite,
                "first_day": counted_text(clause.first_day_counts),
                "late_notice": clause.late_notice,
                "ref": "art. 3",
            },
        )
    if spec.end:
        lines += _table("[end]", {"recorded": spec.end.day, "effect_day": effect_day(spec.end.is_out), "ref": "a list"})
    return "\n".join([*lines, *_acts(spec)]) + "\n"


def effect_day(is_out: bool | None) -> str | None:
    """Say whether a day is the first out or the last in force; nothing where that is open."""
    return None if is_out is None else "first out" if is_out else "last in force"


def _acts(spec: Spec) -> list[str]:
    lines = []
    for kind, done in (("signature", spec.signatures), ("ratification", spec.ratifications)):
        for party, day in done.items():
            lines += _act(f"{kind}-{party.lower()}", kind, party, day)
    if spec.exchange:
        lines += _act("exchange", "exchange of instruments", list(PARTIES), spec.exchange)
    if spec.event:
        lines += _act("event", "event", list(PARTIES), spec.event)
    for each in spec.extensions:
        more = {"until": each.until, "period": each.period, "effective": each.effective}
        lines += _act(each.id, "extension of the term", list(each.by), each.when, more)
    for end in spec.terminations:
        lines += _act(end.id, "termination by consent", list(end.by), end.when, {"effective": end.effective})
    for notice in spec.notices:
        lines += _act(notice.id, "denunciation", notice.party, notice.when, {"effective": notice.effective})
    for answer in (*spec.rescissions, *spec.answers):
        lines += _act(answer.id, answer.kind, answer.party, answer.when, {"of": answer.notice})
    return lines


def _term_text(term: Term) -> Mapping[str, object]:
    if term.until:
        return {"until": term.until}
    first_day = counted_text(term.first_day_counts)
    if term.until_event:
        return {"until_event": "event", "plus": term.plus or None, "first_day": first_day}
    return {"lasts": term.lasts, "from": term.anchor, "first_day": first_day}


def _renewal_text(renewal: Renewal) -> Mapping[str, object]:
    times = "for ever" if renewal.times is None else renewal.times
    return {
        "block": None if renewal.further else renewal.block,
        "blocks": [renewal.block, renewal.further] if renewal.further else None,
        "times": times if renewal.block else None,
        "then": "indefinite" if renewal.then_indefinite else None,
        "ref": "art. 2",
    }


def _act(name: str, kind: str, by: str | list[str], when: When, more: Mapping[str, object] | None = None) -> list[str]:
    key, printed = ("at", _printed(when)) if isinstance(when, Moment) else ("on", when.isoformat())
    return _table("[[act]]", {"id": name, "kind": kind, "by": by, key: printed, **(more or {}), "ref": "art. 1"})


def _table(header: str, entries: Mapping[str, object]) -> list[str]:
    """A TOML table without the keys that have no value."""
    return ["", header, *(f"{key} = {value_text(value)}" for key, value in entries.items() if value is not None)]


def _printed(moment: Moment) -> str:
    return moment.wall.isoformat() + clock_text(moment.offset)
