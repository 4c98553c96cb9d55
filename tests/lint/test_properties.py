"""What a finding claims holds: what has no effect can be left out, and what is not told open is settled."""

from __future__ import annotations

from dataclasses import fields

from hypothesis import HealthCheck, given, settings

import treatyclock as tc
from oracle import Spec
from strategies import specs, to_toml
from treatyclock.corpus import shipped, text_of
from treatyclock.lint.codes import CODES
from treatyclock.lint.lengths import at_least, length, longer

SOME = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
OPEN = {"open-convention", "undecided-fact"}
FUTILE = {
    "act-without-effect", "notice-without-clause", "notice-before-entry", "notice-after-end", "notice-without-effect",
    "rescission-after-effect", "extension-after-end",
}  # fmt: skip


def check_claims(treaty: tc.Treaty, findings: tuple[tc.Finding, ...], text: str) -> None:
    lines = text.splitlines()
    subjects = [None, *(party.id for party in treaty.record.parties)]
    for each in findings:
        assert each.code in CODES
        assert each.line is None or 1 <= each.line <= len(lines)
        futile = each.code in FUTILE or (each.code == "late-notice" and "so it has no effect" in each.problem)
        if futile and ", if " not in each.problem and each.key.startswith("act["):
            act = treaty.record.acts[int(each.key[4:].split("]")[0]) - 1]
            without = treaty.what_if(drop=act.id)
            for subject in subjects:
                assert without.timeline(party=subject) == treaty.timeline(party=subject), each
    dates = [treaty.dates(party=subject) for subject in subjects]
    several = any(len({o.value for o in getattr(each, f.name)}) > 1 for each in dates for f in fields(each))
    assert several == any(each.code in OPEN for each in findings)


@SOME
@given(specs())
def test_findings_of_random_treaties_are_true(spec: Spec) -> None:
    text = to_toml(spec)
    check_claims(tc.loads(text), tc.checks(text), text)


def test_findings_of_shipped_treaties_are_true() -> None:

    for id in shipped():
        check_claims(tc.load(id), tc.check(id), text_of(id).text)


def test_lengths_compare_only_where_every_calendar_agrees() -> None:
    def of(text: str) -> tuple[int, int]:
        return length(tc.Period.of(text))

    assert at_least(of("P366D"), of("P1Y")) and not at_least(of("P365D"), of("P1Y"))
    assert at_least(of("P1Y"), of("P365D")) and not at_least(of("P1Y"), of("P366D"))
    assert at_least(of("P31D"), of("P1M")) and not at_least(of("P30D"), of("P1M"))
    assert at_least(of("P1M"), of("P28D")) and not at_least(of("P1M"), of("P29D"))
    assert longer(of("P1Y1D"), of("P1Y")) and not longer(of("P1Y"), of("P12M"))
