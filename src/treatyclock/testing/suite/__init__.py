"""The cases as plain JSON, so that an engine in any language can be held against them.

:func:`suite_of` makes tests of files of expectations, each with its level and the features that it needs;
:func:`write_suite` writes them into a folder. An implementation answers as JSON lines, which :func:`load_answers` reads
and :func:`score` marks.
"""

from treatyclock.testing.suite.answers import OtherAnswer, OtherAnswers, answers_in, load_answers
from treatyclock.testing.suite.features import FEATURES
from treatyclock.testing.suite.levels import LEVELS
from treatyclock.testing.suite.marks import MarkedTest, Marks, Score, Verdict, score
from treatyclock.testing.suite.posed import SuiteGroup, SuiteTest, suite_of
from treatyclock.testing.suite.writing import suite_schema_path, write_suite

__all__ = [
    "FEATURES",
    "LEVELS",
    "MarkedTest",
    "Marks",
    "OtherAnswer",
    "OtherAnswers",
    "Score",
    "SuiteGroup",
    "SuiteTest",
    "Verdict",
    "answers_in",
    "load_answers",
    "score",
    "suite_of",
    "suite_schema_path",
    "write_suite",
]
