"""The page on errors is made from their classes, and from what each says when it is provoked."""

from __future__ import annotations

import os
import textwrap
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

import treatyclock as tc
from errors.provoked import PROVOKED
from treatyclock import errors, pictures

PAGE = Path(__file__).parents[2] / "docs" / "errors.md"
HEADINGS = {
    "_base": "What any part may say",
    "_files": "Files",
    "_treaties": "Treaties and questions",
    "_time": "Times",
    "_testimony": "Sources that disagree",
    "_frames": "Frames",
}
NAMES = {
    "tc": tc,
    "pictures": pictures,
    "date": date,
    "pact": tc.load("soviet-japanese-neutrality-pact"),
}


def kinds() -> dict[str, list[type[errors.TreatyclockError]]]:
    """Return every class of errors but the root, by the module that has it, in the order in which they stand there."""
    seen: set[object] = {errors.TreatyclockError}
    found: dict[str, list[type[errors.TreatyclockError]]] = {}
    for module in HEADINGS:
        here = vars(import_module(f"treatyclock.errors.{module}"))
        found[module] = [here[name] for name in here if name.endswith("Error") and here[name] not in seen]
        seen.update(found[module])
    return found


def test_none_is_left_out() -> None:
    named = {each.__name__ for here in kinds().values() for each in here} | {"TreatyclockError"}
    assert named == {name for name in errors.__all__ if name.endswith("Error")}


def provoked(code: str) -> errors.TreatyclockError:
    """Run a line of code, and return the error that it ends in."""
    with pytest.raises(errors.TreatyclockError) as caught:
        eval(code, dict(NAMES))
    return caught.value


@pytest.mark.parametrize(("name", "code"), PROVOKED.items())
def test_each_is_what_its_line_provokes(name: str, code: str) -> None:
    assert type(provoked(code)).__name__ == name


def section(kind: type[errors.TreatyclockError]) -> str:
    """Write what a page says of a class: what it means, what it is besides, and how it reads."""
    meaning = " ".join(str(kind.__doc__).split("\n\n")[0].split())
    besides = [f"`{each.__name__}`" for each in kind.__mro__[1:] if each.__module__ == "builtins"]
    above = [
        f"[`{each.__name__}`](#{each.__name__.lower()})"
        for each in kind.__mro__[1:2]
        if issubclass(each, errors.TreatyclockError) and each is not errors.TreatyclockError
    ]
    also = [each for each in besides if each not in ("`object`", "`Exception`", "`BaseException`")]
    told = " ".join([meaning, *([f"Also caught as {' and '.join([*above, *also])}."] if above or also else [])])
    lines = [f"### `{kind.__name__}`", "", told, ""]
    if kind.__name__ in PROVOKED:
        code = PROVOKED[kind.__name__].replace("'", '"')
        said = "\n".join(
            part
            for line in str(provoked(PROVOKED[kind.__name__])).splitlines()
            for part in textwrap.wrap(line, 110, subsequent_indent="  " if line.startswith("  ") else "")
        )
        lines += ["```python", code, "```", "", "```text", said, "```", ""]
    return "\n".join(lines)


def body() -> str:
    """Write all sections, each under the heading of its module."""
    told = []
    for module, here in kinds().items():
        told += [f"## {HEADINGS[module]}\n", *map(section, here)]
    return "\n".join(told).rstrip("\n") + "\n"


def test_the_page_has_every_error_as_it_reads_today() -> None:
    # Set TREATYCLOCK_WRITE_GOLDEN=1 to write the page anew, then read it before you commit it.
    head, mark, said = PAGE.read_text(encoding="utf-8").partition("<!-- what follows is made by tests/errors -->\n\n")
    assert mark
    if os.environ.get("TREATYCLOCK_WRITE_GOLDEN"):
        said = body()
        PAGE.write_text(head + mark + said, encoding="utf-8")
    assert said == body()
