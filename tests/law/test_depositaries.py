"""How depositaries count, each answer with its source."""

from __future__ import annotations

import pytest

from treatyclock.civil.clocks.zones import zone
from treatyclock.law.depositaries import Profile, profiles
from treatyclock.law.vocabulary import CONVENTIONS

EVERY = pytest.mark.parametrize("profile", profiles().values(), ids=lambda profile: profile.id)


@EVERY
def test_every_answer_is_one_that_its_convention_offers_and_has_a_source(profile: Profile) -> None:
    for key, answer in profile.choose:
        assert answer in CONVENTIONS[key].alternatives
        assert profile.source(key)
        assert profile.says(key) == answer
    assert profile.clock is None or (zone(profile.clock).key == profile.clock and profile.source("midnight"))


def test_what_a_practice_does_not_tell() -> None:
    bank = profiles()["world-bank"]
    assert bank.says("notice_first_day") == "not counted"
    assert (bank.says("lock_in"), bank.source("lock_in"), bank.says("midnight")) == (None, "", None)


def test_nobody_changes_them() -> None:
    with pytest.raises(TypeError):
        profiles()["mine"] = profiles()["ilo"]  # type: ignore[index]
    assert profiles() is profiles()
