"""Conventions on the term: the text itself lists what it leaves open."""

from __future__ import annotations

from treatyclock.law.conventions.convention import Convention
from treatyclock.law.form import Form

FOR_EVER = "for ever"

TERM_FROM = Convention(key="term_from", question="what does the term run from?", form=Form.ANCHOR)
RENEWALS = Convention(key="renewals", question="how often is the treaty prolonged?", form=Form.TIMES)
HAS_ENDED, CAN_BE_JOINED = "has ended", "can be joined"
NOBODY_LEFT = Convention(
    key="nobody_left",
    question="once every party has left, has the treaty ended, or can a State that joins bring it back into force?",
    alternatives=(HAS_ENDED, CAN_BE_JOINED),
    law="no general rule; Vienna Convention arts. 54 and 55 presuppose parties between which it is in force",
)
