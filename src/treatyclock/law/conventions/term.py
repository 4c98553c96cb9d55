"""Conventions on the term: the text itself lists what it leaves open."""

from __future__ import annotations

from treatyclock.law.conventions.convention import Convention
from treatyclock.law.form import Form

FOR_EVER = "for ever"

TERM_FROM = Convention(key="term_from", question="what does the term run from?", form=Form.ANCHOR)
RENEWALS = Convention(key="renewals", question="how often is the treaty prolonged?", form=Form.TIMES)
