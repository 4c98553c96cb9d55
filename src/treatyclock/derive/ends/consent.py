"""The parties end the treaty by consent (Vienna Convention art. 54(b))."""

from __future__ import annotations

from treatyclock.derive.end import End
from treatyclock.derive.ends.ending import ending_by_act
from treatyclock.derive.ends.rule import EndForAll, EndsFound
from treatyclock.derive.entry import Entry
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.joint_acts import given_agreement
from treatyclock.derive.reasons import Key, Rule
from treatyclock.derive.term import Terms
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.term import TERMINATION

CONSENT = Rule(
    "terminated by consent",
    "by consent of all parties the treaty ends {when}",
    "Vienna Convention on the Law of Treaties, art. 54(b)",
)


def _by_consent(evaluation: Evaluation, entry: Entry, terms: Terms) -> EndsFound:
    return EndsFound(ends=tuple(ended_by(evaluation, act) for act in evaluation.acts.of(TERMINATION)))


def ended_by(evaluation: Evaluation, act: Act) -> End:
    """Return the end that an agreement to end the treaty brings."""
    return ending_by_act(evaluation, act, Key("end by", act.id), CONSENT, *given_agreement(evaluation, act))


END_FOR_ALL = EndForAll(order=30, find=_by_consent)
