"""The argument in sentences: each rule has its own, and so has each kind of act and each clause."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from treatyclock.civil.days import Days
from treatyclock.derive.reasoning.argument import Step
from treatyclock.derive.reasoning.reasons import (
    Beside,
    ByPractice,
    ByReading,
    ByText,
    Chosen,
    Derived,
    Given,
    Key,
    Open,
    Origin,
    Rule,
    Stated,
)
from treatyclock.derive.reasoning.tally import Tally
from treatyclock.derive.reasoning.timing import Span
from treatyclock.errors import plain
from treatyclock.instants import iso
from treatyclock.law.acts.act import Act, Hypothesis
from treatyclock.law.conventions.calendar import MIDNIGHT
from treatyclock.law.parts import TreatyPart
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.record import Record
from treatyclock.law.wording import Wording
from treatyclock.show._tallies import tally_words
from treatyclock.show.words import days, days_beside_an_end, listed, moment, month_day, names, under_words

Under = Sequence[tuple[str, str]]


def sentence(step: Step, record: Record) -> str:
    """Write one step of an argument as a sentence without its number."""
    said = _sentence(step, record)
    return said if record.part is None else _of_a_part(said, step, record.part)


def _of_a_part(said: str, step: Step, part: TreatyPart) -> str:
    """Write a step of an argument about a part of the treaty: what the part says itself, and what the whole does."""
    if step.key.whole:
        return f"The treaty as a whole: {said}"
    first = step.variants[0].value
    of_whole = isinstance(first, Given) and not (
        any(first.value is clause for clause in part.clauses) or (isinstance(first.value, Act) and first.value.part)
    )
    if of_whole:
        return said
    told = said.replace("the treaty", "the part").replace("The treaty", "The part")
    return f"For the part: {told}" if isinstance(first, Given) else told


def _sentence(step: Step, record: Record) -> str:
    first = step.variants[0].value
    if isinstance(first, Given):
        if isinstance(first.value, Chosen):
            return _convention([each.value for each in step.variants if isinstance(each.value, Given)], record)
        if step.hypothetical:
            given = [(each.value.value, each.under) for each in step.variants if isinstance(each.value, Given)]
            return _supposed([(act, under) for act, under in given if isinstance(act, Act)], record)
        return stated(first.value, record) + _ref(first.origin)
    because = f"by {listed([f'({number})' for number in step.because])}, " if step.because else ""
    if step.hypothetical:
        because = f"hypothetically, {because}"
    variants = [(each.value, each.under) for each in step.variants if isinstance(each.value, Derived)]
    text = because + "; ".join(_conclusions(variants, record))
    return f"{text[0].upper()}{text[1:]}." + (f" [{first.rule.law}]" if first.rule.law else "")


def conclusion(reason: Derived, record: Record) -> str:
    """Write what one rule comes to in one world, without its premises."""
    return _conclusions([(reason, ())], record)[0]


def _conclusions(variants: Sequence[tuple[Derived, Under]], record: Record) -> list[str]:
    """Write what a rule comes to; values of one rule share a sentence."""
    # Worlds differ in values more often than in rules: "the last day is A if ... or B if ...", told once.
    by_rule: dict[Rule, list[tuple[Derived, str]]] = {}
    for reason, under in variants:
        by_rule.setdefault(reason.rule, []).append((reason, f" if {under_words(under)}" if under else ""))
    found = []
    for rule, several in by_rule.items():
        template, values, whens = rule.words, "", ""
        if "{value}" in template or "{end}" in template:
            how = days_beside_an_end if "{end}" in template else days
            values = listed([_value(reason, record, how) + condition for reason, condition in several], "or")
        elif "{when}" in template:
            whens = listed([_when(reason) + condition for reason, condition in several], "or")
        else:
            conditions = [condition.strip() for _, condition in several if condition]
            template += f" {listed(conditions, 'or')}" if conditions else ""
        found.append(template.format(value=values, end=values, when=whens, term=_term_name(several[0][0].key)))
    return found


def _value(reason: Derived, record: Record, day: Callable[[Days], str]) -> str:
    """Write what follows, to stand after a preposition of the rule."""
    match reason.value:
        case Days():
            return day(reason.value)
        case Span():
            return _instants(reason.value)
        case Tally():
            return tally_words(reason.value, record)
        case Beside(recorded, counted):
            return f"{day(recorded)}, where the count gives {days(counted)}"
        case _:
            return plain(reason.value.name if reason.value is not None and not isinstance(reason.value, bool) else "")


def _when(reason: Derived) -> str:
    """Write when something comes about: with a day, on a day out of several, at an instant, or between two."""
    if isinstance(reason.value, Days):
        return f"{'with' if reason.value.known else 'on'} {days(reason.value)}"
    return _instants(reason.value) if isinstance(reason.value, Span) else ""


def _instants(span: Span) -> str:
    earliest, latest = iso(span.earliest), iso(span.latest)
    if earliest == latest:
        return f"at {earliest}"
    if not span.bounded_after:
        return f"at {earliest} or later" if span.bounded_before else "at an unknown time"
    return f"between {earliest} and {latest}" if span.bounded_before else f"at {latest} or earlier"


def _term_name(key: Key) -> str:
    """Name a term: the first or an extended one, or a block by which it was renewed."""
    term, number = "the extended term" if key.subject else "the first term", key.number
    if not number:
        return term
    renewed = "once" if number == 1 else f"{number} times"
    return f"{term if key.subject else 'the term'} as renewed {renewed}"


def ref(origin: Origin) -> str:
    """Write where a statement stands; nothing where that is not told.

    Example:
        >>> ref(ByText("art. 3"))
        'art. 3'
    """
    match origin:
        case ByText():
            return origin.ref
        case ByReading():
            return f"reading {origin.reading.id}"
        case ByPractice():
            return f"practice of {origin.profile.title}"
        case Open():
            return ""


def _ref(origin: Origin) -> str:
    text = ref(origin)
    return f" [{plain(text)}]" if text else ""


def _convention(variants: Sequence[Given], record: Record) -> str:
    chosen = [each.value for each in variants if isinstance(each.value, Chosen)]
    convention, answers = chosen[0].convention, [each.answer for each in chosen]
    if len(variants) > 1:
        law = f" [{convention.law}]" if convention.law else ""
        return f"The text leaves open: {convention.question} Tried: {listed(answers, 'and')}.{law}"
    choice = f"{chosen[0].name} = {answers[0]}"
    match variants[0].origin:
        case ByText():
            return f"The text says {choice}."
        case ByReading() | Open.ASKED as who:
            return f"The {'question' if who is Open.ASKED else 'reading'} chooses {choice}."
        case ByPractice(profile, practice):
            where = listed([f"[{table}]" for table in practice.clauses], "and")
            return f"By the practice of {plain(profile.title)}, {choice} in {where}: {plain(practice.source)}."
        case Open():
            if convention == MIDNIGHT:
                return f"A day is taken to begin at the midnight of {answers[0]}, {_whose_midnight(record)}."
            asked = f"To the question {convention.question.rstrip('?')!r} there is one answer here: {answers[0]}."
            # What follows in the worlds with another answer does not rest on it.
            tried = f"The text leaves open: {convention.question} This holds where the answer is: {answers[0]}."
            return tried if variants[0].origin is Open.TRIED else asked


def _whose_midnight(record: Record) -> str:
    if record.counting.midnight:
        basis = record.counting.basis
        return "as the file has it" + (f" ({plain(basis.ref)})" if basis.ref else "")
    if record.depositary is not None and record.depositary.clocks:
        return "the clock of the depositary's seat"
    return "the one clock of the parties"


_OTHER_DATES = {
    "domestic": "after a domestic act of", "sent": "sent", "received": "received", "circulated": "circulated",
    "effective": "with effect from", "counted_from": "its period counted from",
    "until": "until", "recorded": "recorded by the depositary for",
}  # fmt: skip


def _supposed(variants: Sequence[tuple[Act, Under]], record: Record) -> str:
    """Write an act that nobody did as what it is; only its day can differ from world to world."""
    act = variants[0][0]
    days_ = [moment(each.dated) + (f" if {under_words(under)}" if under else "") for each, under in variants]
    dates = ", ".join([listed(days_, "or"), *_others(act, record)])
    return f"Hypothetical, and not on record: {supposed(act, record)}: {dates}."


def supposed(act: Act, record: Record) -> str:
    """Name an act that nobody did: its kind, and who is supposed to do it; never as something that was done."""
    who = _authors(act, record) if act.hypothetical is Hypothesis.ITS_AUTHORS else Hypothesis.ANY_PARTY.value
    return f"{act.kind.name} by {who}" + (f", about {plain(act.of)}" if act.of else "")


def _authors(act: Act, record: Record) -> str:
    """Name who did an act; of those who acted for all on their side, say so."""
    return f"{names(act.acting, record)}, for all on its side," if act.acting else names(act.by, record)


def _others(act: Act, record: Record) -> list[str]:
    """Write the dates that an act has beside its own, and what it decided."""
    dates = ((name, getattr(act, key)) for key, name in _OTHER_DATES.items())
    found = [
        f"{name} {moment(at)}" for name, at in dates if at is not None and not (act.deposits and name == "received")
    ]
    found += [f"received by {_depositary(id, record)} on {moment(at)}" for id, at in act.deposits]
    found += [f"that day being the {act.effect_day.value}"] if act.effect_day is not None else []
    found += [f"by {act.period.words}"] if act.period is not None else []
    return [*found, *([act.outcome.value] if act.outcome is not None else [])]


def _depositary(id: str, record: Record) -> str:
    several = () if record.depositary is None else record.depositary.several
    return plain(next((each.name for each in several if each.id == id), id))


def stated(value: Stated, record: Record) -> str:
    """Write something that the record states as a sentence."""
    if isinstance(value, Act):
        done = value.kind.sentence.format(
            by=_authors(value, record), of=plain(value.of or ""), id=plain(value.id), treaty=plain(value.treaty)
        )
        towards = "towards" if value.kind.suspends else "to"
        done += f" {towards} {names(value.to, record)}" if value.to else ""
        place = f" in {plain(value.place)}" if value.place else ""
        doubt = "" if value.certain else " (uncertain)"
        dates = ", ".join([moment(value.dated), *_others(value, record)])
        note = f" ({plain(value.note)})" if value.note else ""
        return f"{done[0].upper()}{done[1:]}{place}: {dates}{doubt}{note}."
    if isinstance(value, Reading):
        left_out = f"; it leaves out {plain(listed(value.rejects))}" if value.rejects else ""
        note = f" ({plain(value.note)})" if value.note else ""
        asked = f"asked with {plain(under_words(value.asked))}" if value.asked else ""
        if value.id == TEXT.id:  # of which something is said only where a question adds to it
            return f"{value.title[0].upper()}{value.title[1:]}, {asked}."
        asked = f"; {asked}" if asked else ""
        return f"Reading {value.id}: {plain(value.title)} (held by {plain(value.holder)}){left_out}{note}{asked}."
    if isinstance(value, Chosen):
        return plain(f"{value.convention.key} = {value.answer}")
    wording = Wording(days, moment, month_day, lambda parties: names(parties, record))
    return plain(value.says(wording))
