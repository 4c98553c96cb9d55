"""Repudiation without a right to it."""

from __future__ import annotations

from treatyclock.law.acts.kind import ActKind
from treatyclock.law.doctrines.doctrine import Doctrine, Effect

REPUDIATION = Doctrine(
    name="repudiation",
    acts=(
        ActKind(
            name="repudiation",
            sentence="{by} repudiated the treaty",
            needs_reading=True,
            may_end=True,
            presupposes_consent=True,
        ),
    ),
    effect=Effect.ENDS,
    law="Vienna Convention on the Law of Treaties, art. 73, leaves this open; only this reading admits it",
)
