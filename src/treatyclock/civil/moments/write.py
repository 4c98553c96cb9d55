"""Writes instants as a clock showed them."""

from __future__ import annotations

from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.civil.clocks.zones import Zone
from treatyclock.errors import OutOfRangeError
from treatyclock.instants import iso


def local_text(instant: int, clock: Zone) -> str:
    """Write what a clock showed at an instant: ``1945-08-09T00:10+09:00[Asia/Tokyo]``.

    Example:
        >>> from treatyclock.civil.clocks.zones import zone
        >>> from treatyclock.civil.moments.read import moment
        >>> local_text(moment("1945-08-08T15:10Z").span.start, zone("Asia/Tokyo"))
        '1945-08-09T00:10:00+09:00[Asia/Tokyo]'
    """
    if clock.key == "UTC":
        return iso(instant)
    try:
        shown = clock.local(instant).isoformat()
    except OutOfRangeError:
        return iso(instant)
    offset = offset_text(clock.offset_at(instant))
    # A label is not a zone, so in brackets it could not be read again.
    bare = clock.basis.source in ("fixed offset", "label table")
    return f"{shown}{offset}" + ("" if bare else f"[{clock.key}]")
