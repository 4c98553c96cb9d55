"""The treaty file that says what the specification of a treaty of many parties says."""

import re
from collections.abc import Mapping, Sequence

from treatyclock.testing.oracle.days import Moment, When
from treatyclock.testing.oracle.many.treaty import Act, Condition, Delay, Exit, Grace, Joining, Spec, Suspending, Term
from treatyclock.testing.specifications.two_text import effect_day
from treatyclock.testing.specifications.values import clock_text, counted_text, value_text


def to_toml(spec: Spec, *, weighed: bool = False) -> str:
    """Write the treaty file that says what the spec says; with its weights where a condition elsewhere needs them."""
    lines = ["schema = 1", 'id = "generated"', 'title = "Generated"']
    lines += _table("[parties]", {party: party[0] for party in spec.parties})
    lines += _depositary(spec)
    lines += _table("[counting]", {"midnight": [clock_text(m) for m in spec.midnights], "month_end": spec.month_end})
    if weighed or "share" in {part.kind for part in spec.condition.walk()}:
        lines += _table("[weights.tonnage]", {"total": spec.total})
        lines += ["", "[weights.tonnage.shares]", *(f"{party} = {share}" for party, share in spec.weights.items())]
    lines += _table(
        "[entry_into_force]",
        {
            "when": _condition(spec.condition),
            "on": spec.condition.day if spec.condition.kind == "fixed date" else spec.on,
            "met_by": spec.met_by,
            "lapses": spec.lapses,
            "delay": _delay(spec.delay),
            "not_before": spec.not_before,
            "counts_from": _counted_from(spec),
            "recorded": spec.recorded,
        },
    )
    if spec.joining:
        joins = spec.joining
        common = {"counts_from": _counted_from(joins), "after": joins.after, "until": joins.until}
        if joins.accession_delay != Delay():
            own = {"by": "accession", "delay": _delay(joins.accession_delay)}
            lines += _table("[[joining]]", {**own, **common})
        lines += _table("[[joining]]", {"delay": _delay(joins.delay), **common})
    if spec.provisional:
        clause = spec.provisional
        lines += _table(
            "[provisional_application]",
            {
                "by": "who declares it" if clause.declared else "every signatory",
                "from": clause.since,
                "until": clause.until,
                "unless": {"event": clause.unless} if clause.unless else None,
                "lasts": clause.lasts,
                "while_applied_by": list(clause.beside) or None,
                "ends_for": "all" if clause.ends_for_all else None,
                "notice": clause.notice.period or None,
                "first_day": counted_text(clause.notice.first_day_counts),
            },
        )
    if spec.term:
        lines += _table("[term]", _term(spec.term))
    if spec.renewal:
        times = "for ever" if spec.renewal.times is None else spec.renewal.times
        then = "indefinite" if spec.renewal.then_indefinite else None
        block = spec.renewal.block
        lines += _table("[renewal]", {"block": block, "times": times if block else None, "then": then})
    if spec.exit:
        lines += _exits(spec.exit)
    lines += [] if spec.suspending is None else _suspending(spec.suspending)
    if spec.tied:
        lines += _table("[tied_to]", {"organisation": "the Union", **_grace("grace", spec.tied)})
    if spec.minimum:
        lines += _table("[minimum_parties]", {"number": spec.minimum})
    for side in spec.sides:
        alone = ("ends it for them" if side.alone else "without effect") if len(side.parties) > 1 else None
        lines += _table("[[side]]", {"parties": list(side.parties), "notice_of_some": alone})
    if spec.sunset:
        since = "the notice" if spec.sunset.from_notice else "the end"
        counted = counted_text(spec.sunset.first_day_counts)
        event = spec.sunset.until_event or None
        fields = {"lasts": spec.sunset.lasts, "from": since, "first_day": counted, "until_event": event}
        lines += _table("[sunset]", {**fields, "ends_for": spec.sunset.ends_for})
    lines += _end(spec)
    for act in spec.acts:
        lines += _act(act)
    return "\n".join(lines) + "\n"


def _depositary(spec: Spec) -> list[str]:
    if not any(act.deposits for act in spec.acts):
        return []
    several = {"name": "N and S", "several": {"north": "N", "south": "S"}, "deposit": spec.deposit}
    return _table("[depositary]", several, sourced=False)


def _end(spec: Spec) -> list[str]:
    if spec.end is None:
        return []
    return _table("[end]", {"recorded": spec.end.day, "effect_day": effect_day(spec.end.is_out)})


def _counted_from(clause: Spec | Joining) -> list[str] | str | None:
    if clause.date_open:
        return ["dated", "received"]
    return clause.counts_from if clause.counts_from != "received" else None


def _condition(condition: Condition) -> object:
    kind, by = condition.kind, list(condition.by)
    if kind in ("pairwise", "fixed date"):
        return kind
    if kind == "ratified":
        return {"ratified_by": by} if by else "ratified by all"
    if kind == "exchanged":
        return "instruments exchanged"
    return {
        "signed": {"signed_by": by},
        "instruments": {"instruments": condition.share or condition.number, "among": by or None},
        "share": {"share": f"{condition.number}%", "of": "tonnage"},
        "event": {"event": condition.act},
        "not before": {"not_before": condition.day},
        "elapsed": {"elapsed": condition.period, "since": condition.act},
        "all of": {"all_of": [_condition(part) for part in condition.parts]},
        "any of": {"any_of": [_condition(part) for part in condition.parts]},
    }[kind]


def _delay(delay: Delay) -> object:
    if delay == Delay():
        return None
    if delay == Delay(delay.period):
        return delay.period
    counted_from = "the first of its month" if delay.from_first_of_month else None
    return {"period": delay.period, "counted_from": counted_from, "lands": delay.lands}


