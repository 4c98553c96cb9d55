"""Whether a State was a member again when it consented, and which consents go with an end of membership."""

from __future__ import annotations

import pytest

from small_treaties import TWO_OF_THREE, act, evaluation, three
from treatyclock.derive.consent.consent import agreed
from treatyclock.derive.consent.member_again import gone_with, member_again

OVER = act("end of membership", "CCC", "1940-01-01", id="over")
CONSENT = act("accession", "CCC", "1941-01-01", id="consent")


@pytest.mark.parametrize(
    ("acts", "again"),
    [
        ("", None),
        (act("membership", "CCC", "1940-06-01", id="in"), "in"),
        (act("membership", "CCC", "1941-01-01", id="in"), "in"),  # of one day, it consented as a member
        (act("membership", "CCC", "1941-01-02", id="in"), None),
        (act("membership", "CCC", "1939-01-01", id="in"), None),
        (act("membership", "AAA", "1940-06-01", id="in"), None),
    ],
)
def test_a_member_again_when_it_consented(acts: str, again: str | None) -> None:
    found = evaluation(three(TWO_OF_THREE, OVER, CONSENT, acts))
    (consent,) = agreed(found, "CCC")
    over = found.acts.get("over")
    assert over is not None
    act_of_it = member_again(found, over, "CCC", consent)
    assert (None if act_of_it is None else act_of_it.id) == again
    assert gone_with(found, consent, over, "CCC") == (again is None)


def test_a_consent_goes_with_its_withdrawal_only_if_that_came_after_it() -> None:
    back = [act("withdrawal of consent", "CCC", on, id=id) for on, id in (("1940-06-01", "no"), ("1941-06-01", "yes"))]
    found = evaluation(three(TWO_OF_THREE, CONSENT, *back))
    (consent,) = agreed(found, "CCC")
    withdrawals = [found.acts.get(id) for id in ("no", "yes")]
    assert [each is not None and gone_with(found, consent, each, "CCC") for each in withdrawals] == [False, True]
