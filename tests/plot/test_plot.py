"""Each function draws its picture on the Axes that it is given, and says what to install where matplotlib is not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest

pytest.importorskip("matplotlib", reason="the extra [plot] is not installed")

import matplotlib as mpl
from matplotlib import pyplot

import treatyclock as tc
from treatyclock import pictures, plot
from treatyclock.errors import MissingExtraError

mpl.use("agg")
PACT = tc.load("soviet-japanese-neutrality-pact")
AUGUST = tc.reconcile("august-1945")
NIGHT = (["Europe/Moscow", "Manchukuo"], "1945-08-08T12:00Z", "1945-08-08T23:00Z", AUGUST)
EACH: dict[str, tuple[Callable[..., Any], Callable[..., Any], tuple[Any, ...], dict[str, Any]]] = {
    "life": (plot.life, pictures.life, (PACT,), {"by": "reading", "at": "1945-08-09"}),
    "compare": (plot.compare, pictures.compare, (PACT, ["prolonged-to-1951"]), {}),
    "answer": (plot.answer, pictures.answer, (PACT.in_force("1945-08-09"),), {}),
    "deadlines": (plot.deadlines, pictures.deadlines, (PACT, "1941", "1947"), {"known_as_of": "1945-01-01"}),
    "case": (plot.case, pictures.case, (AUGUST,), {}),
    "night": (plot.night, pictures.night, NIGHT, {"title": "the night"}),
    "known": (plot.known, pictures.known, (PACT,), {"first": "1940"}),
}


@pytest.mark.parametrize("name", EACH)
def test_a_function_draws_its_picture_on_the_axes_given(name: str) -> None:
    drawn, made, arguments, named = EACH[name]
    figure, ax = pyplot.subplots(figsize=(9, 6))
    assert drawn(*arguments, **named, ax=ax) is ax
    picture = made(*arguments, **named)
    assert ax.get_title(loc="left").replace("\n", " ") == picture.title
    texts = {text.get_text() for text in ax.texts}
    assert {mark.label for mark in picture.marks if name != "known"} <= texts
    assert len(ax.patches) >= 3
    pyplot.close(figure)


def test_every_picture_can_be_drawn() -> None:
    assert set(EACH) | {"draw"} == set(plot.__all__)


def test_without_matplotlib_an_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("treatyclock.plot", "treatyclock.plot._on_axes"):
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtraError, match=r"a plot needs the package `matplotlib`") as raised:
        import_module("treatyclock.plot")
    assert "pip install 'treatyclock[plot]'" in str(raised.value)
