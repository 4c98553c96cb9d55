"""The page of a case, without a browser."""

from __future__ import annotations

import treatyclock as tc
from treatyclock.pages.case_events import event_times
from treatyclock.pages.case_page import case_page

FOUND = tc.reconcile("august-1945", treaty="soviet-japanese-neutrality-pact")
PAGE = case_page(FOUND)


def test_each_event_has_its_row_with_every_clock() -> None:
    assert PAGE.count('<tr id="stop-') == len(event_times(FOUND))
    attack = PAGE.partition('scope="row">the attack<')[2].partition("</tr>")[0]
    assert '<span class="whole">1945-08-09</span> 00:10' in attack
    assert '<span class="whole">1945-08-08</span> 18:10' in attack


def test_what_is_given_up_and_what_clashes() -> None:
    report = FOUND.to_dict()
    for repair in report["repairs"]:
        assert repair["text"] in PAGE
    for conflict in report["conflicts"]:
        assert f"<summary>{conflict['text'][0].rstrip(':')}." in PAGE
    assert "s4 was read on the clock of Manchuria, not of Moscow (by 1 of 2 repairs)" in PAGE


def test_the_treaty_is_held_against_the_events() -> None:
    assert "Was soviet-japanese-neutrality-pact in force by its terms? Yes." in PAGE


def test_a_case_whose_sources_agree_gives_nothing_up() -> None:
    page = case_page(tc.reconcile("august-1945", only=["A", "B", "C", "D", "E"]))
    assert "Nothing: all claims can be true." in page and "Which claims clash" not in page


def test_a_case_of_one_event() -> None:
    page = case_page(tc.reconcile("japan-peace-1952"))
    assert page.count("<svg") == 4 and "The clocks side by side" in page
