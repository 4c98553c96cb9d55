"""The file itself: whole, safe, and fetching nothing."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256

from treatyclock.pages.blocks import Paragraph
from treatyclock.pages.document import Stop, document, panel, script_data, section, slider
from treatyclock.show.html.elements import element

HOSTILE = "</script><script>alert(1)</script><!-- \u2028 \u2029 & ]]>"
STOPS = [Stop(title=HOSTILE, spoken="x", places=(1.0, 2.0), blocks=(Paragraph(text=HOSTILE),))]


def test_no_text_ends_the_data() -> None:
    told = script_data({"text": HOSTILE})
    assert not set("<>&\u2028\u2029") & set(told)
    assert json.loads(told) == {"text": HOSTILE}


def test_the_policy_allows_this_script_alone() -> None:
    page = document("A page", [slider(1, 0), panel()], STOPS)
    script = page.rpartition("<script>")[2].partition("</script>")[0]
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"default-src &#x27;none&#x27;; script-src &#x27;sha256-{digest}&#x27;" in page
    assert page.count("<script") == page.count("</script>") == 2


def test_without_stops_nothing_runs() -> None:
    page = document("A page", [element("h1", HOSTILE)])
    assert "<script" not in page and "script-src" not in page
    assert "&lt;/script&gt;" in page


def test_a_section_is_named_by_its_heading() -> None:
    told = section("Sources", "none", id="sources")
    assert told == (
        '<section id="sources" aria-labelledby="sources-title"><h2 id="sources-title">Sources</h2>none</section>'
    )


def test_what_the_script_moves_is_hidden_until_it_runs() -> None:
    assert slider(3, 1).count(" hidden") == 1 and "<noscript>" in slider(3, 1)
    assert " hidden" in panel()
