"""The site names everything that the package offers, and no page of it is out of reach."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import treatyclock as tc
from treatyclock import errors
from treatyclock.lint.check import KINDS

DOCS = Path(__file__).parents[2] / "docs"
DIRECTIVE = re.compile(r"^\.\. auto(\w+):: ([\w.]+)$", re.MULTILINE)
TREE = re.compile(r"^```\{toctree\}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CELL = re.compile(r"^```\{code-cell\} ipython3\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def documented() -> list[str]:
    return [name for page in sorted((DOCS / "reference").glob("*.md")) for _, name in DIRECTIVE.findall(text_of(page))]


def test_the_reference_has_every_public_name_once() -> None:
    names = [name.removeprefix("treatyclock.") for name in documented() if name.count(".") == 1]
    assert sorted(set(names) - {"errors", "pictures", "plot"}) == sorted(tc.__all__)
    assert len(documented()) == len(set(documented()))


def test_errors_and_findings_have_their_pages() -> None:
    told = text_of(DOCS / "errors.md")
    assert [name for name in errors.__all__ if name.endswith("Error") and name not in told] == []
    assert [code for code in KINDS if f"### `{code}`" not in text_of(DOCS / "lint.md")] == []


def listed(page: Path) -> set[Path]:
    """Return the pages that the trees of a page lead to, and those that these lead to."""
    found = set()
    for tree in TREE.findall(text_of(page)):
        for line in tree.splitlines():
            if line and not line.startswith(":"):
                below = (page.parent / f"{line}.md").resolve()
                found |= {below, *listed(below)}
    return found


def test_every_page_is_reached_from_the_first() -> None:
    first = (DOCS / "index.md").resolve()
    pages = {page.resolve() for page in DOCS.rglob("*.md") if "_build" not in page.parts}
    assert listed(first) | {first} == pages


@pytest.mark.parametrize("story", sorted(set((DOCS / "stories").glob("*.md")) - {DOCS / "stories/README.md"}))
def test_a_story_is_a_short_notebook_with_a_picture(story: Path) -> None:
    cells = CELL.findall(text_of(story))
    assert 4 <= len(cells) <= 9
    assert any("pictures." in cell for cell in cells)
    assert (
        max(len(line) for cell in cells for line in cell.splitlines()) <= 88
    )  # what stands on a screen without scrolling
    for number, cell in enumerate(cells):
        compile(cell, f"{story.name}, cell {number}", "exec")
