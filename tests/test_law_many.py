"""Corners of the law among many parties, each worked out by hand; most were found by the second evaluator."""

from __future__ import annotations

import pytest

import treatyclock as tc

HEAD = """
schema = 1
id = "corner"
title = "Corner"
[parties]
AAA = "A"
BBB = "B"
CCC = "C"
[counting]
midnight = "+00:00"
ref = "c"
"""


def clause(table: str, **entries: str) -> str:
    return "\n".join([f"[{table}]", *(f"{key} = {value}" for key, value in entries.items()), 'ref = "r"', ""])


def act(id: str, kind: str, by: str, on: str, **more: str) -> str:
    key = "at" if "T" in on else "on"
    parties = "[" + ", ".join(f'"{party}"' for party in by.split()) + "]"
    entries = {
        "id": f'"{id}"',
        "kind": f'"{kind}"',
        "by": parties,
        key: f'"{on}"',
        **{k: f'"{v}"' for k, v in more.items()},
    }
    return clause("[act]", **entries)


def ratified(**days: str) -> str:
    return "".join(act(f"r-{code.lower()}", "ratification", code, on) for code, on in days.items())


def entry(when: str = "{ instruments = 2 }", **more: str) -> str:
    return clause("entry_into_force", when=when, **more)


def first(value: tuple[str, ...]) -> str | None:
    return value[0] if value else None


def begins(text: str, party: str | None = None) -> list[str | None]:
    return [first(each.value) for each in tc.loads(HEAD + text).dates(party=party).entry_into_force]


def last(text: str, party: str | None = None) -> list[str | None]:
    return [first(each.value) for each in tc.loads(HEAD + text).dates(party=party).last_day_in_force]


ANY_TIME = clause("denunciation", when='"at any time"', notice='"P6M"', first_day='"counted"')
ALL = "AAA BBB CCC"


def test_a_consent_given_again_counts_again() -> None:
    text = entry() + ratified(AAA="1936-01-01", BBB="1936-04-01")
    gone = act("gone", "withdrawal of consent", "AAA", "1936-02-01")
    again = act("again", "ratification", "AAA", "1936-03-01")
    assert begins(text + gone) == [None]
    assert begins(text + gone + again) == ["1936-04-01"]


def test_of_several_conditions_all_must_hold_on_one_day() -> None:
    text = entry('{ all_of = [{ ratified_by = "AAA" }, { ratified_by = "BBB" }] }')
    text += ratified(AAA="1936-01-01", BBB="1936-04-01")
    assert begins(text + act("gone", "withdrawal of consent", "AAA", "1936-02-01")) == [None]


def test_the_first_withdrawal_is_the_one_that_counts_in_whatever_order_they_are_listed() -> None:
    text = entry() + ratified(AAA="1936-01-01", BBB="1936-01-01", CCC="1936-02-01")
    text += clause("joining", delay='"P6M"')
    text += act("late", "withdrawal of consent", "CCC", "1937-01-01")
    text += act("early", "withdrawal of consent", "CCC", "1936-03-01")
    assert begins(text, "CCC") == [None]


def test_nobody_is_a_party_before_the_treaty_or_before_its_own_consent() -> None:
    recorded = entry("{ instruments = 3 }", recorded='"1938-01-01"')
    text = recorded + ratified(BBB="1936-01-01", CCC="1940-01-01")
    early = act("r-aaa", "ratification", "AAA", "1936-01-01", recorded="1936-02-01")
    assert begins(text + early, "AAA") == ["1938-01-01"]
    assert begins(text + early, "CCC") == ["1940-01-01"]


def test_only_a_party_ends_it_for_all() -> None:
    text = entry() + ANY_TIME.replace('ref = "r"', 'ends_for = "all"\nref = "r"')
    text += ratified(AAA="1936-01-01", BBB="1936-01-01")
    stranger = act("n-c", "denunciation", "CCC", "1937-01-01")
    assert last(text + stranger) == [None]
    assert last(text + act("n-b", "denunciation", "BBB", "1937-01-01") + stranger) == ["1937-06-30"]


def test_who_has_left_ends_it_for_nobody() -> None:
    text = entry() + ANY_TIME.replace('ref = "r"', 'ends_for = "all"\nref = "r"')
    text += clause("tied_to", organisation='"the Union"')
    text += ratified(AAA="1936-01-01", BBB="1936-01-01") + act("n-b", "denunciation", "BBB", "1937-01-01")
    assert last(text + act("out", "end of membership", "BBB", "1937-03-01")) == [None]


def test_a_cut_off_is_a_midnight_for_a_notice_of_a_known_hour() -> None:
    text = entry() + ratified(AAA="1936-01-01", BBB="1936-01-01")
    text += clause("denunciation", when='"on a fixed day"', day='{ on = "06-30", cut_off = "01-01" }')
    text += clause("reading", id='"out"', title='"o"', holder='"o"', choose='{ effect_day = "first out" }').replace(
        "[reading]", "[[reading]]"
    )
    for hour, day in (("T02:00+05:00", "1938-06-29"), ("T06:00+05:00", "1939-06-29")):
        found = tc.loads(HEAD + text + act("n", "withdrawal", "AAA", f"1938-01-02{hour}"))
        assert [first(each.value) for each in found.dates(party="AAA", reading="out").last_day_in_force] == [day]


