"""Answers: values that hold what was found, and know nothing of how it is written."""
