"""What the parties agree on how long the treaty lasts (Vienna Convention arts. 39 and 54(b))."""

from __future__ import annotations

from treatyclock.law.acts.kind import ActKind, Agreement, Need

EXTENSION = ActKind(
    name="extension of the term",
    also=("extension", "prolongation", "renewal"),
    sentence="{by} extended the term",
    uses=frozenset({"until", "period", "effective"}),
    needs=(
        Need(keys=("until", "period"), hint="say until when: until = the last day, or an hour; or period = how long"),
    ),
    agreement=Agreement.ALL_PARTIES,
)
DECISION = ActKind(
    name="decision of a conference",
    sentence="the conference decided",
    uses=frozenset({"until", "outcome", "effective", "effect_day"}),
    needs=(
        Need(
            keys=("outcome", "until"), hint='say what was decided: until = a day, or outcome = "indefinite" or "ends"'
        ),
    ),
    agreement=Agreement.BY_CLAUSE,
    may_end=True,
)
REVIEW_AGREED = ActKind(
    name="agreement on a review",
    sentence="{by} agreed on another day for the review",
    uses=frozenset({"effective"}),
    needs=(Need(keys=("effective",), hint="say which day: effective = a day"),),
    for_the_record=True,
)
TERMINATION = ActKind(
    name="termination by consent",
    also=("termination", "abrogation", "mutual termination", "supersession", "replacement", "later treaty"),
    sentence="{by} agreed to end the treaty",
    uses=frozenset({"effective", "effect_day"}),
    agreement=Agreement.ALL_PARTIES,
    may_end=True,
)