def _term(term: Term) -> Mapping[str, object]:
    return {
        "lasts": term.lasts,
        "from": (term.anchor or "entry into force") if term.lasts else None,
        "until": _printed(term.until) if term.until else None,
        "until_event": list(term.until_event) or None,
        "plus": term.plus or None,
        "first_day": counted_text(term.first_day_counts),
    }


def _exits(clause: Exit) -> list[str]:
    if not clause.others:
        return _exit(clause, "[denunciation]", ())
    own = clause.by(clause.others[0])
    return [*_exit(clause, "[[denunciation]]", ()), *_exit(own, "[[denunciation]]", clause.others)]


def _exit(clause: Exit, header: str, parties: Sequence[str]) -> list[str]:
    lines = _table(
        header,
        {
            "parties": list(parties) or None,
            "when": clause.when,
            "notice": clause.notice if clause.notice or clause.when == "at the end of the term" else None,
            "notice_when_indefinite": clause.notice_when_indefinite,
            "late_notice": clause.late_notice,
            "while_provisional": clause.while_provisional,
            "counted_from": "the first of its month" if clause.from_first_of_month else None,
            "lands": clause.lands if clause.lands != "that day" else None,
            "runs_from": ["dated", "received"] if clause.date_open else clause.runs_from,
            "first_day": counted_text(clause.first_day_counts),
            "ends_for": "all" if clause.for_all else "the notifier",
            "needs_ground": clause.needs_ground or None,
            "stay": clause.stay or None,
            "engaged": "when given" if clause.stay and clause.stay_if_given else None,
            "chain": clause.chain,
        },
    )
    if clause.lock_in:
        since = "own entry into force" if clause.lock_in.own else "entry into force"
        entries = {"lasts": clause.lock_in.lasts, "from": since, "bars": clause.lock_in.bars}
        lines += _table("[denunciation.lock_in]", entries, sourced=False)
    if clause.first_notice:
        counted = counted_text(clause.first_notice_first_day_counts)
        entries = {"before": clause.first_notice, "first_day": counted}
        lines += _table("[denunciation.first_notice]", entries, sourced=False)
    if clause.window:
        entries = {"every": clause.window.every, "lasts": clause.window.lasts, "from": clause.window.anchor}
        lines += _table("[denunciation.window]", entries, sourced=False)
    if clause.on and clause.cut_off:
        month_days = {
            key: f"{month:02}-{day:02}" for key, (month, day) in (("on", clause.on), ("cut_off", clause.cut_off))
        }
        lines += _table("[denunciation.day]", month_days, sourced=False)
    return lines


def _suspending(clause: Suspending) -> list[str]:
    own = {"parties": list(clause.parties) or None, "needs_ground": clause.needs_ground or None}
    return _table("[suspension]", {**own, **(_grace("notice", clause.notice) if clause.notice.period else {})})


def _grace(key: str, grace: Grace) -> Mapping[str, object]:
    return {key: grace.period or None, "first_day": counted_text(grace.first_day_counts)}


def _act(act: Act) -> list[str]:
    return _table(
        "[[act]]",
        {
            "id": act.id,
            "kind": act.kind,
            "by": list(act.by),
            "at" if isinstance(act.when, Moment) else "on": _printed(act.when),
            "received": dict(act.deposits) or act.received,
            "domestic": act.domestic,
            "circulated": act.circulated,
            "known": act.known,
            "effective": act.effective,
            "until": _printed(act.until) if act.until else None,
            "recorded": act.recorded,
            "counts": None if act.counts else False,
            "grounds": act.grounds or None,
            "of": act.of,
        },
    )


def _table(header: str, entries: Mapping[str, object], *, sourced: bool = True) -> list[str]:
    """A TOML table without the keys that have no value."""
    written = [f"{key} = {value_text(value)}" for key, value in entries.items() if value is not None]
    named = header.startswith(("[parties", "[weights.tonnage.shares"))
    return ["", header, *written, *(['ref = "art. 1"'] if sourced and not named else [])]


def _printed(when: When) -> str:
    return when.wall.isoformat() + clock_text(when.offset) if isinstance(when, Moment) else when.isoformat()


def part_to_toml(whole: Spec, part: Spec) -> str:
    """Write the treaty file of a treaty that has another one as a part, bound by consents of its own."""
    head = ["[[part]]", 'id = "part"', 'consent = "its own"', 'ref = "r"']
    if part.parties != whole.parties:
        head.append(f"only_for = {value_text(list(part.parties))}")
    # No act of the treaty has such a name; a kind of act, which a rule may be for, may have that of an act.
    names = re.compile("|".join(re.escape(f'"{act.id}"') for act in part.acts) or "$^")
    lines = to_toml(part).split("\n")
    renamed = (
        each if each.startswith(("kind = ", 'by = "')) else names.sub(lambda found: f'"p-{found[0][1:]}', each)
        for each in lines
    )
    tables, acts = _split("\n".join(renamed))
    weighed = "share" in {condition.kind for condition in part.condition.walk()}
    return "\n".join([to_toml(whole, weighed=weighed), *head, *tables, *acts]) + "\n"


def _split(text: str) -> tuple[list[str], list[str]]:
    """Return the clauses of a treaty file as those of a part, and its acts as acts about the part."""
    tables: list[str] = []
    acts: list[str] = []
    for block in text.split("\n\n"):
        lines = block.strip("\n").split("\n")
        name = lines[0].strip("[]")
        if lines[0] == "[[act]]":
            acts += ["", *lines, 'part = "part"']
        elif name.partition(".")[0] not in ("parties", "counting", "weights") and lines[0].startswith("["):
            several = lines[0].startswith("[[")
            tables += ["", f"[[part.{name}]]" if several else f"[part.{name}]", *lines[1:]]
    return tables, acts
