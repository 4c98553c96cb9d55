"""A fundamental change of circumstances, which a State may invoke to end a treaty."""

from __future__ import annotations

from treatyclock.law.acts.kind import ActKind
from treatyclock.law.doctrines.doctrine import Doctrine, Effect

CHANGED_CIRCUMSTANCES = Doctrine(
    name="fundamental change of circumstances",
    acts=(
        ActKind(
            name="invocation of changed circumstances",
            sentence="{by} invoked a fundamental change of circumstances",
            uses=frozenset({"effective"}),
            needs_reading=True,
            may_end=True,
            presupposes_consent=True,
        ),
    ),
    effect=Effect.ENDS,
    law="Vienna Convention on the Law of Treaties, arts. 62 and 65: it must be invoked; only this reading admits it",
)
