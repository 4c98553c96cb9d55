"""A whole page of HTML around what is shown: one file that needs no network, light or dark as the reader has it."""

from __future__ import annotations

from treatyclock.show.html.elements import Content, Html, element

_PAGE = """
:root{color-scheme:light dark}
body{margin:0 auto;padding:1.5em 1em;max-width:60em;font-family:system-ui,sans-serif}
footer{margin-top:2em;font-size:.85em;overflow-wrap:anywhere}
@media (max-width:40em){main .treatyclock .whole{white-space:normal}}
@media print{details::details-content{content-visibility:visible}}
""".replace("\n", "")


def document(title: str, *content: Content) -> Html:
    """Return a page.

    Args:
        title: Its title.
        content: What it shows; a text that is no HTML is escaped.

    Example:
        >>> document("A < B", "text")[:45]
        '<!DOCTYPE html><html lang="en"><head><meta ch'
    """
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content_="width=device-width, initial-scale=1"),
        element("title", title),
        Html(f"<style>{_PAGE}</style>"),
    )
    return Html(f"<!DOCTYPE html>{element('html', head, element('body', element('main', *content)), lang='en')}")
