"""What differs between two treaties: stretches of time with another status, and dates."""

from __future__ import annotations

import treatyclock as tc
from small_treaties import SIGNED, TWO_OF_THREE, act, clause, entry, ratified, three, two

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_what_differs() -> None:
    other = PACT.what_if(drop="denunciation")
    found = PACT.difference(other)
    assert {(each.party, each.name) for each in found.dates} >= {(None, "last_day_in_force"), ("JPN", "ends")}
    assert all(each.before != each.after for each in found.dates)
    assert all(each.before != each.after for each in found.statuses)
    lasting = [each for each in found.statuses if each.party is None]
    assert lasting[0].during.start is not None
    assert tc.Status.PARTY in lasting[-1].before | lasting[-1].after
    assert not PACT.difference(PACT)
    assert str(PACT.difference(PACT)) == "nothing differs"
    assert found.to_dict()["dates"][0]["name"] == "last_day_in_force"


def test_who_is_a_party_of_one_alone_is_not_compared() -> None:
    found = three(TWO_OF_THREE).difference(two(entry({"instruments": 2}), ratified(AAA="1936-01-01")))
    assert {each.party for each in found.dates} == {None, "AAA", "BBB"}


def test_the_stretches_in_which_it_differs_and_no_others() -> None:
    one = two(SIGNED, clause("term", until="1940-12-31"))
    (change,) = (each for each in one.difference(two(SIGNED, clause("term", until="1941-12-31"))).statuses
                 if each.party is None)  # fmt: skip
    assert str(change.during) == "[1941-01-01T00:00:00Z, 1942-01-01T00:00:00Z)"
    assert set(change.before) == {tc.Status.FORMER_PARTY}
    assert set(change.after) == {tc.Status.PARTY}


def test_both_are_read_alike() -> None:
    one = PACT.what_if(drop="denunciation")
    assert not PACT.difference(one, known_as_of="1945-04-01")
    assert PACT.difference(one, reading="first-day-counted").dates[0].before == (("1946-04-24",),)


def test_a_difference_of_status_alone_is_written_too() -> None:
    suspended = act("suspension", "AAA", "1960-01-01", until="1960-12-31")
    joined = ratified(CCC="1937-01-01")
    text = str(three(TWO_OF_THREE, joined).difference(three(TWO_OF_THREE, joined, suspended)))
    assert text == "AAA: 1960-01-01T00:00:00Z to 1961-01-01T00:00:00Z party -> suspended"
    assert str(PACT.difference(PACT.what_if(drop="denunciation"))).count("None") == 0
