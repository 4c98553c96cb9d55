"""Where readings contradict a life: from when to when, and which."""

from __future__ import annotations

from datetime import datetime

from treatyclock.answers.chronology import Chronologies, Chronology, Stage
from treatyclock.errors import plain
from treatyclock.show.pictures.lives import differences
from treatyclock.show.pictures.picture import Band, Bar, Fill
from treatyclock.show.words import listed


def contested(life: Chronology, by_reading: Chronologies) -> tuple[Band, ...]:
    """Return a band of the stretches in which a reading says otherwise; none where all agree.

    Stretches that touch are one, and tell of every reading that says otherwise in any part.

    Args:
        life: A life.
        by_reading: The lives by each reading.
    """
    found = sorted(
        (start, end, plain(each.id or each.name))
        for each in by_reading
        for start, end in differences(life, each.chronology, datetime.min, datetime.max)
    )
    joined: list[tuple[datetime, datetime, list[str]]] = []
    for start, end, name in found:
        if joined and start <= joined[-1][1]:
            begun, reached, names = joined[-1]
            joined[-1] = (begun, max(reached, end), [*names, name])
        else:
            joined.append((start, end, [name]))
    return (Band(name="contested", bars=tuple(_bar(*each) for each in joined)),) if joined else ()


def _bar(start: datetime, end: datetime, names: list[str]) -> Bar:
    stage = Stage(
        start=None if start == datetime.min else start, end=None if end == datetime.max else end, status=frozenset()
    )
    return Bar(
        start=stage.start, end=stage.end, fill=Fill.CONTESTED,
        begins="" if stage.start is None else stage.begins,
        ends="" if stage.end is None or stage.ends == stage.begins else stage.ends,
        told=f"{stage.begins} to {stage.ends}: otherwise by {listed(list(dict.fromkeys(names)))}",
    )  # fmt: skip
