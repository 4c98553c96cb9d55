"""Case files: sources that agree because they tell what happened, or that cannot all be right."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from hypothesis import currently_in_test_context, note
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.formats.cases.toml import load_case_text
from treatyclock.instants import DAY, date_microseconds
from treatyclock.testimony.case import Case
from treatyclock.testimony.claims.base import Confidence
from treatyclock.testimony.vague import MINUTE
from treatyclock.testing import checked
from treatyclock.testing.strategies._plants import plants
from treatyclock.testing.strategies._testimony import Keys, TrueStory, true_claims

_EVENTS = ("call", "answer", "attack", "broadcast", "crossing", "departure", "arrival", "signature")
_CLOCKS = ("here", "there", "capital", "front", "railway", "harbour")
_SOURCES = ("diary", "cable", "memoir")
_ZONES = ("UTC", "+09:00", "Asia/Tokyo", "Europe/Moscow", "Europe/Berlin", "Manchukuo", "America/New_York", "LMT+30")
_MOST_EVENTS, _MOST_CLOCKS, _MOST_CLAIMS, _MOST_CONFLICTS = len(_EVENTS), len(_CLOCKS), 40, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantedConflict:
    """Claims of a case that cannot all be true, whatever else it holds.

    Attributes:
        claims: Their names in the case.
        wrong: That of the claim which is not true of what happened; without it, and without the wrong ones of the other
            conflicts, all claims of the case can be true.
        why: Why they cannot all be true, in words.
    """

    claims: tuple[str, ...]
    wrong: str
    why: str


@dataclass(frozen=True, kw_only=True)
class CaseFile:
    """A case file, and what was planted in it.

    Attributes:
        text: The text of the file.
        planted: The conflicts that were planted; none in a case whose claims can all be true.
    """

    text: str
    planted: tuple[PlantedConflict, ...] = ()

    @cached_property
    def case(self) -> Case:
        """The case that the file holds, as :func:`treatyclock.reconcile` takes it."""
        return load_case_text(self.text)


def case_files(
    *,
    conflicts: int | tuple[int, int] = (0, 2),
    events: int | tuple[int, int] = (1, 4),
    clocks: int | tuple[int, int] = (1, 3),
    claims: int | tuple[int, int] = (1, 6),
    zones: st.SearchStrategy[Zone] | None = None,
    min_value: date = date(1900, 1, 1),
    max_value: date = date(1960, 12, 31),
) -> st.SearchStrategy[CaseFile]:
    """Return a strategy for case files of testimony; examples shrink to one claim about one event.

    First it is drawn what happened, and when; then sources tell it, each in its own way: by an hour, a date, an order,
    a length of time, the offset of a clock. So all claims can be true together. Then conflicts are planted: claims
    that cannot all be true, of which the file says where they stand. A test that fails shows the text of the file.

    Args:
        conflicts: How many conflicts are planted, or the least and the most: 0 for cases that are consistent.
        events: How many events there are, or the least and the most.
        clocks: How many clocks.
        claims: How many claims, beside those of the conflicts.
        zones: The clocks; such as were in use in the war, and some fixed ones, where not given. No label can be one.
        min_value: The earliest day of an event, in UTC.
        max_value: The latest.

    Raises:
        hypothesis.errors.InvalidArgument: If there is no such case.

    Example:
        >>> import treatyclock as tc
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=5, deadline=None)
        ... @given(case_files(conflicts=1))
        ... def test_sources_agree_without_the_wrong_claim(file):
        ...     (planted,) = file.planted
        ...     assert not tc.reconcile(file.case, only=planted.claims).consistent
        ...     assert tc.reconcile(file.case, without=[planted.wrong]).consistent
        >>> test_sources_agree_without_the_wrong_claim()
    """
    first, last = checked.days(min_value=min_value, max_value=max_value)
    if first.year < 2 or last.year > 9997:
        raise InvalidArgument(f"No clock can be told so near the years 1 and 9999: {min_value=}, {max_value=}")
    wanted = _Wanted(
        conflicts=checked.counts("conflicts", conflicts, least=0, most=_MOST_CONFLICTS),
        events=checked.counts("events", events, least=1, most=_MOST_EVENTS),
        clocks=checked.counts("clocks", clocks, least=1, most=_MOST_CLOCKS),
        claims=checked.counts("claims", claims, least=1, most=_MOST_CLAIMS),
        zones=st.sampled_from(_ZONES).map(zone) if zones is None else checked.strategy("zones", zones),
        days=st.integers(date_microseconds(first) // DAY, date_microseconds(last) // DAY),
    )
    return _case_files(wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    conflicts: tuple[int, int]
    events: tuple[int, int]
    clocks: tuple[int, int]
    claims: tuple[int, int]
    zones: st.SearchStrategy[Zone]
    days: st.SearchStrategy[int]


@st.composite
def _case_files(draw: st.DrawFn, wanted: _Wanted) -> CaseFile:
    story = draw(_stories(wanted))
    told: list[Keys] = [draw(true_claims(story)) for _ in range(draw(st.integers(*wanted.claims)))]
    conflicts = [draw(plants(story)) for _ in range(draw(st.integers(*wanted.conflicts)))]
    planted = []
    for why, claims in conflicts:
        names = tuple(_name(len(told) + place) for place in range(len(claims)))
        planted.append(PlantedConflict(claims=names, wrong=names[-1], why=why))
        told += claims
    lines = [*_head(draw, story)]
    for place, keys in enumerate(told):
        source = draw(st.sampled_from(_SOURCES))
        lines += ["", "[[claim]]", *_keys({"id": _name(place), **keys, "source": source})]
    found = draw(st.builds(CaseFile, text=st.just("\n".join(lines) + "\n"), planted=st.just(tuple(planted))))
    if currently_in_test_context():
        note(f"A case file:\n{found.text}")
    return found


@st.composite
def _stories(draw: st.DrawFn, wanted: _Wanted) -> TrueStory:
    count = draw(st.integers(*wanted.events))
    day = draw(wanted.days)
    # Within three days, so that dates and hours collide; now and then two events are one.
    minutes = draw(st.lists(st.integers(0, 3 * 24 * 60), min_size=count, max_size=count))
    at_once = [place > 0 and draw(st.integers(0, 9)) == 9 for place in range(count)]
    events: dict[str, int] = {}
    for name, minute, again in zip(_EVENTS, minutes, at_once, strict=False):
        events[name] = next(iter(events.values())) if again else day * DAY + minute * MINUTE
    clocks = {name: draw(wanted.zones) for name in _CLOCKS[: draw(st.integers(*wanted.clocks))]}
    for clock in clocks.values():
        if clock.basis.source == "label table":
            raise InvalidArgument(f"A label cannot be the zone of a clock in a case file, but zones drew {clock!r}")
    return TrueStory(events=events, clocks=clocks)


def _head(draw: st.DrawFn, story: TrueStory) -> Iterator[str]:
    yield from _keys({"schema": 1, "id": "drawn", "title": "Drawn"})
    yield from ("", "[sources]")
    for source in _SOURCES:
        confidence = draw(st.sampled_from([each.value for each in Confidence]))
        yield f'{source} = {{ title = "the {source}", confidence = "{confidence}" }}'
    yield from ("", "[clocks]")
    for name, clock in story.clocks.items():
        key = "offset" if clock.basis.source == "fixed offset" and clock.key != "UTC" else "zone"
        kept = draw(st.sampled_from(("", ", candidate = false")))
        yield f"{name} = {{ name = {json.dumps(name)}, {key} = {json.dumps(clock.key)}{kept} }}"
    yield from ("", "[events]")
    for event in story.events:
        yield f'{event} = "the {event}"'


def _name(place: int) -> str:
    return f"c{place + 1}"


def _keys(keys: Mapping[str, object]) -> list[str]:
    return [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items()]
