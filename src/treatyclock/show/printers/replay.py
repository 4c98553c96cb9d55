"""A replayed answer as text and as data."""

from __future__ import annotations

from typing import Any

from treatyclock.answers.replay import Replay
from treatyclock.errors import plain
from treatyclock.printing import DATA, TEXT, Printer
from treatyclock.show.printers.citation import outcome_of
from treatyclock.show.printers.text import filled, head


def _text(found: Replay) -> str:
    lines = [replay_lead(found)]
    for each in found.changed:
        lines.append(filled(f"  {each.what}: {plain(each.then)}, now {plain(each.now)}", "    "))
    if found.agrees and not found.changed:
        lines.append("  Nothing that it rests on has changed.")
    return "\n".join(lines)


def replay_lead(found: Replay) -> str:
    """Say whether it is the same answer, and what it is."""
    same = "The same answer" if found.agrees else "Another answer"
    return f"{same}: {head(found.answer)}"


def _data(found: Replay) -> dict[str, Any]:
    return {
        "agrees": found.agrees,
        "answer": outcome_of(found.answer),
        "changed": [
            {"what": each.what, "then": each.then, "now": each.now, "decides": each.decides} for each in found.changed
        ],
    }


REPLAY = Printer(of=Replay, format=TEXT, write=_text)
REPLAY_DATA = Printer(of=Replay, format=DATA, write=_data)
