"""The story of a treaty as HTML: who, when, what was done in order and by which source, who reads it how."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.reasoning.admitted import known_by
from treatyclock.errors import plain
from treatyclock.law.acts.act import Act
from treatyclock.law.parts import TreatyPart
from treatyclock.law.record import Record
from treatyclock.show.html.argument import linked
from treatyclock.show.html.elements import Content, Html, element, folded, joined, table
from treatyclock.show.sentences import stated, supposed
from treatyclock.show.words import moment
from treatyclock.truth import Truth

_NAMED = 12


def parties_told(record: Record) -> Html:
    """Return the parties, those beyond a dozen folded."""
    names = [f"{plain(each.name)} ({each.id})" for each in record.parties]
    more = "" if record.coverage.lists_all_parties else " The list is in part."
    if len(names) <= _NAMED:
        return element("p", f"Parties: {', '.join(names)}.{more}")
    return folded(f"{len(names)} parties", element("p", f"{', '.join(names)}.{more}"))


def parts_told(record: Record) -> Html:
    """Return the parts that have a life of their own, each with its name and where it stands."""
    numbers = {source.id: number for number, source in enumerate(record.sources, start=1)}
    return element("ul", *(element("li", _part(each, numbers)) for each in record.parts))


def _part(part: TreatyPart, numbers: dict[str, int]) -> Html:
    told = "; ".join(plain(each) for each in (part.title, part.covers) if each)
    where = f" [{plain(part.basis.ref)}]" if part.basis.ref else ""
    return joined(element("code", part.id), f" {told}", where, *_marks(part.basis.sources, numbers))


def acts_told(record: Record, known_as_of: Moment | None = None) -> Html | None:
    """Return what was done, in order of the dates, each with where it stands and whose word it is.

    Args:
        record: The treaty.
        known_as_of: As :func:`act_sentence` takes it.
    """
    acts = sorted(
        record.acts, key=lambda act: (act.dated.days.first, act.dated.wall is not None, act.dated.span.start or 0)
    )
    if not acts:
        return None
    numbers = {source.id: number for number, source in enumerate(record.sources, start=1)}
    return element("ol", *(element("li", _act(act, record, numbers, known_as_of)) for act in acts), class_="events")


def _order(act: Act) -> tuple[date, bool, int]:
    """Order by date; of one date, acts without an hour come first, since nothing tells where they belong."""
    return act.dated.days.first, act.dated.wall is not None, act.dated.span.start or 0


def act_sentence(act: Act, record: Record, known_as_of: Moment | None = None) -> str:
    """Return what was done as a sentence, or what is only supposed to have been done.

    Args:
        act: The act.
        record: The treaty.
        known_as_of: By what was known then the page is made: an act that was not does not count, and says so.
    """
    if act.hypothetical is not None:
        return f"Supposed, and on no record: {supposed(act, record)}, {moment(act.dated)}."
    return stated(act, record) + _unknown(act, known_as_of)


def _unknown(act: Act, known_as_of: Moment | None) -> str:
    known = Truth.YES if known_as_of is None else known_by(act.known or act.when(), known_as_of)
    if known is Truth.YES:
        return ""
    if known is Truth.UNKNOWN:
        return f" It is open whether it was known by {known_as_of}."
    return f" It was not known by {known_as_of}, so that it does not count here."


def _act(act: Act, record: Record, numbers: dict[str, int], known_as_of: Moment | None) -> Html:
    where = f" [{plain(act.ref)}]" if act.ref else ""
    part = f" About the part {plain(act.part)}." if act.part else ""
    return joined(act_sentence(act, record, known_as_of), where, part, *_marks(act.sources, numbers))


def _marks(sources: Iterable[str], numbers: dict[str, int]) -> Iterable[Content]:
    for id in sources:
        if id in numbers:
            yield " "
            yield element("a", f"[{numbers[id]}]", href=f"#source-{numbers[id]}", aria_label=f"Source {numbers[id]}")


def readings_told(record: Record) -> Html | None:
    """Return who reads the treaty how, each reading with its source."""
    if not record.readings:
        return None
    numbers = {source.id: number for number, source in enumerate(record.sources, start=1)}
    rows = [
        (
            element("code", each.id),
            joined(plain(each.title), element("br") if each.note else None, _aside(each.note)),
            joined(plain(each.holder), *_marks(each.sources, numbers)),
        )
        for each in record.readings
    ]
    return element("div", table(("reading", "what it holds", "whose"), rows), class_="scroll")


def _aside(text: str) -> Html | None:
    return element("span", plain(text), class_="aside") if text else None


def sources_told(record: Record) -> Html:
    """Return the sources, numbered, so that what they vouch for can name them."""
    rows = (element("li", linked(each.title), id=f"source-{n}") for n, each in enumerate(record.sources, start=1))
    return element("ol", *rows)
