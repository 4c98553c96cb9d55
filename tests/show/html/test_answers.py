"""Answers in notebooks: text always, a table first, a picture second, nothing that runs."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

import treatyclock as tc

PACT = tc.load("soviet-japanese-neutrality-pact")
EVIL = """
schema = 1
id = "evil"
title = "<script>alert(1)</script>"
[parties]
AAA = { name = "<img src=x onerror=alert(2)>", clock = "+00:00" }
BBB = { name = "B & 'C'", clock = "+00:00" }
[sources]
s = "a list, https://example.org/1.pdf, and javascript:alert(3)"
[entry_into_force]
when = "signed"
ref = "art. 1"
source = "s"
[[act]]
kind = "signature"
by = ["AAA", "BBB"]
on = "1941-04-13"
ref = "<b>text</b>"
[[reading]]
id = "other"
title = "<script>alert(4)</script>"
holder = "<i>"
ref = "r"
"""


class Tags(HTMLParser):
    """The tags and the attributes of a text, and whether each that opens closes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value]
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def shown(value: object) -> str:
    bundle: dict[str, str] = value._repr_mimebundle_()  # type: ignore[attr-defined]
    assert bundle["text/plain"]
    return bundle["text/html"]


def values(treaty: tc.Treaty) -> list[object]:
    party = treaty.record.parties[0].id
    return [
        treaty, treaty.in_force("1945-08-09"), treaty.in_force("1945-08-09T00:10", zone="Asia/Tokyo"), treaty.dates(),
        treaty.chronology(), treaty.chronologies(), treaty.chronologies("reading"), treaty.parties("1945-08-09"),
        treaty.last_timely_notice(), treaty.notice(by=party, on="1945-04-05"), treaty.expiry(),
    ]  # fmt: skip


@pytest.mark.parametrize("treaty", [PACT, tc.loads(EVIL)], ids=["pact", "evil"])
def test_all_is_closed_and_nothing_runs(treaty: tc.Treaty) -> None:
    for value in values(treaty):
        found = Tags(shown(value))
        assert found.open == []
        assert not found.seen & {"script", "img", "iframe", "i", "b", "object", "link"}
        assert not {name for name in found.attributes if name.startswith("on")}
        assert len(found.ids) == len(set(found.ids))
        for link in found.links:
            assert link.startswith("https://") or link.removeprefix("#") in found.ids


def test_a_source_is_linked_where_it_has_an_address_of_the_web() -> None:
    found = Tags(shown(tc.loads(EVIL).in_force("1945-08-09")))
    assert [link for link in found.links if not link.startswith("#")] == ["https://example.org/1.pdf"]


def test_what_an_answer_depends_on_is_a_table_of_outcomes() -> None:
    text = shown(PACT.in_force("1946-04-25"))
    for cell in ("does the first day of the term count?", "not counted", "counted", "in force", "not in force"):
        assert f">{cell}<" in text
    assert text.index("It depends on") < text.index("Contested by") < text.index("<svg")
