"""Suspension that a State only claims, and that no clause and no consent gives it."""

from __future__ import annotations

from treatyclock.law.acts.operation import CLAIMED_SUSPENSION
from treatyclock.law.doctrines.doctrine import Doctrine, Effect

UNILATERAL_SUSPENSION = Doctrine(
    name="unilateral suspension",
    acts=(CLAIMED_SUSPENSION,),
    effect=Effect.SUSPENDS,
    law="Vienna Convention on the Law of Treaties, arts. 57 and 72",
)
