"""Conventions on the suspension of a treaty's operation."""

from __future__ import annotations

from treatyclock.law.conventions.convention import Convention

NOT_APPLIED, APPLIED = "not applied", "applied all the same"

SUSPENDED_WHILE_PROVISIONAL = Convention(
    key="suspended_while_provisional",
    question="is a treaty that is applied provisionally no longer applied once it is suspended?",
    alternatives=(NOT_APPLIED, APPLIED),
    law="no rule in the Vienna Convention, art. 25; ILC Guide to Provisional Application of Treaties (2021), "
    "guideline 6: it binds as if the treaty were in force",
)
