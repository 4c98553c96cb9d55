"""What a text may mean, as text and as data."""

from __future__ import annotations

from typing import Any

from treatyclock.civil.when_answer import WhenAnswer
from treatyclock.instants import iso
from treatyclock.printing import DATA, TEXT, Printer


def _data(found: WhenAnswer) -> dict[str, Any]:
    return {
        "text": found.text,
        "symbol": found.symbol,
        "support": [{"from": iso(part.start), "to": iso(part.end)} for part in found.moment.support],
        "clocks": [clock.key for clock in found.moment.zones],
        "notes": list(found.notes),
        "also": [
            {"zone": shown.zone.key, "from": start, "to": end} for shown in found.also for start, end in shown.parts
        ],
    }


def _text(found: WhenAnswer) -> str:
    lines = [found.symbol]
    for i, part in enumerate(found.moment.support):
        # An instant is a part that holds one microsecond. Its start alone says it.
        ends = 1 if part.start is not None and part.end == part.start + 1 else 2
        lines.append("  " + " to ".join([iso(part.start), iso(part.end)][:ends]))
        lines += ["    = " + " to ".join(shown.parts[i][:ends]) for shown in found.also]
    return "\n".join([*lines, *(f"  note: {note}" for note in found.notes)])


WHEN = Printer(of=WhenAnswer, format=TEXT, write=_text)
WHEN_DATA = Printer(of=WhenAnswer, format=DATA, write=_data)
