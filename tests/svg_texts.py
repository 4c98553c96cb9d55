"""What is written in a picture, and where: to see that no two texts run into each other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree

from treatyclock.show.pictures.letters import width_of

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Written:
    text: str
    left: float
    right: float
    top: float
    bottom: float

    def overlaps(self, other: Written) -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


def texts(svg: str) -> list[Written]:
    """Return each text with the box that it takes, by the same generous widths by which it was placed."""
    found = []
    for each in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        size, x, y = float(each.get("font-size", "12")), float(each.get("x", "0")), float(each.get("y", "0"))
        words = each.text or ""
        wide = width_of(words, size)
        left = x - wide / 2 if each.get("text-anchor") == "middle" else x
        found.append(Written(words, left, left + wide, y - 0.8 * size, y + 0.2 * size))
    return found


def collisions(svg: str) -> list[tuple[str, str]]:
    """Return the texts that run into each other."""
    return [(one.text, other.text) for one, other in combinations(texts(svg), 2) if one.overlaps(other)]
