"""What a case comes to, as HTML: what must be given up, which claims clash, what each source claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from treatyclock.errors import plain
from treatyclock.show.html.argument import linked
from treatyclock.show.html.elements import Content, Html, between, element, folded, joined, lines, table
from treatyclock.testimony.case import Case

Report = Mapping[str, Any]
"""A reconciliation as plain data, whose sentences are taken from there."""


def fates(report: Report) -> dict[str, str]:
    """Return what becomes of each claim that the cheapest repairs do not leave as it stands."""
    best = [repair for repair in report["repairs"] if repair["best"]]
    found: dict[str, dict[str, int]] = {}
    for repair in best:
        for change in repair["changes"]:
            told = found.setdefault(change["claim"], {})
            told[change["text"]] = told.get(change["text"], 0) + 1
    several = len(best) > 1
    return {
        claim: "; or ".join(f"{text} (by {number} of {len(best)} repairs)" if several and number < len(best) else text
                            for text, number in told.items())
        for claim, told in found.items()
    }  # fmt: skip


def given_up(report: Report) -> Iterator[Content]:
    """Yield the cheapest repairs, the others folded, and what stays open."""
    if report["consistent"]:
        yield element("p", "Nothing: all claims can be true.")
    else:
        yield from _repairs(report)
    told = [each["text"] for each in report["open"]]
    if told:
        yield element("p", "It stays open:")
        yield element("ul", *(element("li", text) for text in told))


def _repairs(report: Report) -> Iterator[Content]:
    best = [repair for repair in report["repairs"] if repair["best"]]
    others = [repair for repair in report["repairs"] if not repair["best"]]
    if best:
        several = f"each of these {len(best)} ways costs" if len(best) > 1 else "it costs"
        yield element("p", f"The least that must be given up; {several} {best[0]['cost']}:")
        yield element("ul", *(element("li", repair["text"]) for repair in best))
    if not report["proven"]:
        yield element("p", "The search was stopped: there may be cheaper ways.")
    if others:
        dearer = element("ul", *(element("li", f"{repair['text']} (costs {repair['cost']})") for repair in others))
        yield folded(f"{len(others)} dearer ways", dearer)


def conflicts(report: Report) -> Iterator[Content]:
    """Yield each conflict, which unfolds to its proof."""
    yield element("p", "None of these can be made smaller: without any one of its claims, the others can all be true.")
    if not report["conflicts_complete"]:
        yield element("p", "The search was stopped: there may be more.")
    for conflict in report["conflicts"]:
        first, *rest = conflict["text"]
        yield folded(first.rstrip(":") + ".", lines("\n".join(rest)))


def claims(case: Case, report: Report) -> Html:
    """Return a row for each claim: what it says, how well it is vouched for, and what becomes of it."""
    become = fates(report)
    notes = {claim.id: claim.note for claim in case.claims}
    rows = [
        (
            element("code", each["id"]),
            _claim(each["text"], notes.get(each["id"], "")),
            each["confidence"],
            become.get(each["id"], "stands"),
        )
        for each in report["claims"]
    ]
    return element("div", table(("claim", "what it says", "confidence", "what becomes of it"), rows), class_="scroll")


def _claim(text: str, note: str) -> Content:
    return joined(between([text, element("span", plain(note), class_="aside")], element("br"))) if note else text


def sources(case: Case) -> Html:
    """Return a row for each source."""
    rows = [(element("code", each.id), linked(each.title), each.confidence.value) for each in case.sources]
    return element("div", table(("source", "what it is", "confidence"), rows), class_="scroll")
