"""The layout of an answer on a page: head, argument, what it depends on, who contests it, sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import fill
from typing import TYPE_CHECKING

from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.moments.write import local_text
from treatyclock.derive.argument import Step
from treatyclock.derive.reasons import Given
from treatyclock.errors import plain
from treatyclock.instants import iso
from treatyclock.law.acts import Source
from treatyclock.law.readings import TEXT
from treatyclock.law.record import Record
from treatyclock.show.data import cited
from treatyclock.show.words import moment, names, sentence
from treatyclock.truth import Truth

if TYPE_CHECKING:
    from treatyclock.questions.answer import Answer, Dependency

_WIDTH = 100


def answer_text(answer: Answer, *, explained: bool) -> str:
    """Write an answer, with its numbered argument where asked for."""
    lines = [_head(answer), ""]
    sources = cited(answer.derivation, answer.record) if explained else ()
    if explained:
        lines += [*_sentences(answer.derivation, sources, answer.record), ""]
    return "\n".join([*lines, *_rows(answer), *_listed(sources)])


def argument_text(steps: Sequence[Step], record: Record) -> str:
    """Write an argument: numbered sentences, then the sources they name."""
    sources = cited(steps, record)
    return "\n".join([*_sentences(steps, sources, record), *_listed(sources)])


def _sentences(steps: Sequence[Step], sources: tuple[Source, ...], record: Record) -> list[str]:
    return [_argument(step, sources, record) for step in steps]


def _listed(sources: tuple[Source, ...]) -> list[str]:
    if not sources:
        return []
    return ["", "Sources", *(f"  [{n}] {plain(s.title)}" for n, s in enumerate(sources, start=1))]


def _head(answer: Answer) -> str:
    by = "by its terms" if answer.reading == TEXT else f"on reading {answer.reading.id}"
    if answer.truth is Truth.YES:
        return f"Yes, in force {by}."
    if answer.truth is Truth.NO:
        return f"No, not in force {by}."
    if {each.kind for each in answer.depends_on} == {"moment"}:
        return f"Unknown: a part of the time asked about is in force {by}, and a part is not."
    return f"Unknown: what is recorded does not decide whether it was in force {by}."


def _argument(step: Step, sources: tuple[Source, ...], record: Record) -> str:
    numbers = {source.id: n for n, source in enumerate(sources, start=1)}
    named = dict.fromkeys(
        numbers[id]
        for variant in step.variants
        if isinstance(variant.value, Given)
        for id in variant.value.sources
        if id in numbers
    )
    marks = "".join(f" [{n}]" for n in named)
    return fill(
        f"({step.number}) {sentence(step, record)}{marks}",
        width=_WIDTH,
        initial_indent="  ",
        subsequent_indent="      ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _rows(answer: Answer) -> Iterable[str]:
    rows = [("When", _when(answer))]
    who = _who(answer)
    rows.append(("Status", f"{' or '.join(sorted(s.value for s in answer.status))} ({who})"))
    rows += _each("Depends on", [_dependency(each) for each in answer.depends_on] or ["nothing"])
    contests = [
        f"{each.reading.id}: {each.truth.value} ({plain(each.reading.title)}; {plain(each.reading.holder)})"
        for each in answer.contested_by
    ]
    rows += _each("Contested by", contests or ["no declared reading"])
    rows += _each("Rests on", [plain(each.text) for each in answer.rests_on])
    for name, text in rows:
        yield fill(
            f"{name:<14}{text}",
            width=_WIDTH,
            subsequent_indent=" " * 14,
            break_long_words=False,
            break_on_hyphens=False,
        )


def _who(answer: Answer) -> str:
    if answer.between is not None:
        return f"between {names(answer.between, answer.record)}"
    return "generally" if answer.party is None else names([answer.party], answer.record)


def _each(name: str, texts: list[str]) -> list[tuple[str, str]]:
    return [(name if n == 0 else "", text) for n, text in enumerate(texts)]


def _dependency(each: Dependency) -> str:
    ways = "; ".join(f"{plain(answer)}: {truth.value}" for answer, truth in each.outcomes)
    return plain(each.text) + (f" ({each.key} = {ways})" if ways else "")


def _when(answer: Answer) -> str:
    at = answer.at
    parts = at.support.intervals
    if at.wall is None:
        return f"{moment(at)}: {' or '.join(f'{iso(p.start)} to {iso(p.end)}' for p in parts)}"
    clocks = {clock.key: clock for clock in at.zones}
    for name in answer.record.midnights():
        clocks.setdefault(name, zone(name))
    texts = []
    for part in parts:
        assert part.start is not None
        locals_ = [local_text(part.start, clock) for key, clock in clocks.items() if key != "UTC"]
        texts.append(" = ".join([*locals_, iso(part.start)]))
    return " or ".join(texts)
