"""Conventions on States that join later."""

from __future__ import annotations

from treatyclock.law.conventions.convention import Convention

INSTRUMENT, LATER_OF_BOTH = "the instrument", "the later of instrument and approval"

DELAY_FROM = Convention(
    key="delay_from",
    question="does the delay for who accedes run from its instrument, or from an approval that comes later?",
    alternatives=(INSTRUMENT, LATER_OF_BOTH),
    law="no general rule; Vienna Convention on the Law of Treaties, art. 15: who may accede is for the treaty to say",
)
