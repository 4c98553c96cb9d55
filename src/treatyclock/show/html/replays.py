"""A replayed answer as HTML: whether it is the same, and what has changed."""

from __future__ import annotations

from treatyclock.answers.replay import Replay
from treatyclock.errors import plain
from treatyclock.printing import HTML, Printer
from treatyclock.show.html.elements import Html, element, fragment, table
from treatyclock.show.printers.replay import replay_lead


def _replay(found: Replay) -> Html:
    rows = [(plain(each.what), plain(each.then), plain(each.now)) for each in found.changed]
    changed = table(("", "then", "now"), rows) if rows else element("p", "Nothing that it rests on has changed.")
    return fragment(element("p", replay_lead(found), class_="lead"), changed)


REPLAY = Printer(of=Replay, format=HTML, write=_replay)
