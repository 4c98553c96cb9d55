"""Elements of HTML, whose texts are escaped because nothing else can be put into them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from html import escape

from treatyclock.errors import plain

STYLE = """
.treatyclock{color:inherit;font:inherit;max-width:60em;line-height:1.45}
.treatyclock table{border-collapse:collapse;margin:.4em 0;font-size:inherit}
.treatyclock th,.treatyclock td{text-align:left;vertical-align:top;padding:.2em .8em .2em 0;border:0;
border-bottom:1px solid color-mix(in srgb,currentColor 18%,transparent);background:none;white-space:normal}
.treatyclock th{font-weight:600;max-width:16em}
.treatyclock .whole{white-space:nowrap}
.treatyclock caption{text-align:left;font-weight:600;padding:.3em 0}
.treatyclock summary{cursor:pointer}
.treatyclock ol,.treatyclock ul{margin:.3em 0;padding-left:2.2em}
.treatyclock .lead{font-weight:600;margin:.3em 0}
.treatyclock .aside{opacity:.75}
.treatyclock svg{display:block;max-width:100%;height:auto;margin:.5em 0}
.treatyclock pre{white-space:pre-wrap;background:none;color:inherit}
""".replace("\n", "")
"""Colours are those of the page around, light or dark; nothing is told by a colour alone."""


class Html(str):
    """Text that is HTML already, as :func:`element` makes it."""

    __slots__ = ()


Content = Html | str | None


def element(tag: str, *content: Content | Iterable[Content], **attributes: str | float | bool | None) -> Html:
    """Return an element; any text that is no :class:`Html` is escaped, and attributes always are.

    Args:
        tag: Its name.
        content: What is in it; None is left out.
        attributes: Its attributes; an underscore stands for a hyphen, one at the end is left out (``class_``), True is
            an attribute without a value, and None or False is none.

    Example:
        >>> element("p", "<script>", class_="lead")
        '<p class="lead">&lt;script&gt;</p>'
    """
    named = "".join(_attribute(name, value) for name, value in attributes.items() if value not in (None, False))
    if tag in _EMPTY:
        return Html(f"<{tag}{named}>")
    return Html(f"<{tag}{named}>{joined(*content)}</{tag}>")


_EMPTY = {"br", "hr", "meta", "link", "input"}


def _attribute(name: str, value: str | float | bool | None) -> str:
    shown = name.rstrip("_").replace("_", "-")
    return f" {shown}" if value is True else f' {shown}="{escape(plain(value))}"'


def joined(*content: Content | Iterable[Content]) -> Html:
    """Return contents one after the other, those escaped that are no HTML."""
    found = []
    for each in content:
        if each is None:
            continue
        if isinstance(each, Html):
            found.append(str(each))
        elif isinstance(each, str):
            found.append(escape(plain(each)))
        else:
            found.append(joined(*each))
    return Html("".join(found))


def lines(text: str) -> Html:
    """Return a text of several lines as it is, in letters of one width."""
    return Html(f"<pre>{escape(chr(10).join(plain(line) for line in text.splitlines()))}</pre>")


def table(head: Sequence[Content], rows: Iterable[Sequence[Content]], *, caption: str = "") -> Html:
    """Return a table; the first cell of each row names it.

    Args:
        head: The names of the columns; none where the first cell of each row tells what it is.
        rows: The cells of each row.
        caption: What it is a table of.
    """
    top = element("thead", element("tr", *(element("th", each, scope="col") for each in head))) if head else None
    body = (
        element("tr", element("th", first, scope="row") if first else element("td"), *(element("td", c) for c in rest))
        for first, *rest in rows
    )
    return element("table", element("caption", caption) if caption else None, top, element("tbody", *body))


def between(contents: Sequence[Content], joint: Content) -> Html:
    """Return contents with a joint between each two.

    Example:
        >>> between(["a", "b"], element("br"))
        'a<br>b'
    """
    return joined(*(part for n, each in enumerate(contents) for part in ((joint, each) if n else (each,))))


def whole(text: str) -> Html:
    """Return a text that is not broken into lines, such as a date."""
    return element("span", text, class_="whole")


def folded(summary: Content, *content: Content, open: bool = False) -> Html:
    """Return what a reader unfolds."""
    return element("details", element("summary", summary), *content, open=open)


def fragment(*content: Content) -> Html:
    """Return a whole output, with its style: for a notebook, or as a part of a page."""
    return element("div", Html(f"<style>{STYLE}</style>"), *content, class_="treatyclock")


def mark_of(*texts: object) -> str:
    """Return a short name for ids, the same for the same texts: two outputs on a page do not share one.

    Example:
        >>> mark_of("a") == mark_of("a") != mark_of("b")
        True
    """
    return "tc" + sha256("\x1f".join(map(str, texts)).encode()).hexdigest()[:10]
