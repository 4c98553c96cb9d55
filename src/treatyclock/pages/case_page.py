"""The page of a case: when each event came on each clock, which sources clash, and what must be given up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from treatyclock.answers.reconciliation import Reconciliation
from treatyclock.errors import plain
from treatyclock.instants import DAY, HOUR, to_datetime
from treatyclock.intervals import Interval
from treatyclock.pages.blocks import Grid, ListOfTexts, PageBlock, Paragraph
from treatyclock.pages.case_events import EventTime, claims_about, event_times
from treatyclock.pages.case_story import Report, claims, conflicts, fates, given_up, sources
from treatyclock.pages.document import Stop, document, panel, section, slider
from treatyclock.pages.timeline import NARROW, WIDE, places_in, timeline
from treatyclock.show.html.elements import Html, element, joined, whole
from treatyclock.show.pictures.case import picture_of_case
from treatyclock.show.pictures.night import clocks_of_a_night
from treatyclock.show.pictures.svg import svg
from treatyclock.show.words import listed
from treatyclock.testimony.wording import span_text


def case_page(found: Reconciliation) -> str:
    """Return the page of a case: its events, their timeline, a slider over them, the conflicts and the claims.

    Args:
        found: The reconciliation, with what a treaty says at its events where one was asked about.
    """
    case, report = found.case, found.to_dict()
    times = event_times(found)
    picture = picture_of_case(found)
    walls = [_wall(each.when) for each in times]
    places = [()] * len(times) if picture is None else places_in(picture, walls)
    stops = [
        Stop(title=_title(found, each), spoken=_title(found, each), places=where, blocks=_blocks(found, report, each))
        for each, where in zip(times, places, strict=True)
    ]
    agree = "the sources agree" if found.consistent else "the sources contradict each other"
    body = [
        element("h1", plain(case.title)),
        element("p", f"{_counted(found)}: {agree}.", class_="lead"),
        element("p", plain(case.note)) if case.note else None,
        section("When each event came", _events(found, times), id="events"),
        section(
            "Event by event",
            slider(len(stops), 0) if stops else None,
            None if picture is None else timeline(picture),
            panel() if stops else None,
            id="life",
        ) if stops else None,
        _night(found, times),
        section("What must be given up", *given_up(report), id="repairs"),
        section("Which claims clash", *conflicts(report), id="conflicts") if report["conflicts"] else None,
        section("What each source claims", claims(case, report), id="claims"),
        section("Sources", sources(case), id="sources") if case.sources else None,
    ]  # fmt: skip
    return document(plain(case.title), body, stops)


def _counted(found: Reconciliation) -> str:
    counts = ((found.case.sources, "source"), (found.case.events, "event"), (found.case.claims, "claim"))
    return listed([f"{len(several)} {name}{'s' if len(several) != 1 else ''}" for several, name in counts])


def _wall(when: Interval) -> datetime:
    """Return where a time stands in the picture, which is in UTC."""
    at = when.start if when.start is not None else when.end
    assert at is not None
    return to_datetime(at).replace(tzinfo=None)


def _title(found: Reconciliation, each: EventTime) -> str:
    name, may = found.case.event_title(each.event), "may have come at" if each.others else "came at"
    return f"{name[:1].upper()}{name[1:]} {may} {span_text(each.when)} UTC"


def _blocks(found: Reconciliation, report: Report, each: EventTime) -> tuple[PageBlock, ...]:
    """Return what a page shows of an event at one of its times."""
    case = found.case
    shown = tuple(
        (case.clock_name(clock), "not known" if reading is None else span_text(reading))
        for clock, reading in each.clocks
    )
    blocks: list[PageBlock] = [
        Grid(
            title="What each clock showed",
            head=("clock", "date and time"),
            rows=(*shown, ("UTC", span_text(each.when))),
        )
    ]
    blocks += _depends(report, each)
    blocks += [_treaty(told) for told in report["treaty"] if told["event"] == each.event]
    texts = {claim["id"]: claim["text"] for claim in report["claims"]}
    become = fates(report)
    about = tuple(
        (claim.id, texts[claim.id], become.get(claim.id, "stands")) for claim in claims_about(found, each.event)
    )
    if about:
        blocks.append(
            Grid(title="What the sources say of it", head=("claim", "what it says", "what becomes of it"), rows=about)
        )
    return tuple(blocks)


def _depends(report: Report, each: EventTime) -> Iterator[PageBlock]:
    """Yield on what it depends that an event came at this time, where there are several."""
    if each.others:
        told = [one["text"] for one in report["open"] if one["kind"] == "event" and one["about"] == each.event]
        yield ListOfTexts(title="It is open when it came", texts=tuple(told))


def _treaty(told: Report) -> PageBlock:
    """Say whether a treaty was in force at the event."""
    answers = [f"{one['truth'] or 'not known'} if {' or '.join(one['if'])}" for one in told["answers"] if one["if"]]
    said = " or ".join(told["said"]) or "not known"
    more = f" ({'; '.join(answers)})" if answers else ""
    return Paragraph(
        text=f"Was {told['treaty']} in force by its terms? {said[:1].upper()}{said[1:]}{more}.", strong=True
    )


# --- as HTML -----------------------------------------------------------------------------------------


def _events(found: Reconciliation, times: Sequence[EventTime]) -> Html:
    """Return a row for each event at each time, with what each clock showed; the script and links find it by its id."""
    case = found.case
    head = ("event", "UTC", *(clock.name for clock in case.clocks))
    rows = []
    for number, each in enumerate(times):
        shown = ["" if reading is None else span_text(reading) for _, reading in each.clocks]
        name = case.event_title(each.event) + (" (one of its possible times)" if each.others else "")
        cells = [
            element("td", _unbroken(text), data_name=title)
            for text, title in zip([span_text(each.when), *shown], head[1:], strict=True)
        ]
        rows.append(element("tr", element("th", name, scope="row"), *cells, id=f"stop-{number}"))
    top = element("thead", element("tr", *(element("th", plain(each), scope="col") for each in head)))
    layout = "stacked" if len(case.clocks) <= _MOST_COLUMNS else "listed"
    known = {each.event for each in times}
    untold = [case.event_title(event.id) for event in case.events if event.id not in known]
    return joined(
        element("div", element("table", top, element("tbody", *rows), class_=layout), class_="scroll"),
        element("p", f"Of no known time: {', '.join(untold)}.") if untold else None,
        element("p", "By the cheapest repairs, where the sources contradict each other." if found.repairs.found
                else "No repair was found before the search was stopped.", class_="aside"),
    )  # fmt: skip


_MOST_COLUMNS = 5
"""With more clocks than these, the table of events is laid out as a list."""


def _unbroken(text: str) -> Html:
    """Return a time whose date is not broken into lines."""
    date, space, rest = text.partition(" ")
    return joined(whole(date), space, rest)


def _night(found: Reconciliation, times: Sequence[EventTime]) -> Html | None:
    """Draw the clocks of the case side by side, where all its events came within three days."""
    exact = [each for each in times if each.when.start is not None and each.when.end is not None
             and each.when.end - each.when.start <= HOUR]  # fmt: skip
    clocks = {clock.name: clock.zones[0] for clock in found.case.clocks if len(clock.zones) == 1}
    if not exact or not clocks:
        return None
    starts = [each.when.start or 0 for each in exact]
    first, last = min(starts) // HOUR * HOUR - 3 * HOUR, max(starts) // HOUR * HOUR + 4 * HOUR
    if last - first > 3 * DAY:
        return None
    marks = [(each.when.start or 0, found.case.event_title(each.event)) for each in exact]
    picture = clocks_of_a_night(
        clocks, first, last, marks, title="What the clocks of the case showed at the same instants"
    )
    told = "Each band is a clock as its zone data have it, cut at its midnights; a line through all is one instant."
    drawn = [
        element("div", svg(picture, width=width), class_=f"timeline {name}")
        for width, name in ((WIDE, "wide"), (NARROW, "narrow"))
    ]
    return section("The clocks side by side", element("p", told, class_="aside"), *drawn, id="clocks")
