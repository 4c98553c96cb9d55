"""The site: `python -m sphinx -W -b html docs docs/_build/html`, with the extra `docs`; it needs no network."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import treatyclock as tc

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

project = "treatyclock"
author = "The treatyclock contributors"
copyright = "The treatyclock contributors. MIT licence"

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "**.ipynb_checkpoints"]

html_theme = "furo"
html_title = "treatyclock"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_copy_source = False
html_show_sourcelink = False

myst_heading_anchors = 4

# Stories are run each time, so that no page shows what the library no longer says.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 30
nb_execution_show_tb = True
nb_merge_streams = True

default_role = "code"
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
# Most values are made by the library: what they hold matters, and not how they are made.
autodoc_class_signature = "separated"
autodoc_default_options = {"exclude-members": "__init__, __new__"}
python_maximum_signature_line_length = 88
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_attr_annotations = False


PAGES: Mapping[str, Mapping[str, str]] = {
    "stories/the-pact-of-1941": {
        "about": "soviet-japanese-neutrality-pact",
        "at": "1945-08-09T00:10",
        "zone": "Asia/Tokyo",
    },
    "stories/the-night-of-8-9-august-1945": {"about": "august-1945"},
    "page": {"about": "soviet-japanese-neutrality-pact"},
}
"""At the foot of which page one is offered that has a slider over all moments, and of what."""


def setup(app: Sphinx) -> None:
    """Add what is of this site alone."""
    app.connect("source-read", without_links_out_of_the_site)
    app.connect("doctree-read", without_blank_last_lines)
    app.connect("html-page-context", finish_page)
    app.connect("build-finished", add_files)


def without_links_out_of_the_site(app: Sphinx, page: str, source: list[str]) -> None:
    """Leave of a link to the tests only its words: in the repository it leads there, and the site has no such page."""
    source[0] = re.sub(r"\[([^]]+)\]\((?:\.\./)+tests[^)]*\)", r"\1", source[0])


def without_blank_last_lines(app: Sphinx, doctree: nodes.document) -> None:
    """Take the blank line from the end of examples, which only those need who run them."""
    from docutils import nodes

    for block in doctree.findall(nodes.literal_block):
        text = block.astext()
        if block.rawsource == text:
            block.rawsource = text.rstrip("\n")
            block[:] = [nodes.Text(block.rawsource)]


def executed(app: Sphinx, name: str) -> Path:
    """Return where what a story printed and showed is kept while the site is built."""
    return Path(app.outdir).parent / "jupyter_execute" / name


def finish_page(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Put a story's pictures into its page, with their words for who hears the page; offer what goes with it."""
    name = Path(page).name
    offered = []
    if page.startswith("reference/"):
        context["body"] = context["body"].replace("Variables<span", "Attributes<span")
    if executed(app, f"{page}.ipynb").exists():
        context["body"] = PICTURE.sub(lambda found: executed(app, found["name"]).read_text("utf-8"), context["body"])
        offered.append(f'<a href="{name}.ipynb" download>Download this story as a notebook</a>')
    if page in PAGES:
        offered.append(f'<a href="{name}-slider.html">Open it as a page with a slider over its moments</a>')
    if offered:
        context["body"] += f'<p class="offered">{"<br>".join(offered)}</p>'


PICTURE = re.compile(r'<img [^>]*src="[^"]*_images/(?P<name>[0-9a-f]{64}\.svg)"[^>]*/>')


def add_files(app: Sphinx, problem: Exception | None) -> None:
    """Put the notebooks and the pages with a slider beside the pages that offer them."""
    if problem is not None or app.builder.format != "html":
        return
    for page in app.env.found_docs:
        if executed(app, f"{page}.ipynb").exists():
            shutil.copyfile(executed(app, f"{page}.ipynb"), Path(app.outdir) / f"{page}.ipynb")
    for page, asked in PAGES.items():
        tc.page(**asked).save(Path(app.outdir) / f"{page}-slider.html", overwrite=True)
