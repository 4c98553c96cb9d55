"""The time-zone database of the package ``tzdata``: its release, its names, its links, its files.

It is never the machine's database, so that the answer is the same everywhere.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from treatyclock.instants import zone_names

# Keys of the database that look like labels as documents print them. "CET" was at +02:00 on 8 May
# 1945, when "Central European time" in the surrender meant +01:00: so a label is never a key.
LABEL_KEYS = frozenset(
    ["CET", "CST6CDT", "EET", "EST", "EST5EDT", "HST", "MET", "MST", "MST7MDT", "PST8PDT", "WET"]
)  # fmt: skip


@cache
def tzdata_version() -> str:
    """Return the IANA release of the packaged database, such as ``2026f``."""
    import tzdata

    version: str = tzdata.IANA_VERSION
    return version


@cache
def iana_names() -> frozenset[str]:
    """Return every name of the packaged database that is the name of a place or an offset, and not a label."""
    return zone_names() - LABEL_KEYS


def packaged_data(name: str) -> bytes:
    """Return the TZif file of a name.

    Example:
        >>> packaged_data("Europe/Moscow")[:4]
        b'TZif'
    """
    return (resources.files("tzdata") / "zoneinfo").joinpath(*name.split("/")).read_bytes()


@cache
def links() -> dict[str, str]:
    """Return the names that the packaged database only links to another name, with that other name.

    Example:
        >>> links()["Asia/Harbin"]
        'Asia/Shanghai'
    """
    source = (resources.files("tzdata") / "zoneinfo" / "tzdata.zi").read_text(encoding="utf-8")
    links = {}
    for line in source.splitlines():
        if line.startswith("L "):
            _, target, name = line.split()
            links[name] = target
    return links
