"""The outbreak of war, which older doctrine took to end political treaties."""

from __future__ import annotations

from treatyclock.law.acts.kind import ActKind
from treatyclock.law.doctrines.doctrine import Doctrine, Effect

WAR = Doctrine(
    name="outbreak of war",
    acts=(
        ActKind(
            name="outbreak of war",
            sentence="war broke out by the act of {by}",
            needs_reading=True,
            may_end=True,
            outside=True,
        ),
    ),
    effect=Effect.ENDS,
    law="Vienna Convention on the Law of Treaties, art. 73, leaves this open; only this reading admits it",
)
