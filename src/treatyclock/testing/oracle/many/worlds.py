"""The worlds of a treaty of many parties: every way of filling in what it leaves open."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from treatyclock.testing.oracle.days import World
from treatyclock.testing.oracle.many.treaty import NOTICES, Spec

EITHER = (True, False)
L = TypeVar("L")


class OpenQuestionError(Exception):
    """A world was asked what it has not been told; the alternatives are tried one after another."""

    def __init__(self, name: str, alternatives: tuple[Any, ...]) -> None:
        super().__init__(name)
        self.name, self.alternatives = name, alternatives


class ManyWorld(World):
    """One choice of every convention that matters, and of what came first where nobody knows.

    Attributes:
        signature_binds: Whether a signature binds where the treaty enters into force by signature or by instruments.
        termination_is_out: Whether the date of termination is the first day out, rather than the last in force.
        left_can_be_joined: Whether a State can join a treaty that all its parties have left.
        lock_in: What a lock-in bars: "notice" or "exit".
        lock_in_first_day: Whether the day from which a lock-in runs counts.
        first_notice_first_day: Whether the day of a first notice counts in the time before the second.
        chain_first_day: Whether the day on which a notice was circulated counts in the time to follow it.
        followers: Whether a notice that followed another may be followed in its turn.
        grounds: Whether a notice without the grounds it needs has any effect.
        goes_on: Whether the clock of a suspended notice goes on where it stopped, rather than begins anew.
        late_notice: What comes of a notice too late for the last term, where the treaty goes on without one.
        while_provisional: What a notice does while the treaty is only applied provisionally.
        runs_from: Which date of a notice counts, where the text leaves it open.
        not_applied_while_suspended: Whether what is applied provisionally sleeps by a suspension.
        deposit: Which of several deposits counts, where the text is silent.
        event_is_its_authors: Whether an event ends what survives for its author alone, where the text is silent.
        counts_from: Which date of an instrument counts, where the text leaves it open.
    """

    signature_binds: bool
    termination_is_out: bool
    left_can_be_joined: bool
    lock_in: str
    lock_in_first_day: bool
    first_notice_first_day: bool
    chain_first_day: bool
    followers: bool
    grounds: bool
    goes_on: bool
    late_notice: str
    while_provisional: str
    runs_from: str
    counts_from: str
    deposit: str
    event_is_its_authors: bool
    not_applied_while_suspended: bool

    def __init__(self, spec: Spec, choices: Mapping[str, Any]) -> None:
        self.spec = spec
        self.choices = choices

    def __getattr__(self, name: str) -> Any:
        if name in self.choices:
            return self.choices[name]
        raise OpenQuestionError(name, _alternatives(self.spec, name))

    def whether(self, what: str, act: str) -> bool:
        """A question of fact that the record leaves open of an act, such as whether it came "in time"."""
        name = f"{what}: {act}"
        if name in self.choices:
            return bool(self.choices[name])
        raise OpenQuestionError(name, EITHER)


def _alternatives(spec: Spec, name: str) -> tuple[Any, ...]:
    """What a treaty leaves open of a question: one alternative where its text answers it."""
    term, clause = spec.term, spec.exit
    counted = {
        "first_day": term.first_day_counts if term else None,
        "notice_first_day": clause.first_day_counts if clause else None,
        "first_notice_first_day": clause.first_notice_first_day_counts if clause else None,
        "lock_in": clause.lock_in.bars if clause and clause.lock_in else None,
        "month_end": spec.month_end,
        "late_notice": clause.late_notice if clause else None,
        "while_provisional": clause.while_provisional if clause else None,
        "deposit": spec.deposit,
    }.get(name)
    if counted is not None:
        return (counted,)
    return {
        "offset": spec.midnights,
        "month_end": ("clamp", "roll"),
        "lock_in": ("notice", "exit"),
        "runs_from": ("dated", "received"),
        "counts_from": ("dated", "received"),
        "deposit": ("the first", "the last"),
        "event": ("start", "hour", "end"),
        "late_notice": ("from the notice", "from the end of the term", "without effect"),
        "while_provisional": ("its period runs", "it ends at once"),
    }.get(name, EITHER)


def explored(spec: Spec, live: Callable[[ManyWorld], L]) -> Iterator[L]:
    """Live a life in every world, asking only what comes up."""
    waiting: list[dict[str, Any]] = [{}]
    while waiting:
        choices = waiting.pop()
        try:
            yield live(ManyWorld(spec, choices))
        except OpenQuestionError as asked:
            waiting += [{**choices, asked.name: each} for each in asked.alternatives]


def as_counted(spec: Spec, world: ManyWorld) -> Spec:
    """The treaty with each act, and the end of its term, printed by the clock whose date counts.

    Of several deposits of an act one counts. Provisional application has no last day where what lets it go on came.
    """
    applied = spec.provisional
    lets_go_on = [world.day(act.when) for act in spec.acts if applied and act.id == applied.unless]
    if applied and applied.until and any(day <= applied.until for day in lets_go_on):
        spec = replace(spec, provisional=replace(applied, until=None))
    if spec.deposits_differ:
        spec = spec.deposited(world.deposit)
    acts = tuple(
        replace(act, when=world.counted(act.when), until=act.until and world.counted(act.until)) for act in spec.acts
    )
    term = spec.term and replace(spec.term, until=spec.term.until and world.counted(spec.term.until))
    leaving = spec.exit
    if leaving and leaving.date_open and any(spec.done(*NOTICES)):
        leaving = replace(leaving, runs_from=world.runs_from)
    joining, counts_from = spec.joining, spec.counts_from
    if spec.date_open:
        counts_from = world.counts_from
    if joining and joining.date_open:
        joining = replace(joining, counts_from=world.counts_from)
    return replace(spec, acts=acts, term=term, exit=leaving, joining=joining, counts_from=counts_from)
