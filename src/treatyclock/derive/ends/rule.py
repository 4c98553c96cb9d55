"""What a way to end a treaty without a notice is: a function, declared as a value in the module of that way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.end.end import End
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.term.term import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class EndsFound:
    """What a way to end a treaty comes to.

    Attributes:
        ends: The ends that it brings; none where it brings none.
        goes_on: Why it brings none, where there is something to say of that.
    """

    ends: tuple[End, ...] = ()
    goes_on: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EndForAll:
    """A way in which the treaty ends for all parties.

    Attributes:
        order: Ways are tried in this order, so that open questions come in the same order everywhere.
        find: Works out what it comes to, from the treaty's entry into force and its term.
    """

    order: int
    find: Callable[[Evaluation, Entry, Terms], EndsFound]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndForOne:
    """A way in which the treaty ends for one State.

    Attributes:
        order: Ways are tried in this order.
        find: Works out the ends that it brings for a State that became a party by an act of consent. What was done
            before that consent does not end what the consent began.
    """

    order: int
    find: Callable[[Evaluation, str, Consent], tuple[End, ...]]
