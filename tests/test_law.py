"""Corners of the law, each worked out by hand: hours of acts, vague dates, clocks that are not known."""

from __future__ import annotations

from typing import Any

import pytest

import treatyclock as tc
from treatyclock.errors import DuplicateActError, TreatyFileError, UnknownActError, UnknownChoiceError
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.exit import DENUNCIATION

HEAD = """
schema = 1
id = "corner"
title = "Corner"
[parties]
SUN = {{ name = "the USSR"{sun} }}
JPN = {{ name = "Japan"{jpn} }}
"""
MOSCOW, TOKYO, UTC = ', clock = "Europe/Moscow"', ', clock = "Asia/Tokyo"', ', clock = "+00:00"'
SIGNED = '[entry_into_force]\nwhen = "signed"\nref = "1"\n'


def act(kind: str, when: str, by: str = '["SUN", "JPN"]', extra: str = "") -> str:
    return f'[[act]]\nkind = "{kind}"\nby = {by}\n{when}\nref = "r"\n{extra}\n'


def treaty(text: str, sun: str = MOSCOW, jpn: str = TOKYO) -> tc.Treaty:
    return tc.loads(HEAD.format(sun=sun, jpn=jpn) + text)


def truth(of: tc.Treaty, at: str, **more: Any) -> str:
    return of.in_force(at, **more).truth.value


INDEFINITE = (
    SIGNED
    + act("signature", 'on = "1930-01-15"')
    + """
[term]
lasts = "P5Y"
from = "signature"
first_day = "not counted"
ref = "2"
[renewal]
then = "indefinite"
ref = "2"
[denunciation]
when = "at the end of the term"
notice = "P1Y"
notice_when_indefinite = "P3M"
first_day = "not counted"
ref = "3"
"""
)


@pytest.mark.parametrize(
    ("notice", "last_day", "on_20_january"),
    [
        ("1934-10-05", "1935-01-15", "no"),  # its own end, 5 January, lies before the term's
        ("1934-10-28", "1935-01-28", "yes"),
        ("1934-10", "[1935-01-15..1935-01-31]", "unknown"),
    ],
)
def test_a_late_notice_waits_for_the_end_of_the_term(notice: str, last_day: str, on_20_january: str) -> None:
    found = treaty(INDEFINITE + act("denunciation", f'on = "{notice}"', '"SUN"'), UTC, UTC)
    assert [each.value for each in found.dates().last_day_in_force] == [(last_day,)]
    assert truth(found, "1935-01-20T00:00Z") == on_20_january


@pytest.mark.parametrize("at", ['at = "1941-04-24T22:00:00Z"', "at = 1941-04-24T22:00:00Z"])
def test_an_instant_in_utc_has_the_date_of_the_place_asked(at: str) -> None:
    found = treaty(SIGNED + act("signature", at), MOSCOW, MOSCOW)
    assert [each.value for each in found.dates().entry_into_force] == [("1941-04-25",)]
    assert truth(found, "1941-04-24T12:00Z") == "no"


def test_a_known_hour_is_tried_beside_the_beginning_of_its_day() -> None:
    text = SIGNED + act("signature", 'at = "1939-08-24T02:00"\nclock = "Europe/Moscow"')
    found = treaty(text, MOSCOW, MOSCOW)
    before = found.in_force("1939-08-24T01:59", zone="Europe/Moscow")
    assert (before.truth.value, [each.key for each in before.depends_on]) == ("unknown", ["entry_hour"])
    assert truth(found, "1939-08-23T23:59", zone="Europe/Moscow") == "no"
    assert truth(found, "1939-08-24T02:00", zone="Europe/Moscow") == "yes"
    said = treaty(text.replace('when = "signed"', 'when = "signed"\nhour = "hour of the act"'), MOSCOW, MOSCOW)
    assert truth(said, "1939-08-24T01:59", zone="Europe/Moscow") == "no"


def test_nothing_follows_before_the_day_of_the_act_had_begun_where_it_was_done() -> None:
    tokyo = '[counting]\nmidnight = "Asia/Tokyo"\nref = "c"\n' + SIGNED
    in_moscow = treaty(tokyo + act("signature", 'on = "1941-04-13"\nclock = "Europe/Moscow"'))
    assert truth(in_moscow, "1941-04-12T18:00Z") == "no"
    assert truth(in_moscow, "1941-04-12T21:00Z") == "yes"
    in_either = treaty(tokyo + act("signature", 'on = "1941-04-13"\nclock = ["Asia/Tokyo", "Europe/Moscow"]'))
    assert truth(in_either, "1941-04-12T18:00Z") == "unknown"
    some_day = treaty(tokyo + act("signature", 'on = "1941-04"\nclock = "Europe/Moscow"'))
    assert truth(some_day, "1941-04-29T18:00Z") == "unknown"
    assert truth(some_day, "1941-04-29T21:00Z") == "yes"


def test_a_party_without_a_clock_leaves_the_midnight_open() -> None:
    found = treaty(SIGNED + act("signature", 'on = "1941-04-25"'), MOSCOW, "")
    assert [truth(found, at) for at in ("1941-04-24T09:00Z", "1941-04-24T18:00Z", "1941-04-25T12:00Z")] == [
        "no",
        "unknown",
        "yes",
    ]
    assert "by whose midnight" in found.in_force("1941-04-24T18:00Z").depends_on[0].text


