"""The draws of the ordinary run are the same in every run of one version of Hypothesis.

So a run fails by what a change broke, and not by chance. Other draws are made on purpose: with
``pytest --hypothesis-profile=default --hypothesis-seed=…``, or by the long run.
"""

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True)
settings.load_profile("repeatable")
