"""The page of a treaty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from treatyclock.answers.answer import Answer
from treatyclock.answers.chronology import Chronologies, ChronologyOf
from treatyclock.answers.dates import Dates
from treatyclock.answers.supposed import Supposed
from treatyclock.civil.clocks.zones import Zone
from treatyclock.civil.moments.moment import Moment
from treatyclock.errors import plain
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.vocabulary import CONVENTIONS
from treatyclock.pages.clocks import clocks_of_record
from treatyclock.pages.document import Stop, document, panel, section, slider
from treatyclock.pages.moments import LifeMoment, clock_of, life_moments, readings_of, wall_of
from treatyclock.pages.story import acts_told, parties_told, parts_told, readings_told, sources_told
from treatyclock.pages.timeline import places_in, timeline
from treatyclock.pages.told import answers_at, blocks_of, happens, otherwise, when_told
from treatyclock.show.html.answers import dates_table
from treatyclock.show.html.elements import Html, element
from treatyclock.show.pictures.asked import picture_of_lives
from treatyclock.show.pictures.picture import Mark, Picture
from treatyclock.show.supposed import by_reading, first_lines
from treatyclock.show.words import names, status_words
from treatyclock.truth import Truth
from treatyclock.view import View

AnsweredMoment = tuple[LifeMoment, dict[Reading, Answer]]
"""A moment, and what each reading answers there."""


def treaty_page(view: View, asked: Sequence[Moment] = ()) -> str:
    """Return the page of a treaty: its story, its timeline, a slider over its moments, and all of them as a table.

    Args:
        view: The treaty, as a reading has it, for somebody, by what was known.
        asked: Moments that are shown besides.
    """
    record = view.record
    told = [(at, answers_at(at, view)) for at in life_moments(view, asked)]
    clocks = clocks_of_record(record, _clocks_of(asked))
    walls = [at.wall for at, _ in told]
    picture = _picture(view, walls, asked)
    places = places_in(picture, walls)
    stops = [
        Stop(
            title=when_told(at, view),
            spoken=f"{when_told(at, view)}: {_truth(found[view.reading])}",
            places=where,
            blocks=blocks_of(at, view, clocks, found),
        )
        for (at, found), where in zip(told, places, strict=True)
    ]
    start = _start(told, view)
    title, dates = plain(record.title), view.dates()
    by_party = view.chronologies("party") if len(record.parties) > 2 else None
    of_whole = record.part is None
    by_part = view.chronologies("part") if of_whole and record.parts else None
    told_of = view.filed if of_whole else record  # what was done about a part is told of the treaty too
    body = [
        element("h1", title),
        *(element("p", line, class_="lead") for line in first_lines(Supposed.by(record, view.reading))),
        element("p", _about(view), class_="aside"),
        parties_told(record),
        element("p", plain(record.note)) if record.note else None,
        element("div", dates_table(dates), class_="dates"),
        *(element("p", line, class_="aside") for line in _conventions_told(dates)),
        section(
            "When it was in force",
            element("p", _how_drawn(view), class_="aside"),
            slider(len(stops), start) if stops else None,
            timeline(picture),
            panel() if stops else None,
            id="life",
        ),
        section("Every moment in a table", _moments_table(told, view), id="moments") if told else None,
        section("What was done, in order", acts_told(told_of, view.known_as_of), id="acts") if told_of.acts else None,
        section("Part by part", parts_told(record), by_part.printed("html"), id="parts") if by_part else None,
        section("Party by party", by_party.printed("html"), id="parties") if by_party is not None else None,
        section("Who reads it how", readings_told(record), id="readings") if record.readings else None,
        section("Sources", sources_told(record), id="sources") if record.sources else None,
    ]  # fmt: skip
    return document(title, body, stops, start)


def _conventions_told(dates: Dates) -> Iterator[str]:
    """Yield the questions on which the days turn, in full."""
    days = (outcomes for name, outcomes in dates.by_name().items() if name not in _INSTANTS)
    keys = dict.fromkeys(key for outcomes in days for outcome in outcomes for key, _ in outcome.under)
    for key in keys:
        if key in CONVENTIONS:
            yield f"{key}: {CONVENTIONS[key].question} The text does not say."


_INSTANTS = ("begins", "ends")
"""What the table of dates leaves out."""


def _picture(view: View, walls: Sequence[datetime], asked: Sequence[Moment]) -> Picture:
    """Return the lives by each reading, drawn wide enough for all moments, with those that were asked about marked."""
    everywhere = tuple(Mark(at=wall, label="") for wall in walls)
    picture = picture_of_lives(_lives(view), marks=everywhere)
    clock = clock_of(view)
    return replace(picture, marks=tuple(Mark(at=wall_of(each, clock), label=plain(each.text)) for each in asked))


def _clocks_of(asked: Sequence[Moment]) -> list[Zone]:
    return [clock for each in asked for clock in each.zones]


def _lives(view: View) -> Chronologies:
    """Return the life by the reading of the view, which may choose what no declared one does, and by all others."""
    own = by_reading(view.reading, Supposed.by(view.record, view.reading)).removeprefix("by ")
    lives = tuple(
        ChronologyOf(
            id="" if each == view.reading or each.id == TEXT.id else each.id,
            name=own if each == view.reading else "its terms" if each.id == TEXT.id else each.title,
            chronology=replace(view, reading=each).chronology(),
        )
        for each in readings_of(view)
    )
    return Chronologies(title=view.record.title, by="reading", each=lives)


def _how_drawn(view: View) -> str:
    bands = "One band for each reading; those that come to the same share one. " if view.record.readings else ""
    known = bool(view.record.midnights_by(view.reading))
    unknown = "Days are dates of the treaty; by whose clock it counts them is not known, and hours are drawn in UTC."
    return bands + ("Days stand on the clock by which the treaty counts." if known else unknown)


def _about(view: View) -> str:
    """Say whom the page is about, by whose reading and by what was known."""
    by = "by its own terms" if view.reading.id == TEXT.id else f"by the reading {plain(view.reading.id)}"
    others = " and by each declared reading" if view.record.readings else ""
    known = "" if view.known_as_of is None else f", by what was known by {view.known_as_of}"
    return f"{_whose(view)}, {by}{others}{known} ({plain(view.record.id)})."


def _whose(view: View) -> str:
    pair, party = view.subject.pair, view.subject.party
    if pair is not None:
        return f"Between {names(pair, view.record)}"
    if party is not None:
        return f"For {names([party], view.record)}"
    return "The treaty generally" if view.record.part is None else "The part generally"


def _truth(answer: Answer) -> str:
    if answer.parts:
        return "in force for a part of the day"
    return {Truth.YES: "in force", Truth.NO: "not in force", Truth.UNKNOWN: "open whether in force"}[answer.truth]


def _start(told: Sequence[AnsweredMoment], view: View) -> int:
    """Return where the slider stands first: at a moment asked about, else where the treaty is first surely in force."""
    asked = (number for number, (at, _) in enumerate(told) if at.asked is not None)
    in_force = (number for number, (_, found) in enumerate(told) if found[view.reading].truth is Truth.YES)
    return next(asked, next(in_force, 0))


def _moments_table(told: Sequence[AnsweredMoment], view: View) -> Html:
    """Return a row for each moment, with an id by which the script and a link find it."""
    head = ("when", "what happens", "in force", *(("otherwise by readings",) if view.record.readings else ()))
    rows = (
        element("tr", *_cells(at, found, view, head), id=f"stop-{number}") for number, (at, found) in enumerate(told)
    )
    top = element("thead", element("tr", *(element("th", each, scope="col") for each in head)))
    return element("div", element("table", top, element("tbody", *rows), class_="stacked"), class_="scroll")


def _cells(at: LifeMoment, found: dict[Reading, Answer], view: View, head: Sequence[str]) -> Iterator[Html]:
    yield element("th", when_told(at, view), scope="row")
    yield element("td", element("ul", *(element("li", each) for each in happens(at, view))))
    told = [_said(found[view.reading]), _otherwise(found, view)]
    yield from (element("td", text, data_name=name) for text, name in zip(told, head[2:], strict=False))


def _said(answer: Answer) -> str:
    return f"{_truth(answer)} ({status_words(answer.status) or 'nothing was known'})"


def _otherwise(found: dict[Reading, Answer], view: View) -> str:
    """Write which readings say otherwise, those together that say the same."""
    said: dict[str, list[str]] = {}
    for reading, answer in otherwise(found, view).items():
        said.setdefault(_said(answer), []).append(plain(reading.id))
    return "; ".join(f"{what}: {', '.join(ids)}" for what, ids in said.items())
