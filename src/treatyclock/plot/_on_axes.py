"""A drawing on the Axes of matplotlib: every shape and text where the layout has put it, for SVG the same as here.

Times stand where matplotlib's own dates would, so that more can be drawn over a picture: ``ax.axvline(datetime(...))``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from treatyclock.errors import MissingExtraError, WrongTypeError
from treatyclock.show.pictures.drawing import Arrow, Axis, Box, Drawable, Drawing, Ink, Lettering, Pen
from treatyclock.show.pictures.layout import WIDTH, layout
from treatyclock.show.pictures.letters import width_of
from treatyclock.show.pictures.picture import Fill, Picture, Plane

try:
    from matplotlib import pyplot
    from matplotlib.axes import Axes
    from matplotlib.colors import to_rgb, to_rgba
    from matplotlib.dates import date2num
    from matplotlib.font_manager import fontManager
    from matplotlib.lines import Line2D
    from matplotlib.patches import Polygon, Rectangle
except ImportError:
    raise MissingExtraError("a plot", "matplotlib", "plot") from None

_INCH, _POINTS = 96.0, 72.0 / 96.0
_LETTERS, _HEAD = 12.0, 26.0
_SEVERAL_SCRIPTS = ("Noto Sans CJK JP", "IPAGothic", "Yu Gothic", "Hiragino Sans", "MS Gothic")

_LIGHT = {"ink": "#1b1b1f", "faint": "#6f6f7a", "fill": "#2463a6", "open": "#b25e00"}
_DARK = {"ink": "#ececf1", "faint": "#a0a0ac", "fill": "#6aa9f0", "open": "#f0a04b"}

_FILLS: dict[Fill, dict[str, Any]] = {
    Fill.IN_FORCE: {"face": "fill"},
    Fill.KNOWN: {"face": "fill"},
    Fill.UNKNOWN: {"edge": "open", "hatch": "//////"},
    Fill.ONE_OF: {"edge": "open", "hatch": "//////"},
    Fill.CONTESTED: {"edge": "open", "hatch": "xxxxx"},
    Fill.SUSPENDED: {"edge": "fill", "hatch": "++++"},
    Fill.PROVISIONAL: {"edge": "fill", "hatch": "....."},
    Fill.SURVIVING: {"edge": "fill", "linestyle": (0, (4, 2))},
    Fill.GIVEN_UP: {"edge": "open", "linestyle": (0, (2, 2))},
    Fill.NOT_IN_FORCE: {"edge": "faint", "face": "faint", "alpha": 0.16},
    Fill.NOTHING_KNOWN: {"edge": "faint", "hatch": "//"},
    Fill.DAY: {"edge": "faint", "face": "faint", "alpha": 0.16},
    Fill.NEXT_DAY: {"edge": "fill", "face": "fill", "alpha": 0.3},
}
_PENS: dict[Pen, dict[str, Any]] = {
    Pen.AXIS: {"color": "faint", "linewidth": 0.75},
    Pen.GRID: {"color": "faint", "linewidth": 0.4, "alpha": 0.5},
    Pen.LEADER: {"color": "faint", "linewidth": 0.6},
    Pen.HALO: {"color": "paper", "linewidth": 2.4},
    Pen.STRONG: {"color": "ink", "linewidth": 1.0},
    Pen.MARK: {"color": "ink", "linewidth": 0.9, "linestyle": (0, (5, 3))},
    Pen.DIFFERS: {"color": "open", "linewidth": 2.2},
}


def draw(picture: Picture | Plane, ax: Axes | None = None) -> Axes:
    """Draw a picture, with its title above.

    Args:
        picture: What to draw.
        ax: Where; a figure of the height that the picture needs is made if left out. Where these Axes are too low,
            everything is drawn smaller, so that nothing runs into another all the same.

    Raises:
        WrongTypeError: If these are no Axes.
    """
    if ax is None:
        drawing, scale, ax = _made(picture)
    elif isinstance(ax, Axes):
        drawing, scale = _fitted(picture, ax)
    else:
        raise WrongTypeError("ax", ax, "the Axes of matplotlib, as plt.subplots() returns them; or none")
    _Canvas(ax, drawing, scale).draw()
    return ax


def _made(picture: Picture | Plane) -> tuple[Drawing, float, Axes]:
    """Make a figure in which the picture has the room that it needs."""
    drawing = layout(picture, width=WIDTH)
    whole = drawing.height + _HEAD * 1.1
    figure = pyplot.figure(figsize=(WIDTH / _INCH, whole / _INCH))
    return drawing, 1.0, figure.add_axes((0, 0, 1, drawing.height / whole))


def _fitted(picture: Picture | Plane, ax: Axes) -> tuple[Drawing, float]:
    """Lay a picture out for Axes; the scale is by how much smaller it is drawn where they are too low."""
    room = ax.bbox.transformed(ax.figure.dpi_scale_trans.inverted())
    width, height = room.width * _INCH, room.height * _INCH
    drawing, scale = layout(picture, width=width), 1.0
    while drawing.height * scale > height:
        # A wider layout needs fewer rows, so that what fits one step further on may be larger than this share says.
        scale *= max(height / (drawing.height * scale), 0.5) * 0.999
        drawing = layout(picture, width=width / scale)
    return drawing, scale


@cache
def _family() -> tuple[str, ...]:
    """The letters by whose width texts are placed, and those found here for the scripts that they lack."""
    installed = {font.name for font in fontManager.ttflist}
    return ("DejaVu Sans", *(name for name in _SEVERAL_SCRIPTS if name in installed))


class _Canvas:
    """Axes, and how what is drawn on them looks."""

    def __init__(self, ax: Axes, drawing: Drawing, scale: float) -> None:
        """Take the Axes; colours go by whether they are light or dark."""
        self._ax, self._drawing, self._scale = ax, drawing, scale
        own = to_rgba(ax.get_facecolor())
        red, green, blue = to_rgb(own if own[3] else ax.figure.get_facecolor())
        dark = 0.299 * red + 0.587 * green + 0.114 * blue < 0.5
        self._colours: dict[str, Any] = {**(_DARK if dark else _LIGHT), "paper": (red, green, blue)}
        self._ground = {"boxstyle": "square,pad=0.05", "facecolor": self._colours["paper"], "edgecolor": "none",
                        "alpha": 0.8}  # fmt: skip
        self._x = _dated(drawing.across)
        self._y: Callable[[float], float] = float if drawing.up is None else _dated(drawing.up)

    def draw(self) -> None:
        """Draw everything, and let the edges of the Axes be those of the drawing."""
        ax, drawing, scale = self._ax, self._drawing, self._scale
        room = ax.bbox.transformed(ax.figure.dpi_scale_trans.inverted())
        height = max(drawing.height, room.height * _INCH / scale)
        for order, shape in enumerate(drawing.shapes):
            self._shape(shape, 1 + order / len(drawing.shapes))
        for text in drawing.texts:
            self._text(text)
        ax.set_xlim(self._x(0), self._x(drawing.width))
        ax.set_ylim(self._y(height), self._y(0))
        ax.spines[:].set_visible(False)
        ax.xaxis.set_visible(False)
        ax.yaxis.set_visible(False)
        size = _LETTERS * scale
        title = _lines(drawing.title, size, drawing.width * scale)
        ax.set_title(title, loc="left", fontsize=size * _POINTS, family=_family(), color=self._colours["ink"], x=0.006)

    def _shape(self, shape: Drawable, order: float) -> None:
        x, y = self._x, self._y
        if isinstance(shape, Box):
            corner = (x(shape.left), y(shape.top + shape.height))
            wide, high = x(shape.left + shape.width) - corner[0], y(shape.top) - corner[1]
            self._ax.add_patch(Rectangle(corner, wide, high, zorder=order, **self._paint(shape.fill)))
        elif isinstance(shape, Arrow):
            left, middle = x(shape.left), y(shape.top + shape.height / 2)
            tip = (x(shape.left + shape.width), middle)
            corners = [(left, y(shape.top)), tip, (left, y(shape.top + shape.height))]
            self._ax.add_patch(Polygon(corners, closed=True, zorder=order, **self._paint(shape.fill)))
        else:
            pen = dict(_PENS[shape.pen])
            pen["color"] = self._colours[pen["color"]]
            pen["linewidth"] *= self._scale
            ends = [x(shape.x1), x(shape.x2)], [y(shape.y1), y(shape.y2)]
            self._ax.add_line(Line2D(*ends, zorder=order, solid_capstyle="butt", **pen))

    def _paint(self, fill: Fill) -> dict[str, Any]:
        """Return how a fill looks; hatched, outlined or solid, so that colour is never needed."""
        how = _FILLS[fill]
        edge, face = (None if name not in how else self._colours[how[name]] for name in ("edge", "face"))
        alpha = how.get("alpha")
        return {
            "facecolor": "none" if face is None else to_rgb(face) if alpha is None else (*to_rgb(face), alpha),
            "edgecolor": "none" if edge is None else edge,
            "linewidth": 0.0 if edge is None else 0.75 * self._scale,
            "linestyle": how.get("linestyle", "solid"),
            "hatch": how.get("hatch"),
        }

    def _text(self, text: Lettering) -> None:
        colour = {Ink.PLAIN: "ink", Ink.FAINT: "faint", Ink.ON: "paper"}[text.ink]
        self._ax.text(
            self._x(text.x), self._y(text.y), text.text,
            fontsize=text.size * _POINTS * self._scale, family=_family(), color=self._colours[colour], zorder=3,
            horizontalalignment="center" if text.middle else "left", verticalalignment="baseline",
            # Lines and hatches end before a text: it stays text in SVG and PDF, which an outline of letters would not.
            bbox=None if text.middle or text.ink is Ink.ON else self._ground,
        )  # fmt: skip


def _dated(axis: Axis) -> Callable[[float], float]:
    """Return what a place is in matplotlib's days, which go by the dates as they are and by nobody's clock."""
    number: Any = date2num
    first, last = float(number(axis.first)), float(number(axis.last))
    return lambda place: first + (place - axis.start) / (axis.end - axis.start) * (last - first)


def _lines(text: str, size: float, room: float) -> str:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)
