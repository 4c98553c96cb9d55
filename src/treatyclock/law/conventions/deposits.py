"""The convention on deposits with several depositaries."""

from __future__ import annotations

from treatyclock.law.conventions.convention import Convention

THE_FIRST, THE_LAST = "the first", "the last"

DEPOSIT = Convention(
    key="deposit",
    question="of the deposits with several depositaries, which counts?",
    alternatives=(THE_FIRST, THE_LAST),
    law="no general rule; Vienna Convention on the Law of Treaties, art. 16(b): consent is established by the deposit "
    "with the depositary, which may be several States (art. 76(1))",
)
