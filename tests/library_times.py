"""One instant, as other libraries keep it: ten minutes after midnight in Tokyo on 9 August 1945."""

from __future__ import annotations

import numpy as np
import pandas as pd
import whenever

TOKYO = "Asia/Tokyo"
SAME_INSTANT = [
    whenever.Instant.from_utc(1945, 8, 8, 15, 10),
    whenever.ZonedDateTime(1945, 8, 9, 0, 10, tz=TOKYO),
    whenever.OffsetDateTime(1945, 8, 9, 0, 10, offset=whenever.TimeDelta(hours=9)),
    whenever.PlainDateTime(1945, 8, 9, 0, 10),
    pd.Timestamp("1945-08-09 00:10", tz=TOKYO),
    pd.Timestamp("1945-08-08 15:10", tz="UTC"),
    pd.Timestamp("1945-08-09 00:10"),
    np.datetime64("1945-08-09T00:10"),
    np.datetime64("1945-08-09T00:10:00"),
    np.datetime64("1945-08-09T00:10:00.000000000"),
]
