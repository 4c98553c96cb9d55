"""What arguments can show of a treaty: of all worlds, subjects and deadlines, for the tests that check every step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import treatyclock as tc
from treatyclock.derive.entry.entry import ENTERED
from treatyclock.derive.histories.for_all import END
from treatyclock.derive.histories.history import History
from treatyclock.derive.histories.life import Life
from treatyclock.derive.inverse import deadlines
from treatyclock.derive.inverse.dated import DateRule
from treatyclock.derive.inverse.exits_tried import effect_of, exit_by
from treatyclock.derive.reasoning.facts import EndedBeforeEntry, NoticeJudged
from treatyclock.derive.reasoning.findings import Findings
from treatyclock.derive.reasoning.reasons import Key, Reason, supporting
from treatyclock.law.acts.consent import OBJECTION
from treatyclock.law.subjects import GENERALLY, Subject


def arguments(life: Life, most: int = 8) -> Iterator[Mapping[Key, Reason]]:
    """Yield what is shown of each world: of the treaty generally, of its parties, of pairs, and of its deadlines."""
    parties = [party.id for party in life.record.parties][:most]
    for subject in (GENERALLY, *(Subject((party,)) for party in parties), *objecting(life)):
        yield from (shown(world.result.findings, roots(world.result)) for world in life.course(subject).worlds)
    asked = [
        exit_by(None, tc.moment("1940-03-01"), None),
        deadlines.windows_between(None, date(1940, 1, 1), date(1945, 1, 1)),
        deadlines.last_timely_notice(None, None),
        *(rule(party) for party in (None, *parties[:3]) for rule in (first_notice, first_exit)),
        *(effect_of(act.id, act.by[0]) for act in life.record.acts if act.kind.is_notice),
    ]
    for rule in asked:
        yield from (shown(world.result.findings, world.result.roots) for world in life.work_out(rule))


def objecting(life: Life) -> Iterator[Subject]:
    """Yield each pair of a State that objected to an accession and the State that acceded."""
    acts = {act.id: act for act in life.record.acts}
    objections = [act for act in life.record.acts if act.kind == OBJECTION and act.of in acts]
    pairs = ((one, other) for act in objections for one in act.by for other in acts[act.of or ""].by if one != other)
    yield from map(Subject, dict.fromkeys(pairs))


def shown(found: Findings, rests_on: Iterable[Key]) -> Mapping[Key, Reason]:
    """Return all that an answer can show; what was concluded on the way and given up is shown nowhere."""
    judged = (key for _, fact in found.facts_of(NoticeJudged) for key in fact.conclusions)
    return {each.key: each for each in supporting(found.reasons, [*rests_on, *found.told, *judged])}


def roots(found: History) -> Iterator[Key]:
    """Yield the conclusions that a history rests on."""
    yield from (change.key for change in found.changes)
    yield from (key for overlay in found.overlays for key in overlay.because)
    yield from (key for key, _ in found.findings.facts_of(EndedBeforeEntry))
    for period in found.memberships:
        yield from (period.entry.begins_key, period.entry.key)
        yield from () if period.end is None else period.end.keys
    yield from (key for key in (ENTERED, END) if found.findings.has(key))


def first_notice(party: str | None) -> DateRule:
    return deadlines.earliest_notice(party, None)


def first_exit(party: str | None) -> DateRule:
    return exit_by(party, None, None)
