"""A whole page: one file, in UTF-8, light and dark, whose texts are escaped."""

from __future__ import annotations

from html.parser import HTMLParser

from treatyclock.show.html.document import document


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_page() -> None:
    page = document("<script>", "text & more", None)
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert [tag for tag, _ in tags.seen] == ["html", "head", "meta", "meta", "title", "style", "body", "main"]
    assert ("html", {"lang": "en"}) in tags.seen and ("meta", {"charset": "utf-8"}) in tags.seen
    viewport = {"name": "viewport", "content": "width=device-width, initial-scale=1"}
    assert ("meta", viewport) in tags.seen
    assert "<title>&lt;script&gt;</title>" in page and "text &amp; more" in page
    assert "color-scheme:light dark" in page and "http" not in page
