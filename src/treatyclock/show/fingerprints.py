"""Fingerprints of what an answer rests on: the library, the zone data, the text of a treaty."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

from treatyclock.answers.answer import Answer
from treatyclock.civil.clocks.database import iana_names, packaged_data


def text_fingerprint(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8."""
    return sha256(text.encode()).hexdigest()


@cache
def library_fingerprint() -> str:
    """Return the SHA-256 of the library's code and tables, the shipped treaties left out.

    The same files give it whatever the machine, so that it tells whether somebody changed the code of a version.
    """
    digest = sha256()
    for path, content in sorted(_files(resources.files("treatyclock"), "")):
        digest.update(path.encode() + b"\0" + content.replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for each in folder.iterdir():
        name = f"{path}{each.name}"
        if each.is_dir():
            if each.name not in ("__pycache__", "corpus"):
                yield from _files(each, f"{name}/")
        elif each.name.endswith((".py", ".toml", ".json")):
            yield name, each.read_bytes()


def zone_fingerprints(answer: Answer) -> dict[str, str]:
    """Return the SHA-256 of the zone data that an answer rests on, by the names of the zones; a link has its own."""
    named = {each.name for each in answer.rests_on if each.kind == "zone"}
    return {name: sha256(packaged_data(name)).hexdigest() for name in sorted(named & iana_names())}
