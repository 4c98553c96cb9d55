"""The site in a real browser, once it is built; skipped where there is no site, no Playwright or no Chromium."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SITE = Path(__file__).parents[2] / "docs" / "_build" / "html"
sync_api = pytest.importorskip("playwright.sync_api", reason="pip install playwright: the site is tried in a browser")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="apt-get install chromium: the site is tried in a browser"),
    pytest.mark.skipif(
        not (SITE / "index.html").exists(), reason="python -m sphinx docs docs/_build/html: no site yet"
    ),
]
PAGES = [
    "index",
    "quick-start",
    "guides/historian",
    "guides/lawyer",
    "stories/the-pact-of-1941",
    "reference/treaties",
    "errors",
]
STORIES = sorted(
    file.stem for file in (Path(__file__).parents[2] / "docs" / "stories").glob("*.md") if file.stem != "README"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def at(browser: Any) -> Iterator[Any]:
    """Yield what opens a page, offline; nothing may be asked of the network, and nothing may be complained about."""
    complaints: list[str] = []
    contexts = []

    def open_page(name: str, *, width: int = 1280, **options: Any) -> Any:
        contexts.append(browser.new_context(viewport={"width": width, "height": 800}, offline=True, **options))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: complaints.extend({str(error)} - {UNFETCHED}))
        page.on("request", lambda request: complaints.extend([request.url] * (not request.url.startswith("file:"))))
        page.on("requestfailed", lambda request: complaints.extend(lacking(request)))
        page.goto((SITE / f"{name}.html").as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


UNFETCHED = "Failed to fetch"


def lacking(request: Any) -> list[str]:
    """Return what a page lacks; the search also looks for sentences around what it found, which no file may fetch."""
    return [] if request.resource_type == "fetch" else [f"not there: {request.url}"]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_wider_than_a_telephone(at: Any, name: str) -> None:
    page = at(name, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("story", STORIES)
def test_a_story_shows_its_pictures_with_words_and_is_to_be_had_as_a_notebook(at: Any, story: str) -> None:
    page = at(f"stories/{story}")
    pictures = page.locator("article svg.tc-svg")
    assert pictures.count() >= 1
    assert all(each.strip() for each in pictures.locator("title").all_text_contents())
    assert page.locator(".offered a[download]").get_attribute("href") == f"{story}.ipynb"
    cells = json.loads((SITE / "stories" / f"{story}.ipynb").read_text(encoding="utf-8"))["cells"]
    shown = [each.get("data", {}) for cell in cells if cell["cell_type"] == "code" for each in cell["outputs"]]
    assert any("image/svg+xml" in data or "text/html" in data for data in shown)


def test_pictures_follow_the_switch_between_light_and_dark(at: Any) -> None:
    page = at("stories/the-pact-of-1941", color_scheme="light")
    paper = "getComputedStyle(document.querySelector('svg.tc-svg')).getPropertyValue('--paper')"
    light = page.evaluate(paper)
    page.evaluate("document.body.dataset.theme = 'dark'")
    assert page.evaluate(paper) != light


def test_the_search_finds_a_word_without_a_network(at: Any) -> None:
    page = at("index")
    page.fill("input.sidebar-search", "sunset clause")
    page.press("input.sidebar-search", "Enter")
    page.wait_for_selector("#search-results li a")
    assert page.locator("#search-results li a").count() >= 3


def test_no_link_of_the_site_leads_nowhere(at: Any) -> None:
    page = at("index")
    for link in set(page.eval_on_selector_all("a[href]", "all => all.map(each => each.href)")):
        file = link.partition("#")[0].removeprefix("file://")
        assert link.startswith("https://") or Path(file).exists(), link
