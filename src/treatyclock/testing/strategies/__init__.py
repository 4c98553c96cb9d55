"""Hypothesis strategies for treaties and for what treaties are made of."""
