"""Conventions on days and months."""

from __future__ import annotations

from treatyclock.law.conventions.convention import Convention
from treatyclock.law.form import Form

MONTH_END = Convention(
    key="month_end",
    question="which day stands for a day that the month lacks?",
    alternatives=("clamp", "roll"),
    law="European Convention on the Calculation of Time-Limits, art. 4(2): the month's last day (clamp)",
)
WHERE_DONE, ON_THE_TREATYS_CLOCK = "where it was done", "on the treaty's clock"
ACT_DAY = Convention(
    key="act_day",
    question="which day is that of an act with an hour: its day where it was done, or on the treaty's clock?",
    alternatives=(WHERE_DONE, ON_THE_TREATYS_CLOCK),
    law="no general rule of treaty law was found for the zone of a day",
)
MIDNIGHT = Convention(
    key="midnight",
    question="whose midnight begins the day?",
    law="no general rule of treaty law was found for the zone of a day",
    form=Form.ZONE,
)