@pytest.mark.parametrize(
    ("bars", "notice", "out"),
    [("notice", "1939-11-03", None), ("notice", "1939-11-04", "1939-11-04"), ("exit", "1939-01-01", "1939-11-03")],
)
def test_a_lock_in_ends_on_the_same_day_for_notices_and_for_exits(bars: str, notice: str, out: str | None) -> None:
    text = entry() + ratified(AAA="1936-11-04", BBB="1936-11-04")
    lock = f'{{ lasts = "P3Y", bars = "{bars}" }}'
    text += clause("denunciation", when='"at any time"', notice='"P1D"', first_day='"counted"', lock_in=lock)
    assert last(text + act("n", "withdrawal", "AAA", notice), "AAA") == [out]


@pytest.mark.parametrize(
    ("first_day", "until"),
    [
        (None, ["1939-03-01", "1939-02-28"]),  # the text is silent, so both are tried
        ("counted", ["1939-02-28"]),
        ("not counted", ["1939-03-01"]),
    ],
)
def test_what_survives_is_counted_from_the_day_of_the_end(first_day: str | None, until: list[str]) -> None:
    said = {} if first_day is None else {"first_day": f'"{first_day}"'}
    text = entry() + ratified(AAA="1936-01-01", BBB="1936-01-01") + ANY_TIME
    text += clause("sunset", lasts='"P1Y"', **said)
    text += act("n", "withdrawal", "AAA", "1937-09-01")
    found = tc.loads(HEAD + text).dates(party="AAA")
    assert [each.value for each in found.last_day_in_force] == [("1938-02-28",)]
    assert [first(each.value) for each in found.surviving_until] == until


def test_it_survives_from_the_end_whenever_in_its_day_that_came() -> None:
    text = entry() + ratified(AAA="1936-01-01", BBB="1936-01-01") + clause("sunset")
    text += act("over", "termination by consent", ALL, "1938-01-01")
    found = tc.loads(HEAD + text)
    assert found.status("1938-01-01T12:00Z", party="AAA") == {tc.Status.PARTY, tc.Status.SURVIVING}


def test_what_all_suspend_together_is_suspended_generally() -> None:
    text = entry() + ratified(AAA="1936-01-01", BBB="1936-01-01")
    one = tc.loads(HEAD + text + act("s", "suspension", "AAA", "1938-01-01"))
    assert one.status("1938-06-01") == {tc.Status.PARTY}
    whole = tc.loads(HEAD + text + act("s", "suspension", ALL, "1938-01-01"))
    assert whole.status("1938-06-01") == {tc.Status.SUSPENDED}


def test_who_has_left_stays_a_former_party_when_it_takes_back_a_new_consent() -> None:
    text = entry() + ratified(AAA="1936-01-01", BBB="1936-01-01") + ANY_TIME + clause("joining", delay='"P1Y"')
    text += act("s", "signature", "AAA", "1935-12-01") + act("n", "withdrawal", "AAA", "1937-01-01")
    text += act("again", "accession", "AAA", "1938-01-01") + act("gone", "withdrawal of consent", "AAA", "1938-06-01")
    assert tc.loads(HEAD + text).status("1940", party="AAA") == {tc.Status.FORMER_PARTY}


def test_a_notice_without_a_period_ends_provisional_application_when_it_is_given() -> None:
    text = entry() + clause("provisional_application", by='"every signatory"')
    text += act("s", "signature", "AAA", "1936-01-01")
    text += act("stop", "end of provisional application", "AAA", "1937-01-01T15:00+00:00")
    found = tc.loads(HEAD + text)
    assert found.status("1937-01-01T14:59Z", party="AAA") == {tc.Status.PROVISIONAL}
    assert found.status("1937-01-01T15:01Z", party="AAA") == {tc.Status.SIGNATORY}


def test_acts_are_taken_in_the_order_of_their_dates() -> None:
    text = entry() + ratified(AAA="1936-01-01", BBB="1936-01-01") + clause("term", until='"1940-12-31"')
    text += act("second", "extension of the term", ALL, "1942-06-01", until="1950-12-31")
    text += act("first", "extension of the term", ALL, "1940-06-01", until="1943-12-31")
    assert last(text) == ["1950-12-31"]
    stay = entry() + ratified(AAA="1936-01-01", BBB="1936-01-01")
    stay += clause("denunciation", when='"at any time"', notice='"P6M"', first_day='"counted"', stay="true")
    stay += act("later", "engagement in a conflict", "AAA", "1938-06-01")
    stay += act("earlier", "engagement in a conflict", "AAA", "1937-03-01")
    stay += act("peace-later", "end of a conflict", "AAA", "1939-05-01", of="later")
    stay += act("peace-earlier", "end of a conflict", "AAA", "1938-08-01", of="earlier")
    assert last(stay + act("n", "withdrawal", "AAA", "1937-01-01"), "AAA") == ["1939-05-01"]


def test_a_renewal_begins_with_the_day_after_the_last_day_that_is_named() -> None:
    text = entry() + ratified(AAA="1936-01-01", BBB="1936-01-01") + clause("term", until='"1939-03-31"')
    assert last(text + clause("renewal", block='"P3M"', times="2")) == ["1939-09-30"]
