"""The story of a treaty as HTML."""

from __future__ import annotations

import treatyclock as tc
from treatyclock.corpus import record_of
from treatyclock.pages.story import act_sentence, acts_told, parties_told, readings_told, sources_told

PACT = record_of("soviet-japanese-neutrality-pact")


def test_acts_stand_in_order_with_their_sources() -> None:
    told = acts_told(PACT)
    assert told is not None
    order = [told.index(word) for word in ("signed in Moscow", "Japan ratified", "gave notice", "War broke out")]
    assert order == sorted(order)
    assert told.count("<li>") == len(PACT.acts)
    assert 'href="#source-1" aria-label="Source 1"' in told
    assert act_sentence(PACT.acts[0], PACT) in told.replace("&#x27;", "'")


def test_every_source_that_is_named_is_there() -> None:
    named = f"{acts_told(PACT)}{readings_told(PACT)}".split('href="#')[1:]
    ids = {each.partition('"')[0] for each in named}
    there = {each.partition('"')[0] for each in sources_told(PACT).split('id="')[1:]}
    assert ids and ids <= there


def test_many_parties_are_folded() -> None:
    assert parties_told(PACT) == "<p>Parties: the USSR (SUN), Japan (JPN).</p>"
    assert parties_told(record_of("paris-agreement-2015")).startswith("<details><summary>82 parties</summary>")


def test_a_treaty_without_readings_or_acts_has_no_such_list() -> None:
    assert readings_told(record_of("paris-agreement-2015")) is None


def test_an_act_that_was_not_known_says_that_it_does_not_count() -> None:
    told = acts_told(PACT, tc.moment("1945-04-01"))
    assert told is not None
    denounced = told.partition("gave notice of denunciation")[2].partition("</li>")[0]
    assert "It was not known by 1945-04-01, so that it does not count here." in denounced
    assert told.count("It was not known by") == 3  # two outbreaks of war
