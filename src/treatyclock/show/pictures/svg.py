"""A picture as SVG: text that can be selected and read aloud, light or dark, told apart without colour."""

from __future__ import annotations

from treatyclock.show.html.elements import Html, element, mark_of
from treatyclock.show.pictures.drawing import Arrow, Box, Drawable, Ink, Lettering
from treatyclock.show.pictures.layout import WIDTH, layout
from treatyclock.show.pictures.picture import Fill, Picture, Plane

STYLE = """
.tc-svg{font-family:"DejaVu Sans",Verdana,"Noto Sans CJK JP",IPAGothic,sans-serif;
--ink:#1b1b1f;--faint:#8a8a94;--fill:#2463a6;--open:#b25e00;--paper:#fff}
.tc-svg text{fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.tc-svg .faint{fill:var(--faint)}
.tc-svg .halo{stroke:var(--paper);stroke-width:3}.tc-svg .leader{stroke:var(--faint);stroke-width:.7}
.tc-svg .axis{stroke:var(--faint);stroke-width:1}.tc-svg .grid{stroke:var(--faint);stroke-width:.5;opacity:.45}
.tc-svg .strong{stroke:var(--ink);stroke-width:1.2}
.tc-svg .mark{stroke:var(--ink);stroke-width:1.2;stroke-dasharray:5 3}
.tc-svg .differs{stroke:var(--open);stroke-width:3}
.tc-svg .paper{fill:var(--paper)}.tc-svg .on{fill:var(--paper);stroke:none}.tc-svg .goes-on{fill:var(--fill)}
@media (prefers-color-scheme:dark){.tc-svg{--ink:#ececf1;--faint:#8f8f9c;--fill:#6aa9f0;--open:#f0a04b;--paper:#16161a}}
[data-jp-theme-light="false"] .tc-svg{--ink:#ececf1;--faint:#8f8f9c;--fill:#6aa9f0;--open:#f0a04b;--paper:#16161a}
[data-jp-theme-light="true"] .tc-svg{--ink:#1b1b1f;--faint:#8a8a94;--fill:#2463a6;--open:#b25e00;--paper:#fff}
""".replace("\n", "")


def svg(picture: Picture | Plane, *, width: float = WIDTH) -> Html:
    """Draw a picture.

    Args:
        picture: What to draw.
        width: Its width, in pixels.
    """
    drawing = layout(picture, width=width)
    mark = mark_of(drawing)
    return element(
        "svg",
        element("title", drawing.title, id=f"{mark}-t"),
        element("desc", ". ".join(drawing.told), id=f"{mark}-d"),
        Html(f"<style>{STYLE}</style>"),
        _patterns(mark),
        # Legible on any page, whatever its colour and whatever the reader prefers.
        element("rect", width=f"{width:g}", height=f"{drawing.height:g}", rx=4, class_="paper"),
        element("g", *(_shape(each, mark) for each in drawing.shapes)),
        element("g", *map(_text, drawing.texts)),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {drawing.height:g}",
        width=f"{width:g}",
        height=f"{drawing.height:g}",
        class_="tc-svg",
        role="img",
        aria_labelledby=f"{mark}-t {mark}-d",
    )


def _at(number: float) -> str:
    return f"{number:.1f}"


def _shape(shape: Drawable, mark: str) -> Html:
    if isinstance(shape, Box):
        return element(
            "rect", element("title", shape.told) if shape.told else None, x=_at(shape.left), y=_at(shape.top),
            width=_at(shape.width), height=_at(shape.height), **_paint(shape.fill, mark),
        )  # fmt: skip
    if isinstance(shape, Arrow):
        left, top, bottom = _at(shape.left), _at(shape.top), _at(shape.top + shape.height)
        tip = f"{_at(shape.left + shape.width)},{_at(shape.top + shape.height / 2)}"
        return element("path", d=f"M{left},{top}L{tip}L{left},{bottom}Z", **_paint(shape.fill, mark))
    return element(
        "line", x1=_at(shape.x1), x2=_at(shape.x2), y1=_at(shape.y1), y2=_at(shape.y2), class_=shape.pen.value
    )


def _text(text: Lettering) -> Html:
    return element(
        "text", text.text, element("title", text.whole) if text.whole else None, x=_at(text.x), y=_at(text.y),
        font_size=text.size, text_anchor="middle" if text.middle else None,
        class_=None if text.ink is Ink.PLAIN else text.ink.value,
    )  # fmt: skip


# --- fills -------------------------------------------------------------------------------------------


def _paint(fill: Fill, mark: str) -> dict[str, str]:
    return {"style": _FILLS[fill].replace("#", f"#{mark}-")}


_FILLS = {
    Fill.IN_FORCE: "fill:var(--fill)",
    Fill.KNOWN: "fill:var(--fill)",
    Fill.UNKNOWN: "fill:url(#open);stroke:var(--open);stroke-width:1",
    Fill.ONE_OF: "fill:url(#open);stroke:var(--open);stroke-width:1",
    Fill.CONTESTED: "fill:url(#crossed);stroke:var(--open);stroke-width:1",
    Fill.SUSPENDED: "fill:url(#suspended);stroke:var(--fill);stroke-width:1",
    Fill.PROVISIONAL: "fill:url(#dots);stroke:var(--fill);stroke-width:1",
    Fill.GIVEN_UP: "fill:var(--paper);stroke:var(--open);stroke-width:1;stroke-dasharray:2 2",
    Fill.NOT_IN_FORCE: "fill:var(--faint);fill-opacity:.16;stroke:var(--faint);stroke-width:.5",
    Fill.NOTHING_KNOWN: "fill:url(#sparse);stroke:var(--faint);stroke-width:.5",
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
        pattern("crossed", 6, element("path", d="M0,0L6,6M6,0L0,6", style=stroke.format("open"))),
        pattern("suspended", 6, element("path", d="M0,3H6M3,0V6", style=stroke.format("fill"))),
        pattern("sparse", 9, element("path", d="M0,9L9,0", style="stroke:var(--faint);stroke-width:.5;fill:none")),
        pattern("dots", 5, element("circle", cx=2, cy=2, r=1, style="fill:var(--fill)")),
    )
