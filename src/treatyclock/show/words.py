"""Sentences: one template a rule, chosen by the rule's name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from treatyclock.civil.days import Days
from treatyclock.civil.moments import Moment
from treatyclock.derive.argument import Step
from treatyclock.derive.reasons import Derived, Given, Stated
from treatyclock.errors import plain
from treatyclock.law.acts import Act, ActKind
from treatyclock.law.clauses import Denunciation, EntryIntoForce, EntryWhen, ExitWhen, Renewal, Term
from treatyclock.law.readings import CONVENTIONS, Reading
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
        return _convention(step)
    first = reasons[0][0]
    if isinstance(first, Given):
        return stated(first.value, record) + _ref(first.ref)
    because = f"By {listed([f'({number})' for number in step.because])}, " if step.because else ""
    text = because + "; ".join(_conclusions([(r, u) for r, u in reasons if isinstance(r, Derived)]))
    return f"{text[0].upper()}{text[1:]}." + (f" [{first.law}]" if first.law else "")


def _conclusions(variants: Sequence[tuple[Derived, Sequence[tuple[str, str]]]]) -> list[str]:
    """Write what a rule comes to; values of one rule share a sentence."""
    by_rule: dict[str, list[tuple[Derived, str]]] = {}
    for reason, under in variants:
        by_rule.setdefault(reason.rule, []).append((reason, f" if {under_words(under)}" if under else ""))
    found = []
    for rule, several in by_rule.items():
        template = _RULES[rule]
        if "{value}" in template:
            values = listed([_value(reason) + when for reason, when in several], "or")
        else:
            values = ""
            template += listed([when for _, when in several if when], "or")
        found.append(template.format(value=values, term=_term_name(several[0][0].subject)))
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


def _convention(step: Step) -> str:
    key = step.key.removeprefix("convention:")
    values = [variant.value for variant in step.variants]
    answers = [str(v.value).partition(" = ")[2] for v in values if isinstance(v, Given)]
    question = CONVENTIONS[key].question
    if len(values) > 1:
        law = f" [{CONVENTIONS[key].law}]" if CONVENTIONS[key].law else ""
        return f"The text leaves open: {question} Tried: {listed(answers, 'and')}.{law}"
    ref = values[0].ref if isinstance(values[0], Given) else ""
    if ref == "text":
        said = "The text says"
    elif ref:
        said = "The reading chooses"
    else:
        return f"To the question {question.rstrip('?')!r} there is one answer here: {answers[0]}."
    return f"{said} {key} = {answers[0]}."


def names(ids: Sequence[str], record: Record) -> str:
    """Write parties by name."""
    known = {party.id: party.name for party in record.parties}
    return plain(listed([known.get(each, each) for each in ids]))


_DONE = {
    ActKind.SIGNATURE: "{by} signed",
    ActKind.RATIFICATION: "{by} ratified",
    ActKind.EXCHANGE: "{by} exchanged instruments of ratification",
    ActKind.PUBLICATION: "{by} published the treaty",
    ActKind.DENUNCIATION: "{by} gave notice of denunciation",
    ActKind.RESCISSION: "{by} took back the notice {of}",
    ActKind.WAR: "war broke out by the act of {by}",
    ActKind.REPUDIATION: "{by} repudiated the treaty",
    ActKind.EXTINCTION: "{by} ceased to exist",
}


def stated(value: Stated, record: Record) -> str:
    """Write something that the record states as a sentence."""
    if isinstance(value, Act):
        done = _DONE[value.kind].format(by=names(value.by, record), of=plain(value.of or ""))
        place = f" in {plain(value.place)}" if value.place else ""
        doubt = "" if value.certain else " (uncertain)"
        dates = [moment(value.dated)]
        dates += [f"{name} {moment(at)}" for name, at in (("sent", value.sent), ("received", value.received)) if at]
        note = f" ({plain(value.note)})" if value.note else ""
        return f"{done[0].upper()}{done[1:]}{place}: {', '.join(dates)}{doubt}{note}."
    if isinstance(value, Reading):
        left_out = f"; it leaves out {plain(listed(value.rejects))}" if value.rejects else ""
        note = f" ({plain(value.note)})" if value.note else ""
        return f"Reading {value.id}: {plain(value.title)} (held by {plain(value.holder)}){left_out}{note}."
    if isinstance(value, str):
        return plain(value)
    return _clause(value)


def _clause(value: EntryIntoForce | Term | Renewal | Denunciation) -> str:
    if isinstance(value, EntryIntoForce):
        return {
            EntryWhen.RATIFIED: "The treaty enters into force on the day all parties have ratified it.",
            EntryWhen.SIGNED: "The treaty enters into force on the day all parties have signed it.",
            EntryWhen.EXCHANGED: "The treaty enters into force on the day instruments are exchanged.",
            EntryWhen.FIXED: f"The treaty enters into force on {days(value.on.days) if value.on else 'a fixed date'}.",
        }[value.when]
    if isinstance(value, Term):
        anchors = [days(a.days) if isinstance(a, Moment) else a.value for a in value.anchors]
        return f"The term is {value.lasts.words} from {listed(anchors, 'or')}."
    if isinstance(value, Renewal):
        then = ", then without a term until denounced" if value.then_indefinite else ""
        if value.block is None:
            return "After the term it goes on without a term until denounced."
        times = ["for ever, block by block" if n is None else "once" if n == 1 else f"{n} times" for n in value.times]
        return f"It is prolonged by {value.block.words} unless denounced in time, {listed(times, 'or')}{then}."
    if value.when is ExitWhen.ANY_TIME:
        notice = f"a notice of {value.notice.words}" if value.notice else "immediate effect"
        return f"A party may denounce it at any time with {notice}."
    return f"A party may denounce it for the end of the term, {value.notice.words} before that end."


def _value(reason: Derived) -> str:
    return days(reason.value) if isinstance(reason.value, Days) else plain(reason.value)


def _term_name(number: object) -> str:
    if number == 0:
        return "the first term"
    return "the term as prolonged once" if number == 1 else f"the term as prolonged {number} times"


_RULES = {
    "entry": "the treaty entered into force on {value}",
    "begins": "it is in force from the beginning of that day, never before it began where the act was done, {value}",
    "entry not met": "not every party has done what brings it into force, so it has not entered into force",
    "no entry clause": "the record has no clause on entry into force, so none follows",
    "no anchor": "the term runs from {value}, which is not recorded, so it has not begun to run",
    "last day": "{term} ends with {value}",
    "deadline": "a notice for the end of {term} must be given no later than {value}",
    "notice in time": "the notice was in time, and by it the treaty ends with {value}",
    "notice late": "the notice was too late to have any effect",
    "notice runs": "by the notice the treaty ends with {value}",
    "notice waits": "the notice cannot end the treaty before its term does, so it ends with {value}",
    "notice at once": "by the notice the treaty ends at once, {value}",
    "notice before entry": "the treaty was not yet in force, so the notice had no effect",
    "notice without term": "there is no term for whose end the notice could be given, so it has no effect",
    "no exit clause": "no clause allows a denunciation, so the notice has no effect by the treaty's terms",
    "rescinded": "the notice was taken back before it took effect, so it has none",
    "rescinded late": "the notice had taken effect before it was taken back, so it stands",
    "admitted": "this ends the treaty, {value}",
    "end": "the treaty's last day in force is {value}",
    "end at hour": "the treaty ends {value}",
    "ends": "that day ends, and the treaty with it, {value}",
    "goes on": "after that term it goes on",
    "no end": "the record foresees no end",
    "ended before entry": "all the same it had ended before it could enter into force, so it never was in force",
}
