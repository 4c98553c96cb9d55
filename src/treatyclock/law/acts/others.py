"""What became of another treaty, on which this one depends."""

from __future__ import annotations

from treatyclock.law.acts.kind import ActKind, Need

_WHICH = Need(keys=("treaty",), hint='name the other treaty: treaty = "its id or title", as the clause has it')

OTHER_ENTRY = ActKind(
    name="entry into force of another treaty",
    sentence="the treaty {treaty} entered into force",
    uses=frozenset({"treaty"}),
    needs=(_WHICH,),
    outside=True,
)
OTHER_END = ActKind(
    name="end of another treaty",
    sentence="the treaty {treaty} ended",
    uses=frozenset({"treaty", "effective", "effect_day"}),
    needs=(_WHICH,),
    outside=True,
)
