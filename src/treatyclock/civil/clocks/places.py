"""The clock of a place that a text names."""

from __future__ import annotations

from treatyclock.civil.clocks.database import iana_names
from treatyclock.civil.clocks.historic import historic_zone, historic_zone_names
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.errors import UnknownZoneError


def place_clock(name: str) -> Zone:
    """Find the clock of a place: a historic clock of that name, or the IANA zone whose name ends with it.

    Raises:
        UnknownZoneError: If no clock is known for it.

    Example:
        >>> place_clock("Tokyo").key, place_clock("Manchukuo").key
        ('Asia/Tokyo', 'Manchukuo')
    """
    if historic_zone(name) is not None:
        return zone(name)
    wanted = name.casefold().replace(" ", "_")
    found = sorted(key for key in iana_names() if key.rpartition("/")[2].casefold() == wanted)
    places = {key.rpartition("/")[2] for key in iana_names()}
    if len({zone(key).basis.link_to or key for key in found}) != 1:
        raise UnknownZoneError(name, {*places, *historic_zone_names()})
    return next((zone(key) for key in found if zone(key).basis.link_to is None), zone(found[0]))
