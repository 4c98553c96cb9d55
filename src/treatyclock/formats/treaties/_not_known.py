"""Acts of a day that is not known: between which days the other facts of the record leave it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment, on_days
from treatyclock.formats.treaties._field_shapes import NOT_KNOWN
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import SUCCESSION
from treatyclock.law.coverage import Coverage

_LATER_DATES = ("sent", "received", "circulated", "known", "recorded")
"""Dates of an act that cannot lie before the act itself."""


def narrowed(acts: Sequence[Act], coverage: Coverage) -> tuple[Act, ...]:
    """Return acts in which a day that is not known lies between the days that other facts leave.

    Args:
        acts: All acts of a record.
        coverage: Up to when the record goes: what is on it was done by then.
    """
    done = tuple(_dated(act, acts, coverage) if act.dated.text == NOT_KNOWN else act for act in acts)
    return tuple(_with_effect(act, coverage) for act in done)


def _dated(act: Act, acts: Sequence[Act], coverage: Coverage) -> Act:
    first = max(_not_before(act, acts), default=None)
    last = min(_not_after(act, acts, coverage), default=None)
    return replace(act, dated=_within(act.dated, first, last))


def _not_before(act: Act, acts: Sequence[Act]) -> Iterator[date]:
    """Yield days before which an act cannot have been done."""
    own = [each for each in acts if set(each.by) & set(act.by) and each.dated.text != NOT_KNOWN]
    if act.kind.ratifies:  # the consent of a State that has signed
        yield from (each.dated.days.first for each in own if each.kind.signs)
    if act.kind.is_notice:
        # It may have joined twice: a notice comes after the first consent at least.
        yield from sorted(each.dated.days.first for each in own if each.kind.consents)[:1]
    yield from (each.dated.days.first for each in acts if each.id == act.of and each.dated.text != NOT_KNOWN)


def _not_after(act: Act, acts: Sequence[Act], coverage: Coverage) -> Iterator[date]:
    """Yield days after which an act cannot have been done."""
    others = (getattr(act, name) for name in _LATER_DATES)
    yield from (each.days.last for each in others if each is not None and each.text != NOT_KNOWN)
    yield from (each.dated.days.last for each in acts if each.of == act.id and each.dated.text != NOT_KNOWN)
    if coverage.until is not None:
        yield coverage.until.days.last


def _with_effect(act: Act, coverage: Coverage) -> Act:
    """Return an act whose day of effect, named or recorded, does not lie before the act unless it is a succession."""
    last = None if coverage.until is None else coverage.until.days.last
    if act.recorded is not None and act.recorded.text == NOT_KNOWN:
        act = replace(act, recorded=_within(act.recorded, act.dated.days.first, last))
    if act.effective is not None and act.effective.text == NOT_KNOWN:
        succeeded = act.kind == SUCCESSION  # the day of succession came before the notification
        first, last = (None, act.dated.days.last) if succeeded else (act.dated.days.first, None)
        act = replace(act, effective=_within(act.effective, first, last))
    return act


def _within(moment: Moment, first: date | None, last: date | None) -> Moment:
    return on_days(moment.text, [Days.between(first, last)], moment.zones)
