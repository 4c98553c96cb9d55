"""Whose turn it is to do what, and on which days: so that most acts of a story mean something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise

import treatyclock as tc
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import EXCHANGE, OBJECTION, SIGNATURE
from treatyclock.law.acts.exit import RESCISSION
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.acts.operation import RESUMPTION, SUSPENSION
from treatyclock.law.clauses.conditions import Exchanged, FixedDate, Signed
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.clauses.term import Term

ONE_DAY = timedelta(days=1)
GAPS = (0, 1, 2, 28, 29, 30, 31, 59, 89, 90, 91, 92, 180, 181, 182, 183, 184, 364, 365, 366, 730, 1095, 1826)
"""After how many days something comes next: the lengths of clauses, and of months that differ."""
TURNS_FOLLOWED = timedelta(days=3660)


def codes(treaty: tc.Treaty) -> list[str]:
    """Return the codes of the parties, in their order."""
    return [each.id for each in treaty.record.parties]


def to_sign(treaty: tc.Treaty) -> list[str]:
    """Return the parties that did nothing yet."""
    return [code for code in codes(treaty) if not any(code in each.by for each in treaty.record.acts)]


def to_ratify(treaty: tc.Treaty) -> list[str]:
    """Return the parties that signed, and never consented."""
    signatories = {code for each in treaty.record.acts if each.kind.signs for code in each.by}
    return [code for code, act in _latest(treaty) if act is None and code in signatories]


def to_accede(treaty: tc.Treaty) -> list[str]:
    """Return the parties that never consented, nor signed."""
    able = to_ratify(treaty)
    return [code for code, act in _latest(treaty) if act is None and code not in able]


def to_rejoin(treaty: tc.Treaty) -> list[str]:
    """Return the parties that gave notice, and did not consent anew."""
    return [code for code, act in _latest(treaty) if act is not None and act.kind.is_notice]


def bound(treaty: tc.Treaty) -> list[str]:
    """Return the parties that consented, and gave no notice since that stands."""
    return [code for code, act in _latest(treaty) if act is not None and not act.kind.is_notice]


def to_denounce(treaty: tc.Treaty) -> list[str]:
    """Return the parties that are bound, by a treaty that has a clause on leaving it."""
    return bound(treaty) if treaty.record.several(Denunciation) else []


def to_prolong(treaty: tc.Treaty) -> list[str]:
    """Return the parties that are bound, by a treaty that has a term."""
    return bound(treaty) if treaty.record.several(Term) else []


def together(treaty: tc.Treaty) -> list[str]:
    """Return the parties that may end the treaty together: two at least."""
    found = bound(treaty)
    return found if len(found) > 1 else []


def objections(treaty: tc.Treaty) -> list[tuple[str, str]]:
    """Return who may object to which accession, by its id: only a party that signed or consented."""
    acts = treaty.record.acts
    came = [each for each in acts if OBJECTION.may_answer(each.kind)]
    able = {code for each in acts if each.kind.signs or each.kind.consents for code in each.by}
    return [(code, each.id) for each in came for code in codes(treaty) if code in able and code not in each.by]


def notices(treaty: tc.Treaty) -> list[Act]:
    """Return the notices that nobody took back."""
    taken_back = {each.of for each in treaty.record.acts if each.kind == RESCISSION}
    return [each for each in treaty.record.acts if each.kind.is_notice and each.id not in taken_back]


def suspensions(treaty: tc.Treaty) -> list[Act]:
    """Return the suspensions that nobody ended."""
    ended = {each.of for each in treaty.record.acts if each.kind == RESUMPTION}
    return [each for each in treaty.record.acts if each.kind == SUSPENSION and each.id not in ended]


def _latest(treaty: tc.Treaty) -> Iterator[tuple[str, Act | None]]:
    """Yield each party with the latest of its consents and its notices."""
    also = _binding_besides(treaty)
    standing = [*(each for each in treaty.record.acts if each.kind.consents or each.kind in also), *notices(treaty)]
    for code in codes(treaty):
        own = [each for each in standing if code in each.by]
        yield code, max(own, key=lambda each: (each.when().days.last, each.kind.is_notice), default=None)


def _binding_besides(treaty: tc.Treaty) -> tuple[ActKind, ...]:
    """Return the kinds of act that express consent in this treaty, and not in every one."""
    for entry in treaty.record.several(EntryIntoForce):
        if isinstance(entry.when, Exchanged):
            return (EXCHANGE,)
        if isinstance(entry.when, Signed | FixedDate):
            return (SIGNATURE,)
    return ()


def next_days(turned: Iterable[datetime], today: date) -> list[date]:
    """Return days on which something may be done next: the simplest first, those on which the treaty turns too."""
    near = {each.date() + apart * ONE_DAY for each in turned for apart in (-1, 0, 1)}
    followed = sorted(day for day in near if today <= day <= today + TURNS_FOLLOWED)
    return list(dict.fromkeys([*(today + each * ONE_DAY for each in GAPS), *followed]))


def days_before(treaty: tc.Treaty, today: date) -> list[date]:
    """Return days on which something may have been done that is learnt, or put right, only today."""
    done = {each.dated.days.last for each in treaty.record.acts} | {today}
    found = {day + apart * ONE_DAY for day in done for apart in (-366, -31, -1, 0, 1, 31)}
    return sorted((day for day in found if day <= today), reverse=True)


def dated_by_day(treaty: tc.Treaty) -> list[Act]:
    """Return the acts of which the record has the day and no hour."""
    return [each for each in treaty.record.acts if each.dated.wall is None]


def quiet_days(treaty: tc.Treaty) -> list[date]:
    """Return the last two days between acts on which it does not matter where on earth the day began."""
    told = sorted({(each.known or each.when()).days.last for each in treaty.record.acts})
    return [one + 2 * ONE_DAY for one, other in pairwise(told) if other - one > 4 * ONE_DAY][-2:]
