"""A page as one HTML file: its style, its data and its small script are in it, and nothing is fetched."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any

from treatyclock.errors import plain
from treatyclock.pages.blocks import PageBlock, TextNumbers, blocks_data
from treatyclock.show.html.elements import Content, Html, element, joined
from treatyclock.version import VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A moment at which the slider of a page may stand.

    Attributes:
        title: When it is, and what then happens, as a heading.
        spoken: The same in short, for a reader who hears it.
        places: Where it stands in each drawing of the timeline, in hundredths of its width from the left.
        blocks: What is shown of it.
    """

    title: str
    spoken: str
    places: tuple[float, ...]
    blocks: tuple[PageBlock, ...]


def document(title: str, body: Sequence[Content], stops: Sequence[Stop] = (), start: int = 0) -> str:
    """Return a whole HTML file.

    Args:
        title: The title, for the window and for the page itself.
        body: What stands in it; where there are stops, :func:`slider` and rows whose ids are ``stop-0`` and so on.
        stops: The moments among which the script chooses.
        start: The one at which the slider stands first.
    """
    script = _text("page.js") if stops else ""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(script)),
        element("meta", name="generator", content=f"treatyclock {VERSION}"),
        element("title", title),
        Html(f"<style>{_text('page.css')}</style>"),
    )
    scripts = [_data(stops, start), Html(f"<script>{script}</script>")] if stops else []
    skip = [element("a", "Skip to the slider", class_="skip", href="#moment")] if stops else []
    shown = element("body", *skip, element("main", *body), _foot(), *scripts)
    return f'<!DOCTYPE html>\n<html lang="en">\n{head}\n{shown}\n</html>\n'


def slider(count: int, start: int) -> Html:
    """Return the slider, which is hidden until the script runs, since nothing else moves it.

    Args:
        count: How many stops there are.
        start: The one at which it stands first.
    """
    controls = element(
        "div",
        element("button", "\u25c2 Earlier", type="button", id="earlier"),
        element(
            "input", type="range", id="moment", min="0", max=str(count - 1), step="1", value=str(start),
            aria_label="Moment", autocomplete="off",
        ),
        element("button", "Later \u25b8", type="button", id="later"),
        class_="controls",
    )  # fmt: skip
    absent = element("noscript", element("p", "Without JavaScript there is no slider; the table below says the same."))
    return joined(absent, element("div", element("h3", id="moment-title"), controls, class_="live mover", hidden=True))


def panel() -> Html:
    """Return the place for what held at the chosen moment; it is hidden until the script runs."""
    return element(
        "div", id="panel", class_="live", hidden=True, role="region", aria_label="What held at the chosen moment",
    )  # fmt: skip


def script_data(value: Any) -> str:
    r"""Write plain data as JSON that is safe within a script element.

    Example:
        >>> script_data({"title": "</script><script>"})
        '{"title":"\\u003c/script\\u003e\\u003cscript\\u003e"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def _data(stops: Sequence[Stop], start: int) -> Html:
    kept = TextNumbers()
    each = [
        {
            "title": kept.number(stop.title),
            "spoken": kept.number(stop.spoken),
            "places": list(stop.places),
            "blocks": blocks_data(stop.blocks, kept),
        }
        for stop in stops
    ]
    told = script_data({"texts": kept.texts, "stops": each, "start": start})
    return Html(f'<script type="application/json" id="page-data">{told}</script>')


def _policy(script: str) -> str:
    """Return what a browser may do with the page: run this one script, and fetch nothing."""
    digest = b64encode(sha256(script.encode()).digest()).decode()
    scripts = f"script-src 'sha256-{digest}'; " if script else ""
    return f"default-src 'none'; {scripts}style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def _foot() -> Html:
    return element(
        "footer",
        element(
            "p",
            f"Worked out by treatyclock {plain(VERSION)}. Every date, hour and sentence was written when the page was "
            "made; nothing is fetched, and no clock of yours is asked.",
            class_="aside",
        ),
    )


@cache
def _text(name: str) -> str:
    return (resources.files("treatyclock.pages") / name).read_text(encoding="utf-8")


def section(title: str, *content: Content, id: str) -> Html:
    """Return a section below its heading, which names it for those who hear it."""
    return element(
        "section", element("h2", title, id=f"{id}-title"), joined(*content), id=id, aria_labelledby=f"{id}-title"
    )
