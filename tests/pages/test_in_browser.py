"""Pages in a real browser: headless Chromium, driven by Playwright; skipped where one of the two is not there."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest

import treatyclock as tc
from night_treaty import NIGHT, night_treaty
from small_treaties import act, clause, entry, two

sync_api = pytest.importorskip("playwright.sync_api", reason="pip install playwright: pages are tried in a browser")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="apt-get install chromium: pages are tried in a browser")

HOSTILE = "</script><script>window.hit = 1</script><img src=x onerror='window.hit = 1'>\u2028\u2029 & \u6771\u4eac"

Open = Callable[..., AbstractContextManager[Any]]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder: Path = tmp_path_factory.mktemp("pages")
    pages = {
        "treaty": tc.page(night_treaty(), at=NIGHT),
        "case": tc.page("august-1945"),
        "vague": tc.page(
            two(
                entry("signed"),
                clause("denunciation", when="at any time", notice="P6M"),
                act("signature", "AAA BBB", "1980-03-31"),
                act("denunciation", "BBB", "1990"),
            )
        ),
        "hostile": tc.page(night_treaty(title=HOSTILE, note=HOSTILE)),
    }
    for name, page in pages.items():
        page.save(folder / f"{name}.html")
    return {name: (folder / f"{name}.html").as_uri() for name in pages}


@pytest.fixture(scope="module")
def opened(files: dict[str, str]) -> Iterator[Open]:
    """Yield what opens a page; it fails if the page asks for anything beside itself, or complains."""
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])

        @contextmanager
        def open_page(name: str, *, width: int = 1000, part: str = "", **options: Any) -> Iterator[Any]:
            context = browser.new_context(viewport={"width": width, "height": 700}, offline=True, **options)
            page = context.new_page()
            complaints: list[str] = []
            asked: list[str] = []
            page.on("console", lambda message: complaints.append(message.text))
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("request", lambda request: asked.append(request.url))
            page.goto(files[name] + part)
            yield page
            context.close()
            assert complaints == []
            assert asked == [files[name]]

        yield open_page
        browser.close()


def every_stop(page: Any) -> list[tuple[str, str, str]]:
    """Return what is shown, what is said and where the line stands, at every stop of the slider."""
    found: list[tuple[str, str, str]] = page.evaluate("""() => {
        const slider = document.getElementById("moment");
        const shown = [];
        for (let number = 0; number <= Number(slider.max); number++) {
          slider.value = number;
          slider.dispatchEvent(new Event("input"));
          document.querySelectorAll("#panel details").forEach((part) => { part.open = true; });
          const title = document.getElementById("moment-title").textContent;
          const places = [...document.querySelectorAll(".now")].map((line) => line.style.left).join(" ");
          const current = document.querySelector("[aria-current]").id;
          shown.push([title + document.getElementById("panel").innerText,
                      slider.getAttribute("aria-valuetext") + current, places]);
        }
        return shown;
      }""")
    return found


@pytest.mark.parametrize("name", ["treaty", "case"])
def test_the_clock_of_the_reader_changes_nothing(opened: Open, name: str) -> None:
    seen = []
    for clock, language in (("Pacific/Kiritimati", "ja-JP"), ("America/Los_Angeles", "en-US")):
        with opened(name, timezone_id=clock, locale=language) as page:
            assert page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone") == clock
            seen.append((every_stop(page), page.locator("main").inner_text()))
    assert seen[0] == seen[1]
    stops = seen[0][0]
    assert len({text for text, _, _ in stops}) == len(stops) > 5
    assert len({places for _, _, places in stops}) > 3


def test_the_night_as_a_reader_sees_it(opened: Open) -> None:
    with opened("treaty") as page:
        assert page.locator("#moment-title").inner_text() == (
            "9 August 1945 00:10 (Asia/Tokyo) = 8 August 1945 18:10 (Europe/Moscow)"
        )
        panel = page.get_by_role("region", name="What held at the chosen moment").inner_text()
        for told in ("One moment, 2 dates", "Yes, in force by its terms.", "ended-by-war-front-midnight"):
            assert told in panel
        assert "No longer in force by reading ended-by-notice: its last day in force was 5 April 1945." in panel


def test_keys_move_the_slider_and_it_says_where_it_stands(opened: Open) -> None:
    with opened("treaty") as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")  # skip to the slider
        slider = page.get_by_role("slider", name="Moment")
        slider.focus()
        page.keyboard.press("Home")
        assert slider.get_attribute("aria-valuetext") == "13 April 1941: not in force"
        assert page.get_by_role("button", name="Earlier").is_disabled()
        page.keyboard.press("End")
        assert slider.get_attribute("aria-valuetext").endswith(": not in force")
        assert page.get_by_role("button", name="Later").is_disabled()
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")  # the button beside it
        assert slider.input_value() == slider.get_attribute("max")


def test_an_address_names_a_stop(opened: Open) -> None:
    with opened("treaty", part="#stop-2") as page:
        assert page.locator("#moment").input_value() == "2"
    with opened("treaty", part="#stop-99999") as page:
        assert page.locator("#moment-title").inner_text().startswith("9 August 1945")


@pytest.mark.parametrize("name", ["treaty", "case"])
def test_without_script_the_table_says_it_all(opened: Open, name: str) -> None:
    with opened(name, java_script_enabled=False) as page:
        assert not page.locator("#moment").is_visible() and not page.locator("#panel").is_visible()
        assert page.locator("noscript p").is_visible()
        rows = page.locator("[id^=stop-]")
        assert rows.count() > 5 and rows.first.is_visible()


@pytest.mark.parametrize("name", ["treaty", "case", "vague"])
def test_a_telephone_and_a_desk_light_and_dark(opened: Open, name: str) -> None:
    papers = set()
    for width, scheme, other in ((375, "dark", "wide"), (1100, "light", "narrow")):
        with opened(name, width=width, color_scheme=scheme) as page:
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.locator(f".timeline.{other}").first.is_visible() is False
            assert page.locator(".timeline svg").locator("visible=true").count() > 0
            papers.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert papers == {"rgb(22, 22, 26)", "rgb(255, 255, 255)"}


def test_in_print_the_table_stands_for_the_slider(opened: Open) -> None:
    with opened("treaty", color_scheme="dark") as page:
        page.emulate_media(media="print")
        assert not page.locator("#moment").is_visible()
        assert page.locator("#stop-0").is_visible()
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        paper = "getComputedStyle(document.querySelector('.tc-svg .paper')).fill"
        assert page.evaluate(paper) == "rgb(255, 255, 255)"


def test_what_a_user_writes_is_text(opened: Open) -> None:
    with opened("hostile") as page:
        assert page.evaluate("window.hit") is None
        assert page.locator("h1").inner_text().startswith("</script><script>window.hit = 1</script><img")
        assert page.locator("main script, main img").count() == 0
        every_stop(page)
        assert page.evaluate("window.hit") is None
