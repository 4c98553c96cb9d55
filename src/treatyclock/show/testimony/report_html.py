"""A reconciliation as HTML: when each event came, a picture of it, what is given up, and the proofs folded."""

from __future__ import annotations

from treatyclock.answers.reconciliation import Reconciliation
from treatyclock.errors import plain
from treatyclock.printing import HTML, SVG, Printer
from treatyclock.show.html.elements import Content, Html, between, element, folded, fragment, lines, table, whole
from treatyclock.show.pictures.case import picture_of_case
from treatyclock.show.pictures.svg import svg
from treatyclock.show.testimony._assumptions import repair_text
from treatyclock.show.testimony._open_questions import open_text
from treatyclock.show.testimony._treaty import treaty_lines
from treatyclock.show.testimony.report import report_text
from treatyclock.testimony.findings import is_bounded
from treatyclock.testimony.wording import span_text

_FEW = 4


def _reconciliation(found: Reconciliation) -> Html:
    case = found.case
    agree = "the sources agree" if found.consistent else "the sources contradict each other"
    treaty = list(treaty_lines(found, found.treaty)) if found.treaty and found.repairs.found else []
    proofs = report_text(found, found.consequences, found.treaty, explained=True)
    return fragment(
        element("p", f"{plain(case.title)}: {agree}.", class_="lead"),
        _events(found),
        _picture(found),
        _given_up(found),
        _open(found),
        lines("\n".join(treaty)) if treaty else None,
        folded("All conflicts with their proofs, costs and sources", lines(proofs)),
    )


def _picture(found: Reconciliation) -> Html | None:
    picture = picture_of_case(found)
    return None if picture is None else svg(picture)


def _events(found: Reconciliation) -> Html | None:
    if not found.repairs.found:
        return element("p", "No repair was found before the search was stopped.")
    rows: list[tuple[Content, ...]] = []
    for times in found.consequences.in_order:
        bounds = [whole(span_text(each) if is_bounded(each) else "not known") for each in times.bounds]
        clocks = times.clocks if times.settled else ()
        shown = [whole(f"{found.case.clock_name(each.clock)} {span_text(each.first)}") for each in clocks if each.first]
        name = plain(found.case.event_title(times.event))
        rows.append((name, between(bounds, " or "), between(shown, ", ")))
    return table(("event", "UTC", "on the clocks of the case"), rows)


def _given_up(found: Reconciliation) -> Html | None:
    """Write the cheapest repairs; the others are in what is folded."""
    if found.consistent or not found.repairs.found:
        return None
    cost = f"The least that must be given up, of {len(found.conflicts.found)} conflicts; it costs {found.best[0].cost}:"
    told = [plain(repair_text(found.case, found.model, each)) for each in found.best]
    more = [element("li", f"and {len(told) - _FEW} more as cheap")] if len(told) > _FEW else []
    return element("div", element("p", cost), element("ul", *(element("li", each) for each in told[:_FEW]), *more))


def _open(found: Reconciliation) -> Html | None:
    told = [plain(open_text(found, each)) for each in found.consequences.open] if found.repairs.found else []
    return (
        element("div", element("p", "Open:"), element("ul", *(element("li", each) for each in told))) if told else None
    )


REPORT = Printer(of=Reconciliation, format=HTML, write=_reconciliation)


def _drawn(found: Reconciliation) -> str:
    return _picture(found) or Html("")


PICTURE = Printer(of=Reconciliation, format=SVG, write=_drawn)