def test_the_treaty_is_signed_when_the_last_party_may_have_signed() -> None:
    found = treaty(
        '[entry_into_force]\nwhen = "ratified by all"\nref = "1"\n'
        + act("signature", 'on = "1926-11"', '"SUN"')
        + act("signature", 'on = "1926-11-05"', '"JPN"'),
        UTC,
        UTC,
    )
    assert found.status("1926-11-10T12:00Z") == {tc.Status.NEGOTIATING, tc.Status.SIGNATORY}
    assert found.status("1926-11-10T12:00Z", party="JPN") == {tc.Status.SIGNATORY}


def test_a_definitive_signature_is_consent() -> None:
    found = treaty(
        '[entry_into_force]\nwhen = "fixed date"\non = "1936-02-29"\nref = "1"\n'
        + act("signature", 'on = "1936-01-01"')
    )
    assert found.status("1936-02-01") == {tc.Status.CONTRACTING}
    assert found.status("1936-03-05") == {tc.Status.PARTY}


def test_a_vague_fixed_date_is_named() -> None:
    found = treaty(
        '[entry_into_force]\nwhen = "fixed date"\non = "1936-02"\nref = "1"\n' + act("signature", 'on = "1936-01-01"')
    )
    (why,) = found.in_force("1936-02-15").depends_on
    assert why.text == "which day is the fixed date of entry into force?"


def test_the_declaration_of_war_was_known_before_the_war_began() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    asked = {"reading": "ended-by-war-moscow-midnight", "known_as_of": "1945-08-08T20:00Z"}
    assert truth(pact, "1945-08-09T12:00Z", **asked) == "no"
    assert truth(pact, "1945-08-09T12:00Z", **(asked | {"known_as_of": "1945-08-08T18:00Z"})) == "yes"


def test_an_act_is_not_added_twice_nor_a_reading_built_on_nothing() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    again = Act(id="denunciation", kind=DENUNCIATION, by=("SUN",), dated=tc.moment("1945-04-27"))
    with pytest.raises(DuplicateActError, match="already records"):
        pact.what_if(add=[again])
    with pytest.raises(UnknownActError):
        pact.in_force("1945", reading=tc.Reading(id="x", title="x", holder="x", rejects=("denunciaton",)))
    with pytest.raises(UnknownChoiceError):
        tc.Reading(id="x", title="x", holder="x", choose=(("renewals", "often"),))


def test_a_notice_is_not_taken_back_before_it_is_given() -> None:
    with pytest.raises(TreatyFileError, match="lies before the notice"):
        treaty(
            INDEFINITE
            + act("denunciation", 'on = "1931-01-01"', '"SUN"', 'id = "n"')
            + act("rescission", 'on = "1930-06-01"', '"SUN"', 'of = "n"')
        )


def said(answer: tc.Answer) -> str:
    return " ".join(answer.explain().split())


def test_a_reading_is_named_with_its_source_in_its_argument() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    text = said(pact.in_force("1945-04-06", reading="atop-coding"))
    assert "(1) Reading atop-coding" in text
    assert "ATOP 5.1, a data set's convention and no legal claim). [1]" in text
    assert "signed it. [reading atop-coding] [1]" in text
    left_out = said(pact.in_force("1948-01-01", reading="prolonged-to-1951"))
    assert "it leaves out denunciation" in left_out


def test_a_renewal_without_end_is_what_the_yes_rests_on() -> None:
    found = treaty(
        SIGNED
        + act("signature", 'on = "1932-12-23"')
        + '[term]\nlasts = "P3Y"\nfrom = "signature"\nref = "2"\n'
        + '[renewal]\nblock = "P2Y"\ntimes = "for ever"\nref = "2"\n'
    )
    text = said(found.in_force("1939-09-17"))
    assert "prolonged by 2 years unless denounced in time, for ever" in text
    assert "after that term the treaty goes on" in text


def test_the_instant_of_the_end_is_explained_by_its_midnight() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    text = said(pact.in_force("1946-04-24T18:00Z"))
    assert (
        "it ceases to be in force at the end of that day, at 1946-04-25T21:00:00Z if midnight = Europe/Moscow" in text
    )


def test_the_date_that_counted_is_the_date_that_is_told() -> None:
    found = treaty(
        SIGNED
        + act("signature", 'on = "1930-01-15"')
        + '[denunciation]\nwhen = "at any time"\nnotice = "P6M"\nruns_from = "sent"\nref = "2"\n'
        + act("denunciation", 'on = "1931-01-02"', '"SUN"', 'sent = "1931-01"\nreceived = "1931-02-01"')
    )
    answer = found.in_force("1931-07-15")
    assert "sent a day from 1 to 31 January 1931, received 1 February 1931" in said(answer)
    assert "date" in {each.kind for each in answer.depends_on}
    assert "act:denunciation-sun" in {each.key for each in answer.depends_on}


def test_other_tzinfo_is_believed_and_named() -> None:
    from datetime import datetime

    from dateutil import tz

    found = tc.moment(datetime(1945, 8, 9, 0, 10, tzinfo=tz.tzoffset("JST", 9 * 3600)))
    assert str(found.support) == "[1945-08-08T15:10:00Z, 1945-08-08T15:10:00.000001Z)"
    assert "dateutil.tz" in found.notes[0]


@pytest.mark.parametrize(("on", "lasts"), [("1930", "P6M"), ("1930-04", "P10D"), ("1930", "P1D")])
def test_a_term_counted_from_a_vague_entry_cannot_end_before_it(on: str, lasts: str) -> None:
    text = (
        SIGNED + act("signature", f'on = "{on}"') + f'[term]\nlasts = "{lasts}"\nfrom = "entry into force"\nref = "2"\n'
    )
    found = treaty(text).dates()
    assert [each.under for each in found.entry_into_force] == [()]
    assert () not in {each.value for each in found.last_day_in_force}
