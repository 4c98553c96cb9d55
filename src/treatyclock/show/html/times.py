"""What a text may mean, as an HTML table of instants and clocks."""

from __future__ import annotations

from treatyclock.civil.when_answer import WhenAnswer
from treatyclock.errors import plain
from treatyclock.instants import iso
from treatyclock.printing import HTML, Printer
from treatyclock.show.html.elements import Content, Html, element, fragment, table


def _when(found: WhenAnswer) -> Html:
    rows: list[tuple[Content, ...]] = []
    for number, part in enumerate(found.moment.support):
        exact = part.start is not None and part.end == part.start + 1
        rows.append(("UTC", iso(part.start), "" if exact else iso(part.end)))
        rows += [
            (plain(each.zone.key), each.parts[number][0], "" if exact else each.parts[number][1]) for each in found.also
        ]
    notes = element("ul", *(element("li", plain(note)) for note in found.notes)) if found.notes else None
    return fragment(element("p", plain(found.symbol), class_="lead"), table(("clock", "from", "to"), rows), notes)


WHEN = Printer(of=WhenAnswer, format=HTML, write=_when)
