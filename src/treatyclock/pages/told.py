"""A moment of a treaty's life in words: what happens, what each clock showed, what each reading says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatyclock.answers.answer import Answer
from treatyclock.answers.supposed import Supposed
from treatyclock.civil.clocks.zones import zone
from treatyclock.derive.reasoning.argument import Step
from treatyclock.derive.reasoning.reasons import Given
from treatyclock.errors import plain
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record
from treatyclock.law.subjects import GENERALLY
from treatyclock.pages.blocks import FoldedBlocks, Grid, ListOfTexts, PageBlock, Paragraph
from treatyclock.pages.clocks import NamedClocks, shown_at, shown_during, told_at
from treatyclock.pages.moments import LifeChange, LifeMoment, readings_of
from treatyclock.pages.story import act_sentence
from treatyclock.show.printers.text import facts, head
from treatyclock.show.sentences import sentence
from treatyclock.show.supposed import by_reading
from treatyclock.show.words import days, listed, moment, status_words
from treatyclock.truth import Truth
from treatyclock.view import View

_FEW, _NAMED = 3, 12


def when_told(at: LifeMoment, view: View) -> str:
    """Write when a moment is: a day, or an instant on the clocks of who asked, of an act and of the treaty."""
    if at.instant is None:
        assert at.day is not None
        return days(at.day.days) if not at.day.zones else moment(at.day)
    timed_by = [clock for each in (at.asked, *(act.dated for act in at.acts)) if each for clock in each.zones]
    counted_by = [zone(name) for name in view.record.midnights_by(view.reading)]
    clocks = {clock.key: clock for clock in (*timed_by, *counted_by)}
    return told_at(at.instant, list(clocks.values())[:_FEW] or [zone("UTC")])


def happens(at: LifeMoment, view: View) -> list[str]:
    """Return a sentence for all that was done, and for all that changes."""
    told = [] if at.asked is None else ["The moment asked about."]
    for act in at.acts:
        told.append(act_sentence(act, view.record, view.known_as_of))
        if at.instant is not None and len(act.dated.support.intervals) > 1:
            told.append("This is one of the instants that its hour may mean.")
    own = [each for each in at.changes if not each.of]
    told += [_change(each, view) for each in own]
    return told + [_of_parties(each) for each in at.changes if each.of]


def _change(change: LifeChange, view: View) -> str:
    return f"Status {_from_to(change)}, {_by(change.by, view)}."


def _of_parties(change: LifeChange) -> str:
    names = [plain(name) for name in change.of]
    few = names if len(names) <= _NAMED else [*names[:_FEW], f"{len(names) - _FEW} more"]
    return f"Status {_from_to(change)}, for {listed(few)}."


def _from_to(change: LifeChange) -> str:
    now, before = (status_words(each) or "not known" for each in (change.now, change.before))
    return f"now {now}, before {before}"


def _by(readings: Sequence[Reading], view: View) -> str:
    """Write by which readings something holds, its own terms first."""
    terms = [_terms(view) for each in readings if each.id == view.reading.id]
    others = [f"{plain(each.id)}" for each in readings if each.id != view.reading.id]
    if len(others) > _FEW and terms:
        return f"{terms[0]} and {len(others)} readings"
    more = f"by reading{'s' if len(others) > 1 else ''} {listed(others)}" if others else ""
    return " and ".join(filter(None, [*terms, more]))


def _terms(view: View) -> str:
    return plain(by_reading(view.reading, Supposed.by(view.record, view.reading)))


def answers_at(at: LifeMoment, view: View) -> dict[Reading, Answer]:
    """Return what each reading answers, that of the view first."""
    return {each: replace(view, reading=each).in_force(at.at) for each in readings_of(view)}


def otherwise(found: dict[Reading, Answer], view: View) -> dict[Reading, Answer]:
    """Return the answers that differ from that of the view."""
    own = found[view.reading]
    return {
        each: answer for each, answer in found.items() if (answer.truth, answer.status) != (own.truth, own.status)
    }  # fmt: skip


def blocks_of(at: LifeMoment, view: View, clocks: NamedClocks, found: dict[Reading, Answer]) -> tuple[PageBlock, ...]:
    """Return all that a page shows of a moment."""
    own, differ = found[view.reading], otherwise(found, view)
    alike = [each for each in found if each != view.reading and each not in differ]
    blocks: list[PageBlock] = [ListOfTexts(title="", texts=tuple(happens(at, view)))]
    blocks += _clocks(at, clocks)
    blocks += [Paragraph(text=head(own), strong=True), *_reasons(own)]
    blocks += _parties(at, view)
    if differ:
        rows = tuple((plain(each.id), head(answer), _status(answer)) for each, answer in differ.items())
        blocks.append(Grid(title="Who says otherwise", head=("reading", "what it says", "status"), rows=rows))
        blocks += [_fold(each, answer) for each, answer in differ.items()]
    if alike:
        title = f"{len(alike)} reading{'s say' if len(alike) > 1 else ' says'} the same"
        blocks.append(FoldedBlocks(title=title, blocks=tuple(_fold(each, found[each]) for each in alike)))
    return tuple(blocks)


def _clocks(at: LifeMoment, clocks: NamedClocks) -> tuple[PageBlock, ...]:
    if at.instant is not None:
        return shown_at(at.instant, clocks)
    if at.lasts is not None:
        return (*shown_during(at.lasts, clocks), Paragraph(text="No hour is recorded."))
    why = "No hour is recorded, so the day" if at.acts else "The day"
    return (Paragraph(text=f"{why} is compared as a date of the treaty, whatever clocks showed."),)


def _status(answer: Answer) -> str:
    return status_words(answer.status) or "nothing was known"


def _fold(reading: Reading, answer: Answer) -> FoldedBlocks:
    who = f"{plain(reading.title)} ({plain(reading.holder)})"
    return FoldedBlocks(
        title=f"Why, by {plain(reading.id)}",
        blocks=(Paragraph(text=who), Paragraph(text=head(answer)), *_reasons(answer)),
    )


def _reasons(answer: Answer) -> Iterator[PageBlock]:
    """Yield the status, what the answer depends on, and its argument, folded."""
    yield Paragraph(text=f"Status: {_status(answer)}.")
    if answer.depends_on:
        yield ListOfTexts(title="It depends on", texts=tuple(_depends(answer)))
    numbers = {source.id: number for number, source in enumerate(answer.record.sources, start=1)}
    steps = tuple(_step(step, answer.record, numbers) for step in answer.derivation)
    if steps:
        count = "1 step" if len(steps) == 1 else f"{len(steps)} steps"
        told = ListOfTexts(title="", texts=steps, numbered=True)
        yield FoldedBlocks(title=f"Why: the argument, in {count}", blocks=(told,))


def _step(step: Step, record: Record, numbers: dict[str, int]) -> str:
    """Write a step with the sources that vouch for it, by their numbers on the page."""
    given = (each.value for each in step.variants if isinstance(each.value, Given))
    named = dict.fromkeys(numbers[id] for each in given for id in each.sources if id in numbers)
    return sentence(step, record) + (f" (Sources: {', '.join(map(str, named))}.)" if named else "")


def _depends(answer: Answer) -> Iterator[str]:
    """Yield each fact of an answer that tells on what it depends; only the first of them has the name."""
    name = ""
    for named, text in facts(answer):
        name = named or name
        if name == "Depends on":
            yield text


def _parties(at: LifeMoment, view: View) -> Iterator[PageBlock]:
    """Yield, for a treaty of many, who was a party, and of whom that is open."""
    if view.subject != GENERALLY or len(view.record.parties) <= 2:
        return
    found = view.parties(at.at)
    for truth, words in ((Truth.YES, "It was in force for"), (Truth.UNKNOWN, "It is open for")):
        names = tuple(plain(each.name) for each in found if each.truth is truth)
        if names:
            yield FoldedBlocks(
                title=f"{words} {len(names)} of {len(found.states)} listed",
                blocks=(ListOfTexts(title="", texts=names),),
            )
