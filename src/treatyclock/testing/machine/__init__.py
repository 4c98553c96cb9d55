"""Is *your* treaty register right? A state machine plays treaties on it and holds every answer against ours.

What is tested is an object with two methods, as :class:`treatyclock.testing.register.Register` has them.
:func:`register_machine` makes a test of it that pytest and unittest collect; no class is derived from anything.
"""

from treatyclock.testing.machine.beginnings import CLAUSES
from treatyclock.testing.machine.machine import register_machine
from treatyclock.testing.machine.options import ASKS, ZONES
from treatyclock.testing.machine.play import STEPS
from treatyclock.testing.machine.recording import WithRecording
from treatyclock.testing.machine.wrong_answer import WrongAnswerError

__all__ = ["ASKS", "CLAUSES", "STEPS", "ZONES", "WithRecording", "WrongAnswerError", "register_machine"]
