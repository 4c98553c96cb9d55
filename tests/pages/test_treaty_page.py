"""The page of a treaty, without a browser."""

from __future__ import annotations

import json

import pytest

import treatyclock as tc
from night_treaty import NIGHT, night_treaty
from small_treaties import act, clause, entry, two
from treatyclock.pages.treaty_page import treaty_page

PACT = night_treaty()
PAGE = treaty_page(PACT.under(), [NIGHT])


def data(page: str) -> dict[str, list[object]]:
    text = page.partition('id="page-data">')[2].partition("</script>")[0]
    found: dict[str, list[object]] = json.loads(text)
    return found


def test_the_slider_begins_at_the_moment_asked_about() -> None:
    found = data(PAGE)
    start = found["stops"][found["start"]]  # type: ignore[call-overload]
    assert found["texts"][start["title"]] == "9 August 1945 00:10 (Asia/Tokyo) = 8 August 1945 18:10 (Europe/Moscow)"
    assert "in force" in str(found["texts"][start["spoken"]])


def test_every_stop_has_its_row_and_every_number_its_text() -> None:
    found = data(PAGE)
    assert PAGE.count('<tr id="stop-') == len(found["stops"])
    numbers = [stop["title"] for stop in found["stops"]]  # type: ignore[index]
    assert min(numbers) >= 0 and max(numbers) < len(found["texts"])


def test_the_table_tells_who_says_otherwise() -> None:
    row = PAGE.partition("The moment asked about.")[2].partition("</tr>")[0]
    assert "in force (party)" in row
    assert "not in force (former party): ended-by-notice, ended-by-war-front-midnight" in row


def test_the_questions_that_are_open_are_told_in_full() -> None:
    assert "first_day: does the first day of the term count? The text does not say." in PAGE


def test_a_page_for_a_party_by_a_reading_says_so() -> None:
    page = treaty_page(PACT.under(party="JPN", reading="first-day-counted", known_as_of="1945-08-01"))
    assert "For Japan, by the reading first-day-counted and by each declared reading" in page
    assert "by what was known by 1945-08-01" in page
    supposed = treaty_page(PACT.what_if(drop="denunciation").under(choose={"first_day": "counted"}))
    assert "On a hypothesis: without denunciation" in supposed and "Chosen: first_day = counted." in supposed


@pytest.mark.parametrize("clauses", [{}, {"entry_into_force": {"recorded": "1935-05-01", "ref": "art. 5"}}])
def test_a_treaty_of_five_lines_has_a_page(clauses: dict[str, object]) -> None:
    treaty = tc.from_dict(
        {"schema": 1, "id": "pact", "title": "A <pact>", "parties": {"FRA": "France", "RUR": "<b>R"}, **clauses}
    )
    page = treaty_page(treaty.under())
    assert "<h1>A &lt;pact&gt;</h1>" in page and "<b>R" not in page
    assert ("page-data" in page) is bool(clauses)


def test_a_page_tells_the_parts_of_a_treaty_and_what_was_done_about_each() -> None:
    annex = (
        clause("[part]", id="annex", title="Annex <I>", covers="the coast", consent="its own"),
        clause("part.entry_into_force", when="ratified by all"),
        act("ratification", "AAA BBB", "1931-03-01", part="annex"),
    )
    treaty = two(entry("signed"), act("signature", "AAA BBB", "1930-01-15"), *annex)
    page = treaty_page(treaty.under())
    for words in ("Part by part", "Annex &lt;I&gt;; the coast", "1 March 1931. [r] About the part annex.", "whole"):
        assert words in page
    page = treaty_page(treaty.under(part="annex"))
    assert "Part by part" not in page and "The part generally, by its own terms" in page
