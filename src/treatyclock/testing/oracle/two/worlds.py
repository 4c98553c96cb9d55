"""The worlds of a treaty of two parties: every way of filling in what it leaves open."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from treatyclock.testing.oracle.days import Moment, World, zone
from treatyclock.testing.oracle.two.treaty import Spec

EITHER = (True, False)


@dataclass(frozen=True)
class TwoWorld(World):
    """One choice of every convention that a treaty of two may leave open.

    ``goes_on``: whether the clock of a suspended notice goes on where it stopped, rather than begins anew.
    ``superseded``: whether an agreement to prolong the term supersedes a notice that came before it.
    ``takes_back``: whether a notice given before the entry into force takes back the consent of its author.
    ``late_notice``: what comes of a notice too late for the last term, where the treaty goes on without one.
    """

    offset: int
    first_day: bool
    notice_first_day: bool
    month_end: str
    named_day_is_out: bool
    back_from_end: bool
    event: str
    goes_on: bool
    superseded: bool
    takes_back: bool
    where_done: bool = True
    late_notice: str = "without effect"


def worlds(spec: Spec) -> Iterator[TwoWorld]:
    """Every way of filling in what the treaty leaves open; trying one that makes no difference does no harm."""
    first_day = spec.term.first_day_counts if spec.term else False
    notice_first_day = spec.denunciation.first_day_counts if spec.denunciation and spec.notices else False
    at_end = bool(spec.notices) and spec.denunciation is not None and spec.denunciation.when == "at the end of the term"
    named = any(notice.effective for notice in spec.notices) or any(act.effective for act in spec.terminations)
    named = named or (spec.end is not None and spec.end.is_out is None)
    for choice in product(
        dict.fromkeys(spec.midnights),
        EITHER if first_day is None else (first_day,),
        EITHER if notice_first_day is None else (notice_first_day,),
        ("clamp", "roll") if spec.month_end is None else (spec.month_end,),
        EITHER if named else (True,),
        EITHER if at_end else (True,),
        ("start", "hour", "end") if spec.event and not (spec.term and spec.term.plus) else ("end",),
        EITHER if any(each.kind == "resumption of a notice" for each in spec.answers) else (True,),
        EITHER if at_end and spec.extensions else (False,),
        EITHER if spec.notices else (False,),
    ):
        for where_done, late in product(EITHER if _on_two_days(spec) else (True,), _late_notice(spec)):
            yield replace(TwoWorld(*choice), where_done=where_done, late_notice=late)


def _late_notice(spec: Spec) -> tuple[str, ...]:
    """What may come of a notice too late for the last term: no rule says, where the text is silent (VCLT 54(a))."""
    clause = spec.denunciation
    goes_on = spec.renewal is not None and spec.renewal.then_indefinite
    if not goes_on or not spec.notices or clause is None or clause.when != "at the end of the term":
        return ("without effect",)
    return (
        ("from the notice", "from the end of the term", "without effect")
        if not clause.late_notice
        else (clause.late_notice,)
    )


def as_counted(spec: Spec, world: World) -> Spec:
    """The treaty with each act printed by the clock whose date counts."""
    return replace(
        spec,
        event=spec.event and world.counted(spec.event),
        notices=tuple(replace(each, when=world.counted(each.when)) for each in spec.notices),
        rescissions=tuple(replace(each, when=world.counted(each.when)) for each in spec.rescissions),
        terminations=tuple(replace(each, when=world.counted(each.when)) for each in spec.terminations),
    )


def _on_two_days(spec: Spec) -> bool:
    """Whether an act with an hour has one date where it was done and another on a party's clock."""
    done = [act.when for act in spec.notices] + [act.when for act in spec.rescissions]
    done += [act.when for act in spec.terminations]
    hours = [when for when in (spec.event, *done) if isinstance(when, Moment)]
    return any(
        when.instant.astimezone(zone(offset)).date() != when.wall.date() for when in hours for offset in spec.midnights
    )
