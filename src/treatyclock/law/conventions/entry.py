"""Conventions on entry into force."""

from __future__ import annotations

from treatyclock.law.conventions.convention import Convention

FROM_THE_DAY, AT_THE_HOUR = "start of the day", "hour of the act"

ENTRY_HOUR = Convention(
    key="entry_hour",
    question="is the treaty in force from the start of the day, or from the hour of the act?",
    alternatives=(FROM_THE_DAY, AT_THE_HOUR),
    law="no general rule; 'in force on a day' is taken from the start of the day, 'on signature' from its hour",
)

COUNTS_FROM = Convention(
    key="counts_from",
    question="which date of an instrument counts?",
    alternatives=("dated", "sent", "received", "circulated", "domestic"),
    law="no general rule where the text names several; Vienna Convention on the Law of Treaties, arts. 16 and 78: "
    "consent is established by the exchange, the deposit or the notification, and a notification is made once received",
)

BINDS, DOES_NOT_BIND = "binds", "does not bind"

SIGNATURE = Convention(
    key="signature",
    question="does a signature alone bind the State that signed?",
    alternatives=(BINDS, DOES_NOT_BIND),
    law="Vienna Convention on the Law of Treaties, arts. 12(1) and 14(1): as the treaty provides or the States agreed",
)
