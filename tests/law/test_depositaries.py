"""How depositaries count, each answer with its source."""

from __future__ import annotations

import pytest

from treatyclock.civil.clocks.zones import zone
from treatyclock.law.depositaries import Profile, profiles
from treatyclock.law.vocabulary import CLAUSES, CONVENTIONS

EVERY = pytest.mark.parametrize("profile", profiles().values(), ids=lambda profile: profile.id)


@EVERY
def test_every_answer_is_one_that_its_convention_offers_and_has_a_source(profile: Profile) -> None:
    for each in profile.practices:
        assert each.answer in CONVENTIONS[each.convention].alternatives
        assert each.source
        assert each.clauses and set(each.clauses) <= CLAUSES.keys()
        assert all(profile.practice(each.convention, clause) == each for clause in each.clauses)
    assert profile.clock is None or (zone(profile.clock).key == profile.clock and profile.clock_source)


def test_what_a_practice_does_not_tell() -> None:
    bank = profiles()["world-bank"]
    told = bank.practice("notice_first_day", "denunciation")
    assert told is not None and told.answer == "not counted"
    assert bank.practice("lock_in", "denunciation") is None


@pytest.mark.parametrize(
    ("profile", "convention", "clause", "answer"),
    [
        ("switzerland", "month_end", "joining", "clamp"),
        ("switzerland", "month_end", "denunciation", None),
        ("unesco", "month_end", "joining", "clamp"),
        ("wipo", "month_end", "joining", None),  # six deposits one way, three the other
        ("imo", "month_end", "joining", None),  # four and six
        # one year of article 47 is not the sixty days of article 45
        ("portugal-energy-charter", "notice_first_day", "denunciation", "not counted"),
        ("portugal-energy-charter", "notice_first_day", "provisional_application", None),
        ("united-nations", "month_end", "denunciation", "clamp"),
        ("united-nations", "month_end", "term", None),
        ("united-nations", "effect_day", "tied_to", None),
    ],
)
def test_a_practice_holds_for_the_clause_that_its_evidence_is_about(
    profile: str, convention: str, clause: str, answer: str | None
) -> None:
    found = profiles()[profile].practice(convention, clause)
    assert (None if found is None else found.answer) == answer


def test_nobody_changes_them() -> None:
    with pytest.raises(TypeError):
        profiles()["mine"] = profiles()["ilo"]  # type: ignore[index]
    assert profiles() is profiles()
