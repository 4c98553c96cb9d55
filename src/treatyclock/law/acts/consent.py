"""Signature and consent to be bound (Vienna Convention arts. 11 to 16); the order here breaks ties on a day."""

from __future__ import annotations

from treatyclock.law.acts.kind import ActKind

_INSTRUMENT = frozenset({"counts", "ordinal", "domestic", "recorded", "effective"})
_DEPOSIT = ("deposit", "instrument", "deposit of an instrument", "consent", "consent to be bound")

SIGNATURE = ActKind(name="signature", sentence="{by} signed", signs=True, also=("signing", "conclusion"))
DEFINITIVE_SIGNATURE = ActKind(
    name="definitive signature", sentence="{by} signed definitively", signs=True, consents=True, uses=_INSTRUMENT
)
AD_REFERENDUM = ActKind(
    name="signature ad referendum", sentence="{by} signed ad referendum", signs=True, uses=_INSTRUMENT
)
CONFIRMATION = ActKind(
    name="confirmation of a signature",
    sentence="{by} confirmed the signature {of}",
    answers=(AD_REFERENDUM,),
    by_its_authors=True,
)
NOTE = ActKind(name="exchange of notes", sentence="{by} consented by a note", consents=True, uses=_INSTRUMENT)
NOTIFICATION = ActKind(
    name="notification of completion",
    sentence="{by} notified that all steps under domestic law are complete",
    consents=True,
    uses=_INSTRUMENT,
)
RATIFICATION = ActKind(
    name="ratification", sentence="{by} ratified", consents=True, ratifies=True, uses=_INSTRUMENT, also=_DEPOSIT
)
ACCEPTANCE = ActKind(
    name="acceptance", sentence="{by} accepted", consents=True, ratifies=True, uses=_INSTRUMENT, also=_DEPOSIT
)
APPROVAL = ActKind(
    name="approval", sentence="{by} approved", consents=True, ratifies=True, uses=_INSTRUMENT, also=_DEPOSIT
)
ACCESSION = ActKind(
    name="accession", sentence="{by} acceded", consents=True, joins=True, uses=_INSTRUMENT,
    also=(*_DEPOSIT, "adhesion", "adherence", "joining"),
)  # fmt: skip
SUCCESSION = ActKind(
    name="succession", sentence="{by} succeeded to the treaty", consents=True, joins=True, uses=_INSTRUMENT
)
EXCHANGE = ActKind(
    name="exchange of instruments",
    also=("exchange of ratifications", "exchange of instruments of ratification"),
    sentence="{by} exchanged instruments of ratification",
    idle="this treaty does not wait for an exchange of instruments",
    uses=frozenset({"domestic", "effective"}),
)
CONSENT_WITHDRAWN = ActKind(
    name="withdrawal of consent", sentence="{by} took back its consent", presupposes_consent=True
)
ACCESSION_APPROVED = ActKind(
    name="approval of an accession",
    sentence="{by} approved the accession {of}",
    answers=(ACCESSION,),
    answered="the accession that it approves",
    may_precede=True,
    uses=frozenset({"effective"}),
)
ACCESSION_REFUSED = ActKind(
    name="refusal of an accession",
    sentence="{by} did not approve the accession {of}",
    answers=(ACCESSION,),
    answered="the accession that it refuses",
    may_precede=True,
)
LATE_RATIFICATION_ANNOUNCED = ActKind(
    name="notice of late ratification",
    sentence="{by} gave notice that it would ratify after the time for it",
)
OBJECTION = ActKind(
    name="objection to an accession",
    sentence="{by} objected to the accession {of}",
    answers=(ACCESSION,),
    uses=frozenset({"until", "to"}),
    presupposes_consent=True,
    for_the_record=True,  # it changes what holds between two States, and no State's own status
)
OBJECTION_WITHDRAWN = ActKind(
    name="withdrawal of an objection",
    sentence="{by} took back the objection {of}",
    answers=(OBJECTION,),
    by_its_authors=True,
    uses=frozenset({"effective"}),
    for_the_record=True,
)
