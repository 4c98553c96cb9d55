"""What a finding claims holds: what has no effect can be left out, and what is not told open is settled."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

import treatyclock as tc
from treatyclock.corpus import shipped, text_of
from treatyclock.lint.check import KINDS
from treatyclock.testing.oracle.two.treaty import Spec
from treatyclock.testing.specifications.two_text import to_toml
from treatyclock.testing.strategies.specifications import specifications_of_two

SOME = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
OPEN = {"open-convention", "undecided-fact"}
FUTILE = {
    "act-without-effect", "notice-without-clause", "notice-before-entry", "notice-after-end", "notice-without-effect",
    "rescission-after-effect", "extension-after-end",
}  # fmt: skip


def check_claims(treaty: tc.Treaty, findings: tuple[tc.Finding, ...], text: str) -> None:
    lines = text.splitlines()
    subjects = [None, *(party.id for party in treaty.record.parties)]
    for each in findings:
        assert each.code in KINDS
        assert each.line is None or 1 <= each.line <= len(lines)
        futile = each.code in FUTILE or (each.code == "late-notice" and "so it has no effect" in each.problem)
        if futile and ", if " not in each.problem and each.key.startswith("act["):
            act = treaty.record.acts[int(each.key[4:].split("]")[0]) - 1]
            without = treaty.what_if(drop=act.id)
            for subject in subjects:
                assert without.timeline(party=subject) == treaty.timeline(party=subject), each
    dates = [treaty.dates(party=subject) for subject in subjects]
    # A date that there is only under some answers has one outcome, which says under which.
    several = any(outcome.under for each in dates for found in each.by_name().values() for outcome in found)
    assert several == any(each.code in OPEN for each in findings)


@SOME
@given(specifications_of_two())
def test_findings_of_random_treaties_are_true(spec: Spec) -> None:
    text = to_toml(spec)
    check_claims(tc.loads(text), tc.checks(text), text)


def test_findings_of_shipped_treaties_are_true() -> None:

    for id in shipped():
        check_claims(tc.load(id), tc.check(id), text_of(id).text)
