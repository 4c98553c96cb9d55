"""The neutrality pact with three of its readings: small enough to make pages of it again and again."""

from __future__ import annotations

import treatyclock as tc

_KEPT = ("first-day-counted", "ended-by-notice", "ended-by-war-front-midnight")


def night_treaty(**other: object) -> tc.Treaty:
    """Return it, with other tables in place of its own."""
    tables = tc.load("soviet-japanese-neutrality-pact").to_dict()
    readings = [each for each in tables["reading"] if each["id"] in _KEPT]
    return tc.from_dict({**tables, "reading": readings, **other})


NIGHT = tc.moment("1945-08-09T00:10", zone="Asia/Tokyo")
