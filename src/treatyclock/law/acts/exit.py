"""Notices by which a party leaves, and what is done about them (Vienna Convention arts. 54, 56 and 68)."""

from __future__ import annotations

from treatyclock.law.acts.kind import ActKind, Agreement, Need, Role

_NOTICE = frozenset({"grounds", "recorded", "effective", "effect_day", "counted_from", "to"})

_LEAVING = ("notice", "exit", "leaving", "notice of termination", "termination")

DENUNCIATION = ActKind(
    name="denunciation", sentence="{by} gave notice of denunciation", is_notice=True, uses=_NOTICE, also=_LEAVING
)
WITHDRAWAL = ActKind(
    name="withdrawal", sentence="{by} gave notice of withdrawal", is_notice=True, uses=_NOTICE, also=_LEAVING
)

FIRST_NOTICE = ActKind(
    name="first notice",
    sentence="{by} gave first notice of its wish to end the treaty",
    idle="a first notice ends nothing by itself",
    presupposes_consent=True,
)
RESCISSION = ActKind(
    name="rescission",
    sentence="{by} took back the notice {of}",
    answers=(Role.NOTICE, FIRST_NOTICE),
    answered="the notice that it takes back",
    by_its_authors=True,
)
NOTICE_SUSPENDED = ActKind(
    name="suspension of a notice",
    sentence="{by} suspended the notice {of}",
    answers=(Role.NOTICE,),
    by_its_authors=True,
)
NOTICE_RESUMED = ActKind(
    name="resumption of a notice",
    sentence="{by} resumed the notice {of}",
    answers=(Role.NOTICE,),
    by_its_authors=True,
)
NOTICE_EXTENDED = ActKind(
    name="extension of a notice",
    sentence="{by} agreed to put off the effect of the notice {of}",
    answers=(Role.NOTICE,),
    uses=frozenset({"until"}),
    needs=(Need(keys=("until",), hint="say until when: until = the last day, or an hour"),),
    agreement=Agreement.ALL_OR_NAMED,
)
EXIT_AGREED = ActKind(
    name="agreement on withdrawal",
    sentence="{by} agreed on the exit by the notice {of}",
    answers=(Role.NOTICE,),
    uses=frozenset({"effective"}),
    needs=(Need(keys=("effective",), hint="say from when: effective = a day, or an hour"),),
    agreement=Agreement.ALL_OR_NAMED,
)
