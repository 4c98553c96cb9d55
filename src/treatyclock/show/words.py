"""Sentences: one template a rule, chosen by the rule's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.argument import Step
from treatyclock.derive.reasons import Derived, Given, Rule, Stated
from treatyclock.errors import plain
from treatyclock.law.acts import Act, ActKind
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.readings import CONVENTIONS, MIDNIGHT, Reading
from treatyclock.law.record import Record

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(value: date) -> str:
    """Write a date in words.

    Example:
        >>> day(date(1945, 8, 9))
        '9 August 1945'
    """
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def days(value: Days) -> str:
    """Write a date, or the range it lies in.

    Example:
        >>> days(Days(first=date(1926, 11, 1), last=date(1926, 11, 30)))
        'a day from 1 to 30 November 1926'
    """
    if value.known:
        return day(value.first)
    first, last = day(value.first), day(value.last)
    if value.first.year == value.last.year:
        first = first.rsplit(" ", 1)[0]
        if value.first.month == value.last.month:
            first = first.rsplit(" ", 1)[0]
    return f"a day from {first} to {last}"


def moment(value: Moment) -> str:
    """Write a moment: its date, its hour and its clock."""
    clocks = " or ".join(clock.key for clock in value.zones)
    if value.wall is None:
        return days(value.days) + (f" ({clocks})" if clocks else "")
    shown = value.wall.strftime("%H:%M:%S").removesuffix(":00")
    if value.wall.date() != value.days.first:
        shown = "24:00"
    return f"{days(value.days)} {shown} ({clocks})"


def listed(parts: Sequence[str], joint: str = "and") -> str:
    """Join words as a sentence does.

    Example:
        >>> listed(["a", "b", "c"])
        'a, b and c'
    """
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {joint} {parts[-1]}" if parts else ""


def sentence(step: Step, record: Record) -> str:
    """Write one step of an argument as a sentence without its number."""
    reasons = [(variant.value, variant.under) for variant in step.variants]
    if step.key.startswith("convention:"):
        return _convention(step, record)
    first = reasons[0][0]
    if isinstance(first, Given):
        return stated(first.value, record) + _ref(first.ref)
    because = f"By {listed([f'({number})' for number in step.because])}, " if step.because else ""
    text = because + "; ".join(_conclusions([(r, u) for r, u in reasons if isinstance(r, Derived)]))
    return f"{text[0].upper()}{text[1:]}." + (f" [{first.rule.law}]" if first.rule.law else "")


def _conclusions(variants: Sequence[tuple[Derived, Sequence[tuple[str, str]]]]) -> list[str]:
    """Write what a rule comes to; values of one rule share a sentence."""
    by_rule: dict[Rule, list[tuple[Derived, str]]] = {}
    for reason, under in variants:
        by_rule.setdefault(reason.rule, []).append((reason, f" if {under_words(under)}" if under else ""))
    found = []
    for rule, several in by_rule.items():
        template = rule.words
        if "{value}" in template or "{when}" in template:
            with_day = "with " * ("{when}" in template)
            values = listed(
                [with_day * isinstance(reason.value, Days) + _value(reason) + when for reason, when in several], "or"
            )
        else:
            values = ""
            template += listed([when for _, when in several if when], "or")
        found.append(template.format(value=values, when=values, term=_term_name(several[0][0].subject)))
    return found


def under_words(under: Sequence[tuple[str, str]]) -> str:
    """Write the answers under which something comes out.

    Example:
        >>> under_words([("first_day", "counted")])
        'first_day = counted'
    """
    return listed([f"{key} = {plain(answer)}" for key, answer in under])


def _ref(ref: str) -> str:
    return f" [{plain(ref)}]" if ref else ""


def _convention(step: Step, record: Record) -> str:
    key = step.key.removeprefix("convention:")
    values = [variant.value for variant in step.variants]
    answers = [str(v.value).partition(" = ")[2] for v in values if isinstance(v, Given)]
    question = CONVENTIONS[key].question
    if len(values) > 1:
        law = f" [{CONVENTIONS[key].law}]" if CONVENTIONS[key].law else ""
        return f"The text leaves open: {question} Tried: {listed(answers, 'and')}.{law}"
    ref = values[0].ref if isinstance(values[0], Given) else ""
    if ref.startswith("practice of "):
        return f"By the {plain(ref.partition(': ')[0])}, {key} = {answers[0]}: {plain(ref.partition(': ')[2])}."
    if ref == "text":
        said = "The text says"
    elif ref:
        said = "The reading chooses"
    elif key == MIDNIGHT.key:
        return f"A day is taken to begin at the midnight of {answers[0]}, {_whose_midnight(record)}."
    else:
        return f"To the question {question.rstrip('?')!r} there is one answer here: {answers[0]}."
    return f"{said} {key} = {answers[0]}."


def _whose_midnight(record: Record) -> str:
    if record.counting.midnight:
        basis = record.counting.basis
        return "as the file has it" + (f" ({plain(basis.ref)})" if basis.ref else "")
    if record.depositary is not None and record.depositary.clock is not None:
        return "the clock of the depositary's seat"
    return "the one clock of the parties"


def names(ids: Sequence[str], record: Record) -> str:
    """Write parties by name."""
    known = {party.id: party.name for party in record.parties}
    return plain(listed([known.get(each, each) for each in ids]))


_DONE = {
    ActKind.SIGNATURE: "{by} signed",
    ActKind.DEFINITIVE_SIGNATURE: "{by} signed definitively",
    ActKind.AD_REFERENDUM: "{by} signed ad referendum",
    ActKind.CONFIRMATION: "{by} confirmed the signature {of}",
    ActKind.NOTE: "{by} gave a note that consents",
    ActKind.NOTIFICATION: "{by} notified that all is done that its law requires",
    ActKind.RATIFICATION: "{by} ratified",
    ActKind.ACCEPTANCE: "{by} accepted",
    ActKind.APPROVAL: "{by} approved",
    ActKind.ACCESSION: "{by} acceded",
    ActKind.SUCCESSION: "{by} succeeded to the treaty",
    ActKind.EXCHANGE: "{by} exchanged instruments of ratification",
    ActKind.CONSENT_WITHDRAWN: "{by} took back its consent",
    ActKind.OBJECTION: "{by} objected to the accession {of}",
    ActKind.PROVISIONAL: "{by} declared provisional application",
    ActKind.PROVISIONAL_END: "{by} gave notice of not becoming a party",
    ActKind.PUBLICATION: "{by} published the treaty",
    ActKind.EVENT: "{id} came about",
    ActKind.DENUNCIATION: "{by} gave notice of denunciation",
    ActKind.WITHDRAWAL: "{by} gave notice of withdrawal",
    ActKind.RESCISSION: "{by} took back the notice {of}",
    ActKind.NOTICE_SUSPENDED: "{by} suspended the notice {of}",
    ActKind.NOTICE_RESUMED: "{by} took up the notice {of} again",
    ActKind.NOTICE_EXTENDED: "{by} agreed to put off the effect of {of}",
    ActKind.EXIT_AGREED: "{by} agreed on the withdrawal by {of}",
    ActKind.EXTENSION: "{by} extended the term",
    ActKind.DECISION: "the conference decided",
    ActKind.TERMINATION: "{by} agreed to end the treaty",
    ActKind.MEMBERSHIP_END: "{by} ceased to be a member",
    ActKind.CONFLICT: "{by} was engaged in a conflict",
    ActKind.CONFLICT_END: "the conflict {of} was over",
    ActKind.SUSPENSION: "the treaty was suspended for {by}",
    ActKind.RESUMPTION: "the suspension {of} was over",
    ActKind.CLAIMED_SUSPENSION: "{by} claimed to suspend the treaty",
    ActKind.WAR: "war broke out by the act of {by}",
    ActKind.REPUDIATION: "{by} repudiated the treaty",
    ActKind.EXTINCTION: "{by} ceased to exist",
}
_OTHER_DATES = {
    "domestic": "after a domestic act of", "sent": "sent", "received": "received", "circulated": "circulated",
    "effective": "with effect from", "until": "until", "recorded": "recorded by the depositary for",
}  # fmt: skip


def stated(value: Stated, record: Record) -> str:
    """Write something that the record states as a sentence."""
    if isinstance(value, Act):
        done = _DONE[value.kind].format(by=names(value.by, record), of=plain(value.of or ""), id=plain(value.id))
        place = f" in {plain(value.place)}" if value.place else ""
        doubt = "" if value.certain else " (uncertain)"
        dates = [moment(value.dated)]
        others = ((name, getattr(value, key)) for key, name in _OTHER_DATES.items())
        dates += [f"{name} {moment(at)}" for name, at in others if at is not None]
        dates += [value.outcome.value] if value.outcome is not None else []
        note = f" ({plain(value.note)})" if value.note else ""
        return f"{done[0].upper()}{done[1:]}{place}: {', '.join(dates)}{doubt}{note}."
    if isinstance(value, Reading):
        left_out = f"; it leaves out {plain(listed(value.rejects))}" if value.rejects else ""
        note = f" ({plain(value.note)})" if value.note else ""
        return f"Reading {value.id}: {plain(value.title)} (held by {plain(value.holder)}){left_out}{note}."
    if isinstance(value, str):
        return plain(value)
    return _dated(_named(value.words, record) if isinstance(value, EntryIntoForce) else value.words)


def _named(text: str, record: Record) -> str:
    """Write the parties that a condition of entry lists by name."""
    known = {party.id: party.name for party in record.parties}
    code = rf"\b(?:{'|'.join(map(re.escape, known))})\b"
    return re.sub(rf"{code}(?:, {code})*", lambda found: listed([known[id] for id in found[0].split(", ")]), text)


_ISO_DAY = re.compile(r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})\b(?!T)")
_DAY_OF_YEAR = re.compile(r"(?<![-0-9])(0[1-9]|1[0-2])-([0-9]{2})(?![-0-9])")


def _dated(text: str) -> str:
    """Write the days in a clause's own sentence as words."""
    text = _ISO_DAY.sub(lambda m: day(date(int(m[1]), int(m[2]), int(m[3]))), text)
    return plain(_DAY_OF_YEAR.sub(lambda m: f"{int(m[2])} {_MONTHS[int(m[1]) - 1]}", text))


def _value(reason: Derived) -> str:
    return days(reason.value) if isinstance(reason.value, Days) else plain(reason.value)


def _term_name(number: object) -> str:
    if number == 0:
        return "the first term"
    return "the term as prolonged once" if number == 1 else f"the term as prolonged {number} times"
