"""The pictures of the documentation are what the library draws; `python tests/drawn_pictures.py` draws them anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from drawn_pictures import DOCS, drawn, shown_without_prompt
from svg_texts import collisions, texts


def test_pictures_and_plots_are_what_the_code_beside_them_draws(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: dict[str, Any] = {}
    found = dict(drawn(names))
    assert {file.name for file in found} == {file.name for file in (DOCS / "pictures").glob("*.svg")}
    stale = [file.name for file, text in found.items() if file.read_text(encoding="utf-8") != text]
    assert stale == [], "draw them anew: PYTHONPATH=src python tests/drawn_pictures.py"
    for file, text in found.items():
        assert collisions(text) == [], file.name
        assert texts(text), file.name
    matplotlib = pytest.importorskip("matplotlib", reason="the extra [plot] is not installed")
    matplotlib.use("agg")
    monkeypatch.chdir(tmp_path)
    exec(shown_without_prompt(), names)
    assert {file.name for file in tmp_path.iterdir()} == {"known.pdf", "two.png"}
    matplotlib.pyplot.close("all")
