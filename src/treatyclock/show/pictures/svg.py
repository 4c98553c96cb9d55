"""A picture as SVG: text that can be selected and read aloud, light or dark, told apart without colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from treatyclock.show.html.elements import Html, element, joined, mark_of
from treatyclock.show.pictures.letters import rows_of, shortened, width_of
from treatyclock.show.pictures.picture import Band, Bar, Fill, Picture, Tick

WIDTH = 760.0
_LETTERS, _SMALL = 12.0, 10.5
_BAR, _ROW, _GAP, _TOP = 15.0, 13.0, 9.0, 8.0
_NAMES, _NARROW = 200.0, 500.0
_THIN = 2.5
"""The least width of a bar: a day among decades must be seen."""

STYLE = """
.tc-svg{font-family:"DejaVu Sans",Verdana,"Noto Sans CJK JP",IPAGothic,sans-serif;
--ink:#1b1b1f;--faint:#8a8a94;--fill:#2463a6;--open:#b25e00;--paper:#fff}
.tc-svg text{fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.tc-svg .faint{fill:var(--faint)}
.tc-svg .axis{stroke:var(--faint);stroke-width:1}.tc-svg .grid{stroke:var(--faint);stroke-width:.5;opacity:.45}
.tc-svg .strong{stroke:var(--ink);stroke-width:1.2}
.tc-svg .mark{stroke:var(--ink);stroke-width:1.2;stroke-dasharray:5 3}
.tc-svg .differs{stroke:var(--open);stroke-width:3}
.tc-svg .paper{fill:var(--paper)}.tc-svg .on{fill:var(--paper);stroke:none}.tc-svg .goes-on{fill:var(--fill)}
@media (prefers-color-scheme:dark){.tc-svg{--ink:#ececf1;--faint:#8f8f9c;--fill:#6aa9f0;--open:#f0a04b;--paper:#16161a}}
[data-jp-theme-light="false"] .tc-svg{--ink:#ececf1;--faint:#8f8f9c;--fill:#6aa9f0;--open:#f0a04b;--paper:#16161a}
[data-jp-theme-light="true"] .tc-svg{--ink:#1b1b1f;--faint:#8a8a94;--fill:#2463a6;--open:#b25e00;--paper:#fff}
""".replace("\n", "")


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things stand: the picture, the name of its ids, the edges of its bands, and whether names stand above."""

    picture: Picture
    mark: str
    left: float
    right: float
    names_above: bool = False

    def x(self, share: float) -> float:
        return self.left + share * (self.right - self.left)

    def edges(self, bar: Bar) -> tuple[float, float]:
        start, end = self.x(self.picture.place(bar.start, 0.0)), self.x(self.picture.place(bar.end, 1.0))
        if end - start < _THIN:
            middle = (start + end) / 2
            start, end = middle - _THIN / 2, middle + _THIN / 2
        return start, end


def svg(picture: Picture, *, width: float = WIDTH) -> Html:
    """Draw a picture; in a narrow one, names stand above their bands rather than beside them.

    Args:
        picture: What to draw.
        width: Its width, in pixels.
    """
    frame = _frame_of(picture, width)
    mark = frame.mark
    marked, above = _mark_labels(frame)
    y = _TOP + above
    bands, texts, top = [], [], y
    for band in picture.bands:
        drawn, written, height = _band(band, frame, y)
        bands.append(drawn)
        texts.append(written)
        y += height + _GAP
    bottom = y
    if picture.ticks:
        scale = _scale(picture.ticks, frame, top, bottom)
        y += _ROW + 8
    else:
        scale = Html("")
    marks = joined(*_marks(marked, top, bottom))
    legend, y = _legend(frame, width, y)
    notes = [
        element("text", note, x=4, y=_at(y + 12 + n * _ROW), font_size=_SMALL) for n, note in enumerate(picture.notes)
    ]
    height = y + len(picture.notes) * _ROW + 6
    return element(
        "svg",
        element("title", picture.title, id=f"{mark}-t"),
        element("desc", _told(picture), id=f"{mark}-d"),
        Html(f"<style>{STYLE}</style>"),
        _patterns(mark),
        # Legible on any page, whatever its colour and whatever the reader prefers.
        element("rect", width=width, height=f"{height:g}", rx=4, class_="paper"),
        scale,
        *bands,
        marks,
        *texts,
        legend,
        *notes,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {height:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        class_="tc-svg",
        role="img",
        aria_labelledby=f"{mark}-t {mark}-d",
    )


def places(picture: Picture, moments: Iterable[datetime], *, width: float = WIDTH) -> tuple[float, ...]:
    """Return how far from its left edge moments stand in a drawing, as shares of its width.

    Args:
        picture: What is drawn.
        moments: The moments.
        width: The width in which it is drawn.
    """
    frame = _frame_of(picture, width)
    return tuple(frame.x(picture.place(at, 0.0)) / width for at in moments)


def _frame_of(picture: Picture, width: float) -> _Frame:
    widest = max((width_of(band.name, _LETTERS) for band in picture.bands), default=0.0)
    above = width < _NARROW and widest > 0
    left = min(widest, _NAMES) + 18 if widest and not above else 6.0
    return _Frame(picture, mark_of(picture, width), left, width - 10, above)


def _at(number: float) -> str:
    return f"{number:.1f}"


def _told(picture: Picture) -> str:
    """Tell in words what is drawn, for those who hear it."""
    rows = (
        f"{band.name or picture.title}: {'; '.join(bar.told for bar in band.bars) or 'nothing'}"
        for band in picture.bands
    )
    return ". ".join([*rows, *(f"{mark.label}: {mark.at.isoformat(sep=' ')[:16]}" for mark in picture.marks)])


# --- bands -----------------------------------------------------------------------------------------


def _band(band: Band, frame: _Frame, y: float) -> tuple[Html, Html, float]:
    """Draw a band; return its shapes, its texts, which stand above all shapes, and its height."""
    named = _ROW + 3 if frame.names_above else 0.0
    lines, hours, scale = _own_scale(band, frame, y + named)
    above = named + scale
    top = y + above
    labels, rows = _labels(band, frame, top + _BAR + 2)
    room, line_of_name = (frame.right, y + _ROW - 2) if frame.names_above else (frame.left - 18, top + _BAR - 3.5)
    name = element(
        "text", shortened(band.name, _LETTERS, room), element("title", band.name),
        x=6, y=_at(line_of_name), font_size=_LETTERS,
    )  # fmt: skip
    line = element(
        "line", x1=_at(frame.left), x2=_at(frame.right), y1=_at(top + _BAR), y2=_at(top + _BAR), class_="axis"
    )
    bars = [_bar(bar, frame, top) for bar in band.bars]
    inside = [_inside(bar, frame, top) for bar in band.bars]
    differs = [
        element(
            "line", x1=_at(frame.x(frame.picture.place(start, 0))), x2=_at(frame.x(frame.picture.place(end, 1))),
            y1=_at(top + _BAR + 2.5), y2=_at(top + _BAR + 2.5), class_="differs",
        )
        for start, end in band.differs
    ]  # fmt: skip
    lower = 3.0 if band.differs else 0.0
    shapes, texts = element("g", line, *bars, *lines, *differs), element("g", name, *inside, *hours, *labels)
    return shapes, texts, above + _BAR + rows * _ROW + 3 + lower


def _bar(bar: Bar, frame: _Frame, y: float) -> Html:
    start, end = frame.edges(bar)
    shape = element(
        "rect", element("title", bar.told) if bar.told else None, x=_at(start), y=_at(y), width=_at(end - start),
        height=_BAR, **_paint(bar.fill, frame.mark),
    )  # fmt: skip
    if bar.end is None:  # it goes on beyond the picture
        tip = f"M{_at(end)},{_at(y)}L{_at(end + 7)},{_at(y + _BAR / 2)}L{_at(end)},{_at(y + _BAR)}Z"
        shape = joined(shape, element("path", d=tip, **_paint(bar.fill, frame.mark)))
    return shape


def _inside(bar: Bar, frame: _Frame, y: float) -> Html | None:
    """Write in a bar what stands there, if there is room."""
    start, end = frame.edges(bar)
    if not bar.label or width_of(bar.label, _SMALL) + 6 > end - start:
        return None
    return element(
        "text", bar.label, x=_at((start + end) / 2), y=_at(y + _BAR - 4), font_size=_SMALL, text_anchor="middle",
        class_="on" if bar.fill is Fill.IN_FORCE else None,
    )  # fmt: skip


def _labels(band: Band, frame: _Frame, y: float) -> tuple[list[Html], int]:
    """Write the days at the edges of bars, in as many rows as it takes so that none runs into another."""
    wanted: dict[tuple[str, float], tuple[float, float, str]] = {}
    for bar in band.bars:
        start, end = frame.edges(bar)
        for text, at, before in ((bar.begins, start, False), (bar.ends, end, True)):
            if not text:
                continue
            wide = width_of(text, _SMALL)
            begins = min(max(at - wide if before else at, frame.left), frame.right - wide)
            wanted.setdefault((text, round(at)), (begins, begins + wide, text))
    for tick in band.below:
        at, wide = frame.x(frame.picture.place(tick.at, 0.0)), width_of(tick.label, _SMALL)
        begins = min(max(at - wide / 2, frame.left), frame.right - wide)
        wanted.setdefault((tick.label, round(at)), (begins, begins + wide, tick.label))
    placed = sorted(wanted.values())
    rows = rows_of([(start, end) for start, end, _ in placed], gap=6)
    drawn = [
        element("text", text, x=_at(start), y=_at(y + 10 + row * _ROW), font_size=_SMALL)
        for (start, _, text), row in zip(placed, rows, strict=True)
    ]
    return drawn, max(rows, default=-1) + 1


def _own_scale(band: Band, frame: _Frame, y: float) -> tuple[list[Html], list[Html], float]:
    """Return the lines and the texts of a band's own scale, and the room that they take above it."""
    if not band.ticks:
        return [], [], 0.0
    above = _ROW + 2
    lines, texts = [], []
    for tick, (at, begins) in _fitting(band.ticks, frame):
        kind = "strong" if tick.strong else "axis"
        lines.append(
            element("line", x1=_at(at), x2=_at(at), y1=_at(y + above - 4), y2=_at(y + above + _BAR), class_=kind)
        )
        if tick.label:
            texts.append(element("text", tick.label, x=_at(begins), y=_at(y + _ROW - 4), font_size=_SMALL))
    return lines, texts, above


# --- scale, marks, legend ----------------------------------------------------------------------------


def _fitting(ticks: tuple[Tick, ...], frame: _Frame) -> Iterator[tuple[Tick, tuple[float, float]]]:
    """Yield ticks with where they stand and where their labels begin; a label without room is left out."""
    free = float("-inf")
    for tick in ticks:
        at = frame.x(frame.picture.place(tick.at, 0.0))
        wide = width_of(tick.label, _SMALL)
        begins = min(max(at - wide / 2, frame.left - 8), frame.right + 8 - wide)
        if tick.label and begins < free:
            yield Tick(at=tick.at, label="", strong=tick.strong), (at, at)
            continue
        free = begins + wide + 8 if tick.label else free
        yield tick, (at, begins)


def _scale(ticks: tuple[Tick, ...], frame: _Frame, top: float, bottom: float) -> Html:
    drawn = [element("line", x1=_at(frame.left), x2=_at(frame.right), y1=_at(bottom), y2=_at(bottom), class_="axis")]
    for tick, (at, begins) in _fitting(ticks, frame):
        drawn.append(element("line", x1=_at(at), x2=_at(at), y1=_at(top), y2=_at(bottom + 4), class_="grid"))
        drawn.append(element("text", tick.label, x=_at(begins), y=_at(bottom + 15), font_size=_SMALL, class_="faint"))
    return element("g", *drawn)


def _mark_labels(frame: _Frame) -> tuple[list[tuple[float, float, str, int]], float]:
    """Return where each mark and its label stand, and in which row, and how much room the rows take."""
    placed = []
    for mark in sorted(frame.picture.marks, key=lambda each: each.at):
        at, wide = frame.x(frame.picture.place(mark.at, 0.0)), width_of(mark.label, _SMALL)
        placed.append((at, min(max(at - wide / 2, 0.0), frame.right - wide), mark.label, wide))
    rows = rows_of([(begins, begins + wide) for _, begins, _, wide in placed], gap=8)
    marked = [(at, begins, label, row) for (at, begins, label, _), row in zip(placed, rows, strict=True)]
    return marked, (max(rows) + 1) * _ROW + 4 if rows else 0.0


def _marks(marked: list[tuple[float, float, str, int]], top: float, bottom: float) -> Iterator[Html]:
    for at, begins, label, row in marked:
        yield element("line", x1=_at(at), x2=_at(at), y1=_at(top - 3 - row * _ROW), y2=_at(bottom), class_="mark")
        yield element("text", label, x=_at(begins), y=_at(top - 6 - row * _ROW), font_size=_SMALL)


def _legend(frame: _Frame, width: float, y: float) -> tuple[Html, float]:
    entries: list[tuple[Fill | None, str]] = [(fill, fill.value) for fill in frame.picture.fills]
    if any(band.differs for band in frame.picture.bands):
        entries.append((None, "differs from the first"))
    drawn, x = [], 4.0
    y += 4
    for fill, text in entries:
        wide = 26 + width_of(text, _SMALL)
        if x + wide > width and x > 4.0:
            x, y = 4.0, y + _ROW + 4
        swatch = (
            element("line", x1=_at(x), x2=_at(x + 18), y1=_at(y + 6), y2=_at(y + 6), class_="differs")
            if fill is None
            else element("rect", x=_at(x), y=_at(y), width=18, height=11, **_paint(fill, frame.mark))
        )
        drawn += [swatch, element("text", text, x=_at(x + 23), y=_at(y + 9.5), font_size=_SMALL)]
        x += wide + 14
    return element("g", *drawn), y + (_ROW + 4 if entries else 0)


# --- fills -------------------------------------------------------------------------------------------


def _paint(fill: Fill, mark: str) -> dict[str, str]:
    return {"style": _FILLS[fill].replace("#", f"#{mark}-")}


_FILLS = {
    Fill.IN_FORCE: "fill:var(--fill)",
    Fill.KNOWN: "fill:var(--fill)",
    Fill.UNKNOWN: "fill:url(#open);stroke:var(--open);stroke-width:1",
    Fill.ONE_OF: "fill:url(#open);stroke:var(--open);stroke-width:1",
    Fill.SUSPENDED: "fill:url(#suspended);stroke:var(--fill);stroke-width:1",
    Fill.PROVISIONAL: "fill:url(#dots);stroke:var(--fill);stroke-width:1",
    Fill.SURVIVING: "fill:none;stroke:var(--fill);stroke-width:1;stroke-dasharray:4 2",
    Fill.DAY: "fill:var(--faint);fill-opacity:.16;stroke:var(--faint);stroke-width:1",
    Fill.NEXT_DAY: "fill:var(--fill);fill-opacity:.22;stroke:var(--fill);stroke-width:1",
}


def _patterns(mark: str) -> Html:
    def pattern(name: str, size: int, *content: Html) -> Html:
        return element(
            "pattern", *content, id=f"{mark}-{name}", width=size, height=size, patternUnits="userSpaceOnUse",
        )  # fmt: skip

    stroke = "stroke:var(--{});stroke-width:1.4;fill:none"
    return element(
        "defs",
        pattern("open", 6, element("path", d="M-1,7L7,-1M-1,1L1,-1M5,7L7,5", style=stroke.format("open"))),
        pattern("suspended", 6, element("path", d="M0,3H6M3,0V6", style=stroke.format("fill"))),
        pattern("dots", 5, element("circle", cx=2, cy=2, r=1, style="fill:var(--fill)")),
    )
