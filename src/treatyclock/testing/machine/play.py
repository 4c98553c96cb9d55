"""The state machine: each rule is something that the parties do, or that is found out about it later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, TypeVar

from hypothesis import reject
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

import treatyclock as tc
from treatyclock.errors import TreatyFileError, UnusableRecordError
from treatyclock.testing.machine import turns
from treatyclock.testing.machine.options import Options
from treatyclock.testing.machine.questions import Held, first_wrong_answer, turns_of
from treatyclock.testing.machine.recording import WithRecording
from treatyclock.testing.machine.story import Story
from treatyclock.testing.register import WithKnowledge

STEPS = (
    "accedes", "corrects", "denounces", "ends", "extends", "learns", "objects", "ratifies", "rejoins", "renews", "rescinds",
    "resumes", "signs", "suspends",
)  # fmt: skip
"""What may happen in a story: the rules of the machine."""

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


def _may(step: str, who: Callable[[tc.Treaty], Sequence[Any]]) -> Callable[[Play], bool]:
    """Tell whether a step was asked for, and whether there is somebody or something for it."""
    return lambda play: step in play.options.steps and bool(who(play.treaty))


def _facts(treaty: tc.Treaty) -> list[tuple[str, str]]:
    return [(kind, party) for kind, who in _FACTS for party in who(treaty)]


_ON = st.runner().flatmap(lambda play: st.sampled_from(turns.next_days(play.treaty, play.story.today))).map(str)
"""A day from today on."""

_WHEN = st.one_of(_ON, _ON, st.builds("{}T{}".format, _ON, _HOURS))
"""A day, or an hour of it."""

_BEFORE = st.runner().flatmap(lambda play: st.sampled_from(turns.days_before(play.treaty, play.story.today))).map(str)
"""A day up to today."""


class Play(RuleBasedStateMachine):
    """The life of one treaty, told to a register step by step; after each step every question is asked."""

    options: ClassVar[Options]
    story: Story
    treaty: tc.Treaty

    @initialize(treaty=st.runner().flatmap(lambda play: play.options.beginnings))
    def begins(self, treaty: dict[str, Any]) -> None:
        """Begin with a treaty, given by its tables, that the register loads."""
        story = Story.begun(treaty)
        self.turned: set[datetime] = set()
        register = self.options.register
        if isinstance(register, WithRecording):
            self.recorded = register.load(tc.dumps(story.treaty()))
        self._goes_on(story)

    # --- consent ---------------------------------------------------------------------------------

    @precondition(_may("signs", turns.to_sign))
    @rule(by=_one_of(turns.to_sign), on=_ON)
    def signs(self, by: str, on: str) -> None:
        """A party signs."""
        self._does("signature", [by], on)

    @precondition(_may("ratifies", turns.to_ratify))
    @rule(by=_one_of(turns.to_ratify), on=_ON)
    def ratifies(self, by: str, on: str) -> None:
        """A signatory ratifies."""
        self._does("ratification", [by], on)

    @precondition(_may("accedes", turns.to_accede))
    @rule(by=_one_of(turns.to_accede), on=_ON)
    def accedes(self, by: str, on: str) -> None:
        """A party joins that did not sign."""
        self._does("accession", [by], on)

    @precondition(_may("rejoins", turns.to_rejoin))
    @rule(by=_one_of(turns.to_rejoin), on=_ON)
    def rejoins(self, by: str, on: str) -> None:
        """A party that gave notice consents anew."""
        self._does("accession", [by], on)

    @precondition(_may("objects", turns.objections))
    @rule(objection=_one_of(turns.objections), on=_ON)
    def objects(self, objection: tuple[str, str], on: str) -> None:
        """A party objects to the accession of another."""
        by, accession = objection
        self._does("objection to an accession", [by], on, of=accession)

    # --- leaving ---------------------------------------------------------------------------------

    @precondition(_may("denounces", turns.to_denounce))
    @rule(by=_one_of(turns.to_denounce), on=_WHEN)
    def denounces(self, by: str, on: str) -> None:
        """A party gives notice."""
        self._does("denunciation", [by], on)

    @precondition(_may("rescinds", turns.notices))
    @rule(notice=_id_of(turns.notices), on=_WHEN)
    def rescinds(self, notice: str, on: str) -> None:
        """A party takes its notice back."""
        self._does("rescission", self._authors(notice), on, of=notice)

    @precondition(_may("ends", turns.together))
    @rule(on=_WHEN)
    def ends(self, on: str) -> None:
        """All agree to end the treaty."""
        self._does("termination by consent", turns.bound(self.treaty), on)

    # --- operation and term ----------------------------------------------------------------------

    @precondition(_may("suspends", turns.bound))
    @rule(by=_one_of(turns.bound), on=_WHEN)
    def suspends(self, by: str, on: str) -> None:
        """A party suspends the treaty's operation."""
        self._does("suspension", [by], on)

    @precondition(_may("resumes", turns.suspensions))
    @rule(suspension=_id_of(turns.suspensions), on=_WHEN)
    def resumes(self, suspension: str, on: str) -> None:
        """A suspension ends."""
        self._does("resumption", self._authors(suspension), on, of=suspension)

    @precondition(_may("renews", turns.to_prolong))
    @rule(on=_ON, period=_PERIODS)
    def renews(self, on: str, period: str) -> None:
        """All agree that the term is longer by a period."""
        self._does("extension of the term", turns.bound(self.treaty), on, period=period)

    @precondition(_may("extends", turns.to_prolong))
    @rule(on=_ON, days=st.sampled_from((365, 31, 1, 3650)))
    def extends(self, on: str, days: int) -> None:
        """All agree on another last day of the term."""
        until = date.fromisoformat(on) + timedelta(days=days)
        self._does("extension of the term", turns.bound(self.treaty), on, until=until.isoformat())

    # --- what was not known ----------------------------------------------------------------------

    @precondition(_may("learns", _facts))
    @rule(fact=_one_of(_facts), on=_BEFORE, known=_ON)
    def learns(self, fact: tuple[str, str], on: str, known: str) -> None:
        """Something becomes known that was done before."""
        kind, by = fact
        self._records({"kind": kind, "by": [by], "on": on, "known": known}, date.fromisoformat(known))

    @precondition(_may("corrects", turns.dated_by_day))
    @rule(act=_id_of(turns.dated_by_day), on=_BEFORE)
    def corrects(self, act: str, on: str) -> None:
        """An act turns out to have been done on another day."""
        right = {**self.story.act(act), "on": on}
        corrected = self.story.corrected(right)
        try:
            corrected.treaty()
        except TreatyFileError:  # no record can say so: a notice, say, that is taken back before it is given
            return
        register = self.options.register
        if isinstance(register, WithRecording):
            self.recorded = register.correct(self.recorded, act, right)
        self._goes_on(corrected)

    @precondition(lambda play: not any(each(play) for each in _POSSIBLE))
    @rule(on=_ON)
    def rests(self, on: str) -> None:
        """Nothing is left to be done: time goes on."""
        self._goes_on(replace(self.story, today=date.fromisoformat(on)))

    # --- what each step comes to -----------------------------------------------------------------

    def _authors(self, act: str) -> list[str]:
        return list(self.treaty.record.act(act).by)

    def _does(self, kind: str, by: Sequence[str], on: str, **more: str) -> None:
        key = "at" if "T" in on else "on"
        self._records({"kind": kind, "by": list(by), key: on, **more}, date.fromisoformat(on[:10]))

    def _records(self, act: dict[str, Any], today: date) -> None:
        whole = {"id": self.story.new_id(act["kind"], act["by"]), **act, "ref": "the record"}
        register = self.options.register
        if isinstance(register, WithRecording):
            self.recorded = register.record(self.recorded, whole)
        self._goes_on(self.story.with_act(whole, today))

    def _goes_on(self, story: Story) -> None:
        """Take the story as it is now, and ask the register everything."""
        self.story, self.treaty = story, story.treaty()
        try:
            # Where the treaty turned before the last step, a register that overlooks that step turns still.
            self.turned |= turns_of(self.treaty, self.options)
            wrong = first_wrong_answer(self.treaty, self._held(), self.options, self.turned)
        except UnusableRecordError:  # too much is open at once for any answer
            reject()
        if wrong:
            raise wrong

    def _held(self) -> list[Held]:
        """Load the treaty as it is now, beside what was recorded step by step, and as it was known before."""
        register = self.options.register
        loaded = register.load(tc.dumps(self.treaty))
        held = [Held(treaty=loaded)]
        if isinstance(register, WithRecording):
            held.append(Held(treaty=self.recorded, recorded=True))
        if isinstance(register, WithKnowledge):
            days = turns.quiet_days(self.treaty)
            held += [Held(treaty=register.known_as_of(loaded, day), known_as_of=day) for day in days]
        return held


_POSSIBLE = (
    _may("signs", turns.to_sign),
    _may("ratifies", turns.to_ratify),
    _may("accedes", turns.to_accede),
    _may("rejoins", turns.to_rejoin),
    _may("objects", turns.objections),
    _may("denounces", turns.to_denounce),
    _may("rescinds", turns.notices),
    _may("ends", turns.together),
    _may("suspends", turns.bound),
    _may("resumes", turns.suspensions),
    _may("renews", turns.to_prolong),
    _may("extends", turns.to_prolong),
    _may("learns", _facts),
    _may("corrects", turns.dated_by_day),
)
