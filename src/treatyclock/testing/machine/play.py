"""The state machine: each rule is something that the parties do, or that is found out about it later."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, TypeVar

from hypothesis import reject
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

import treatyclock as tc
from treatyclock.errors import UnusableRecordError
from treatyclock.testing.machine import turns
from treatyclock.testing.machine.options import Options
from treatyclock.testing.machine.questions import HeldTreaty, right_answers_of
from treatyclock.testing.machine.recording import WithRecording
from treatyclock.testing.machine.story import Story, loaded
from treatyclock.testing.register import NoAnswerError, WithKnowledge

T = TypeVar("T")
_PERIODS = st.sampled_from(("P1Y", "P5Y", "P6M", "P1M"))
_HOURS = st.sampled_from(("12:00+00:00", "23:30-08:00", "00:30+09:00"))
_FACTS = (
    ("ratification", turns.to_ratify),
    ("accession", turns.to_accede),
    ("denunciation", turns.to_denounce),
    ("accession", turns.to_rejoin),
)
"""What may come to light only later, and of whom."""


def _one_of(choices: Callable[[tc.Treaty], Sequence[T]]) -> st.SearchStrategy[T]:
    """Draw one of the choices that the treaty, as it is now, leaves."""
    return st.runner().flatmap(lambda play: st.sampled_from(choices(play.treaty)))


def _id_of(choices: Callable[[tc.Treaty], Sequence[tc.Act]]) -> st.SearchStrategy[str]:
    """Draw an act, by its id."""
    return _one_of(choices).map(lambda act: act.id)


def _facts(treaty: tc.Treaty) -> list[tuple[str, str]]:
    return [(kind, party) for kind, who in _FACTS for party in who(treaty)]


_WHO: Mapping[str, Callable[[tc.Treaty], Sequence[Any]]] = {
    "accedes": turns.to_accede,
    "corrects": turns.dated_by_day,
    "denounces": turns.to_denounce,
    "ends": turns.together,
    "extends": turns.to_prolong,
    "learns": _facts,
    "objects": turns.objections,
    "ratifies": turns.to_ratify,
    "rejoins": turns.to_rejoin,
    "renews": turns.to_prolong,
    "rescinds": turns.notices,
    "resumes": turns.suspensions,
    "signs": turns.to_sign,
    "suspends": turns.bound,
}
"""Who can take each step, or on what it can be taken."""

STEPS = tuple(_WHO)
"""What may happen in a story: the rules of the machine."""


_CONSENTING = ("accedes", "ratifies", "learns")
AFTER: Mapping[str, tuple[str, ...]] = {
    "corrects": ("signs", *_CONSENTING),
    "denounces": _CONSENTING,
    "ends": _CONSENTING,
    "extends": _CONSENTING,
    "objects": ("accedes", "rejoins", "learns"),
    "ratifies": ("signs",),
    "rejoins": ("denounces", "learns"),
    "renews": _CONSENTING,
    "rescinds": ("denounces", "learns"),
    "resumes": ("suspends",),
    "suspends": _CONSENTING,
}
"""Of each step that cannot come first, the steps of which one must have come before."""


def _may(step: str) -> Callable[[Play], bool]:
    """Tell whether there is somebody or something for a step."""
    return lambda play: bool(_WHO[step](play.treaty))


_ON = st.runner().flatmap(lambda play: st.sampled_from(turns.next_days(play.turned, play.story.today))).map(str)
"""A day from today on."""

_WHEN = st.one_of(_ON, _ON, st.builds("{}T{}".format, _ON, _HOURS))
"""A day, or an hour of it."""

_BEFORE = st.runner().flatmap(lambda play: st.sampled_from(turns.days_before(play.treaty, play.story.today))).map(str)
"""A day up to today."""


class Play(RuleBasedStateMachine):
    """The life of one treaty, told to a register step by step; after each step every question is asked."""

    options: ClassVar[Options]
    story: Story
    text: str
    treaty: tc.Treaty

    @initialize(treaty=st.runner().flatmap(lambda play: play.options.beginnings))
    def begins(self, treaty: dict[str, Any]) -> None:
        """Begin with a treaty, given by its tables, that the register loads."""
        story = Story.begun(treaty)
        self.turned: set[datetime] = set()
        register = self.options.register
        if isinstance(register, WithRecording):
            self._tells(register.load, story.text)
        self._goes_on(story)
        steps = [step for step in STEPS if step in self.options.steps]
        if not any(_may(step)(self) for step in steps):
            raise InvalidArgument(
                f"the treaty {self.treaty.record.id!r} leaves nothing to do: by what was done in it,"
                f" nobody {' or '.join(steps)}; add the steps that come before, or begin with another treaty"
            )

    # --- consent ---------------------------------------------------------------------------------

    @precondition(_may("signs"))
    @rule(by=_one_of(turns.to_sign), on=_ON)
    def signs(self, by: str, on: str) -> None:
        """A party signs."""
        self._does("signature", [by], on)

    @precondition(_may("ratifies"))
    @rule(by=_one_of(turns.to_ratify), on=_ON)
    def ratifies(self, by: str, on: str) -> None:
        """A signatory ratifies."""
        self._does("ratification", [by], on)

    @precondition(_may("accedes"))
    @rule(by=_one_of(turns.to_accede), on=_ON)
    def accedes(self, by: str, on: str) -> None:
        """A party joins that did not sign."""
        self._does("accession", [by], on)

    @precondition(_may("rejoins"))
    @rule(by=_one_of(turns.to_rejoin), on=_ON)
    def rejoins(self, by: str, on: str) -> None:
        """A party that gave notice consents anew."""
        self._does("accession", [by], on)

    @precondition(_may("objects"))
    @rule(objection=_one_of(turns.objections), on=_ON)
    def objects(self, objection: tuple[str, str], on: str) -> None:
        """A party objects to the accession of another."""
        by, accession = objection
        self._does("objection to an accession", [by], on, of=accession)

    # --- leaving ---------------------------------------------------------------------------------

    @precondition(_may("denounces"))
    @rule(by=_one_of(turns.to_denounce), on=_WHEN)
    def denounces(self, by: str, on: str) -> None:
        """A party gives notice."""
        self._does("denunciation", [by], on)

    @precondition(_may("rescinds"))
    @rule(notice=_id_of(turns.notices), on=_WHEN)
    def rescinds(self, notice: str, on: str) -> None:
        """A party takes its notice back."""
        self._does("rescission", self._authors(notice), on, of=notice)

    @precondition(_may("ends"))
    @rule(on=_WHEN)
    def ends(self, on: str) -> None:
        """All agree to end the treaty."""
        self._does("termination by consent", turns.bound(self.treaty), on)

    # --- operation and term ----------------------------------------------------------------------

    @precondition(_may("suspends"))
    @rule(by=_one_of(turns.bound), on=_WHEN)
    def suspends(self, by: str, on: str) -> None:
        """A party suspends the treaty's operation."""
        self._does("suspension", [by], on)

    @precondition(_may("resumes"))
    @rule(suspension=_id_of(turns.suspensions), on=_WHEN)
    def resumes(self, suspension: str, on: str) -> None:
        """A suspension ends."""
        self._does("resumption", self._authors(suspension), on, of=suspension)

    @precondition(_may("renews"))
    @rule(on=_ON, period=_PERIODS)
    def renews(self, on: str, period: str) -> None:
        """All agree that the term is longer by a period."""
        self._does("extension of the term", turns.bound(self.treaty), on, period=period)

    @precondition(_may("extends"))
    @rule(on=_ON, days=st.sampled_from((365, 31, 1, 3650)))
    def extends(self, on: str, days: int) -> None:
        """All agree on another last day of the term."""
        until = date.fromisoformat(on) + timedelta(days=days)
        self._does("extension of the term", turns.bound(self.treaty), on, until=until.isoformat())

    # --- what was not known ----------------------------------------------------------------------

    @precondition(_may("learns"))
    @rule(fact=_one_of(_facts), on=_BEFORE, known=_ON)
    def learns(self, fact: tuple[str, str], on: str, known: str) -> None:
        """Something becomes known that was done before."""
        kind, by = fact
        self._records(kind, [by], date.fromisoformat(known), on=on, known=known)

    @precondition(_may("corrects"))
    @rule(act=_id_of(turns.dated_by_day), on=_BEFORE)
    def corrects(self, act: str, on: str) -> None:
        """An act turns out to have been done on another day."""
        right = {**self.story.act(act), "on": on}
        corrected = self.story.corrected(right)
        if not corrected.sayable:
            return
        register = self.options.register
        if isinstance(register, WithRecording):
            self._tells(register.correct, self.recorded, act, right)
        self._goes_on(corrected)

    @precondition(lambda play: not any(_may(step)(play) for step in STEPS if step in play.options.steps))
    @rule(on=_ON)
    def waits(self, on: str) -> None:
        """Nothing is left to be done, and nothing to be asked: time goes on."""
        self.story = replace(self.story, today=date.fromisoformat(on))

    # --- what each step comes to -----------------------------------------------------------------

    def _authors(self, act: str) -> list[str]:
        return list(self.treaty.record.act(act).by)

    def _does(self, kind: str, by: Sequence[str], on: str, **more: str) -> None:
        key = "at" if "T" in on else "on"
        self._records(kind, by, date.fromisoformat(on[:10]), **{key: on}, **more)

    def _records(self, kind: str, by: Sequence[str], today: date, **more: str) -> None:
        id, authors = self.story.new_id(kind, by), by[0] if len(by) == 1 else list(by)
        act = {"id": id, "kind": kind, "by": authors, **more, "ref": "the record"}
        goes_on = self.story.with_act(act, today)
        if not goes_on.sayable:
            return
        register = self.options.register
        if isinstance(register, WithRecording):
            self._tells(register.record, self.recorded, act)
        self._goes_on(goes_on)

    def _tells(self, told: Callable[..., Any], *what: Any) -> None:
        """Tell a register that is told step by step."""
        try:
            self.recorded = told(*what)
        except NoAnswerError:
            reject()

    def _goes_on(self, story: Story) -> None:
        """Take the story as it is now, and ask the register everything."""
        self.story, self.text = story, story.text
        self.treaty = loaded(self.text)
        ours = right_answers_of(self.text, self.options.asks)
        try:
            # Where the treaty turned before the last step, a register that overlooks that step turns still.
            self.turned |= ours.turns()
            wrong = ours.first_wrong_answer(self._held(), self.options, self.turned)
        except (UnusableRecordError, NoAnswerError):  # too much is open for any answer, or the register declines
            reject()
        if wrong:
            raise wrong

    def _held(self) -> list[HeldTreaty]:
        """Load the treaty as it is now, beside what was recorded step by step, and as it was known before."""
        register = self.options.register
        loaded = register.load(self.text)
        held = [HeldTreaty(treaty=loaded)]
        if isinstance(register, WithRecording):
            held.append(HeldTreaty(treaty=self.recorded, recorded=True))
        if isinstance(register, WithKnowledge):
            days = turns.quiet_days(self.treaty)
            held += [HeldTreaty(treaty=register.known_as_of(loaded, day), known_as_of=day) for day in days]
        return held
