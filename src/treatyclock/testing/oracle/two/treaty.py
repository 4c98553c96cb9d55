"""A treaty of two parties as plain data: its clauses, and what was done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from treatyclock.testing.oracle.days import Period, When

PARTIES = ("AAA", "BBB")


@dataclass(frozen=True)
class Term:
    """How long the treaty lasts before any renewal: a period from an act, the anchor, up to a day, or to an event."""

    lasts: Period
    anchor: str
    first_day_counts: bool | None = None
    until: date | None = None
    until_event: bool = False
    plus: Period = Period()


@dataclass(frozen=True)
class Extension:
    """An agreement that puts off the end of the term, to a last day or by a period.

    Without a day of its own it is in force when it is made.
    """

    id: str
    when: date
    until: date | None
    effective: date | None = None
    by: tuple[str, ...] = PARTIES
    period: Period | None = None

    @property
    def in_force(self) -> date:
        """The day from which it is in force."""
        return self.effective or self.when


@dataclass(frozen=True)
class Renewal:
    """What follows the term: blocks (``times`` None means for ever), then perhaps no term at all.

    ``further``: how long every block after the first is, where it differs.
    """

    block: Period | None
    times: int | None
    then_indefinite: bool = False
    further: Period | None = None

    def longer_by(self, lasts: Period, first: int, last: int) -> Period:
        """A period with the blocks from one number on up to another one, which is left out, added to it."""
        for number in range(first, last):
            each = self.further if number and self.further else self.block
            assert each is not None
            lasts = lasts.plus(each, 1)
        return lasts


@dataclass(frozen=True)
class Denunciation:
    """When a party may leave, and on what notice; zero notice is "at once".

    ``late_notice``: what comes of a notice too late for the last term, where the treaty goes on without one: "from the
    notice", "from the end of the term", "without effect"; None where the text does not say.
    """

    when: str
    notice: Period
    notice_when_indefinite: Period | None = None
    first_day_counts: bool | None = None
    late_notice: str | None = None


@dataclass(frozen=True)
class Notice:
    """A denunciation; it may name a later day for its effect than its period gives."""

    id: str
    party: str
    when: When
    effective: date | None = None


@dataclass(frozen=True)
class Answer:
    """What a party does to its notice: it takes it back ("rescission"), suspends it or takes it up again."""

    kind: str
    id: str
    notice: str
    party: str
    when: When


@dataclass(frozen=True)
class Termination:
    """A "termination by consent", perhaps on a day that it names."""

    id: str
    by: tuple[str, ...]
    when: When
    effective: date | None = None


@dataclass(frozen=True)
class RecordedEnd:
    """The end as a list records it; ``is_out`` None leaves it open whether that day is the first out."""

    day: date
    is_out: bool | None = None


@dataclass(frozen=True)
class Spec:
    """A bilateral treaty as plain data. A party missing from a mapping has not done that act."""

    midnights: tuple[int, ...]
    entry: str
    entry_on: date | None = None
    signatures: Mapping[str, date] = field(default_factory=dict, hash=False)
    ratifications: Mapping[str, date] = field(default_factory=dict, hash=False)
    exchange: date | None = None
    event: When | None = None
    term: Term | None = None
    renewal: Renewal | None = None
    denunciation: Denunciation | None = None
    month_end: str | None = None
    extensions: tuple[Extension, ...] = ()
    terminations: tuple[Termination, ...] = ()
    notices: tuple[Notice, ...] = ()
    rescissions: tuple[Answer, ...] = ()
    answers: tuple[Answer, ...] = ()
    end: RecordedEnd | None = None


def entry_day(spec: Spec) -> date | None:
    """The day the treaty enters into force, None if it never does (VCLT 24)."""
    if spec.entry == "ratified by all":
        return _last_of_all(spec.ratifications)
    if spec.entry == "instruments exchanged":
        return spec.exchange
    signed = _last_of_all(spec.signatures)
    if spec.entry == "fixed date" and signed:
        assert spec.entry_on is not None
        return max(spec.entry_on, signed)
    return signed


def first_consent(spec: Spec) -> date:
    """The first day on which a party surely had consented to a treaty that entered into force (VCLT 11, 14, 24)."""
    if spec.entry == "instruments exchanged" and spec.exchange:
        return spec.exchange
    signed, ratified = spec.signatures.values(), spec.ratifications.values()
    if spec.entry == "ratified by all":
        return min(ratified)
    # Beside a fixed date a ratification before it shows that the signatures were not enough.
    return max([min(signed), *([min(ratified)] if ratified and spec.entry == "fixed date" else [])])


def anchor_day(spec: Spec) -> date | None:
    """The day the term is counted from, None if there is no such term or it has not begun to run.

    Law: VCLT 24(1), 54(a).
    """
    if spec.term is None or spec.term.until or spec.term.until_event:
        return None
    return {
        "entry into force": entry_day(spec),
        "signature": _last_of_all(spec.signatures),
        "ratification": _last_of_all(spec.ratifications),
        "exchange of instruments": spec.exchange,
    }[spec.term.anchor]


def notice_period(clause: Denunciation) -> Period:
    """The period of a notice that runs from its own date.

    Law: VCLT 54(a).
    """
    if clause.when == "at the end of the term" and clause.notice_when_indefinite is not None:
        return clause.notice_when_indefinite
    return clause.notice


def _last_of_all(acts: Mapping[str, date]) -> date | None:
    return max(acts.values()) if all(party in acts for party in PARTIES) else None
