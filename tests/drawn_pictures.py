"""The pictures of the documentation, drawn by what stands beside them; run as a program, it draws them anew.

A picture in `docs/pictures.md` is what the name `picture` stood for when its line was reached.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parents[1] / "docs"
PAGE = DOCS / "pictures.md"
_PART = re.compile(r"```python\n(?P<code>.*?)```|!\[[^\]]*\]\((?P<file>[^)]*\.svg)\)", re.DOTALL)


def drawn(names: dict[str, Any], page: Path = PAGE) -> Iterator[tuple[Path, str]]:
    """Yield each picture of a page: its file, and what it is to hold.

    Args:
        names: Takes what the code of the page names.
        page: The page.
    """
    for part in _PART.finditer(page.read_text(encoding="utf-8")):
        code, file = part["code"], part["file"]
        if file is not None:
            yield page.parent / file, names.pop("picture").printed("svg") + "\n"
        elif code.startswith(">>> "):
            exec("".join(line[4:] + "\n" for line in code.splitlines() if line[:4] in (">>> ", "... ")), names)


def shown_without_prompt(page: Path = PAGE) -> str:
    """Return the code of a page that is shown without a prompt."""
    blocks = (part["code"] or "" for part in _PART.finditer(page.read_text(encoding="utf-8")))
    return "\n".join(block for block in blocks if not block.startswith(">>> "))


if __name__ == "__main__":
    for file, text in drawn({}):
        file.write_text(text, encoding="utf-8")
