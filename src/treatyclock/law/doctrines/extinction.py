"""The extinction of a party."""

from __future__ import annotations

from treatyclock.law.acts.kind import ActKind
from treatyclock.law.doctrines.doctrine import Doctrine, Effect

EXTINCTION = Doctrine(
    name="extinction of a party",
    acts=(
        ActKind(
            name="extinction of a party",
            sentence="{by} ceased to exist",
            needs_reading=True,
            may_end=True,
            outside=True,
        ),
    ),
    effect=Effect.ENDS,
    law="Vienna Convention on the Law of Treaties, art. 73, leaves this open; only this reading admits it",
)
