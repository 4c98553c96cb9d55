"""The site: `python -m sphinx -W -b html docs docs/_build/html`, with the extra `docs`; it needs no network."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
nb_execution_timeout = 60
nb_execution_show_tb = True
nb_merge_streams = True

default_role = "code"
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
python_maximum_signature_line_length = 88
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_attr_annotations = False


def setup(app: Sphinx) -> None:
    """Add what is of this site alone."""
    app.connect("source-read", without_links_out_of_the_site)
    app.connect("html-page-context", finish_story)
    app.connect("build-finished", copy_notebooks)


def without_links_out_of_the_site(app: Sphinx, page: str, source: list[str]) -> None:
    """Leave of a link to the tests only its words: in the repository it leads there, and the site has no such page."""
    source[0] = re.sub(r"\[([^]]+)\]\((?:\.\./)+tests[^)]*\)", r"\1", source[0])


def executed(app: Sphinx, name: str) -> Path:
    """Return where what a story printed and showed is kept while the site is built."""
    return Path(app.outdir).parent / "jupyter_execute" / name


def finish_story(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Put a story's pictures into its page with the words that they have for who hears them; offer it as a notebook."""
    if executed(app, f"{page}.ipynb").exists():
        name = f"{Path(page).name}.ipynb"
        shown = PICTURE.sub(lambda found: executed(app, found["name"]).read_text("utf-8"), context["body"])
        context["body"] = (
            f'{shown}<p class="as-notebook"><a href="{name}" download>Download this page as a notebook</a></p>'
        )


PICTURE = re.compile(r'<img [^>]*src="[^"]*_images/(?P<name>[0-9a-f]{64}\.svg)"[^>]*/>')


def copy_notebooks(app: Sphinx, problem: Exception | None) -> None:
    """Put the notebooks beside the pages that offer them."""
    for page in app.env.found_docs:
        if problem is None and executed(app, f"{page}.ipynb").exists():
            shutil.copyfile(executed(app, f"{page}.ipynb"), Path(app.outdir) / f"{page}.ipynb")
