"""Every kind of claim is known to the loader and can do all that a claim must."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import pytest

from testimony_cases import case, claim
from treatyclock.formats.cases.grammar import CLAIM_KINDS
from treatyclock.testimony import claims
from treatyclock.testimony.case import Case
from treatyclock.testimony.claims.base import Claim, ClaimKind

WRITTEN = {
    "event": "e", "clock": "moscow", "at": "1945-08-08T17:00", "dated": "1945-08-08", "after": "f", "same_as": "f",
    "ahead_of": "tokyo", "by": "PT1H", "offset": "+03:00",
}  # fmt: skip


def values() -> set[type[Claim]]:
    """Find every kind of claim that the package has, but for what kinds have in common."""
    modules = [import_module(each.name) for each in iter_modules(claims.__path__, f"{claims.__name__}.")]
    found = {each for module in modules for each in vars(module).values() if isinstance(each, type)}
    kinds = {each for each in found if issubclass(each, Claim)}
    return {each for each in kinds if not any(other is not each and issubclass(other, each) for other in kinds)}


def written(kind: ClaimKind) -> tuple[Case, Claim]:
    dated = claim("y", event="f", at="1945-08-08T12:00", clock="moscow")
    made = case(claim("x", **{key.name: WRITTEN[key.name] for key in (kind.key, *kind.needs)}) + dated)
    return made, made.claims[0]


@pytest.mark.parametrize("kind", CLAIM_KINDS, ids=lambda kind: kind.key.name)
def test_it_reads_itself_and_has_a_sentence_and_bounds(kind: ClaimKind) -> None:
    made_case, found = written(kind)
    assert found.sentence(made_case)
    assert type(found).differences is not Claim.differences


def test_none_is_left_out() -> None:
    (gap,) = case(claim("x", event="e", after="f", gap="PT1H")).claims
    assert {type(written(kind)[1]) for kind in CLAIM_KINDS} | {type(gap)} == values()
