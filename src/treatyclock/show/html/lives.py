"""Lives and treaties as HTML: a table of days first, a picture second."""

from __future__ import annotations

from collections.abc import Iterable

from treatyclock.answers.chronology import Chronologies, Chronology, ChronologyOf
from treatyclock.answers.overview import Overview
from treatyclock.errors import plain
from treatyclock.law.record import Record
from treatyclock.printing import HTML, SVG, Printer
from treatyclock.show.html.answers import dates_table
from treatyclock.show.html.elements import Content, Html, element, folded, fragment, joined, table
from treatyclock.show.pictures.asked import picture_of_lives
from treatyclock.show.pictures.lives import picture_of
from treatyclock.show.pictures.picture import Picture
from treatyclock.show.pictures.svg import svg
from treatyclock.show.supposed import first_lines
from treatyclock.show.words import status_words

_NAMED = 12
"""How many names a row of the table has before the rest is folded."""


def _rows(life: Chronology) -> Iterable[tuple[Content, ...]]:
    return ((each.begins, each.ends, status_words(each.status) or "not known") for each in life)


def _chronology(life: Chronology) -> Html:
    told = first_lines(life.supposed)
    return fragment(
        element("p", *told) if told else None, table(("from", "to", "status"), _rows(life)), _drawn(_of_one(life))
    )


def _of_one(life: Chronology) -> Picture:
    return picture_of("The statuses of each day", [("", life)])


def _drawn(picture: Picture) -> Html | None:
    return svg(picture) if any(band.bars for band in picture.bands) else None


def _chronologies(lives: Chronologies) -> Html:
    return fragment(_lives_table(lives), _drawn(picture_of_lives(lives)))


def _lives_table(lives: Chronologies) -> Html:
    """Write a row for each stage of each kind of life; those that are alike share their rows."""
    rows: list[tuple[Content, ...]] = []
    for alike in lives.alike():
        name: Content = _names(alike, lives.by)
        for row in _rows(alike[0].chronology):
            rows.append((name, *row))
            name = ""
    return table((lives.by, "from", "to", "status"), rows)


def _names(alike: tuple[ChronologyOf, ...], by: str) -> Html:
    names = [plain(each.name if by == "party" or not each.id else each.id) for each in alike]
    if len(names) <= _NAMED:
        return joined(", ".join(names))
    return folded(f"{', '.join(names[:3])} and {len(names) - 3} more", ", ".join(names[3:]))


def _overview(found: Overview) -> Html:
    record = found.record
    parties = [plain(each.name) for each in record.parties]
    known = ", ".join(parties) if len(parties) <= _NAMED else f"{len(parties)}: {', '.join(parties[:6])} ..."
    readings = [(element("code", each.id), plain(each.title), plain(each.holder)) for each in record.readings]
    several = len(found.by_party.alike()) > 1
    return fragment(
        element("p", plain(record.title), " ", element("span", plain(record.id), class_="aside"), class_="lead"),
        table((), [("parties", known), *([("parts", _parts(record))] if record.parts else [])]),
        dates_table(found.dates),
        _drawn(picture_of_lives(found.by_party if several else found.by_reading)),
        folded("Party by party", _lives_table(found.by_party)) if several else None,
        folded("Part by part", _chronologies(found.by_part)) if found.by_part is not None else None,
        folded(
            f"Readings ({len(readings)})",
            table(("reading", "what it holds", "whose"), readings),
            _drawn(picture_of_lives(found.by_reading)) if several else None,
        )
        if readings
        else None,
    )


def _parts(record: Record) -> str:
    return ", ".join(each.id if not each.title else f"{each.id} ({plain(each.title)})" for each in record.parts)


CHRONOLOGY = Printer(of=Chronology, format=HTML, write=_chronology)
CHRONOLOGIES = Printer(of=Chronologies, format=HTML, write=_chronologies)
OVERVIEW = Printer(of=Overview, format=HTML, write=_overview)
CHRONOLOGY_PICTURE = Printer(of=Chronology, format=SVG, write=lambda life: svg(_of_one(life)))
CHRONOLOGIES_PICTURE = Printer(of=Chronologies, format=SVG, write=lambda lives: svg(picture_of_lives(lives)))
