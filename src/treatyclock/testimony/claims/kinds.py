"""Every kind of claim; the loader, the JSON Schema and the sentences follow from these."""

from __future__ import annotations

from treatyclock.testimony.claims.base import ClaimKind
from treatyclock.testimony.claims.clocks import CLOCK_DIFFERENCE, CLOCK_OFFSET
from treatyclock.testimony.claims.readings import DATE_LABEL, WALL_TIME
from treatyclock.testimony.claims.relations import AFTER, SAME_EVENT

CLAIM_KINDS: tuple[ClaimKind, ...] = (WALL_TIME, DATE_LABEL, AFTER, SAME_EVENT, CLOCK_DIFFERENCE, CLOCK_OFFSET)
